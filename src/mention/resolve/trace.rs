//! Why names are refused, noted when somebody asks.

use super::{
    document::Document,
    slots::{Reading, State},
};
use crate::mention::reason::{Refusal, RefusedName};

impl<'a> Document<'a> {
    /// Notes which names are refused, and why.
    pub(in crate::mention) fn with_trace(mut self, trace: &'a mut Vec<RefusedName>) -> Self {
        self.trace = Some(trace);
        self
    }

    /// Notes that a name was refused, if anybody asks.
    pub(super) fn note(&mut self, slot: usize, name: u32, refusal: Refusal) {
        let span = self.work.slots[slot].span;
        let entity = self.gazetteer.names[name as usize].entity;
        if let Some(trace) = &mut self.trace {
            trace.push(RefusedName { span, entity, refusal });
        }
    }

    /// The same for the readings that the slot was not given.
    pub(super) fn note_slot(&mut self, slot: usize) {
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

    pub(super) fn note_refused(&mut self) {
        if self.trace.is_some() {
            (0..self.work.slots.len()).for_each(|slot| self.note_slot(slot));
        }
        if let Some(trace) = &mut self.trace {
            trace.sort_unstable();
            trace.dedup();
        }
    }
}
