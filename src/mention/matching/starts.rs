use serde::{Deserialize, Serialize};

use super::{
    fold::Case,
    letters::{PREFIX, first_word, hash, leads, load, lowered, word_length, words},
};

/// Of words shorter than this there are too many: what follows is looked up with them.
const SHORT: u32 = 4;
/// The number of the table's bits, as a power of two: 32 KB, which stay near the processor.
const BITS: u32 = 18;

/// Tells where names may begin, eight bytes at a time: at words whose first letters begin a name, and at those with
/// letters beyond ASCII, for which they are not looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Starts {
    /// A bit for each prefix, at its hash.
    known: Box<[u64]>,
}

impl Default for Starts {
    fn default() -> Self {
        Self { known: vec![0; 1 << (BITS - 6)].into() }
    }
}

impl Starts {
    /// Adds a name's key.
    pub(super) fn add(&mut self, key: &[u8]) {
        let loaded = load(key, 0);
        let words = words(loaded);
        let length = word_length(words);
        let is_long = key.len() >= PREFIX as usize && has_second_word(words, length);
        let bit = hash(if is_long { first_words(loaded, words) } else { first_word(loaded, length) }, BITS);
        self.known[bit / 64] |= 1 << (bit % 64);
    }

    /// Adds what another table has.
    pub(super) fn merge(&mut self, other: &Self) {
        self.known.iter_mut().zip(&other.known).for_each(|(own, more)| *own |= more);
    }

    /// Offsets at which a name may begin, in order; what stands before is not looked at closely. Letters are lowered
    /// if the keys are.
    pub(super) fn iter<'t>(&'t self, text: &'t str, case: Case) -> impl Iterator<Item = usize> + 't {
        let bytes = text.as_bytes();
        let (mut block, mut left, mut after_word) = (0, 0, 0);
        std::iter::from_fn(move || {
            loop {
                while left == 0 {
                    if block >= bytes.len() {
                        return None;
                    }
                    let loaded = load(bytes, block);
                    let words = words(loaded);
                    left = (words | leads(loaded)) & !(words << 8 | after_word);
                    after_word = words >> 56;
                    block += 8;
                }
                let at = block - 8 + left.trailing_zeros() as usize / 8;
                left &= left - 1;
                let loaded = load(bytes, at);
                if self.has(loaded, case) {
                    return Some(at);
                }
            }
        })
    }

    #[inline]
    fn has(&self, loaded: u64, case: Case) -> bool {
        let words = words(loaded);
        let length = word_length(words);
        let loaded = if case == Case::Lowered { lowered(loaded, words) } else { loaded };
        let goes_beyond_ascii = length < PREFIX && loaded >> (8 * length) & 0x80 != 0;
        goes_beyond_ascii
            || self.knows(first_word(loaded, length))
            || length < SHORT && (is_wide(loaded, words, length) || self.knows(first_words(loaded, words)))
    }

    fn knows(&self, prefix: u64) -> bool {
        let bit = hash(prefix, BITS);
        self.known[bit / 64] >> (bit % 64) & 1 != 0
    }
}

/// The first letters of the first words, whatever stands between them.
const fn first_words(loaded: u64, words: u64) -> u64 {
    // All bits of the bytes of words, by their high ones.
    loaded & ((words >> 7) * 255) & ((1 << (8 * PREFIX)) - 1)
}

/// Whether a short word is followed by one byte and another word.
const fn has_second_word(words: u64, length: u32) -> bool {
    length < SHORT && words >> (8 * (length + 1)) & 0x80 != 0
}

/// Whether a short word is followed by a blank and no word yet.
const fn is_wide(loaded: u64, words: u64, length: u32) -> bool {
    loaded >> (8 * length) & 0xff <= 0x20 && words >> (8 * length) & 0x8000 == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::matching::fold::key;

    fn starts(text: &str) -> Vec<&str> {
        let names = ["Japan", "al-Qaeda", "US", "Saint Lucia", "5+1", "the Grenadines"];
        let mut starts = Starts::default();
        for name in names {
            let key = key(name, Case::Kept);
            starts.add(&key);
            starts.add(&key.to_ascii_uppercase());
        }
        starts.iter(text, Case::Kept).map(|at| text[at..].split(' ').next().unwrap()).collect()
    }

    #[test]
    fn first_words_of_names_begin_them() {
        assert_eq!(starts("also in Japan, for al-Qaeda"), ["Japan,", "al-Qaeda"]);
        assert_eq!(starts("The US, US-led, the Saints and Saint Lucia of 5"), ["US,", "US-led,", "Saint", "5"]);
        assert_eq!(starts("all the green islands of the Grenadines, the\n\nending."), ["the", "the\n\nending."]);
        assert_eq!(starts("JAPAN, AL-QAEDA, USA, xUS, 5US, _US"), ["JAPAN,", "AL-QAEDA,", "US"]);
        assert_eq!(starts("japan us. Us."), Vec::<&str>::new());
    }

    #[test]
    fn lowered_keys_begin_words_in_any_case() {
        let mut starts = Starts::default();
        ["bloc", "g7 states"].iter().for_each(|key| starts.add(key.as_bytes()));
        let text = "The Bloc, BLOC, bloc, block; g7 states, G7 States, a G20 meeting";
        let found: Vec<_> = starts.iter(text, Case::Lowered).map(|at| &text[at..at + 2]).collect();
        assert_eq!(found, ["Bl", "BL", "bl", "g7", "G7"]);
    }

    #[test]
    fn letters_beyond_ascii_are_left_to_the_walk() {
        assert_eq!(starts("a Jápan, “Us, Ja\u{ad}pan."), ["Jápan,", "“Us,", "Ja\u{ad}pan."]);
    }

    #[test]
    fn all_offsets_within_a_block_are_found() {
        for blanks in 0..20 {
            assert_eq!(starts(&format!("{}Japan", " ".repeat(blanks))).len(), 1);
        }
    }
}
