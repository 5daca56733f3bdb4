//! Verb groups that open a clause of their own, and whose subject they take.

use super::{
    Argument, Clause, Link, Nouns, Role,
    reader::{Intro, Reader},
};
use crate::relation::{
    Modality, Polarity,
    chunk::ChunkKind,
    coordination::is_participle,
    lexicon::{Complements, Controller, Mood, Pronoun, Tag, WordList},
    unit::Unit,
    verb_group::VerbForm,
};

/// How many clauses are gone up from one to what it hangs on.
pub(super) const LONGEST_CHAIN: usize = 4;

impl Reader<'_> {
    pub(super) fn verbs(&mut self, group: usize, at: usize) {
        let verbs = self.chunks.verb_groups[group];
        match verbs.form {
            VerbForm::Finite if self.is_let(group, at) => self.controlled(group, at, Complements::TO),
            VerbForm::Finite => self.finite(group, at),
            VerbForm::PastOrParticiple if !self.reads_as_participle(at) => self.finite(group, at),
            VerbForm::PastOrParticiple | VerbForm::Participle => self.participle(group, at),
            VerbForm::Infinitive => self.infinitive(group, at),
            VerbForm::Gerund => self.gerund(group, at),
        }
        self.negation = false;
    }

    /// "let Danish ships use": a bare verb after the object of such a verb.
    fn is_let(&self, group: usize, at: usize) -> bool {
        let verbs = &self.chunks.verb_groups[group];
        let lets = |c: usize| self.lexicon.is(WordList::Letting, self.group(c).verb);
        let object = matches!(self.before(at), Some(ChunkKind::Nouns(_)))
            && matches!(at.checked_sub(2).and_then(|i| self.kind(i)), Some(ChunkKind::Verbs(_)));
        let bare = self.units[verbs.head].tag == Tag::Verb && verbs.first == verbs.head;
        object && bare && self.pending[0].is_none() && self.current.is_some_and(lets)
    }

    pub(super) fn reads_as_participle(&self, at: usize) -> bool {
        // with nothing that could be its subject it is one; so too right after the object of another verb
        let no_subject = self.pending[0].is_none() && self.suspended.is_empty() && self.intro == Intro::Main;
        // "held talks chaired by": the noun may belong to the verb
        let after_noun = match self.before(at) {
            Some(ChunkKind::Verbs(group)) => self.units[self.chunks.verb_groups[group].last].tag == Tag::Noun,
            before => matches!(before, Some(ChunkKind::Nouns(_))),
        };
        // "the arms that Iran sent to Chad were": who stands in a relative clause beside its antecedent has a verb of his own
        let of_relative = |n: Nouns| {
            let agent = matches!(self.kind(at + 1), Some(ChunkKind::Preposition(w)) if w == self.lexicon.markers.agent);
            n.chunk + 1 == at && !agent && (self.names_somebody(n) || self.is_pronoun(n))
        };
        if let Intro::Relative { antecedent: Some(_), .. } = self.intro
            && self.pending[0].is_some_and(of_relative)
        {
            return false;
        }
        let sentence_start = no_subject && self.current.is_none();
        if sentence_start {
            return true;
        }
        if no_subject && after_noun {
            return true;
        }
        // "and, in a note delivered to Peru, rejected": of the noun of a phrase
        let of_phrase = self.intro == Intro::Coordinate
            && self.pending[0].is_none()
            && self.suspended.is_empty()
            && after_noun
            && matches!(at.checked_sub(2).and_then(|i| self.kind(i)), Some(ChunkKind::Preposition(_)))
            && matches!(self.kind(at + 1), Some(ChunkKind::Preposition(_) | ChunkKind::Comma));
        if of_phrase {
            return true;
        }
        // "in a note sent by": with nothing that waits beside the noun before
        let agent = matches!(self.kind(at + 1), Some(ChunkKind::Preposition(w)) if w == self.lexicon.markers.agent);
        if agent && after_noun && self.pending[0].is_none() {
            return true;
        }
        if matches!(self.before(at), Some(ChunkKind::ReportClose)) {
            return self.pending[0].is_none() && self.current.is_none();
        }
        let after_comma = matches!(self.before(at), Some(ChunkKind::Comma));
        if after_comma && self.pending[0].is_none() && self.trails(at) {
            return true;
        }
        // "condemned the raid, claimed by the group"
        let agent = matches!(self.kind(at + 1), Some(ChunkKind::Preposition(w)) if w == self.lexicon.markers.agent);
        let active = self.current.is_some_and(|c| !self.out.clauses[c].passive);
        if no_subject && after_comma && agent && active && matches!(self.kind(at - 2), Some(ChunkKind::Nouns(_))) {
            return true;
        }
        if after_comma && let Some(waiting) = self.pending[0] {
            // the first comma after the subject opens an insertion, the second closes it
            let between = &self.list()[waiting.chunk..at - 1];
            let first = !between.iter().any(|c| c.kind == ChunkKind::Comma);
            return first && self.main_verb_follows(at);
        }
        self.pending[0].is_some() && is_participle(self.chunks, self.units, self.lexicon, at)
    }

    /// ", signed in Bonn", ", believed to be there": a participle after a comma says something of the noun before it. A verb
    /// that goes on has an object, or "and" before the last of a row.
    fn trails(&self, at: usize) -> bool {
        let after_noun = at >= 2 && matches!(self.kind(at - 2), Some(ChunkKind::Nouns(_)));
        let Some(ChunkKind::Verbs(group)) = self.kind(at) else { return false };
        let verbs = &self.chunks.verb_groups[group];
        let by_object = self
            .lexicon
            .verb_governs(verbs.lemma, verbs.verb)
            .iter()
            .any(|g| g.complements.meets(Complements::TO) && g.controller == Controller::Object);
        match self.kind(at + 1) {
            Some(ChunkKind::Verbs(next)) => {
                by_object && self.chunks.verb_groups[next].form == VerbForm::Infinitive && self.suspended.is_empty()
            }
            Some(ChunkKind::Preposition(_)) => {
                let goes_on = self.list()[at + 1..]
                    .windows(2)
                    .any(|pair| pair[0].kind == ChunkKind::Conjunction && matches!(pair[1].kind, ChunkKind::Verbs(_)));
                // "considered it and, in view of this, agreed in principle"
                let since = self.current.map_or(0, |c| self.out.clauses[c].chunk);
                let goes_on = goes_on || self.list()[since..at].iter().any(|c| c.kind == ChunkKind::Conjunction);
                let plain = verbs.lemma == verbs.verb && self.lexicon.is(WordList::Light, verbs.verb);
                after_noun && plain && !goes_on && self.suspended.is_empty()
            }
            _ => false,
        }
    }

    /// Whether a comma and a finite verb come after an insertion that begins at `at`.
    pub(super) fn main_verb_follows(&self, at: usize) -> bool {
        self.list()[at + 1..].windows(2).any(|pair| {
            let finite = match pair[1].kind {
                ChunkKind::Verbs(group) => {
                    matches!(self.chunks.verb_groups[group].form, VerbForm::Finite | VerbForm::PastOrParticiple)
                }
                _ => false,
            };
            finite && matches!(pair[0].kind, ChunkKind::Comma | ChunkKind::Dash)
        })
    }

    pub(super) fn push(
        &mut self,
        group: usize,
        at: usize,
        subject: [Option<Nouns>; 2],
        link: Link,
        governor: Option<usize>,
    ) -> usize {
        let index = self.out.clauses.len();
        let (mut link, mut governor) = (link, governor);
        if link == Link::Main
            && let Some(report) = self.awaiting.take()
        {
            (link, governor) = (Link::Content, Some(report)); // "the raid, Lima said, was"
        }
        let mut arguments = self.out.spare.pop().unwrap_or_default();
        arguments.clear();
        self.out.clauses.push(Clause {
            index,
            verbs: group,
            chunk: at,
            subject,
            apposition: None,
            inherited: false,
            arguments,
            passive: self.chunks.verb_groups[group].passive,
            adjective: None,
            governor,
            link,
            claim: None,
            asked: false,
            governs: None,
            mood: Mood::default(),
            modal: self.chunks.verb_groups[group].modal,
            negated: self.chunks.verb_groups[group].negated,
            stated_by: None,
        });
        self.current = Some(index);
        index
    }

    pub(super) fn finite(&mut self, group: usize, at: usize) {
        let intro = self.intro;
        let governor = self.current;
        let (mut subject, mut link, mut inherited) = (self.pending, Link::Main, false);
        let mut object = None;
        let mut beside = None;
        let mut apposition = None;
        match intro {
            Intro::Relative { antecedent, preposition } => {
                link = Link::Relative;
                let role = preposition.map_or(Role::Object, Role::Preposition);
                if subject[0].is_none() {
                    subject[0] = antecedent;
                } else {
                    object = antecedent.map(|nouns| Argument { role, nouns });
                }
            }
            Intro::That => link = Link::Content,
            Intro::Subordinate { conditional } => link = if conditional { Link::Condition } else { Link::Adverbial },
            Intro::Coordinate if subject[0].is_some() => link = Link::Coordinate,
            Intro::Main | Intro::Coordinate => {}
        }
        if subject[0].is_none() {
            let after_conjunction = matches!(self.before(at), Some(ChunkKind::Conjunction));
            let embedded = governor.is_some_and(|c| {
                matches!(
                    self.out.clauses[c].link,
                    Link::Relative | Link::Participle | Link::Adverbial | Link::Controlled
                )
            });
            if let (true, Some(waiting)) = (!after_conjunction || !embedded, self.suspended.last().copied()) {
                self.suspended.pop();
                (subject, apposition) = (waiting.subject, waiting.apposed);
                link = match waiting.intro {
                    Intro::That => Link::Content,
                    Intro::Relative { .. } => Link::Relative,
                    Intro::Subordinate { conditional: true } => Link::Condition,
                    Intro::Subordinate { conditional: false } => Link::Adverbial,
                    Intro::Main | Intro::Coordinate => Link::Main,
                };
            } else if let Some(clause) = governor {
                if let Some(inverted) = self.inverted_subject(group, at) {
                    subject[0] = Some(inverted);
                } else if !after_conjunction && let Some(stated) = self.stated_object(clause) {
                    subject[0] = Some(stated);
                    link = Link::Content;
                } else if let Some(ChunkKind::Nouns(row)) = self.before(at) {
                    // a relative clause without its pronoun, or a noun that looks like a verb
                    subject[0] = Some(Nouns { row, chunk: at - 1 });
                    link = Link::Relative;
                } else {
                    // ", and warned" goes on from the main clause, "and warned" from the last
                    let over = after_conjunction && at > 1 && self.kind(at - 2) == Some(ChunkKind::Comma);
                    beside = self.infinitive_beside(clause, group, over);
                    let from = match beside {
                        Some(infinitive) => infinitive,
                        None if over => self.outermost(clause),
                        None => self.coordinate(clause, group, at),
                    };
                    let last = &self.out.clauses[from];
                    subject = last.subject;
                    apposition = last.apposition;
                    link = if last.link == Link::Controlled { Link::Coordinate } else { last.link };
                    inherited = true;
                }
            } else {
                subject[0] = self.inverted_subject(group, at);
            }
        }
        let claim = if link == Link::Content { self.claim.take() } else { None };
        let asked = link == Link::Content && std::mem::take(&mut self.asked);
        let governor = match link {
            Link::Content if asked => governor,
            // "Nepal's claim that": no verb states it
            Link::Content
                if claim.is_some_and(|n| self.is_about(n) || !governor.is_some_and(|c| self.takes_clause(c))) =>
            {
                None
            }
            Link::Content => self.content_governor(governor),
            Link::Coordinate if inherited => governor.and_then(|c| self.out.clauses[c].governor),
            _ => governor,
        };
        let index = self.push(group, at, subject, link, governor);
        if let Some(infinitive) = beside {
            self.hang_beside(index, infinitive);
        }
        let apposition = self.apposed.take().or(apposition);
        // "was suspended by Thailand and warned by Singapore"
        let agent = matches!(self.kind(at + 1), Some(ChunkKind::Preposition(w)) if w == self.lexicon.markers.agent);
        let passive = agent && self.chunks.verb_groups[group].form == VerbForm::PastOrParticiple;
        let clause = &mut self.out.clauses[index];
        clause.inherited = inherited;
        clause.passive |= passive;
        clause.apposition = apposition;
        clause.claim = claim;
        clause.asked = asked;
        if asked {
            clause.mood.modality = Modality::Hypothetical;
        }
        clause.arguments.extend(self.fronted.drain(..));
        clause.arguments.extend(object);
        // "no country", "neither Japan nor China"
        let negative = subject[0].filter(|_| !inherited).is_some_and(|n| self.is_negative(self.list()[n.chunk].first));
        let clause = &mut self.out.clauses[index];
        if self.negation || negative {
            clause.mood.polarity = Polarity::Negated;
        }
        if let Some(dangling) = self.dangling.filter(|&d| !self.hangs_on(index, d)) {
            self.out.clauses[dangling].subject = subject;
            self.dangling = None;
        }
        self.pending = [None; 2];
        self.intro = Intro::Main;
    }

    /// "asked about reports that", but "said in a report that": the noun states it, not the verb.
    fn is_about(&self, claim: Nouns) -> bool {
        let medium = |word| self.lexicon.markers.place.contains(&word);
        matches!(self.before(claim.chunk), Some(ChunkKind::Preposition(word)) if !medium(word))
    }

    /// Whether a clause belongs to what a participle clause says: "Founded by men who had left, the group ...".
    fn hangs_on(&self, clause: usize, above: usize) -> bool {
        let outer = |&c: &usize| self.out.clauses[c].governor.filter(|&g| g < c);
        let embedded =
            |&c: &usize| matches!(self.out.clauses[c].link, Link::Relative | Link::Adverbial | Link::Content);
        std::iter::successors(Some(clause), outer)
            .take(LONGEST_CHAIN)
            .take_while(embedded)
            .any(|c| self.out.clauses[c].governor == Some(above))
    }

    /// The clause from which "and" goes on with a verb: the last, or one above it where the last cannot be meant.
    fn coordinate(&self, last: usize, group: usize, at: usize) -> usize {
        let mut clause = last;
        let tag = self.units[self.chunks.verb_groups[group].head].tag;
        let base = tag == Tag::Verb && self.chunks.verb_groups[group].modal.is_none();
        // "thanked Peru for sending aid and asked"
        while !base
            && let nonfinite = matches!(self.group(clause).form, VerbForm::Infinitive | VerbForm::Gerund)
            && nonfinite
            && let Some(outer) = self.out.clauses[clause].governor
        {
            clause = outer;
        }
        // "rejected the measures applied by Peru and called for talks": what has an object goes on from no passive participle
        let object = matches!(self.kind(at + 1), Some(ChunkKind::Nouns(_) | ChunkKind::That));
        while object
            && self.out.clauses[clause].link == Link::Participle
            && self.out.clauses[clause].passive
            && let Some(outer) = self.out.clauses[clause].governor
        {
            clause = outer;
        }
        // "said Peru had a right but urged it": whom the pronoun takes up does not act
        let pronoun = matches!(self.kind(at + 1), Some(ChunkKind::Nouns(row))
            if self.is_plain_pronoun(self.head(Nouns { row, chunk: at + 1 })));
        let mut said = self.out.clauses[clause..=last].iter().flat_map(|c| &c.arguments);
        if pronoun
            && self.out.clauses[clause].link == Link::Content
            && !said.any(|a| self.names_somebody(a.nouns))
            && let Some(outer) = self.out.clauses[clause].governor
        {
            clause = outer;
        }
        clause
    }

    /// "it", "them", not "itself".
    fn is_plain_pronoun(&self, unit: &Unit) -> bool {
        let pronoun = unit.facts.pronoun;
        let reflexive = unit.word.is_some_and(|id| self.lexicon.form(id).contains("sel"));
        matches!(pronoun, Some(Pronoun::Thing | Pronoun::Person | Pronoun::Plural)) && !reflexive
    }

    /// The clause on which a clause hangs in the end.
    pub(super) fn outermost(&self, clause: usize) -> usize {
        let mut clause = clause;
        while let (
            Link::Relative | Link::Adverbial | Link::Condition | Link::Participle | Link::Controlled,
            Some(outer),
        ) = (self.out.clauses[clause].link, self.out.clauses[clause].governor)
        {
            clause = outer;
        }
        clause
    }

    /// "..., said Lavrov": the subject follows a verb of saying.
    pub(super) fn inverted_subject(&self, group: usize, at: usize) -> Option<Nouns> {
        if matches!(self.before(at), Some(ChunkKind::Conjunction)) {
            return None; // "accused China and urged Russia"
        }
        let verbs = &self.chunks.verb_groups[group];
        let governs = self.lexicon.governs(Tag::Verb, verbs.lemma);
        let says = governs.iter().any(|g| g.attribution);
        // ", rejected the claims": of other verbs than "say" what follows is the object
        let Some(ChunkKind::Nouns(row)) = self.kind(at + 1) else { return None };
        let quoted = self.units[..verbs.first].iter().rev().take(2).any(|u| u.tag == Tag::Quote);
        (says && (quoted || verbs.lemma == self.lexicon.say())).then_some(Nouns { row, chunk: at + 1 })
    }

    /// The nearest clause whose verb takes a that-clause.
    pub(super) fn content_governor(&self, from: Option<usize>) -> Option<usize> {
        let from = from?;
        (0..=from).rev().take(4).find(|&c| self.takes_clause(c)).or(Some(from))
    }
}
