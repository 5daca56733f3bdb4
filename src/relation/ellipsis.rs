//! Clauses that leave out what was just told: "Serbia has not", "so did Chile", "Sweden followed suit",
//! "Vietnam in 1995".

use super::{
    Modality, Polarity,
    actors::{Actor, ActorList, Actors},
    chunk::ChunkKind,
    clause::{Clause, Link, Nouns, Role},
    discourse::{Side, Told},
    lexicon::{Mood, NounClass, Tag, WordList},
    sentence::Sentence,
    verb_group::VerbForm,
};
use crate::text::Span;

/// Whose part in what was told somebody else takes.
#[derive(Clone, Debug)]
pub(crate) struct Repetition {
    pub(crate) subject: ActorList,
    /// ActorList anew: "has done so with Peru".
    pub(crate) other: ActorList,
    /// The clause, or the one after which the words without a verb stand.
    pub(crate) clause: usize,
    /// Has no clause of its own.
    pub(crate) gapped: bool,
    /// Only auxiliaries: these say for themselves whether it is so.
    pub(crate) bare: bool,
    pub(crate) trigger: Span,
}

impl Actors<'_> {
    /// What the clause repeats, if it has no verb of its own.
    pub(crate) fn repetition(&self, index: usize) -> Option<Repetition> {
        let s = &self.sentence;
        let clause = &s.clauses()[index];
        let verbs = s.verbs(clause);
        let bare = s.units()[verbs.head].tag.is_auxiliary() && verbs.verb == verbs.lemma;
        let inverted = bare.then(|| self.inverted(clause)).flatten();
        let subject = match inverted {
            Some(nouns) => self.agents(nouns),
            None if bare && s.ends(clause.chunk + 1) => self.subject(clause),
            None if !bare && self.repeats(clause) => self.subject(clause),
            None => return None,
        };
        let rest =
            clause.arguments.iter().filter(|a| matches!(a.role, Role::Preposition(_)) && a.nouns.chunk > clause.chunk);
        let other = if bare { ActorList::new() } else { self.agents_of_rows(rest.map(|a| a.nouns)) };
        let trigger = Span::new(s.units()[verbs.first].span.start, s.units()[verbs.last].span.end);
        Some(Repetition { subject, other, clause: index, gapped: false, bare, trigger })
    }

    /// "follow suit", "do so", "followed the kingdom's example".
    fn repeats(&self, clause: &Clause) -> bool {
        let s = &self.sentence;
        let verbs = s.verbs(clause);
        if clause.passive {
            return false;
        }
        if s.lexicon.is(WordList::Repeating, verbs.lemma) {
            return true;
        }
        if !s.lexicon.is(WordList::Following, verbs.lemma) {
            return false;
        }
        match clause.argument(Role::Object) {
            Some(object) => s.groups(object).any(|g| s.lexicon.is(WordList::Example, s.head_lemma(g))),
            None => s.ends(clause.chunk + 1),
        }
    }

    /// "so did Chile", "nor has Peru": the subject behind the auxiliary.
    fn inverted(&self, clause: &Clause) -> Option<Nouns> {
        let s = &self.sentence;
        let before = s.verbs(clause).first.checked_sub(1)?;
        let word = s.units()[before].word?;
        let ChunkKind::Nouns(row) = s.reading.chunks.chunks.get(clause.chunk + 1)?.kind else { return None };
        let mut after = clause.chunk + 2;
        while matches!(s.kind_at(after), Some(ChunkKind::Preposition(w)) if w == s.lexicon.markers.part) {
            after += 2; // "as did the governments of Chile and Peru"
        }
        (s.lexicon.markers.inverting.contains(&word) && s.ends(after)).then_some(Nouns { row, chunk: clause.chunk + 1 })
    }

    /// Names without a verb beside a time like that of the clause before: "Brunei joined in 1984, Vietnam in 1995".
    pub(crate) fn gaps(&self) -> Vec<Repetition> {
        let s = &self.sentence;
        let mut out = Vec::new();
        for nouns in s.rows().filter(|n| n.chunk > 2) {
            let (Some(ChunkKind::Preposition(word)), Some(ChunkKind::Nouns(row))) =
                (s.kind_at(nouns.chunk + 1), s.kind_at(nouns.chunk + 2))
            else {
                continue;
            };
            let named = s.groups(nouns).all(|g| s.units()[g.head].mentions.is_some() && g.owner.is_none());
            let joined = matches!(
                s.kind_at(nouns.chunk - 1),
                Some(ChunkKind::Comma | ChunkKind::Conjunction | ChunkKind::Break)
            );
            let time = Nouns { row, chunk: nouns.chunk + 2 };
            if !named || !joined || !s.is_time(time) || !s.ends(nouns.chunk + 3) {
                continue;
            }
            let before = |c: &&Clause| c.chunk < nouns.chunk;
            let Some(clause) = s.clauses().iter().take_while(before).count().checked_sub(1) else { continue };
            let alike = |c: &Clause| {
                let times =
                    c.arguments.iter().filter(|a| a.role == Role::Preposition(word) && a.nouns.chunk < nouns.chunk);
                times.into_iter().any(|a| s.is_time(a.nouns))
            };
            let taken = s.clauses()[clause].argument(Role::Object).is_some_and(|n| n.chunk == nouns.chunk);
            if alike(&s.clauses()[clause]) && !taken {
                let first = s.units()[s.reading.chunks.chunks[nouns.chunk].first].span;
                out.push(Repetition {
                    subject: self.agents(nouns),
                    other: ActorList::new(),
                    clause,
                    gapped: true,
                    bare: false,
                    trigger: first,
                });
            }
        }
        out
    }

    /// What a repetition says: who does what to whom instead, and how sure it is.
    pub(crate) fn repeated(&self, repetition: &Repetition) -> Vec<(Told, Actor, Actor, Mood)> {
        let s = &self.sentence;
        let mut out = Vec::new();
        let be = repetition.bare && s.verbs(&s.clauses()[repetition.clause]).copula;
        for told in self.repeated_told(repetition) {
            if be && !told.be {
                continue; // "This is not how allies behave"
            }
            let Some(mood) = self.mood_of(repetition, &told) else { continue };
            let told = if repetition.gapped { self.told_of(repetition, told) } else { told };
            for &subject in &repetition.subject {
                let old = Actor::new(if told.side == Side::Source { told.target } else { told.source }, 1.0);
                let others = if repetition.other.is_empty() { std::slice::from_ref(&old) } else { &repetition.other };
                for &other in others {
                    let mut other = other;
                    if self.same(&subject, &other) {
                        if repetition.bare || told.predicate.is_symmetric() {
                            continue;
                        }
                        // "Iran accused Israel, which did the same"
                        other = Actor::new(if told.side == Side::Source { told.source } else { told.target }, 1.0);
                    }
                    let (source, target) = if told.side == Side::Source { (subject, other) } else { (other, subject) };
                    out.push((told, source, target, mood));
                }
            }
        }
        out.retain(|(_, a, b, _)| !self.same(a, b));
        out.truncate(MOST);
        out
    }

    /// "The bloc admitted Peru in 2001 and Chile in 2004": what stands alone takes the place of what is of its kind, and
    /// rather of the object, if there was one.
    fn told_of(&self, repetition: &Repetition, told: Told) -> Told {
        let s = &self.sentence;
        let (replaced, other) = match told.side {
            Side::Source => (told.source, told.target),
            Side::Target => (told.target, told.source),
            Side::None => return told,
        };
        let [replaced, other] = [replaced, other].map(|mention| s.kind_of(mention));
        let Some(kind) = repetition.subject.first().map(|a| s.kind_of(a.mention)) else { return told };
        let transitive = s.clauses()[repetition.clause].argument(Role::Object).is_some();
        if kind != other || kind == replaced && !transitive {
            return told;
        }
        let side = if told.side == Side::Source { Side::Target } else { Side::Source };
        Told { side, ..told }
    }

    /// Polarity and modality of what is repeated; nothing where two denials meet that do not cancel.
    fn mood_of(&self, repetition: &Repetition, told: &Told) -> Option<Mood> {
        if repetition.gapped {
            return Some(told.mood);
        }
        let s = &self.sentence;
        let clause = &s.clauses()[repetition.clause];
        let own = clause.mood;
        let first = s.units()[s.verbs(clause).first.saturating_sub(1)];
        let nor = first.facts.negative;
        let denied = own.polarity == Polarity::Negated || nor;
        let polarity = match (told.mood.polarity, told.denied) {
            (Polarity::Negated, false) if denied => return None,
            (Polarity::Negated, false) => Polarity::Negated,
            // "has not. Chile has"
            _ if denied => Polarity::Negated,
            (Polarity::Negated, true) if !repetition.bare => Polarity::Negated,
            _ => Polarity::Affirmed,
        };
        let kept = if told.modal { Modality::Actual } else { told.mood.modality };
        Some(Mood { polarity, modality: own.modality.max(kept) })
    }

    /// What was told last before the repetition, by the clause that it can repeat.
    fn repeated_told(&self, repetition: &Repetition) -> Vec<Told> {
        let s = &self.sentence;
        let end = repetition.clause + usize::from(repetition.gapped);
        match self.antecedent(end, (!repetition.gapped).then_some(repetition.clause)) {
            Antecedent::Told(told) => told,
            Antecedent::Other => Vec::new(),
            Antecedent::None => s.discourse.repeatable.clone(),
        }
    }

    /// What the last finite clause before `end` told, those above `own` left out.
    pub(crate) fn antecedent(&self, end: usize, own: Option<usize>) -> Antecedent {
        let s = &self.sentence;
        let clauses = s.clauses();
        let above = |i: usize| {
            let governor = |c: usize| clauses[c].governor.filter(|_| hangs(&clauses[c]));
            std::iter::successors(own.and_then(governor), |&c| governor(c)).take(DEEPEST).any(|c| c == i)
        };
        let told = s.discourse.told.borrow();
        let here = s.units().first().map_or(0, |u| u.span.start);
        for i in (0..end).rev() {
            let clause = &clauses[i];
            let finite = matches!(s.verbs(clause).form, VerbForm::Finite | VerbForm::PastOrParticiple);
            if !finite || !matches!(clause.link, Link::Main | Link::Coordinate | Link::Content) || above(i) {
                continue;
            }
            let part = |c: usize| c == i || self.is_part_of(c, i);
            let mut found: Vec<Told> = Vec::new();
            for told in told.iter().filter(|t| t.at >= here && t.side != Side::None) {
                let known = |t: &Told| (t.predicate, t.source, t.target) == (told.predicate, told.source, told.target);
                if told.clause.is_some_and(|c| c < end && part(c)) && !found.iter().any(known) {
                    found.push(*told);
                }
            }
            if !found.is_empty() {
                return Antecedent::Told(found);
            }
            let verbs = s.verbs(clause);
            if !s.lexicon.verb_governs(verbs.lemma, verbs.verb).iter().any(|g| g.attribution) {
                return Antecedent::Other;
            }
        }
        Antecedent::None
    }

    /// The clause with a finite verb to which an infinitive belongs.
    pub(crate) fn finite(&self, mut at: usize) -> usize {
        let clauses = self.sentence.clauses();
        while let (Link::Controlled, Some(governor)) = (clauses[at].link, clauses[at].governor) {
            if governor >= at {
                break;
            }
            at = governor;
        }
        at
    }

    /// The mentions that are a clause's subject.
    pub(crate) fn subjects(&self, clause: &Clause) -> Vec<usize> {
        let found = if clause.passive {
            self.patients_of_rows(clause.subject.into_iter().flatten(), false)
        } else {
            self.subject(clause)
        };
        found.iter().map(|a| a.mention).collect()
    }

    /// Whether an infinitive belongs to what a clause says of its own subject: "plans to join".
    fn is_part_of(&self, mut at: usize, clause: usize) -> bool {
        let clauses = self.sentence.clauses();
        let subject = |c: &Clause| c.subject[0].map(|n| n.chunk);
        let wanted = subject(&clauses[clause]);
        while clauses[at].link == Link::Controlled && subject(&clauses[at]) == wanted {
            match clauses[at].governor {
                Some(governor) if governor == clause => return true,
                Some(governor) if governor < at => at = governor,
                _ => return false,
            }
        }
        false
    }
}

/// What a clause that leaves something out can look back on.
#[derive(Clone, Debug)]
pub(crate) enum Antecedent {
    /// The last clause told this.
    Told(Vec<Told>),
    /// It told nothing.
    Other,
    /// There is no such clause.
    None,
}

/// The most that one repetition tells.
const MOST: usize = 24;

/// How many clauses above one are looked at.
const DEEPEST: usize = 8;

/// Whether a clause belongs into the one that governs it.
fn hangs(clause: &Clause) -> bool {
    matches!(clause.link, Link::Controlled | Link::Content)
}

impl Sentence<'_> {
    /// Whether nothing of weight follows in the clause: times at most.
    fn ends(&self, mut chunk: usize) -> bool {
        let time = |at: usize| match self.kind_at(at) {
            Some(ChunkKind::Nouns(row)) => self.is_time(Nouns { row, chunk: at }),
            _ => false,
        };
        loop {
            match self.kind_at(chunk) {
                Some(ChunkKind::Preposition(word)) if self.lexicon.subordinates(word) && !time(chunk + 1) => {
                    return true;
                }
                Some(ChunkKind::Preposition(_)) if time(chunk + 1) => chunk += 2,
                Some(ChunkKind::Nouns(_)) if time(chunk) => chunk += 1,
                Some(ChunkKind::Negation) => chunk += 1,
                Some(
                    ChunkKind::Nouns(_)
                    | ChunkKind::Preposition(_)
                    | ChunkKind::Verbs(_)
                    | ChunkKind::Adjective
                    | ChunkKind::That
                    | ChunkKind::Relative,
                ) => return false,
                _ => return true,
            }
        }
    }

    /// Whether the row names a time.
    pub(crate) fn is_time(&self, nouns: Nouns) -> bool {
        self.groups(nouns).all(|g| {
            let head = &self.units()[g.head];
            head.tag == Tag::Time || head.tag == Tag::Noun && self.lexicon.noun_class(head.lemma) == NounClass::Time
        })
    }
}
