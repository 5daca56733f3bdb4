//! Compiles the files of `gazetteers/` and `patterns/` into the form that the library embeds, with the library's own code.
#![allow(dead_code, unreachable_pub, unused_imports)] // the library uses the rest

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
        mod fold;
        mod groups;
        pub(crate) mod index;
        mod letters;
        mod starts;
        mod variants;
    }
    pub(crate) mod nominal {
        pub(crate) mod patterns;
    }
    pub(crate) mod office {
        pub(crate) mod patterns;
    }
}

#[path = "src/packed_numbers.rs"]
mod packed_numbers;
#[path = "src/quick_map.rs"]
mod quick_map;

#[path = "src/relation"]
mod relation {
    pub(crate) mod grammar;
    pub(crate) mod lexicon;
    mod model;
    mod ontology;
    pub(crate) mod rules;
    pub(crate) use {model::RuleId, ontology::*};
}

use std::{env, fs, io, path::Path, process::ExitCode};

use gazetteer::{index::Index, source};
use mention::{matching::index::NameIndex, nominal::patterns::NominalPatterns, office::patterns::OfficePatterns};
use relation::{grammar::GrammarFiles, lexicon::Language, rules::PatternFile};
use serde::{Serialize, de::DeserializeOwned};
use text::sentence::words::SentenceWords;

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=gazetteers");
    println!("cargo:rerun-if-changed=patterns");
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    let embedded = [
        gazetteers().and_then(|rows| {
            let index = Index::default().grown(&rows);
            let names = NameIndex::new((0..).zip(&rows.names)).map_err(|error| error.to_string())?;
            embed(&names, &Path::new(&out).join("names.postcard"))?;
            embed(&(rows, index), &Path::new(&out).join("gazetteer.postcard"))
        }),
        patterns().and_then(|files| {
            let grammar = files.compile(&[]).map_err(|error| error.to_string())?;
            embed(&grammar, &Path::new(&out).join("grammar.postcard"))?;
            embed(&files, &Path::new(&out).join("grammar-files.postcard"))
        }),
        sentence_words().and_then(|words| embed(&words, &Path::new(&out).join("sentences.postcard"))),
        english::<OfficePatterns>("offices").and_then(|file| embed(&file, &Path::new(&out).join("offices.postcard"))),
        english::<NominalPatterns>("nominals")
            .and_then(|file| embed(&file, &Path::new(&out).join("nominals.postcard"))),
    ];
    let mut code = ExitCode::SUCCESS;
    for faults in embedded.into_iter().filter_map(Result::err) {
        println!("cargo::error={}", faults.replace('\n', "\ncargo::error="));
        code = ExitCode::FAILURE;
    }
    code
}

fn gazetteers() -> Result<source::Rows, String> {
    let mut faults = Vec::new();
    let texts = toml_files(Path::new("gazetteers")).map_err(|error| format!("gazetteers: {error}"))?;
    let files = texts.iter().map(|(name, text)| source::read(name, text, &mut faults)).collect();
    let (rows, more) = source::compile(source::Rows::default(), files);
    faults.extend(more);
    if faults.is_empty() {
        return Ok(rows);
    }
    Err(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

fn sentence_words() -> Result<SentenceWords, String> {
    let name = "patterns/english/abbreviations.toml";
    let text = fs::read_to_string(name).map_err(|error| format!("{name}: {error}"))?;
    SentenceWords::read(name, &text).map_err(|error| error.to_string())
}

fn patterns() -> Result<GrammarFiles, String> {
    let language = Language {
        words: english("words")?,
        verbs: english("verbs")?,
        nouns: english("nouns")?,
        adjectives: english("adjectives")?,
        agents: english("agents")?,
        transitions: english("transitions")?,
        controls: english("control")?,
    };
    let texts = toml_files(Path::new("patterns/relations")).map_err(|error| format!("patterns/relations: {error}"))?;
    let read = |(name, text): &(String, String)| {
        let mut file: PatternFile = toml::from_str(text).map_err(|error| format!("{name}: {error}"))?;
        file.tests.clear(); // they are read from the file when it is tested
        Ok(file)
    };
    Ok(GrammarFiles { language, rules: texts.iter().map(read).collect::<Result<_, String>>()? })
}

/// A file of `patterns/english/`.
fn english<T: DeserializeOwned>(name: &str) -> Result<T, String> {
    let name = format!("patterns/english/{name}.toml");
    let text = fs::read_to_string(&name).map_err(|error| format!("{name}: {error}"))?;
    toml::from_str(&text).map_err(|error| format!("{name}: {error}"))
}

fn embed(content: &impl Serialize, path: &Path) -> Result<(), String> {
    let bytes = postcard::to_stdvec(content).map_err(|error| error.to_string())?;
    fs::write(path, bytes).map_err(|error| error.to_string())
}

/// The files' paths, with slashes, and texts in the order of their names.
fn toml_files(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut names = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<Vec<_>>>()?;
    names.retain(|name| name.ends_with(".toml"));
    names.sort();
    let text = |name: String| {
        fs::read_to_string(folder.join(&name)).map(|text| (format!("{}/{name}", folder.display()), text))
    };
    names.into_iter().map(text).collect()
}
