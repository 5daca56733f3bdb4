//! Reports that interrupt or follow what they report, and the link between the two.

use smallvec::SmallVec;

use super::{
    Link, Nouns,
    reader::{ArgumentList, Intro, Reader, WaitingList},
};
use crate::relation::chunk::ChunkKind;

/// What a report interrupts.
pub(super) struct Interrupted {
    current: Option<usize>,
    pending: [Option<Nouns>; 2],
    apposed: Option<Nouns>,
    suspended: WaitingList,
    intro: Intro,
    fronted: ArgumentList,
    dangling: Option<usize>,
    /// The report, if what it reports has no clause yet.
    awaiting: Option<usize>,
}

impl Reader<'_> {
    /// Reads the subject and the verb of the report that begins after the mark at `at`.
    pub(super) fn open_report(&mut self, at: usize) {
        let inverted = matches!(self.kind(at + 1), Some(ChunkKind::Verbs(_)));
        let is_verbs = |i: &usize| matches!(self.kind(*i), Some(ChunkKind::Verbs(_)));
        let Some(verb) = (at + 1..self.list().len()).find(is_verbs) else { return };
        let Some(ChunkKind::Verbs(group)) = self.kind(verb) else { return };
        let first = if inverted { verb + 1 } else { at + 1 };
        let nouns = |i: usize| match self.kind(i) {
            Some(ChunkKind::Nouns(row)) => Some(Nouns { row, chunk: i }),
            _ => None,
        };
        let Some(subject) = nouns(first) else { return };
        let comma = (first + 1..verb).find(|&i| self.kind(i) == Some(ChunkKind::Comma));
        let comma = if inverted { Some(first + 1).filter(|&i| self.kind(i) == Some(ChunkKind::Comma)) } else { comma };
        let apposed = match comma {
            Some(comma) => nouns(comma + 1),
            // "Foreign Ministry spokesman Aziz Khan" where it is two groups
            None => (first + 1 < verb).then(|| nouns(first + 1)).flatten().filter(|&n| !self.is_time(n)),
        };
        let stated = self.reported();
        let interrupted = Interrupted {
            current: self.current.take(),
            pending: std::mem::take(&mut self.pending),
            apposed: self.apposed.take(),
            suspended: std::mem::take(&mut self.suspended),
            intro: std::mem::replace(&mut self.intro, Intro::Main),
            fronted: std::mem::take(&mut self.fronted),
            dangling: self.dangling.take(),
            awaiting: None,
        };
        let report = self.push(group, verb, [Some(subject), None], Link::Main, None);
        self.out.clauses[report].apposition = apposed;
        for &clause in &stated {
            self.out.clauses[clause].link = Link::Content;
            self.out.clauses[clause].governor = Some(report);
        }
        if !stated.is_empty() {
            self.reports.push(report);
        }
        let awaiting = stated.is_empty().then_some(report);
        self.interrupted = Some(Interrupted { awaiting, ..interrupted });
        self.skip_to = if inverted { first + 1 } else { verb + 1 };
    }

    /// Goes on with what the report interrupted.
    pub(super) fn close_report(&mut self) {
        let Some(before) = self.interrupted.take() else { return };
        self.current = before.current;
        self.pending = before.pending;
        self.apposed = before.apposed;
        self.suspended = before.suspended;
        self.intro = before.intro;
        self.fronted = before.fronted;
        self.dangling = before.dangling;
        self.awaiting = before.awaiting;
    }

    /// The main clauses of what stands before a report: several where they share a subject.
    fn reported(&self) -> SmallVec<[usize; 4]> {
        let mut found = SmallVec::new();
        let mut next = self.current;
        while let Some(index) = next {
            let clause = &self.out.clauses[index];
            if clause.link == Link::Main {
                found.push(index);
                if !clause.inherited {
                    break;
                }
            }
            next = clause.governor.filter(|&outer| outer < index);
        }
        found
    }
}
