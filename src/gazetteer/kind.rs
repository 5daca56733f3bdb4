use std::fmt;

use serde::{Deserialize, Serialize};

/// What an entity is; the part of its id before the colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum EntityKind {
    /// A state, past or present, or a territory with an ISO code.
    Country,
    /// A treaty alliance, bloc, coalition, intergovernmental organisation, court, or an organ of one.
    Alliance,
    /// A named treaty that states join, keep or leave.
    Treaty,
    /// A person with an office.
    Leader,
    /// A state's organ that acts under its own name.
    Institution,
    /// An armed or political non-state actor.
    Group,
    /// A place named for context; it never acts.
    Region,
}

impl EntityKind {
    /// All kinds, in the order of the vocabulary.
    pub const ALL: [Self; 7] =
        [Self::Country, Self::Alliance, Self::Treaty, Self::Leader, Self::Institution, Self::Group, Self::Region];

    /// Its name in ids and exports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Alliance => "alliance",
            Self::Treaty => "treaty",
            Self::Leader => "leader",
            Self::Institution => "institution",
            Self::Group => "group",
            Self::Region => "region",
        }
    }

    /// The kind that an id such as `country:JPN` names.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        let (kind, _) = id.split_once(':')?;
        Self::ALL.into_iter().find(|k| k.as_str() == kind)
    }
}

impl fmt::Display for EntityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
