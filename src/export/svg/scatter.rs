//! Larger graphs: nodes placed by forces, parallel edges that look alike on one line, labels where there is room.

use std::{cmp::Reverse, collections::BTreeMap};

use layout::core::geometry::Point;

use super::{
    bow::{Bow, Path, along},
    canvas::{Canvas, is_dashed, label_size, node_size},
    force::{self, Spring},
};
use crate::{
    export::dot::node_label,
    graph::{GraphEdge, GraphNode},
    relation::{Polarity, QuadClass},
};

/// Where on its line a label may stand, the best first.
const PLACES: [f64; 11] = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8];

/// Edges between two nodes that one line can show.
struct Bundle<'g> {
    towards: Direction,
    edges: Vec<&'g GraphEdge>,
    path: Path,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Direction {
    Forth,
    Both,
    Back,
}

/// What edges of one line have in common.
type Look = (Direction, Option<QuadClass>, Polarity, bool);

/// A box that is taken, by its middle and size.
type Taken = (Point, Point);

pub(super) fn draw(nodes: &[&GraphNode], edges: &[&GraphEdge], ends: &[(usize, usize)], canvas: &mut Canvas<'_, '_>) {
    let sizes: Vec<Point> = nodes.iter().map(|node| node_size(&node_label(node))).collect();
    let mut pairs: BTreeMap<(usize, usize), BTreeMap<Look, Vec<&GraphEdge>>> = BTreeMap::new();
    for (edge, &(from, to)) in edges.iter().zip(ends) {
        let towards = match () {
            () if edge.predicate().is_symmetric() => Direction::Both,
            () if from <= to => Direction::Forth,
            () => Direction::Back,
        };
        let look = (towards, edge.predicate().quad(), edge.polarity(), is_dashed(edge));
        pairs.entry((from.min(to), from.max(to))).or_default().entry(look).or_default().push(edge);
    }
    let springs = pairs.iter().filter(|((one, other), _)| one != other);
    let springs: Vec<Spring> = springs.map(|(&ends, lines)| Spring { ends, lines: lines.len() }).collect();
    let places = force::places(&sizes, &springs);
    let bundles = pairs.into_iter().flat_map(|(ends, looks)| bundles(ends, looks, &places, &sizes));
    let mut bundles: Vec<Bundle<'_>> = bundles.collect();
    for bundle in &bundles {
        let head = (bundle.towards == Direction::Back, bundle.towards == Direction::Forth);
        canvas.line(&bundle.path, head, &bundle.edges);
    }
    // those of which most is reported find their places first
    bundles.sort_by_key(|bundle| Reverse(bundle.edges.iter().map(|edge| edge.count()).sum::<usize>()));
    let mut taken: Vec<Taken> = places.iter().copied().zip(sizes.iter().copied()).collect();
    let mut hidden = 0;
    for bundle in &bundles {
        let room = label_size(&bundle.edges);
        let free = |at: &Point| taken.iter().all(|other| !overlap((*at, room), *other));
        match PLACES.iter().map(|&t| along(&bundle.path, t)).find(free) {
            Some(at) => {
                canvas.label(at, &bundle.edges);
                taken.push((at, room));
            }
            None => hidden += bundle.edges.len(),
        }
    }
    canvas.hidden(hidden);
    for (n, (place, size)) in places.iter().zip(&sizes).enumerate() {
        canvas.node(Point::new(place.x - size.x / 2.0, place.y - size.y / 2.0), *size, Some(n));
    }
}

/// The lines between two nodes, beside one another.
fn bundles<'g>(
    (one, other): (usize, usize),
    looks: BTreeMap<Look, Vec<&'g GraphEdge>>,
    places: &[Point],
    sizes: &[Point],
) -> Vec<Bundle<'g>> {
    let lines = looks.len();
    let bundle = |(n, ((towards, ..), edges)): (usize, (Look, Vec<&'g GraphEdge>))| {
        #[allow(clippy::cast_precision_loss)] // a few lines
        let offset = n as f64 - (lines as f64 - 1.0) / 2.0;
        let bow = Bow { one: (places[one], sizes[one]), other: (places[other], sizes[other]), offset };
        let path = if one == other { bow.around() } else { bow.between() };
        Bundle { towards, edges, path }
    };
    looks.into_iter().enumerate().map(bundle).collect()
}

fn overlap((one, room): Taken, (other, taken): Taken) -> bool {
    (one.x - other.x).abs() < (room.x + taken.x) / 2.0 && (one.y - other.y).abs() < (room.y + taken.y) / 2.0
}
