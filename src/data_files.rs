//! The files of `gazetteers/` and `patterns/`, for the build script, and for the tests that repeat its work.

use std::{fs, io, path::Path};

use serde::de::DeserializeOwned;

use crate::relation::{grammar::GrammarFiles, lexicon::Language, rules::PatternFile};

/// The paths of a folder's TOML files, with slashes, and their texts in the order of their names.
pub(crate) fn toml_files(folder: &str) -> Result<Vec<(String, String)>, String> {
    let read = || -> io::Result<_> {
        let mut names = fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
            .collect::<io::Result<Vec<_>>>()?;
        names.retain(|name| name.ends_with(".toml"));
        names.sort();
        let text = |name: String| {
            fs::read_to_string(Path::new(folder).join(&name)).map(|text| (format!("{folder}/{name}"), text))
        };
        names.into_iter().map(text).collect()
    };
    read().map_err(|error| format!("{folder}: {error}"))
}

/// A file of `patterns/english/`.
pub(crate) fn english<T: DeserializeOwned>(name: &str) -> Result<T, String> {
    let name = format!("patterns/english/{name}.toml");
    let text = fs::read_to_string(&name).map_err(|error| format!("{name}: {error}"))?;
    toml::from_str(&text).map_err(|error| format!("{name}: {error}"))
}

/// The files of the grammar, without the rules' tests, which are read from the files when they are tested.
pub(crate) fn grammar_files() -> Result<GrammarFiles, String> {
    let language = Language {
        words: english("words")?,
        verbs: english("verbs")?,
        nouns: english("nouns")?,
        adjectives: english("adjectives")?,
        agents: english("agents")?,
        transitions: english("transitions")?,
        controls: english("control")?,
    };
    let read = |(name, text): &(String, String)| {
        let mut file: PatternFile = toml::from_str(text).map_err(|error| format!("{name}: {error}"))?;
        file.tests.clear();
        Ok(file)
    };
    let rules = toml_files("patterns/relations")?.iter().map(read).collect::<Result<_, String>>()?;
    let name = "patterns/confidence.toml";
    let text = fs::read_to_string(name).map_err(|error| format!("{name}: {error}"))?;
    let confidence = toml::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
    Ok(GrammarFiles { language, rules, confidence })
}
