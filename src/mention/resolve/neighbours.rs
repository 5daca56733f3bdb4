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
    plain_before(text.as_bytes(), at).or_else(|| any_before(text, at))
}

/// The token before a place, in the frequent case: plain letters between two blanks.
#[inline]
fn plain_before(bytes: &[u8], at: usize) -> Option<Span> {
    let end = at.checked_sub(1).filter(|&end| matches!(bytes[end], b' ' | b'\n'))?;
    let mut start = end;
    while start > 0 && bytes[start - 1].is_ascii_graphic() {
        start -= 1;
    }
    let is_word = start < end && end - start <= LONGEST_WORD;
    (is_word && (start == 0 || matches!(bytes[start - 1], b' ' | b'\n'))).then(|| Span::new(start, end))
}

fn any_before(text: &str, at: usize) -> Option<Span> {
    let end = text[..at].trim_end().len();
    if end == at || has_empty_line(&text.as_bytes()[end..at]) {
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
    plain_after(text.as_bytes(), at).or_else(|| any_after(text, at))
}

#[inline]
fn plain_after(bytes: &[u8], at: usize) -> Option<Span> {
    let [b' ' | b'\n', rest @ ..] = &bytes[at..] else { return None };
    let mut length = 0;
    while rest.get(length).is_some_and(u8::is_ascii_graphic) {
        length += 1;
    }
    let is_word = (1..LONGEST_WORD).contains(&length);
    (is_word && matches!(rest.get(length), Some(b' ' | b'\n'))).then(|| Span::new(at + 1, at + 1 + length))
}

fn any_after(text: &str, at: usize) -> Option<Span> {
    let start = text.len() - text[at..].trim_start().len();
    if start == at || has_empty_line(&text.as_bytes()[at..start]) {
        return None;
    }
    let len = text[start..].char_indices().take(LONGEST_WORD).find(|(_, c)| c.is_whitespace());
    let end = len.map_or_else(|| text.len().min(floor(text, start + LONGEST_WORD)), |(len, _)| start + len);
    (start < end).then(|| Span::new(start, end))
}

/// Whether more than one line ends.
fn has_empty_line(blanks: &[u8]) -> bool {
    blanks.iter().filter(|&&byte| byte == b'\n').count() > 1
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

/// Whether the text at `at` goes on with one of the phrases, blanks and a possessive aside, and a word ends there.
#[inline]
pub(super) fn goes_on(text: &str, at: usize, phrases: &[String], casing: Casing) -> bool {
    !phrases.is_empty() && goes_on_with(&text[at..], phrases, casing)
}

fn goes_on_with(rest: &str, phrases: &[String], casing: Casing) -> bool {
    let rest = ["'s ", "’s "].iter().find_map(|possessive| rest.strip_prefix(possessive)).unwrap_or(rest).trim_start();
    phrases.iter().any(|phrase| {
        let begins = same_byte(rest.as_bytes().first(), phrase.as_bytes().first())
            && rest.get(..phrase.len()).is_some_and(|start| same(start, phrase, casing));
        begins && !rest[phrase.len()..].starts_with(char::is_alphanumeric)
    })
}

/// Whether one of the phrases stands directly before `at`, blanks aside.
#[inline]
pub(super) fn comes_from(text: &str, at: usize, phrases: &[impl AsRef<str>], casing: Casing) -> bool {
    !phrases.is_empty() && comes_from_any(text[..at].trim_end(), phrases, casing)
}

fn comes_from_any(before: &str, phrases: &[impl AsRef<str>], casing: Casing) -> bool {
    phrases.iter().map(AsRef::as_ref).any(|phrase| {
        let Some(start) = before.len().checked_sub(phrase.len()) else { return false };
        let ends = same_byte(before.as_bytes().last(), phrase.as_bytes().last())
            && before.get(start..).is_some_and(|end| same(end, phrase, casing));
        ends && !before[..start].ends_with(char::is_alphanumeric)
    })
}

fn same(one: &str, other: &str, casing: Casing) -> bool {
    if casing == Casing::Mixed { one == other } else { one.eq_ignore_ascii_case(other) }
}

/// Whether two bytes are the same but for case: most texts differ from most phrases in the first.
fn same_byte(one: Option<&u8>, other: Option<&u8>) -> bool {
    other.is_none() || one.map(u8::to_ascii_lowercase) == other.map(u8::to_ascii_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_found_like_any() {
        let long = "a".repeat(LONGEST_WORD);
        let texts = [
            "",
            " ",
            "in\nIran\n\nof ",
            "in Iran",
            "the  x",
            " a b",
            "\na b ",
            "é b",
            "b é c",
            "a\n\nb c",
            "«a» b, c\u{a0}d e\tf g",
        ];
        for text in
            texts.map(str::to_owned).into_iter().chain([format!("{long} {long}b {long} "), format!("a {long} ")])
        {
            for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                assert_eq!(token_before(&text, at), any_before(&text, at), "{text:?} {at}");
                assert_eq!(token_after(&text, at), any_after(&text, at), "{text:?} {at}");
            }
        }
    }
}
