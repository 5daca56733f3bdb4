use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{InputArguments, Offsets, vocabulary::confidence};

#[derive(Args)]
pub(crate) struct ExtractArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// Output format; text on a terminal, else jsonl
    #[arg(long, value_enum)]
    pub(crate) format: Option<ExtractFormat>,
    /// In what unit jsonl counts offsets
    #[arg(long, value_enum, value_name = "UNIT", default_value = "byte")]
    pub(crate) offsets: Offsets,
    /// Gives only relations at least so sure, 0 to 1
    #[arg(long, value_name = "C", default_value_t = 0.0, value_parser = confidence)]
    pub(crate) min_confidence: f32,
    /// Writes to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// A document a line, for programs
    Jsonl,
    /// For people
    Text,
}
