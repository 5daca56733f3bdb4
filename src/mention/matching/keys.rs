//! All spellings of names, sorted and embedded as they are used.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{
    column::{Column, number},
    entries::Entries,
    follows::Follows,
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
    /// Each group, and one more that begins behind the last key.
    groups: Column<GROUP>,
    /// The first group of those whose letters' hash begins with each number, and the number of all.
    buckets: Column<4>,
    /// The name of each key, or, where it may be several, their place in `shared` and [`SEVERAL`].
    names: Column<4>,
    /// The number of names, and then these, for each key with several.
    shared: Column<4>,
}

/// Marks that a key may be several names.
const SEVERAL: u32 = 1 << 31;

/// The bytes of a group's letters, of what may follow them, and of the number of its first key.
const GROUP: usize = 20;

/// Keys with the same first letters, which no other group has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) number: usize,
    pub(super) first_key: u32,
    pub(super) follows: Follows,
}

impl Keys {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// How many groups there are.
    pub(super) fn groups(&self) -> usize {
        self.groups.len() - 1
    }

    /// The group of the keys with these first letters.
    #[inline]
    pub(super) fn group(&self, letters: u64) -> Option<Group> {
        let bucket = (spread(letters) >> shift(self.buckets.len() - 1)) as usize;
        let (from, to) = (number(self.buckets[bucket]), number(self.buckets[bucket + 1]));
        let at = self.groups[from..to].iter().position(|group| eight(group, 0) == letters)?;
        let (number, group) = (from + at, &self.groups[from + at]);
        Some(Group { number, first_key: first_key(group), follows: Follows::from_bits(eight(group, 8)) })
    }

    /// The keys of the group of this number, in the order of their bytes.
    pub(super) fn keys(&self, group: usize) -> Range<usize> {
        first_key(&self.groups[group]) as usize..first_key(&self.groups[group + 1]) as usize
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
        for group in 0..self.groups() {
            for key in self.keys(group) {
                for name in self.names(key) {
                    to.add(eight(&self.groups[group], 0), self.text(key), number_of(name));
                }
            }
        }
    }
}

#[inline(always)]
fn eight(group: &[u8; GROUP], at: usize) -> u64 {
    u64::from_le_bytes(*group[at..].first_chunk().expect("it has so many bytes"))
}

#[inline(always)]
fn first_key(group: &[u8; GROUP]) -> u32 {
    u32::from_le_bytes(*group.last_chunk().expect("it has so many bytes"))
}

/// Takes keys in their order.
#[derive(Debug, Default)]
pub(super) struct KeysBuilder {
    texts: Vec<[u8; 1]>,
    bounds: Vec<[u8; 4]>,
    /// The letters of each group, what may follow them, and its first key.
    groups: Vec<(u64, Follows, u32)>,
    names: Vec<[u8; 4]>,
    shared: Vec<[u8; 4]>,
}

impl KeysBuilder {
    /// Adds a key with its names, of which there is at least one.
    pub(super) fn push(&mut self, letters: u64, text: &[u8], names: impl ExactSizeIterator<Item = u32>) {
        if self.groups.last().is_none_or(|group| group.0 != letters) {
            self.groups.push((letters, Follows::default(), to_u32(self.bounds.len())));
        }
        if let Some((_, follows, _)) = self.groups.last_mut() {
            follows.add(letters, text);
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
        let size = self.groups.len().next_power_of_two().max(2);
        let bucket_of = |letters: u64| (spread(letters) >> shift(size)) as usize;
        let below = |bucket: usize| self.groups.partition_point(|&(letters, ..)| bucket_of(letters) < bucket);
        let buckets: Vec<_> = (0..=size).map(|bucket| packed(below(bucket))).collect();
        self.groups.push((0, Follows::default(), to_u32(self.bounds.len())));
        self.bounds.push(packed(self.texts.len()));
        let group = |&(letters, follows, first): &(u64, Follows, u32)| {
            let mut group = [0; GROUP];
            group[..8].copy_from_slice(&letters.to_le_bytes());
            group[8..16].copy_from_slice(&follows.bits().to_le_bytes());
            group[16..].copy_from_slice(&first.to_le_bytes());
            group
        };
        Keys {
            buckets: buckets.into(),
            groups: self.groups.iter().map(group).collect::<Vec<_>>().into(),
            texts: self.texts.into(),
            bounds: self.bounds.into(),
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
