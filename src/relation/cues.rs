//! What stands around a word and speaks for or against one of its classes, beyond what the tag before it tells.

use super::{
    lexicon::{Complements, Controller, Lemma, Lexicon, Reading, Tag, TagSet, WordList},
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

/// What it costs that a verb does not have its subject's number.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Disagreement {
    noun: u32,
    name: u32,
}

impl Disagreement {
    /// With what stands right before the verb.
    pub(crate) const fn after(self, tag: Tag) -> u32 {
        match tag {
            Tag::Noun => self.noun,
            Tag::Name => self.name,
            _ => 0,
        }
    }
}

/// Past participles, those that are past forms too included.
const PARTICIPLES: TagSet = TagSet::of(&[Tag::VerbEd, Tag::VerbEn]);

const DETERMINERS: TagSet = TagSet::of(&[Tag::Determiner, Tag::Possessive]);

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
        const INVERTING: TagSet = TagSet::AUXILIARIES.with(Tag::Negation);
        let headline = units.headline;
        let units = &units.units[..];
        let first = units.iter().find(|u| !u.tag.is_mark() || u.word.is_some());
        let inverted = first.is_some_and(|unit| unit.may_be_any(INVERTING));
        Self { units, lexicon, headline, inverted }
    }

    /// Whether one of the readings that the lexicon has of a unit is such.
    fn may_be(&self, unit: usize, tag: Tag) -> bool {
        self.units.get(unit).is_some_and(|u| u.may_be(tag))
    }

    /// The same for several classes.
    fn may_be_any(&self, unit: usize, tags: TagSet) -> bool {
        self.units.get(unit).is_some_and(|u| u.may_be_any(tags))
    }

    /// The same for the unit before.
    fn before(&self, unit: usize, tags: TagSet) -> bool {
        unit.checked_sub(1).is_some_and(|before| self.units[before].may_be_any(tags))
    }

    /// The readings of a unit as a verb.
    fn verbs(&self, unit: &Unit) -> impl Iterator<Item = &'a Reading> + use<'a> {
        let word = unit.word.filter(|_| unit.may_be_any(TagSet::VERBS));
        word.map_or(&[][..], |id| self.lexicon.readings(id)).iter().filter(|r| r.tag.is_verb())
    }

    fn is_named(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|u| u.mentions.is_some())
    }

    fn follows_comma(&self, at: usize) -> bool {
        at > 0 && self.units[at - 1].tag == Tag::Comma
    }

    /// What is said of the reading of the unit at `at`; where it has no other, what that costs does not matter.
    pub(crate) fn of(&self, at: usize, reading: Reading, alone: bool) -> Cue {
        let mut cue = match reading.tag {
            Tag::Verb => self.for_verb(at),
            // "backs down, hands over general"
            Tag::VerbS if self.headline && at > 2 && self.follows_comma(at) || self.goes_on(at, reading) => {
                Cue { discount: 2, ..Cue::default() }
            }
            _ => Cue::default(),
        };
        if !alone {
            cue.cost = self.against(at, reading);
        }
        cue
    }

    fn for_verb(&self, at: usize) -> Cue {
        let is_let = self.is_let(at);
        let discount = if is_let || self.follows_row(at) { 2 } else { 0 };
        Cue { cost: 0, discount, governed: is_let || self.inverted }
    }

    /// What speaks against a reading.
    fn against(&self, at: usize, reading: Reading) -> u32 {
        match reading.tag {
            Tag::Verb | Tag::VerbS => {
                let object = self.lacks_object(at, reading) || self.has_needless_object(at, reading);
                self.against_verb(at) + self.against_pair(at) + self.against_term(at) + if object { AGAINST } else { 0 }
            }
            Tag::VerbEd => self.against_verb(at) + self.against_pair(at) + self.against_term(at),
            Tag::VerbPast => self.against_verb(at) + self.against_pair(at),
            Tag::VerbEn => self.against_verb(at),
            // "criticised growing ties": not what the verb governs
            Tag::VerbIng if self.may_be(at, Tag::Adjective) && self.refuses_gerund(at) => {
                self.against_verb(at) + AGAINST + 1
            }
            Tag::VerbIng => self.against_verb(at),
            Tag::Noun if self.may_be_any(at, TagSet::VERBS) => self.against_noun(at),
            Tag::Adjective if self.is_participle_with_agent(at) => AGAINST,
            // "may yet", not the month
            Tag::Time if !self.units[at].capital && self.may_be(at, Tag::Modal) => AGAINST,
            // "the government provided", not "provided that"
            Tag::Subordinator if at > 0 && !self.follows_comma(at) && self.may_be(at, Tag::VerbEd) => 2,
            Tag::Preposition => self.against_preposition(at),
            // "about 300", "most of": said of the number, said for the thing
            Tag::Determiner if self.may_be(at, Tag::Preposition) && !self.precedes_number(at) => 2,
            Tag::Adverb => self.against_adverb(at),
            _ => 0,
        }
    }

    /// "a “destabilising threat”": the mark parts no determiner from its noun.
    fn against_verb(&self, at: usize) -> u32 {
        if self.determined_over_quote(at) { AGAINST } else { 0 }
    }

    /// "US-China talks": what two share.
    fn against_pair(&self, at: usize) -> u32 {
        if self.follows_pair(at) { AGAINST } else { 0 }
    }

    /// "armed forces", "trade talks": a term of two words.
    fn against_term(&self, at: usize) -> u32 {
        if self.begins_term(at) { 2 } else { 0 }
    }

    /// Of a noun that may be a verb.
    fn against_noun(&self, at: usize) -> u32 {
        let mut cost = 0;
        if self.is_participle_with_agent(at) {
            cost += AGAINST;
        }
        // "two soldiers, wounded in": a participle, unless a determiner or an adjective makes a noun of it
        if self.is_bare_participle(at) {
            cost += 2;
        }
        // "of arming and training rebels", not "the training and equipping of rebels"
        if self.begins_gerunds(at) {
            cost += AGAINST;
        }
        // "accused of shelling villages", not of a kind of villages
        if self.asks_for_gerund(at) {
            cost += 2;
        }
        // "Peru and Chile say they", not "the Peru and Chile say"
        if self.is_verb_of_row(at) {
            cost += AGAINST;
        }
        cost
    }

    fn against_preposition(&self, at: usize) -> u32 {
        // "trying to interview": an infinitive where the word before asks for one
        let infinitive = if self.asks_for_infinitive(at) { 1 } else { 0 };
        infinitive + if self.may_be(at, Tag::Determiner) && self.precedes_number(at) { 2 } else { 0 }
    }

    fn against_adverb(&self, at: usize) -> u32 {
        // ", in separate talks": an adverb after a comma says nothing of an adjective
        let separate =
            self.may_be(at, Tag::Preposition) && self.follows_comma(at) && self.may_be(at + 1, Tag::Adjective);
        let part = || self.units.get(at + 1).is_some_and(|u| u.word == Some(self.lexicon.markers.part));
        u32::from(separate) + if self.may_be(at, Tag::Pronoun) && part() { 2 } else { 0 }
    }

    fn precedes_number(&self, at: usize) -> bool {
        self.units.get(at + 1).is_some_and(|u| u.tag == Tag::Number)
    }

    /// "Accused by Peru of": whatever else the word may be.
    fn is_participle_with_agent(&self, at: usize) -> bool {
        self.may_be_any(at, PARTICIPLES)
            && self.units.get(at + 1).is_some_and(|u| u.word == Some(self.lexicon.markers.agent))
    }

    /// Whether the lexicon has this word and the next as one noun; not after "to" or a modal, where a verb must stand.
    fn begins_term(&self, at: usize) -> bool {
        let Some(word) = self.units[at].word else { return false };
        let Some(next) = self.units.get(at + 1).filter(|u| u.may_be(Tag::Noun)).and_then(|u| u.word) else {
            return false;
        };
        let nouns = self.lexicon.readings(next).iter().filter(|r| r.tag == Tag::Noun);
        let mut terms = nouns.flat_map(|r| self.lexicon.noun_phrases(r.lemma));
        !self.before(at, TagSet::of(&[Tag::To, Tag::Modal]))
            && terms.any(|p| p.before.len() == 1 && p.before[0].word == word)
    }

    /// Right after a verb that governs no gerund.
    fn refuses_gerund(&self, at: usize) -> bool {
        const OTHERS: TagSet = TagSet::VERBS.without(TagSet::of(&[Tag::VerbIng]));
        let before = at.checked_sub(1).map(|i| &self.units[i]);
        let verb = |u: &&Unit| u.may_be_any(OTHERS) && !u.may_be_any(TagSet::AUXILIARIES);
        let Some(word) = before.filter(verb).and_then(|u| u.word) else { return false };
        let governs = |r: &Reading| {
            self.lexicon.governs(Tag::Verb, r.lemma).iter().any(|g| g.complements.meets(Complements::ING))
        };
        !self.lexicon.readings(word).iter().any(governs)
    }

    /// Right after a quotation mark with a determiner before it.
    fn determined_over_quote(&self, at: usize) -> bool {
        at >= 2 && self.units[at - 1].tag == Tag::Quote && self.units[at - 2].may_be_any(DETERMINERS)
    }

    /// The first of two gerunds that "and" joins, of which the second has an object.
    fn begins_gerunds(&self, at: usize) -> bool {
        self.may_be(at, Tag::VerbIng)
            && self.before(at, TagSet::of(&[Tag::Preposition]))
            && self.may_be(at + 1, Tag::Conjunction)
            && self.may_be(at + 2, Tag::VerbIng)
            && (self.is_named(at + 3) || self.may_be_any(at + 3, DETERMINERS))
    }

    fn is_bare_participle(&self, at: usize) -> bool {
        const DETERMINED: TagSet =
            DETERMINERS.union(TagSet::of(&[Tag::Adjective, Tag::Number, Tag::Demonym, Tag::Genitive]));
        let before = at.checked_sub(1).map(|i| &self.units[i]);
        self.may_be_any(at, PARTICIPLES)
            && before.is_none_or(|u| !DETERMINED.has(u.tag) && !u.may_be_any(DETERMINED))
            && self.units[at].word.is_some_and(|id| self.lexicon.form(id).ends_with("ed"))
    }

    /// "condemns the raid, and calls on Peru": after a comma or "and", with its particle, a verb rather than a noun where the
    /// sentence has its present tense before.
    fn goes_on(&self, at: usize, reading: Reading) -> bool {
        let joined = || self.follows_comma(at) || self.before(at, TagSet::of(&[Tag::Conjunction]));
        let particle = || {
            let next = self.units.get(at + 1).and_then(|u| u.word);
            let phrases = self.lexicon.verb_phrases(reading.lemma);
            phrases.iter().any(|p| p.rest.is_empty() && Some(p.first) == next)
        };
        // nothing but a verb in the present or future
        let present = |u: &Unit| u.may_be(Tag::Modal) || u.facts.tags == TagSet::of(&[Tag::VerbS]);
        self.may_be(at, Tag::Noun) && joined() && particle() && self.units[..at].iter().any(present)
    }

    /// What may be a gerund, with a plural noun after it, after the preposition with which a verb governs gerunds.
    fn asks_for_gerund(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if !self.may_be(at, Tag::VerbIng) || !self.units[before].may_be(Tag::Preposition) {
            return false;
        }
        let Some(word) = self.units[before].word else { return false };
        let object = |unit: &Unit| {
            let plural = |word| {
                let mut nouns = self.lexicon.readings(word).iter().filter(|r| r.tag == Tag::Noun);
                nouns.any(|r| self.lexicon.is_plural(word, r.lemma))
            };
            unit.may_be(Tag::Noun) && unit.word.is_some_and(plural)
        };
        if !self.units.get(at + 1).is_some_and(object) || self.begins_term(at) {
            return false;
        }
        let shape = Complements::preposition(self.lexicon.form(word));
        let governs = |unit: &Unit| {
            let governs = |lemma| self.lexicon.governs(Tag::Verb, lemma).iter().any(|g| g.complements.meets(shape));
            self.verbs(unit).any(|r| governs(r.lemma))
        };
        let near = self.units[before.saturating_sub(LONGEST_OBJECT)..before].iter().rev();
        near.take_while(|u| u.mentions.is_some() || u.word.is_some() || u.tag == Tag::Mark).any(governs)
    }

    /// A "to" before what may be a verb, after a verb that governs infinitives, or such a verb's object.
    fn asks_for_infinitive(&self, at: usize) -> bool {
        const NOMINAL: TagSet =
            TagSet::of(&[Tag::Noun, Tag::Name, Tag::Determiner, Tag::Adjective, Tag::Possessive, Tag::Conjunction]);
        if !(self.may_be(at, Tag::To) && self.may_be(at + 1, Tag::Verb)) {
            return false;
        }
        for back in (at.saturating_sub(LONGEST_OBJECT)..at).rev() {
            if self.governs_infinitive(back, at, back + 1 < at) {
                return true;
            }
            let unit = &self.units[back];
            let particle = back + 2 < at && unit.may_be(Tag::Preposition);
            if unit.mentions.is_none() && !particle && !unit.may_be_any(NOMINAL) {
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
            let own = phrases.iter().any(|p| p.rest.is_empty() && Some(p.first) == particle);
            let with_particle = || {
                let after = self.units[unit + 1].word;
                object && phrases.iter().any(|p| p.rest.is_empty() && Some(p.first) == after && governs(p.lemma))
            };
            governs(r.lemma) && !own || with_particle()
        };
        self.verbs(&self.units[unit]).any(asks)
    }

    /// What it costs that a verb (or one in -s) does not have its subject's number: "talks ends", "Peru buy".
    pub(crate) fn disagreement(&self, at: usize, tag: Tag) -> Disagreement {
        let Some(before) = at.checked_sub(1) else { return Disagreement::default() };
        let form = self.units[before].word.map_or("", |id| self.lexicon.form(id));
        let plural = form.ends_with('s') && !form.ends_with("ss");
        if tag == Tag::VerbS {
            return Disagreement { noun: u32::from(plural), name: 0 };
        }
        let name = if self.headline && at == 1 && self.is_named(0) { 2 } else { 0 };
        Disagreement { noun: 2 * u32::from(!plural), name }
    }

    /// "export controls on China": a verb that must have an object, with a preposition after it.
    fn lacks_object(&self, at: usize, reading: Reading) -> bool {
        self.lexicon.is(WordList::Transitive, reading.lemma)
            && self.units.get(at + 1).is_none_or(|next| {
                let particle = next
                    .word
                    .is_some_and(|word| self.lexicon.verb_phrases(reading.lemma).iter().any(|p| p.first == word));
                let infinitive = next.may_be(Tag::To) && self.may_be(at + 2, Tag::Verb);
                !particle
                    && !infinitive
                    && (matches!(next.tag, Tag::Stop | Tag::Colon) || next.may_be(Tag::Preposition))
            })
    }

    /// "talks end": a verb that never has an object, with something after it that would be one.
    fn has_needless_object(&self, at: usize, reading: Reading) -> bool {
        self.lexicon.is(WordList::Intransitive, reading.lemma)
            && self.may_be_any(at + 1, TagSet::of(&[Tag::Noun, Tag::Verb, Tag::VerbS]))
            && !self.may_be_any(at + 1, TagSet::of(&[Tag::Preposition, Tag::Adverb]))
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
            && (self.headline && self.units[at - 2].tag == Tag::Comma || self.may_be(at - 2, Tag::Conjunction))
            && self.is_named(at - 3)
    }

    /// "Peru and Chile say they", "Peru and Chile call on": a base form after the row that its clause begins with, and
    /// before what only a verb has after it.
    fn is_verb_of_row(&self, at: usize) -> bool {
        const OPENING: TagSet = TagSet::MARKS.union(TagSet::of(&[Tag::That, Tag::Subordinator]));
        const STANDING_FOR: TagSet = DETERMINERS.union(TagSet::of(&[Tag::Pronoun, Tag::That]));
        if !self.may_be(at, Tag::Verb) || !self.follows_row(at) {
            return false;
        }
        let begins = at == 3 || self.units[at - 4].tag.is_mark() || self.units[at - 4].may_be_any(OPENING);
        let next = self.units.get(at + 1).and_then(|u| u.word);
        let particle = |r: &Reading| {
            r.tag == Tag::Verb && self.lexicon.verb_phrases(r.lemma).iter().any(|p| Some(p.first) == next)
        };
        begins
            && (self.may_be_any(at + 1, STANDING_FOR)
                || self.is_named(at + 2) && self.verbs(&self.units[at]).any(particle))
    }

    /// "let Danish ships use": a verb that another follows without "to", with its object between.
    fn is_let(&self, at: usize) -> bool {
        const OBJECT: TagSet =
            DETERMINERS.union(TagSet::of(&[Tag::Noun, Tag::Name, Tag::Adjective, Tag::Number, Tag::Pronoun]));
        for back in (at.saturating_sub(LONGEST_OBJECT)..at).rev() {
            let unit = &self.units[back];
            if self.verbs(unit).any(|r| self.lexicon.is(WordList::Letting, r.lemma)) {
                return back + 1 < at;
            }
            if unit.mentions.is_none() && unit.tag != Tag::Number && !unit.may_be_any(OBJECT) {
                return false;
            }
        }
        false
    }
}
