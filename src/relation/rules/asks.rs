//! What rules ask for, as bits: most rules are refused by one look at what stands around their trigger.

use serde::{Deserialize, Serialize};

use super::{Rule, Slot, TriggerClass};
use crate::relation::lexicon::{Lemma, WordId};

/// A set of slots: a bit for each that is no preposition, the others shared by the prepositions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Slots(u64);

impl Slots {
    pub(crate) const NONE: Self = Self(0);
    /// No slot: whom a rule asks for beside its sides.
    pub(crate) const WITNESS: Self = Self(1 << 19);
    const PREPOSITIONS: u32 = 20;

    pub(crate) const fn of(slot: Slot) -> Self {
        Self(match slot {
            Slot::Subject => 1,
            Slot::Object => 1 << 1,
            Slot::Indirect => 1 << 2,
            Slot::Owner => 1 << 3,
            Slot::Compound => 1 << 4,
            Slot::Pair => 1 << 5,
            Slot::Prefix => 1 << 6,
            Slot::Head => 1 << 7,
            Slot::Clause => 1 << 8,
            Slot::Condition => 1 << 9,
            Slot::Deed => 1 << 10,
            Slot::Antecedent => 1 << 11,
            Slot::Again => 1 << 12,
            Slot::Topic => 1 << 13,
            Slot::Earlier => 1 << 14,
            Slot::Later => 1 << 15,
            Slot::Apposed => 1 << 16,
            Slot::Parties => 1 << 17,
            Slot::Aided => 1 << 18,
            Slot::Preposition(WordId(word)) => 1 << (Self::PREPOSITIONS + word % (u64::BITS - Self::PREPOSITIONS)),
        })
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Itself, or nothing.
    pub(crate) const fn when(self, condition: bool) -> Self {
        if condition { self } else { Self::NONE }
    }

    fn all(slots: &[Slot]) -> Self {
        slots.iter().fold(Self::NONE, |all, &slot| all.and(Self::of(slot)))
    }
}

/// What must stand around a trigger beside those on its sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Needs(u8);

impl Needs {
    pub(crate) const NONE: Self = Self(0);
    /// Nouns that the verb is about.
    pub(crate) const OBJECT: Self = Self(1);
    /// A clause that the trigger states.
    pub(crate) const STATED: Self = Self(1 << 1);
    /// An argument with a preposition.
    pub(crate) const PHRASE: Self = Self(1 << 2);
    /// A verb that the verb governs.
    pub(crate) const DEED: Self = Self(1 << 3);
    /// A stated clause with a verb that one of all rules asks for, or with a predicate.
    pub(crate) const SAYING: Self = Self(1 << 4);

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Itself, or nothing.
    pub(crate) const fn when(self, condition: bool) -> Self {
        if condition { self } else { Self::NONE }
    }
}

/// A set of lemmas that may hold more than was put into it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Lemmas(u64);

impl Lemmas {
    pub(crate) fn of<'l>(lemmas: impl IntoIterator<Item = &'l Lemma>) -> Self {
        // neighbours in the alphabet are neighbours in number
        Self(lemmas.into_iter().fold(0, |all, Lemma(lemma)| all | 1 << (lemma.wrapping_mul(0x9e37_79b9) >> 26)))
    }

    const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// All that a rule asks for that bits can say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Asks {
    needs: Needs,
    source: Slots,
    target: Slots,
    /// The nouns of which the verb must be about one, if it needs an object.
    objects: Lemmas,
    /// It may tell something though nobody stands in the target's slots.
    lone: bool,
    /// It takes in a verb that the verb governs, and with it that verb's rules.
    takes_deed: bool,
}

impl Asks {
    pub(crate) fn of(rule: &Rule, class: TriggerClass) -> Self {
        let verbal = matches!(class, TriggerClass::Verb | TriggerClass::Adjective);
        let witness = rule.beside.is_some() || rule.content.own;
        let stated = !rule.content.is_any() || rule.clause_modality.is_some();
        let target = Slots::all(&rule.target);
        Self {
            needs: Needs::STATED
                .when(stated)
                .and(Needs::SAYING.when(!rule.content.is_any()))
                .and(Needs::OBJECT.when(verbal && !rule.object.is_empty()))
                .and(Needs::PHRASE.when(verbal && !rule.phrase.is_empty()))
                .and(Needs::DEED.when(verbal && !rule.deed.is_empty())),
            objects: Lemmas::of(&rule.object),
            source: Slots::all(&rule.source),
            target: if witness { target.and(Slots::WITNESS) } else { target },
            lone: rule.joint,
            // "asked the envoy to go home" is no request
            takes_deed: !rule.deed.is_empty() && !rule.target.contains(&Slot::Deed),
        }
    }

    pub(crate) const fn takes_deed(self) -> bool {
        self.takes_deed
    }

    /// Whether one of the slots is a source's or a target's.
    pub(crate) const fn fills(self, slots: Slots) -> bool {
        self.source.and(self.target).meets(slots)
    }
}

/// What stands around a trigger.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Around {
    pub(crate) has: Needs,
    /// What the verb is about.
    pub(crate) objects: Lemmas,
    /// Slots in which somebody may stand.
    pub(crate) may: Slots,
    /// Slots for which something told is looked up, which counts even where nobody is found.
    pub(crate) looks: Slots,
    /// Somebody may stand on the target's side beside its slots.
    pub(crate) receiver: bool,
    /// And something told is looked up for that.
    pub(crate) receiver_looks: bool,
}

impl Around {
    /// Whether somebody may stand in one of the slots, or something told is looked up for it.
    pub(crate) const fn admits(&self, slots: Slots) -> bool {
        self.may.and(self.looks).meets(slots)
    }

    /// Whether something told is looked up for any slot.
    pub(crate) const fn looks_back(&self) -> bool {
        self.looks.0 != 0
    }

    /// Whether a rule may tell something, or look something up.
    pub(crate) const fn suits(&self, rule: Asks) -> bool {
        let lacks_object = rule.needs.meets(Needs::OBJECT) && !rule.objects.meets(self.objects);
        if lacks_object || rule.needs.0 & !self.has.0 != 0 {
            return rule.target.meets(Slots::WITNESS) && self.looks.meets(Slots::WITNESS);
        }
        let both = rule.source.meets(self.may) && (rule.target.meets(self.may) || rule.lone || self.receiver);
        // what tells something alone asks whether the object names somebody
        let object = rule.lone && self.looks.meets(Slots::of(Slot::Object));
        both || object || self.receiver_looks || rule.fills(self.looks)
    }
}
