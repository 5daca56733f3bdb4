use serde::{Deserialize, Serialize};

use super::source::Rows;
use crate::packed_numbers;

/// Other orders of the rows, for look-ups by what they are not sorted by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Index {
    /// Entities by id.
    #[serde(with = "packed_numbers")]
    pub(super) by_id: Vec<u32>,
    /// Tenures by body, then by role, then by first day.
    #[serde(with = "packed_numbers")]
    pub(super) tenures_by_body: Vec<u32>,
    /// Memberships by member, then by body, then by first day.
    #[serde(with = "packed_numbers")]
    pub(super) memberships_by_member: Vec<u32>,
}

impl Index {
    /// The index of rows of which this one is an earlier state's: since then, entities were added at their end.
    pub(crate) fn grown(mut self, rows: &Rows) -> Self {
        self.by_id.extend((0..).take(rows.entities.len()).skip(self.by_id.len()));
        // Quick, where most of them are in order already.
        self.by_id.sort_by(|&one, &other| rows.entities[one as usize].id.cmp(&rows.entities[other as usize].id));
        let mut tenures_by_body: Vec<u32> = (0..).take(rows.tenures.len()).collect();
        tenures_by_body.sort_by_cached_key(|&n| {
            let tenure = &rows.tenures[n as usize];
            (tenure.of, tenure.role, tenure.from, tenure.to)
        });
        // The rows are in the order of bodies and dates already.
        let members = rows.memberships.iter().map(|row| row.member.index());
        let memberships_by_member = counted(rows.entities.len(), members);
        Self { by_id: self.by_id, tenures_by_body, memberships_by_member }
    }
}

/// The numbers of the keys in ascending order of the keys, which are less than `bound`; equal ones stay in order.
fn counted(bound: usize, keys: impl ExactSizeIterator<Item = usize> + Clone) -> Vec<u32> {
    let mut starts = vec![0_usize; bound + 1];
    keys.clone().for_each(|key| starts[key + 1] += 1);
    (1..=bound).for_each(|key| starts[key] += starts[key - 1]);
    let mut order = vec![0; keys.len()];
    for (number, key) in (0..).zip(keys) {
        order[starts[key]] = number;
        starts[key] += 1;
    }
    order
}
