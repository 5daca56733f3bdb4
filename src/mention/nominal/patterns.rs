use serde::{Deserialize, Serialize};

/// The English of coreference by nouns, as its file has it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NominalPatterns {
    pub(crate) definite: Vec<String>,
    pub(crate) demonstrative: Vec<String>,
    pub(crate) owners: Vec<String>,
    pub(crate) personal: Vec<String>,
    pub(crate) kinds: Vec<String>,
    pub(crate) all: Vec<String>,
    pub(crate) places: Vec<String>,
    pub(crate) modifiers: Vec<String>,
    pub(crate) qualities: Vec<String>,
    pub(crate) lists: Vec<String>,
    pub(crate) joins: Vec<String>,
    pub(crate) restrictive: Vec<String>,
    pub(crate) loose: Vec<String>,
    pub(crate) between: Vec<String>,
    pub(crate) spellings: Vec<[String; 2]>,
    pub(crate) number: Vec<NumberRow>,
    pub(crate) noun: Vec<NounRow>,
    pub(crate) default: DefaultRow,
    pub(crate) near: NearRow,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumberRow {
    pub(crate) words: Vec<String>,
    pub(crate) count: usize,
    #[serde(default)]
    pub(crate) definite: bool,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NounRow {
    pub(crate) class: Class,
    pub(crate) nouns: Vec<String>,
    #[serde(default)]
    pub(crate) echo: bool,
}

/// What a noun can take up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Class {
    /// Several states.
    States,
    /// Several states, alliances or groups.
    Sides,
    /// Several persons, or the states for which they act.
    Leaders,
    /// As many as the noun says, of either kind.
    Number,
    /// One state.
    State,
    /// What states form between them.
    Pact,
    /// The members of an alliance.
    Members,
}

/// Nouns for entities of which the gazetteer lists none.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DefaultRow {
    pub(crate) alliance: Vec<String>,
    pub(crate) treaty: Vec<String>,
    pub(crate) group: Vec<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NearRow {
    pub(crate) nouns: Vec<String>,
}
