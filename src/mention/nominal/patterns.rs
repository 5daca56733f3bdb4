use serde::{Deserialize, Serialize};

/// The English of coreference by nouns, as its file has it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NominalPatterns {
    pub(super) definite: Vec<String>,
    pub(super) demonstrative: Vec<String>,
    pub(super) owners: Vec<String>,
    pub(super) personal: Vec<String>,
    pub(super) all: Vec<String>,
    pub(super) places: Vec<String>,
    pub(super) modifiers: Vec<String>,
    pub(super) qualities: Vec<String>,
    pub(super) lists: Vec<String>,
    pub(super) joins: Vec<String>,
    pub(super) restrictive: Vec<String>,
    pub(super) between: Vec<String>,
    pub(super) spellings: Vec<[String; 2]>,
    pub(super) number: Vec<NumberRow>,
    pub(super) noun: Vec<NounRow>,
    pub(super) default: DefaultRow,
    pub(super) near: NearRow,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NumberRow {
    pub(super) words: Vec<String>,
    pub(super) count: usize,
    #[serde(default)]
    pub(super) definite: bool,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NounRow {
    pub(super) class: Class,
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    pub(super) echo: bool,
}

/// What a noun can take up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Class {
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
pub(super) struct DefaultRow {
    pub(super) alliance: Vec<String>,
    pub(super) treaty: Vec<String>,
    pub(super) group: Vec<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NearRow {
    pub(super) nouns: Vec<String>,
}
