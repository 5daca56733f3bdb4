//! The command `geopol`: the library at work on files.

mod arguments;
mod batch;
mod documents;
mod explain;
mod extract;
mod failure;
mod frames;
mod gazetteer;
mod graph;
mod manual;
mod names;
mod output;
mod patterns;
mod picture;
mod progress;
mod query;
mod table;
mod walk;
mod written;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::{Failure, Outcome};

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Graph(arguments) => graph::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Gazetteer(arguments) => gazetteer::run(&arguments.command),
        Command::Patterns(arguments) => patterns::run(&arguments.command),
        Command::Query(arguments) => query::run(&arguments),
        Command::Completions { shell } => manual::completions(shell),
        Command::Man { folder } => manual::pages(folder.as_deref()),
    };
    match outcome {
        Ok(Outcome::Done) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Ok(Outcome::WithFaults) => ExitCode::from(1),
        Err(failure) => {
            eprintln!("geopol: {failure}");
            ExitCode::from(failure.status())
        }
    }
}
