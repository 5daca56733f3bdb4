use serde::{Deserialize, Serialize};

use crate::{
    gazetteer::{EntityId, EntityKind, Membership, Name, Post, Tenure},
    text::Date,
};

/// Where facts of a gazetteer come from: the header of one of its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GazetteerFile {
    pub(crate) name: String,
    pub(crate) title: Option<String>,
    pub(crate) sources: Vec<String>,
    pub(crate) checked: Option<Date>,
    pub(crate) counts: GazetteerCounts,
}

impl GazetteerFile {
    /// The name under which it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it holds, in its own words.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// What its facts were taken from.
    #[must_use]
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The date to which its facts hold.
    #[must_use]
    pub const fn checked(&self) -> Option<Date> {
        self.checked
    }

    /// How much it gives.
    #[must_use]
    pub const fn counts(&self) -> &GazetteerCounts {
        &self.counts
    }
}

/// How much a gazetteer holds, or one of its files gives.
///
/// A block that extends an entity of another file counts with its names and rows, but not as an entity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GazetteerCounts {
    kinds: [KindCounts; EntityKind::ALL.len()],
    decoys: u32,
    roles: u32,
}

/// How much there is of one kind of entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct KindCounts {
    /// Entities.
    pub entities: u32,
    /// Their names, of every sort.
    pub names: u32,
    /// Offices that they held.
    pub tenures: u32,
    /// Members that they have or had, each as often as it joined.
    pub memberships: u32,
    /// Posts with titles of their own.
    pub posts: u32,
}

impl GazetteerCounts {
    /// Those of one kind.
    #[must_use]
    pub const fn of(&self, kind: EntityKind) -> KindCounts {
        self.kinds[kind as usize]
    }

    /// Those of all kinds together, decoys not among them.
    #[must_use]
    pub fn total(&self) -> KindCounts {
        self.kinds.iter().fold(KindCounts::default(), |sum, one| KindCounts {
            entities: sum.entities + one.entities,
            names: sum.names + one.names,
            tenures: sum.tenures + one.tenures,
            memberships: sum.memberships + one.memberships,
            posts: sum.posts + one.posts,
        })
    }

    /// Names that are no actor's.
    #[must_use]
    pub const fn decoys(&self) -> u32 {
        self.decoys
    }

    /// Roles.
    #[must_use]
    pub const fn roles(&self) -> u32 {
        self.roles
    }

    pub(crate) fn add_entity(&mut self, kind: EntityKind) {
        self.kinds[kind as usize].entities += 1;
    }

    pub(crate) fn add_roles(&mut self, roles: usize) {
        self.roles += u32::try_from(roles).unwrap_or(u32::MAX);
    }

    pub(crate) fn add_rows<'r>(
        &mut self,
        kind: impl Fn(EntityId) -> EntityKind,
        names: &[Name],
        posts: &[Post],
        tenures: impl Iterator<Item = &'r Tenure>,
        memberships: impl Iterator<Item = &'r Membership>,
    ) {
        self.decoys += u32::try_from(names.iter().filter(|name| name.entity.is_none()).count()).unwrap_or(u32::MAX);
        for entity in names.iter().filter_map(|name| name.entity) {
            self.kinds[kind(entity) as usize].names += 1;
        }
        posts.iter().for_each(|post| self.kinds[kind(post.of) as usize].posts += 1);
        tenures.for_each(|tenure| self.kinds[kind(tenure.holder) as usize].tenures += 1);
        memberships.for_each(|row| self.kinds[kind(row.body) as usize].memberships += 1);
    }
}
