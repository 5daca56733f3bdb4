use std::{
    collections::BTreeSet,
    io::{self, Write},
};

use quick_xml::Writer;

use super::document;
use crate::{
    export::{
        attributes::{Attribute, Column, EDGE_COLUMNS, NODE_COLUMNS, numbered, of_edge, of_node},
        plain::spelt,
    },
    graph::{GraphEdge, RelationGraph},
};

/// Writes a graph as GEXF 1.3, for Gephi and NetworkX.
///
/// The graph is dynamic: an edge has a spell for each date of a report, so that Gephi's timeline shows it on those days; an edge
/// without any date is there always. An edge's weight is its [count](crate::GraphEdge::count), its kind the predicate, by which
/// Gephi tells parallel edges apart.
///
/// ```
/// use geopol::{Date, Document, Extractor, Gexf, RelationGraph};
///
/// let date: Date = "2024-05-12".parse()?;
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract(Document::new("China condemned AUKUS.").with_date(date)));
/// let mut xml = Vec::new();
/// Gexf::new(&graph).write(&mut xml)?;
/// assert!(String::from_utf8(xml)?.contains(r#"<spell start="2024-05-12" end="2024-05-12"/>"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Gexf<'g> {
    graph: &'g RelationGraph,
}

impl<'g> Gexf<'g> {
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
            let root = [("xmlns", "http://gexf.net/1.3"), ("version", "1.3")];
            xml.create_element("gexf").with_attributes(root).write_inner_content(|xml| {
                xml.create_element("meta").write_inner_content(|xml| {
                    let creator = concat!("geopol ", env!("CARGO_PKG_VERSION"));
                    let text = quick_xml::events::BytesText::new(creator);
                    xml.create_element("creator").write_text_content(text).map(drop)
                })?;
                let graph = [
                    ("mode", "dynamic"),
                    ("timeformat", "date"),
                    ("timerepresentation", "interval"),
                    ("defaultedgetype", "directed"),
                ];
                xml.create_element("graph").with_attributes(graph).write_inner_content(|xml| self.content(xml))?;
                Ok(())
            })?;
            Ok(())
        })
    }

    fn content<W: Write>(&self, xml: &mut Writer<W>) -> io::Result<()> {
        columns(xml, "node", &NODE_COLUMNS)?;
        columns(xml, "edge", &EDGE_COLUMNS)?;
        xml.create_element("nodes").write_inner_content(|xml| {
            for node in self.graph.nodes() {
                let attributes = of_node(node);
                let label = label(&attributes);
                let element =
                    xml.create_element("node").with_attributes([("id", &*spelt(node.id())), ("label", &label)]);
                element.write_inner_content(|xml| values(xml, attributes))?;
            }
            Ok(())
        })?;
        xml.create_element("edges").write_inner_content(|xml| {
            for (id, edge) in numbered(self.graph) {
                let attributes = of_edge(edge);
                let (source, target) = (spelt(edge.source().id()), spelt(edge.target().id()));
                let (label, weight) = (label(&attributes), edge.count().to_string());
                let element = xml.create_element("edge").with_attributes([
                    ("id", id.as_str()),
                    ("source", &source),
                    ("target", &target),
                    ("kind", edge.predicate().as_str()),
                    ("label", &label),
                    ("weight", &weight),
                ]);
                element.write_inner_content(|xml| {
                    values(xml, attributes)?;
                    spells(xml, edge)
                })?;
            }
            Ok(())
        })?;
        Ok(())
    }
}

/// The label, which GEXF wants beside the attributes.
fn label(attributes: &[Attribute<'_>]) -> String {
    match &attributes[0].1 {
        Some(super::super::attributes::Value::Text(label)) => label.to_string(),
        _ => String::new(),
    }
}

fn columns<W: Write>(xml: &mut Writer<W>, class: &str, columns: &[Column]) -> io::Result<()> {
    let element = xml.create_element("attributes").with_attributes([("class", class), ("mode", "static")]);
    element.write_inner_content(|xml| {
        for (name, kind) in columns.iter().skip(1) {
            // GEXF's word for the same
            let kind = if *kind == "int" { "integer" } else { kind };
            xml.create_element("attribute")
                .with_attributes([("id", *name), ("title", name), ("type", kind)])
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn values<'a, W: Write>(xml: &mut Writer<W>, attributes: impl IntoIterator<Item = Attribute<'a>>) -> io::Result<()> {
    xml.create_element("attvalues").write_inner_content(|xml| {
        for (name, value) in attributes.into_iter().skip(1) {
            if let Some(value) = value {
                xml.create_element("attvalue")
                    .with_attributes([("for", name), ("value", &value.written())])
                    .write_empty()?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

fn spells<W: Write>(xml: &mut Writer<W>, edge: &GraphEdge) -> io::Result<()> {
    let dates: BTreeSet<_> = edge.evidence().iter().filter_map(|evidence| evidence.date()).collect();
    if dates.is_empty() {
        return Ok(());
    }
    xml.create_element("spells").write_inner_content(|xml| {
        for date in dates {
            let (start, end) = (date.earliest().to_string(), date.latest().to_string());
            xml.create_element("spell").with_attributes([("start", start.as_str()), ("end", &end)]).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
