//! The command `geopol`: the library at work on files.

mod arguments;
mod batch;
mod documents;
mod explain;
mod extract;
mod failure;
mod gazetteer;
mod graph;
mod output;
mod patterns;
mod progress;
mod walk;

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
