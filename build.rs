//! Compiles the files of `gazetteers/` and `patterns/` into the form that the library embeds, with the library's own code.
#![allow(dead_code, unreachable_pub, unused_imports)] // the library uses the rest

#[path = "src/data_files.rs"]
mod data_files;
#[path = "src/eight.rs"]
mod eight;
#[path = "src/error.rs"]
mod error;

#[path = "src/text"]
mod text {
    mod date;
    mod span;
    pub(crate) mod sentence {
        pub(crate) mod words;
        mod words_file;
    }
    pub(crate) use {date::*, span::*};
}

#[path = "src/gazetteer"]
mod gazetteer {
    mod file;
    pub(crate) mod index;
    mod kind;
    mod model;
    mod packed;
    pub(crate) mod source;
    pub(crate) use {file::*, kind::*, model::*};
}

#[path = "src/mention"]
mod mention {
    pub(crate) mod matching {
        mod column;
        mod entries;
        mod fold;
        mod follows;
        pub(crate) mod index;
        mod keys;
        mod letters;
        mod prefixes;
        mod starts;
        mod variants;
    }
    pub(crate) mod nominal {
        pub(crate) mod patterns;
    }
    pub(crate) mod office {
        pub(crate) mod patterns;
    }
    pub(crate) mod patterns;
}

#[path = "src/packed_numbers.rs"]
mod packed_numbers;
#[path = "src/quick_map.rs"]
mod quick_map;

#[path = "src/relation"]
mod relation {
    mod confidence;
    pub(crate) mod grammar;
    pub(crate) mod lexicon;
    mod model;
    mod ontology;
    pub(crate) mod rules;
    pub use confidence::Signals;
    pub(crate) use {model::RuleId, ontology::*};
}

use std::{env, fs, path::Path, process::ExitCode};

use data_files::{english, grammar_files, toml_files};
use gazetteer::{index::Index, source};
use mention::{
    matching::index::NameIndex, nominal::patterns::NominalPatterns, office::patterns::OfficePatterns,
    patterns::NamePatterns,
};
use serde::Serialize;
use text::sentence::words::SentenceWords;

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=gazetteers");
    println!("cargo:rerun-if-changed=patterns");
    let embedded = [
        gazetteers(),
        grammar(),
        sentence_words(),
        english::<OfficePatterns>("offices").and_then(|file| embed("offices", &file)),
        english::<NominalPatterns>("nominals").and_then(|file| embed("nominals", &file)),
        english::<NamePatterns>("names").and_then(|file| embed("names", &file)),
    ];
    let mut code = ExitCode::SUCCESS;
    for faults in embedded.into_iter().filter_map(Result::err) {
        println!("cargo::error={}", faults.replace('\n', "\ncargo::error="));
        code = ExitCode::FAILURE;
    }
    code
}

fn gazetteers() -> Result<(), String> {
    let mut faults = Vec::new();
    let files = toml_files("gazetteers")?.iter().map(|(name, text)| source::read(name, text, &mut faults)).collect();
    let (rows, more) = source::compile(source::Rows::default(), files);
    faults.extend(more);
    if !faults.is_empty() {
        return Err(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    }
    let names = NameIndex::new((0..).zip(&rows.names)).map_err(|error| error.to_string())?;
    let index = Index::default().grown(&rows);
    embed("name-index", &names)?;
    embed("gazetteer", &(rows, index))
}

fn grammar() -> Result<(), String> {
    let files = grammar_files()?;
    embed("grammar-files", &files)?;
    embed("grammar", &files.compile(&[]).map_err(|error| error.to_string())?)
}

fn sentence_words() -> Result<(), String> {
    let name = "patterns/english/abbreviations.toml";
    let text = fs::read_to_string(name).map_err(|error| format!("{name}: {error}"))?;
    embed("sentences", &SentenceWords::read(name, &text).map_err(|error| error.to_string())?)
}

fn embed(name: &str, content: &impl Serialize) -> Result<(), String> {
    let bytes = postcard::to_stdvec(content).map_err(|error| format!("{name}: {error}"))?;
    let path = Path::new(&env::var_os("OUT_DIR").expect("cargo sets it")).join(format!("{name}.postcard"));
    fs::write(path, bytes).map_err(|error| format!("{name}: {error}"))
}
