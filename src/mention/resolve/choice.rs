//! Which of the names that a candidate may be can stand where it stands, and which of those is meant.

use std::cmp::Reverse;

use super::{
    cues,
    document::{Document, Reading, State},
    neighbours::{self, Beside},
};
use crate::{
    gazetteer::{EntityId, EntityKind, Name, NameKind},
    mention::{
        matching::{Casing, is_acronym},
        model::Form,
        words::{ORGANS, is_in},
    },
};

/// The reading of one name, unless what stands around rules it out.
pub(super) fn admit(document: &Document<'_>, slot: usize, number: u32) -> Option<Reading> {
    let (text, gazetteer) = (document.text, document.gazetteer);
    let (span, casing) = (document.slots()[slot].span, document.slots()[slot].casing);
    let name = &gazetteer.names[number as usize];
    let mut needs_support = name.needs_context;
    if name.kind == NameKind::Decoy {
        return Some(Reading { name: number, needs_support });
    }
    if name.kind == NameKind::Combining && !is_hyphenated(&text[span.end..]) {
        return None;
    }
    if name.exact && casing == Casing::Lower {
        let organ = neighbours::token_after(text, span.end)?;
        let organ = organ.of(text).trim_end_matches(|c: char| !c.is_alphanumeric());
        if !is_in(ORGANS, organ) {
            return None;
        }
    }
    if name.not_before().iter().any(|phrase| neighbours::goes_on(text, span.end, phrase, casing))
        || name.not_after().iter().any(|phrase| neighbours::comes_from(text, span.start, phrase, casing))
    {
        return None;
    }
    if cues::any_near(text, span, name.unless(), casing) && !cues::any_near(text, span, name.cues(), casing) {
        return None;
    }
    // A body's seat stands for it only in a text about it.
    needs_support |= name.kind == NameKind::Capital && name.entity.is_some_and(|entity| !is_country(document, entity));
    // "Wada" may be a name of its own.
    let is_word = is_acronym(name) && casing == Casing::Mixed && span.of(text).contains(char::is_lowercase);
    if name.kind != NameKind::Surname && (name.also_person || is_word) {
        let slots = document.slots();
        for beside in [neighbours::before(text, slots, slot), neighbours::after(text, slots, slot)] {
            match beside {
                Beside::Nothing => {}
                Beside::Headline => needs_support = true,
                Beside::Unknown(_) => return None,
            }
        }
    }
    Some(Reading { name: number, needs_support })
}

fn is_hyphenated(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(|c| matches!(c, '-' | '\u{2010}'..='\u{2013}'))
        && chars.next().is_some_and(char::is_alphabetic)
}

/// Settles candidates that name one entity whatever the context, and those that name nobody.
pub(super) fn take_unambiguous(document: &mut Document<'_>) {
    for slot in 0..document.slots().len() {
        let readings = document.readings(slot);
        let state = match *readings {
            [] => Some(State::Nobody),
            _ if readings.iter().any(|&reading| document.name(reading).kind == NameKind::Decoy) => Some(State::Nobody),
            [reading, ..] => {
                let (entity, kind) = (document.name(reading).entity, document.name(reading).kind);
                let is_clear = kind != NameKind::Surname
                    && readings.iter().any(|reading| !reading.needs_support)
                    && readings.iter().all(|&other| document.name(other).entity == entity);
                entity.filter(|_| is_clear).map(|entity| State::Named(entity, form(document, readings, entity)))
            }
        };
        if let Some(state) = state {
            document.settle(slot, state);
        }
    }
}

/// Settles the others, surnames aside: first those whose sentence decides, then those that the document supports.
pub(super) fn take_supported(document: &mut Document<'_>) {
    for by_sentence in [true, false] {
        for slot in 0..document.slots().len() {
            if document.slots()[slot].state == State::Open
                && let Some(best) = best(document, slot, by_sentence)
            {
                let form = form(document, document.readings(slot), best);
                document.settle(slot, State::Named(best, form));
            }
        }
    }
}

/// The entity that the candidate most probably names.
fn best(document: &Document<'_>, slot: usize, by_sentence: bool) -> Option<EntityId> {
    let (span, casing) = (document.slots()[slot].span, document.slots()[slot].casing);
    let is_venue = super::venue::is_place(document.text, document.slots(), slot);
    let rated = document.readings(slot).iter().filter_map(|&reading| {
        let name = document.name(reading);
        let entity = name.entity.filter(|_| name.kind != NameKind::Surname)?;
        let has_cue = cues::any_near(document.text, span, name.cues(), casing);
        let is_named = document.names(entity);
        if reading.needs_support && !has_cue && !is_named || by_sentence && !has_cue {
            return None;
        }
        // A city that is a capital and a body's seat is a place as the former.
        let is_capital = name.kind == NameKind::Capital && is_country(document, entity);
        let (is_place, is_current) = (is_venue && is_capital, document.is_current(name));
        Some(((is_current, has_cue, is_place, is_named, is_capital), entity))
    });
    // The first of equals.
    rated.enumerate().max_by_key(|&(order, (rating, _))| (rating, Reverse(order))).map(|(_, (_, entity))| entity)
}

fn is_country(document: &Document<'_>, entity: EntityId) -> bool {
    document.gazetteer.entities[entity.index()].kind == EntityKind::Country
}

/// How the candidate names the entity: as its most direct name that is written so.
fn form(document: &Document<'_>, readings: &[Reading], entity: EntityId) -> Form {
    let names = readings.iter().map(|&reading| document.name(reading)).filter(|name| name.entity == Some(entity));
    names.map(form_of).min().unwrap_or(Form::Name)
}

fn form_of(name: &Name) -> Form {
    match name.kind {
        _ if is_acronym(name) => Form::Acronym,
        NameKind::Name | NameKind::Acronym | NameKind::Decoy => Form::Name,
        NameKind::Adjective | NameKind::Demonym | NameKind::Combining => Form::Demonym,
        NameKind::Capital => Form::Capital,
        NameKind::Surname => Form::Surname,
    }
}
