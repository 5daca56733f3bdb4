//! Gerunds in a row: "accused Libya of arming rebels, shelling a village and bombing Mali".

use super::{
    Link,
    finite::LONGEST_CHAIN,
    reader::{Intro, Reader},
};
use crate::relation::{chunk::ChunkKind, lexicon::Tag, verb_group::VerbForm};

/// How many chunks ahead the "and" is looked for that closes a row.
const LONGEST_ROW: usize = 24;

impl Reader<'_> {
    /// Reads a gerund that goes on with what governs the one before; whether it does.
    pub(super) fn goes_on_in_series(&mut self, group: usize, at: usize) -> bool {
        let joined = match self.before(at) {
            Some(ChunkKind::Conjunction) => true,
            Some(ChunkKind::Comma) => self.closes_series(at),
            _ => false,
        };
        let Some(beside) = self.current.filter(|_| joined && self.pending[0].is_none()).and_then(|c| self.gerund_up(c))
        else {
            return false;
        };
        let first = &self.out.clauses[beside];
        let (subject, link, governor) = (first.subject, first.link, first.governor);
        let index = self.push(group, at, subject, link, governor);
        self.hang_beside(index, beside);
        self.intro = Intro::Main;
        true
    }

    /// The infinitive that a verb without "to" goes on with: "agreed to arm the rebels, train their officers and send aid".
    pub(super) fn infinitive_beside(&self, last: usize, group: usize, over: bool) -> Option<usize> {
        let verbs = &self.chunks.verb_groups[group];
        let is_base = |head: usize| self.units[head].tag == Tag::Verb;
        if !is_base(verbs.head) || verbs.first != verbs.head && self.units[verbs.first].tag != Tag::Adverb {
            return None;
        }
        // "states oppose plans to ban it, and condemn": those who oppose, too, are many
        let many = self.out.clauses.first().is_some_and(|c| {
            let main = &self.chunks.verb_groups[c.verbs];
            over && c.link == Link::Main && main.form == VerbForm::Finite && is_base(main.head) && main.modal.is_none()
        });
        let outer = |&c: &usize| self.out.clauses[c].governor.filter(|&g| g < c);
        let link = |c: usize| self.out.clauses[c].link;
        let infinitive = |&c: &usize| link(c) == Link::Controlled && self.group(c).form != VerbForm::Gerund;
        let within = |&c: &usize| !self.is_finite(c) || matches!(link(c), Link::Relative | Link::Controlled);
        let chain = std::iter::successors(Some(last), outer).take(LONGEST_CHAIN);
        chain.take_while(within).find(infinitive).filter(|_| !many)
    }

    /// Makes a clause hang on what another hangs on, in the same way.
    pub(super) fn hang_beside(&mut self, clause: usize, beside: usize) {
        let first = &self.out.clauses[beside];
        let (link, governor, governs, mood) = (first.link, first.governor, first.governs, first.mood);
        let clause = &mut self.out.clauses[clause];
        (clause.link, clause.governor, clause.governs) = (link, governor, governs);
        clause.mood.polarity = clause.mood.polarity.max(mood.polarity);
        clause.mood.modality = clause.mood.modality.max(mood.modality);
        clause.inherited = true;
    }

    /// The nearest clause, the last or above it, that is governed as a gerund.
    fn gerund_up(&self, last: usize) -> Option<usize> {
        let outer = |&c: &usize| self.out.clauses[c].governor.filter(|&g| g < c);
        let chain = std::iter::successors(Some(last), outer).take(LONGEST_CHAIN);
        let first = chain.take_while(|&c| !self.is_finite(c)).find(|&c| self.group(c).form == VerbForm::Gerund)?;
        (self.out.clauses[first].link == Link::Controlled).then_some(first)
    }

    fn is_finite(&self, clause: usize) -> bool {
        let verbs = self.group(clause);
        verbs.form == VerbForm::Finite || verbs.form == VerbForm::PastOrParticiple && !self.out.clauses[clause].passive
    }

    /// Whether "and" with a gerund comes before another finite verb does.
    fn closes_series(&self, at: usize) -> bool {
        let ahead = &self.list()[at + 1..];
        let finite = |kind: ChunkKind| matches!(kind, ChunkKind::Verbs(group) if self.chunks.verb_groups[group].form == VerbForm::Finite);
        let end = ahead.iter().position(|c| c.kind == ChunkKind::Break || finite(c.kind)).unwrap_or(ahead.len());
        ahead[..end.min(LONGEST_ROW)].windows(2).any(|pair| {
            let gerund = |group: usize| self.chunks.verb_groups[group].form == VerbForm::Gerund;
            pair[0].kind == ChunkKind::Conjunction && matches!(pair[1].kind, ChunkKind::Verbs(group) if gerund(group))
        })
    }
}
