//! Whether words stand in the sentence of a name.

use crate::{mention::matching::Casing, text::Span};

/// How far from a name its sentence is looked at.
const REACH: usize = 200;

/// Whether one of the words stands in the sentence around the span, outside it.
pub(super) fn any_near(text: &str, span: Span, words: &[String], casing: Casing) -> bool {
    if words.is_empty() {
        return false;
    }
    let (before, after) = sentence(text, span);
    words.iter().any(|word| has(before, word, casing) || has(after, word, casing))
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
    let before = &text[from..span.start];
    let mut stops = before.char_indices().filter(|&(at, c)| ends_sentence(before, at, c));
    let cut = stops.next_back().map(|(at, c)| at + c.len_utf8());
    let after = &text[span.end..to];
    let end = after.char_indices().find(|&(at, c)| ends_sentence(after, at, c)).map_or(after.len(), |(at, _)| at);
    (&before[cut.unwrap_or(0)..], &after[..end])
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
        return text.match_indices(word).any(|(at, _)| stands(at, word.len()));
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
        any_near(text, Span::new(start, start + 7), &["Tbilisi".to_owned(), "Black Sea".to_owned()], casing)
    }

    #[test]
    fn cues_count_in_the_sentence_alone() {
        assert!(near("Georgia opened a port on the Black Sea.", Casing::Mixed));
        assert!(near("In Tbilisi, Mr. Smith of the U.S. Senate praised Georgia.", Casing::Mixed));
        assert!(!near("He left Tbilisi yesterday. Georgia won.", Casing::Mixed));
        assert!(!near("Georgia won\n\nTbilisi lost", Casing::Mixed));
        assert!(!near("Georgia and the Tbilisian", Casing::Mixed));
        assert!(!near("GEORGIA AND TBILISI", Casing::Mixed));
        let near_name =
            |word: &str| any_near("Georgia and Da’esh’s men", Span::new(0, 7), &[word.to_owned()], Casing::Mixed);
        assert!(near_name("Da'esh") && !near_name("Da'es"));
        assert!(near("GEORGIA AND TBILISI", Casing::Capitals));
    }
}
