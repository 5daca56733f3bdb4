use std::collections::{HashMap, HashSet};

use crate::{
    error::ErrorKind,
    gazetteer::{EntityId, EntityKind, RoleId},
};

/// What every id means.
#[derive(Default)]
pub(super) struct Links {
    pub(super) entities: HashMap<String, EntityId>,
    pub(super) kinds: Vec<EntityKind>,
    pub(super) roles: HashMap<String, RoleId>,
    /// Ids that exist but could not be read.
    pub(super) unread: HashSet<String>,
    /// Whether any id may exist since a file could not be read at all.
    pub(super) incomplete: bool,
}

/// Why a reference leads nowhere; nothing when that was already reported elsewhere.
pub(super) type Unresolved = Option<ErrorKind>;

impl Links {
    /// What `field = id` refers to, if it is of a kind that can stand there.
    pub(super) fn entity(&self, field: &'static str, id: &str, allowed: &[EntityKind]) -> Result<EntityId, Unresolved> {
        let Some(&found) = self.entities.get(id) else { return Err(self.missing(field, id)) };
        if allowed.contains(&self.kinds[found.index()]) {
            return Ok(found);
        }
        let expected = allowed.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(" or ");
        Err(Some(ErrorKind::WrongReference { field, id: id.to_owned(), expected }))
    }

    pub(super) fn role(&self, id: &str) -> Result<RoleId, Unresolved> {
        self.roles.get(id).copied().ok_or_else(|| self.missing("role", id))
    }

    pub(super) fn missing(&self, field: &'static str, id: &str) -> Unresolved {
        let reported = self.incomplete || self.unread.contains(id);
        (!reported).then(|| ErrorKind::UnknownReference { field, id: id.to_owned() })
    }
}
