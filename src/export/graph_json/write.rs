use std::{
    collections::BTreeSet,
    io::{self, Write},
};

use serde::Serialize;

use super::record::{Edge, Entity, Header, Node};
use crate::{
    export::offsets::OffsetUnit,
    graph::{Evidence, GraphEntity, RelationGraph},
};

/// What the list of edges is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum EdgeListName {
    /// `edges`, as NetworkX expects since 3.6.
    #[default]
    Edges,
    /// `links`, as D3 and older NetworkX expect.
    Links,
}

/// Writes a graph as node-link JSON, with all its evidence, a node or an edge a line.
///
/// NetworkX reads it (`networkx.node_link_graph(data)`), and so does [`read_graph_json`](crate::read_graph_json). An edge's
/// `key` is unique between its two nodes. Spans count from the start of their sentence.
///
/// ```
/// use geopol::{EdgeListName, Extractor, GraphJson, RelationGraph};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("China condemned AUKUS."));
/// let mut json = Vec::new();
/// GraphJson::new(&graph).edge_list_name(EdgeListName::Links).write(&mut json)?;
/// let json: serde_json::Value = serde_json::from_slice(&json)?;
/// assert_eq!(json["links"][0]["predicate"], "condemns");
/// assert_eq!(json["links"][0]["evidence"][0]["trigger"]["text"], "condemned");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct GraphJson<'g> {
    graph: &'g RelationGraph,
    edge_list: EdgeListName,
    offsets: OffsetUnit,
}

impl<'g> GraphJson<'g> {
    /// Will write this graph.
    #[must_use]
    pub const fn new(graph: &'g RelationGraph) -> Self {
        Self { graph, edge_list: EdgeListName::Edges, offsets: OffsetUnit::Byte }
    }

    /// Sets what the list of edges is called.
    pub const fn edge_list_name(&mut self, name: EdgeListName) -> &mut Self {
        self.edge_list = name;
        self
    }

    /// Sets in what unit spans are counted.
    pub const fn offsets(&mut self, unit: OffsetUnit) -> &mut Self {
        self.offsets = unit;
        self
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write<W: Write>(&self, mut writer: W) -> io::Result<()> {
        let header = Header {
            generator: concat!("geopol ", env!("CARGO_PKG_VERSION")).into(),
            offsets: self.offsets,
            entities: self.others().into_iter().map(Entity::from).collect(),
        };
        let edges = match self.edge_list {
            EdgeListName::Edges => "edges",
            EdgeListName::Links => "links",
        };
        write!(writer, "{{\"directed\": true, \"multigraph\": true,\n\"graph\": ")?;
        serde_json::to_writer(&mut writer, &header)?;
        write!(writer, ",\n\"nodes\": ")?;
        rows(&mut writer, self.graph.nodes().map(Node::from))?;
        write!(writer, ",\n\"{edges}\": ")?;
        rows(&mut writer, self.graph.edges().map(|edge| Edge::new(edge, self.offsets)))?;
        writeln!(writer, "}}")?;
        writer.flush()
    }

    /// Entities that are named, but are no nodes.
    fn others(&self) -> BTreeSet<&'g GraphEntity> {
        let graph = self.graph;
        let named = graph.edges().flat_map(|edge| edge.evidence()).flat_map(Evidence::entities);
        let acting = graph.nodes().flat_map(|node| node.acting_for().map(|(actor, _)| actor));
        named.chain(acting).filter(|entity| graph.node(entity.id()).is_none()).collect()
    }
}

fn rows<W: Write, R: Serialize>(writer: &mut W, rows: impl Iterator<Item = R>) -> io::Result<()> {
    write!(writer, "[")?;
    for (i, row) in rows.enumerate() {
        writer.write_all(if i == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *writer, &row)?;
    }
    write!(writer, "]")
}
