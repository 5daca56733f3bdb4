//! The noun group that ends with a noun.

use super::lexicon::{Lexicon, Use};
use crate::{mention::tokens::is_word, text::Span};

/// What makes a noun group definite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    Definite,
    /// "this"
    Demonstrative,
    /// "our", "its".
    Owner,
    /// "his".
    Personal,
    /// Only the number: "both", "all three".
    Number,
    /// None, at the head of a sentence: "Members".
    None,
}

/// A noun group that may take something up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub(super) span: Span,
    pub(super) determiner: Determiner,
    pub(super) count: Option<usize>,
    /// Nothing but the determiner and the number stands before the noun.
    pub(super) is_plain: bool,
    /// Says of what kind or from where a state is: "the Gulf emirate".
    pub(super) is_kind: bool,
}

/// The most words before the noun.
const MOST_WORDS: usize = 6;

/// Reads backwards from a noun; nothing when the words before make it mean something else.
pub(super) fn phrase(text: &str, noun: Span, lexicon: &Lexicon) -> Option<Phrase> {
    let mut start = noun.start;
    let mut count = None;
    let (mut is_definite_number, mut is_plain, mut is_kind) = (false, true, false);
    for _ in 0..MOST_WORDS {
        let Some(word) = word_before(text, start) else { break };
        match lexicon.word_use(word.of(text)) {
            Some(Use::Number { count: number, definite }) if count.is_none() => {
                (count, is_definite_number) = (Some(number), definite);
            }
            Some(Use::Modifier | Use::Quality) if count.is_none() => is_plain = false,
            Some(Use::Kind) if count.is_none() => (is_plain, is_kind) = (false, true),
            Some(Use::All) if count.is_some() => {
                return Some(Phrase {
                    span: Span::new(word.start, noun.end),
                    determiner: Determiner::Number,
                    count,
                    is_plain,
                    is_kind,
                });
            }
            Some(found @ (Use::Definite | Use::Demonstrative | Use::Owner | Use::Personal)) => {
                let determiner = match found {
                    Use::Definite => Determiner::Definite,
                    Use::Demonstrative => Determiner::Demonstrative,
                    Use::Owner => Determiner::Owner,
                    _ => Determiner::Personal,
                };
                return Some(Phrase { span: Span::new(word.start, noun.end), determiner, count, is_plain, is_kind });
            }
            // "The 3 countries" may begin with what is no modifier at all: "the UN and both countries".
            _ if is_definite_number => break,
            _ => return None,
        }
        start = word.start;
    }
    is_definite_number.then_some(Phrase {
        span: Span::new(start, noun.end),
        determiner: Determiner::Number,
        count,
        is_plain,
        is_kind,
    })
}

/// The word before the offset, after a blank or a hyphen.
pub(super) fn word_before(text: &str, at: usize) -> Option<Span> {
    plain_before(text.as_bytes(), at).or_else(|| any_before(text, at))
}

/// The same in the frequent case: plain letters between two blanks.
fn plain_before(bytes: &[u8], at: usize) -> Option<Span> {
    let end = at.checked_sub(1).filter(|&end| bytes[end] == b' ')?;
    let mut start = end;
    while start > 0 && bytes[start - 1].is_ascii_alphanumeric() {
        start -= 1;
    }
    (start < end && start > 0 && bytes[start - 1] == b' ').then(|| Span::new(start, end))
}

fn any_before(text: &str, at: usize) -> Option<Span> {
    let before = &text[..at];
    let stem = before.trim_end_matches([' ', '\u{a0}', '\n']);
    let stem = if stem.len() == at { stem.strip_suffix(['-', '‐', '‑'])? } else { stem };
    if before.len() - stem.len() > 3 || before[stem.len()..].matches('\n').count() > 1 {
        return None;
    }
    let start = stem.char_indices().rev().take_while(|&(_, c)| is_word(c)).last()?.0;
    Some(Span::new(start, stem.len()))
}

/// The word after the offset, after a blank.
pub(super) fn word_after(text: &str, at: usize) -> Option<Span> {
    plain_after(text.as_bytes(), at).or_else(|| any_after(text, at))
}

fn plain_after(bytes: &[u8], at: usize) -> Option<Span> {
    let rest = bytes[at..].strip_prefix(b" ")?;
    let mut length = 0;
    while rest.get(length).is_some_and(u8::is_ascii_alphanumeric) {
        length += 1;
    }
    (length > 0 && rest.get(length) == Some(&b' ')).then(|| Span::new(at + 1, at + 1 + length))
}

fn any_after(text: &str, at: usize) -> Option<Span> {
    let rest = text[at..].strip_prefix([' ', '\u{a0}', '\n'])?;
    let start = text.len() - rest.len();
    let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    (end > 0).then(|| Span::new(start, start + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_found_like_any() {
        for text in
            ["", " ", "in Iran", "the  x", " a b", "\na b ", "é b", "b é c", "a\n\nb c", "«a» b, c\u{a0}d e-f g"]
        {
            for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                assert_eq!(word_before(text, at), any_before(text, at), "{text:?} {at}");
                assert_eq!(word_after(text, at), any_after(text, at), "{text:?} {at}");
            }
        }
    }
}
