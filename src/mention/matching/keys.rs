//! All spellings of names, sorted and embedded as they are used.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{
    column::{Column, number},
    entries::Entries,
    letters::spread,
};

/// Spellings as keys, each with the names that it may be.
///
/// They stand in groups of the same first letters, groups in the order of a hash of these, and keys in that of their bytes.
/// However many there are, a few look-ups find the group that a text could begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Keys {
    /// All keys in one row.
    texts: Column<1>,
    /// Where each key begins, and where the last ends.
    bounds: Column<4>,
    /// Each group's hash, which no other has.
    hashes: Column<8>,
    /// The first key of each group, and the number of all.
    firsts: Column<4>,
    /// The first group of those whose hash begins with each number, and the number of all.
    buckets: Column<4>,
    /// The name of each key, or, where it may be several, their place in `shared` and [`SEVERAL`].
    names: Column<4>,
    /// The number of names, and then these, for each key with several.
    shared: Column<4>,
}

/// Marks that a key may be several names.
const SEVERAL: u32 = 1 << 31;

impl Keys {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// How many groups there are.
    pub(super) fn groups(&self) -> usize {
        self.hashes.len()
    }

    /// The group of the keys with these first letters.
    pub(super) fn group(&self, letters: u64) -> Option<usize> {
        let hash = spread(letters);
        let bucket = (hash >> shift(self.buckets.len() - 1)) as usize;
        let (from, to) = (number(self.buckets[bucket]), number(self.buckets[bucket + 1]));
        Some(from + self.hashes[from..to].iter().position(|&group| u64::from_le_bytes(group) == hash)?)
    }

    /// The keys of a group.
    pub(super) fn keys(&self, group: usize) -> Range<usize> {
        number(self.firsts[group])..number(self.firsts[group + 1])
    }

    /// A key's bytes.
    #[inline]
    pub(super) fn text(&self, key: usize) -> &[u8] {
        self.texts[number(self.bounds[key])..number(self.bounds[key + 1])].as_flattened()
    }

    /// Which names a key may be, in ascending order.
    pub(super) fn names(&self, key: usize) -> impl Iterator<Item = u32> + Clone + '_ {
        let first = u32::from_le_bytes(self.names[key]);
        let names = if first & SEVERAL == 0 {
            &self.names[key..=key]
        } else {
            let at = (first & !SEVERAL) as usize;
            &self.shared[at + 1..][..number(self.shared[at])]
        };
        names.iter().map(|&name| u32::from_le_bytes(name))
    }

    /// Adds all spellings of all names, these by new numbers, to others.
    pub(super) fn all(&self, to: &mut Entries, number_of: impl Fn(u32) -> u32) {
        for (group, &hash) in self.hashes.iter().enumerate() {
            for key in self.keys(group) {
                for name in self.names(key) {
                    to.add_hashed(u64::from_le_bytes(hash), self.text(key), number_of(name));
                }
            }
        }
    }
}

/// Takes keys in their order.
#[derive(Debug, Default)]
pub(super) struct KeysBuilder {
    texts: Vec<[u8; 1]>,
    bounds: Vec<[u8; 4]>,
    hashes: Vec<u64>,
    firsts: Vec<[u8; 4]>,
    names: Vec<[u8; 4]>,
    shared: Vec<[u8; 4]>,
}

impl KeysBuilder {
    /// Adds a key with its names, of which there is at least one.
    pub(super) fn push(&mut self, hash: u64, text: &[u8], names: impl ExactSizeIterator<Item = u32>) {
        if self.hashes.last() != Some(&hash) {
            self.hashes.push(hash);
            self.firsts.push(packed(self.bounds.len()));
        }
        self.bounds.push(packed(self.texts.len()));
        self.texts.extend_from_slice(text.as_chunks().0);
        let count = names.len();
        let mut names = names.map(u32::to_le_bytes);
        if count == 1 {
            self.names.extend(names.by_ref());
        } else {
            self.names.push((to_u32(self.shared.len()) | SEVERAL).to_le_bytes());
            self.shared.push(packed(count));
            self.shared.extend(names);
        }
    }

    pub(super) fn finish(mut self) -> Keys {
        self.firsts.push(packed(self.bounds.len()));
        self.bounds.push(packed(self.texts.len()));
        let size = self.hashes.len().next_power_of_two().max(2);
        let below = |bucket: usize| self.hashes.partition_point(|hash| ((hash >> shift(size)) as usize) < bucket);
        Keys {
            buckets: (0..=size).map(|bucket| packed(below(bucket))).collect::<Vec<_>>().into(),
            hashes: self.hashes.iter().map(|hash| hash.to_le_bytes()).collect::<Vec<_>>().into(),
            texts: self.texts.into(),
            bounds: self.bounds.into(),
            firsts: self.firsts.into(),
            names: self.names.into(),
            shared: self.shared.into(),
        }
    }
}

/// How far a hash is shifted to be the number of one of so many buckets, a power of two.
const fn shift(buckets: usize) -> u32 {
    64 - buckets.trailing_zeros()
}

fn packed(number: usize) -> [u8; 4] {
    to_u32(number).to_le_bytes()
}

/// # Panics
///
/// When there is more than 32 bits number, which [`super::index::NameIndex`] rules out.
pub(super) fn to_u32(number: usize) -> u32 {
    u32::try_from(number).expect("the length of all names is bounded")
}
