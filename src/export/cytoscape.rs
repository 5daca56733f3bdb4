use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::{
    attributes::{Attribute, numbered, of_edge, of_node},
    plain::spelt,
};
use crate::{graph::RelationGraph, relation::Polarity};

/// Writes a graph as Cytoscape's JSON, for Cytoscape, Cytoscape.js and NetworkX.
///
/// ```
/// use geopol::{CytoscapeJson, Extractor, RelationGraph};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("China condemned AUKUS."));
/// let mut json = Vec::new();
/// CytoscapeJson::new(&graph).write(&mut json)?;
/// let json: serde_json::Value = serde_json::from_slice(&json)?;
/// assert_eq!(json["elements"]["edges"][0]["data"]["source"], "country:CHN");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CytoscapeJson<'g> {
    graph: &'g RelationGraph,
}

impl<'g> CytoscapeJson<'g> {
    /// Will write this graph.
    #[must_use]
    pub const fn new(graph: &'g RelationGraph) -> Self {
        Self { graph }
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write<W: Write>(&self, mut writer: W) -> io::Result<()> {
        let nodes = self.graph.nodes().map(|node| {
            let id = spelt(node.id());
            // NetworkX reads `value` and `name`, Cytoscape shows `name`
            element(
                of_node(node),
                [("id", json!(id)), ("value", json!(id)), ("name", json!(super::plain::shown(node.name())))],
            )
        });
        let edges = numbered(self.graph).map(|(id, edge)| {
            let (source, target) = (spelt(edge.source().id()), spelt(edge.target().id()));
            let not = if edge.polarity() == Polarity::Negated { "not_" } else { "" };
            let key = format!("{not}{}", edge.predicate());
            let own = [("id", json!(id)), ("source", json!(source)), ("target", json!(target)), ("key", json!(key))];
            element(of_edge(edge), own)
        });
        let file = json!({
            "data": {"name": "relations"},
            "directed": true,
            "multigraph": true,
            "elements": {"nodes": nodes.collect::<Vec<_>>(), "edges": edges.collect::<Vec<_>>()},
        });
        serde_json::to_writer(&mut writer, &file)?;
        writeln!(writer)?;
        writer.flush()
    }
}

fn element<'a, const N: usize>(
    attributes: impl IntoIterator<Item = Attribute<'a>>,
    own: [(&'static str, Value); N],
) -> Value {
    let attributes = attributes.into_iter().filter_map(|(name, value)| Some((name, value?.into())));
    let data: Map<String, Value> = attributes.chain(own).map(|(name, value)| (name.to_owned(), value)).collect();
    json!({ "data": data })
}
