//! Which names begin with which letters: what is embedded, so that finding names can begin at once.

use serde::{Deserialize, Serialize};

use super::{
    entries::Entries,
    fold::{Case, key},
    keys::Keys,
    letters::first_letters,
    prefixes::Prefixes,
    starts::Starts,
    variants::spellings,
};
use crate::{
    error::Error,
    gazetteer::{Name, NameKind},
};

/// All names' spellings together are no longer, so that 32 bits number all there is of them, and an automaton of however
/// many has fewer states than the 2^31 that it can number.
const MOST_BYTES: usize = 1 << 28;

/// The names of a gazetteer by their first letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct NameIndex {
    pub(super) starts: Starts,
    /// Names as they are written.
    pub(super) cased: Keys,
    /// Names in small letters.
    pub(super) folded: Keys,
}

impl NameIndex {
    /// An index of numbered names, in ascending order.
    ///
    /// # Errors
    ///
    /// When the names are longer than 32 bits could number.
    pub(crate) fn new<'n>(names: impl IntoIterator<Item = (u32, &'n Name)> + Clone) -> Result<Self, Error> {
        let mut starts = Starts::default();
        let cased = keys(names.clone(), Case::Kept, &mut starts.cased)?;
        let folded = keys(names, Case::Lowered, &mut starts.folded)?;
        Ok(Self { starts, cased, folded })
    }

    /// The names of this index, by new numbers in the same order, and those of another.
    pub(super) fn merge(mut self, numbers: &[u32], other: &Self) -> Self {
        self.starts.cased.merge(&other.starts.cased);
        self.starts.folded.merge(&other.starts.folded);
        let merge = |ours: &Keys, theirs: &Keys| {
            let mut all = Entries::default();
            ours.all(&mut all, |name| numbers[name as usize]);
            theirs.all(&mut all, |name| name);
            all.into_keys()
        };
        Self {
            starts: self.starts,
            cased: merge(&self.cased, &other.cased),
            folded: merge(&self.folded, &other.folded),
        }
    }
}

fn keys<'n>(
    names: impl IntoIterator<Item = (u32, &'n Name)>,
    case: Case,
    prefixes: &mut Prefixes,
) -> Result<Keys, Error> {
    let mut entries = Entries::default();
    for (number, name) in names {
        if case == Case::Lowered && !is_folded(name) {
            continue;
        }
        for spelling in spellings(name) {
            let key = key(&spelling, case);
            // A name of invisible characters alone would match everywhere.
            if key.is_empty() {
                continue;
            }
            if entries.bytes() + key.len() > MOST_BYTES {
                return Err(Error::invalid(format!("names of more than {MOST_BYTES} bytes in all spellings")));
            }
            let (letters, _) = first_letters(&spelling, 0, case);
            prefixes.add(letters);
            entries.add(letters, &key, number);
        }
    }
    Ok(entries.into_keys())
}

/// Exact names keep their case; acronyms are looked at again where they are found in small letters.
fn is_folded(name: &Name) -> bool {
    !name.exact || matches!(name.kind, NameKind::Acronym | NameKind::Decoy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::{
        matching::{shards::Shards, starts::word_starts},
        testing::{name, world},
    };
    use crate::text::Span;

    #[test]
    fn each_spelling_stands_with_its_first_letters() {
        let us = name(NameKind::Acronym, "US");
        let index = NameIndex::new([(7, &us)]).unwrap();
        let (cased, folded) = (Shards::new(index.cased, Case::Kept), Shards::new(index.folded, Case::Lowered));
        for text in ["US", "U.S.", "U. S."] {
            let (_, key) = cased.longest(text, 0).filter(|(end, _)| *end == text.len()).unwrap();
            assert!(cased.keys().names(key as usize).eq([7]), "{text}");
            let found = folded.longest(&text.to_lowercase(), 0);
            assert!(found.is_some_and(|(end, _)| end == text.len()), "{text}");
            let view = index.starts.view();
            assert!(word_starts(text, Span::new(0, 1), |word| view.has(word)).eq([0]), "{text}");
        }
        assert!(cased.longest("USA", 0).is_none());
    }

    #[test]
    fn exact_names_are_not_folded() {
        let mut quad = name(NameKind::Name, "Quad");
        quad.exact = true;
        let index = NameIndex::new([(0, &quad)]).unwrap();
        assert_eq!(index.folded.len(), 0);
        assert!(Shards::new(index.cased, Case::Kept).longest("Quad", 0).is_some());
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
