//! All spellings of names, sorted, so that those that begin like a text are found without building anything.

use serde::{Deserialize, Serialize};

use super::{
    column::{Column, number},
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
    groups: Column<8>,
    /// The first key of each group, and the number of all.
    firsts: Column<4>,
    /// The first group of those whose hash begins with each number, and the number of all.
    buckets: Column<4>,
    /// The name of each key, or, where it may be several, their place in `shared`.
    names: Column<4>,
    /// The number of names, and then these, for each key with several.
    shared: Column<4>,
}

/// Marks that a key may be several names.
const SEVERAL: u32 = 1 << 31;

/// Keys that were found to begin alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) from: usize,
    pub(super) to: usize,
}

/// A name's spelling.
#[derive(Debug)]
struct Entry {
    hash: u64,
    start: u32,
    end: u32,
    name: u32,
}

/// Spellings on their way to [`Keys`].
#[derive(Debug, Default)]
pub(super) struct Entries {
    texts: Vec<u8>,
    entries: Vec<Entry>,
}

impl Entries {
    /// Adds a spelling of a name.
    pub(super) fn add(&mut self, letters: u64, key: &[u8], name: u32) {
        let start = to_u32(self.texts.len());
        self.texts.extend_from_slice(key);
        self.entries.push(Entry { hash: spread(letters), start, end: to_u32(self.texts.len()), name });
    }

    /// How long all spellings are together.
    pub(super) fn bytes(&self) -> usize {
        self.texts.len()
    }

    pub(super) fn into_keys(mut self) -> Keys {
        let text = |entry: &Entry| &self.texts[entry.start as usize..entry.end as usize];
        self.entries.sort_unstable_by(|one, other| {
            one.hash.cmp(&other.hash).then_with(|| text(one).cmp(text(other))).then(one.name.cmp(&other.name))
        });
        let mut keys = KeysBuilder::default();
        for same in self.entries.chunk_by(|one, other| one.hash == other.hash && text(one) == text(other)) {
            keys.push(same[0].hash, text(&same[0]), same.iter().map(|entry| entry.name));
        }
        keys.finish()
    }
}

impl Keys {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// The keys with these first letters; none where there is no such group.
    pub(super) fn group(&self, letters: u64) -> Option<Group> {
        let hash = spread(letters);
        let bucket = (hash >> shift(self.buckets.len() - 1)) as usize;
        let (from, to) = (number(self.buckets[bucket]), number(self.buckets[bucket + 1]));
        let group = from + self.groups[from..to].iter().position(|&group| u64::from_le_bytes(group) == hash)?;
        Some(Group { from: number(self.firsts[group]), to: number(self.firsts[group + 1]) })
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

    /// The keys of both, this one's names by their new numbers.
    pub(super) fn merge(&self, numbers: &[u32], other: &Self) -> Self {
        let mut keys = KeysBuilder::default();
        let (mut ours, mut theirs) = (self.all().peekable(), other.all().peekable());
        let renumbered = |key| self.names(key).map(|name| numbers[name as usize]);
        loop {
            let order = match (ours.peek(), theirs.peek()) {
                (None, None) => return keys.finish(),
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (Some(&(hash, key)), Some(&(their_hash, their_key))) => {
                    hash.cmp(&their_hash).then_with(|| self.text(key).cmp(other.text(their_key)))
                }
            };
            let our = if order.is_le() { ours.next() } else { None };
            let their = if order.is_ge() { theirs.next() } else { None };
            match (our, their) {
                (Some((hash, key)), None) => keys.push(hash, self.text(key), renumbered(key)),
                (None, Some((hash, key))) => keys.push(hash, other.text(key), other.names(key)),
                (Some((hash, key)), Some((_, their))) => {
                    let mut names: Vec<u32> = renumbered(key).chain(other.names(their)).collect();
                    names.sort_unstable();
                    keys.push(hash, self.text(key), names.into_iter());
                }
                (None, None) => {}
            }
        }
    }

    /// All keys with their groups' hashes.
    fn all(&self) -> impl Iterator<Item = (u64, usize)> + '_ {
        self.groups.iter().enumerate().flat_map(|(group, &hash)| {
            let keys = number(self.firsts[group])..number(self.firsts[group + 1]);
            keys.map(move |key| (u64::from_le_bytes(hash), key))
        })
    }
}

/// Takes keys in their order.
#[derive(Debug, Default)]
struct KeysBuilder {
    texts: Vec<[u8; 1]>,
    bounds: Vec<[u8; 4]>,
    groups: Vec<[u8; 8]>,
    firsts: Vec<[u8; 4]>,
    names: Vec<[u8; 4]>,
    shared: Vec<[u8; 4]>,
}

impl KeysBuilder {
    fn push(&mut self, hash: u64, text: &[u8], names: impl Iterator<Item = u32>) {
        if self.groups.last() != Some(&hash.to_le_bytes()) {
            self.groups.push(hash.to_le_bytes());
            self.firsts.push(to_u32(self.bounds.len()).to_le_bytes());
        }
        self.bounds.push(to_u32(self.texts.len()).to_le_bytes());
        self.texts.extend_from_slice(text.as_chunks().0);
        let at = self.shared.len();
        self.shared.push([0; 4]);
        let (mut count, mut last) = (0_u32, None);
        for name in names.filter(|&name| last.replace(name) != Some(name)) {
            self.shared.push(name.to_le_bytes());
            count += 1;
        }
        if count == 1 {
            self.names.push(self.shared[at + 1]);
            self.shared.truncate(at);
        } else {
            self.shared[at] = count.to_le_bytes();
            self.names.push((to_u32(at) | SEVERAL).to_le_bytes());
        }
    }

    fn finish(mut self) -> Keys {
        self.firsts.push(to_u32(self.bounds.len()).to_le_bytes());
        self.bounds.push(to_u32(self.texts.len()).to_le_bytes());
        let size = self.groups.len().next_power_of_two().max(2);
        let mut buckets = Vec::with_capacity(size + 1);
        for (group, &hash) in self.groups.iter().enumerate() {
            let bucket = (u64::from_le_bytes(hash) >> shift(size)) as usize;
            while buckets.len() <= bucket {
                buckets.push(to_u32(group).to_le_bytes());
            }
        }
        buckets.resize(size + 1, to_u32(self.groups.len()).to_le_bytes());
        Keys {
            texts: self.texts.into(),
            bounds: self.bounds.into(),
            groups: self.groups.into(),
            firsts: self.firsts.into(),
            buckets: buckets.into(),
            names: self.names.into(),
            shared: self.shared.into(),
        }
    }
}

/// How far a hash is shifted to be the number of one of so many buckets, a power of two.
const fn shift(buckets: usize) -> u32 {
    64 - buckets.trailing_zeros()
}

/// # Panics
///
/// When there is more than 32 bits number, which [`super::index::NameIndex`] rules out.
fn to_u32(number: usize) -> u32 {
    u32::try_from(number).expect("the length of all names is bounded")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::matching::{fold::Case, letters::first_letters};

    fn keys(names: &[(&str, u32)]) -> Keys {
        let mut entries = Entries::default();
        names.iter().for_each(|(key, name)| entries.add(first_letters(key, 0, Case::Kept).0, key.as_bytes(), *name));
        entries.into_keys()
    }

    fn found(keys: &Keys, letters: &str) -> Vec<(String, Vec<u32>)> {
        let group = keys.group(first_letters(letters, 0, Case::Kept).0);
        let key = |key| (String::from_utf8(keys.text(key).to_vec()).unwrap(), keys.names(key).collect());
        group.map_or_else(Vec::new, |group| (group.from..group.to).map(key).collect())
    }

    #[test]
    fn keys_stand_with_those_of_the_same_first_letters() {
        let keys = keys(&[("Nigeria", 4), ("Niger junta", 1), ("Niger", 0), ("US", 2), ("Niger", 5), ("USA", 3)]);
        assert_eq!(keys.len(), 5);
        assert_eq!(found(&keys, "Niger"), [("Niger".into(), vec![0, 5]), ("Niger junta".into(), vec![1])]);
        assert_eq!(found(&keys, "Nigerian"), [("Nigeria".into(), vec![4])]);
        assert_eq!(found(&keys, "US"), [("US".into(), vec![2])]);
        assert_eq!(found(&keys, "Nigel"), []);
        assert_eq!(found(&self::keys(&[]), "US"), []);
    }

    #[test]
    fn a_name_counts_once_for_each_key() {
        assert_eq!(found(&keys(&[("US", 7), ("US", 7)]), "US"), [("US".into(), vec![7])]);
    }

    #[test]
    fn merged_keys_are_those_of_all() {
        let ours = keys(&[("US", 0), ("Mali", 1)]);
        let merged = ours.merge(&[1, 3], &keys(&[("US", 0), ("Malta", 2)]));
        assert!(merged == keys(&[("US", 0), ("US", 1), ("Malta", 2), ("Mali", 3)]));
        assert!(ours.merge(&[0, 1], &keys(&[])) == ours && keys(&[]).merge(&[], &ours) == ours);
    }
}
