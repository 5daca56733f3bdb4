//! Whom a noun group stands for: as who acts, and as whom something is done to.

use std::ops::Range;

use super::{
    Predicate, RelationClass,
    clause::{Clause, Link, Nouns, Role},
    discourse::Told,
    lexicon::{Lemma, NounClass, Pronoun, Tag, WordId},
    noun_group::NounGroup,
    rules::{Kinds, Rule, RuleSet, TriggerClass},
    sentence::Sentence,
};
use crate::{gazetteer::EntityKind, mention::Form};

/// A mention in a slot, and how surely it stands there (0 to 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Actor {
    pub(crate) mention: usize,
    pub(crate) certainty: f32,
    /// Stands for its state though it says where something is: "the government in Lima".
    pub(crate) placed: bool,
}

impl Actor {
    pub(crate) fn new(mention: usize, certainty: f32) -> Self {
        Self { mention, certainty, placed: false }
    }
}

/// How much less sure than a name in the slot itself is ...
mod certainty {
    /// an organ or official of the state named beside it,
    pub(super) const ORGAN: f32 = 0.97;
    /// a nominal or pronoun taken up from elsewhere,
    pub(super) const COREFERENCE: f32 = 0.85;
    /// the owner of a thing in the slot,
    pub(super) const OWNER: f32 = 0.9;
    /// what the thing is of,
    pub(super) const PART: f32 = 0.85;
    /// who did what was told before,
    pub(super) const TOLD: f32 = 0.8;
    /// the only other one before or after the trigger.
    pub(super) const ONLY: f32 = 0.75;
}

/// How deep owners of owners are followed.
const MAX_DEPTH: usize = 4;

/// Finds actors in the noun groups of one sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Actors<'a> {
    pub(crate) sentence: Sentence<'a>,
    pub(crate) rules: &'a RuleSet,
}

impl Actors<'_> {
    /// Who is the subject of a clause's verb group; where its noun names nobody, who stands beside it.
    pub(crate) fn subject(&self, clause: &Clause) -> Vec<Actor> {
        let found: Vec<Actor> = clause.subject.into_iter().flatten().flat_map(|n| self.agents(n)).collect();
        if !found.is_empty() {
            // "Ghana's defence minister, Kwesi Tawiah, praised": the person rather than the state
            let named = clause.apposition.map_or_else(Vec::new, |n| self.agents(n));
            let person = |a: &Actor| self.sentence.kind_of(a.mention) == EntityKind::Leader;
            let described = found.len() == 1 && named.len() == 1 && person(&named[0]) && !person(&found[0]);
            return if described { named } else { found };
        }
        let s = &self.sentence;
        if clause.link == Link::Controlled {
            // "Japan's bid to join"
            let mut owners = Vec::new();
            for nouns in clause.subject.into_iter().flatten() {
                for group in s.groups(nouns) {
                    self.beside(group, nouns.chunk, certainty::ORGAN, 0, &mut owners);
                }
            }
            if !owners.is_empty() {
                return owners;
            }
        }
        // "a US air strike killed"
        let mut owners = Vec::new();
        for nouns in clause.subject.into_iter().flatten() {
            for group in s.groups(nouns).filter(|g| self.is_assault(s.head_lemma(g))) {
                self.beside(group, nouns.chunk, certainty::ORGAN, 0, &mut owners);
            }
        }
        if !owners.is_empty() {
            return owners;
        }
        // "missiles fired by Israel struck"
        let subject = clause.subject[0].map(|n| n.chunk);
        let reduced = |c: &&Clause| {
            c.link == Link::Participle && c.passive && subject.is_some() && c.subject[0].map(|n| n.chunk) == subject
        };
        let by = s.clauses().iter().find(reduced).and_then(|c| c.argument(Role::Preposition(s.lexicon.markers.agent)));
        by.or(clause.apposition).map_or(found, |n| self.agents(n))
    }

    /// Who acts, of a row.
    pub(crate) fn agents(&self, nouns: Nouns) -> Vec<Actor> {
        self.agents_at(nouns, 0)
    }

    fn agents_at(&self, nouns: Nouns, depth: usize) -> Vec<Actor> {
        let mut out = Vec::new();
        for group in self.sentence.groups(nouns) {
            self.agents_of(group, nouns.chunk, depth, &mut out);
        }
        out
    }

    /// To whom something is done, of a row. `people`: a state's nobodies stand for it too.
    pub(crate) fn patients(&self, nouns: Nouns, people: bool) -> Vec<Actor> {
        let mut out = Vec::new();
        for group in self.sentence.groups(nouns) {
            let before = out.len();
            self.agents_of(group, nouns.chunk, 0, &mut out);
            if out.len() == before
                && let Some(of) = self.counted(group, nouns.chunk)
            {
                // "dozens of Bangladeshi workers"
                for group in self.sentence.groups(of) {
                    self.things_of(group, of.chunk, people, &mut out);
                }
            }
            if out.len() == before {
                self.things_of(group, nouns.chunk, people, &mut out);
            }
            if out.len() == before && people && self.sentence.units()[group.head].tag == Tag::Demonym {
                self.mentions_of(group.head, certainty::OWNER, &mut out); // "two Canadians"
            }
        }
        out
    }

    fn agents_of(&self, group: &NounGroup, chunk: usize, depth: usize, out: &mut Vec<Actor>) {
        let s = &self.sentence;
        let head = &s.units()[group.head];
        if depth > MAX_DEPTH {
            return;
        }
        let former = |u: &super::unit::Unit| u.word.is_some_and(|w| s.lexicon.markers.former.contains(&w));
        if head.mentions.is_none() && s.units()[group.modifiers()].iter().any(former) {
            return; // "the former president" acts for nobody
        }
        if head.mentions.is_some() {
            let single_person = head.tag == Tag::Demonym && self.is_indefinite(group);
            if !single_person && !self.is_joined(group) {
                self.mentions_of(group.head, 1.0, out);
            }
            return;
        }
        match head.tag {
            Tag::Pronoun if s.is_counting(group, chunk) => {
                if let Some(of) = self.counted(group, chunk) {
                    out.extend(self.agents_at(of, depth + 1));
                }
            }
            Tag::Pronoun => self.antecedents(group.head, chunk, depth + 1, out),
            Tag::Noun => match s.lexicon.noun_class(s.head_lemma(group)) {
                NounClass::Agent | NounClass::Instrument | NounClass::People => {
                    let before = out.len();
                    self.beside(group, chunk, certainty::ORGAN, depth, out);
                    let place = |a: &Actor| s.kind_of(a.mention) == EntityKind::Region;
                    if out[before..].iter().all(place) {
                        // "the government of Chad", "the Pacific nation of Nauru", "the government in Lima"
                        let markers = &s.lexicon.markers;
                        let seated = s.lexicon.is_seated(s.head_lemma(group)) && out.len() == before;
                        let of = |w| {
                            w == markers.part || markers.origin.contains(&w) || seated && markers.place.contains(&w)
                        };
                        let of = s.phrases_after(chunk).take(1).find(|(w, _)| of(*w));
                        let of = of.or_else(|| s.introduced_place(chunk).filter(|_| seated));
                        let found = of.map_or_else(Vec::new, |(_, of)| self.agents_at(of, depth + 1));
                        let found: Vec<Actor> = found.into_iter().map(|a| Actor { placed: true, ..a }).collect();
                        if !found.is_empty() {
                            out.truncate(before);
                            out.extend(scaled(found, certainty::ORGAN));
                        }
                    }
                }
                NounClass::Quantity => {
                    if let Some(of) = self.counted(group, chunk) {
                        out.extend(self.agents_at(of, depth + 1));
                    }
                }
                // "Hezbollah gunmen"
                NounClass::Nobody => {
                    let mut beside = Vec::new();
                    self.beside(group, chunk, certainty::ORGAN, depth, &mut beside);
                    out.extend(beside.into_iter().filter(|a| s.kind_of(a.mention) == EntityKind::Group));
                }
                NounClass::Thing | NounClass::Time => {}
            },
            _ => {}
        }
    }

    /// What a noun of quantity counts.
    pub(crate) fn counted(&self, group: &NounGroup, chunk: usize) -> Option<Nouns> {
        let s = &self.sentence;
        let quantity = s.is_counting(group, chunk);
        let of = |(w, _): &(super::lexicon::WordId, Nouns)| *w == s.lexicon.markers.part;
        s.phrases_after(chunk).find(of).filter(|_| quantity).map(|(_, of)| of)
    }

    /// Owners and names before the head; whether there were any.
    pub(crate) fn beside(
        &self,
        group: &NounGroup,
        chunk: usize,
        scale: f32,
        depth: usize,
        out: &mut Vec<Actor>,
    ) -> bool {
        let s = &self.sentence;
        let before = out.len();
        if let Some(owner) = group.owner {
            let mut owners = Vec::new();
            self.agents_of(&s.reading.chunks.noun_groups[owner], chunk, depth + 1, &mut owners);
            out.extend(scaled(owners, scale));
        }
        for i in group.modifiers() {
            if s.units()[i].mentions.is_some() && !self.is_compound_part(i) {
                self.mentions_of(i, scale, out);
            }
        }
        if out.len() == before && s.units()[group.first].tag == Tag::Possessive {
            let mut found = Vec::new();
            self.antecedents(group.first, chunk, depth + 1, &mut found);
            out.extend(scaled(found, scale));
        }
        out.len() > before
    }

    /// Names (not adjectives) right before the head: "China" in "China tariffs".
    pub(crate) fn compounds(&self, group: &NounGroup, out: &mut Vec<Actor>) {
        for i in group.modifiers() {
            let unit = &self.sentence.units()[i];
            if unit.tag == Tag::Name && unit.mentions.is_some() && !self.is_compound_part(i) {
                self.mentions_of(i, certainty::OWNER, out);
            }
        }
    }

    /// Whose thing it is: "Russia's invasion", "a Philippine boat", "the port of Odessa".
    fn things_of(&self, group: &NounGroup, chunk: usize, people: bool, out: &mut Vec<Actor>) {
        let s = &self.sentence;
        let lemma = s.head_lemma(group);
        let head = &s.units()[group.head];
        if head.tag != Tag::Noun && head.tag != Tag::Name {
            return;
        }
        if s.lexicon.is_shared(lemma) {
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
        let (event, deed) = (self.is_event(lemma), s.lexicon.is_deed(lemma));
        let part = || s.phrases_after(chunk).take(2).find(|(w, _)| *w == s.lexicon.markers.part).map(|(_, of)| of);
        let of = if event { self.doer(chunk) } else { part().or_else(|| self.doer(chunk)) };
        if of.is_none() && (event || deed) && self.is_definite(group) {
            self.told(Some(lemma), head.span.start, out);
        }
        out.extend(of.into_iter().flat_map(|nouns| scaled(self.agents_at(nouns, 1), certainty::PART)));
    }

    /// Who did what was told before and is taken up: "condemned the attacks", "rejected the demand".
    fn told(&self, noun: Option<Lemma>, before: usize, out: &mut Vec<Actor>) {
        let s = &self.sentence;
        let triggered = noun.map_or(&[][..], |lemma| self.rules.triggered(TriggerClass::Noun, lemma));
        let classes: Vec<RelationClass> = triggered
            .iter()
            .map(|&id| self.rules.rule(id).predicate.class())
            .filter(|class| *class != RelationClass::Membership)
            .collect();
        let deed = noun.is_none_or(|lemma| s.lexicon.is_deed(lemma));
        let told = s.discourse.told.borrow();
        let fits = |t: &&Told| t.at < before && (deed || classes.contains(&t.predicate.class()));
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
    pub(crate) fn again(&self, rule: &Rule) -> Vec<Actor> {
        let told = self.sentence.discourse.told.borrow();
        let Some(last) = told.iter().filter(|t| t.predicate == rule.predicate).max_by_key(|t| t.at) else {
            return Vec::new();
        };
        vec![Actor::new(last.target, certainty::TOLD)]
    }

    /// "the attack", "such threats": what was told.
    fn is_definite(&self, group: &NounGroup) -> bool {
        let first = &self.sentence.units()[group.first];
        first.word.is_some_and(|word| self.sentence.lexicon.markers.definite.contains(&word))
    }

    /// Who did what a noun names: "the attack on the base by", "raids in the south, claimed by".
    fn doer(&self, chunk: usize) -> Option<Nouns> {
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
            about && c.passive && c.link == Link::Participle && s.lexicon.is_light(s.verbs(c).lemma)
        };
        s.clauses().iter().find(done).and_then(|c| c.argument(Role::Preposition(agent)))
    }

    /// A noun of attack, which does what its owner does.
    fn is_assault(&self, lemma: Lemma) -> bool {
        let rules = self.rules.triggered(TriggerClass::Noun, lemma);
        rules.iter().any(|&id| self.rules.rule(id).predicate == Predicate::Attacks)
    }

    /// A noun of doing: what it is of suffers it.
    pub(crate) fn is_event(&self, lemma: Lemma) -> bool {
        !self.rules.triggered(TriggerClass::Noun, lemma).is_empty()
    }

    /// "a Russian", "two Russians": persons, not the state.
    fn is_indefinite(&self, group: &NounGroup) -> bool {
        let first = &self.sentence.units()[group.first];
        first.tag == Tag::Number
            || first.word.is_some_and(|word| self.sentence.lexicon.markers.indefinite.contains(&word))
    }

    /// The head is the end of a pair ("US-China") or stands before a hyphen.
    fn is_joined(&self, group: &NounGroup) -> bool {
        let units = self.sentence.units();
        units.get(group.head + 1).is_some_and(|u| u.tag == Tag::Hyphen && u.joined)
            && units.get(group.head + 2).is_none_or(|u| u.mentions.is_none())
    }

    /// "US" of "US-led": it says something of the noun, but does not own it.
    pub(crate) fn is_compound_part(&self, unit: usize) -> bool {
        let units = self.sentence.units();
        let hyphen_after = units.get(unit + 1).is_some_and(|u| u.tag == Tag::Hyphen && u.joined);
        let mention_after = units.get(unit + 2).is_some_and(|u| u.mentions.is_some());
        let prefix = unit >= 2
            && units[unit].joined
            && units[unit - 1].tag == Tag::Hyphen
            && units[unit - 1].joined
            && units[unit - 2].mentions.is_none();
        hyphen_after && !mention_after || prefix
    }

    /// The mentions that a unit is, venues left out.
    pub(crate) fn mentions_of(&self, unit: usize, scale: f32, out: &mut Vec<Actor>) {
        let Some((first, count)) = self.sentence.units()[unit].mentions else { return };
        for mention in first..first + count {
            let m = &self.sentence.mentions.mentions[mention];
            let certainty = if m.form == Form::Nominal { scale * certainty::COREFERENCE } else { scale };
            out.push(Actor::new(mention, certainty));
        }
    }

    /// For whom a pronoun stands: the nearest fitting subject before it, here or in the sentence before.
    fn antecedents(&self, unit: usize, chunk: usize, depth: usize, out: &mut Vec<Actor>) {
        let s = &self.sentence;
        let depth = depth.max(MAX_DEPTH - 2);
        let Some(pronoun) = s.units()[unit].word.and_then(|id| s.lexicon.word(id).facts.pronoun) else { return };
        let fits = |found: &[Actor]| {
            let persons = found.iter().filter(|a| s.kind_of(a.mention) == EntityKind::Leader).count();
            match pronoun {
                // "Burundi's president flew home, where he": an official too
                Pronoun::Person => found.len() == 1 && (persons == 1 || found[0].certainty < 1.0),
                Pronoun::Thing => found.len() == 1 && persons == 0,
                Pronoun::Plural => !found.is_empty() && (found.len() > 1 || persons == 0),
                Pronoun::Reciprocal | Pronoun::Speaker | Pronoun::Fact => false,
            }
        };
        if pronoun == Pronoun::Speaker {
            let quoted = s.reading.units.quotations.iter().any(|q| (q.0..q.1).contains(&unit));
            let speaker = if quoted { s.discourse.quoted } else { s.discourse.voice };
            out.extend(speaker.map(|mention| Actor::new(mention, certainty::COREFERENCE)));
            return;
        }
        if pronoun == Pronoun::Fact {
            self.told(None, s.units()[unit].span.start, out);
            return;
        }
        let own = s.units()[unit].tag == Tag::Pronoun;
        // "supports Ukraine in its fight": the nearest noun group, to which the phrase belongs
        if !own && let Some((_, Some(before))) = s.introduced_by(chunk) {
            let found = self.agents_at(before, depth);
            if fits(&found) {
                out.extend(scaled(found, certainty::COREFERENCE));
                return;
            }
        }
        let object = own && s.clauses().iter().any(|c| c.arguments.iter().any(|a| a.nouns.chunk == chunk));
        for clause in s.clauses().iter().rev() {
            if clause.inherited {
                continue;
            }
            let is_own = clause.arguments.iter().any(|a| a.nouns.chunk == chunk);
            let subject_before = clause.subject[0].is_some_and(|n| n.chunk < chunk);
            if !subject_before || object && is_own {
                continue;
            }
            let pronoun_free = |n: &Nouns| !s.groups(*n).any(|g| s.units()[g.head].tag == Tag::Pronoun);
            let rows = clause.subject.iter().flatten().copied();
            let named = |n: Nouns| self.agents_at(n, depth);
            let mut found: Vec<Actor> = rows.filter(pronoun_free).flat_map(named).collect();
            if !fits(&found) && pronoun == Pronoun::Person {
                // only what stands before the pronoun, so that the search ends
                found = clause.apposition.filter(|n| n.chunk < chunk).map_or(found, named); // "the prime minister, Ulf Kristersson, said he"
            }
            if fits(&found) {
                out.extend(scaled(found, certainty::COREFERENCE));
                return;
            }
        }
        if object && pronoun == Pronoun::Thing {
            // "flew to Algeria and thanked it"
            let earlier = s.clauses().iter().flat_map(|c| &c.arguments).filter(|a| a.nouns.chunk < chunk);
            let found: Vec<Actor> = earlier
                .filter(|a| !s.groups(a.nouns).any(|g| s.units()[g.head].tag == Tag::Pronoun))
                .flat_map(|a| self.agents_at(a.nouns, depth))
                .collect();
            if fits(&found) {
                out.extend(scaled(found, certainty::COREFERENCE));
                return;
            }
        }
        // "The rebels advanced. Chad armed them": not those who act now
        let doers = if object { self.doers_upon(chunk, depth) } else { Vec::new() };
        for last in [&s.discourse.last_subject, &s.discourse.last_object] {
            let found: Vec<Actor> = last.iter().map(|&mention| Actor::new(mention, 0.9)).collect();
            // "them" is no single state
            let several = found.len() > 1 || found.iter().any(|a| s.kind_of(a.mention) == EntityKind::Group);
            let vague = object && pronoun == Pronoun::Plural && !several;
            if fits(&found) && !vague && !found.iter().any(|a| doers.iter().any(|b| self.same(a, b))) {
                out.extend(scaled(found, certainty::COREFERENCE));
                return;
            }
            if !object {
                return;
            }
        }
    }

    /// The only one beside others whom this part of the sentence names, if of these kinds.
    pub(crate) fn only(&self, part: Range<usize>, others: &[Actor], kinds: Kinds) -> Vec<Actor> {
        let s = &self.sentence;
        let mut found: Vec<Actor> = Vec::new();
        for (i, unit) in s.units().iter().enumerate() {
            let inside = part.contains(&unit.span.start) && part.contains(&unit.span.end.saturating_sub(1));
            if !inside || unit.venue || self.is_compound_part(i) || others.is_empty() {
                continue;
            }
            let mut here = Vec::new();
            self.mentions_of(i, certainty::ONLY, &mut here);
            here.retain(|a| !others.iter().chain(&found).any(|b| self.same(a, b)));
            found.extend(here);
            if found.len() > 1 {
                return Vec::new();
            }
        }
        found.retain(|a| kinds.has(s.kind_of(a.mention)));
        found
    }

    /// Who acts in the clause of which the chunk is an argument.
    fn doers_upon(&self, chunk: usize, depth: usize) -> Vec<Actor> {
        let s = &self.sentence;
        let clause = s.clauses().iter().find(|c| c.arguments.iter().any(|a| a.nouns.chunk == chunk));
        // only what stands before, so that the search ends
        let rows = clause.into_iter().flat_map(|c| c.subject).flatten().filter(|n| n.chunk < chunk);
        rows.flat_map(|n| self.agents_at(n, depth)).collect()
    }

    /// Whether two stand for one.
    fn same(&self, a: &Actor, b: &Actor) -> bool {
        let mentions = &self.sentence.mentions.mentions;
        let (a, b) = (&mentions[a.mention], &mentions[b.mention]);
        a.entity == b.entity || a.actor.unwrap_or(a.entity) == b.actor.unwrap_or(b.entity)
    }

    /// Whether an argument of a clause's verb is "each other".
    pub(crate) fn is_reciprocal(&self, clause: &Clause) -> bool {
        let s = &self.sentence;
        let reciprocal = |unit: usize| {
            s.units()[unit].word.and_then(|id| s.lexicon.word(id).facts.pronoun) == Some(Pronoun::Reciprocal)
        };
        clause
            .arguments
            .iter()
            .filter(|a| a.role != Role::Indirect)
            .any(|a| s.groups(a.nouns).any(|g| reciprocal(g.head)))
    }
}

/// The same actors, less sure.
pub(crate) fn scaled(actors: Vec<Actor>, scale: f32) -> impl Iterator<Item = Actor> {
    actors.into_iter().map(move |a| Actor { certainty: a.certainty * scale, ..a })
}
