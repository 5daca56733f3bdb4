//! What stands around a word and speaks for or against one of its classes, beyond what the tag before it tells.

use super::{
    lexicon::{Lexicon, Reading, Tag, WordList},
    unit::{Unit, Units},
};

/// What a reading costs that its neighbours speak against.
const AGAINST: u32 = 3;

/// How far back the verb of "let Danish ships use" is looked for, in units.
const LONGEST_OBJECT: usize = 6;

/// What the surroundings say of one reading.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cue {
    /// Added to the reading's cost.
    pub(crate) cost: u32,
    /// Taken from what it costs to follow the tag before.
    pub(crate) discount: u32,
    /// No second finite verb of its clause, though it looks like one.
    pub(crate) governed: bool,
}

/// A sentence's cues.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cues<'a> {
    units: &'a [Unit],
    lexicon: &'a Lexicon,
    /// A sentence without a stop at its end.
    headline: bool,
    /// Begins with an auxiliary or a negation: "Did Peru join", "Never has Peru joined".
    inverted: bool,
}

impl<'a> Cues<'a> {
    pub(crate) fn new(units: &'a Units, lexicon: &'a Lexicon) -> Self {
        let headline = units.headline;
        let units = &units.units[..];
        let mut cues = Self { units, lexicon, headline, inverted: false };
        let first = units.iter().position(|u| !u.tag.is_mark() || u.word.is_some());
        cues.inverted = first.is_some_and(|i| cues.may_be(i, |t| t.is_auxiliary() || t == Tag::Negation));
        cues
    }

    /// Whether one of the readings that the lexicon has of a unit is such.
    fn may_be(&self, unit: usize, wanted: impl Fn(Tag) -> bool) -> bool {
        let Some(unit) = self.units.get(unit) else { return false };
        unit.word.is_some_and(|id| self.lexicon.word(id).readings.iter().any(|r| wanted(r.tag)))
    }

    fn is_named(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|u| u.mentions.is_some())
    }

    /// What is said of the reading of the unit at `at`.
    pub(crate) fn of(&self, at: usize, reading: Reading) -> Cue {
        let mut cue = Cue::default();
        let tag = reading.tag;
        if matches!(tag, Tag::Verb | Tag::VerbS) {
            if self.lacks_object(at, reading) || self.has_needless_object(at, reading) {
                cue.cost += AGAINST;
            }
            if tag == Tag::Verb && self.is_let(at) {
                cue.discount = 2;
                cue.governed = true;
            } else if tag == Tag::Verb && self.follows_row(at) {
                cue.discount = 2;
            }
            cue.governed |= self.inverted && tag == Tag::Verb;
        }
        // "US-China talks": what two share
        if (tag.is_finite() && tag.is_verb() || tag == Tag::VerbEd) && self.follows_pair(at) {
            cue.cost += AGAINST;
        }
        // "Accused by Peru of": whatever else the word may be
        let agent = self.units.get(at + 1).is_some_and(|u| u.word == Some(self.lexicon.markers.agent));
        if agent
            && matches!(tag, Tag::Noun | Tag::Adjective)
            && self.may_be(at, |t| matches!(t, Tag::VerbEd | Tag::VerbEn))
        {
            cue.cost += AGAINST;
        }
        cue
    }

    /// What it costs that a verb does not have its subject's number: "talks ends", "Peru buy".
    pub(crate) fn disagreement(&self, at: usize, before: Tag, tag: Tag) -> u32 {
        let plural = |unit: &Unit| {
            let form = unit.word.map_or("", |id| self.lexicon.form(id));
            form.ends_with('s') && !form.ends_with("ss")
        };
        match (before, tag) {
            (Tag::Noun, Tag::VerbS) => u32::from(plural(&self.units[at - 1])),
            (Tag::Noun, Tag::Verb) => u32::from(!plural(&self.units[at - 1])),
            (Tag::Name, Tag::Verb) if self.headline && at == 1 && self.is_named(0) => 2,
            _ => 0,
        }
    }

    /// "export controls on China": a verb that must have an object, with a preposition after it.
    fn lacks_object(&self, at: usize, reading: Reading) -> bool {
        self.lexicon.is(WordList::Transitive, reading.lemma)
            && self.units.get(at + 1).is_none_or(|next| {
                let particle = next.word.is_some_and(|word| {
                    self.lexicon.verb_phrases(reading.lemma).iter().any(|p| p.rest.first() == Some(&word))
                });
                !particle
                    && (matches!(next.tag, Tag::Stop | Tag::Colon) || self.may_be(at + 1, |t| t == Tag::Preposition))
            })
    }

    /// "talks end": a verb that never has an object, with something after it that would be one.
    fn has_needless_object(&self, at: usize, reading: Reading) -> bool {
        self.lexicon.is(WordList::Intransitive, reading.lemma)
            && self.units.get(at + 1).is_some_and(|next| next.word.is_some())
            && self.may_be(at + 1, |t| matches!(t, Tag::Noun | Tag::Verb | Tag::VerbS))
            && !self.may_be(at + 1, |t| matches!(t, Tag::Preposition | Tag::Adverb))
    }

    /// The unit before is the second of two that a hyphen joins.
    fn follows_pair(&self, at: usize) -> bool {
        at >= 3
            && self.is_named(at - 1)
            && self.units[at - 1].joined
            && self.units[at - 2].tag == Tag::Hyphen
            && self.is_named(at - 3)
    }

    /// "Peru, Chile seal pact": a headline's row of names stands before.
    fn follows_row(&self, at: usize) -> bool {
        self.headline
            && at >= 3
            && self.is_named(at - 1)
            && (self.units[at - 2].tag == Tag::Comma || self.may_be(at - 2, |t| t == Tag::Conjunction))
            && self.is_named(at - 3)
    }

    /// "let Danish ships use": a verb that another follows without "to", with its object between.
    fn is_let(&self, at: usize) -> bool {
        for back in (at.saturating_sub(LONGEST_OBJECT)..at).rev() {
            let unit = &self.units[back];
            let lets = |r: &Reading| r.tag.is_verb() && self.lexicon.is(WordList::Letting, r.lemma);
            if unit.word.is_some_and(|id| self.lexicon.word(id).readings.iter().any(lets)) {
                return back + 1 < at;
            }
            let object = |t| {
                matches!(
                    t,
                    Tag::Noun
                        | Tag::Name
                        | Tag::Determiner
                        | Tag::Possessive
                        | Tag::Adjective
                        | Tag::Number
                        | Tag::Pronoun
                )
            };
            if unit.mentions.is_none() && unit.tag != Tag::Number && !self.may_be(back, object) {
                return false;
            }
        }
        false
    }
}
