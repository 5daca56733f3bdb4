//! Whether words stand in the sentence of a name.

use std::cell::OnceCell;

use memchr::{memchr_iter, memchr2, memchr3, memrchr2, memrchr3};

use crate::{mention::matching::Casing, text::Span};

/// How far from a name its sentence is looked at.
const REACH: usize = 200;

/// The sentence around a name, looked for when a word is.
#[derive(Debug)]
pub(super) struct Near<'t> {
    text: &'t str,
    span: Span,
    casing: Casing,
    /// What of the sentence lies before and after the name, within reach.
    parts: OnceCell<(&'t str, &'t str)>,
}

impl<'t> Near<'t> {
    pub(super) const fn new(text: &'t str, span: Span, casing: Casing) -> Self {
        Self { text, span, casing, parts: OnceCell::new() }
    }

    /// Whether one of the words stands in the sentence, outside the name.
    #[inline]
    pub(super) fn has_any(&self, words: &[String]) -> bool {
        !words.is_empty() && self.has_one(words)
    }

    fn has_one(&self, words: &[String]) -> bool {
        let (before, after) = self.parts.get_or_init(|| sentence(self.text, self.span));
        words.iter().any(|word| has(before, word, self.casing) || has(after, word, self.casing))
    }
}

/// What of the span's sentence lies before and after it, within reach.
fn sentence(text: &str, span: Span) -> (&str, &str) {
    let mut from = span.start.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = (span.end + REACH).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    (after_last_end(&text[from..span.start]), before_first_end(&text[span.end..to]))
}

/// The first byte of '。'.
const WIDE: u8 = 0xe3;

fn after_last_end(before: &str) -> &str {
    let bytes = before.as_bytes();
    let mut end = bytes.len();
    loop {
        let stop = memrchr3(b'.', b'!', b'?', &bytes[..end]);
        let from = stop.map_or(0, |stop| stop + 1);
        let Some(at) = memrchr2(b'\n', WIDE, &bytes[from..end]).map(|other| from + other).or(stop) else {
            return before;
        };
        if let Some(c) = before[at..].chars().next().filter(|&c| ends_sentence(before, at, c)) {
            return &before[at + c.len_utf8()..];
        }
        end = at;
    }
}

fn before_first_end(after: &str) -> &str {
    let bytes = after.as_bytes();
    let mut start = 0;
    loop {
        let stop = memchr3(b'.', b'!', b'?', &bytes[start..]).map(|stop| start + stop);
        let to = stop.unwrap_or(bytes.len());
        let Some(at) = memchr2(b'\n', WIDE, &bytes[start..to]).map(|other| start + other).or(stop) else {
            return after;
        };
        if after[at..].chars().next().is_some_and(|c| ends_sentence(after, at, c)) {
            return &after[..at];
        }
        start = at + 1;
    }
}

/// A rough test that errs towards going on: a stop after a word of more than three letters, or an empty line.
fn ends_sentence(text: &str, at: usize, c: char) -> bool {
    let after = &text[at + c.len_utf8()..];
    match c {
        '\n' => after.trim_start_matches([' ', '\t', '\r']).starts_with('\n'),
        '!' | '?' | '。' => true,
        '.' => {
            let word = text[..at].chars().rev().take(4).take_while(|c| c.is_alphanumeric()).count();
            word == 4 && after.trim_start_matches(['"', '”', '\'', '’', ')']).starts_with(char::is_whitespace)
        }
        _ => false,
    }
}

fn has(text: &str, word: &str, casing: Casing) -> bool {
    let stands = |at: usize, len: usize| {
        !text[..at].ends_with(char::is_alphanumeric) && !text[at + len..].starts_with(char::is_alphanumeric)
    };
    if word.contains('\'') {
        return text.char_indices().any(|(at, _)| begins(&text[at..], word, casing).is_some_and(|len| stands(at, len)));
    }
    if casing == Casing::Mixed {
        let Some(&first) = word.as_bytes().first() else { return false };
        let bytes = text.as_bytes();
        return memchr_iter(first, bytes).any(|at| bytes[at..].starts_with(word.as_bytes()) && stands(at, word.len()));
    }
    (0..text.len()).any(|at| {
        text.get(at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word)) && stands(at, word.len())
    })
}

/// The length of the word at the beginning of the text, whichever apostrophe it has.
fn begins(text: &str, word: &str, casing: Casing) -> Option<usize> {
    let mut rest = text.chars();
    for expected in word.chars() {
        let found = rest.next()?;
        let found = if found == '’' { '\'' } else { found };
        let same = if casing == Casing::Mixed { found == expected } else { found.eq_ignore_ascii_case(&expected) };
        if !same {
            return None;
        }
    }
    Some(text.len() - rest.as_str().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(text: &str, casing: Casing) -> bool {
        let start = text.to_lowercase().find("georgia").unwrap();
        let near = Near::new(text, Span::new(start, start + 7), casing);
        near.has_any(&["Tbilisi".to_owned(), "Black Sea".to_owned()])
    }

    #[test]
    fn cues_count_in_the_sentence_alone() {
        assert!(near("Georgia opened a port on the Black Sea.", Casing::Mixed));
        assert!(near("In Tbilisi, Mr. Smith of the U.S. Senate praised Georgia.", Casing::Mixed));
        assert!(!near("He left Tbilisi yesterday. Georgia won.", Casing::Mixed));
        assert!(!near("Georgia won\n\nTbilisi lost", Casing::Mixed));
        assert!(!near("Georgia and the Tbilisian", Casing::Mixed));
        assert!(!near("GEORGIA AND TBILISI", Casing::Mixed));
        let near_name = Near::new("Georgia and Da’esh’s men", Span::new(0, 7), Casing::Mixed);
        assert!(near_name.has_any(&["Da'esh".to_owned()]) && !near_name.has_any(&["Da'es".to_owned()]));
        assert!(!near("他离开了Tbilisi。Georgia", Casing::Mixed) && near("Tbilisi、Georgia", Casing::Mixed));
        assert!(
            !near("Georgia won\n\nand 。Tbilisi", Casing::Mixed) && near("Georgia won\nand Tbilisi", Casing::Mixed)
        );
        assert!(near("GEORGIA AND TBILISI", Casing::Capitals));
    }
}
