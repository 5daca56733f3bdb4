//! Names of schools, companies, streets and persons in which a state's name stands, of which no list is complete.

use super::{
    document::Document,
    neighbours::{token_after, token_before},
};
use crate::{
    mention::{
        matching::{Casing, is_title_case},
        reason::Refusal,
    },
    text::Span,
};

/// So many words are looked at.
const MOST_WORDS: usize = 4;
/// Adjectives and the like before an occupation.
const MOST_ADJECTIVES: usize = 4;

/// The longer name to which the name of a state or capital belongs by the words around it.
pub(super) fn within(document: &Document<'_>, slot: usize) -> Option<Refusal> {
    let span = document.slots()[slot].span;
    if document.slots()[slot].casing != Casing::Mixed {
        return None;
    }
    let before = token_before(document.text, span.start).filter(|before| may_name(before.of(document.text)));
    if before.is_some_and(|before| is_courtesy(document, before)) {
        return Some(Refusal::Courtesy);
    }
    let is_named =
        ends_as_institution(document, slot) || before.is_some_and(|before| begins_as_institution(document, before));
    (is_named && !is_title_case(document.text, span.start)).then_some(Refusal::Institution)
}

/// Whether a word before a name may be part of a longer one: most are small words that are not.
fn may_name(word: &str) -> bool {
    !word.as_bytes()[0].is_ascii_lowercase() || matches!(word, "of" | "de" | "du" | "di") || word.ends_with("ern")
}

/// "Ms. London".
fn is_courtesy(document: &Document<'_>, before: Span) -> bool {
    let word = before.of(document.text).trim_start_matches(|c: char| !c.is_alphanumeric());
    word.starts_with(char::is_uppercase) && document.words.courtesies.has(word.strip_suffix('.').unwrap_or(word))
}

/// "Norway Polytechnic University", but no name that the gazetteer has on the way.
fn ends_as_institution(document: &Document<'_>, slot: usize) -> bool {
    let text = document.text;
    let slots = document.slots();
    let mut at = slots[slot].span.end;
    let mut last = None;
    for _ in 0..MOST_WORDS {
        // Mostly a small letter follows.
        if !matches!(text.as_bytes()[at..], [b' ', next, ..] if !next.is_ascii_lowercase()) {
            break;
        }
        let Some(token) = token_after(text, at) else { break };
        let word = token.of(text).trim_end_matches(|c: char| !c.is_alphanumeric());
        let plain = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let covered = slots.get(slot + 1).is_some_and(|right| right.span.start < token.end && !right.only_surname);
        if covered || !plain.starts_with(char::is_uppercase) {
            break;
        }
        last = Some(plain);
        at = token.start + word.len();
        // What an owner owns has a name of its own.
        if plain.len() < word.len() {
            break;
        }
    }
    last.is_some_and(|last| document.words.institutions.has(last))
}

/// "American Hospital of Paris", "Hotel Brasil", "Rue de Turquie".
fn begins_as_institution(document: &Document<'_>, before: Span) -> bool {
    let text = document.text;
    // "University of Northern Denmark"
    let is_part = before.of(text).ends_with("ern") && document.words.function.has(before.of(text));
    let before = if is_part { token_before(text, before.start).unwrap_or(before) } else { before };
    let capital = |token: Span| token.of(text).starts_with(char::is_uppercase);
    match before.of(text) {
        "of" => token_before(text, before.start)
            .is_some_and(|head| capital(head) && document.words.institutions_of.has(head.of(text))),
        "de" | "du" | "di" => token_before(text, before.start)
            .is_some_and(|head| capital(head) && document.words.proper.has(head.of(text))),
        word => capital(before) && document.words.proper.has(word.strip_suffix('.').unwrap_or(word)),
    }
}

/// Whether an apposition says what only other persons are: ", a roofer from Omaha".
pub(super) fn has_occupation(document: &Document<'_>, span: Span) -> bool {
    let text = document.text;
    let Some(rest) = text[span.end..].strip_prefix(", ") else { return false };
    let Some(rest) = ["a ", "an ", "the "].iter().find_map(|article| rest.strip_prefix(article)) else { return false };
    let mut at = text.len() - rest.len();
    for _ in 0..=MOST_ADJECTIVES {
        let rest = &text[at..];
        let len = rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(rest.len());
        let word = &rest[..len];
        if !word.starts_with(char::is_lowercase) && !word.starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        if document.words.occupations.has(word) {
            let next = rest[len..].strip_prefix(' ').map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
            return match next {
                None => true,
                Some(next) => next.is_none_or(|next| document.words.function.has(next)),
            };
        }
        if !rest[len..].starts_with(' ') {
            return false;
        }
        at += len + 1;
    }
    false
}

/// Whether a verb of persons follows: "Jordan scored 30 points".
pub(super) fn has_deed(document: &Document<'_>, span: Span) -> bool {
    let Some(rest) = document.text[span.end..].strip_prefix(' ') else { return false };
    if rest.starts_with(char::is_uppercase) {
        return false;
    }
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.starts_with(char::is_lowercase) && document.words.deeds.has(word)
}
