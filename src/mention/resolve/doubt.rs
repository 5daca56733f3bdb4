//! One sense to a document: a name that stood for something else once needs support elsewhere.

use super::{document::Document, neighbours::comes_from, slots::Slot, venue};
use crate::{
    gazetteer::{EntityKind, NameKind},
    mention::{matching::Casing, reason::Refusal},
};

/// What else a name stood for in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sense {
    Person,
    /// A town, a state of the US, or whatever a word of the sentence spoke for.
    Other,
}

/// What a refusal says about the name's further uses; nothing where it was only part of another.
pub(super) fn sense(document: &Document<'_>, slot: usize, name: u32, refusal: Refusal) -> Option<Sense> {
    let kind = document.gazetteer.names[name as usize].kind;
    if !matches!(kind, NameKind::Name | NameKind::Capital | NameKind::Acronym) {
        return None;
    }
    let start = document.slots()[slot].span.start;
    match refusal {
        // "the Jordan River" says nothing of Jordan.
        Refusal::PartOfName => {
            let has_article = comes_from(document.text, start, &["the", "The"], Casing::Mixed);
            (!has_article).then_some(Sense::Person)
        }
        Refusal::Courtesy | Refusal::Occupation | Refusal::Deed => Some(Sense::Person),
        Refusal::Town | Refusal::State | Refusal::RuledOut => Some(Sense::Other),
        _ => None,
    }
}

/// Names with another sense, by their number.
#[derive(Debug, Default)]
pub(super) struct Doubts(Vec<(u32, Sense)>);

impl Doubts {
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) fn add(&mut self, name: u32, sense: Sense) {
        if self.0.last() != Some(&(name, sense)) {
            self.0.push((name, sense));
        }
    }

    pub(super) fn sort(&mut self) {
        self.0.sort_unstable();
        self.0.dedup_by_key(|&mut (name, _)| name);
    }

    pub(super) fn of(&self, name: u32) -> Option<Sense> {
        self.0.binary_search_by_key(&name, |&(name, _)| name).ok().map(|found| self.0[found].1)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether something next to the name speaks for the state, whatever the name meant elsewhere.
pub(super) fn is_overcome(document: &Document<'_>, slot: usize, sense: Sense) -> bool {
    let slots = document.slots();
    let is_state = |other: usize| {
        slots
            .get(other)
            .and_then(Slot::entity)
            .is_some_and(|entity| document.gazetteer.entities[entity.index()].kind == EntityKind::Country)
    };
    let joined = |from: usize, to: usize| {
        let gap = &document.text[from..to];
        gap.len() < 8 && matches!(gap.trim(), "and" | "or" | "," | ", and" | "/" | "–" | "-")
    };
    let left = slot.checked_sub(1).filter(|&left| is_state(left));
    let right = Some(slot + 1).filter(|&right| is_state(right));
    let in_row = left.is_some_and(|left| joined(slots[left].span.end, slots[slot].span.start))
        || right.is_some_and(|right| joined(slots[slot].span.end, slots[right].span.start));
    in_row || sense == Sense::Person && venue::is_place(document, slot)
}
