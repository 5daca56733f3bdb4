use super::{LONGEST, lexicon::Lexicon, line, stop};

/// Where the sentence that begins at `start` ends, with the blanks after it; always beyond `start`, which is not the end.
pub(super) fn next_boundary(text: &str, start: usize, lexicon: &Lexicon) -> usize {
    // Blanks before the sentence do not count to its length.
    let first = text.len() - text[start..].trim_start().len();
    let limit = (first + LONGEST).min(text.len());
    let mut at = first;
    while let Some(found) = candidate(text.as_bytes(), at, limit) {
        let judged = if matches!(text.as_bytes()[found], b'\n' | b'\r') {
            line::judge(text, start, found, lexicon)
        } else {
            stop::judge(text, start, found, lexicon)
        };
        match judged {
            Judged::Boundary(end) if end - first <= LONGEST || text[first..end].trim_end().len() <= LONGEST => {
                return end;
            }
            Judged::Boundary(_) => break,
            Judged::None(resume) => at = resume,
        }
    }
    if limit == text.len() { limit } else { cut(text, first, limit) }
}

/// What a place is that may be a boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judged {
    /// The next sentence begins here, or the text ends.
    Boundary(usize),
    /// None; the search goes on here.
    None(usize),
}

/// The first byte from `at` to before `limit` at which a stop or a line end may stand.
fn candidate(bytes: &[u8], at: usize, limit: usize) -> Option<usize> {
    /// So many bytes are looked at together.
    const BLOCK: usize = 32;
    let mut at = at;
    while let Some(block) = bytes.get(at..at + BLOCK).filter(|_| at + BLOCK <= limit) {
        if block.iter().fold(false, |any, &byte| any | may_end(byte)) {
            break;
        }
        at += BLOCK;
    }
    let rest = bytes.get(at..limit)?;
    rest.iter().position(|&byte| may_end(byte)).map(|offset| at + offset)
}

/// Whether a byte is a stop or a line end, or begins a character that may be one (from Arabic upwards).
const fn may_end(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?' | b'\n' | b'\r' | 0xd8..)
}

/// The place of a forced cut: after the last blank before `limit`, or before a whole character.
fn cut(text: &str, first: usize, limit: usize) -> usize {
    let limit = (first + 1..=limit).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    text[first..limit].rfind(char::is_whitespace).map_or(limit, |blank| {
        let blank = first + blank;
        blank + text[blank..].chars().next().map_or(1, char::len_utf8)
    })
}
