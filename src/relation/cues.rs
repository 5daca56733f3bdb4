//! What stands around a word and speaks for or against one of its classes, beyond what the tag before it tells.

use super::{
    lexicon::{Complements, Controller, Lemma, Lexicon, Reading, Tag, WordList},
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
    /// The first unit that can be nothing but a verb in the present or future.
    present: Option<usize>,
}

impl<'a> Cues<'a> {
    pub(crate) fn new(units: &'a Units, lexicon: &'a Lexicon) -> Self {
        let headline = units.headline;
        let units = &units.units[..];
        let mut cues = Self { units, lexicon, headline, inverted: false, present: None };
        cues.present = (0..units.len()).find(|&i| {
            let known = units[i].word.map_or(&[][..], |id| lexicon.word(id).readings);
            known.iter().any(|r| r.tag == Tag::Modal) || !known.is_empty() && known.iter().all(|r| r.tag == Tag::VerbS)
        });
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
            // "backs down, hands over general"
            let after_comma = at > 2 && self.units[at - 1].tag == Tag::Comma;
            if tag == Tag::VerbS && self.headline && after_comma {
                cue.discount = 2;
            }
            if tag == Tag::VerbS && self.goes_on(at, reading) {
                cue.discount = 2;
            }
            cue.governed |= self.inverted && tag == Tag::Verb;
        }
        // "US-China talks": what two share
        if (tag.is_finite() && tag.is_verb() || tag == Tag::VerbEd) && self.follows_pair(at) {
            cue.cost += AGAINST;
        }
        // "armed forces", "trade talks": a term of two words
        if (tag == Tag::Verb || tag == Tag::VerbS || tag == Tag::VerbEd) && self.begins_term(at) {
            cue.cost += 2;
        }
        // "Accused by Peru of": whatever else the word may be
        let agent = self.units.get(at + 1).is_some_and(|u| u.word == Some(self.lexicon.markers.agent));
        if agent
            && matches!(tag, Tag::Noun | Tag::Adjective)
            && self.may_be(at, |t| matches!(t, Tag::VerbEd | Tag::VerbEn))
        {
            cue.cost += AGAINST;
        }
        // "two soldiers, wounded in": a participle, unless a determiner or an adjective makes a noun of it
        if tag == Tag::Noun && self.is_bare_participle(at) {
            cue.cost += 2;
        }
        // "of arming and training rebels", not "the training and equipping of rebels"
        if tag == Tag::Noun && self.begins_gerunds(at) {
            cue.cost += AGAINST;
        }
        // "criticised growing ties": not what the verb governs
        if tag == Tag::VerbIng && self.may_be(at, |t| t == Tag::Adjective) && self.refuses_gerund(at) {
            cue.cost += AGAINST + 1;
        }
        // "a “destabilising threat”": the mark parts no determiner from its noun
        if tag.is_verb() && self.determined_over_quote(at) {
            cue.cost += AGAINST;
        }
        // "may yet", not the month
        if tag == Tag::Time && !self.units[at].capital && self.may_be(at, |t| t == Tag::Modal) {
            cue.cost += AGAINST;
        }
        // "accused of shelling villages", not of a kind of villages
        if tag == Tag::Noun && self.asks_for_gerund(at) {
            cue.cost += 2;
        }
        // "the government provided", not "provided that"
        let inside = at.checked_sub(1).is_some_and(|i| self.units[i].tag != Tag::Comma);
        if tag == Tag::Subordinator && inside && self.may_be(at, |t| t == Tag::VerbEd) {
            cue.cost += 2;
        }
        // "trying to interview": an infinitive where the word before asks for one
        if tag == Tag::Preposition && self.asks_for_infinitive(at) {
            cue.cost += 1;
        }
        // ", in separate talks": an adverb after a comma says nothing of an adjective
        let after_comma = at > 0 && self.units[at - 1].tag == Tag::Comma;
        if tag == Tag::Adverb
            && after_comma
            && self.may_be(at, |t| t == Tag::Preposition)
            && self.may_be(at + 1, |t| t == Tag::Adjective)
        {
            cue.cost += 1;
        }
        // "Peru and Chile say they", not "the Peru and Chile say"
        if tag == Tag::Noun && self.is_verb_of_row(at) {
            cue.cost += AGAINST;
        }
        // "about 300", "most of": said of the number, said for the thing
        let number = self.units.get(at + 1).is_some_and(|u| u.tag == Tag::Number);
        let part = self.units.get(at + 1).is_some_and(|u| u.word == Some(self.lexicon.markers.part));
        if tag == Tag::Preposition && number && self.may_be(at, |t| t == Tag::Determiner)
            || tag == Tag::Determiner && !number && self.may_be(at, |t| t == Tag::Preposition)
            || tag == Tag::Adverb && part && self.may_be(at, |t| t == Tag::Pronoun)
        {
            cue.cost += 2;
        }
        cue
    }

    /// Whether the lexicon has this word and the next as one noun; not after "to" or a modal, where a verb must stand.
    fn begins_term(&self, at: usize) -> bool {
        let (Some(word), Some(next)) = (self.units[at].word, self.units.get(at + 1).and_then(|u| u.word)) else {
            return false;
        };
        let governed = at.checked_sub(1).is_some_and(|i| self.may_be(i, |t| matches!(t, Tag::To | Tag::Modal)));
        let nouns = self.lexicon.word(next).readings.iter().filter(|r| r.tag == Tag::Noun);
        let mut terms = nouns.flat_map(|r| self.lexicon.noun_phrases(r.lemma));
        !governed && terms.any(|p| p.before.len() == 1 && p.before[0].word == word)
    }

    /// Right after a verb that governs no gerund.
    fn refuses_gerund(&self, at: usize) -> bool {
        let Some(word) = at.checked_sub(1).and_then(|i| self.units[i].word) else { return false };
        let readings = self.lexicon.word(word).readings;
        let governs = |r: &Reading| {
            self.lexicon.governs(Tag::Verb, r.lemma).iter().any(|g| g.complements.meets(Complements::ING))
        };
        let verb = |r: &Reading| r.tag.is_verb() && r.tag != Tag::VerbIng;
        readings.iter().any(verb) && !readings.iter().any(|r| r.tag.is_auxiliary() || governs(r))
    }

    /// Right after a quotation mark with a determiner before it.
    fn determined_over_quote(&self, at: usize) -> bool {
        let determiner = |t| matches!(t, Tag::Determiner | Tag::Possessive);
        at >= 2 && self.units[at - 1].tag == Tag::Quote && self.may_be(at - 2, determiner)
    }

    /// The first of two gerunds that "and" joins, of which the second has an object.
    fn begins_gerunds(&self, at: usize) -> bool {
        let gerund = |i: usize| self.may_be(i, |t| t == Tag::VerbIng);
        let bare = at.checked_sub(1).is_some_and(|i| self.may_be(i, |t| t == Tag::Preposition));
        let object = |t| matches!(t, Tag::Determiner | Tag::Possessive);
        bare && gerund(at)
            && self.may_be(at + 1, |t| t == Tag::Conjunction)
            && gerund(at + 2)
            && (self.is_named(at + 3) || self.may_be(at + 3, object))
    }

    fn is_bare_participle(&self, at: usize) -> bool {
        let ed = self.units[at].word.is_some_and(|id| self.lexicon.form(id).ends_with("ed"));
        let determined = |t| {
            matches!(t, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Demonym | Tag::Genitive)
        };
        let before = at.checked_sub(1);
        let free = before.is_none_or(|i| !determined(self.units[i].tag) && !self.may_be(i, determined));
        ed && free && self.may_be(at, |t| matches!(t, Tag::VerbEd | Tag::VerbEn))
    }

    /// "condemns the raid, and calls on Peru": after a comma or "and", with its particle, a verb rather than a noun where the
    /// sentence has its present tense before.
    fn goes_on(&self, at: usize, reading: Reading) -> bool {
        let joined = at
            .checked_sub(1)
            .is_some_and(|i| self.units[i].tag == Tag::Comma || self.may_be(i, |t| t == Tag::Conjunction));
        let next = self.units.get(at + 1).and_then(|u| u.word);
        let phrases = self.lexicon.verb_phrases(reading.lemma);
        let particle = next.is_some() && phrases.iter().any(|p| p.rest.len() == 1 && p.rest.first() == next.as_ref());
        let present = self.present.is_some_and(|first| first < at);
        joined && particle && present && self.may_be(at, |t| t == Tag::Noun)
    }

    /// What may be a gerund, with a plural noun after it, after the preposition with which a verb governs gerunds.
    fn asks_for_gerund(&self, at: usize) -> bool {
        let object = |unit: &Unit| {
            let nouns =
                |r: &Reading| r.tag == Tag::Noun && unit.word.is_some_and(|word| self.lexicon.is_plural(word, r.lemma));
            unit.word.is_some_and(|id| self.lexicon.word(id).readings.iter().any(nouns))
        };
        if !self.may_be(at, |t| t == Tag::VerbIng)
            || !self.units.get(at + 1).is_some_and(object)
            || self.begins_term(at)
        {
            return false;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        let Some(word) = self.units[before].word.filter(|_| self.may_be(before, |t| t == Tag::Preposition)) else {
            return false;
        };
        let shape = Complements::preposition(self.lexicon.form(word));
        let governs = |unit: &Unit| {
            let verb = |r: &Reading| {
                r.tag.is_verb() && self.lexicon.governs(Tag::Verb, r.lemma).iter().any(|g| g.complements.meets(shape))
            };
            unit.word.is_some_and(|id| self.lexicon.word(id).readings.iter().any(verb))
        };
        let near = self.units[before.saturating_sub(LONGEST_OBJECT)..before].iter().rev();
        near.take_while(|u| u.mentions.is_some() || u.word.is_some() || u.tag == Tag::Mark).any(governs)
    }

    /// A "to" before what may be a verb, after a verb that governs infinitives, or such a verb's object.
    fn asks_for_infinitive(&self, at: usize) -> bool {
        if !(self.may_be(at, |t| t == Tag::To) && self.may_be(at + 1, |t| t == Tag::Verb)) {
            return false;
        }
        for back in (at.saturating_sub(LONGEST_OBJECT)..at).rev() {
            if self.governs_infinitive(back, at, back + 1 < at) {
                return true;
            }
            let nominal = |t| {
                matches!(
                    t,
                    Tag::Noun | Tag::Name | Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Conjunction
                )
            };
            let particle = back + 2 < at && self.may_be(back, |t| t == Tag::Preposition);
            if self.units[back].mentions.is_none() && !particle && !self.may_be(back, nominal) {
                return false;
            }
        }
        false
    }

    /// Whether a unit may be a verb that governs infinitives; one that is to act as its object says, where one stands
    /// between.
    fn governs_infinitive(&self, unit: usize, to: usize, object: bool) -> bool {
        let governs = |lemma: Lemma| {
            self.lexicon
                .governs(Tag::Verb, lemma)
                .iter()
                .any(|g| g.complements.meets(Complements::TO) && (!object || g.controller == Controller::Object))
        };
        let particle = self.units[to].word;
        let asks = |r: &Reading| {
            let phrases = self.lexicon.verb_phrases(r.lemma);
            let own = phrases.iter().any(|p| p.rest.len() == 1 && p.rest.first() == particle.as_ref());
            let with_particle = || {
                let after = self.units[unit + 1].word;
                object
                    && phrases.iter().any(|p| p.rest.len() == 1 && p.rest.first() == after.as_ref() && governs(p.lemma))
            };
            r.tag.is_verb() && (governs(r.lemma) && !own || with_particle())
        };
        self.units[unit].word.is_some_and(|id| self.lexicon.word(id).readings.iter().any(asks))
    }

    /// What it costs that a verb does not have its subject's number: "talks ends", "Peru buy".
    pub(crate) fn disagreement(&self, at: usize, before: Tag, tag: Tag) -> u32 {
        let plural = |unit: &Unit| {
            let form = unit.word.map_or("", |id| self.lexicon.form(id));
            form.ends_with('s') && !form.ends_with("ss")
        };
        match (before, tag) {
            (Tag::Noun, Tag::VerbS) => u32::from(plural(&self.units[at - 1])),
            (Tag::Noun, Tag::Verb) => 2 * u32::from(!plural(&self.units[at - 1])),
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
                let infinitive = self.may_be(at + 1, |t| t == Tag::To) && self.may_be(at + 2, |t| t == Tag::Verb);
                !particle
                    && !infinitive
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

    /// "Peru and Chile call on", in headlines "Peru, Chile seal pact": a row of names stands before.
    fn follows_row(&self, at: usize) -> bool {
        at >= 3
            && self.is_named(at - 1)
            && (self.headline && self.units[at - 2].tag == Tag::Comma || self.may_be(at - 2, |t| t == Tag::Conjunction))
            && self.is_named(at - 3)
    }

    /// "Peru and Chile say they", "Peru and Chile call on": a base form after the row that its clause begins with, and
    /// before what only a verb has after it.
    fn is_verb_of_row(&self, at: usize) -> bool {
        let opens = |t: Tag| t.is_mark() || matches!(t, Tag::That | Tag::Subordinator);
        let begins = |first: usize| first == 0 || self.units[first - 1].tag.is_mark() || self.may_be(first - 1, opens);
        let stands_for = |t| matches!(t, Tag::Pronoun | Tag::That | Tag::Determiner | Tag::Possessive);
        let next = self.units.get(at + 1);
        let particle = |r: &Reading| {
            r.tag == Tag::Verb
                && self.is_named(at + 2)
                && self
                    .lexicon
                    .verb_phrases(r.lemma)
                    .iter()
                    .any(|p| p.rest.first() == next.and_then(|u| u.word).as_ref())
        };
        self.follows_row(at)
            && begins(at - 3)
            && self.may_be(at, |t| t == Tag::Verb)
            && (self.may_be(at + 1, stands_for)
                || self.units[at].word.is_some_and(|id| self.lexicon.word(id).readings.iter().any(particle)))
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
