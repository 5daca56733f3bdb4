use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{FilterArguments, InputArguments, Level, Offsets, PictureArguments};

#[derive(Args)]
#[command(after_help = "Examples:
  geopol graph --date 2024-04-10 news.txt | dot -Tsvg > news.svg
  geopol graph -o news.html articles/                a page to look at
  geopol graph -o news.svg --engine dot --cluster region articles/
  geopol graph -o news.gexf --level actor articles/  states alone, for Gephi
  geopol graph -o news.json articles/                to be asked by `geopol query`")]
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
    /// In what unit json counts offsets
    #[arg(long, value_enum, value_name = "UNIT", default_value = "byte")]
    pub(crate) offsets: Offsets,
    #[command(flatten)]
    pub(crate) filter: FilterArguments,
    #[command(flatten)]
    pub(crate) picture: PictureArguments,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum GraphFormat {
    /// Graphviz
    Dot,
    /// A picture
    Svg,
    /// A page to look at, in one file
    Html,
    /// Node-link JSON, with all evidence
    Json,
    /// JSON of Cytoscape
    Cytoscape,
    /// GraphML, for yEd, Cytoscape, NetworkX and igraph
    Graphml,
    /// GEXF, for Gephi
    Gexf,
    /// Table of edges
    Csv,
    /// Table of nodes
    CsvNodes,
    /// For people
    Text,
}

impl GraphFormat {
    /// The format that a file's ending tells.
    pub(crate) fn of_ending(ending: &str) -> Option<Self> {
        Some(match ending.to_ascii_lowercase().as_str() {
            "dot" | "gv" => Self::Dot,
            "svg" => Self::Svg,
            "html" | "htm" => Self::Html,
            "json" => Self::Json,
            "cyjs" => Self::Cytoscape,
            "graphml" => Self::Graphml,
            "gexf" => Self::Gexf,
            "csv" => Self::Csv,
            "txt" => Self::Text,
            _ => return None,
        })
    }
}
