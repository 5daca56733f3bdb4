//! Towns that are called like a state or a capital, by the state of the US and the like that follows; and those states.

use super::document::Document;
use crate::{mention::matching::Casing, text::Span};

/// A row of states is followed so far.
const MOST_OF_ROW: usize = 8;

/// A state's name or abbreviation in the text.
#[derive(Clone, Copy)]
struct Found {
    end: usize,
    /// An abbreviation says by itself that a town stood before.
    abbreviated: bool,
    shared: bool,
}

/// Whether the name is that of a town: "Lebanon, Pa.", "Peru, Indiana, on Monday".
pub(super) fn is_town(document: &Document<'_>, span: Span, casing: Casing) -> bool {
    let text = document.text;
    if casing == Casing::Lower || !text[span.end..].starts_with(',') {
        return false;
    }
    let Some(at) = blank(text, span.end + 1) else { return false };
    let Some(state) = state_at(document, at, casing, Some(span.of(text))) else { return false };
    if state.abbreviated {
        return true;
    }
    let rest = &text[state.end..];
    let mark = rest.trim_start_matches([' ', '\u{a0}']);
    if mark.is_empty() || mark.starts_with(['.', '(', ')', ';', ':', '\n', '—', '–', '-', '"', '”']) {
        return !state.shared || !is_listed_before(text, span.start);
    }
    let next = rest.strip_prefix(',').unwrap_or(rest);
    let Some(at) = blank(text, text.len() - next.len()) else {
        return !state.shared && rest.starts_with(['\'', '’', ',']);
    };
    let word = word_at(text, at);
    let joins = matches!(word, "and" | "or" | "&");
    if state.shared {
        let is_clause = next.len() < rest.len() && !joins && word.starts_with(char::is_lowercase);
        return is_clause && !is_listed_before(text, span.start);
    }
    // "Mexico, Texas and Arizona" are a row.
    let after = if joins { blank(text, at + word.len()) } else { Some(at) };
    let goes_on = after.is_some_and(|at| state_at(document, at, casing, None).is_some_and(|next| !next.abbreviated));
    let ends = next.len() < rest.len() || document.words.function.has(word);
    ends && !goes_on
}

/// Whether the name is also that of a state of the US, and stands in a row with others: "Alabama, Georgia and Florida".
pub(super) fn is_in_row(document: &Document<'_>, span: Span, casing: Casing) -> bool {
    let text = document.text;
    let name = span.of(text);
    if !document.words.shared_states.has(name) {
        return false;
    }
    let mut at = span.end;
    for _ in 0..MOST_OF_ROW {
        let Some(next) = after_join(text, at) else { break };
        let Some(state) = state_at(document, next, casing, None).filter(|state| !state.abbreviated) else { break };
        if !state.shared {
            return true;
        }
        at = state.end;
    }
    let mut at = span.start;
    for _ in 0..MOST_OF_ROW {
        let Some(end) = before_join(text, at) else { break };
        let before = &text[..end];
        let state = document.words.states.iter().filter(|state| {
            let start = before.len().checked_sub(state.name.len());
            start.and_then(|start| before.get(start..)).is_some_and(|word| same(word, &state.name, casing))
                && !before[..before.len() - state.name.len()].ends_with(char::is_alphanumeric)
        });
        let Some(state) = state.max_by_key(|state| state.name.len()) else { break };
        if !state.shared {
            return true;
        }
        at = end - state.name.len();
    }
    false
}

/// The longest name of a state that begins at `at`; not one in which the town is itself the capital.
fn state_at(document: &Document<'_>, at: usize, casing: Casing, town: Option<&str>) -> Option<Found> {
    let rest = &document.text[at..];
    let mut longest: Option<Found> = None;
    for (name, abbreviated, state) in document.words.state_names(rest) {
        let stands = rest.get(..name.len()).is_some_and(|start| same(start, name, casing) && (start == name || !abbreviated))
            && !rest[name.len()..].starts_with(char::is_alphanumeric)
            // "Man. City", but "Pa., where"
            && longest.is_none_or(|longest| longest.end < at + name.len())
            && !town.is_some_and(|town| state.keeps.iter().any(|kept| kept.eq_ignore_ascii_case(town)));
        if stands {
            longest = Some(Found { end: at + name.len(), abbreviated, shared: state.shared });
        }
    }
    // Postal codes are words too: "In Cuba, OK is a town."
    longest.filter(|found| {
        let name = &document.text[at..found.end];
        !found.abbreviated
            || name.ends_with('.')
            || document.text[found.end..].trim_start_matches(' ').is_empty()
            || document.text[found.end..].starts_with([',', '.', ')', ';', ':', '\n'])
    })
}

fn same(one: &str, other: &str, casing: Casing) -> bool {
    if casing == Casing::Mixed { one == other } else { one.eq_ignore_ascii_case(other) }
}

/// Where what follows one blank begins.
fn blank(text: &str, at: usize) -> Option<usize> {
    text.get(at..)
        .filter(|rest| rest.starts_with([' ', '\n', '\u{a0}']))
        .map(|rest| at + rest.chars().next().map_or(0, char::len_utf8))
}

fn word_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '&').unwrap_or(rest.len())]
}

/// Whether a comma stands before the name, as in a row.
fn is_listed_before(text: &str, start: usize) -> bool {
    text[..start].trim_end().ends_with(',')
}

const JOINS: [&str; 5] = [", and ", ", or ", " and ", " or ", ", "];

fn after_join(text: &str, at: usize) -> Option<usize> {
    JOINS.iter().find(|join| text[at..].starts_with(**join)).map(|join| at + join.len())
}

fn before_join(text: &str, at: usize) -> Option<usize> {
    JOINS.iter().find(|join| text[..at].ends_with(**join)).map(|join| at - join.len())
}
