use std::io::{self, Write};

use quick_xml::{Writer, events::BytesText};

use super::document;
use crate::{
    export::{
        attributes::{Attribute, Column, EDGE_COLUMNS, NODE_COLUMNS, numbered, of_edge, of_node},
        plain::spelt,
    },
    graph::RelationGraph,
};

/// Writes a graph as GraphML, for yEd, Cytoscape, Gephi, NetworkX and igraph.
///
/// Attributes have types and ids of their own, edges have unique ids; all edges are directed, the attribute `symmetric` tells which
/// hold both ways.
///
/// ```
/// use geopol::{Extractor, GraphMl, RelationGraph};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("China condemned AUKUS."));
/// let mut xml = Vec::new();
/// GraphMl::new(&graph).write(&mut xml)?;
/// assert!(String::from_utf8(xml)?.contains(r#"<edge id="e0" source="country:CHN" target="alliance:AUKUS">"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct GraphMl<'g> {
    graph: &'g RelationGraph,
}

impl<'g> GraphMl<'g> {
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
    pub fn write<W: Write>(&self, writer: W) -> io::Result<()> {
        document(writer, |xml| {
            let root = xml.create_element("graphml").with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
            root.write_inner_content(|xml| {
                keys(xml, "node", &NODE_COLUMNS)?;
                keys(xml, "edge", &EDGE_COLUMNS)?;
                let graph =
                    xml.create_element("graph").with_attributes([("id", "relations"), ("edgedefault", "directed")]);
                graph.write_inner_content(|xml| self.content(xml)).map(drop)
            })?;
            Ok(())
        })
    }

    fn content<W: Write>(&self, xml: &mut Writer<W>) -> io::Result<()> {
        for node in self.graph.nodes() {
            let element = xml.create_element("node").with_attribute(("id", &*spelt(node.id())));
            element.write_inner_content(|xml| data(xml, "node", of_node(node)))?;
        }
        for (id, edge) in numbered(self.graph) {
            let (source, target) = (spelt(edge.source().id()), spelt(edge.target().id()));
            let ends = [("id", id.as_str()), ("source", &source), ("target", &target)];
            let element = xml.create_element("edge").with_attributes(ends);
            element.write_inner_content(|xml| data(xml, "edge", of_edge(edge)))?;
        }
        Ok(())
    }
}

fn keys<W: Write>(xml: &mut Writer<W>, of: &str, columns: &[Column]) -> io::Result<()> {
    for (name, kind) in columns {
        let id = format!("{of}_{name}");
        let key = [("id", id.as_str()), ("for", of), ("attr.name", name), ("attr.type", kind)];
        xml.create_element("key").with_attributes(key).write_empty()?;
    }
    Ok(())
}

fn data<'a, W: Write>(
    xml: &mut Writer<W>,
    of: &str,
    attributes: impl IntoIterator<Item = Attribute<'a>>,
) -> io::Result<()> {
    for (name, value) in attributes {
        if let Some(value) = value {
            let key = format!("{of}_{name}");
            let element = xml.create_element("data").with_attribute(("key", key.as_str()));
            element.write_text_content(BytesText::new(&value.written()))?;
        }
    }
    Ok(())
}
