//! Whose a thing or a deed is: its owner, its doer, or who did what was told before.

use std::ops::Range;

use smallvec::smallvec;

use super::{Actor, ActorList, Actors, MAX_DEPTH, certainty, scaled};
use crate::relation::{
    Polarity, Predicate, RelationClass,
    chunk::ChunkKind,
    clause::{Clause, Link, Nouns, Role},
    discourse::Told,
    lexicon::{Lemma, NounClass, Tag, WordId, WordList},
    noun_group::NounGroup,
    rules::{Kinds, Rule, TriggerClass},
};

impl Actors<'_> {
    /// Whose thing it is: "Russia's invasion", "a Philippine boat", "the port of Odessa".
    pub(super) fn things_of(&self, group: &NounGroup, chunk: usize, people: bool, out: &mut ActorList) {
        let s = &self.sentence;
        let lemma = s.head_lemma(group);
        let head = &s.units()[group.head];
        if head.tag != Tag::Noun && head.tag != Tag::Name {
            return;
        }
        if s.lexicon.is(WordList::Shared, lemma) {
            let with = |w: &WordId| s.lexicon.markers.together.contains(w) || s.lexicon.markers.dative.contains(w);
            if let Some((_, nouns)) = s.phrases_after(chunk).take(1).find(|(w, _)| with(w)) {
                out.extend(scaled(self.agents_at(nouns, 1), certainty::PART));
                return;
            }
        }
        let class = s.lexicon.noun_class(lemma);
        if class == NounClass::Nobody && !people || class == NounClass::Time {
            return;
        }
        if self.beside(group, chunk, certainty::OWNER, 0, out) {
            return;
        }
        let (event, deed) = (self.is_event(lemma), s.lexicon.is(WordList::Deed, lemma));
        let part = || s.phrases_after(chunk).take(2).find(|(w, _)| *w == s.lexicon.markers.part).map(|(_, of)| of);
        // "goods from Mexico"
        let from =
            |(w, _): &(WordId, Nouns)| s.lexicon.is(WordList::Wares, lemma) && s.lexicon.markers.origin.contains(w);
        let origin = || s.phrases_after(chunk).take(1).find(from).map(|(_, from)| from);
        let names = |n: &Nouns| !self.agents_at(*n, 1).is_empty();
        // "the launch by Iran of a missile": not the missile's
        let of = if event {
            self.doer(chunk)
        } else {
            part().filter(names).or_else(|| self.doer(chunk)).or_else(part).or_else(origin)
        };
        // "the siege of the town" says itself what was done
        // "was invaded by Peru, an operation that Chile condemned"
        let sums_up = || (event || deed) && self.sums_up(group, chunk);
        if of.is_none() && ((event && part().is_none() || deed) && self.is_definite(group) || sums_up()) {
            self.told(Some(lemma), head.span.start, out);
        }
        out.extend(of.into_iter().flat_map(|nouns| scaled(self.agents_at(nouns, 1), certainty::PART)));
    }

    /// Who did what was told before and is taken up: "condemned the attacks", "rejected the demand".
    pub(super) fn told(&self, noun: Option<Lemma>, before: usize, out: &mut ActorList) {
        let s = &self.sentence;
        s.discourse.looked_back.set(true);
        let triggered = noun.map_or(&[][..], |lemma| self.rules.triggered(TriggerClass::Noun, lemma));
        let classes: Vec<RelationClass> = triggered
            .iter()
            .map(|&id| self.rules.rule(id).predicate.class())
            .filter(|class| *class != RelationClass::Membership)
            .collect();
        let deed = noun.is_none_or(|lemma| s.lexicon.is(WordList::Deed, lemma));
        let told = s.discourse.told.borrow();
        let fits = |t: &&Told| t.plain && t.at < before && (deed || classes.contains(&t.predicate.class()));
        // "the move" rather takes up what was done than what was said
        let Some(last) = told.iter().filter(fits).max_by_key(|t| (t.predicate.is_act(), t.at)) else {
            s.discourse.missed.set(true);
            return;
        };
        for told in told.iter().filter(|t| t.at == last.at && t.predicate == last.predicate) {
            let other = told.predicate.is_symmetric().then_some(told.target);
            for mention in std::iter::once(told.source).chain(other) {
                if !out.iter().any(|a| a.mention == mention) {
                    out.push(Actor::new(mention, certainty::TOLD));
                }
            }
        }
    }

    /// To whom the same was done by another in the sentences before: "Brazil, too, sent doctors".
    pub(crate) fn again(&self, rule: &Rule) -> ActorList {
        let told = self.sentence.discourse.told.borrow();
        let Some(last) = told
            .iter()
            .filter(|t| t.predicate == rule.predicate && t.mood.polarity == Polarity::Affirmed)
            .max_by_key(|t| t.at)
        else {
            return ActorList::new();
        };
        smallvec![Actor::new(last.target, certainty::TOLD)]
    }

    /// "the attack", "such threats": what was told.
    pub(super) fn is_definite(&self, group: &NounGroup) -> bool {
        let first = &self.sentence.units()[group.first];
        first.word.is_some_and(|word| self.sentence.lexicon.markers.definite.contains(&word))
    }

    /// "..., a charge that": a noun without a name after a comma, of which a relative clause says more.
    fn sums_up(&self, group: &NounGroup, chunk: usize) -> bool {
        let s = &self.sentence;
        let first = &s.units()[group.first];
        let one = first.word.is_some_and(|word| s.lexicon.markers.indefinite.contains(&word));
        let relative =
            matches!(s.kind_at(chunk + 1), Some(ChunkKind::Relative | ChunkKind::That | ChunkKind::Nouns(_)));
        one && relative && chunk.checked_sub(1).is_some_and(|mark| s.is_pause(mark))
    }

    /// Who did what a noun names: "the attack on the base by", "raids in the south, claimed by".
    pub(crate) fn doer(&self, chunk: usize) -> Option<Nouns> {
        let s = &self.sentence;
        let agent = s.lexicon.markers.agent;
        let mut last = chunk;
        for (word, nouns) in s.phrases_after(chunk).take(MAX_DEPTH) {
            if word == agent {
                return Some(nouns);
            }
            if s.groups(nouns).any(|g| self.is_event(s.head_lemma(g))) {
                break; // "agreements during a visit by"
            }
            last = nouns.chunk;
        }
        let done = |c: &&Clause| {
            let about = c.subject[0].is_some_and(|n| (chunk..=last).contains(&n.chunk));
            about && c.passive && c.link == Link::Participle && s.lexicon.is(WordList::Light, s.verbs(c).lemma)
        };
        // "for which the group has claimed responsibility"
        let claimed = |c: &&Clause| {
            let of = |a: &crate::relation::clause::Argument| (chunk..=last).contains(&a.nouns.chunk);
            let verb = s.verbs(c).verb;
            c.link == Link::Relative && s.lexicon.is(WordList::Claiming, verb) && c.arguments.iter().any(of)
        };
        let by = s.clauses().iter().find(done).and_then(|c| c.argument(Role::Preposition(agent)));
        by.or_else(|| s.clauses().iter().find(claimed).and_then(|c| c.subject[0]))
    }

    /// A noun of attack, which does what its owner does.
    pub(super) fn is_assault(&self, lemma: Lemma) -> bool {
        let rules = self.rules.triggered(TriggerClass::Noun, lemma);
        rules.iter().any(|&id| self.rules.rule(id).predicate == Predicate::Attacks)
    }

    /// A noun of doing: what it is of suffers it.
    pub(crate) fn is_event(&self, lemma: Lemma) -> bool {
        !self.rules.triggered(TriggerClass::Noun, lemma).is_empty()
    }

    /// The only one beside others whom this part of the sentence names, if of these kinds.
    pub(crate) fn only(&self, part: Range<usize>, others: &[Actor], kinds: Kinds) -> ActorList {
        let s = &self.sentence;
        let mut found: ActorList = ActorList::new();
        crate::steps::count(s.units().len());
        for (i, unit) in s.units().iter().enumerate() {
            let inside = part.contains(&unit.span.start) && part.contains(&unit.span.end.saturating_sub(1));
            if !inside || unit.venue || self.is_compound_part(i) || others.is_empty() {
                continue;
            }
            let mut here = ActorList::new();
            self.mentions_of(i, certainty::ONLY, &mut here);
            here.retain(|a| !others.iter().chain(&found).any(|b| self.same(a, b)));
            found.extend(here);
            if found.len() > 1 {
                return ActorList::new();
            }
        }
        found.retain(|a| kinds.has(s.kind_of(a.mention)));
        found
    }
}
