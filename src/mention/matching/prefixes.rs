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
const BLOCKS: usize = 1 << BLOCK_BITS;
/// A row for each pair of classes.
const ROWS: usize = 1 << 12;

/// Tells which words may begin a name, by its first letters; of words with letters beyond ASCII any may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Prefixes {
    /// For each pair of classes of bytes with which a name may begin, a bit for each class that may follow; at these three
    /// most words end.
    threes: Column<8>,
    /// Two bits for each prefix, in the block of its hash.
    known: Column<8>,
}

/// The class of each byte: its own for a letter, one for all digits, one for all that is no word, and one for all beyond
/// ASCII. Six bits number them.
static CLASSES: [u8; 256] = classes(false);
/// The same, where case does not matter.
static LOWERED: [u8; 256] = classes(true);
const DIGIT: u8 = 61;
const BEYOND: u8 = 63;
const ALL: u64 = u64::MAX;

const fn classes(lowered: bool) -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b @ b'a'..=b'z' => 1 + b - b'a',
            b @ b'A'..=b'Z' => {
                if lowered {
                    1 + b - b'A'
                } else {
                    27 + b - b'A'
                }
            }
            b'0'..=b'9' => DIGIT,
            128.. => BEYOND,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

impl Default for Prefixes {
    fn default() -> Self {
        let mut threes = vec![(1_u64 << BEYOND).to_le_bytes(); ROWS];
        for class in 0..64 {
            threes[row(BEYOND, class)] = ALL.to_le_bytes();
            threes[row(class, BEYOND)] = ALL.to_le_bytes();
        }
        Self { threes: threes.into(), known: vec![[0; 8]; BLOCKS].into() }
    }
}

impl Prefixes {
    /// Adds a name's key.
    pub(super) fn add(&mut self, key: &[u8]) {
        let loaded = load(key, 0);
        let words = words(loaded);
        let length = word_length(words);
        let [first, second, third, ..] = loaded.to_le_bytes().map(|byte| CLASSES[usize::from(byte)]);
        // What stands between words may be written otherwise in a text.
        let thirds = if second == 0 { ALL } else { 1 << third };
        or(&mut self.threes.to_mut()[row(first, second)], thirds);
        let is_long = key.len() >= PREFIX as usize && has_second_word(words, length);
        let (block, bits) = place(if is_long { first_words(loaded, words) } else { first_word(loaded, length) });
        or(&mut self.known.to_mut()[block], bits);
    }

    /// Adds what others have.
    pub(super) fn merge(&mut self, other: &Self) {
        for (own, more) in [(&mut self.threes, &other.threes), (&mut self.known, &other.known)] {
            own.to_mut().iter_mut().zip(&**more).for_each(|(own, &more)| or(own, u64::from_le_bytes(more)));
        }
    }

    /// What is looked up for each word.
    pub(super) fn view(&self) -> View<'_> {
        let threes = (*self.threes).try_into().expect("there are so many rows");
        View { threes, known: (*self.known).try_into().expect("there are so many blocks") }
    }
}

/// The prefixes of a text's words are looked up here.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'p> {
    threes: &'p [[u8; 8]; ROWS],
    known: &'p [[u8; 8]; BLOCKS],
}

impl View<'_> {
    /// Whether a name may begin with the eight bytes that begin with a word. Its letters are lowered if the keys are.
    #[inline(always)]
    pub(super) fn has(self, loaded: u64, case: Case) -> bool {
        let classes = if case == Case::Lowered { &LOWERED } else { &CLASSES };
        let class = |byte: u64| classes[(byte & 0xff) as usize];
        let thirds = u64::from_le_bytes(self.threes[row(class(loaded), class(loaded >> 8)) % ROWS]);
        thirds >> class(loaded >> 16) & 1 != 0 && self.has_prefix(loaded, case)
    }

    fn has_prefix(self, loaded: u64, case: Case) -> bool {
        let words = words(loaded);
        let length = word_length(words);
        let loaded = if case == Case::Lowered { lowered(loaded, words) } else { loaded };
        let goes_beyond_ascii = length < PREFIX && loaded >> (8 * length) & 0x80 != 0;
        goes_beyond_ascii
            || self.knows(first_word(loaded, length))
            || length < SHORT && (is_wide(loaded, words, length) || self.knows(first_words(loaded, words)))
    }

    #[inline]
    fn knows(self, prefix: u64) -> bool {
        let (block, bits) = place(prefix);
        u64::from_le_bytes(self.known[block % BLOCKS]) & bits == bits
    }
}

/// The row of a pair of classes.
const fn row(first: u8, second: u8) -> usize {
    (first as usize) << 6 | second as usize
}

fn or(row: &mut [u8; 8], bits: u64) {
    *row = (u64::from_le_bytes(*row) | bits).to_le_bytes();
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
