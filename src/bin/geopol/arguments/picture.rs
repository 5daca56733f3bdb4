use clap::{Args, ValueEnum};

/// How graphs are drawn.
#[derive(Args)]
#[command(next_help_heading = "Pictures")]
pub(crate) struct PictureArguments {
    /// Title of the picture or page
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// Frames what belongs together, in dot and in svg by --engine dot: states by region of the world, by the alliances that the
    /// graph names, or as members of an alliance (alliance:NATO; repeatable, a state stands with the first)
    #[arg(long, value_name = "region|alliance|ID", value_parser = cluster)]
    pub(crate) cluster: Vec<Cluster>,
    /// Leaves the legend of dot out
    #[arg(long)]
    pub(crate) no_legend: bool,
    /// What draws svg
    #[arg(long, value_enum, default_value = "built-in")]
    pub(crate) engine: Engine,
}

/// By what nodes are framed.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Cluster {
    Region,
    Alliance,
    /// As members of the alliance with this id.
    Of(String),
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// The library, which needs nothing else
    BuiltIn,
    /// Graphviz, which must be installed
    Dot,
}

fn cluster(text: &str) -> Result<Cluster, String> {
    match text {
        "region" => Ok(Cluster::Region),
        "alliance" => Ok(Cluster::Alliance),
        id if id.starts_with("alliance:") => Ok(Cluster::Of(id.to_owned())),
        _ => Err("expected `region`, `alliance` or an id such as `alliance:NATO`".to_owned()),
    }
}
