//! An object that two verbs share: "rammed and hosed a boat".

use super::{Argument, Role, reader::Reader};
use crate::relation::{chunk::ChunkKind, lexicon::WordList};

impl Reader<'_> {
    /// Gives the first of two verbs that stand side by side with one subject the object of the second.
    pub(super) fn share_objects(&mut self) {
        for i in (1..self.out.clauses.len()).rev() {
            let (first, second) = (&self.out.clauses[i - 1], &self.out.clauses[i]);
            let tag = |clause: usize| self.units[self.group(clause).head].tag;
            let beside = second.chunk == first.chunk + 2
                && match self.kind(first.chunk + 1) {
                    Some(ChunkKind::Conjunction) => true,
                    Some(ChunkKind::Comma) => tag(i - 1) == tag(i), // "boarded, searched and seized a boat"
                    _ => false,
                };
            let same = second.subject[0].is_some() && first.subject == second.subject;
            let alone = first.arguments.is_empty() && first.adjective.is_none() && !self.group(i - 1).copula;
            let verb = self.group(i - 1);
            let takes_one = !self.lexicon.is(WordList::Intransitive, verb.verb);
            if !(beside && same && alone && takes_one) || first.passive != second.passive {
                continue;
            }
            let (before, second) = self.out.clauses.split_at_mut(i);
            let second = &second[0];
            let shared = |a: &&Argument| second.passive || matches!(a.role, Role::Object | Role::Indirect);
            before[i - 1].arguments.extend(second.arguments.iter().filter(shared));
        }
    }
}
