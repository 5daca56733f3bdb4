use super::{LONGEST, lexicon::Lexicon, line, stop};

/// Where the sentence that begins at `start` ends, with the blanks after it; always beyond `start`, which is not the end.
pub(super) fn next_boundary(text: &str, start: usize, lexicon: &Lexicon) -> usize {
    // Blanks before the sentence do not count to its length.
    let first = text.len() - text[start..].trim_start().len();
    let limit = (first + LONGEST).min(text.len());
    let mut at = first;
    while let Some(found) = candidate(text.as_bytes(), at, limit) {
        if is_mark(&text.as_bytes()[found..]) {
            at = found + 3;
            continue;
        }
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
    let rest = bytes.get(at..limit)?;
    let (blocks, _) = rest.as_chunks::<BLOCK>();
    let clear = blocks.iter().position(|block| nearest(block) == 0).unwrap_or(blocks.len()) * BLOCK;
    let clear = match rest.get(clear..clear + BLOCK / 2) {
        Some(half) if nearest(half) != 0 => clear + BLOCK / 2,
        _ => clear,
    };
    rest[clear..].iter().position(|&byte| may_end(byte)).map(|offset| at + clear + offset)
}

/// Whether the bytes begin with a typographic quotation mark or dash, the most frequent characters that are no stops.
fn is_mark(bytes: &[u8]) -> bool {
    matches!(bytes, [0xe2, 0x80, 0x90..=0xa2, ..])
}

/// So many bytes are looked at together.
const BLOCK: usize = 32;

/// Whether a byte is a stop, a line end, or begins a character that may be one (from Arabic upwards).
const fn may_end(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?' | b'\n' | b'\r' | 0xd8..)
}

/// The least distance: whether there is one among many bytes, found without a branch and many bytes at a time.
#[inline(always)]
fn nearest(block: &[u8]) -> u8 {
    block.iter().fold(u8::MAX, |nearest, &byte| nearest.min(distance(byte)))
}

/// How far a byte is from what may end a sentence.
fn distance(byte: u8) -> u8 {
    let stop = (byte ^ b'.').min(byte ^ b'!').min(byte ^ b'?');
    stop.min(byte ^ b'\n').min(byte ^ b'\r').min(0xd8_u8.saturating_sub(byte))
}

/// The place of a forced cut: after the last blank before `limit`, or before a whole character.
fn cut(text: &str, first: usize, limit: usize) -> usize {
    let limit = (first + 1..=limit).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    text[first..limit].rfind(char::is_whitespace).map_or(limit, |blank| {
        let blank = first + blank;
        blank + text[blank..].chars().next().map_or(1, char::len_utf8)
    })
}
