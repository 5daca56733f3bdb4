//! What can be said on the command line.

mod extract;
mod filter;
mod gazetteer;
mod graph;
mod input;
mod picture;
mod query;
mod vocabulary;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use geopol::Date;

pub(crate) use extract::{ExtractArguments, ExtractFormat, Scope};
pub(crate) use filter::{FilterArguments, Level};
pub(crate) use gazetteer::{GazetteerArguments, GazetteerCommand, ImportArguments, ListFormat};
pub(crate) use graph::{GraphArguments, GraphFormat};
pub(crate) use input::{DataArguments, InputArguments, InputFormat};
pub(crate) use picture::{Cluster, Engine, PictureArguments};
pub(crate) use query::{ActorOrder, AnswerFormat, QueryArguments, Question};
pub(crate) use vocabulary::Offsets;

/// Reads news and says who did what to whom among states.
#[derive(Parser)]
#[command(name = "geopol", version, max_term_width = 100)]
#[command(after_help = "Examples:
  geopol extract news.txt                    relations of an article
  geopol graph -o news.html articles/        a page of the graph of many
  geopol explain \"Japan may join AUKUS.\"    how a sentence is read")]
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
    /// Questions to a saved graph
    Query(QueryArguments),
    /// How a sentence was read, and why
    Explain(ExplainArguments),
    /// Looks into the gazetteer, checks gazetteer files, makes them of others
    Gazetteer(GazetteerArguments),
    /// Tests relation files
    Patterns(PatternsArguments),
    /// Completions for a shell, on standard output
    #[command(after_help = "Examples:
  geopol completions bash > ~/.local/share/bash-completion/completions/geopol
  geopol completions zsh > ~/.zfunc/_geopol
  geopol completions fish > ~/.config/fish/completions/geopol.fish")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// The manual pages
    #[command(after_help = "Examples:
  geopol man | man -l -              reads the first page
  geopol man ~/.local/share/man/man1")]
    Man {
        /// The folder in which a page for each command is written; without one the first goes to standard output
        folder: Option<PathBuf>,
    },
}

#[derive(Args)]
#[command(after_help = "Example:
  geopol explain --date 2024-04-10 \"AUKUS was condemned by China.\"")]
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
#[command(after_help = "Example:
  geopol patterns test mine-rules.toml")]
pub(crate) struct PatternsArguments {
    #[command(subcommand)]
    pub(crate) command: PatternsCommand,
}

#[derive(Subcommand)]
pub(crate) enum PatternsCommand {
    /// Runs the tests that relation files carry
    ///
    /// Of each test that fails it tells what is missing and what was not expected; the exit status is then 1.
    #[command(after_help = "Examples:
  geopol patterns test mine-rules.toml
  geopol patterns test patterns/relations/*.toml")]
    Test {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}
