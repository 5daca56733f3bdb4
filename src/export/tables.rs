//! Graphs as tables.

use std::io::{self, Write};

use super::{
    attributes::{Attribute, EDGE_COLUMNS, NODE_COLUMNS, Value, numbered, of_edge, of_node},
    plain::spelt,
};
use crate::graph::RelationGraph;

/// Writes a graph as two tables of comma-separated values with a heading each: its nodes, and its edges.
///
/// Names and sentences that begin like a formula get an apostrophe before them, so that no spreadsheet reckons what the web wrote.
///
/// ```
/// use geopol::{Extractor, GraphTables, RelationGraph};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("China condemned AUKUS."));
/// let mut table = Vec::new();
/// GraphTables::new(&graph).write_nodes(&mut table)?;
/// let lines = "id,label,kind,mentions\nalliance:AUKUS,AUKUS,alliance,1\ncountry:CHN,China,country,1\n";
/// assert_eq!(String::from_utf8(table)?, lines);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct GraphTables<'g> {
    graph: &'g RelationGraph,
}

impl<'g> GraphTables<'g> {
    /// Will write this graph.
    #[must_use]
    pub const fn new(graph: &'g RelationGraph) -> Self {
        Self { graph }
    }

    /// Writes the nodes: id, label, kind, mentions.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write_nodes<W: Write>(&self, writer: W) -> io::Result<()> {
        let mut table = csv::Writer::from_writer(writer);
        table.write_record(["id"].into_iter().chain(NODE_COLUMNS.map(|(name, _)| name)))?;
        for node in self.graph.nodes() {
            table.write_record([inert(&spelt(node.id()))].into_iter().chain(cells(of_node(node))))?;
        }
        table.flush()
    }

    /// Writes the edges: id, source and target, then what the edge says.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write_edges<W: Write>(&self, writer: W) -> io::Result<()> {
        let mut table = csv::Writer::from_writer(writer);
        table.write_record(["id", "source", "target"].into_iter().chain(EDGE_COLUMNS.map(|(name, _)| name)))?;
        for (id, edge) in numbered(self.graph) {
            let ends = [id, inert(&spelt(edge.source().id())), inert(&spelt(edge.target().id()))];
            table.write_record(ends.into_iter().chain(cells(of_edge(edge))))?;
        }
        table.flush()
    }
}

fn cells<'a>(attributes: impl IntoIterator<Item = Attribute<'a>>) -> impl Iterator<Item = String> {
    attributes.into_iter().map(|(_, value)| match value {
        None => String::new(),
        Some(Value::Text(text)) => inert(&text),
        Some(value) => value.written(),
    })
}

/// The text as a cell that spreadsheets do not take for a formula.
pub(super) fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed() {
        assert_eq!(inert("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(inert("China – Japan"), "China – Japan");
    }
}
