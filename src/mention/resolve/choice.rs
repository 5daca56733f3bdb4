//! Which of the names that a candidate may be can stand where it stands, and which of those is meant.

use std::cmp::Reverse;

use super::{
    cues::Near,
    document::Document,
    doubt::{self, Sense},
    neighbours::{self, Beside},
    person,
    slots::{Reading, State},
    surroundings::{Surroundings, is_placed},
    venue,
};
use crate::{
    gazetteer::{EntityId, EntityKind, Name, NameKind},
    mention::{
        matching::{Casing, is_acronym},
        model::Form,
        reason::{Reason, Refusal},
    },
};

/// The reading of one name, unless what stands around rules it out.
pub(super) fn admit(
    document: &Document<'_>,
    slot: usize,
    number: u32,
    around: Surroundings,
    near: &Near<'_>,
) -> Result<Reading, Refusal> {
    let (text, gazetteer) = (document.text, document.gazetteer);
    let (span, casing) = (document.slots()[slot].span, document.slots()[slot].casing);
    let name = &gazetteer.names[number as usize];
    let mut reading = Reading { name: number, needs_support: name.needs_context, doubt: None };
    if name.kind == NameKind::Decoy {
        return Ok(reading);
    }
    if name.kind == NameKind::Combining && !is_hyphenated(&text[span.end..]) {
        return Err(Refusal::Spelling);
    }
    if name.exact && casing == Casing::Lower {
        let organ = neighbours::token_after(text, span.end).ok_or(Refusal::Spelling)?;
        let organ = organ.of(text).trim_end_matches(|c: char| !c.is_alphanumeric());
        if !document.words.organs.has(organ) {
            return Err(Refusal::Spelling);
        }
    }
    if near.has_any(name.unless()) && !near.has_any(name.cues()) {
        return Err(Refusal::RuledOut);
    }
    if neighbours::goes_on(text, span.end, name.not_before(), casing)
        || neighbours::comes_from(text, span.start, name.not_after(), casing)
    {
        return Err(Refusal::NextWord);
    }
    if let Some(refusal) = around.place
        && is_placed(document, name)
    {
        return Err(refusal);
    }
    // A city that is no capital at the text's date stands for nobody.
    let in_time = document.date.is_none_or(|date| date.is_within(name.from(), name.to()));
    if name.kind == NameKind::Capital && !in_time {
        return Err(Refusal::FormerCapital);
    }
    // A body's seat stands for it only in a text about it.
    reading.needs_support |=
        name.kind == NameKind::Capital && name.entity.is_some_and(|entity| !is_country(document, entity));
    if name.kind == NameKind::Surname {
        return Ok(reading);
    }
    if around.occupation && name.entity.is_some_and(|entity| document.is_person(entity)) {
        reading.needs_support = true;
        reading.doubt = Some(Sense::Person);
    }
    // "Wada" may be a name of its own.
    let is_word = is_acronym(name) && casing == Casing::Mixed && span.of(text).contains(char::is_lowercase);
    if let Some(refusal) = around.person.filter(|_| name.also_person) {
        return Err(refusal);
    }
    if name.also_person || is_word || document.slots()[slot].is_inner {
        for beside in [neighbours::before(document, slot), neighbours::after(document, slot)] {
            match beside {
                Beside::Nothing => {}
                Beside::Headline => reading.needs_support = true,
                Beside::Unknown(_) => return Err(Refusal::PartOfName),
            }
        }
    }
    Ok(reading)
}

fn is_hyphenated(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(|c| matches!(c, '-' | '\u{2010}'..='\u{2013}'))
        && chars.next().is_some_and(char::is_alphabetic)
}

/// Settles candidates that name one entity whatever the context, and those that name nobody.
pub(super) fn take_unambiguous(document: &mut Document<'_>) {
    for slot in 0..document.slots().len() {
        if document.slots()[slot].state != State::Open {
            continue;
        }
        let readings = document.readings(slot);
        let state = match *readings {
            [] => None,
            _ if readings.iter().any(|&reading| document.name(reading).kind == NameKind::Decoy) => {
                Some(State::Nobody(Refusal::Decoy))
            }
            [reading, ..] => {
                let (entity, kind) = (document.name(reading).entity, document.name(reading).kind);
                let is_clear = kind != NameKind::Surname
                    && readings.iter().any(|reading| !reading.needs_support)
                    && readings.iter().all(|&other| document.name(other).entity == entity);
                let form = |entity| form(document, readings, entity);
                entity.filter(|_| is_clear).map(|entity| State::Named(entity, form(entity), Reason::Plain))
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
                && let Some((best, reason)) = best(document, slot, by_sentence)
            {
                let form = form(document, document.readings(slot), best);
                document.settle(slot, State::Named(best, form, reason));
            }
        }
    }
}

/// The entity that the candidate most probably names.
fn best(document: &Document<'_>, slot: usize, by_sentence: bool) -> Option<(EntityId, Reason)> {
    let (span, casing) = (document.slots()[slot].span, document.slots()[slot].casing);
    let is_venue = venue::is_place(document, slot);
    let near = Near::new(document.text, span, casing);
    let is_of_person = |&reading: &Reading| document.name(reading).entity.is_some_and(|e| document.is_person(e));
    let introduction =
        document.readings(slot).iter().any(is_of_person).then(|| person::introduction(document, slot)).flatten();
    let rated = document.readings(slot).iter().filter_map(|&reading| {
        let name = document.name(reading);
        let entity = name.entity.filter(|_| name.kind != NameKind::Surname)?;
        let has_cue = near.has_any(name.cues());
        let is_named = document.names(entity);
        let standing = is_of_person(&reading).then(|| person::standing(document, entity, introduction));
        let is_introduced = introduction.is_some() && standing.is_some_and(|standing| standing.fits);
        if reading.needs_support {
            let supported = match reading.doubt {
                None => is_named,
                Some(_) if standing.is_some() => is_introduced || person::is_local(document, entity),
                // A city's state is named wherever anything of it is; that says nothing of the city.
                Some(sense) => is_named && name.kind != NameKind::Capital || doubt::is_overcome(document, slot, sense),
            };
            if !has_cue && !supported {
                return None;
            }
        }
        if by_sentence && !has_cue && !is_introduced {
            return None;
        }
        // A city that is a capital and a body's seat is a place as the former.
        let is_capital = name.kind == NameKind::Capital && is_country(document, entity);
        let (is_place, is_current) = (is_venue && is_capital, document.is_current(name));
        let rating = (is_introduced, is_current, has_cue, is_place, is_named, is_capital, standing);
        let reason = match () {
            () if is_introduced => Reason::Introduced,
            () if has_cue => Reason::Cue,
            () if reading.needs_support => Reason::Document,
            () => Reason::Best,
        };
        Some((rating, entity, reason))
    });
    // The first of equals.
    let best = rated.enumerate().max_by_key(|&(order, (rating, ..))| (rating, Reverse(order)));
    best.map(|(_, (_, entity, reason))| (entity, reason))
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
