use std::path::PathBuf;

use clap::{Args, ValueEnum};
use geopol::{Date, Predicate, RelationClass};

use super::{
    InputArguments, Offsets,
    vocabulary::{classes, confidence, predicates},
};

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
