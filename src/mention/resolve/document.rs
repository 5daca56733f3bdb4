use super::{
    acronym, choice,
    cues::Near,
    doubt::sense,
    slots::{Reading, Slot, Slots, State},
    surname,
    surroundings::Surroundings,
    titles::Titles,
    venue,
};
use crate::{
    gazetteer::{EntityId, EntityKind, Gazetteer, Name, NameKind},
    mention::{
        matching::{Candidate, Lexicon},
        model::Mention,
        reason::{Refusal, RefusedName},
        words::Words,
    },
    text::Date,
};

/// One text while its candidates are read.
pub(in crate::mention) struct Document<'a> {
    pub(super) text: &'a str,
    pub(super) date: Option<Date>,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) titles: &'a Titles,
    pub(super) words: &'static Words,
    pub(super) work: &'a mut Slots,
    /// Where refused names are noted, when somebody asks.
    pub(super) trace: Option<&'a mut Vec<RefusedName>>,
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

    /// Reads the candidates, which must be in order and not overlap.
    pub(in crate::mention) fn resolve(&mut self, lexicon: &Lexicon, candidates: &[Candidate], out: &mut Vec<Mention>) {
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
        venue::mentions(self, out);
    }

    pub(super) fn slot(&self, lexicon: &Lexicon, candidate: &Candidate) -> Slot {
        let kind = |name: u32| self.gazetteer.names[name as usize].kind;
        Slot {
            span: candidate.span,
            casing: candidate.casing,
            pattern: Some(candidate.pattern),
            state: State::Open,
            readings: (0, 0),
            only_surname: lexicon.names(candidate.pattern).all(|name| kind(name) == NameKind::Surname),
            is_inner: false,
            stranger: None,
        }
    }

    /// Collects the readings that can stand where the slot stands.
    pub(super) fn admit(&mut self, lexicon: &Lexicon, slot: usize) {
        let Slot { span, casing, pattern: Some(pattern), .. } = self.work.slots[slot] else { return };
        let first = self.work.readings.len();
        let surroundings = Surroundings::of(self, slot, lexicon.names(pattern));
        let near = Near::new(self.text, span, casing);
        let mut refused = None;
        for name in lexicon.names(pattern) {
            crate::steps::count(1);
            match choice::admit(self, slot, name, surroundings, &near) {
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
        fits(name.from(), name.to()) && fits(existence.0, existence.1)
    }
}
