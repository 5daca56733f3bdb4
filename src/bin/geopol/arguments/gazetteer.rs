use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use geopol::{Date, EntityKind, ImportFormat};

use super::{DataArguments, vocabulary::kinds};

#[derive(Args)]
#[command(after_help = GAZETTEER_EXAMPLES)]
pub(crate) struct GazetteerArguments {
    #[command(subcommand)]
    pub(crate) command: GazetteerCommand,
}

#[derive(Subcommand)]
pub(crate) enum GazetteerCommand {
    /// Tells everything that is wrong with gazetteer files
    ///
    /// A line for each fault: file, line, entry, reason. The files may refer to each other and to the embedded gazetteer.
    /// The exit status is 1 when there is a fault.
    #[command(after_help = CHECK_EXAMPLES)]
    Check {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Checks them without the embedded gazetteer
        #[arg(long)]
        no_default_gazetteers: bool,
    },
    /// Counts what there is of each kind, or lists the entities of one
    #[command(after_help = LIST_EXAMPLES)]
    List {
        /// Lists the entities of this kind, id and name, instead of counting
        #[arg(long, value_parser = kinds())]
        kind: Option<EntityKind>,
        /// Lists all entities instead of counting
        #[arg(long, conflicts_with = "kind")]
        entities: bool,
        /// Counts by file too
        #[arg(long, conflicts_with_all = ["kind", "entities"])]
        by_file: bool,
        /// Output format
        #[arg(long, value_enum, default_value = "text")]
        format: ListFormat,
        #[command(flatten)]
        data: DataArguments,
    },
    /// Brings files of others into the gazetteer format
    ///
    /// The result goes to standard output or to a file, what could not be brought to standard error, by file and line; the
    /// exit status is then 1. What the gazetteer has already is left out of the result, which adds to it.
    #[command(after_help = IMPORT_EXAMPLES)]
    Import(ImportArguments),
    /// Says whom a name or an id means, with names, offices and memberships
    ///
    /// The exit status is 1 when nobody has the name.
    #[command(after_help = LOOKUP_EXAMPLES)]
    Lookup {
        /// The name or the id
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
pub(crate) struct ImportArguments {
    /// What the files are
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) from: From,
    /// The files
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Writes to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) data: DataArguments,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum From {
    /// Actor and agent dictionaries of PETRARCH (Phoenix.Countries.actors.txt)
    Petrarch,
    /// Results of the Wikidata query service: CSV, TSV or JSON
    Wikidata,
    /// A table of your own: name, kind, id, aliases, country, role, from, to
    Csv,
}

impl std::convert::From<From> for ImportFormat {
    fn from(from: From) -> Self {
        match from {
            From::Petrarch => Self::Petrarch,
            From::Wikidata => Self::Wikidata,
            From::Csv => Self::Csv,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// A table, or an entity a line
    Text,
    /// For programs
    Json,
}

const GAZETTEER_EXAMPLES: &str = "\
Examples:
  geopol gazetteer lookup Kishida
  geopol gazetteer check mine.toml
  geopol gazetteer list --kind alliance
  geopol gazetteer import --from csv names.csv > names.toml";

const LOOKUP_EXAMPLES: &str = "\
Examples:
  geopol gazetteer lookup --date 1990-05-05 President Bush
  geopol gazetteer lookup alliance:AUKUS
  geopol gazetteer lookup --gazetteer mine.toml Norge";

const CHECK_EXAMPLES: &str = "\
Examples:
  geopol gazetteer check mine.toml ours.toml
  geopol gazetteer check --no-default-gazetteers gazetteers/*.toml";

const LIST_EXAMPLES: &str = "\
Examples:
  geopol gazetteer list
  geopol gazetteer list --by-file --gazetteer mine.toml
  geopol gazetteer list --kind treaty
  geopol gazetteer list --format json";

const IMPORT_EXAMPLES: &str = "\
Examples:
  geopol gazetteer import --from petrarch Phoenix.*.actors.txt -o phoenix.toml 2> faults.txt
  geopol gazetteer import --from wikidata query.csv -o ministers.toml
  geopol gazetteer import --from csv names.csv > names.toml
  geopol extract --gazetteer names.toml news/";
