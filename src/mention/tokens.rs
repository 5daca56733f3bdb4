//! Tokens of a stretch of text in which every mention is one token.

use std::cell::Cell;

use memchr::memchr;

use super::phrases::WordId;
use crate::{
    eight::{self, BLOCK},
    mention::Mention,
    text::Span,
};

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

/// The tokens of a stretch of text.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub(crate) all: Vec<Token>,
    /// Which of them are mentions.
    pub(crate) mentions: Vec<usize>,
}

impl Tokens {
    pub(crate) fn clear(&mut self) {
        self.all.clear();
        self.mentions.clear();
    }

    pub(crate) fn push(&mut self, token: Token) {
        if let TokenKind::Mention(_) = token.kind {
            self.mentions.push(self.all.len());
        }
        self.all.push(token);
    }

    /// Appends the tokens of `window`. Of nested mentions the outermost that begins first is the token.
    pub(crate) fn read(&mut self, text: &str, window: Span, mentions: &[Mention]) {
        let mut next = mentions.partition_point(|mention| mention.span.start < window.start);
        let mut at = window.start;
        while at < window.end {
            while mentions.get(next).is_some_and(|mention| mention.span.start < at) {
                next += 1;
            }
            let mention = mentions.get(next).map(|mention| mention.span);
            let limit = match mention {
                Some(mention) if mention.start == at && !mention.is_empty() => {
                    self.push(Token::new(at, mention.end, TokenKind::Mention(next)));
                    at = mention.end;
                    continue;
                }
                // An empty one counts as none.
                Some(mention) if mention.start == at => at + 1,
                Some(mention) => mention.start.min(window.end),
                None => window.end,
            };
            at = unnamed(text, Span::new(at, limit), &mut self.all);
        }
    }
}

/// Reads the tokens of a part that holds no mention; returns where it ends, perhaps within a character more.
fn unnamed(text: &str, part: Span, out: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    let mut at = part.start;
    while at < part.end {
        let block = at;
        let words = in_words(&bytes[block..]);
        let end = part.end.min(block + BLOCK);
        while at < end {
            crate::steps::count(1);
            let length = (!(words >> (at - block))).trailing_zeros() as usize;
            let word_end = at + length;
            // A word at the end of the block may go on.
            let next = if word_end < end { bytes[word_end] } else { 0 };
            if length > 0 && word_end < end && !matches!(next, b'\'' | 0x80..) {
                out.push(Token::new(at, word_end, TokenKind::Word));
                // Mostly a blank follows, of which nothing is made.
                at = word_end + usize::from(next == b' ');
            } else if length == 0 {
                let mark = match next {
                    b',' => TokenKind::Comma,
                    b'.' => TokenKind::Stop,
                    b' ' => {
                        at += 1;
                        continue;
                    }
                    _ => {
                        at = other(text, at, part.end, out);
                        continue;
                    }
                };
                out.push(Token::new(at, at + 1, mark));
                at += 1;
            } else if word_end < part.end && at > block && word_end >= end {
                break;
            } else {
                let end = self::word_end(text, at, part.end);
                out.push(Token::new(at, end, TokenKind::Word));
                at = end;
            }
        }
    }
    at
}

/// Reads the token or blank at `at`; returns where the next begins.
fn other(text: &str, at: usize, limit: usize, out: &mut Vec<Token>) -> usize {
    let Some(first) = text[at..].chars().next() else { return at + 1 };
    let end = at + first.len_utf8();
    let kind = match first {
        ',' => TokenKind::Comma,
        '.' => TokenKind::Stop,
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

/// A bit for each of the first bytes that is an ASCII letter or digit.
#[inline(always)]
fn in_words(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(block) => eight::words(block),
        None => eight::words(&eight::last_block(bytes)),
    }
}

/// The end of the word at `at`, which does not reach into the mention that begins at `limit`.
fn word_end(text: &str, at: usize, limit: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < limit {
        if bytes[end].is_ascii_alphanumeric() {
            end += 1;
            continue;
        }
        let Some(c) = text[end..].chars().next() else { break };
        let next = end + c.len_utf8();
        let joins =
            || matches!(c, '\'' | '’') && text[next..].starts_with(is_word) && possessive_end(text, next).is_none();
        if !is_word(c) && !joins() {
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
    let after = match bytes[at..] {
        [b'\r', b'\n', ref after @ ..] | [_, ref after @ ..] => after,
        [] => return false,
    };
    if matches!(after, [] | [b'\n' | b'\r', ..]) {
        return false;
    }
    let line = &bytes[at.saturating_sub(WRAPPED)..at];
    line.len() == WRAPPED && memchr(b'\n', line).is_none()
}

/// The next character boundary at or before `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
