//! What the layout draws on.

use std::fmt::Write;

use layout::core::{
    format::{ClipHandle, RenderBackend},
    geometry::Point,
    style::StyleAttr,
};

use super::{
    markup::{LEGEND_WIDTH, LINE, escaped, escaped_lines, legend, opening},
    shape::outline,
};
use crate::{
    export::dot::{edge_label, edge_lines, edge_look, edge_width, node_label, node_look, short},
    graph::{GraphEdge, GraphNode},
    relation::{Modality, Polarity},
};

/// How wide a letter is on the average, a little more for wide alphabets.
const LETTER: f64 = 7.0;
/// The same of the smaller letters of labels, and the height of their lines.
const LABEL_LETTER: f64 = 5.9;
const LABEL_LINE: f64 = 13.0;
const MARGIN: f64 = 16.0;
const HEAD: f64 = 9.0;
/// How many sentences a tooltip has.
const SENTENCES: usize = 3;

pub(super) struct Canvas<'a, 'g> {
    nodes: &'a [&'g GraphNode],
    edges: &'a [&'g GraphEdge],
    shapes: String,
    lines: String,
    labels: String,
    low: Point,
    high: Point,
    hidden: usize,
}

/// How much room a label of these lines takes.
pub(super) fn node_size(lines: &[String]) -> Point {
    #[allow(clippy::cast_precision_loss)] // a few letters
    let (width, height) = (lines.iter().map(|line| line.chars().count()).max().unwrap_or(0) as f64, lines.len() as f64);
    Point::new(width * LETTER + 26.0, height * LINE + 14.0)
}

impl<'a, 'g> Canvas<'a, 'g> {
    pub(super) fn new(nodes: &'a [&'g GraphNode], edges: &'a [&'g GraphEdge]) -> Self {
        let none = String::new;
        let (low, high) = (Point::new(f64::MAX, f64::MAX), Point::new(f64::MIN, f64::MIN));
        Self { nodes, edges, shapes: none(), lines: none(), labels: none(), low, high, hidden: 0 }
    }

    /// The whole picture.
    pub(super) fn finish(self, title: Option<&str>) -> String {
        let empty = self.nodes.is_empty();
        let (low, high) = if empty { (Point::zero(), Point::new(0.0, 0.0)) } else { (self.low, self.high) };
        let legend = legend(self.hidden);
        let above = if title.is_some() { 34.0 } else { 0.0 };
        let width = (high.x - low.x).max(LEGEND_WIDTH) + 2.0 * MARGIN;
        let height = high.y - low.y + 2.0 * MARGIN + above + 2.0 * LINE + MARGIN;
        let mut out = opening(width, height, title);
        let (dx, dy) = (MARGIN - low.x, MARGIN - low.y + above);
        let Self { shapes, lines, labels, .. } = self;
        let _ = writeln!(out, "<g transform=\"translate({dx:.1},{dy:.1})\">\n{lines}{labels}{shapes}</g>");
        let _ =
            writeln!(out, "<g transform=\"translate({MARGIN},{:.0})\">\n{legend}</g>\n</svg>", height - MARGIN - LINE);
        out
    }

    fn grow(&mut self, point: Point) {
        self.low = Point::new(self.low.x.min(point.x), self.low.y.min(point.y));
        self.high = Point::new(self.high.x.max(point.x), self.high.y.max(point.y));
    }

    /// The node of this number, in a box.
    pub(super) fn node(&mut self, at: Point, size: Point, number: Option<usize>) {
        let Some(node) = number.and_then(|n| self.nodes.get(n)) else { return };
        self.grow(at);
        self.grow(Point::new(at.x + size.x, at.y + size.y));
        let (look, lines) = (node_look(node.kind()), node_label(node));
        let _ = writeln!(
            self.shapes,
            "<g><title>{}\n{}, {} mentions</title>{} fill=\"{}\" stroke=\"#555555\"/>",
            escaped(&short(node.name())),
            escaped(&short(node.id())),
            node.mentions(),
            outline(node.kind(), at, size),
            look.fill
        );
        #[allow(clippy::cast_precision_loss)] // a few lines
        let first = at.y + size.y / 2.0 - (lines.len() as f64 - 1.0) * LINE / 2.0 + 4.0;
        let x = at.x + size.x / 2.0;
        for (n, line) in lines.iter().enumerate() {
            #[allow(clippy::cast_precision_loss)] // a few lines
            let y = first + n as f64 * LINE;
            let _ = writeln!(
                self.shapes,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\">{}</text>",
                escaped(line)
            );
        }
        self.shapes.push_str("</g>\n");
    }

    /// The labels of edges that share a line, below one another around a point.
    pub(super) fn label(&mut self, at: Point, edges: &[&GraphEdge]) {
        let room = label_size(edges);
        self.grow(Point::new(at.x - room.x / 2.0, at.y - room.y / 2.0));
        self.grow(Point::new(at.x + room.x / 2.0, at.y + room.y / 2.0));
        for (n, edge) in edges.iter().enumerate() {
            #[allow(clippy::cast_precision_loss)] // a few lines
            let y = at.y + 4.0 + (n as f64 - (edges.len() as f64 - 1.0) / 2.0) * LABEL_LINE;
            let _ = writeln!(
                self.labels,
                "<text x=\"{:.1}\" y=\"{y:.1}\" font-size=\"11\" text-anchor=\"middle\" fill=\"{}\" stroke=\"white\" \
                 stroke-width=\"6\" stroke-linejoin=\"round\" paint-order=\"stroke\"><title>{}</title>{}</text>",
                at.x,
                edge_look(edge.predicate().quad()).text,
                escaped_lines(&edge_lines(edge, SENTENCES)),
                escaped(&edge_label(edge))
            );
        }
    }

    /// A line along a path, for edges that look alike: the first point with the way out of it, then ways into points with the
    /// points.
    pub(super) fn line(&mut self, path: &[(Point, Point)], head: (bool, bool), edges: &[&GraphEdge]) {
        let (Some(edge), [first, second, rest @ ..]) = (edges.first(), path) else { return };
        for point in path.iter().flat_map(|(one, other)| [one, other]) {
            self.grow(*point);
        }
        let color = edge_look(edge.predicate().quad()).line;
        let mut way = format!(
            "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            first.0.x, first.0.y, first.1.x, first.1.y, second.0.x, second.0.y, second.1.x, second.1.y
        );
        for (by, to) in rest {
            let _ = write!(way, "S{:.1} {:.1} {:.1} {:.1}", by.x, by.y, to.x, to.y);
        }
        let dash = if is_dashed(edge) { " stroke-dasharray=\"5,4\"" } else { "" };
        let sentences = SENTENCES.div_ceil(edges.len());
        let told: Vec<String> = edges.iter().flat_map(|edge| edge_lines(edge, sentences)).collect();
        let _ = write!(
            self.lines,
            "<g fill=\"none\" stroke=\"{color}\"><title>{}</title><path d=\"{way}\" stroke-width=\"{:.2}\"{dash}/>",
            escaped_lines(&told),
            edge_width(edges.iter().map(|edge| edge.count()).sum())
        );
        let last = rest.last().unwrap_or(second);
        // an edge that was turned for the layout comes with its head at its start
        let (tip, from) = if head.0 { (first.0, first.1) } else { (last.1, last.0) };
        if (head.0 || head.1) && edge.polarity() == Polarity::Affirmed {
            let (left, right) = wings(tip, from, HEAD, HEAD / 2.5);
            let _ = write!(
                self.lines,
                "<polygon points=\"{:.1},{:.1} {:.1},{:.1} {:.1},{:.1}\" fill=\"{color}\"/>",
                tip.x, tip.y, left.x, left.y, right.x, right.y
            );
        } else if head.0 || head.1 {
            let (left, right) = wings(tip, from, 3.0, HEAD / 1.5);
            let _ = write!(
                self.lines,
                "<path d=\"M{:.1} {:.1}L{:.1} {:.1}\" stroke-width=\"2.5\"/>",
                left.x, left.y, right.x, right.y
            );
        }
        self.lines.push_str("</g>\n");
    }

    /// Says that so many labels are only in the tooltips.
    pub(super) const fn hidden(&mut self, labels: usize) {
        self.hidden = labels;
    }
}

/// Whether an edge is denied, or not a fact (yet).
pub(super) fn is_dashed(edge: &GraphEdge) -> bool {
    edge.polarity() == Polarity::Negated || edge.modality() != Modality::Actual
}

/// How much room the labels of edges take that share a line.
pub(super) fn label_size(edges: &[&GraphEdge]) -> Point {
    let letters = edges.iter().map(|edge| edge_label(edge).chars().count()).max().unwrap_or(0);
    #[allow(clippy::cast_precision_loss)] // a few letters and lines
    let (letters, lines) = (letters as f64, edges.len() as f64);
    Point::new(letters * LABEL_LETTER + 6.0, lines * LABEL_LINE + 2.0)
}

/// An edge's number as a text of its label's length: the layout hands it on to where the label shall stand.
pub(super) fn numbered_label(number: usize, edge: &GraphEdge) -> String {
    format!("{number:>0$}", edge_label(edge).chars().count())
}

impl RenderBackend for Canvas<'_, '_> {
    fn draw_rect(&mut self, xy: Point, size: Point, _: &StyleAttr, number: Option<String>, _: Option<ClipHandle>) {
        self.node(xy, size, number.and_then(|number| number.parse().ok()));
    }

    fn draw_circle(&mut self, center: Point, size: Point, _: &StyleAttr, number: Option<String>) {
        let corner = Point::new(center.x - size.x / 2.0, center.y - size.y / 2.0);
        self.node(corner, size, number.and_then(|number| number.parse().ok()));
    }

    fn draw_line(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>) {}

    /// Labels of edges alone: those of nodes are drawn with the nodes.
    fn draw_text(&mut self, xy: Point, number: &str, _: &StyleAttr) {
        if let Some(edge) = number.trim_start().parse().ok().and_then(|number: usize| self.edges.get(number)) {
            self.label(xy, &[edge]);
        }
    }

    fn draw_arrow(
        &mut self,
        path: &[(Point, Point)],
        _: bool,
        head: (bool, bool),
        look: &StyleAttr,
        _: Option<String>,
        _: &str,
    ) {
        if let Some(edge) = self.edges.get(look.rounded) {
            self.line(path, head, &[edge]);
        }
    }

    fn create_clip(&mut self, _: Point, _: Point, _: usize) -> ClipHandle {
        0
    }
}

/// The two points so far behind a tip, to its left and right, of a line that comes from another point.
fn wings(tip: Point, from: Point, back: f64, side: f64) -> (Point, Point) {
    let (dx, dy) = (tip.x - from.x, tip.y - from.y);
    let length = dx.hypot(dy).max(1e-6);
    let (dx, dy) = (dx / length, dy / length);
    let (x, y) = (tip.x - dx * back, tip.y - dy * back);
    (Point::new(x - dy * side, y + dx * side), Point::new(x + dy * side, y - dx * side))
}
