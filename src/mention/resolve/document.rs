use super::{
    acronym, choice,
    doubt::{Doubts, Sense, sense},
    surname,
    titles::Titles,
    venue,
};
use crate::{
    gazetteer::{EntityId, EntityKind, Gazetteer, Name, NameKind},
    mention::{
        matching::{Candidate, Casing, Lexicon},
        model::{Form, Mention},
        reason::{Reason, Refusal, RefusedName},
        words::Words,
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
    readings: (usize, usize),
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
    readings: Vec<Reading>,
    marks: Marks,
    doubts: Doubts,
    /// Names within a name.
    inner: Vec<Candidate>,
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
    pub(super) words: &'static Words,
    work: &'a mut Slots,
    /// Where refused names are noted, when somebody asks.
    trace: Option<&'a mut Vec<RefusedName>>,
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
        work.doubts.clear();
        Self { text, date, gazetteer, titles, words: Words::embedded(), work, trace: None }
    }

    /// Notes which names are refused, and why.
    pub(in crate::mention) fn with_trace(mut self, trace: &'a mut Vec<RefusedName>) -> Self {
        self.trace = Some(trace);
        self
    }

    /// Reads the candidates, which must be in order and not overlap.
    pub(in crate::mention) fn resolve(&mut self, lexicon: &Lexicon, candidates: &[Candidate]) -> Vec<Mention> {
        for candidate in candidates {
            let slot = self.slot(lexicon, candidate);
            self.work.slots.push(slot);
        }
        for slot in 0..self.work.slots.len() {
            self.admit(lexicon, slot);
        }
        self.apply_doubts();
        choice::take_unambiguous(self);
        acronym::bind(self);
        choice::take_supported(self);
        if self.open_up(lexicon) {
            choice::take_unambiguous(self);
            choice::take_supported(self);
        }
        surname::take(self);
        self.note_refused();
        venue::mentions(self)
    }

    fn slot(&self, lexicon: &Lexicon, candidate: &Candidate) -> Slot {
        let kind = |&name: &u32| self.gazetteer.names[name as usize].kind;
        Slot {
            span: candidate.span,
            casing: candidate.casing,
            pattern: Some(candidate.pattern),
            state: State::Open,
            readings: (0, 0),
            only_surname: lexicon.names(candidate.pattern).iter().all(|name| kind(name) == NameKind::Surname),
            is_inner: false,
            stranger: None,
        }
    }

    /// Collects the readings that can stand where the slot stands.
    fn admit(&mut self, lexicon: &Lexicon, slot: usize) {
        let Some(pattern) = self.work.slots[slot].pattern else { return };
        let first = self.work.readings.len();
        let surroundings = choice::Surroundings::of(self, slot, lexicon.names(pattern));
        let mut refused = None;
        for &name in lexicon.names(pattern) {
            match choice::admit(self, slot, name, surroundings) {
                Ok(reading) => self.work.readings.push(reading),
                Err(refusal) => {
                    refused.get_or_insert(refusal);
                    if let Some(sense) = sense(self, slot, name, refusal) {
                        self.work.doubts.add(name, sense);
                    }
                    self.note(slot, name, refusal);
                }
            }
        }
        self.work.slots[slot].readings = (first, self.work.readings.len());
        if first == self.work.readings.len() {
            self.work.slots[slot].state = State::Nobody(refused.unwrap_or(Refusal::NoCue));
        }
        let is_stranger = |reading: &Reading| {
            let name = self.name(*reading);
            name.kind == NameKind::Decoy && name.also_person
        };
        if self.work.readings[first..].iter().any(is_stranger) {
            self.meet_stranger(lexicon, slot);
        }
    }

    /// Somebody whose name contains that of a state or of a leader: from now on it may mean him.
    fn meet_stranger(&mut self, lexicon: &Lexicon, slot: usize) {
        let Slot { span, casing, .. } = self.work.slots[slot];
        let Slots { slots, doubts, inner, .. } = &mut *self.work;
        inner.clear();
        lexicon.within(self.text, span, casing, inner);
        for candidate in inner {
            for &number in lexicon.names(candidate.pattern) {
                match self.gazetteer.names[number as usize].kind {
                    NameKind::Name | NameKind::Capital => doubts.add(number, Sense::Person),
                    NameKind::Surname if candidate.span.end == span.end => {
                        slots[slot].stranger = Some(candidate.pattern);
                    }
                    _ => {}
                }
            }
        }
    }

    /// Lets a name that the document uses in another sense count only with support.
    fn apply_doubts(&mut self) {
        let Slots { readings, doubts, .. } = &mut *self.work;
        if doubts.is_empty() {
            return;
        }
        doubts.sort();
        for reading in readings {
            if let Some(sense) = doubts.of(reading.name) {
                reading.doubt = Some(sense);
                reading.needs_support = true;
            }
        }
    }

    /// Puts in place of names of several words that nothing supports the names within them: "US" of "US-led coalition".
    fn open_up(&mut self, lexicon: &Lexicon) -> bool {
        let mut inner = Vec::new();
        for slot in 0..self.work.slots.len() {
            let Slot { span, casing, pattern, state, only_surname, .. } = self.work.slots[slot];
            let is_refused = matches!(state, State::Open | State::Nobody(Refusal::RuledOut | Refusal::NextWord));
            let Some(pattern) = pattern.filter(|_| is_refused && !only_surname) else { continue };
            let is_phrase = span.of(self.text).contains([' ', '-', '\u{2011}']);
            let entity = |&name: &u32| self.gazetteer.names[name as usize].entity;
            if !is_phrase || lexicon.names(pattern).iter().filter_map(entity).any(|entity| self.is_person(entity)) {
                continue;
            }
            let before = inner.len();
            lexicon.within(self.text, span, casing, &mut inner);
            if inner.len() > before {
                self.note_slot(slot);
                self.work.slots[slot].span = Span::new(span.start, span.start);
            }
        }
        if inner.is_empty() {
            return false;
        }
        self.work.slots.retain(|slot| !slot.span.is_empty());
        let slots: Vec<Slot> =
            inner.iter().map(|candidate| Slot { is_inner: true, ..self.slot(lexicon, candidate) }).collect();
        self.insert(slots);
        for slot in 0..self.work.slots.len() {
            if self.work.slots[slot].is_inner {
                self.admit(lexicon, slot);
            }
        }
        true
    }

    /// Notes that a name was refused, if anybody asks.
    fn note(&mut self, slot: usize, name: u32, refusal: Refusal) {
        let span = self.work.slots[slot].span;
        let entity = self.gazetteer.names[name as usize].entity;
        if let Some(trace) = &mut self.trace {
            trace.push(RefusedName { span, entity, refusal });
        }
    }

    /// The same for the readings that the slot was not given.
    fn note_slot(&mut self, slot: usize) {
        if self.trace.is_none() {
            return;
        }
        let state = self.work.slots[slot].state;
        let (from, to) = self.work.slots[slot].readings;
        for reading in from..to {
            let Reading { name, doubt, .. } = self.work.readings[reading];
            let entity = self.gazetteer.names[name as usize].entity;
            let refusal = match state {
                State::Named(named, ..) if entity == Some(named) => continue,
                State::Named(..) => Refusal::Another,
                State::Nobody(refusal) => refusal,
                State::Open if doubt.is_some() => Refusal::OtherSense,
                State::Open => Refusal::NoCue,
            };
            self.note(slot, name, refusal);
        }
    }

    fn note_refused(&mut self) {
        if self.trace.is_some() {
            (0..self.work.slots.len()).for_each(|slot| self.note_slot(slot));
        }
        if let Some(trace) = &mut self.trace {
            trace.sort_unstable();
            trace.dedup();
        }
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
        if let State::Named(entity, ..) = state {
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
        fits(name.from, name.to) && fits(existence.0, existence.1)
    }
}
