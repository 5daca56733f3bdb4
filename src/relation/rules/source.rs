//! Relation files as they are written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::Date;

/// A relation file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PatternFile {
    pub(crate) file: PatternHead,
    #[serde(default)]
    pub(crate) sets: BTreeMap<String, Vec<String>>,
    #[serde(default, rename = "rule")]
    pub(crate) rules: Vec<RuleSource>,
    #[serde(default, rename = "test")]
    pub(crate) tests: Vec<TestSource>,
}

/// A relation file's head.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PatternHead {
    pub(crate) family: String,
    pub(crate) about: String,
}

/// A rule as it is written.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RuleSource {
    pub(crate) id: String,
    pub(crate) predicate: String,
    pub(crate) verbs: Vec<String>,
    pub(crate) nouns: Vec<String>,
    pub(crate) adjectives: Vec<String>,
    pub(crate) compounds: Vec<String>,
    pub(crate) source: Option<Vec<String>>,
    pub(crate) target: Option<Vec<String>>,
    pub(crate) object: Vec<String>,
    pub(crate) not_object: Vec<String>,
    pub(crate) source_kinds: Vec<String>,
    pub(crate) target_kinds: Vec<String>,
    pub(crate) polarity: Option<String>,
    pub(crate) modality: Option<String>,
    pub(crate) people: bool,
    pub(crate) reverse: bool,
    pub(crate) joint: Option<bool>,
    pub(crate) weight: Option<f32>,
    /// For readers.
    pub(crate) note: Option<String>,
}

/// A test as it is written.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct TestSource {
    pub(crate) text: String,
    pub(crate) expect: Vec<String>,
    pub(crate) miss: bool,
    #[serde(deserialize_with = "toml_date")]
    pub(crate) date: Option<Date>,
}

/// A TOML date, or a text or year of less precision.
fn toml_date<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    if !deserializer.is_human_readable() {
        return Option::deserialize(deserializer);
    }
    let value = toml::Value::deserialize(deserializer)?;
    let text = match &value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Datetime(date) => date.to_string(),
        other => other.as_integer().map(|year| year.to_string()).unwrap_or_default(),
    };
    text.parse().map(Some).map_err(serde::de::Error::custom)
}
