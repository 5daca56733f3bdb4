//! The words of the language: classes, lemmas, phrases, and what they do to other events.

mod build;
mod control;
mod costs;
mod forms;
mod inflect;
mod lemma_facts;
mod source;
mod tag;
mod tag_set;
mod word_facts;

pub(crate) use build::LexiconBuilder;
pub(crate) use control::{Complements, Governs};
pub(crate) use costs::TagCosts;
pub(crate) use lemma_facts::{NounClass, WordList};
pub(crate) use source::{Controller, Language};
pub(crate) use tag::Tag;
pub(crate) use tag_set::TagSet;
pub(crate) use word_facts::{AuxiliaryForm, InPhrases, Pronoun, WordFacts};

use forms::Forms;
use lemma_facts::LemmaFacts;
use serde::{Deserialize, Serialize};

use super::{Modality, Polarity};
use crate::{eight::Eight, packed_numbers, quick_map::QuickMap};

/// A lemma's number; nouns, verbs and adjectives of one spelling share it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Lemma(pub(crate) u32);

impl Lemma {
    /// Of words that the lexicon does not know.
    pub(crate) const UNKNOWN: Self = Self(0);
}

/// One reading of a word form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reading {
    pub(crate) tag: Tag,
    pub(crate) lemma: Lemma,
    /// What it costs the tagger: more than nothing for a rare reading.
    pub(crate) cost: u8,
}

impl Reading {
    /// A reading of a word without lemma.
    pub(crate) const fn plain(tag: Tag) -> Self {
        Self { tag, lemma: Lemma::UNKNOWN, cost: 0 }
    }
}

/// A word form's number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct WordId(pub(crate) u32);

/// What is known of a word form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'l> {
    pub(crate) readings: &'l [Reading],
    pub(crate) facts: WordFacts,
}

/// A fixed sequence of words that counts as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Phrase {
    /// The words after the first, in lower case.
    pub(crate) rest: Vec<WordId>,
    pub(crate) word: WordId,
}

/// A verb with what must follow it: "lash out".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct VerbPhrase {
    /// The word after the verb, and those after it.
    pub(crate) first: WordId,
    pub(crate) rest: Vec<WordId>,
    pub(crate) lemma: Lemma,
}

/// A noun trigger of several words, found from its last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NounPhrase {
    /// The words before the last, as forms or lemmas.
    pub(crate) before: Vec<NounPart>,
    pub(crate) lemma: Lemma,
}

/// A word of a noun phrase: this form, or any form of this lemma.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NounPart {
    pub(crate) word: WordId,
    pub(crate) lemma: Lemma,
}

/// The lexicon of one language and one set of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Lexicon {
    forms: Forms,
    /// By word; where the readings of each end.
    #[serde(with = "packed_numbers")]
    ends: Vec<u32>,
    readings: Vec<Reading>,
    /// Of the words of which more is known than their readings.
    noted: Vec<(WordId, WordFacts)>,
    /// By word; see [`Lexicon::index`].
    #[serde(skip)]
    facts: Vec<WordFacts>,
    /// The lemma of "be".
    be: Lemma,
    /// The lemma of "say".
    say: Lemma,
    /// By the first word.
    phrases: QuickMap<WordId, Vec<Phrase>>,
    /// By the verb's lemma, longest first.
    verb_phrases: QuickMap<Lemma, Vec<VerbPhrase>>,
    /// By the last word's lemma, longest first.
    noun_phrases: QuickMap<Lemma, Vec<NounPhrase>>,
    /// By lemma, two numbers for each: what [`LemmaFacts`] says of it.
    #[serde(with = "packed_numbers")]
    lemmas: Vec<u32>,
    governs: QuickMap<(Tag, Lemma), Vec<Governs>>,
    /// Longest first.
    endings: Vec<(Box<str>, Vec<Tag>)>,
    pub(crate) costs: TagCosts,
    pub(crate) markers: Markers,
}

/// Prepositions with a grammatical task, by their words' numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Markers {
    pub(crate) agent: WordId,
    pub(crate) part: WordId,
    pub(crate) between: Vec<WordId>,
    pub(crate) attribution: Vec<WordId>,
    pub(crate) occasion: Vec<WordId>,
    pub(crate) moment: Vec<WordId>,
    pub(crate) addressing: Vec<WordId>,
    pub(crate) dative: Vec<WordId>,
    pub(crate) origin: Vec<WordId>,
    pub(crate) former: Vec<WordId>,
    pub(crate) definite: Vec<WordId>,
    pub(crate) place: Vec<WordId>,
    pub(crate) together: Vec<WordId>,
    pub(crate) indefinite: Vec<WordId>,
    pub(crate) fused: Vec<WordId>,
    pub(crate) whether: Vec<WordId>,
    pub(crate) money: Lemma,
    pub(crate) alternative: Vec<WordId>,
    pub(crate) adversative: Vec<WordId>,
    pub(crate) inverting: Vec<WordId>,
    pub(crate) pair: Vec<WordId>,
    pub(crate) related: Vec<WordId>,
    pub(crate) partial: Vec<WordId>,
    pub(crate) owned: Vec<WordId>,
    pub(crate) loyal: Vec<WordId>,
    pub(crate) example: Vec<WordId>,
    pub(crate) capacity: Vec<WordId>,
    pub(crate) suffered: Vec<WordId>,
    pub(crate) aloof: Vec<WordId>,
}

impl Lexicon {
    /// Lists the facts of all words, with the classes of their readings, which is not embedded.
    pub(crate) fn index(&mut self) {
        self.facts = vec![WordFacts::default(); self.ends.len()];
        for &(WordId(id), facts) in &self.noted {
            self.facts[id as usize] = facts;
        }
        let mut first = 0;
        for (facts, &end) in self.facts.iter_mut().zip(&self.ends) {
            facts.tags = self.readings[first..end as usize].iter().map(|reading| reading.tag).collect();
            first = end as usize;
        }
    }

    /// The form's number; the form must be in lower case.
    pub(crate) fn word_id(&self, form: &str) -> Option<WordId> {
        self.forms.id(form)
    }

    /// The number of a form of fewer than eight bytes.
    pub(crate) fn short_word_id(&self, form: Eight, length: usize) -> Option<WordId> {
        self.forms.id_of_short(form, length)
    }

    /// The number of the form that the word is in lower case; of letters beyond ASCII it must be so already.
    pub(crate) fn word_id_in_lower_case(&self, word: &str) -> Option<WordId> {
        self.forms.id_in_lower_case(word)
    }

    /// Classes of a word that the lexicon does not know, by its ending.
    pub(crate) fn guess(&self, word: &str) -> &[Tag] {
        let fits = |end: &str| word.len() > end.len() + 2 && word.ends_with(end) || end.is_empty();
        self.endings.iter().find(|(end, _)| fits(end)).map_or(&[], |(_, tags)| tags)
    }

    /// How a known form is written.
    pub(crate) fn form(&self, id: WordId) -> &str {
        self.forms.text(id)
    }

    pub(crate) fn word(&self, id: WordId) -> Word<'_> {
        Word { readings: self.readings(id), facts: self.facts[id.0 as usize] }
    }

    pub(crate) fn readings(&self, WordId(id): WordId) -> &[Reading] {
        let id = id as usize;
        let first = id.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.readings[first as usize..self.ends[id] as usize]
    }

    /// What is known of a word, without its readings; nothing of one that is not known itself.
    pub(crate) fn facts(&self, word: Option<WordId>) -> WordFacts {
        word.map_or_else(WordFacts::default, |WordId(id)| self.facts[id as usize])
    }

    pub(crate) const fn be(&self) -> Lemma {
        self.be
    }

    /// The verb as whose content a quotation is read that has no verb of its own, and that may stand before its subject.
    pub(crate) const fn say(&self) -> Lemma {
        self.say
    }

    pub(crate) fn phrases(&self, first: WordId) -> &[Phrase] {
        if !self.facts(Some(first)).phrases.is(InPhrases::FIRST) {
            return &[];
        }
        self.phrases.get(&first).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn verb_phrases(&self, verb: Lemma) -> &[VerbPhrase] {
        if !self.lemma(verb).begins_phrase() {
            return &[];
        }
        self.verb_phrases.get(&verb).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn noun_phrases(&self, last: Lemma) -> &[NounPhrase] {
        if !self.lemma(last).ends_phrase() {
            return &[];
        }
        self.noun_phrases.get(&last).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn noun_class(&self, noun: Lemma) -> NounClass {
        self.lemma(noun).noun_class()
    }

    fn lemma(&self, Lemma(lemma): Lemma) -> LemmaFacts {
        match self.lemmas.get(2 * lemma as usize..2 * lemma as usize + 2) {
            Some(&[low, high]) => LemmaFacts(u64::from(high) << 32 | u64::from(low)),
            _ => LemmaFacts::default(),
        }
    }

    /// Whether a form of the noun is its regular plural.
    pub(crate) fn is_plural(&self, form: WordId, noun: Lemma) -> bool {
        let form = self.form(form);
        inflect::without_s(form).any(|singular| {
            let same = |r: &Reading| r.tag == Tag::Noun && r.lemma == noun;
            self.word_id(&singular).is_some_and(|id| self.word(id).readings.iter().any(same))
        })
    }

    /// Whether the word is on the list.
    pub(crate) fn is(&self, list: WordList, lemma: Lemma) -> bool {
        self.lemma(lemma).is(list)
    }

    /// Whether the word may open a clause of its own: "after".
    pub(crate) fn subordinates(&self, word: WordId) -> bool {
        self.facts(Some(word)).tags.has(Tag::Subordinator)
    }

    /// Whether the word can deny what follows: "not", "nor".
    pub(crate) fn denies(&self, word: Option<WordId>) -> bool {
        self.facts(word).tags.has(Tag::Negation)
    }

    /// What a verb with its particles does, or else the verb alone.
    pub(crate) fn verb_governs(&self, lemma: Lemma, verb: Lemma) -> &[Governs] {
        match self.governs(Tag::Verb, lemma) {
            [] => self.governs(Tag::Verb, verb),
            found => found,
        }
    }

    /// What the word with this tag and lemma does to the events that it governs.
    pub(crate) fn governs(&self, class: Tag, lemma: Lemma) -> &[Governs] {
        if !self.lemma(lemma).governs(class) {
            return &[];
        }
        self.governs.get(&(class, lemma)).map_or(&[], Vec::as_slice)
    }
}

/// A polarity and a modality, from the words around an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mood {
    pub(crate) polarity: Polarity,
    pub(crate) modality: Modality,
}

impl Default for Mood {
    fn default() -> Self {
        Self { polarity: Polarity::Affirmed, modality: Modality::Actual }
    }
}

impl Mood {
    /// This mood under a governing one: the less factual modality wins, two negations do not cancel.
    pub(crate) fn under(self, outer: Self) -> Self {
        Self { polarity: self.polarity.max(outer.polarity), modality: self.modality.max(outer.modality) }
    }
}
