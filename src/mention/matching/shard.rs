use std::collections::BTreeMap;

use super::{
    automaton::Automaton,
    fold::{Case, key},
    groups::Groups,
    index::{is_folded, shard},
    variants::spellings,
};
use crate::gazetteer::Name;

/// The names that begin with certain letters: one of many small automata, each made when a text first asks for it.
#[derive(Clone, Debug)]
pub(super) struct Shard {
    automaton: Automaton,
    /// Which names each pattern may be.
    names: Groups,
}

impl Shard {
    /// Of these names the spellings that begin with the shard's letters.
    pub(super) fn new<'n>(number: usize, names: impl Iterator<Item = (u32, &'n Name)>, case: Case) -> Self {
        let mut patterns: BTreeMap<Vec<u8>, Vec<u32>> = BTreeMap::new();
        for (name_number, name) in names.filter(|(_, name)| case == Case::Kept || is_folded(name)) {
            for spelling in spellings(name).iter().filter(|spelling| shard(spelling, 0, case) == number) {
                let of_pattern = patterns.entry(key(spelling, case)).or_default();
                if of_pattern.last() != Some(&name_number) {
                    of_pattern.push(name_number);
                }
            }
        }
        patterns.remove(&[][..]);
        let numbered = patterns.values().enumerate();
        let pairs: Vec<_> =
            numbered.flat_map(|(pattern, names)| names.iter().map(move |&name| (pattern, name))).collect();
        Self { automaton: Automaton::new(patterns.keys(), case), names: Groups::new(patterns.len(), &pairs) }
    }

    /// The end of the longest name from `at`, and its pattern's number in the shard.
    pub(super) fn longest(&self, text: &str, at: usize) -> Option<(usize, u32)> {
        self.automaton.longest(text, at)
    }

    /// Which names a pattern may be, in ascending order.
    pub(super) fn names(&self, pattern: u32) -> &[u32] {
        self.names.get(pattern as usize)
    }
}
