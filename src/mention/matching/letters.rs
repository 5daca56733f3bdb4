//! The first letters of words, by which names are looked for before they are compared.

use super::fold::{Case, Folded, fold};
use crate::eight::{EACH, EACH_HIGH, Eight, between, load};

/// So many bytes of a name's first word are looked up before the name is.
pub(super) const LETTERS: u32 = 8;

/// The first letters of the word that begins at `at`, as the walk over the text feeds them: of a name that stands there
/// they are the same, however it is written. A name may be no word's beginning, and has none then.
///
/// Also how many bytes of the text are just these letters; 0 where they were made of others.
#[inline]
pub(super) fn first_letters(text: &str, at: usize, case: Case) -> (u64, usize) {
    let loaded = load(text.as_bytes(), at);
    // The high bit of the first byte that is none of its letters.
    let after = match !words(loaded) & EACH_HIGH {
        0 => return (FirstLetters { loaded, its: u64::MAX }.of(case), LETTERS as usize),
        others => others & others.wrapping_neg(),
    };
    if loaded & after == 0 {
        let word = FirstLetters { loaded, its: (after - 1) >> 7 };
        return (word.of(case), (after.trailing_zeros() / 8) as usize);
    }
    (decoded_letters(text, at, case), 0)
}

#[cold]
fn decoded_letters(text: &str, at: usize, case: Case) -> u64 {
    let (mut letters, mut count) = (0, 0);
    for c in text[at..].chars() {
        match fold(c, case) {
            Folded::Skip => {}
            Folded::Text(short) if short.is_word() => {
                for &byte in short.as_bytes().iter().take((LETTERS - count) as usize) {
                    letters |= u64::from(byte) << (8 * count);
                    count += 1;
                }
            }
            _ => break,
        }
        if count >= LETTERS {
            break;
        }
    }
    letters
}

/// A hash that no other letters have, of which all bits depend on the letters, the high ones most.
pub(super) const fn spread(letters: u64) -> u64 {
    letters.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// By which of eight bytes are letters, all bits of those of the first word.
static FIRST: [u64; 256] = {
    let mut first = [u64::MAX; 256];
    let mut words = 0;
    while words < 255 {
        first[words] = (1 << (8 * word_length(words as u64))) - 1;
        words += 1;
    }
    first
};

/// The first letters of a word of ASCII.
#[derive(Clone, Copy, Debug)]
pub(super) struct FirstLetters {
    /// The eight bytes with which it begins.
    loaded: u64,
    /// All bits of those that belong to it.
    its: u64,
}

impl FirstLetters {
    /// Of eight bytes; the lowest eight bits say which of them are letters.
    #[inline(always)]
    pub(super) fn new(loaded: u64, words: u64) -> Self {
        Self { loaded, its: FIRST[(words & 0xff) as usize] }
    }

    #[inline(always)]
    pub(super) const fn of(self, case: Case) -> u64 {
        // Small letters have the bit 0x20, and digits have it too.
        let lowered = if matches!(case, Case::Lowered) { EACH * 0x20 } else { 0 };
        (self.loaded | lowered) & self.its
    }

    /// The second letter; 0 if there is none.
    #[inline(always)]
    pub(super) const fn second(self) -> u8 {
        (self.of(Case::Kept) >> 8) as u8
    }
}

/// The high bit of each byte that is an ASCII letter or digit.
pub(super) const fn words(block: Eight) -> Eight {
    between(block | (EACH * 0x20), b'a', b'z') | between(block, b'0', b'9')
}

/// The high bit of each byte that begins a character beyond ASCII.
pub(super) const fn leads(block: u64) -> u64 {
    block & block << 1 & EACH_HIGH
}

/// How many of the first letters belong to the first word, by a bit for each letter.
pub(super) const fn word_length(words: u64) -> u32 {
    (!words | 1 << LETTERS).trailing_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eight::gathered;

    fn letters(text: &str, case: Case) -> String {
        let bytes = first_letters(text, 0, case).0.to_le_bytes();
        String::from_utf8_lossy(&bytes).trim_end_matches('\0').to_owned()
    }

    #[test]
    fn however_a_name_is_written_its_first_letters_are_the_same() {
        for (text, kept, lowered) in [
            ("Japanese", "Japanese", "japanese"),
            ("US-led", "US", "us"),
            ("U.S.", "U", "u"),
            ("G20", "G20", "g20"),
            ("Türkiye", "Turkiye", "turkiye"),
            ("Tu\u{308}rkiye", "Turkiye", "turkiye"),
            ("TU\u{308}RKİYE", "TURKIYE", "turkiye"),
            ("Côte", "Cote", "cote"),
            ("Ja\u{ad}pan’s", "Japan", "japan"),
            ("US\u{308}", "US", "us"),
            ("US”", "US", "us"),
            ("Россия", "Росс", "росс"),
            ("”", "", ""),
            ("Mauritanian", "Mauritan", "mauritan"),
            ("", "", ""),
        ] {
            assert_eq!(letters(text, Case::Kept), kept, "{text}");
            assert_eq!(letters(text, Case::Lowered), lowered, "{text}");
        }
    }

    #[test]
    fn classes_of_bytes() {
        for byte in 0..=u8::MAX {
            let block = u64::from(byte) << 24;
            assert_eq!(words(block) != 0, byte.is_ascii_alphanumeric(), "{byte}");
            assert_eq!(leads(block) != 0, byte >= 0xc0, "{byte}");
            assert_eq!(gathered(block & EACH), u64::from(byte & 1) << 3, "{byte}");
        }
    }
}
