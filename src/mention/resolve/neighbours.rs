//! The words next to a name.

use super::{document::Document, slots::Slot};
use crate::{
    mention::matching::{Casing, is_title_case},
    text::Span,
};

/// Longer tokens are no words.
const LONGEST_WORD: usize = 60;

/// The token before `at`, when only blanks and at most one line end lie between.
pub(super) fn token_before(text: &str, at: usize) -> Option<Span> {
    let end = text[..at].trim_end().len();
    if text[end..at].matches('\n').count() > 1 || end == at {
        return None;
    }
    let mut from = end.saturating_sub(LONGEST_WORD);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let start = text[from..end].rfind(char::is_whitespace);
    let start =
        start.map_or(from, |blank| from + blank + text[from + blank..].chars().next().map_or(0, char::len_utf8));
    (start < end).then(|| Span::new(start, end))
}

/// The token after `at`, likewise.
pub(super) fn token_after(text: &str, at: usize) -> Option<Span> {
    let start = text.len() - text[at..].trim_start().len();
    if text[at..start].matches('\n').count() > 1 || start == at {
        return None;
    }
    let len = text[start..].char_indices().take(LONGEST_WORD).find(|(_, c)| c.is_whitespace());
    let end = len.map_or_else(|| text.len().min(floor(text, start + LONGEST_WORD)), |(len, _)| start + len);
    (start < end).then(|| Span::new(start, end))
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What a capitalised word beside a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// No capitalised word, or one that explains itself.
    Nothing,
    /// The line writes all words so; nothing is known.
    Headline,
    /// A word that no name covers: the two may be a person's name, or a place's.
    Unknown(Span),
}

/// The capitalised word directly before the slot, or before its hyphen.
pub(super) fn before(document: &Document<'_>, slot: usize) -> Beside {
    let (text, slots, words) = (document.text, document.slots(), document.words);
    let Slot { span, casing, .. } = slots[slot];
    if casing != Casing::Mixed {
        return Beside::Nothing;
    }
    let is_hyphenated = text[..span.start].ends_with(['-', '\u{2010}', '\u{2011}']);
    let token = if is_hyphenated {
        let end = text[..span.start].trim_end_matches(['-', '\u{2010}', '\u{2011}']).len();
        let len = text[..end].chars().rev().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
        Span::new(end - len, end)
    } else {
        let Some(token) = token_before(text, span.start) else { return Beside::Nothing };
        let word = token.of(text).trim_start_matches(|c: char| !c.is_alphanumeric());
        Span::new(token.end - word.len(), token.end)
    };
    let word = token.of(text);
    let stem = word.strip_suffix('.').unwrap_or(word);
    let is_abbreviation = stem.len() < word.len() && (stem.chars().count() == 1 || words.honorifics.has(stem));
    let is_name = word.ends_with(char::is_alphabetic) || is_abbreviation;
    if !is_name || !word.starts_with(char::is_uppercase) || word.ends_with("'s") || word.ends_with("’s") {
        return Beside::Nothing;
    }
    let covered = slot.checked_sub(1).map(|i| &slots[i]).is_some_and(|left| left.span.end > token.start);
    if covered && !slots[slot - 1].only_surname || words.function.has(stem) && !is_abbreviation {
        return Beside::Nothing;
    }
    // "Visiting Jordan" at the beginning of a sentence.
    if stem.len() > 5 && stem.ends_with("ing") {
        return Beside::Nothing;
    }
    if is_title_case(text, span.start) { Beside::Headline } else { Beside::Unknown(token) }
}

/// The capitalised word directly after the slot, or after its hyphen.
pub(super) fn after(document: &Document<'_>, slot: usize) -> Beside {
    let (text, slots, words) = (document.text, document.slots(), document.words);
    let Slot { span, casing, .. } = slots[slot];
    if casing != Casing::Mixed {
        return Beside::Nothing;
    }
    let hyphen = text[span.end..].chars().next().filter(|c| matches!(c, '-' | '\u{2010}' | '\u{2011}'));
    let token = if let Some(hyphen) = hyphen {
        let start = span.end + hyphen.len_utf8();
        Some(Span::new(start, floor(text, start + LONGEST_WORD)))
    } else {
        token_after(text, span.end)
    };
    let Some(token) = token else { return Beside::Nothing };
    let len = token.of(text).find(|c: char| !c.is_alphanumeric()).unwrap_or(token.len());
    let token = Span::new(token.start, token.start + len);
    let word = token.of(text);
    let covered = slots.get(slot + 1).is_some_and(|right| right.span.start < token.end && !right.only_surname);
    if !word.starts_with(char::is_uppercase) || covered || words.function.has(word) || words.organs.has(word) {
        return Beside::Nothing;
    }
    if !is_title_case(text, span.start) {
        return Beside::Unknown(token);
    }
    // A headline's verb: "Jordan Condemns", "Jordan Accused".
    if word.len() > 3 && (word.ends_with('s') || word.ends_with("ed")) { Beside::Nothing } else { Beside::Headline }
}

/// Whether the text at `at` goes on with the phrase, blanks and a possessive aside, and a word ends there.
pub(super) fn goes_on(text: &str, at: usize, phrase: &str, casing: Casing) -> bool {
    let rest = &text[at..];
    let rest = ["'s ", "’s "].iter().find_map(|possessive| rest.strip_prefix(possessive)).unwrap_or(rest).trim_start();
    rest.get(..phrase.len()).is_some_and(|start| same(start, phrase, casing))
        && !rest[phrase.len()..].starts_with(char::is_alphanumeric)
}

/// Whether the phrase stands directly before `at`, blanks aside.
pub(super) fn comes_from(text: &str, at: usize, phrase: &str, casing: Casing) -> bool {
    let before = text[..at].trim_end();
    let Some(start) = before.len().checked_sub(phrase.len()) else { return false };
    before.get(start..).is_some_and(|end| same(end, phrase, casing))
        && !before[..start].ends_with(char::is_alphanumeric)
}

fn same(one: &str, other: &str, casing: Casing) -> bool {
    if casing == Casing::Mixed { one == other } else { one.eq_ignore_ascii_case(other) }
}
