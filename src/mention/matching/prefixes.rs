use serde::{Deserialize, Serialize};

use super::{column::Column, letters::spread};

/// The number of the blocks, as a power of two: 32 KB, which stay near the processor.
const BLOCK_BITS: u32 = 12;
const BLOCKS: usize = 1 << BLOCK_BITS;

/// Tells which words may begin a name, by their first letters; a few others seem to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Prefixes {
    /// Two bits for the first letters of each name, in the block of their hash.
    known: Column<8>,
}

impl Default for Prefixes {
    fn default() -> Self {
        Self { known: vec![[0; 8]; BLOCKS].into() }
    }
}

impl Prefixes {
    /// Adds a name's first letters.
    pub(super) fn add(&mut self, letters: u64) {
        let (block, first, second) = place(letters);
        or(&mut self.known.to_mut()[block], 1 << first | 1 << second);
    }

    /// Adds what others have.
    pub(super) fn merge(&mut self, other: &Self) {
        self.known.to_mut().iter_mut().zip(&*other.known).for_each(|(own, &more)| or(own, u64::from_le_bytes(more)));
    }

    /// What is looked up for each word.
    pub(super) fn view(&self) -> View<'_> {
        View { known: (*self.known).try_into().expect("there are so many blocks") }
    }
}

/// The first letters of a text's words are looked up here.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'p> {
    known: &'p [[u8; 8]; BLOCKS],
}

impl View<'_> {
    /// Whether a name may begin with a word of these first letters.
    #[inline(always)]
    pub(super) fn has(self, letters: u64) -> bool {
        let (block, first, second) = place(letters);
        let known = u64::from_le_bytes(self.known[block % BLOCKS]);
        known >> first & known >> second & 1 != 0
    }
}

fn or(block: &mut [u8; 8], bits: u64) {
    *block = (u64::from_le_bytes(*block) | bits).to_le_bytes();
}

/// The block in which letters are known, and by which of its bits.
#[inline(always)]
const fn place(letters: u64) -> (usize, u64, u64) {
    let hash = spread(letters) >> (64 - BLOCK_BITS - 12);
    ((hash >> 12) as usize, hash & 63, hash >> 6 & 63)
}
