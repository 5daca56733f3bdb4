//! Whom a noun group stands for: as who acts, and as whom something is done to.

mod allegiance;
mod antecedents;
mod apposed;
mod deeds;
mod echo;
mod memo;
mod taken_up;
mod topic;

pub(crate) use echo::{OrganList, remember};
pub(crate) use memo::Memo;
pub(crate) use taken_up::faces;

use smallvec::SmallVec;

use super::{
    clause::{Clause, Link, Nouns, Role},
    lexicon::{NounClass, Tag, WordList},
    noun_group::NounGroup,
    rules::{RuleSet, TriggerClass},
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

/// Those who stand in one place: one or two, now and then many.
pub(crate) type ActorList = SmallVec<[Actor; 2]>;

impl Actor {
    pub(crate) fn new(mention: usize, certainty: f32) -> Self {
        Self { mention, certainty, placed: false }
    }

    /// Is named itself, or by its organ; not as whose something is.
    pub(crate) fn is_named(&self) -> bool {
        self.certainty > certainty::OWNER
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
    /// whom the text is about,
    pub(super) const TOPIC: f32 = 0.7;
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
    pub(crate) fn subject(&self, clause: &Clause) -> ActorList {
        if !self.sentence.subject_hints(clause).meets(self.sentence.discourse.hints()) {
            return ActorList::new();
        }
        self.known(self.memo().subject(clause), || self.find_subject(clause))
    }

    fn find_subject(&self, clause: &Clause) -> ActorList {
        let found = self.agents_of_rows(clause.subject.into_iter().flatten());
        if !found.is_empty() {
            // "Ghana's defence minister, Kwesi Tawiah, praised": the person rather than the state
            let Some(apposition) = clause.apposition else { return found };
            let person = |a: &Actor| self.sentence.kind_of(a.mention) == EntityKind::Leader;
            let named = self.agents(apposition);
            let described = found.len() == 1 && named.len() == 1 && person(&named[0]) && !person(&found[0]);
            return if described { named } else { found };
        }
        let s = &self.sentence;
        let of_groups = |find: &dyn Fn(&NounGroup, usize, &mut ActorList)| {
            let mut found = ActorList::new();
            for nouns in clause.subject.into_iter().flatten() {
                s.groups(nouns).for_each(|group| find(group, nouns.chunk, &mut found));
            }
            found
        };
        let beside = |group: &NounGroup, chunk: usize, out: &mut ActorList| {
            self.beside(group, chunk, certainty::ORGAN, 0, out);
        };
        if clause.link == Link::Controlled {
            // "Japan's bid to join"
            let owners = of_groups(&beside);
            if !owners.is_empty() {
                return owners;
            }
        }
        // "hackers linked to the Omani government"
        let backers = of_groups(&|group, chunk, out| {
            self.loyal_to(group, chunk, 0, &[EntityKind::Country], out);
        });
        if !backers.is_empty() {
            return backers;
        }
        // "a US air strike killed"
        let owners = of_groups(&|group, chunk, out| {
            if self.is_assault(s.head_lemma(group)) {
                beside(group, chunk, out);
            }
        });
        if !owners.is_empty() {
            return owners;
        }
        // "missiles fired by Israel struck"
        let subject = clause.subject[0].map(|n| n.chunk);
        let reduced = |c: &&Clause| {
            c.link == Link::Participle && c.passive && subject.is_some() && c.subject[0].map(|n| n.chunk) == subject
        };
        // not "rebels backed by Israel"
        let things = clause.subject[0].is_some_and(|n| {
            s.groups(n)
                .all(|g| matches!(s.lexicon.noun_class(s.head_lemma(g)), NounClass::Thing | NounClass::Instrument))
        });
        let by = s
            .clauses()
            .iter()
            .filter(|_| things)
            .find(reduced)
            .and_then(|c| c.argument(Role::Preposition(s.lexicon.markers.agent)));
        match by.or(clause.apposition) {
            Some(nouns) => self.agents(nouns),
            None => self.antecedent_beside(clause, false),
        }
    }

    /// Whether a rule that the clause triggers takes up what was told or named in other sentences.
    pub(crate) fn recalls(&self, clause: &Clause) -> bool {
        let s = &self.sentence;
        let verbs = s.verbs(clause);
        let verb = |lemma| self.rules.recalls(TriggerClass::Verb, lemma);
        match clause.adjective {
            Some(unit) if verbs.copula => self.rules.recalls(TriggerClass::Adjective, s.units()[unit].lemma),
            _ if verbs.copula => verb(s.lexicon.be()),
            _ => verb(verbs.lemma) || verb(verbs.shorter) || verb(verbs.verb),
        }
    }

    /// Who acts, of a row.
    pub(crate) fn agents(&self, nouns: Nouns) -> ActorList {
        if !self.sentence.may_denote(nouns) {
            return ActorList::new();
        }
        self.known(self.memo().agents(nouns), || self.agents_at(nouns, 0))
    }

    /// Who acts, of several rows.
    pub(crate) fn agents_of_rows(&self, rows: impl IntoIterator<Item = Nouns>) -> ActorList {
        joined(rows, |n| self.agents(n))
    }

    fn agents_at(&self, nouns: Nouns, depth: usize) -> ActorList {
        let mut out = ActorList::new();
        if !self.sentence.may_denote(nouns) {
            return out;
        }
        for group in self.sentence.groups(nouns) {
            let before = out.len();
            self.agents_of(group, nouns.chunk, depth, &mut out);
            if out.len() == before && depth < MAX_DEPTH {
                self.examples_of(group, nouns, &mut out);
            }
        }
        out
    }

    /// To whom something is done, of a row. `people`: a state's nobodies stand for it too.
    pub(crate) fn patients(&self, nouns: Nouns, people: bool) -> ActorList {
        if !self.sentence.may_denote(nouns) {
            return ActorList::new();
        }
        self.known(self.memo().patients(nouns, people), || self.find_patients(nouns, people))
    }

    /// The same of several rows.
    pub(crate) fn patients_of_rows(&self, rows: impl IntoIterator<Item = Nouns>, people: bool) -> ActorList {
        joined(rows, |n| self.patients(n, people))
    }

    fn find_patients(&self, nouns: Nouns, people: bool) -> ActorList {
        let mut out = ActorList::new();
        for group in self.sentence.groups(nouns) {
            let before = out.len();
            self.agents_of(group, nouns.chunk, 0, &mut out);
            if out.len() > before {
                continue;
            }
            if let Some(of) = self.counted(group, nouns.chunk) {
                // "dozens of Bangladeshi workers"
                for group in self.sentence.groups(of) {
                    self.things_of(group, of.chunk, people, &mut out);
                    if out.len() == before && self.sentence.units()[group.head].tag == Tag::Demonym && people {
                        self.mentions_of(group.head, certainty::OWNER, &mut out); // "hundreds of Malians"
                    }
                }
            }
            if out.len() == before {
                self.examples_of(group, nouns, &mut out);
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

    fn agents_of(&self, group: &NounGroup, chunk: usize, depth: usize, out: &mut ActorList) {
        let s = &self.sentence;
        let head = &s.units()[group.head];
        crate::steps::count(1);
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
                match self.other_pair(group, chunk, depth + 1) {
                    Some(pair) => out.extend(pair),
                    None => self.mentions_of(group.head, 1.0, out),
                }
            }
            return;
        }
        match head.tag {
            Tag::Pronoun | Tag::Number if s.is_counting(group, chunk) => {
                if let Some(of) = self.counted(group, chunk) {
                    out.extend(self.agents_at(of, depth + 1));
                }
            }
            Tag::Pronoun => {
                let before = out.len();
                self.antecedents(group.head, chunk, depth + 1, out);
                let each = |c: &Clause| c.subject[0].is_some_and(|n| n.chunk == chunk) && self.is_reciprocal(c);
                if out.len() == before && self.counts_two(group) && s.clauses().iter().any(each) {
                    out.extend(self.told_pair(&self.doers_upon(chunk, depth + 1), head.span.start)); // "each accused"
                }
            }
            Tag::Noun if self.named_before(group, out) => {}
            Tag::Noun if self.takes_up(group, chunk, depth, out) => {}
            Tag::Noun => match s.lexicon.noun_class(s.head_lemma(group)) {
                NounClass::Agent | NounClass::Instrument | NounClass::People => {
                    let before = out.len();
                    self.beside(group, chunk, certainty::ORGAN, depth, out);
                    let place = |a: &Actor| s.kind_of(a.mention) == EntityKind::Region;
                    if out[before..].iter().all(place) {
                        // "the government of Chad", "the Pacific nation of Nauru", "the government in Lima"
                        let markers = &s.lexicon.markers;
                        let seated = s.lexicon.is(WordList::Seated, s.head_lemma(group)) && out.len() == before;
                        let voice = s.lexicon.is(WordList::Voice, s.head_lemma(group)) && out.len() == before;
                        let of = |w| {
                            voice && markers.dative.contains(&w)
                                || w == markers.part
                                || markers.origin.contains(&w)
                                || seated && markers.place.contains(&w)
                        };
                        let of = s.phrases_after(chunk).take(1).find(|(w, _)| of(*w));
                        let of = of.or_else(|| s.introduced_place(chunk).filter(|_| seated));
                        let found = of.map_or_else(ActorList::new, |(_, of)| self.agents_at(of, depth + 1));
                        let found: ActorList = found.into_iter().map(|a| Actor { placed: true, ..a }).collect();
                        if !found.is_empty() {
                            out.truncate(before);
                            out.extend(scaled(found, certainty::ORGAN));
                        }
                    }
                    if out.len() == before {
                        self.loyal_to(group, chunk, depth, &[EntityKind::Group], out);
                    }
                    if out.len() == before {
                        out.extend(self.echoed(group));
                    }
                    // "most members of the bloc"
                    let partial = s.units()[group.first].word.is_some_and(|w| s.lexicon.markers.partial.contains(&w));
                    let whole = |a: &Actor| s.kind_of(a.mention) != EntityKind::Alliance;
                    let mut at = 0;
                    out.retain(|a| {
                        at += 1;
                        at <= before || !partial || whole(a)
                    });
                }
                NounClass::Quantity => {
                    if let Some(of) = self.counted(group, chunk) {
                        out.extend(self.agents_at(of, depth + 1));
                    }
                }
                // "Hezbollah gunmen", but not "Hezbollah's ally"
                NounClass::Nobody if !s.lexicon.is(WordList::Other, s.head_lemma(group)) => {
                    let mut beside = ActorList::new();
                    self.beside(group, chunk, certainty::ORGAN, depth, &mut beside);
                    out.extend(beside.into_iter().filter(|a| s.kind_of(a.mention) == EntityKind::Group));
                    self.loyal_to(group, chunk, depth, &[EntityKind::Group], out);
                }
                NounClass::Nobody | NounClass::Thing | NounClass::Time => {}
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
        out: &mut ActorList,
    ) -> bool {
        let s = &self.sentence;
        let before = out.len();
        if let Some(owner) = group.owner {
            let mut owners = ActorList::new();
            self.agents_of(&s.reading.chunks.noun_groups[owner], chunk, depth + 1, &mut owners);
            out.extend(scaled(owners, scale));
        }
        for i in group.modifiers() {
            if s.units()[i].mentions.is_some() && !self.is_compound_part(i) {
                self.mentions_of(i, scale, out);
            }
        }
        if out.len() == before && s.units()[group.first].tag == Tag::Possessive {
            let mut found = ActorList::new();
            match self.before_whose(group.first, chunk) {
                Some(whose) if depth < MAX_DEPTH => found = self.agents_at(whose, depth + 1),
                _ => self.antecedents(group.first, chunk, depth + 1, &mut found),
            }
            out.extend(scaled(found, scale));
        }
        out.len() > before
    }

    /// Names (not adjectives) right before the head: "China" in "China tariffs".
    pub(crate) fn compounds(&self, group: &NounGroup, out: &mut ActorList) {
        for i in group.modifiers() {
            let unit = &self.sentence.units()[i];
            if unit.tag == Tag::Name && unit.mentions.is_some() && !self.is_compound_part(i) {
                self.mentions_of(i, certainty::OWNER, out);
            }
        }
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
        // "a Serb-held village": whose it is
        let owns =
            units.get(unit + 2).and_then(|u| u.word).is_some_and(|w| self.sentence.lexicon.markers.owned.contains(&w));
        hyphen_after && !mention_after && !owns || prefix
    }

    /// The mentions that a unit is, venues left out.
    pub(crate) fn mentions_of(&self, unit: usize, scale: f32, out: &mut ActorList) {
        let Some((first, count)) = self.sentence.units()[unit].mentions else { return };
        for mention in first..first + count {
            let m = &self.sentence.mentions.mentions[mention];
            let certainty = if m.form == Form::Nominal { scale * certainty::COREFERENCE } else { scale };
            out.push(Actor::new(mention, certainty));
        }
    }
}

/// Those found in several rows.
fn joined(rows: impl IntoIterator<Item = Nouns>, find: impl Fn(Nouns) -> ActorList) -> ActorList {
    let mut rows = rows.into_iter();
    let Some(first) = rows.next() else { return ActorList::new() };
    let mut out = find(first);
    for row in rows {
        out.extend_from_slice(&find(row));
    }
    out
}

/// The same actors, less sure.
pub(crate) fn scaled(mut actors: ActorList, scale: f32) -> ActorList {
    for actor in &mut actors {
        actor.certainty *= scale;
    }
    actors
}
