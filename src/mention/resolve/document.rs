use super::{acronym, choice, surname, titles::Titles, venue};
use crate::{
    gazetteer::{EntityId, EntityKind, Gazetteer, Name, NameKind},
    mention::{
        matching::{Candidate, Casing, Lexicon},
        model::{Form, Mention},
    },
    text::{Date, Span},
};

/// One name that a candidate may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// Index into the gazetteer's names.
    pub(super) name: u32,
    /// Counts only when the sentence or the document says more.
    pub(super) needs_support: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Not decided yet.
    Open,
    /// Names nobody whom the gazetteer knows.
    Nobody,
    Named(EntityId, Form),
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
    readings: (usize, usize),
    /// Every reading is a surname, which covers no neighbour's neighbour.
    pub(super) only_surname: bool,
}

impl Slot {
    pub(super) const fn named(span: Span, entity: EntityId, form: Form) -> Self {
        let state = State::Named(entity, form);
        Self { span, casing: Casing::Mixed, pattern: None, state, readings: (0, 0), only_surname: false }
    }

    pub(super) const fn entity(&self) -> Option<EntityId> {
        match self.state {
            State::Named(entity, _) => Some(entity),
            State::Open | State::Nobody => None,
        }
    }
}

/// The candidates of one text with their readings; kept from text to text for its memory.
#[derive(Debug, Default)]
pub(in crate::mention) struct Slots {
    pub(super) slots: Vec<Slot>,
    readings: Vec<Reading>,
    marks: Marks,
}

/// Entities that the document names beyond doubt.
#[derive(Debug, Default)]
struct Marks {
    round: u32,
    of: Vec<u32>,
}

impl Marks {
    fn clear(&mut self, entities: usize) {
        self.round = self.round.wrapping_add(1);
        if self.round == 0 || self.of.len() != entities {
            self.of.clear();
            self.of.resize(entities, 0);
            self.round = 1;
        }
    }
}

/// One text while its candidates are read.
pub(in crate::mention) struct Document<'a> {
    pub(super) text: &'a str,
    pub(super) date: Option<Date>,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) titles: &'a Titles,
    work: &'a mut Slots,
}

impl<'a> Document<'a> {
    pub(in crate::mention) fn new(
        text: &'a str,
        date: Option<Date>,
        gazetteer: &'a Gazetteer,
        titles: &'a Titles,
        work: &'a mut Slots,
    ) -> Self {
        work.slots.clear();
        work.readings.clear();
        work.marks.clear(gazetteer.entities.len());
        Self { text, date, gazetteer, titles, work }
    }

    /// Reads the candidates, which must be in order and not overlap.
    pub(in crate::mention) fn resolve(&mut self, lexicon: &Lexicon, candidates: &[Candidate]) -> Vec<Mention> {
        for candidate in candidates {
            let names = lexicon.names(candidate.pattern);
            let kind = |&name: &u32| self.gazetteer.names[name as usize].kind;
            self.work.slots.push(Slot {
                span: candidate.span,
                casing: candidate.casing,
                pattern: Some(candidate.pattern),
                state: State::Open,
                readings: (0, 0),
                only_surname: names.iter().all(|name| kind(name) == NameKind::Surname),
            });
        }
        for (slot, candidate) in candidates.iter().enumerate() {
            let first = self.work.readings.len();
            for &name in lexicon.names(candidate.pattern) {
                if let Some(reading) = choice::admit(self, slot, name) {
                    self.work.readings.push(reading);
                }
            }
            self.work.slots[slot].readings = (first, self.work.readings.len());
        }
        choice::take_unambiguous(self);
        acronym::bind(self);
        choice::take_supported(self);
        surname::take(self);
        venue::mentions(self)
    }

    pub(super) fn slots(&self) -> &[Slot] {
        &self.work.slots
    }

    pub(super) fn readings(&self, slot: usize) -> &[Reading] {
        let (from, to) = self.work.slots[slot].readings;
        &self.work.readings[from..to]
    }

    pub(super) fn name(&self, reading: Reading) -> &'a Name {
        &self.gazetteer.names[reading.name as usize]
    }

    pub(super) fn settle(&mut self, slot: usize, state: State) {
        self.work.slots[slot].state = state;
        if let State::Named(entity, _) = state {
            self.mark(entity);
        }
    }

    pub(super) fn extend_back(&mut self, slot: usize, start: usize) {
        self.work.slots[slot].span.start = start;
    }

    pub(super) fn insert(&mut self, more: impl IntoIterator<Item = Slot>) {
        self.work.slots.extend(more);
        self.work.slots.sort_by_key(|slot| slot.span);
    }

    fn mark(&mut self, entity: EntityId) {
        let marks = &mut self.work.marks;
        marks.of[entity.index()] = marks.round;
    }

    /// Whether the document names the entity beyond doubt, as far as it has been read.
    pub(super) fn names(&self, entity: EntityId) -> bool {
        self.work.marks.of[entity.index()] == self.work.marks.round
    }

    pub(super) fn is_person(&self, entity: EntityId) -> bool {
        self.gazetteer.entities[entity.index()].kind == EntityKind::Leader
    }

    /// Whether the name, and its entity, is of the document's time; without a date, whether it still is.
    pub(super) fn is_current(&self, name: &Name) -> bool {
        let entity = name.entity.map(|entity| &self.gazetteer.entities[entity.index()]);
        let existence = entity.map_or((None, None), |entity| (entity.from, entity.to));
        let fits = |from, to: Option<Date>| self.date.map_or(to.is_none(), |date| date.is_within(from, to));
        fits(name.from(), name.to()) && fits(existence.0, existence.1)
    }
}
