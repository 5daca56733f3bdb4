//! The language and the rules together.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    RuleId,
    confidence::ConfidenceFile,
    lexicon::{Language, Lexicon, LexiconBuilder},
    rules::{PatternFile, RuleSet, RuleSetBuilder},
};
use crate::error::{Error, Position};

/// All that reading a sentence needs beside its mentions.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Grammar {
    pub(crate) lexicon: Lexicon,
    pub(crate) rules: RuleSet,
}

/// The files of a language and its rules, as they are read.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct GrammarFiles {
    pub(crate) language: Language,
    pub(crate) rules: Vec<PatternFile>,
    pub(crate) confidence: ConfidenceFile,
}

impl GrammarFiles {
    /// Compiles them, with the rules of the user's own files, given by name and text, before theirs.
    ///
    /// # Errors
    ///
    /// A faulty rule: its file, line and id, and what is wrong.
    pub(crate) fn compile(&self, own: &[(String, String)]) -> Result<Grammar, Error> {
        let mut lexicon = LexiconBuilder::new(&self.language).map_err(Error::invalid)?;
        let weights = self.confidence.compile().map_err(Error::invalid)?;
        let mut rules = RuleSetBuilder::default();
        for (name, text) in own {
            let file: PatternFile = parse(name, text)?;
            rules.add(&file, &mut lexicon).map_err(|(id, reason)| {
                Error::invalid(reason).entry("rule", &id).at(Position::new(name.as_str(), line_of(text, &id)))
            })?;
        }
        rules.replace_later();
        rules.count(&self.confidence);
        for file in &self.rules {
            rules.add(file, &mut lexicon).map_err(|(id, reason)| Error::invalid(reason).entry("rule", &id))?;
        }
        Ok(Grammar { lexicon: lexicon.build(), rules: rules.build(weights) })
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
