use serde::{Deserialize, Serialize};

/// The words around names, as their file has them.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NamePatterns {
    pub(super) function: Vec<String>,
    pub(super) honorifics: Vec<String>,
    pub(super) courtesies: Vec<String>,
    pub(super) organs: Vec<String>,
    pub(super) qualifiers: Vec<String>,
    pub(super) designations: Vec<String>,
    pub(super) locatives: Vec<String>,
    pub(super) cities: Vec<String>,
    pub(super) institutions: Vec<String>,
    pub(super) institutions_of: Vec<String>,
    pub(super) proper: Vec<String>,
    pub(super) occupations: Vec<String>,
    pub(super) deeds: Vec<String>,
    pub(super) state: Vec<StateRow>,
}

/// A state or province that stands after a town.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StateRow {
    pub(super) name: String,
    pub(super) abbreviations: Vec<String>,
    #[serde(default)]
    pub(super) shared: bool,
    #[serde(default)]
    pub(super) keeps: Vec<String>,
}
