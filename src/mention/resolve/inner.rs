//! Names within names: in those that nothing supports, and in those of strangers.

use super::{
    document::Document,
    doubt::Sense,
    slots::{Slot, Slots, State},
};
use crate::{
    gazetteer::NameKind,
    mention::{matching::Lexicon, reason::Refusal},
    text::Span,
};

impl Document<'_> {
    /// Somebody whose name contains that of a state or of a leader: from now on it may mean him.
    pub(super) fn meet_stranger(&mut self, lexicon: &Lexicon, slot: usize) {
        let Slot { span, casing, .. } = self.work.slots[slot];
        let Slots { slots, doubts, inner, .. } = &mut *self.work;
        inner.clear();
        lexicon.within(self.text, span, casing, inner);
        for candidate in inner {
            for number in lexicon.names(candidate.pattern) {
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

    /// Puts in place of names of several words that nothing supports the names within them: "US" of "US-led coalition".
    pub(super) fn open_up(&mut self, lexicon: &Lexicon) -> bool {
        let mut inner = Vec::new();
        for slot in 0..self.work.slots.len() {
            let Slot { span, casing, pattern, state, only_surname, .. } = self.work.slots[slot];
            let is_refused = matches!(state, State::Open | State::Nobody(Refusal::RuledOut | Refusal::NextWord));
            let Some(pattern) = pattern.filter(|_| is_refused && !only_surname) else { continue };
            let is_phrase = span.of(self.text).contains([' ', '-', '\u{2011}']);
            let entity = |name: u32| self.gazetteer.names[name as usize].entity;
            if !is_phrase || lexicon.names(pattern).filter_map(entity).any(|entity| self.is_person(entity)) {
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
}
