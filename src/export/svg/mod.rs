//! Graphs as pictures, drawn without Graphviz.

mod canvas;
mod shape;

use std::io::{self, Write};

use canvas::{Canvas, FONT};
use layout::{
    core::{
        base::Orientation,
        color::Color,
        style::{LineStyleKind, StyleAttr},
    },
    std_shapes::shapes::{Arrow, Element, LineEndKind, ShapeKind},
    topo::layout::VisualGraph,
};

use super::dot::{edge_label, node_label};
use crate::{
    gazetteer::EntityKind,
    graph::{GraphEdge, RelationGraph},
    relation::Polarity,
};

/// Draws a graph as a picture in SVG, in layers from left to right, by the crate `layout-rs`.
///
/// Shapes, colours, dashes and widths are those of [`Dot`](crate::Dot), and the first sentences are tooltips; a legend stands
/// below. Graphviz places large graphs better. The same graph gives the same picture.
///
/// ```
/// use geopol::{Extractor, RelationGraph, Svg};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("China condemned AUKUS."));
/// let mut svg = Vec::new();
/// Svg::new(&graph).title("AUKUS").write(&mut svg)?;
/// assert!(String::from_utf8(svg)?.contains("condemns"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Svg<'g> {
    graph: &'g RelationGraph,
    title: Option<String>,
}

impl<'g> Svg<'g> {
    /// Will draw this graph.
    #[must_use]
    pub const fn new(graph: &'g RelationGraph) -> Self {
        Self { graph, title: None }
    }

    /// Puts a title above the picture.
    pub fn title(&mut self, title: impl Into<String>) -> &mut Self {
        self.title = Some(title.into());
        self
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write<W: Write>(&self, mut writer: W) -> io::Result<()> {
        let nodes: Vec<_> = self.graph.nodes().collect();
        let edges: Vec<_> = self.graph.edges().collect();
        let mut canvas = Canvas::new(&nodes, &edges);
        // the layout knows no graph of nothing
        if !nodes.is_empty() {
            let mut picture = VisualGraph::new(Orientation::LeftToRight);
            let mut handles = Vec::with_capacity(nodes.len());
            for (n, node) in nodes.iter().enumerate() {
                let lines = node_label(node);
                let size = canvas::node_size(&lines);
                let shape =
                    if node.kind() == EntityKind::Leader { ShapeKind::new_circle("") } else { ShapeKind::new_box("") };
                let element =
                    Element::create_with_properties(shape, style(0), Orientation::LeftToRight, size, n.to_string());
                handles.push(picture.add_node(element));
            }
            let number =
                |id: &str| nodes.binary_search_by(|node| node.id().cmp(id)).expect("an edge's sides are nodes");
            for (n, edge) in edges.iter().enumerate() {
                let (from, to) = (number(edge.source().id()), number(edge.target().id()));
                picture.add_edge(arrow(n, edge), handles[from], handles[to]);
            }
            picture.do_it(false, false, false, &mut canvas);
        }
        writer.write_all(canvas.finish(self.title.as_deref()).as_bytes())?;
        writer.flush()
    }
}

fn arrow(number: usize, edge: &GraphEdge) -> Arrow {
    let directed = !edge.predicate().is_symmetric() && edge.polarity() == Polarity::Affirmed;
    let end = if directed { LineEndKind::Arrow } else { LineEndKind::None };
    let (label, look) = (edge_label(edge), style(number));
    let line = LineStyleKind::Normal;
    Arrow::with_properties(LineEndKind::None, end, line, &label, &look, number.to_string(), &None, &None)
}

/// The canvas knows how everything looks; an edge's label comes to it with the style alone, which therefore carries the edge's
/// number where corners would be rounded. The size of the font decides how much room a label gets.
fn style(number: usize) -> StyleAttr {
    StyleAttr::new(Color::fast("black"), 1, None, number, FONT / 2)
}
