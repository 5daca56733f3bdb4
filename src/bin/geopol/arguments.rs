//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, builder::PossibleValuesParser, builder::TypedValueParser};
use geopol::{Date, EntityKind, Extractor, OffsetUnit, Predicate, RelationClass};

use crate::failure::Failure;

/// Reads news and says who did what to whom among states.
#[derive(Parser)]
#[command(name = "geopol", version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Entities and relations of documents
    Extract(ExtractArguments),
    /// One relation graph of all documents
    Graph(GraphArguments),
    /// How a sentence was read, and why
    Explain(ExplainArguments),
    /// Looks into the gazetteer, or checks a gazetteer file
    Gazetteer(GazetteerArguments),
    /// Tests relation files
    Patterns(PatternsArguments),
}

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

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Bytes of UTF-8
    Byte,
    /// Unicode scalar values, as in Python
    Char,
    /// UTF-16 units, as in JavaScript and Java
    Utf16,
}

#[derive(Args)]
pub(crate) struct GraphArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// Output format; by default that of the output file's ending, else dot
    #[arg(long, value_enum)]
    pub(crate) format: Option<GraphFormat>,
    /// Writes to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Whether persons and institutions stand for themselves or for their states
    #[arg(long, value_enum, default_value = "named")]
    pub(crate) level: Level,
    /// Keeps edges stated at least so many times
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) min_count: usize,
    /// Keeps statements at least so sure, 0 to 1
    #[arg(long, value_name = "C", default_value_t = 0.0, value_parser = confidence)]
    pub(crate) min_confidence: f32,
    /// Keeps edges with this predicate; repeatable
    #[arg(long, value_parser = predicates())]
    pub(crate) predicate: Vec<Predicate>,
    /// Keeps edges of this class; repeatable
    #[arg(long, ignore_case = true, value_parser = classes())]
    pub(crate) class: Vec<RelationClass>,
    /// Keeps edges of this entity, by id or canonical name; repeatable
    #[arg(long, value_name = "ID|NAME")]
    pub(crate) entity: Vec<String>,
    /// Keeps statements of this date (YYYY, YYYY-MM or YYYY-MM-DD) or later
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<Date>,
    /// Keeps statements of this date or earlier
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    /// In what unit json counts offsets
    #[arg(long, value_enum, value_name = "UNIT", default_value = "byte")]
    pub(crate) offsets: Offsets,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum GraphFormat {
    /// Graphviz
    Dot,
    /// Node-link JSON
    Json,
    /// For people
    Text,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    /// Entities as they are named
    Named,
    /// States and alliances
    Actor,
}

#[derive(Args)]
pub(crate) struct ExplainArguments {
    /// The text; standard input when there is none
    pub(crate) text: Vec<String>,
    /// The text's date
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<Date>,
    #[command(flatten)]
    pub(crate) data: DataArguments,
}

#[derive(Args)]
pub(crate) struct GazetteerArguments {
    #[command(subcommand)]
    pub(crate) command: GazetteerCommand,
}

#[derive(Subcommand)]
pub(crate) enum GazetteerCommand {
    /// Tells everything that is wrong with gazetteer files
    Check {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Checks them without the embedded gazetteer
        #[arg(long)]
        no_default_gazetteers: bool,
    },
    /// Lists entities: id and name
    List {
        /// Of this kind only
        #[arg(long, value_parser = kinds())]
        kind: Option<EntityKind>,
        #[command(flatten)]
        data: DataArguments,
    },
    /// Says whom a name or an id means, with names, offices and memberships
    Lookup {
        #[arg(required = true, value_name = "NAME")]
        name: Vec<String>,
        /// Offices and memberships of this day
        #[arg(long, value_name = "YYYY-MM-DD")]
        date: Option<Date>,
        #[command(flatten)]
        data: DataArguments,
    },
}

#[derive(Args)]
pub(crate) struct PatternsArguments {
    #[command(subcommand)]
    pub(crate) command: PatternsCommand,
}

#[derive(Subcommand)]
pub(crate) enum PatternsCommand {
    /// Runs the tests that relation files carry
    Test {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

impl DataArguments {
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

impl From<Offsets> for OffsetUnit {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Byte => Self::Byte,
            Offsets::Char => Self::Char,
            Offsets::Utf16 => Self::Utf16,
        }
    }
}

fn confidence(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(value),
        _ => Err("expected a number from 0 to 1".to_owned()),
    }
}

fn predicates() -> impl TypedValueParser<Value = Predicate> {
    let names = PossibleValuesParser::new(Predicate::ALL.iter().map(|p| p.as_str()));
    names.map(|name| Predicate::from_name(&name).expect("one of the names"))
}

fn classes() -> impl TypedValueParser<Value = RelationClass> {
    let names = PossibleValuesParser::new(RelationClass::ALL.iter().map(|c| c.as_str()));
    names.map(|name| RelationClass::from_name(&name.to_ascii_uppercase()).expect("one of the names"))
}

fn kinds() -> impl TypedValueParser<Value = EntityKind> {
    let names = PossibleValuesParser::new(EntityKind::ALL.iter().map(|k| k.as_str()));
    names.map(|name| EntityKind::of_id(&format!("{name}:")).expect("one of the names"))
}
