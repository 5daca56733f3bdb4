//! Tokens of a stretch of text in which every mention is one token.

use std::cell::Cell;

use super::phrases::WordId;
use crate::{mention::Mention, text::Span};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters and digits, apostrophes among them.
    Word,
    /// A mention, by its index.
    Mention(usize),
    /// "'s", or the apostrophe after a plural.
    Possessive,
    Comma,
    Stop,
    /// Between two words, with no blank.
    Hyphen,
    /// Any other mark, and the end of a paragraph or heading.
    Break,
}

/// A token with its place.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    /// The word's number in the vocabulary of whoever reads the tokens, once it has been looked up.
    pub(crate) word: Cell<Option<Option<WordId>>>,
}

impl Token {
    const fn new(start: usize, end: usize, kind: TokenKind) -> Self {
        Self { span: Span::new(start, end), kind, word: Cell::new(None) }
    }
}

/// A line shorter than this is no wrapped line: what follows it begins anew.
const WRAPPED: usize = 50;

/// Appends the tokens of `window` to `out`. Of nested mentions the outermost that begins first is the token.
pub(crate) fn tokens(text: &str, window: Span, mentions: &[Mention], out: &mut Vec<Token>) {
    let mut next = mentions.partition_point(|mention| mention.span.start < window.start);
    let mut at = window.start;
    while at < window.end {
        while next < mentions.len() && mentions[next].span.start < at {
            next += 1;
        }
        if let Some(mention) = mentions.get(next)
            && mention.span.start == at
            && !mention.span.is_empty()
        {
            out.push(Token::new(mention.span.start, mention.span.end, TokenKind::Mention(next)));
            at = mention.span.end;
            continue;
        }
        let limit = mentions.get(next).map_or(window.end, |mention| mention.span.start.min(window.end));
        let end = one(text, at, limit.max(at + 1), out);
        at = end;
    }
}

/// Reads the token or blank at `at`; returns where the next begins.
fn one(text: &str, at: usize, limit: usize, out: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    crate::steps::count(1);
    if bytes[at] == b' ' {
        return at + 1;
    }
    if bytes[at].is_ascii_alphanumeric() {
        let end = word_end(text, at, limit);
        out.push(Token::new(at, end, TokenKind::Word));
        return end;
    }
    let Some(first) = text[at..].chars().next() else { return at + 1 };
    let end = at + first.len_utf8();
    let kind = match first {
        '\n' | '\r' if is_wrapped(text, at) => return end,
        c if is_word(c) => {
            let end = word_end(text, at, limit);
            out.push(Token::new(at, end, TokenKind::Word));
            return end;
        }
        '\n' | '\r' => TokenKind::Break,
        c if c.is_whitespace() || is_invisible(c) => return end,
        '\'' | '’' if let Some(end) = possessive(text, at, end, out) => {
            out.push(Token::new(at, end, TokenKind::Possessive));
            return end;
        }
        ',' => TokenKind::Comma,
        '.' => TokenKind::Stop,
        '-' | '‐' | '‑' if is_between_words(text, at, end) => TokenKind::Hyphen,
        _ => TokenKind::Break,
    };
    out.push(Token::new(at, end, kind));
    end
}

/// Joiners, direction marks and soft hyphens, which web pages leave between words.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// Whether the character is part of words: letters, digits, combining marks.
pub(crate) fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c) }
}

/// The end of the word at `at`, which does not reach into the mention that begins at `limit`.
fn word_end(text: &str, at: usize, limit: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < limit.min(bytes.len()) {
        if bytes[end].is_ascii_alphanumeric() {
            end += 1;
            continue;
        }
        let Some(c) = text[end..].chars().next() else { break };
        let next = end + c.len_utf8();
        let joins =
            matches!(c, '\'' | '’') && text[next..].starts_with(is_word) && possessive_end(text, next).is_none();
        if !joins && !is_word(c) {
            break;
        }
        end = next;
    }
    end
}

/// The end of the "s" of a possessive that begins at `at`.
fn possessive_end(text: &str, at: usize) -> Option<usize> {
    let mut chars = text[at..].chars();
    (matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(is_word)).then_some(at + 1)
}

fn possessive(text: &str, at: usize, end: usize, before: &[Token]) -> Option<usize> {
    let owner = before.last().filter(|token| token.span.end == at)?;
    if !matches!(owner.kind, TokenKind::Word | TokenKind::Mention(_)) {
        return None;
    }
    possessive_end(text, end).or_else(|| text[..at].ends_with(['s', 'S']).then_some(end))
}

fn is_between_words(text: &str, at: usize, end: usize) -> bool {
    text[..at].chars().next_back().is_some_and(|c| is_word(c) || c == '.')
        && text[end..].chars().next().is_some_and(is_word)
}

/// Whether the line break at `at` stands inside a paragraph that is broken into lines.
fn is_wrapped(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let rest = &bytes[at..];
    let after = if rest.starts_with(b"\r\n") { &rest[2..] } else { &rest[1..] };
    if after.first().is_none_or(|b| matches!(b, b'\n' | b'\r')) {
        return false;
    }
    let line = &bytes[at.saturating_sub(WRAPPED)..at];
    line.len() == WRAPPED && !line.contains(&b'\n')
}

/// The next character boundary at or before `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
