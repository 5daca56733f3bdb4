//! The format of gazetteer files, as it is written.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize,
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
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) sources: Vec<String>,
    #[serde(default, deserialize_with = "date")]
    pub(crate) checked: Option<Date>,
}

pub(crate) type RawNames = Vec<Spanned<RawName>>;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "the table of an entity")]
pub(crate) struct RawEntity {
    pub(crate) id: Spanned<String>,
    #[serde(default)]
    pub(crate) extends: bool,
    pub(crate) name: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) names: RawNames,
    #[serde(default)]
    pub(crate) acronyms: RawNames,
    #[serde(default)]
    pub(crate) adjectives: RawNames,
    #[serde(default)]
    pub(crate) demonyms: RawNames,
    #[serde(default)]
    pub(crate) combining: RawNames,
    #[serde(default)]
    pub(crate) capitals: RawNames,
    #[serde(default)]
    pub(crate) seats: RawNames,
    #[serde(default)]
    pub(crate) surnames: RawNames,
    #[serde(default)]
    pub(crate) nominals: Vec<Spanned<String>>,
    pub(crate) actor: Option<Spanned<String>>,
    pub(crate) parent: Option<Spanned<String>>,
    pub(crate) successor: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) members: Vec<Spanned<RawMembers>>,
    #[serde(default)]
    pub(crate) tenures: Vec<Spanned<RawTenure>>,
    #[serde(default, deserialize_with = "date")]
    pub(crate) from: Option<Date>,
    #[serde(default, deserialize_with = "date")]
    pub(crate) to: Option<Date>,
    /// For readers of the file.
    #[cfg_attr(not(feature = "import"), allow(dead_code))]
    pub(crate) note: Option<String>,
}

#[cfg(feature = "import")]
impl RawEntity {
    /// An entity of which nothing is said yet.
    pub(crate) fn new(id: Spanned<String>) -> Self {
        Self {
            id,
            extends: false,
            name: None,
            names: Vec::new(),
            acronyms: Vec::new(),
            adjectives: Vec::new(),
            demonyms: Vec::new(),
            combining: Vec::new(),
            capitals: Vec::new(),
            seats: Vec::new(),
            surnames: Vec::new(),
            nominals: Vec::new(),
            actor: None,
            parent: None,
            successor: None,
            members: Vec::new(),
            tenures: Vec::new(),
            from: None,
            to: None,
            note: None,
        }
    }
}

/// A name: a string, or a table where more is to be said.
#[derive(Clone, Debug, Default)]
pub(crate) struct RawName {
    pub(crate) text: String,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    pub(crate) flags: Vec<Flag>,
    pub(crate) cues: Vec<String>,
    pub(crate) unless: Vec<String>,
    pub(crate) not_before: Vec<String>,
    pub(crate) not_after: Vec<String>,
}

impl RawName {
    /// Whether there is no more to it than its text.
    pub(crate) fn is_plain(&self) -> bool {
        let Self { text: _, from, to, flags, cues, unless, not_before, not_after } = self;
        let lists = [cues, unless, not_before, not_after];
        from.is_none() && to.is_none() && flags.is_empty() && lists.iter().all(|list| list.is_empty())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Flag {
    Exact,
    Context,
    Person,
    Unmistakable,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table with `who`")]
pub(crate) struct RawMembers {
    pub(crate) who: Vec<Spanned<String>>,
    pub(crate) role: Option<MembershipRole>,
    #[serde(default, deserialize_with = "date")]
    pub(crate) from: Option<Date>,
    #[serde(default, deserialize_with = "date")]
    pub(crate) to: Option<Date>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table with `role` and `of`")]
pub(crate) struct RawTenure {
    pub(crate) role: String,
    pub(crate) of: String,
    #[serde(default, deserialize_with = "date")]
    pub(crate) from: Option<Date>,
    #[serde(default, deserialize_with = "date")]
    pub(crate) to: Option<Date>,
    #[serde(default)]
    pub(crate) acting: bool,
    #[serde(default)]
    pub(crate) contested: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "the table of a role")]
pub(crate) struct RawRole {
    pub(crate) id: Spanned<String>,
    pub(crate) titles: Vec<Spanned<String>>,
    pub(crate) relation: OfficeKind,
    pub(crate) single: bool,
    pub(crate) scope: RoleScope,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "the table of a post")]
pub(crate) struct RawPost {
    pub(crate) role: Spanned<String>,
    pub(crate) of: Spanned<String>,
    pub(crate) titles: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "the table of some decoys")]
pub(crate) struct RawDecoy {
    /// For readers of the file.
    #[cfg_attr(not(feature = "import"), allow(dead_code))]
    pub(crate) reason: Option<String>,
    /// Of all the names.
    #[serde(default)]
    pub(crate) flags: Vec<Flag>,
    pub(crate) names: RawNames,
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
