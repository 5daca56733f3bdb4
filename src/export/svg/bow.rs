//! Edges as bows between nodes that stand anywhere.

use layout::core::geometry::Point;

/// How far apart parallel edges are in the middle.
const STEP: f64 = 30.0;

/// An edge between two nodes, or around one, the middles and sizes of which are known.
pub(super) struct Bow {
    pub(super) one: (Point, Point),
    pub(super) other: (Point, Point),
    /// The how manieth of the parallel edges it is, counted from their middle.
    pub(super) offset: f64,
}

/// The start with the way out of it, then the way into the end with it.
pub(super) type Path = [(Point, Point); 2];

/// The point of a bow's path at a share of its length.
pub(super) fn along([(a, b), (c, d)]: &Path, t: f64) -> Point {
    let u = 1.0 - t;
    let at = |a: f64, b: f64, c: f64, d: f64| u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d;
    Point::new(at(a.x, b.x, c.x, d.x), at(a.y, b.y, c.y, d.y))
}

impl Bow {
    /// From one to the other.
    pub(super) fn between(&self) -> Path {
        let (one, other) = (self.one.0, self.other.0);
        let (dx, dy) = (other.x - one.x, other.y - one.y);
        let length = dx.hypot(dy).max(1e-6);
        let bend = self.offset * STEP;
        let middle =
            Point::new((one.x + other.x) / 2.0 - dy / length * bend, (one.y + other.y) / 2.0 + dx / length * bend);
        let (start, end) = (border(self.one, middle), border(self.other, middle));
        // a quadratic curve as a cubic one
        let toward = |from: Point| {
            Point::new(from.x + (middle.x - from.x) * 2.0 / 3.0, from.y + (middle.y - from.y) * 2.0 / 3.0)
        };
        [(start, toward(start)), (toward(end), end)]
    }

    /// A loop above the node.
    pub(super) fn around(&self) -> Path {
        let (at, size) = self.one;
        let (top, reach) = (at.y - size.y / 2.0, at.y - size.y / 2.0 - 46.0 - (self.offset.abs() + self.offset) * 9.0);
        let start = (Point::new(at.x - 10.0, top), Point::new(at.x - 46.0, reach));
        let end = (Point::new(at.x + 46.0, reach), Point::new(at.x + 10.0, top));
        [start, end]
    }
}

/// Where the way from a node's middle to a point leaves its box.
fn border((at, size): (Point, Point), to: Point) -> Point {
    let (dx, dy) = (to.x - at.x, to.y - at.y);
    let scale = (size.x / 2.0 / dx.abs().max(1e-6)).min(size.y / 2.0 / dy.abs().max(1e-6)).min(1.0);
    Point::new(at.x + dx * scale, at.y + dy * scale)
}
