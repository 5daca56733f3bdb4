//! Graphs as pictures, drawn without Graphviz.

mod bow;
mod canvas;
mod force;
mod markup;
mod scatter;
mod shape;
mod timeline;

use std::io::{self, Write};

use canvas::Canvas;
use layout::{
    core::{
        base::Orientation,
        color::Color,
        style::{LineStyleKind, StyleAttr},
    },
    std_shapes::shapes::{Arrow, Element, LineEndKind, ShapeKind},
    topo::layout::VisualGraph,
};
use markup::FONT;
pub use timeline::TimelineSvg;

use super::dot::node_label;
use crate::{
    gazetteer::EntityKind,
    graph::{GraphEdge, GraphNode, RelationGraph},
};

/// Draws a graph as a picture in SVG: up to thirty edges in layers from left to right, by the crate `layout-rs`, larger graphs placed
/// by forces, since layers take time that grows with the cube. There, parallel edges that look alike share a line, and a label
/// that finds no room is only in the tooltip.
///
/// Shapes, colours, dashes and widths are those of [`Dot`](crate::Dot), and the first sentences are tooltips; a legend stands
/// below. The same graph gives the same picture.
///
/// ```
/// use geopol::{Extractor, RelationGraph, GraphSvg};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("China condemned AUKUS."));
/// let mut svg = Vec::new();
/// GraphSvg::new(&graph).title("AUKUS").write(&mut svg)?;
/// assert!(String::from_utf8(svg)?.contains("condemns"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct GraphSvg<'g> {
    graph: &'g RelationGraph,
    title: Option<String>,
}

impl<'g> GraphSvg<'g> {
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
        let number = |id: &str| nodes.binary_search_by(|node| node.id().cmp(id)).expect("an edge's sides are nodes");
        let ends: Vec<(usize, usize)> =
            edges.iter().map(|edge| (number(edge.source().id()), number(edge.target().id()))).collect();
        if edges.len() <= LAYERED {
            layered(&nodes, &edges, &ends, &mut canvas);
        } else {
            scatter::draw(&nodes, &edges, &ends, &mut canvas);
        }
        writer.write_all(canvas.finish(self.title.as_deref()).as_bytes())?;
        writer.flush()
    }
}

/// In layers from left to right.
fn layered(nodes: &[&GraphNode], edges: &[&GraphEdge], ends: &[(usize, usize)], canvas: &mut Canvas<'_, '_>) {
    // the layout knows no graph of nothing
    if nodes.is_empty() {
        return;
    }
    let mut picture = VisualGraph::new(Orientation::LeftToRight);
    let mut handles = Vec::with_capacity(nodes.len());
    for (n, node) in nodes.iter().enumerate() {
        let size = canvas::node_size(&node_label(node));
        let round = node.kind() == EntityKind::Leader;
        let shape = if round { ShapeKind::new_circle("") } else { ShapeKind::new_box("") };
        let element = Element::create_with_properties(shape, style(0), Orientation::LeftToRight, size, n.to_string());
        handles.push(picture.add_node(element));
    }
    for (n, (edge, &(from, to))) in edges.iter().zip(ends).enumerate() {
        picture.add_edge(arrow(n, edge), handles[from], handles[to]);
    }
    picture.do_it(false, false, false, canvas);
}

fn arrow(number: usize, edge: &GraphEdge) -> Arrow {
    let directed = !edge.predicate().is_symmetric();
    let end = if directed { LineEndKind::Arrow } else { LineEndKind::None };
    let (label, look) = (canvas::numbered_label(number, edge), style(number));
    let line = LineStyleKind::Normal;
    Arrow::with_properties(LineEndKind::None, end, line, &label, &look, number.to_string(), &None, &None)
}

/// So many edges are drawn in layers.
const LAYERED: usize = 30;

/// The canvas knows how everything looks; an edge comes to it with the style alone, which therefore carries the edge's number
/// where corners would be rounded. The size of the font decides how much room a label gets.
fn style(number: usize) -> StyleAttr {
    StyleAttr::new(Color::fast("black"), 1, None, number, FONT / 2)
}
