//! The compiled gazetteer's rows: what the matcher and the resolution work on.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{gazetteer::EntityKind, text::Date};

/// An entity's number: within a gazetteer, or beyond its end among those that a document introduces itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityId(pub(crate) u32);

impl EntityId {
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Somebody or something that a text can name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    #[serde(borrow)]
    pub(crate) id: Cow<'static, str>,
    pub(crate) kind: EntityKind,
    #[serde(borrow)]
    pub(crate) name: Cow<'static, str>,
    /// For institutions and regions the state or alliance they act for or lie in; for an organ its body.
    pub(crate) belongs_to: Option<EntityId>,
    pub(crate) successor: Option<EntityId>,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    /// Nouns by which a text takes it up again: "bloc", "pact".
    pub(crate) nominals: Vec<String>,
}

impl Entity {
    /// Its id: kind, colon, name; stable across versions.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        self.kind
    }

    /// Its canonical name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Since when it exists, where the gazetteer says so.
    #[must_use]
    pub const fn from(&self) -> Option<Date> {
        self.from
    }

    /// The first day on which it no longer exists.
    #[must_use]
    pub const fn to(&self) -> Option<Date> {
        self.to
    }

    /// Nouns by which a text takes it up again ("bloc", "pact").
    #[must_use]
    pub fn nominals(&self) -> &[String] {
        &self.nominals
    }
}

/// How a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub enum NameKind {
    /// "Japan", "Fumio Kishida".
    Name,
    /// "NATO"; matched in upper case, dotted or title-cased.
    Acronym,
    /// "Japanese" before a noun.
    Adjective,
    /// "Russian", "Russians": the people.
    Demonym,
    /// "Sino" before a hyphen.
    Combining,
    /// "Tokyo" for the government.
    Capital,
    /// "Kishida" after the full name or a title.
    Surname,
    /// A longer name that is no actor, and hides those within it.
    Decoy,
}

impl NameKind {
    pub(crate) const ALL: [Self; 8] = [
        Self::Name,
        Self::Acronym,
        Self::Adjective,
        Self::Demonym,
        Self::Combining,
        Self::Capital,
        Self::Surname,
        Self::Decoy,
    ];
}

/// One name of one entity, with what must hold for it to count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub(crate) text: Cow<'static, str>,
    /// Nobody, for a decoy.
    pub(crate) entity: Option<EntityId>,
    pub(crate) kind: NameKind,
    pub(crate) exact: bool,
    pub(crate) needs_context: bool,
    pub(crate) also_person: bool,
    pub(crate) unmistakable: bool,
    /// Most names have none.
    pub(crate) conditions: Option<Box<Conditions>>,
}

/// What must hold for a name to count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Conditions {
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    pub(crate) cues: Vec<String>,
    pub(crate) unless: Vec<String>,
    pub(crate) not_before: Vec<String>,
    pub(crate) not_after: Vec<String>,
}

impl Name {
    /// The name as the gazetteer writes it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whose name it is; nobody's for a decoy.
    #[must_use]
    pub const fn entity(&self) -> Option<EntityId> {
        self.entity
    }

    /// How it names.
    #[must_use]
    pub const fn kind(&self) -> NameKind {
        self.kind
    }

    /// Since when it is in use, where the gazetteer says so.
    #[must_use]
    pub fn from(&self) -> Option<Date> {
        self.conditions.as_ref()?.from
    }

    /// The first day on which it is no longer in use.
    #[must_use]
    pub fn to(&self) -> Option<Date> {
        self.conditions.as_ref()?.to
    }

    /// Whether it is matched only as it is written.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.exact
    }

    /// Whether it counts only with a cue, or where the text names its entity otherwise.
    #[must_use]
    pub const fn needs_context(&self) -> bool {
        self.needs_context
    }

    /// Whether persons bear it too.
    #[must_use]
    pub const fn is_also_person(&self) -> bool {
        self.also_person
    }

    /// Whether it is a surname that counts without the full name before it.
    #[must_use]
    pub const fn is_unmistakable(&self) -> bool {
        self.unmistakable
    }

    /// Words of which one in the sentence speaks for it.
    #[must_use]
    pub fn cues(&self) -> &[String] {
        self.conditions.as_ref().map_or(&[], |conditions| &conditions.cues)
    }

    /// Words of which one in the sentence speaks against it, unless a cue stands there too.
    #[must_use]
    pub fn unless(&self) -> &[String] {
        self.conditions.as_ref().map_or(&[], |conditions| &conditions.unless)
    }

    /// Words that, right after it, rule it out.
    #[must_use]
    pub fn not_before(&self) -> &[String] {
        self.conditions.as_ref().map_or(&[], |conditions| &conditions.not_before)
    }

    /// Words that, right before it, rule it out.
    #[must_use]
    pub fn not_after(&self) -> &[String] {
        self.conditions.as_ref().map_or(&[], |conditions| &conditions.not_after)
    }
}

/// Which relation an office makes between its holder and the state or body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OfficeKind {
    /// Heads of state, government and bodies, and ministers.
    Leads,
    /// Every other official.
    Represents,
}

/// A role's number in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RoleId(pub(crate) u16);

/// What of a role may hold: which bodies have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoleScope {
    /// Countries alone.
    Country,
    /// Alliances alone.
    Alliance,
    /// Institutions alone.
    Institution,
    /// Any body.
    Any,
}

impl RoleScope {
    /// Whether a body of this kind has the role.
    pub(crate) const fn fits(self, kind: EntityKind) -> bool {
        match self {
            Self::Country => matches!(kind, EntityKind::Country),
            Self::Alliance => matches!(kind, EntityKind::Alliance),
            Self::Institution => matches!(kind, EntityKind::Institution),
            Self::Any => true,
        }
    }
}

/// An office as a class: prime minister, ambassador.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    pub(crate) id: String,
    /// Its usual titles, in lower case as far as they are written so.
    pub(crate) titles: Vec<String>,
    pub(crate) office: OfficeKind,
    pub(crate) single: bool,
    pub(crate) scope: RoleScope,
}

impl Role {
    /// Its id, such as `foreign-minister`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its usual titles.
    #[must_use]
    pub fn titles(&self) -> &[String] {
        &self.titles
    }

    /// Which relation it makes.
    #[must_use]
    pub const fn office(&self) -> OfficeKind {
        self.office
    }

    /// Whether only one person at a time holds it.
    #[must_use]
    pub const fn is_single(&self) -> bool {
        self.single
    }

    /// Which bodies have it.
    #[must_use]
    pub const fn scope(&self) -> RoleScope {
        self.scope
    }
}

/// The titles that one body uses beside the role's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    pub(crate) role: RoleId,
    pub(crate) of: EntityId,
    pub(crate) titles: Vec<String>,
}

impl Post {
    /// The role.
    #[must_use]
    pub const fn role(&self) -> RoleId {
        self.role
    }

    /// The body.
    #[must_use]
    pub const fn of(&self) -> EntityId {
        self.of
    }

    /// The body's own titles for the role.
    #[must_use]
    pub fn titles(&self) -> &[String] {
        &self.titles
    }
}

/// Who held which office when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tenure {
    pub(crate) holder: EntityId,
    pub(crate) role: RoleId,
    pub(crate) of: EntityId,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    pub(crate) acting: bool,
    pub(crate) contested: bool,
}

impl Tenure {
    /// The person.
    #[must_use]
    pub const fn holder(&self) -> EntityId {
        self.holder
    }

    /// The office.
    #[must_use]
    pub const fn role(&self) -> RoleId {
        self.role
    }

    /// The state or body.
    #[must_use]
    pub const fn of(&self) -> EntityId {
        self.of
    }

    /// The first day.
    #[must_use]
    pub const fn from(&self) -> Option<Date> {
        self.from
    }

    /// The first day after.
    #[must_use]
    pub const fn to(&self) -> Option<Date> {
        self.to
    }

    /// Whether it is held in place of another, or until another is found.
    #[must_use]
    pub const fn is_acting(&self) -> bool {
        self.acting
    }

    /// Whether others dispute it: deposed, rival and exiled holders.
    #[must_use]
    pub const fn is_contested(&self) -> bool {
        self.contested
    }
}

/// How a member belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MembershipRole {
    /// A full member.
    Member,
    /// A member from the beginning.
    Founder,
    /// An observer.
    Observer,
    /// A candidate or applicant.
    Candidate,
    /// A partner.
    Partner,
    /// A member while it is suspended.
    Suspended,
    /// A signatory.
    Signatory,
}

/// Who belonged to what when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    pub(crate) member: EntityId,
    pub(crate) body: EntityId,
    pub(crate) role: MembershipRole,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
}

impl Membership {
    /// The member.
    #[must_use]
    pub const fn member(&self) -> EntityId {
        self.member
    }

    /// The body or treaty.
    #[must_use]
    pub const fn body(&self) -> EntityId {
        self.body
    }

    /// How it belongs.
    #[must_use]
    pub const fn role(&self) -> MembershipRole {
        self.role
    }

    /// The first day.
    #[must_use]
    pub const fn from(&self) -> Option<Date> {
        self.from
    }

    /// The first day after.
    #[must_use]
    pub const fn to(&self) -> Option<Date> {
        self.to
    }
}
