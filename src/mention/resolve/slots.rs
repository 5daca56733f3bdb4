//! The candidates of one text, and the memory that is kept from text to text.

use super::doubt::{Doubts, Sense};
use crate::{
    gazetteer::EntityId,
    mention::{
        matching::{Candidate, Casing},
        model::Form,
        reason::{Reason, Refusal},
    },
    text::Span,
};

/// One name that a candidate may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// Index into the gazetteer's names.
    pub(super) name: u32,
    /// Counts only when the sentence or the document says more.
    pub(super) needs_support: bool,
    /// What else the document means by the name.
    pub(super) doubt: Option<Sense>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Not decided yet.
    Open,
    /// Names nobody whom the gazetteer knows.
    Nobody(Refusal),
    Named(EntityId, Form, Reason),
}

/// A candidate on its way to a mention.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) span: Span,
    pub(super) casing: Casing,
    /// Nothing for an acronym that the document itself brings in.
    pub(super) pattern: Option<u32>,
    pub(super) state: State,
    /// Its part of [`Slots::readings`].
    pub(super) readings: (usize, usize),
    /// Every reading is a surname, which covers no neighbour's neighbour.
    pub(super) only_surname: bool,
    /// Stands within a name that was refused.
    pub(super) is_inner: bool,
    /// The pattern of the surname with which the name of somebody unknown ends.
    pub(super) stranger: Option<u32>,
}

impl Slot {
    pub(super) const fn named(span: Span, state: State) -> Self {
        let (casing, pattern, readings) = (Casing::Mixed, None, (0, 0));
        Self { span, casing, pattern, state, readings, only_surname: false, is_inner: false, stranger: None }
    }

    pub(super) const fn entity(&self) -> Option<EntityId> {
        match self.state {
            State::Named(entity, ..) => Some(entity),
            State::Open | State::Nobody(_) => None,
        }
    }
}

/// The candidates of one text with their readings; kept from text to text for its memory.
#[derive(Debug, Default)]
pub(in crate::mention) struct Slots {
    pub(super) slots: Vec<Slot>,
    pub(super) readings: Vec<Reading>,
    pub(super) marks: Marks,
    pub(super) doubts: Doubts,
    /// Names within a name.
    pub(super) inner: Vec<Candidate>,
}

/// Entities that the document names beyond doubt.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) round: u32,
    pub(super) of: Vec<u32>,
}

impl Marks {
    pub(super) fn clear(&mut self, entities: usize) {
        self.round = self.round.wrapping_add(1);
        if self.round == 0 || self.of.len() != entities {
            self.of.clear();
            self.of.resize(entities, 0);
            self.round = 1;
        }
    }
}
