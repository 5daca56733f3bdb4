//! Whom rows and subjects of a sentence stand for, once somebody asked: rules, speakers and what is left for the next
//! sentence ask for the same.

use std::cell::OnceCell;

use super::{ActorList, Actors};
use crate::relation::clause::{Clause, Nouns};

/// What is known of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    /// By row.
    agents: Vec<OnceCell<ActorList>>,
    /// By row, without and with a state's nobodies.
    patients: [Vec<OnceCell<ActorList>>; 2],
    /// By clause.
    subjects: Vec<OnceCell<ActorList>>,
}

impl Memo {
    /// Makes room for another sentence, or the same one anew.
    pub(crate) fn forget(&mut self, rows: usize, clauses: usize) {
        let Self { agents, patients: [things, people], subjects } = self;
        for (known, count) in [(agents, rows), (things, rows), (people, rows), (subjects, clauses)] {
            known.clear();
            known.resize_with(count, OnceCell::new);
        }
    }

    pub(super) fn agents(&self, nouns: Nouns) -> &OnceCell<ActorList> {
        &self.agents[nouns.row]
    }

    pub(super) fn patients(&self, nouns: Nouns, people: bool) -> &OnceCell<ActorList> {
        &self.patients[usize::from(people)][nouns.row]
    }

    pub(super) fn subject(&self, clause: &Clause) -> &OnceCell<ActorList> {
        &self.subjects[clause.index]
    }
}

impl Actors<'_> {
    pub(super) fn memo(&self) -> &Memo {
        &self.sentence.reading.memo
    }

    /// What is known, or is found now; what depends on what was told, which may change any time, is not kept.
    pub(super) fn known(&self, known: &OnceCell<ActorList>, find: impl FnOnce() -> ActorList) -> ActorList {
        if let Some(known) = known.get() {
            return ActorList::from_slice(known);
        }
        let looked_back = &self.sentence.discourse.looked_back;
        let before = looked_back.replace(false);
        let found = find();
        if !looked_back.get() {
            let _ = known.set(ActorList::from_slice(&found));
        }
        looked_back.set(looked_back.get() || before);
        found
    }
}
