use std::path::PathBuf;

use clap::{Args, Subcommand};
use geopol::{Date, EntityKind};

use super::{DataArguments, vocabulary::kinds};

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
