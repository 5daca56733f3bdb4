use std::path::PathBuf;

use clap::{Args, ValueEnum};
use geopol::{Date, Extractor, Gazetteer};

use crate::failure::Failure;

/// Which documents are read, and with what.
#[derive(Args)]
pub(crate) struct InputArguments {
    /// Files (.txt, .jsonl, .ndjson), folders, or - for standard input, which is the default
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// What standard input holds
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "txt")]
    pub(crate) input: InputFormat,
    /// Dates documents that bear no date of their own
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<Date>,
    #[command(flatten)]
    pub(crate) data: DataArguments,
    /// How many threads work; all cores by default
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,
    /// Shows no progress and no remarks, only faults
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// The gazetteer and the rules.
#[derive(Args)]
pub(crate) struct DataArguments {
    /// Adds a gazetteer file; repeatable
    #[arg(long, value_name = "FILE")]
    gazetteer: Vec<PathBuf>,
    /// Adds a relation file; repeatable
    #[arg(long, value_name = "FILE")]
    patterns: Vec<PathBuf>,
    /// Leaves the embedded gazetteer out
    #[arg(long)]
    no_default_gazetteers: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// One document
    Txt,
    /// A document a line: {"id": ..., "text": ..., "date": ...}
    Jsonl,
}

impl DataArguments {
    /// The gazetteer of these files.
    pub(crate) fn gazetteer(&self) -> Result<Gazetteer, Failure> {
        let mut builder = Gazetteer::builder();
        if self.no_default_gazetteers {
            builder.without_embedded();
        }
        for file in &self.gazetteer {
            builder.add_file(file);
        }
        Ok(builder.build()?)
    }

    /// An extractor with these files.
    pub(crate) fn extractor(&self, min_confidence: f32) -> Result<Extractor, Failure> {
        let mut builder = Extractor::builder();
        if self.no_default_gazetteers {
            builder.without_default_gazetteer();
        }
        for file in &self.gazetteer {
            builder.gazetteer_file(file);
        }
        for file in &self.patterns {
            builder.pattern_file(file);
        }
        Ok(builder.min_confidence(min_confidence).build()?)
    }
}
