use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{InputArguments, Offsets, vocabulary::confidence};

#[derive(Args)]
#[command(after_help = "Examples:
  geopol extract --format text --date 2024-04-10 news.txt
  geopol extract articles/ > articles.jsonl
  geopol extract --format csv -o events.csv news.jsonl.gz
  geopol extract -o news.jsonl --resume archive/
  zcat news.txt.gz | geopol extract --format html > news.html")]
pub(crate) struct ExtractArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// Output format; by default that of the output file's ending, else text on a terminal and jsonl elsewhere
    #[arg(long, value_enum)]
    pub(crate) format: Option<ExtractFormat>,
    /// In what unit jsonl counts offsets
    #[arg(long, value_enum, value_name = "UNIT", default_value = "byte")]
    pub(crate) offsets: Offsets,
    /// Which relations are events of plover and csv
    #[arg(long, value_enum, value_name = "SCOPE", default_value = "happened")]
    pub(crate) events: Scope,
    /// Gives only relations at least so sure, 0 to 1
    #[arg(long, value_name = "C", default_value_t = 0.0, value_parser = confidence)]
    pub(crate) min_confidence: f32,
    /// Writes to FILE.part instead of standard output, which becomes FILE when it is complete
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Goes on where an interrupted run has left FILE.part (jsonl alone); the inputs and options must be the same
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// A document a line, for programs
    Jsonl,
    /// For people
    Text,
    /// A page to read, with mentions and relations marked
    Html,
    /// An event a line, as JSON with the field names of PLOVER
    Plover,
    /// Table of events
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Scope {
    /// What is affirmed and happened
    Happened,
    /// Planned, possible and denied acts too
    Said,
}
