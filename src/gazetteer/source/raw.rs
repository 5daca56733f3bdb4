//! The format of gazetteer files, as it is written.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};
use toml::Spanned;

use super::date::date;
use crate::{
    gazetteer::{MembershipRole, OfficeKind, RoleScope},
    text::Date,
};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "the table of the file's title, sources and date")]
pub(crate) struct RawHeader {
    pub(super) title: String,
    #[serde(default)]
    pub(super) sources: Vec<String>,
    #[serde(default, deserialize_with = "date")]
    pub(super) checked: Option<Date>,
}

pub(super) type RawNames = Vec<Spanned<RawName>>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "the table of an entity")]
pub(crate) struct RawEntity {
    pub(super) id: Spanned<String>,
    #[serde(default)]
    pub(super) extends: bool,
    pub(super) name: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) names: RawNames,
    #[serde(default)]
    pub(super) acronyms: RawNames,
    #[serde(default)]
    pub(super) adjectives: RawNames,
    #[serde(default)]
    pub(super) demonyms: RawNames,
    #[serde(default)]
    pub(super) combining: RawNames,
    #[serde(default)]
    pub(super) capitals: RawNames,
    #[serde(default)]
    pub(super) seats: RawNames,
    #[serde(default)]
    pub(super) surnames: RawNames,
    #[serde(default)]
    pub(super) nominals: Vec<Spanned<String>>,
    pub(super) actor: Option<Spanned<String>>,
    pub(super) parent: Option<Spanned<String>>,
    pub(super) successor: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) members: Vec<Spanned<RawMembers>>,
    #[serde(default)]
    pub(super) tenures: Vec<Spanned<RawTenure>>,
    #[serde(default, deserialize_with = "date")]
    pub(super) from: Option<Date>,
    #[serde(default, deserialize_with = "date")]
    pub(super) to: Option<Date>,
    // For readers of the file.
    #[serde(rename = "note")]
    pub(super) _note: Option<String>,
}

/// A name: a string, or a table where more is to be said.
#[derive(Debug, Default)]
pub(super) struct RawName {
    pub(super) text: String,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) flags: Vec<Flag>,
    pub(super) cues: Vec<String>,
    pub(super) unless: Vec<String>,
    pub(super) not_before: Vec<String>,
    pub(super) not_after: Vec<String>,
}

impl RawName {
    /// Whether there is no more to it than its text.
    pub(super) fn is_plain(&self) -> bool {
        let Self { text: _, from, to, flags, cues, unless, not_before, not_after } = self;
        let lists = [cues, unless, not_before, not_after];
        from.is_none() && to.is_none() && flags.is_empty() && lists.iter().all(|list| list.is_empty())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Flag {
    Exact,
    Context,
    Person,
    Unmistakable,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table with `who`")]
pub(super) struct RawMembers {
    pub(super) who: Vec<Spanned<String>>,
    pub(super) role: Option<MembershipRole>,
    #[serde(default, deserialize_with = "date")]
    pub(super) from: Option<Date>,
    #[serde(default, deserialize_with = "date")]
    pub(super) to: Option<Date>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table with `role` and `of`")]
pub(super) struct RawTenure {
    pub(super) role: String,
    pub(super) of: String,
    #[serde(default, deserialize_with = "date")]
    pub(super) from: Option<Date>,
    #[serde(default, deserialize_with = "date")]
    pub(super) to: Option<Date>,
    #[serde(default)]
    pub(super) acting: bool,
    #[serde(default)]
    pub(super) contested: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "the table of a role")]
pub(crate) struct RawRole {
    pub(super) id: Spanned<String>,
    pub(super) titles: Vec<Spanned<String>>,
    pub(super) relation: OfficeKind,
    pub(super) single: bool,
    pub(super) scope: RoleScope,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "the table of a post")]
pub(crate) struct RawPost {
    pub(super) role: Spanned<String>,
    pub(super) of: Spanned<String>,
    pub(super) titles: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "the table of some decoys")]
pub(crate) struct RawDecoy {
    // For readers of the file.
    #[serde(rename = "reason")]
    pub(super) _reason: Option<String>,
    /// Of all the names.
    #[serde(default)]
    pub(super) flags: Vec<Flag>,
    pub(super) names: RawNames,
}

impl<'de> Deserialize<'de> for RawName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NameVisitor)
    }
}

struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = RawName;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name: a string, or a table with `text`")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<RawName, E> {
        Ok(RawName { text: text.to_owned(), ..RawName::default() })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawName, A::Error> {
        NameTable::deserialize(MapAccessDeserializer::new(map))
    }
}

#[derive(Deserialize)]
#[serde(remote = "RawName", deny_unknown_fields)]
struct NameTable {
    text: String,
    #[serde(default, deserialize_with = "date")]
    from: Option<Date>,
    #[serde(default, deserialize_with = "date")]
    to: Option<Date>,
    #[serde(default)]
    flags: Vec<Flag>,
    #[serde(default)]
    cues: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    not_before: Vec<String>,
    #[serde(default)]
    not_after: Vec<String>,
}
