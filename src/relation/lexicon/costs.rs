use serde::{Deserialize, Serialize};

use super::Tag;

/// The tagger's costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TagCosts {
    /// To a class (rows) from the one before, the last of which is the start; row by row.
    pub(super) to: Vec<u8>,
    pub(crate) second_finite: u8,
    pub(crate) no_finite: u8,
}

impl Default for TagCosts {
    fn default() -> Self {
        Self { to: vec![1; Self::BEFORE * Tag::COUNT], second_finite: 0, no_finite: 0 }
    }
}

impl TagCosts {
    /// The classes that may stand before, and the start.
    pub(super) const BEFORE: usize = Tag::COUNT + 1;
    pub(crate) const START: usize = Tag::COUNT;

    /// What it costs to come to a class from each, and from the start.
    pub(crate) fn to(&self, tag: Tag) -> &[u8; Self::BEFORE] {
        &self.to.as_chunks().0[tag as usize]
    }
}
