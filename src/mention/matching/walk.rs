//! From a place in the text along the names that begin like it.

use super::{
    boundary,
    fold::{Case, Folded, fold},
};

/// What each byte is fed as in this case; 0 where more has to be looked at.
const fn fed(case: Case) -> [u8; 256] {
    let mut fed = [0; 256];
    let mut byte = 0x21_u8;
    while byte <= 0x7e {
        fed[byte as usize] = if matches!(case, Case::Lowered) { byte.to_ascii_lowercase() } else { byte };
        byte += 1;
    }
    fed[b'-' as usize] = b' ';
    fed
}

static KEPT: [u8; 256] = fed(Case::Kept);
static LOWERED: [u8; 256] = fed(Case::Lowered);

/// A way along keys, byte by byte.
pub(super) trait Way {
    fn feed(&mut self, byte: u8);

    fn place(&self) -> Place;
}

/// Where a way has led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// No key begins like what was fed.
    Nowhere,
    /// Some keys do.
    Within,
    /// This key is what was fed, and others may begin like it.
    End(u32),
}

/// The end of the longest key that goes on from `at`, which must be a character boundary, and ends where a word does; and the
/// key's number. What stands before was fed already.
///
/// Keys are as [`super::fold::key`] makes them in this case; the walk folds the text as it goes.
pub(super) fn longest(mut way: impl Way, text: &str, mut at: usize, case: Case) -> Option<(usize, u32)> {
    let (bytes, fed) = (text.as_bytes(), if case == Case::Lowered { &LOWERED } else { &KEPT });
    let mut longest = None;
    loop {
        match way.place() {
            Place::Nowhere => return longest,
            Place::Within => {}
            Place::End(key) => longest = boundary::word_end(text, at).map(|end| (end, key)).or(longest),
        }
        let Some(&byte) = bytes.get(at) else { return longest };
        let mut plain = fed[usize::from(byte)];
        // A blank alone needs no closer look either.
        if byte == b' ' && bytes.get(at + 1).is_some_and(|&next| fed[usize::from(next)] != 0) {
            plain = b' ';
        }
        if plain != 0 {
            way.feed(plain);
            at += 1;
        } else if let Some(end) = step(&mut way, text, at, case) {
            at = end;
        } else {
            return longest;
        }
    }
}

/// Feeds what is no plain character and returns where it ends; none if no name goes on over it.
fn step(way: &mut impl Way, text: &str, at: usize, case: Case) -> Option<usize> {
    let rest = &text[at..];
    let c = rest.chars().next()?;
    match fold(c, case) {
        Folded::Skip => {}
        Folded::Text(short) => short.as_bytes().iter().for_each(|&byte| way.feed(byte)),
        Folded::Blank | Folded::Break => {
            way.feed(b' ');
            // Without a way on, the length of the blanks does not matter.
            return if way.place() == Place::Nowhere { None } else { blanks(rest).map(|end| at + end) };
        }
    }
    Some(at + c.len_utf8())
}

/// The length of the run of blanks with which `rest` begins; none with an empty line.
fn blanks(rest: &str) -> Option<usize> {
    let (mut lines, mut after_return, mut end) = (0, false, rest.len());
    for (at, c) in rest.char_indices() {
        match fold(c, Case::Kept) {
            Folded::Break => lines += usize::from(!(c == '\n' && after_return)),
            Folded::Blank | Folded::Skip => {}
            Folded::Text(_) => {
                end = at;
                break;
            }
        }
        after_return = c == '\r';
    }
    (lines <= 1).then_some(end)
}
