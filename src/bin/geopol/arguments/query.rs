use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use geopol::{Date, Step};

use super::{FilterArguments, GraphFormat, Level, PictureArguments};

#[derive(Args)]
#[command(after_help = "Examples:
  geopol graph -o news.json articles/
  geopol query news.json edges --class accuse          who accuses whom
  geopol query news.json actors --by received          who is most targeted
  geopol query news.json paths Japan Russia            how they are connected
  geopol query news.json timeline China --since 2024   what China does and meets
  geopol query news.json timeline China Japan -o dyad.svg
  geopol query news.json ego Mali -o mali.html         Mali and its neighbours, as a page
  geopol query news.json series --by month --entity China --format csv
  geopol query news.json changes --before 2023 --after 2024-01..2024-06")]
pub(crate) struct QueryArguments {
    /// A graph that `geopol graph --format json` wrote; - for standard input
    #[arg(value_name = "GRAPH")]
    pub(crate) graph: PathBuf,
    #[command(subcommand)]
    pub(crate) question: Question,
    /// Output format; by default that of the output file's ending, else text. Edges and ego have those of graphs too, a timeline svg
    #[arg(long, value_enum, global = true)]
    pub(crate) format: Option<AnswerFormat>,
    /// Whether persons and institutions stand for themselves or for their states
    #[arg(long, value_enum, default_value = "named", global = true)]
    pub(crate) level: Level,
    /// Writes to a file instead of standard output
    #[arg(short, long, value_name = "FILE", global = true)]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Subcommand)]
pub(crate) enum Question {
    /// Who does what to whom
    #[command(after_help = "Examples:
  geopol query news.json edges --class accuse --target China    who accuses China
  geopol query news.json edges --polarity negated
  geopol query news.json edges --class sanction -o sanctions.html")]
    Edges {
        #[command(flatten)]
        filter: FilterArguments,
        #[command(flatten)]
        picture: PictureArguments,
    },
    /// The edges among an entity and those whom so many steps reach from it
    #[command(after_help = "Examples:
  geopol query news.json ego Mali
  geopol query news.json ego Mali --hops 2 -o mali.svg")]
    Ego {
        /// The entity, by id or canonical name
        who: String,
        /// How many steps
        #[arg(long, value_name = "N", default_value_t = 1)]
        hops: usize,
        #[command(flatten)]
        filter: FilterArguments,
        #[command(flatten)]
        picture: PictureArguments,
    },
    /// Ways from one entity to another over others, the shortest first
    #[command(after_help = "Examples:
  geopol query news.json paths Japan Russia
  geopol query news.json paths Japan Russia --steps 2 --quad material_conflict")]
    Paths {
        /// Where they begin, by id or canonical name
        from: String,
        /// Where they end
        to: String,
        /// How many steps at most
        #[arg(long, value_name = "N", default_value_t = 3)]
        steps: usize,
        /// How many ways at most
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: usize,
        #[command(flatten)]
        filter: FilterArguments,
    },
    /// How much everybody does, and how much is done to him
    #[command(after_help = "Examples:
  geopol query news.json actors                    the most active first
  geopol query news.json actors --by received --quad verbal_conflict")]
    Actors {
        /// What they are ordered by
        #[arg(long, value_enum, default_value = "done")]
        by: ActorOrder,
        #[command(flatten)]
        filter: FilterArguments,
    },
    /// What every two do to each other, and how far it is answered
    #[command(after_help = "Examples:
  geopol query news.json dyads
  geopol query news.json dyads --kind country --format csv")]
    Dyads {
        #[command(flatten)]
        filter: FilterArguments,
    },
    /// Friends and foes: the blocs, and what does not fit them
    #[command(after_help = "Examples:
  geopol query news.json blocs --level actor
  geopol query news.json blocs --kind country --modality actual")]
    Blocs {
        #[command(flatten)]
        filter: FilterArguments,
    },
    /// Reports by date
    #[command(after_help = "Examples:
  geopol query news.json timeline China --since 2024
  geopol query news.json timeline China Japan --level actor
  geopol query news.json timeline China Japan -o dyad.svg    as a picture")]
    Timeline {
        /// Of this entity alone, by id or canonical name
        who: Option<String>,
        /// And this one
        with: Option<String>,
        /// Title of the picture
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        #[command(flatten)]
        filter: FilterArguments,
    },
    /// How many reports a day, month or year
    #[command(after_help = "Examples:
  geopol query news.json series --by year
  geopol query news.json series --entity China --format csv")]
    Series {
        /// The length of the parts
        #[arg(long, value_enum, default_value = "month")]
        by: Part,
        #[command(flatten)]
        filter: FilterArguments,
    },
    /// How relations differ between two times
    #[command(after_help = "Example:
  geopol query news.json changes --before 2023 --after 2024-01..2024-06")]
    Changes {
        /// The earlier time: DATE or DATE..DATE
        #[arg(long, value_name = "DATES", value_parser = period)]
        before: (Date, Date),
        /// The later time
        #[arg(long, value_name = "DATES", value_parser = period)]
        after: (Date, Date),
        #[command(flatten)]
        filter: FilterArguments,
    },
    /// What is both affirmed and denied
    #[command(after_help = "Example:
  geopol query news.json contradictions --since 2024")]
    Contradictions {
        #[command(flatten)]
        filter: FilterArguments,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    /// For people
    Text,
    /// A row a line, for programs
    Jsonl,
    /// For spreadsheets
    Csv,
    /// Graphviz
    Dot,
    /// A picture
    Svg,
    /// A page to look at, in one file
    Html,
    /// Node-link JSON, to be asked again
    Json,
    /// JSON of Cytoscape
    Cytoscape,
    /// GraphML, for yEd, Cytoscape, NetworkX and igraph
    Graphml,
    /// GEXF, for Gephi
    Gexf,
}

impl AnswerFormat {
    /// Those that write graphs.
    const GRAPHS: [(Self, GraphFormat); 7] = [
        (Self::Dot, GraphFormat::Dot),
        (Self::Svg, GraphFormat::Svg),
        (Self::Html, GraphFormat::Html),
        (Self::Json, GraphFormat::Json),
        (Self::Cytoscape, GraphFormat::Cytoscape),
        (Self::Graphml, GraphFormat::Graphml),
        (Self::Gexf, GraphFormat::Gexf),
    ];

    /// The format that a file's ending tells.
    pub(crate) fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "txt" => Some(Self::Text),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "csv" => Some(Self::Csv),
            ending => {
                let told = GraphFormat::of_ending(ending)?;
                Self::GRAPHS.iter().find(|(_, graph)| *graph == told).map(|(answer, _)| *answer)
            }
        }
    }

    /// The same as a format of graphs; nothing for tables.
    pub(crate) fn of_graph(self) -> Option<GraphFormat> {
        Self::GRAPHS.iter().find(|(answer, _)| *answer == self).map(|(_, graph)| *graph)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ActorOrder {
    /// The most active first
    Done,
    /// The most targeted first
    Received,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    Day,
    Month,
    Year,
}

impl From<Part> for Step {
    fn from(part: Part) -> Self {
        match part {
            Part::Day => Self::Day,
            Part::Month => Self::Month,
            Part::Year => Self::Year,
        }
    }
}

impl Question {
    pub(crate) const fn filter(&self) -> &FilterArguments {
        match self {
            Self::Edges { filter, .. }
            | Self::Ego { filter, .. }
            | Self::Paths { filter, .. }
            | Self::Actors { filter, .. }
            | Self::Dyads { filter }
            | Self::Blocs { filter }
            | Self::Timeline { filter, .. }
            | Self::Series { filter, .. }
            | Self::Changes { filter, .. }
            | Self::Contradictions { filter } => filter,
        }
    }
}

/// A date, or two with `..` between.
fn period(text: &str) -> Result<(Date, Date), String> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let date = |text: &str| text.parse::<Date>().map_err(|error| error.to_string());
    let (from, to) = (date(from)?, date(to)?);
    if to.latest() < from.earliest() { Err(format!("{to} is before {from}")) } else { Ok((from, to)) }
}
