//! Relation rules: reading, checking, and finding them by their triggers.

mod asks;
mod compile;
mod source;

pub(crate) use asks::{Around, Asks, Lemmas, Needs, Slots};
pub(crate) use compile::RuleSetBuilder;
use serde::{Deserialize, Serialize};
pub(crate) use source::{PatternFile, TestSource};

use super::{
    Modality, Polarity, Predicate, RuleId,
    confidence::Weights,
    lexicon::{Lemma, WordId},
};
use crate::{gazetteer::EntityKind, packed_numbers, quick_map::QuickMap};

/// Where a side of a relation stands in the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Slot {
    Subject,
    Object,
    Indirect,
    Owner,
    Compound,
    Pair,
    Prefix,
    Head,
    Clause,
    Condition,
    Deed,
    Antecedent,
    Again,
    Topic,
    Earlier,
    Later,
    Apposed,
    Parties,
    Aided,
    Preposition(WordId),
}

impl Slot {
    /// The slots that are no preposition.
    pub(crate) const NAMED: [Self; 19] = [
        Self::Subject,
        Self::Object,
        Self::Indirect,
        Self::Owner,
        Self::Compound,
        Self::Pair,
        Self::Prefix,
        Self::Head,
        Self::Clause,
        Self::Condition,
        Self::Deed,
        Self::Antecedent,
        Self::Again,
        Self::Topic,
        Self::Earlier,
        Self::Later,
        Self::Apposed,
        Self::Parties,
        Self::Aided,
    ];

    /// As files write it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Object => "object",
            Self::Indirect => "indirect",
            Self::Owner => "owner",
            Self::Compound => "compound",
            Self::Pair => "pair",
            Self::Prefix => "prefix",
            Self::Head => "head",
            Self::Clause => "clause",
            Self::Condition => "condition",
            Self::Deed => "deed",
            Self::Antecedent => "antecedent",
            Self::Again => "again",
            Self::Topic => "topic",
            Self::Earlier => "earlier",
            Self::Later => "later",
            Self::Apposed => "apposed",
            Self::Parties => "parties",
            Self::Aided => "aided",
            Self::Preposition(_) => "preposition",
        }
    }
}

/// What kind of word sets a rule off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum TriggerClass {
    Verb,
    Noun,
    Adjective,
    Compound,
}

/// A set of entity kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub(crate) const ALL: Self = Self(u8::MAX);
    pub(crate) const NONE: Self = Self(0);

    pub(crate) const fn with(self, kind: EntityKind) -> Self {
        Self(self.0 | 1 << kind as u8)
    }

    pub(crate) const fn without(self, kind: EntityKind) -> Self {
        Self(self.0 & !(1 << kind as u8))
    }

    pub(crate) const fn has(self, kind: EntityKind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }
}

/// What a that-clause must say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Content {
    pub(crate) verbs: Vec<Lemma>,
    pub(crate) adjectives: Vec<Lemma>,
    pub(crate) nouns: Vec<Lemma>,
    /// Of one of the verbs, its object.
    pub(crate) objects: Vec<Lemma>,
    /// Of a copula: a preposition with the head of what it introduces, or "to" with the verb.
    pub(crate) phrases: Vec<(WordId, Lemma)>,
    /// Verbs that it must not have.
    pub(crate) not_verbs: Vec<Lemma>,
    /// Who says it does it.
    pub(crate) own: bool,
    /// Its subject itself acts: not "Fiji's harvest failed".
    pub(crate) doer: bool,
    /// It names to whom it falls: "it is time for Syria to leave".
    pub(crate) expletive: bool,
    /// It may be a question: "looks into whether".
    pub(crate) asked: bool,
    /// It is denied: "has not complied", "has no right".
    pub(crate) denied: bool,
    /// It is passive: "will be punished".
    pub(crate) passive: bool,
}

impl Content {
    pub(crate) fn is_any(&self) -> bool {
        self.verbs.is_empty() && self.adjectives.is_empty() && self.nouns.is_empty() && self.phrases.is_empty()
    }
}

/// A compiled rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Rule {
    pub(crate) id: Box<str>,
    pub(crate) predicate: Predicate,
    pub(crate) source: Vec<Slot>,
    pub(crate) target: Vec<Slot>,
    pub(crate) subject: Vec<Lemma>,
    pub(crate) object: Vec<Lemma>,
    pub(crate) not_object: Vec<Lemma>,
    pub(crate) not_subject: Vec<Lemma>,
    /// Nouns of which one must head a prepositional argument, if any are given.
    pub(crate) phrase: Vec<Lemma>,
    pub(crate) content: Content,
    /// Slots of which one must name somebody of these kinds, if any are given.
    pub(crate) beside: Option<(Vec<Slot>, Kinds)>,
    /// Fires only where the verb is denied, and tells what was done by that.
    pub(crate) denied: bool,
    /// A capital that is but the place may be the target: "its embassy in Lima".
    pub(crate) hosts: bool,
    /// Who is named in the slot, not whose thing is.
    pub(crate) named: bool,
    /// Where "be" is left out between commas: "Zelensky, in Vilnius, fumes".
    pub(crate) inserted: bool,
    /// Verbs of which the governed deed must have one, if any are given.
    pub(crate) deed: Vec<Lemma>,
    pub(crate) source_kinds: Kinds,
    pub(crate) target_kinds: Kinds,
    pub(crate) polarity: Option<Polarity>,
    pub(crate) modality: Option<Modality>,
    pub(crate) clause_modality: Option<Modality>,
    pub(crate) occasion: bool,
    pub(crate) people: bool,
    /// Whether nothing may be said of the object ("see Assad", not "see Assad removed"), or something must be.
    pub(crate) alone: Option<bool>,
    pub(crate) reverse: bool,
    pub(crate) joint: bool,
    /// Also where the object names somebody: "Peru and Chile discussed Bolivia".
    pub(crate) joint_about: bool,
    /// How often it is right.
    pub(crate) reliability: f32,
}

/// All rules, found by trigger at a cost that does not depend on their number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct RuleSet {
    pub(crate) rules: Vec<Rule>,
    /// By rule, what it asks for.
    asks: Vec<Asks>,
    pub(crate) weights: Weights,
    by_lemma: QuickMap<(TriggerClass, Lemma), Vec<RuleId>>,
    /// Two bits for each lemma and class: whether it is a trigger, and whether one of its rules recalls what was told before.
    /// Most are none.
    #[serde(with = "packed_numbers")]
    triggers: Vec<u32>,
    /// A bit for each verb that a rule asks for in what is stated.
    #[serde(with = "packed_numbers")]
    stated: Vec<u32>,
    by_compound: QuickMap<WordId, Vec<RuleId>>,
}

impl RuleSet {
    pub(crate) fn rule(&self, id: RuleId) -> &Rule {
        &self.rules[id.0 as usize]
    }

    pub(crate) fn asks(&self, id: RuleId) -> Asks {
        self.asks[id.0 as usize]
    }

    /// Whether a lemma is a trigger.
    pub(crate) fn is_trigger(&self, class: TriggerClass, lemma: Lemma) -> bool {
        self.has(Self::place(class, lemma))
    }

    pub(crate) fn triggered(&self, class: TriggerClass, lemma: Lemma) -> &[RuleId] {
        if !self.is_trigger(class, lemma) {
            return &[];
        }
        self.by_lemma.get(&(class, lemma)).map_or(&[], Vec::as_slice)
    }

    /// Whether a rule of the trigger takes up what was told or named in other sentences.
    pub(crate) fn recalls(&self, class: TriggerClass, lemma: Lemma) -> bool {
        self.has(Self::place(class, lemma) + Self::RECALLS)
    }

    const RECALLS: usize = 4;

    /// Where the bit of a trigger stands.
    const fn place(class: TriggerClass, Lemma(lemma): Lemma) -> usize {
        2 * Self::RECALLS * lemma as usize + class as usize
    }

    fn has(&self, place: usize) -> bool {
        has_bit(&self.triggers, place)
    }

    /// Whether a rule asks for the verb in what is stated.
    pub(crate) fn asks_for(&self, Lemma(verb): Lemma) -> bool {
        has_bit(&self.stated, verb as usize)
    }

    /// Sets the bits of all triggers, and of the verbs that are asked for.
    fn mark(&mut self) {
        let recalling = Slots::of(Slot::Again).and(Slots::of(Slot::Topic));
        for (&(class, lemma), rules) in &self.by_lemma {
            let place = Self::place(class, lemma);
            set_bit(&mut self.triggers, place);
            if rules.iter().any(|&id| self.asks[id.0 as usize].fills(recalling)) {
                set_bit(&mut self.triggers, place + Self::RECALLS);
            }
        }
        for Lemma(verb) in self.rules.iter().flat_map(|rule| &rule.content.verbs) {
            set_bit(&mut self.stated, *verb as usize);
        }
    }

    pub(crate) fn compound(&self, word: WordId) -> &[RuleId] {
        self.by_compound.get(&word).map_or(&[], Vec::as_slice)
    }
}

fn has_bit(bits: &[u32], place: usize) -> bool {
    bits.get(place / 32).is_some_and(|bits| bits & 1 << (place % 32) != 0)
}

fn set_bit(bits: &mut Vec<u32>, place: usize) {
    bits.resize(bits.len().max(place / 32 + 1), 0);
    bits[place / 32] |= 1 << (place % 32);
}
