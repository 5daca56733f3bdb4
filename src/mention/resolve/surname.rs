//! Surnames: who is meant by "Bush", if anybody known.

use super::{
    document::Document,
    neighbours::{self, Beside},
    person::{self, Introduction},
    slots::State,
};
use crate::{
    gazetteer::{EntityId, NameKind},
    mention::{
        matching::Casing,
        model::Form,
        reason::{Reason, Refusal},
    },
    text::Span,
};

/// The last time that somebody was named in full.
#[derive(Clone, Copy, Debug)]
struct Seen {
    who: Who,
    /// The slot.
    at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Known(EntityId),
    /// Somebody unknown with the surname of this pattern: "Hunter Biden".
    Unknown(u32),
}

/// Settles the candidates that may be surnames, from the first to the last.
pub(super) fn take(document: &mut Document<'_>) {
    let slots = document.slots();
    if !(0..slots.len()).any(|slot| surnames(document, slot).next().is_some()) {
        return;
    }
    let blank = document.text.len() - document.text.trim_start().len();
    let headline = document.text[blank..].find('\n').map_or(0, |end| blank + end);
    let mut seen: Vec<Seen> = Vec::new();
    for slot in 0..document.slots().len() {
        if let Some(pattern) = document.slots()[slot].stranger {
            note(&mut seen, Who::Unknown(pattern), slot);
        }
        if surnames(document, slot).next().is_some() {
            read(document, slot, &mut seen, headline);
        }
        if let State::Named(entity, Form::Name, _) = document.slots()[slot].state
            && document.is_person(entity)
        {
            note(&mut seen, Who::Known(entity), slot);
        }
    }
}

fn note(seen: &mut Vec<Seen>, who: Who, at: usize) {
    seen.retain(|seen| seen.who != who);
    seen.push(Seen { who, at });
}

/// Those who bear the candidate as a surname, and whether it is theirs alone.
fn surnames(document: &Document<'_>, slot: usize) -> impl Iterator<Item = (EntityId, bool)> {
    document.readings(slot).iter().filter_map(|&reading| {
        let name = document.name(reading);
        let is_clear = name.unmistakable && !reading.needs_support;
        name.entity.filter(|_| name.kind == NameKind::Surname).map(|entity| (entity, is_clear))
    })
}

fn read(document: &mut Document<'_>, slot: usize, seen: &mut Vec<Seen>, headline: usize) {
    let text = document.text;
    let (span, casing, pattern) = {
        let slot = &document.slots()[slot];
        (slot.span, slot.casing, slot.pattern)
    };
    if matches!(document.slots()[slot].state, State::Nobody(_)) {
        return;
    }
    let is_taken = document.slots()[slot].entity().is_some();
    let introduction = person::introduction(document, slot);
    let titled = introduction.is_some_and(|introduction| introduction.title.is_some());
    // "Jordan" and the like, which name somebody else too, are surnames only with a title.
    if is_taken && !titled {
        return;
    }
    let taken = document.slots()[slot].state;
    let nobody = |refusal| if is_taken { taken } else { State::Nobody(refusal) };
    let bearers: Vec<(EntityId, bool)> = surnames(document, slot).collect();

    let before = neighbours::before(document, slot);
    if introduction.is_none() && before != Beside::Nothing {
        let named = person::full_name(document, slot, bearers.iter().map(|&(entity, _)| entity));
        if let Some((entity, start)) = named {
            document.extend_back(slot, start);
            document.settle(slot, State::Named(entity, Form::Name, Reason::FullName));
            return;
        }
        if before != Beside::Headline {
            note(seen, Who::Unknown(pattern.unwrap_or(u32::MAX)), slot);
            document.settle(slot, nobody(Refusal::PartOfName));
            return;
        }
    }
    // "Prime Minister Anthony Albanese": a given name, unless all the world knows better.
    let goes_on = matches!(neighbours::after(document, slot), Beside::Unknown(_));
    let is_clear = introduction.is_some() && bearers.iter().any(|&(_, is_clear)| is_clear);
    if goes_on && !is_clear || is_number_next(text, span) {
        document.settle(slot, nobody(Refusal::PartOfName));
        return;
    }
    let last = |who: Who| seen.iter().find(|seen| seen.who == who).map(|seen| seen.at);
    let stranger = pattern.and_then(|pattern| last(Who::Unknown(pattern)));
    let found = match introduction {
        Some(introduction) => {
            introduced(document, &bearers, introduction, &last).map(|entity| (entity, Reason::Introduced))
        }
        None => {
            let recent =
                bearers.iter().filter_map(|&(entity, _)| last(Who::Known(entity)).map(|at| (at, entity))).max();
            let headlined = || bearers.iter().map(|&(entity, _)| entity).find(|&entity| document.names(entity));
            let clear = || {
                let clear = bearers.iter().filter(|&&(_, is_clear)| is_clear).map(|&(entity, _)| entity);
                let best = clear.max_by_key(|&entity| person::standing(document, entity, None));
                best.map(|entity| (entity, Reason::Unmistakable))
            };
            match recent {
                Some((at, _)) if stranger.is_some_and(|stranger| stranger > at) => None,
                Some((_, entity)) => Some((entity, Reason::FullName)),
                None if stranger.is_some() => None,
                None if span.end <= headline && casing != Casing::Lower => {
                    headlined().map(|entity| (entity, Reason::Document)).or_else(clear)
                }
                None => clear(),
            }
        }
    };
    let state = found.map(|(entity, reason)| State::Named(entity, Form::Surname, reason));
    document.settle(slot, state.unwrap_or_else(|| nobody(Refusal::Unknown)));
}

/// The bearer who holds, or held, the office that stands before the surname.
fn introduced(
    document: &Document<'_>,
    bearers: &[(EntityId, bool)],
    introduction: Introduction<'_>,
    last: &dyn Fn(Who) -> Option<usize>,
) -> Option<EntityId> {
    let rated = bearers.iter().filter_map(|&(entity, is_clear)| {
        let standing = person::standing(document, entity, Some(introduction));
        let seen = last(Who::Known(entity));
        let counts = standing.fits || seen.is_some() || is_clear;
        counts.then_some(((standing.fits, seen, standing), entity))
    });
    rated.max_by_key(|&(rating, _)| rating).map(|(_, entity)| entity)
}

/// "May 12" is a date.
fn is_number_next(text: &str, span: Span) -> bool {
    text[span.end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}
