use std::{
    collections::BTreeMap,
    fmt,
    io::{self, Write},
};

use super::{
    escape::{Lines, Quoted, Shown},
    label,
    legend::Caption,
    look,
};
use crate::{
    export::{Clusters, plain::address},
    graph::{GraphEdge, GraphNode, RelationGraph},
    relation::{Modality, Polarity, QuadClass},
};

/// In which direction edges run, where they can.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum RankDirection {
    /// From left to right: the labels of edges have room.
    #[default]
    LeftToRight,
    /// From top to bottom.
    TopToBottom,
}

/// Writes a graph in DOT, the language of Graphviz.
///
/// A node's shape and colour tell its kind; an edge's colour tells its quad class (blue for cooperation, orange and red for
/// conflict, deeds darker than words), its width how often it was stated. What is denied or not a fact (yet) is dashed. A legend
/// says so. The first sentences are the tooltip; an edge whose document's id is an address of the web links to it. The same
/// graph gives the same text, whatever the order in which it was made.
///
/// ```
/// use geopol::{Dot, Extractor, RelationGraph};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("China condemned AUKUS."));
/// let mut dot = Vec::new();
/// Dot::new(&graph).title("AUKUS").write(&mut dot)?;
/// let dot = String::from_utf8(dot)?;
/// assert!(dot.contains("\"country:CHN\" -> \"alliance:AUKUS\" [label=\"condemns\""));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// As text: `Dot::new(&graph).to_string()`. For a picture: `dot -Tsvg graph.dot > graph.svg`.
#[derive(Clone, Debug)]
pub struct Dot<'g> {
    graph: &'g RelationGraph,
    title: Option<String>,
    direction: RankDirection,
    tooltip_sentences: usize,
    clusters: Clusters,
    legend: bool,
}

impl<'g> Dot<'g> {
    /// Will write this graph.
    #[must_use]
    pub fn new(graph: &'g RelationGraph) -> Self {
        let (direction, clusters) = (RankDirection::LeftToRight, Clusters::default());
        Self { graph, title: None, direction, tooltip_sentences: 3, clusters, legend: true }
    }

    /// Puts a title above the picture.
    pub fn title(&mut self, title: impl Into<String>) -> &mut Self {
        self.title = Some(title.into());
        self
    }

    /// Sets the direction of edges.
    pub const fn direction(&mut self, direction: RankDirection) -> &mut Self {
        self.direction = direction;
        self
    }

    /// Sets how many sentences an edge's tooltip quotes; three by default.
    pub const fn tooltip_sentences(&mut self, most: usize) -> &mut Self {
        self.tooltip_sentences = most;
        self
    }

    /// Draws a frame around the nodes of each cluster; there are none by default.
    pub fn clusters(&mut self, clusters: Clusters) -> &mut Self {
        self.clusters = clusters;
        self
    }

    /// Leaves the legend out.
    pub const fn without_legend(&mut self) -> &mut Self {
        self.legend = false;
        self
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write<W: Write>(&self, mut writer: W) -> io::Result<()> {
        write!(writer, "{self}")?;
        writer.flush()
    }

    /// The nodes, those of a cluster in its frame.
    fn nodes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut framed: BTreeMap<&str, Vec<&GraphNode>> = BTreeMap::new();
        for node in self.graph.nodes() {
            match self.clusters.label(node.id()) {
                Some(label) => framed.entry(label).or_default().push(node),
                None => Self::node(node, f)?,
            }
        }
        for (n, (label, nodes)) in framed.into_iter().enumerate() {
            writeln!(f, "  subgraph cluster_{n} {{")?;
            writeln!(f, "    graph [label={}, tooltip={0}, style=\"rounded,filled\",", Shown(label))?;
            writeln!(f, "      color=\"#b8bec6\", fillcolor=\"#f6f7f9\", fontsize=12, fontcolor=\"#555555\"];")?;
            nodes.into_iter().try_for_each(|node| {
                f.write_str("  ")?;
                Self::node(node, f)
            })?;
            writeln!(f, "  }}")?;
        }
        Ok(())
    }

    fn node(node: &GraphNode, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let look = look::node(node.kind());
        let tooltip = [label::short(node.name()), format!("{}, {} mentions", node.id(), node.mentions())];
        writeln!(
            f,
            "  {} [label={}, shape={}, style=\"{}\", fillcolor=\"{}\", class=\"{}\", tooltip={}];",
            Quoted(node.id()),
            Lines(&label::name(node)),
            look.shape,
            look.style,
            look.fill,
            node.kind(),
            Lines(&tooltip),
        )
    }

    fn edge(&self, edge: &GraphEdge, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (predicate, negated) = (edge.predicate(), edge.polarity() == Polarity::Negated);
        let look::EdgeLook { line, text } = look::edge(predicate.quad());
        let tooltip = Lines(&label::tooltip(edge, self.tooltip_sentences)).to_string();
        write!(
            f,
            "  {} -> {} [label={}, color=\"{line}\", fontcolor=\"{text}\", penwidth={:.2}",
            Quoted(edge.source().id()),
            Quoted(edge.target().id()),
            Shown(&label::edge(edge)),
            look::width(edge.count()),
        )?;
        if negated || edge.modality() != Modality::Actual {
            f.write_str(", style=dashed")?;
        }
        if predicate.is_symmetric() {
            f.write_str(", dir=none")?;
        } else if negated {
            f.write_str(", arrowhead=tee")?;
        }
        if let Some(url) = edge.reports().find_map(|report| address(report.document()?)) {
            // not all of Graphviz's versions do this themselves
            write!(f, ", URL=\"{}\", target=\"_blank\"", url.replace('&', "&amp;"))?;
        }
        let quad = predicate.quad().map_or("office", QuadClass::as_str);
        // a label has a tooltip of its own
        writeln!(f, ", class=\"{predicate} {quad}\", tooltip={tooltip}, labeltooltip={tooltip}];")
    }
}

impl fmt::Display for Dot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rankdir = match self.direction {
            RankDirection::LeftToRight => "LR",
            RankDirection::TopToBottom => "TB",
        };
        f.write_str(ABOUT)?;
        writeln!(f, "digraph relations {{")?;
        writeln!(f, "  graph [layout=dot, rankdir={rankdir}, overlap=false, splines=true, nodesep=0.5, ranksep=0.6,")?;
        writeln!(f, "    fontname=\"Helvetica,Arial,sans-serif\", fontsize=16, labelloc=t, bgcolor=white];")?;
        writeln!(
            f,
            "  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=12, color=\"#555555\", margin=\"0.15,0.08\"];"
        )?;
        writeln!(f, "  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, arrowsize=0.8];")?;
        match &self.title {
            _ if self.legend => {
                writeln!(f, "  label={};", Caption { title: self.title.as_deref(), graph: self.graph })?
            }
            Some(title) => writeln!(f, "  label={};", Shown(title))?,
            None => {}
        }
        self.nodes(f)?;
        self.graph.edges().try_for_each(|edge| self.edge(edge, f))?;
        f.write_str("}\n")
    }
}

const ABOUT: &str = "\
// Nodes: country = rounded box, alliance = hexagon, treaty = note, leader = ellipse, institution = box,
//   group = octagon, region = dashed box.
// Edges: light blue = words of cooperation, dark blue = deeds of cooperation, orange = words of conflict,
//   dark red = deeds of conflict, grey = offices. Dashed = denied (a bar as head) or not a fact (yet).
//   Without a head: holds both ways. Wider: stated more often.
";
