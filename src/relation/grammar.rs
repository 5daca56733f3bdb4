//! The language and the rules together: embedded, or with files of the user's own before them.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, de::DeserializeOwned};

use super::{
    RuleId,
    lexicon::{Language, Lexicon, LexiconBuilder},
    rules::{PatternFile, RuleSet, RuleSetBuilder},
};
use crate::error::{Error, Position};

/// The files of `patterns/`, as the build script read them.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/patterns.postcard"));

/// What the build script wrote.
#[derive(Deserialize)]
struct Embedded {
    language: Language,
    files: Vec<PatternFile>,
}

/// All that reading a sentence needs beside its mentions.
#[derive(Debug)]
pub(crate) struct Grammar {
    pub(crate) lexicon: Lexicon,
    pub(crate) rules: RuleSet,
}

impl Grammar {
    /// The embedded language and rules.
    pub(crate) fn embedded() -> Arc<Self> {
        static GRAMMAR: OnceLock<Arc<Grammar>> = OnceLock::new();
        let build = || Self::with(&[], true).expect("the tests check the embedded files");
        GRAMMAR.get_or_init(|| Arc::new(build())).clone()
    }

    /// The embedded language with these files' rules, before the embedded ones if they are wanted.
    ///
    /// # Errors
    ///
    /// A faulty rule: its file, line and id, and what is wrong.
    pub(crate) fn with(files: &[(String, String)], embedded_rules: bool) -> Result<Self, Error> {
        let embedded: Embedded = postcard::from_bytes(EMBEDDED).expect("the build script wrote it");
        let mut lexicon = LexiconBuilder::new(&embedded.language).map_err(Error::invalid)?;
        let mut rules = RuleSetBuilder::default();
        for (name, text) in files {
            let file: PatternFile = parse(name, text)?;
            rules.add(&file, &mut lexicon).map_err(|(id, reason)| {
                Error::invalid(reason).entry("rule", &id).at(Position::new(name.as_str(), line_of(text, &id)))
            })?;
        }
        rules.replace_later();
        if embedded_rules {
            for file in &embedded.files {
                rules.add(file, &mut lexicon).map_err(|(id, reason)| Error::invalid(reason).entry("rule", &id))?;
            }
        }
        Ok(Self { lexicon: lexicon.build(), rules: rules.build() })
    }
}

impl Grammar {
    /// The name of the rule that found a relation.
    pub(crate) fn rule_name(&self, id: RuleId) -> &str {
        if id == RuleId::OFFICE { "office" } else { &self.rules.rule(id).id }
    }
}

/// Reads a TOML file; faults name file and line.
pub(crate) fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Error> {
    toml::from_str(text).map_err(|error: toml::de::Error| {
        let byte = error.span().map_or(0, |span| span.start);
        Error::toml(&error).at(Position::of_byte(name, text, byte))
    })
}

/// The line on which a rule's id stands.
fn line_of(text: &str, id: &str) -> Option<usize> {
    let quoted = format!("{id:?}");
    text.lines().position(|line| line.trim_start().starts_with("id") && line.contains(&quoted)).map(|n| n + 1)
}
