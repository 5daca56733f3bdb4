//! Verb groups: auxiliaries, negation and adverbs with their verb, and the particles that belong to it.

use super::{
    Modality,
    lexicon::{AuxiliaryForm, InPhrases, Lemma, Lexicon, Tag, TagSet, VerbPhrase, WordId, WordList},
    unit::Unit,
};

/// In which form a verb group stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    /// "condemned", "has been condemned", "will condemn".
    Finite,
    /// "to condemn".
    Infinitive,
    /// "condemning".
    Gerund,
    /// "taken": a participle alone.
    Participle,
    /// "imposed": past or participle; the clause decides.
    PastOrParticiple,
}

/// A verb with its auxiliaries.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbGroup {
    pub(crate) first: usize,
    /// The last unit, particles included.
    pub(crate) last: usize,
    /// The verb itself.
    pub(crate) head: usize,
    /// The verb alone; [`Lemma::UNKNOWN`] for be as a full verb.
    pub(crate) verb: Lemma,
    /// With its particles: "lash out"; the same as `verb` without.
    pub(crate) lemma: Lemma,
    /// The same without the last particle: "open fire" of "open fire on".
    pub(crate) shorter: Lemma,
    pub(crate) form: VerbForm,
    pub(crate) passive: bool,
    pub(crate) negated: bool,
    pub(crate) modal: Option<Modality>,
    /// Be as a full verb: a predicate follows.
    pub(crate) copula: bool,
    /// "had", "was", "said": a past form, for the sequence of tenses.
    pub(crate) past: bool,
}

/// What a verb group can begin with.
pub(crate) const OPENING: TagSet =
    TagSet::VERBS.union(TagSet::AUXILIARIES).union(TagSet::of(&[Tag::To, Tag::Negation]));

/// Reads the group that begins at `at`.
pub(crate) fn read(units: &[Unit], at: usize, lexicon: &Lexicon) -> Option<VerbGroup> {
    let mut i = at;
    // "to join", "not to join"
    let denied = units[i].tag == Tag::Negation && units.get(i + 1).is_some_and(|u| u.tag == Tag::To);
    let to = i + usize::from(denied);
    let infinitive = units[to].tag == Tag::To && {
        let mut next = to + 1;
        while units.get(next).is_some_and(|u| matches!(u.tag, Tag::Adverb | Tag::Negation | Tag::Quote)) {
            next += 1;
        }
        units.get(next).is_some_and(|u| matches!(u.tag, Tag::Verb | Tag::Be | Tag::Have | Tag::Do))
    };
    let bare = units[i].tag == Tag::Verb
        && at
            .checked_sub(1)
            .is_some_and(|last| units[last].tag.is_verb() && lexicon.is(WordList::Bare, units[last].lemma));
    if infinitive {
        i = to + 1;
    } else if units[i].tag == Tag::Negation {
        // "not attacking": only before a verb
        if !units.get(i + 1).is_some_and(|u| u.tag.is_verb() || u.tag.is_auxiliary() || u.tag == Tag::To) {
            return None;
        }
    } else if !(units[i].tag.is_verb() || units[i].tag.is_auxiliary()) {
        return None;
    }
    if at == 0 && matches!(units[i].tag, Tag::Do | Tag::Modal) && !follows_auxiliary(units, i + 1) {
        return None; // "Did Israel ...?": the verb comes after the subject
    }
    if is_inverted(units, at, lexicon) {
        return None; // "Never has Peru ..."
    }
    let mut state = State { negated: infinitive && denied, ..State::default() };
    let mut end = i;
    while let Some(unit) = units.get(i) {
        let facts = unit.facts;
        match unit.tag {
            tag if tag.is_auxiliary() && state.verb.is_none() => {
                if !state.auxiliary(tag, facts.form, facts.modal, i, unit) {
                    break;
                }
                state.negated |= facts.negative;
            }
            Tag::To if state.verb.is_none() && state.negated && i == at + 1 => {}
            // "ought to leave"
            Tag::To if state.verb.is_none() && state.any_modal && units[i - 1].tag == Tag::Modal => {}
            Tag::Negation if state.verb.is_none() => state.negated = true,
            Tag::Adverb if state.verb.is_none() => {}
            // is “gravely concerned”
            Tag::Quote if state.verb.is_none() && i > at => {}
            Tag::Conjunction | Tag::Comma if state.verb.is_none() && i > at && parenthesis(units, i) > i => {
                i = parenthesis(units, i);
            }
            // "remains deeply opposed to"
            tag if tag.is_verb() && state.is_bare() && governs_participle(units, i, lexicon) => {
                let form = match tag {
                    Tag::VerbIng => AuxiliaryForm::Gerund,
                    Tag::Verb if infinitive || state.any_modal => AuxiliaryForm::Base,
                    _ => AuxiliaryForm::Finite,
                };
                state.past |= matches!(tag, Tag::VerbPast | Tag::VerbEd);
                state.be = Some((i, form));
            }
            tag if tag.is_verb() && state.verb.is_none() && state.takes(tag) => {
                state.verb = Some(i);
                end = i;
                break;
            }
            _ => break,
        }
        if unit.tag.is_auxiliary() {
            end = i;
        }
        i += 1;
    }
    // "Vietnam will too", "as will Peru"
    let inverts = |u: &Unit| u.word.is_some_and(|w| lexicon.markers.inverting.contains(&w));
    state.alone = units.get(i).is_none_or(ends_clause) || at > 0 && inverts(&units[at - 1]);
    let mut group = state.finish(units, at, end, infinitive || bare)?;
    if group.copula {
        // "is not": the negation after a full verb be belongs to it
        while let Some(unit) = units.get(group.last + 1) {
            match unit.tag {
                Tag::Negation => group.negated = true,
                Tag::Adverb => {}
                _ => break,
            }
            group.last += 1;
        }
    } else {
        particles(&mut group, units, lexicon);
    }
    Some(group)
}

/// "Never has Peru ...", "Nor will Peru ...": a denial opens the clause, and the verb comes after the subject.
fn is_inverted(units: &[Unit], at: usize, lexicon: &Lexicon) -> bool {
    let subject = |i: usize| units.get(i).is_some_and(|u| opens_nouns(u.tag) || u.tag == Tag::Pronoun);
    // "and it did not pay, nor has Peru"
    let nor = at.checked_sub(1).is_some_and(|i| units[i].tag == Tag::Conjunction && lexicon.denies(units[i].word));
    if nor && units[at].tag.is_auxiliary() && subject(at + 1) {
        return true;
    }
    let denies = |i: usize| units.get(i).is_some_and(|u| u.tag == Tag::Negation);
    let auxiliary = if denies(at) { at + 1 } else { at };
    // "Not since 1998 has Peru ..."
    let denied = units[0].tag == Tag::Negation && !units[..auxiliary].iter().any(|u| u.tag.is_verb());
    if denied && auxiliary == at && at > 1 && units[at].tag.is_auxiliary() && units[at - 1].tag != Tag::Name {
        return subject(at + 1);
    }
    let before = auxiliary.checked_sub(1);
    if !before.is_some_and(denies) {
        return false;
    }
    let opens = auxiliary == 1
        || auxiliary >= 2 && (units[auxiliary - 2].tag.is_mark() || units[auxiliary - 2].tag == Tag::Conjunction);
    // "nor" joins and denies at once
    (opens || before.is_some_and(|i| units[i].may_be(Tag::Conjunction)))
        && units.get(auxiliary).is_some_and(|u| u.tag.is_auxiliary())
        && subject(auxiliary + 1)
}

/// The last unit of what may stand between an auxiliary and its verb: "repeatedly and strongly", ", however,"; else `at`.
fn parenthesis(units: &[Unit], at: usize) -> usize {
    let tag = |i: usize| units.get(i).map(|u| u.tag);
    let mut end = at + 1;
    while tag(end) == Some(Tag::Adverb) {
        end += 1;
    }
    let adverbs = end > at + 1;
    match units[at].tag {
        Tag::Conjunction if adverbs && tag(at - 1) == Some(Tag::Adverb) => end - 1,
        Tag::Comma if adverbs && tag(end) == Some(Tag::Comma) && follows_auxiliary(units, end + 1) => end,
        _ => at,
    }
}

/// A verb like "remain" before a participle that has no object.
fn governs_participle(units: &[Unit], at: usize, lexicon: &Lexicon) -> bool {
    let mut next = at + 1;
    while units.get(next).is_some_and(|u| matches!(u.tag, Tag::Adverb | Tag::Quote)) {
        next += 1;
    }
    lexicon.is(WordList::Copular, units[at].lemma)
        && units.get(next).is_some_and(|u| matches!(u.tag, Tag::VerbEd | Tag::VerbEn))
        && !units.get(next + 1).is_some_and(|u| opens_nouns(u.tag) && u.tag != Tag::Number)
}

/// Whether a clause may end before the unit.
fn ends_clause(unit: &Unit) -> bool {
    matches!(
        unit.tag,
        Tag::Comma | Tag::Stop | Tag::Colon | Tag::Quote | Tag::Conjunction | Tag::Subordinator | Tag::Time
    )
}

/// Whether the unit goes on with a verb group.
fn follows_auxiliary(units: &[Unit], at: usize) -> bool {
    let goes_on = |u: &Unit| u.tag.is_verb() || u.tag.is_auxiliary() || matches!(u.tag, Tag::Negation | Tag::Adverb);
    units.get(at).is_some_and(goes_on)
}

#[derive(Debug, Default)]
struct State {
    be: Option<(usize, AuxiliaryForm)>,
    have: Option<(usize, AuxiliaryForm, Lemma)>,
    do_: Option<(usize, AuxiliaryForm, Lemma)>,
    modal: Option<Modality>,
    any_modal: bool,
    verb: Option<usize>,
    negated: bool,
    finite: bool,
    progressive: bool,
    past: bool,
    /// Nothing follows that could be its verb.
    alone: bool,
}

impl State {
    /// No verb yet, and no auxiliary that asks for a certain form.
    fn is_bare(&self) -> bool {
        self.verb.is_none() && self.be.is_none() && self.do_.is_none()
    }

    fn auxiliary(&mut self, tag: Tag, form: AuxiliaryForm, modal: Option<Modality>, at: usize, unit: &Unit) -> bool {
        if form == AuxiliaryForm::Finite
            && (self.be.is_some() || self.have.is_some() || self.any_modal)
            && tag != Tag::Be
        {
            return false;
        }
        match tag {
            Tag::Modal => {
                self.any_modal = true;
                self.modal = modal;
                self.finite = true;
            }
            Tag::Be => {
                if let Some((_, before)) = self.be
                    && (form == AuxiliaryForm::Finite
                        || before == AuxiliaryForm::Participle && form == AuxiliaryForm::Base)
                {
                    return false;
                }
                self.progressive |= form == AuxiliaryForm::Gerund;
                let first = self.be.map_or(form, |(_, first)| first);
                self.be = Some((at, first));
                self.finite |= matches!(form, AuxiliaryForm::Finite);
            }
            Tag::Have => {
                self.have = Some((at, form, unit.lemma));
                self.finite |= matches!(form, AuxiliaryForm::Finite | AuxiliaryForm::Base);
            }
            Tag::Do => {
                self.do_ = Some((at, form, unit.lemma));
                self.finite |= matches!(form, AuxiliaryForm::Finite | AuxiliaryForm::Base);
            }
            _ => return false,
        }
        true
    }

    /// Whether a verb in this form can follow these auxiliaries.
    fn takes(&self, tag: Tag) -> bool {
        match tag {
            Tag::VerbS | Tag::VerbPast => {
                self.be.is_none() && self.have.is_none() && !self.any_modal && self.do_.is_none()
            }
            Tag::Verb => self.be.is_none() && self.have.is_none(),
            Tag::VerbIng => self.have.is_none() || self.be.is_some(),
            _ => true,
        }
    }

    fn finish(self, units: &[Unit], first: usize, end: usize, infinitive: bool) -> Option<VerbGroup> {
        let tag = self.verb.map(|i| units[i].tag);
        let participle = matches!(tag, Some(Tag::VerbEn | Tag::VerbEd));
        let passive = participle && self.be.is_some();
        let (head, verb, copula) = match (self.verb, self.be, self.have, self.do_) {
            (Some(head), ..) => (head, units[head].lemma, false),
            (None, Some((head, _)), ..) => (head, Lemma::UNKNOWN, true),
            (None, None, Some((head, _, lemma)), _) | (None, None, None, Some((head, _, lemma))) => {
                (head, lemma, false)
            }
            (None, None, None, None) if self.any_modal && self.alone => (end, Lemma::UNKNOWN, false),
            (None, None, None, None) => return None,
        };
        let auxiliary =
            self.be.map(|(_, form)| form).or(self.have.map(|(_, form, _)| form)).or(self.do_.map(|(_, f, _)| f));
        let having = matches!(self.have, Some((_, AuxiliaryForm::Gerund, _))); // "Having been occupied"
        let form = match tag {
            _ if infinitive => VerbForm::Infinitive,
            _ if self.any_modal => VerbForm::Finite,
            _ if auxiliary == Some(AuxiliaryForm::Gerund) || having => VerbForm::Gerund,
            _ if auxiliary == Some(AuxiliaryForm::Participle) && self.have.is_none() => VerbForm::Participle,
            _ if auxiliary.is_some() => VerbForm::Finite,
            Some(Tag::VerbIng) => VerbForm::Gerund,
            Some(Tag::VerbEn) => VerbForm::Participle,
            Some(Tag::VerbEd) => VerbForm::PastOrParticiple,
            _ => VerbForm::Finite,
        };
        Some(VerbGroup {
            first,
            last: end,
            head,
            verb,
            lemma: verb,
            shorter: verb,
            form,
            passive: passive || form == VerbForm::Participle && !copula,
            negated: self.negated,
            modal: self.modal,
            copula,
            past: self.past || matches!(tag, Some(Tag::VerbPast | Tag::VerbEd)),
        })
    }
}

/// What may stand between a verb and a noun of its idiom: "throw its full weight behind".
fn skippable(tag: Tag) -> bool {
    matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Adverb)
}

/// The last unit of the phrase, if it stands at `at`.
fn matches(phrase: &VerbPhrase, units: &[Unit], mut at: usize) -> Option<usize> {
    let mut last = at;
    for (n, &want) in std::iter::once(&phrase.first).chain(&phrase.rest).enumerate() {
        let mut skipped = 0;
        while units.get(at).is_some_and(|u| u.word != Some(want) && skippable(u.tag))
            && skipped < if n == 0 { 1 } else { 3 }
        {
            at += 1;
            skipped += 1;
        }
        if units.get(at)?.word != Some(want) || units[at].mentions.is_some() {
            return None;
        }
        last = at;
        at += 1;
    }
    // the "to" of an infinitive is no particle, nor is the "on" of "on Friday"
    let next = units.get(at).map(|u| u.tag);
    let infinitive = units[last].tag == Tag::To && matches!(next, Some(Tag::Verb | Tag::Be));
    let time = phrase.rest.is_empty() && units[last].tag == Tag::Preposition && next == Some(Tag::Time);
    (!infinitive && !time).then_some(last)
}

/// Takes in the longest phrase that follows the verb, or its single particle after a short object.
fn particles(group: &mut VerbGroup, units: &[Unit], lexicon: &Lexicon) {
    let phrases = lexicon.verb_phrases(group.verb);
    if phrases.is_empty() {
        return;
    }
    // "could be expanded to include Canada": the infinitive after a passive is a verb of its own
    let infinitive = group.passive
        && units.get(group.last + 1).is_some_and(|u| u.tag == Tag::To)
        && units.get(group.last + 2).is_some_and(|u| u.tag == Tag::Verb);
    if infinitive {
        return;
    }
    // one unit at most is skipped before the first word
    let particle = |at: usize| units.get(at).filter(|u| u.facts.phrases.is(InPhrases::AFTER_VERB)).and_then(|u| u.word);
    let near = [group.last + 1, group.last + 2].map(particle);
    let possible = if near.iter().any(Option::is_some) { phrases } else { &[] };
    let standing = possible
        .iter()
        .filter(|p| near.contains(&Some(p.first)))
        .filter_map(|p| Some((p, matches(p, units, group.last + 1)?)));
    // of equally long ones that over which the fewest words are skipped: "hit back with" rather than "hit with tariffs"
    if let Some((phrase, last)) = standing.min_by_key(|(p, last)| (std::cmp::Reverse(p.rest.len()), *last)) {
        // "make no concessions to"
        let negative = |u: &Unit| u.facts.negative;
        let own = |u: &Unit| u.word.is_some_and(|word| phrase.first == word || phrase.rest.contains(&word)); // "say no to"
        group.negated |= units[group.last + 1..=last].iter().any(|u| negative(u) && !own(u));
        group.lemma = phrase.lemma;
        group.last = last;
        let shorter = |p: &&VerbPhrase, rest: &[WordId]| p.first == phrase.first && p.rest == rest;
        if let Some((_, rest)) = phrase.rest.split_last()
            && let Some(shorter) = phrases.iter().find(|p| shorter(p, rest))
        {
            group.shorter = shorter.lemma;
        }
        return;
    }
    if let Some(lemma) = separated(group, phrases, units) {
        group.lemma = lemma;
    }
}

/// The longest object over which a particle is looked for, in units.
const LONGEST_OBJECT: usize = 5;

/// "called Russia out", "took Chile to task": particles after a short object, with nothing of their own after them.
fn separated(group: &VerbGroup, phrases: &[VerbPhrase], units: &[Unit]) -> Option<Lemma> {
    let after = units.iter().enumerate().skip(group.last + 1).take(LONGEST_OBJECT + 1);
    for (at, unit) in after {
        let stands = |p: &&VerbPhrase| {
            Some(p.first) == unit.word
                && p.rest.len() < units.len() - at
                && p.rest.iter().zip(&units[at + 1..]).all(|(want, u)| u.word == Some(*want))
        };
        if at > group.last + 1
            && unit.facts.phrases.is(InPhrases::AFTER_VERB)
            && let Some(phrase) = phrases.iter().find(stands)
            // "called the premier on Wednesday" is no "call on"
            && !units.get(at + 1 + phrase.rest.len()).is_some_and(|u| matches!(u.tag, Tag::Time | Tag::Number))
        {
            let next = units.get(at + 1 + phrase.rest.len()).map(|u| u.tag);
            return (!next.is_some_and(opens_nouns)).then_some(phrase.lemma);
        }
        let within = matches!(unit.tag, Tag::Genitive | Tag::Hyphen | Tag::Pronoun | Tag::Adverb);
        if !(opens_nouns(unit.tag) || within) {
            return None;
        }
    }
    None
}

/// Can be the first of a noun group.
fn opens_nouns(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Noun | Tag::Name | Tag::Demonym | Tag::Number
    )
}
