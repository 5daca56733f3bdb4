//! Short forms that a document brings in itself: "Shanghai Cooperation Organization (SCO)".

use super::{
    document::Document,
    slots::{Slot, State},
};
use crate::{
    gazetteer::{EntityId, EntityKind},
    mention::{matching::Casing, model::Form, reason::Reason},
    text::Span,
};

/// A text defines few; each costs a pass over it.
const MOST: usize = 16;
const LONGEST: usize = 12;

struct Definition<'a> {
    acronym: &'a str,
    entity: EntityId,
}

/// Makes what stands in brackets after a body's name a name of it throughout the document.
pub(super) fn bind(document: &mut Document<'_>) {
    let mut definitions: Vec<Definition<'_>> = Vec::new();
    for slot in document.slots() {
        let State::Named(entity, Form::Name, _) = slot.state else { continue };
        let owner = &document.gazetteer.entities[entity.index()];
        if matches!(owner.kind, EntityKind::Country | EntityKind::Leader | EntityKind::Region) {
            continue;
        }
        let Some(acronym) = bracketed(&document.text[slot.span.end..]) else { continue };
        let is_new = definitions.iter().all(|known| known.acronym != acronym);
        if is_new && definitions.len() < MOST && abbreviates(acronym, slot.span.of(document.text)) {
            definitions.push(Definition { acronym, entity });
        }
    }
    for definition in definitions {
        spread(document, &definition);
    }
}

/// "(SCO)", also "(the SCO)", "(“SCO”)" or "(SCO, in Russian ...": the acronym.
fn bracketed(rest: &str) -> Option<&str> {
    let inside = rest.trim_start_matches([' ', '\u{a0}', '\n']).strip_prefix('(')?;
    let inside = inside.strip_prefix("the ").unwrap_or(inside).trim_start_matches(['"', '“', '\'', '‘']);
    let len =
        inside.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '&' | '+'))).unwrap_or(inside.len());
    let acronym = &inside[..len];
    let closes = inside[len..].starts_with(['"', '”', '\'', '’', ')', ',', ';']);
    let has_letter = acronym.starts_with(|c: char| c.is_ascii_uppercase());
    let is_acronym = has_letter && (2..=LONGEST).contains(&acronym.len()) && !acronym.contains(char::is_lowercase);
    (closes && is_acronym).then_some(acronym)
}

/// Whether its letters stand in the name in their order, the first at the beginning of a word.
fn abbreviates(acronym: &str, name: &str) -> bool {
    let mut letters = acronym.chars().filter(char::is_ascii_uppercase).map(|c| c.to_ascii_lowercase()).peekable();
    let mut before = ' ';
    let mut begun = false;
    for c in name.chars().map(|c| c.to_ascii_lowercase()) {
        if letters.peek() == Some(&c) && (begun || !before.is_alphanumeric()) {
            letters.next();
            begun = true;
        }
        before = c;
    }
    letters.next().is_none()
}

fn spread(document: &mut Document<'_>, definition: &Definition<'_>) {
    let state = State::Named(definition.entity, Form::Acronym, Reason::Defined);
    let text = document.text;
    let mut more = Vec::new();
    for (start, acronym) in text.match_indices(definition.acronym) {
        let span = Span::new(start, start + acronym.len());
        let stands = !text[..span.start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '#' | '@' | '_'))
            && !text[span.end..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if !stands {
            continue;
        }
        let slots = document.slots();
        let at = slots.partition_point(|slot| slot.span.end <= span.start);
        match slots.get(at) {
            Some(slot) if slot.span == span && slot.casing != Casing::Lower => document.settle(at, state),
            Some(slot) if slot.span.overlaps(span) => {}
            _ => more.push(Slot::named(span, state)),
        }
    }
    if !more.is_empty() {
        document.insert(more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_hold_acronyms() {
        assert_eq!(bracketed(" (SCO) met"), Some("SCO"));
        assert_eq!(bracketed(" (the “P5+1”)"), Some("P5+1"));
        assert_eq!(bracketed(" (SCO, founded in 2001)"), Some("SCO"));
        for rest in [" (Reuters)", " (2001)", " (SCO members)", " SCO", " (D)", " ("] {
            assert_eq!(bracketed(rest), None, "{rest}");
        }
    }

    #[test]
    fn acronyms_take_their_letters_from_the_name() {
        assert!(abbreviates("SCO", "Shanghai Cooperation Organization"));
        assert!(abbreviates("ASEAN", "Association of Southeast Asian Nations"));
        assert!(abbreviates("BRI", "the Belt and Road Initiative"));
        assert!(!abbreviates("AP", "Shanghai Cooperation Organization"));
        assert!(!abbreviates("TASS", "European Union"));
    }
}
