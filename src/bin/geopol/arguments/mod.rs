//! What can be said on the command line.

mod extract;
mod gazetteer;
mod graph;
mod input;
mod vocabulary;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use geopol::Date;

pub(crate) use extract::{ExtractArguments, ExtractFormat};
pub(crate) use gazetteer::{GazetteerArguments, GazetteerCommand, ImportArguments, ListFormat};
pub(crate) use graph::{GraphArguments, GraphFormat, Level};
pub(crate) use input::{DataArguments, InputArguments, InputFormat};
pub(crate) use vocabulary::Offsets;

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
    /// Looks into the gazetteer, checks gazetteer files, makes them of others
    Gazetteer(GazetteerArguments),
    /// Tests relation files
    Patterns(PatternsArguments),
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
