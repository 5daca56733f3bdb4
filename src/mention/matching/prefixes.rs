use serde::{Deserialize, Serialize};

use super::{
    column::Column,
    fold::Case,
    letters::{PREFIX, first_word, load, lowered, spread, word_length, words},
};

/// Of words shorter than this there are too many: what follows is looked up with them.
const SHORT: u32 = 4;
/// The number of the blocks of known prefixes, as a power of two: 32 KB, which stay near the processor.
const BLOCK_BITS: u32 = 12;

/// Tells which words may begin a name, by its first letters; of words with letters beyond ASCII any may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Prefixes {
    /// A bit for each pair of bytes with which a name may begin; most words end here.
    pairs: Column<8>,
    /// Two bits for each prefix, in the block of its hash.
    known: Column<8>,
}

impl Default for Prefixes {
    fn default() -> Self {
        let mut pairs = vec![[0; 8]; 1 << 10];
        for pair in (0..1 << 16).filter(|pair| pair & 0x8080 != 0) {
            set(&mut pairs, pair);
        }
        Self { pairs: pairs.into(), known: vec![[0; 8]; 1 << BLOCK_BITS].into() }
    }
}

impl Prefixes {
    /// Adds a name's key.
    pub(super) fn add(&mut self, key: &[u8]) {
        let loaded = load(key, 0);
        let words = words(loaded);
        let length = word_length(words);
        let first = usize::from(loaded as u8);
        let pairs = self.pairs.to_mut();
        match key.get(1) {
            Some(second) if second.is_ascii_alphanumeric() => set(pairs, first | usize::from(*second) << 8),
            // However that is written in a text.
            _ => (0..128)
                .filter(|b: &u8| !b.is_ascii_alphanumeric())
                .for_each(|b| set(pairs, first | usize::from(b) << 8)),
        }
        let is_long = key.len() >= PREFIX as usize && has_second_word(words, length);
        let (block, bits) = place(if is_long { first_words(loaded, words) } else { first_word(loaded, length) });
        let block = &mut self.known.to_mut()[block];
        *block = (u64::from_le_bytes(*block) | bits).to_le_bytes();
    }

    /// Adds what others have.
    pub(super) fn merge(&mut self, other: &Self) {
        for (own, more) in [(&mut self.pairs, &other.pairs), (&mut self.known, &other.known)] {
            own.to_mut().as_flattened_mut().iter_mut().zip(more.as_flattened()).for_each(|(own, more)| *own |= more);
        }
    }

    /// Whether a name may begin with the eight bytes that begin with a word. Its letters are lowered if the keys are.
    #[inline]
    pub(super) fn has(&self, loaded: u64, case: Case) -> bool {
        // All that is no letter stays so.
        let pair = (if case == Case::Lowered { loaded | 0x2020 } else { loaded } & 0xffff) as usize;
        self.pairs[pair / 64][pair / 8 % 8] >> (pair % 8) & 1 != 0 && self.has_prefix(loaded, case)
    }

    fn has_prefix(&self, loaded: u64, case: Case) -> bool {
        let words = words(loaded);
        let length = word_length(words);
        let loaded = if case == Case::Lowered { lowered(loaded, words) } else { loaded };
        let goes_beyond_ascii = length < PREFIX && loaded >> (8 * length) & 0x80 != 0;
        goes_beyond_ascii
            || self.knows(first_word(loaded, length))
            || length < SHORT && (is_wide(loaded, words, length) || self.knows(first_words(loaded, words)))
    }

    #[inline]
    fn knows(&self, prefix: u64) -> bool {
        let (block, bits) = place(prefix);
        u64::from_le_bytes(self.known[block]) & bits == bits
    }
}

fn set(bits: &mut [[u8; 8]], bit: usize) {
    bits[bit / 64][bit / 8 % 8] |= 1 << (bit % 8);
}

/// The block in which a prefix is known, and by which bits.
const fn place(prefix: u64) -> (usize, u64) {
    let hash = spread(prefix) >> (64 - BLOCK_BITS - 12);
    ((hash >> 12) as usize, 1 << (hash & 63) | 1 << (hash >> 6 & 63))
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
