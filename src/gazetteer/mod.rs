//! Entities, their names, offices and memberships: reading, checking, embedding.

mod actors;
mod builder;
mod embedded;
mod file;
mod index;
mod kind;
mod lookup;
mod model;
mod packed;
pub(crate) mod source;
#[cfg(test)]
mod tests;

pub use builder::GazetteerBuilder;
pub use file::{GazetteerCounts, GazetteerFile, KindCounts};
pub use kind::EntityKind;
pub(crate) use model::Conditions;
pub use model::{
    Entity, EntityId, Membership, MembershipRole, Name, NameKind, OfficeKind, Post, Role, RoleId, RoleScope, Tenure,
};

use index::Index;
use source::Rows;

/// All that is known of the world: entities with their names, offices and memberships, each with its dates.
///
/// [`Gazetteer::embedded`] is the one that comes with the library; [`Gazetteer::builder`] makes one with files of one's own.
/// Every look-up works on sorted rows and allocates nothing.
///
/// ```
/// use geopol::{Date, Gazetteer};
///
/// let gazetteer = Gazetteer::builder()
///     .without_embedded()
///     .add_str(
///         "mine.toml",
///         r#"
///         [[role]]
///         id = "king"
///         titles = ["king"]
///         relation = "leads"
///         single = true
///         scope = "country"
///
///         [[entity]]
///         id = "country:RUR"
///         name = "Ruritania"
///
///         [[entity]]
///         id = "leader:rudolf-v"
///         name = "Rudolf V"
///         tenures = [{ role = "king", of = "country:RUR", from = 1894-04-01 }]
///         "#,
///     )
///     .build()?;
///
/// let rudolf = gazetteer.find("leader:rudolf-v").unwrap();
/// let ruritania = gazetteer.find("country:RUR").unwrap();
/// assert_eq!(gazetteer.actor_of(rudolf, Date::from_ymd(1900, 1, 1)), Some(ruritania));
/// assert_eq!(gazetteer.actor_of(rudolf, Date::from_ymd(1890, 1, 1)), None);
/// # Ok::<(), geopol::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    pub(crate) files: Vec<GazetteerFile>,
    pub(crate) entities: Vec<Entity>,
    /// By entity; decoys last.
    pub(crate) names: Vec<Name>,
    /// The names from files of the user's own, in ascending order; the others are the embedded ones in theirs.
    pub(crate) own_names: Vec<u32>,
    pub(crate) roles: Vec<Role>,
    /// By body, then by role.
    pub(crate) posts: Vec<Post>,
    /// By holder, then by first day.
    pub(crate) tenures: Vec<Tenure>,
    /// By body, then by member, then by first day.
    pub(crate) memberships: Vec<Membership>,
    index: Index,
}

impl Gazetteer {
    fn new(rows: Rows, index: Index, own_names: Vec<u32>) -> Self {
        let Rows { files, entities, names, roles, posts, tenures, memberships } = rows;
        Self { files, entities, names, own_names, roles, posts, tenures, memberships, index }
    }

    #[cfg(feature = "import")]
    pub(crate) fn rows(&self) -> Rows {
        Rows {
            files: self.files.clone(),
            entities: self.entities.clone(),
            names: self.names.clone(),
            roles: self.roles.clone(),
            posts: self.posts.clone(),
            tenures: self.tenures.clone(),
            memberships: self.memberships.clone(),
        }
    }

    /// The files that it was made of.
    #[must_use]
    pub fn files(&self) -> &[GazetteerFile] {
        &self.files
    }

    /// How much it holds.
    ///
    /// ```
    /// use geopol::{EntityKind, Gazetteer};
    ///
    /// let counts = Gazetteer::embedded().counts();
    /// assert!(counts.of(EntityKind::Country).entities >= 193);
    /// assert!(counts.of(EntityKind::Leader).tenures > counts.of(EntityKind::Leader).entities);
    /// ```
    #[must_use]
    pub fn counts(&self) -> GazetteerCounts {
        let mut counts = GazetteerCounts::default();
        counts.add_roles(self.roles.len());
        self.entities.iter().for_each(|entity| counts.add_entity(entity.kind));
        let kind = |id: EntityId| self.entities[id.index()].kind;
        counts.add_rows(kind, &self.names, &self.posts, self.tenures.iter(), self.memberships.iter());
        counts
    }

    /// All entities, in the order of their numbers.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// All names, those of one entity together.
    #[must_use]
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// All roles, in the order of their numbers.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The titles that single bodies use.
    #[must_use]
    pub fn posts(&self) -> &[Post] {
        &self.posts
    }
}
