use serde::{Deserialize, Serialize};

use crate::gazetteer::OfficeKind;

/// The English of offices, as its file has it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfficePatterns {
    pub(crate) present: Vec<String>,
    pub(crate) past: Vec<String>,
    pub(crate) past_after: Vec<String>,
    pub(crate) lowers: Vec<String>,
    pub(crate) honorifics: Vec<String>,
    pub(crate) particles: Vec<String>,
    pub(crate) not_names: Vec<String>,
    pub(crate) family_name_first: Vec<String>,
    pub(crate) departments: Vec<String>,
    pub(crate) predicative: Vec<String>,
    pub(crate) owners: Vec<String>,
    pub(crate) rules: Vec<String>,
    pub(crate) locative: Vec<String>,
    pub(crate) head: Vec<HeadRow>,
    pub(crate) title: Vec<TitleRow>,
    pub(crate) none: Vec<String>,
    pub(crate) rotating: Vec<String>,
    pub(crate) counterparts: Vec<String>,
    pub(crate) takes_up: Vec<TakesUpRow>,
    pub(crate) appointment: Vec<AppointmentRow>,
}

/// Nouns that make a title with the words of a department.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HeadRow {
    pub(crate) nouns: Vec<String>,
    pub(crate) office: OfficeKind,
    #[serde(default = "yes")]
    pub(crate) alone: bool,
    #[serde(default)]
    pub(crate) capitalised: bool,
    #[serde(default)]
    pub(crate) portfolio: bool,
    #[serde(default)]
    pub(crate) target: bool,
}

const fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TitleRow {
    pub(crate) titles: Vec<String>,
    pub(crate) office: OfficeKind,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakesUpRow {
    pub(crate) title: String,
    pub(crate) roles: Vec<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AppointmentRow {
    pub(crate) phrases: Vec<String>,
    pub(crate) current: bool,
}
