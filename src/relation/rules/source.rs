//! Relation files as they are written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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
    pub(crate) subject: Vec<String>,
    pub(crate) object: Vec<String>,
    pub(crate) not_object: Vec<String>,
    pub(crate) deed: Vec<String>,
    pub(crate) source_kinds: Vec<String>,
    pub(crate) target_kinds: Vec<String>,
    pub(crate) polarity: Option<String>,
    pub(crate) modality: Option<String>,
    pub(crate) clause_modality: Option<String>,
    pub(crate) content: ContentSource,
    pub(crate) beside: Option<BesideSource>,
    pub(crate) phrase: Vec<String>,
    pub(crate) not_subject: Vec<String>,
    pub(crate) denied: bool,
    pub(crate) hosts: bool,
    pub(crate) named: bool,
    pub(crate) inserted: bool,
    pub(crate) occasion: bool,
    pub(crate) people: bool,
    pub(crate) alone: Option<bool>,
    pub(crate) reverse: bool,
    pub(crate) joint: Option<bool>,
    pub(crate) weight: Option<f32>,
    /// For readers.
    pub(crate) note: Option<String>,
}

/// Who must stand in one of some other slots.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BesideSource {
    pub(crate) slots: Vec<String>,
    pub(crate) kinds: Vec<String>,
}

/// What a that-clause must say: one of its verb (with its object), predicate adjective, noun or prepositional phrase.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ContentSource {
    pub(crate) verbs: Vec<String>,
    pub(crate) adjectives: Vec<String>,
    pub(crate) nouns: Vec<String>,
    pub(crate) objects: Vec<String>,
    pub(crate) phrases: Vec<String>,
    pub(crate) not_verbs: Vec<String>,
    pub(crate) own: bool,
    pub(crate) doer: bool,
    pub(crate) expletive: bool,
    pub(crate) asked: bool,
    pub(crate) denied: bool,
    pub(crate) passive: bool,
}

/// A test as it is written.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct TestSource {
    pub(crate) text: String,
    pub(crate) expect: Vec<String>,
    pub(crate) miss: bool,
    /// Dates the text.
    pub(crate) date: Option<toml::value::Datetime>,
}
