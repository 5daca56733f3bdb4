//! Which names begin with which letters: what is embedded, so that finding names can begin at once.

use serde::{Deserialize, Serialize};

use super::{
    fold::{Case, key},
    groups::Groups,
    letters::{first_letters, hash},
    starts::Starts,
    variants::spellings,
};
use crate::{
    error::Error,
    gazetteer::{Name, NameKind},
};

/// The number of shards, as a power of two; a few names are in each.
const SHARD_BITS: u32 = 13;
pub(super) const SHARDS: usize = 1 << SHARD_BITS;

/// All names' spellings together are no longer, so that an automaton of however many of them has fewer states than the
/// 2^31 that it can number.
const MOST_BYTES: usize = 1 << 28;

/// The names of a gazetteer by their first letters.
///
/// In each shard a name has its number once for each of its spellings there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NameIndex {
    pub(super) starts: Starts,
    /// Names as they are written.
    pub(super) cased: Groups,
    /// Names in small letters.
    pub(super) folded: Groups,
}

impl NameIndex {
    /// An index of numbered names, in ascending order.
    ///
    /// # Errors
    ///
    /// When there are more names than an automaton could number the letters of.
    pub(crate) fn new<'n>(names: impl IntoIterator<Item = (u32, &'n Name)>) -> Result<Self, Error> {
        let (mut starts, mut cased, mut folded) = (Starts::default(), Vec::new(), Vec::new());
        let mut bytes = 0;
        for (number, name) in names {
            for spelling in spellings(name) {
                let kept = key(&spelling, Case::Kept);
                // A name of invisible characters alone would match everywhere.
                if kept.is_empty() {
                    continue;
                }
                bytes += kept.len();
                starts.add(&kept);
                cased.push((shard(&spelling, 0, Case::Kept), number));
                if is_folded(name) {
                    starts.add(&key(&spelling, Case::Lowered).to_ascii_uppercase());
                    folded.push((shard(&spelling, 0, Case::Lowered), number));
                }
            }
        }
        if bytes > MOST_BYTES {
            return Err(Error::invalid(format!("names of {bytes} bytes in all spellings (at most {MOST_BYTES})")));
        }
        let groups = |pairs: &[_]| Groups::new(SHARDS, pairs);
        Ok(Self { starts, cased: groups(&cased), folded: groups(&folded) })
    }

    /// The names of this index, by new numbers in the same order, and those of another.
    pub(super) fn merge(mut self, numbers: &[u32], other: &Self) -> Self {
        self.starts.merge(&other.starts);
        let Self { starts, cased, folded } = self;
        Self { starts, cased: cased.merge(numbers, &other.cased), folded: folded.merge(numbers, &other.folded) }
    }
}

/// Where a name that begins at `at` would be.
pub(super) fn shard(text: &str, at: usize, case: Case) -> usize {
    hash(first_letters(text, at, case), SHARD_BITS)
}

/// Exact names keep their case; acronyms are looked at again where they are found in small letters.
pub(super) fn is_folded(name: &Name) -> bool {
    !name.exact || matches!(name.kind, NameKind::Acronym | NameKind::Decoy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::testing::{name, world};

    #[test]
    fn each_spelling_is_in_a_shard() {
        let us = name(NameKind::Acronym, "US");
        let index = NameIndex::new([(7, &us)]).unwrap();
        for text in ["US troops", "U.S.", "U. S. Navy"] {
            assert!(index.cased.get(shard(text, 0, Case::Kept)).contains(&7), "{text}");
            assert!(index.folded.get(shard(&text.to_lowercase(), 0, Case::Lowered)).contains(&7), "{text}");
            assert!(index.starts.iter(text, Case::Kept).any(|at| at == 0), "{text}");
        }
        assert!(index.cased.get(shard("USA", 0, Case::Kept)).is_empty());
        assert_eq!(index.cased.len(), 4);
    }

    #[test]
    fn exact_names_are_not_folded() {
        let mut quad = name(NameKind::Name, "Quad");
        quad.exact = true;
        let index = NameIndex::new([(0, &quad)]).unwrap();
        assert_eq!((index.cased.len(), index.folded.len()), (1, 0));
    }

    #[test]
    fn merging_is_as_good_as_indexing_all() {
        let world = world();
        let names = || (0..).zip(&world.names);
        let whole = NameIndex::new(names()).unwrap();
        for own in [|n: u32| n % 3 == 1, |n| n < 4, |n| n >= 4, |_| true, |_| false] {
            let (own, base): (Vec<_>, Vec<_>) = names().partition(|&(number, _)| own(number));
            let numbers: Vec<u32> = base.iter().map(|&(number, _)| number).collect();
            let base = NameIndex::new((0..).zip(base.into_iter().map(|(_, name)| name))).unwrap();
            assert!(base.merge(&numbers, &NameIndex::new(own).unwrap()) == whole);
        }
    }
}
