use serde::{Deserialize, Serialize};

use crate::packed_numbers;

/// Numbers in numbered groups, in one row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Groups {
    /// Where each group begins, and where the last ends.
    #[serde(with = "packed_numbers")]
    bounds: Vec<u32>,
    #[serde(with = "packed_numbers")]
    members: Vec<u32>,
}

impl Groups {
    /// Groups the second of each pair by the first, in the order of the pairs.
    ///
    /// # Panics
    ///
    /// When there are more pairs than 32 bits number.
    pub(super) fn new(groups: usize, pairs: &[(usize, u32)]) -> Self {
        let mut bounds = vec![0; groups + 1];
        pairs.iter().for_each(|&(group, _)| bounds[group + 1] += 1);
        for group in 0..groups {
            bounds[group + 1] += bounds[group];
        }
        let (mut next, mut members) = (bounds.clone(), vec![0; pairs.len()]);
        for &(group, member) in pairs {
            members[next[group] as usize] = member;
            next[group] += 1;
        }
        Self { bounds, members }
    }

    pub(super) fn get(&self, group: usize) -> &[u32] {
        &self.members[self.bounds[group] as usize..self.bounds[group + 1] as usize]
    }

    /// Where a group begins in the row.
    pub(super) fn start(&self, group: usize) -> u32 {
        self.bounds[group]
    }

    /// The group to which a place in the row belongs.
    pub(super) fn group_at(&self, place: u32) -> usize {
        self.bounds.partition_point(|&bound| bound <= place) - 1
    }

    /// How many there are in all groups.
    pub(super) fn len(&self) -> u32 {
        self.bounds.last().copied().unwrap_or(0)
    }

    /// The members of both, this one's by their new numbers, in ascending order within each group.
    pub(super) fn merge(&self, numbers: &[u32], other: &Self) -> Self {
        let renumbered = self.pairs().map(|(group, member)| (group, numbers[member as usize]));
        let mut pairs: Vec<_> = renumbered.chain(other.pairs()).collect();
        pairs.sort(); // two sorted runs
        Self::new(self.bounds.len() - 1, &pairs)
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, u32)> + '_ {
        (0..self.bounds.len() - 1).flat_map(|group| self.get(group).iter().map(move |&member| (group, member)))
    }
}
