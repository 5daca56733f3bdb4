//! Entities, their names, offices and memberships: reading, checking, embedding.

mod kind;
mod model;

pub use kind::EntityKind;
pub use model::{Entity, EntityId, Membership, MembershipRole, OfficeKind};
pub(crate) use model::{Name, NameKind, Post, Role, RoleId, RoleScope, Tenure};

/// All that is known of the world: entities with their names, offices and memberships, each with its dates.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    pub(crate) entities: Vec<Entity>,
    pub(crate) names: Vec<Name>,
    pub(crate) roles: Vec<Role>,
    pub(crate) posts: Vec<Post>,
    pub(crate) tenures: Vec<Tenure>,
    pub(crate) memberships: Vec<Membership>,
}

impl Gazetteer {
    /// All entities, in the order of their numbers.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }
}
