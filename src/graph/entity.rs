use std::{borrow::Borrow, cmp::Ordering, fmt, hash, sync::Arc};

use crate::gazetteer::{Entity, EntityKind};

/// An entity as a graph keeps it: id, kind and name, without the gazetteer.
///
/// A clone is cheap. Two with the same id are equal, whatever their names.
///
/// ```
/// use geopol::{EntityKind, GraphEntity};
///
/// let japan = GraphEntity::new("country:JPN", EntityKind::Country, "Japan");
/// assert_eq!(japan.id(), "country:JPN");
/// assert_eq!(japan.to_string(), "Japan");
/// ```
#[derive(Clone)]
pub struct GraphEntity(Arc<Inner>);

struct Inner {
    id: Box<str>,
    kind: EntityKind,
    name: Box<str>,
}

impl GraphEntity {
    /// An entity of this id, kind and canonical name.
    #[must_use]
    pub fn new(id: impl Into<String>, kind: EntityKind, name: impl Into<String>) -> Self {
        Self(Arc::new(Inner { id: id.into().into(), kind, name: name.into().into() }))
    }

    /// Its id, such as `country:JPN`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> EntityKind {
        self.0.kind
    }

    /// Its canonical name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }
}

impl From<&Entity> for GraphEntity {
    fn from(entity: &Entity) -> Self {
        Self::new(entity.id(), entity.kind(), entity.name())
    }
}

impl fmt::Display for GraphEntity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for GraphEntity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({:?})", self.id(), self.name())
    }
}

// All by the id alone, so that maps keyed by entities are searched by ids.

impl Borrow<str> for GraphEntity {
    fn borrow(&self) -> &str {
        self.id()
    }
}

impl PartialEq for GraphEntity {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.id() == other.id()
    }
}

impl Eq for GraphEntity {}

impl PartialOrd for GraphEntity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for GraphEntity {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id().cmp(other.id())
    }
}

impl hash::Hash for GraphEntity {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.id().hash(state);
    }
}
