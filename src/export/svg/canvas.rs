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
    export::dot::{edge_label, edge_lines, edge_look, edge_width, node_label, node_look},
    graph::{GraphEdge, GraphNode},
    relation::{Modality, Polarity},
};

/// How wide a letter is on the average, a little more for wide alphabets.
const LETTER: f64 = 7.0;
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
        Self { nodes, edges, shapes: none(), lines: none(), labels: none(), low, high }
    }

    /// The whole picture.
    pub(super) fn finish(self, title: Option<&str>) -> String {
        let empty = self.nodes.is_empty();
        let (low, high) = if empty { (Point::zero(), Point::new(0.0, 0.0)) } else { (self.low, self.high) };
        let legend = legend();
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

    fn node(&mut self, at: Point, size: Point, number: Option<String>) {
        let Some(node) = number.and_then(|n| n.parse::<usize>().ok()).and_then(|n| self.nodes.get(n)) else { return };
        self.grow(at);
        self.grow(Point::new(at.x + size.x, at.y + size.y));
        let (look, lines) = (node_look(node.kind()), node_label(node));
        let _ = writeln!(
            self.shapes,
            "<g><title>{}\n{}, {} mentions</title>{} fill=\"{}\" stroke=\"#555555\"/>",
            escaped(node.name()),
            escaped(node.id()),
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
}

impl RenderBackend for Canvas<'_, '_> {
    fn draw_rect(&mut self, xy: Point, size: Point, _: &StyleAttr, number: Option<String>, _: Option<ClipHandle>) {
        self.node(xy, size, number);
    }

    fn draw_circle(&mut self, center: Point, size: Point, _: &StyleAttr, number: Option<String>) {
        self.node(Point::new(center.x - size.x / 2.0, center.y - size.y / 2.0), size, number);
    }

    fn draw_line(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>) {}

    /// Labels of edges alone: those of nodes are drawn with the nodes.
    fn draw_text(&mut self, xy: Point, text: &str, look: &StyleAttr) {
        let Some(edge) = self.edges.get(look.rounded).filter(|_| !text.is_empty()) else { return };
        let label = edge_label(edge);
        #[allow(clippy::cast_precision_loss)] // a few letters
        let half = label.chars().count() as f64 * LETTER / 2.0;
        self.grow(Point::new(xy.x - half, xy.y - LINE));
        self.grow(Point::new(xy.x + half, xy.y + LINE));
        let _ = writeln!(
            self.labels,
            "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"11\" text-anchor=\"middle\" fill=\"{}\" stroke=\"white\" \
             stroke-width=\"6\" stroke-linejoin=\"round\" paint-order=\"stroke\"><title>{}</title>{}</text>",
            xy.x,
            xy.y + 4.0,
            edge_look(edge.predicate().quad()).text,
            escaped_lines(&edge_lines(edge, SENTENCES)),
            escaped(&label)
        );
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
        let (Some(edge), [first, second, rest @ ..]) = (self.edges.get(look.rounded), path) else { return };
        for point in path.iter().flat_map(|(one, other)| [one, other]) {
            self.grow(*point);
        }
        let color = edge_look(edge.predicate().quad()).line;
        // the first point with the way out of it, then ways into points with the points
        let mut way = format!(
            "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            first.0.x, first.0.y, first.1.x, first.1.y, second.0.x, second.0.y, second.1.x, second.1.y
        );
        for (by, to) in rest {
            let _ = write!(way, "S{:.1} {:.1} {:.1} {:.1}", by.x, by.y, to.x, to.y);
        }
        let dashed = edge.polarity() == Polarity::Negated || edge.modality() != Modality::Actual;
        let dash = if dashed { " stroke-dasharray=\"5,4\"" } else { "" };
        let _ = write!(
            self.lines,
            "<g fill=\"none\" stroke=\"{color}\"><title>{}</title><path d=\"{way}\" stroke-width=\"{:.2}\"{dash}/>",
            escaped_lines(&edge_lines(edge, SENTENCES)),
            edge_width(edge.count())
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
