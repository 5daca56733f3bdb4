//! Graphs as pictures, drawn without Graphviz.

mod bow;
mod canvas;
mod force;
mod markup;
mod shape;
mod timeline;

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use canvas::Canvas;
use layout::{
    core::{
        base::Orientation,
        color::Color,
        format::RenderBackend,
        geometry::Point,
        style::{LineStyleKind, StyleAttr},
    },
    std_shapes::shapes::{Arrow, Element, LineEndKind, ShapeKind},
    topo::layout::VisualGraph,
};
use markup::FONT;
pub use timeline::TimelineSvg;

use super::dot::{edge_label, node_label};
use crate::{
    gazetteer::EntityKind,
    graph::{GraphEdge, GraphNode, RelationGraph},
};

/// Draws a graph as a picture in SVG: up to sixty edges in layers from left to right, by the crate `layout-rs`, larger graphs placed
/// by forces, since layers take time that grows with the cube. Above 250 edges their labels are only in the tooltips.
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
            scattered(&nodes, &edges, &ends, &mut canvas);
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

/// Placed by forces, with edges as shallow bows.
fn scattered(nodes: &[&GraphNode], edges: &[&GraphEdge], ends: &[(usize, usize)], canvas: &mut Canvas<'_, '_>) {
    let sizes: Vec<Point> = nodes.iter().map(|node| canvas::node_size(&node_label(node))).collect();
    let mut parallel: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (n, &(from, to)) in ends.iter().enumerate() {
        parallel.entry((from.min(to), from.max(to))).or_default().push(n);
    }
    let springs: Vec<(usize, usize)> = parallel.keys().copied().filter(|(one, other)| one != other).collect();
    let places = force::places(&sizes, &springs);
    let labelled = edges.len() <= LABELLED;
    for ((one, other), all) in parallel {
        for (turn, &n) in all.iter().enumerate() {
            #[allow(clippy::cast_precision_loss)] // a few predicates
            let (turn, half) = (turn as f64, (all.len() as f64 - 1.0) / 2.0);
            let bow =
                bow::Bow { one: (places[one], sizes[one]), other: (places[other], sizes[other]), offset: turn - half };
            let (path, middle) = if one == other { bow.around() } else { bow.between() };
            let path = if ends[n].0 == one { path } else { [(path[1].1, path[1].0), (path[0].1, path[0].0)] };
            let directed = !edges[n].predicate().is_symmetric();
            canvas.draw_arrow(&path, false, (false, directed), &style(n), None, "");
            if labelled {
                canvas.draw_text(middle, &edge_label(edges[n]), &style(n));
            }
        }
    }
    for (n, (place, size)) in places.iter().zip(&sizes).enumerate() {
        canvas.draw_rect(
            Point::new(place.x - size.x / 2.0, place.y - size.y / 2.0),
            *size,
            &style(0),
            Some(n.to_string()),
            None,
        );
    }
}

fn arrow(number: usize, edge: &GraphEdge) -> Arrow {
    let directed = !edge.predicate().is_symmetric();
    let end = if directed { LineEndKind::Arrow } else { LineEndKind::None };
    let (label, look) = (edge_label(edge), style(number));
    let line = LineStyleKind::Normal;
    Arrow::with_properties(LineEndKind::None, end, line, &label, &look, number.to_string(), &None, &None)
}

/// So many edges are drawn in layers.
const LAYERED: usize = 60;
/// So many edges get labels.
const LABELLED: usize = 250;

/// The canvas knows how everything looks; an edge's label comes to it with the style alone, which therefore carries the edge's
/// number where corners would be rounded. The size of the font decides how much room a label gets.
fn style(number: usize) -> StyleAttr {
    StyleAttr::new(Color::fast("black"), 1, None, number, FONT / 2)
}
