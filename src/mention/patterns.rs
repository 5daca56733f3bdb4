use serde::{Deserialize, Serialize};

/// The words around names, as their file has them.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NamePatterns {
    pub(crate) function: Vec<String>,
    pub(crate) honorifics: Vec<String>,
    pub(crate) courtesies: Vec<String>,
    pub(crate) organs: Vec<String>,
    pub(crate) qualifiers: Vec<String>,
    pub(crate) designations: Vec<String>,
    /// After the name of who governs: "administration".
    pub(crate) administrations: Vec<String>,
    pub(crate) locatives: Vec<String>,
    pub(crate) cities: Vec<String>,
    pub(crate) institutions: Vec<String>,
    pub(crate) institutions_of: Vec<String>,
    pub(crate) proper: Vec<String>,
    pub(crate) occupations: Vec<String>,
    pub(crate) deeds: Vec<String>,
    pub(crate) state: Vec<StateRow>,
}

/// A state or province that stands after a town.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StateRow {
    pub(crate) name: String,
    pub(crate) abbreviations: Vec<String>,
    #[serde(default)]
    pub(crate) shared: bool,
    #[serde(default)]
    pub(crate) keeps: Vec<String>,
}
