//! Places of nodes by forces.

use layout::core::geometry::Point;

/// So many rounds; fewer for graphs so large that the rounds would take long.
const ROUNDS: usize = 300;
/// The pairs of nodes that are looked at in all rounds together.
const PAIRS: usize = 40_000_000;
/// How far from each other nodes come to rest that an edge joins.
const DISTANCE: f64 = 190.0;
/// How strongly all are drawn to the middle, lest parts without edges between them drift away.
const MIDDLE: f64 = 0.2;
/// How much harder those push one another off who have an edge more.
const BUSY: f64 = 0.12;
/// How far nodes push one another off.
const REACH: f64 = 3.0 * DISTANCE;

/// What joins two nodes: so many lines, which need room beside one another.
pub(super) struct Spring {
    pub(super) ends: (usize, usize),
    pub(super) lines: usize,
}

/// The middles of nodes of these sizes: all push one another off, edges pull, after T. Fruchterman and E. Reingold, "Graph Drawing
/// by Force-Directed Placement" (1991). The beginning is a spiral, so that the outcome is one.
pub(super) fn places(sizes: &[Point], springs: &[Spring]) -> Vec<Point> {
    #[allow(clippy::cast_precision_loss)] // counts of nodes and rounds
    let real = |number: usize| number as f64;
    let angle = std::f64::consts::PI * (3.0 - 5f64.sqrt());
    let mut places: Vec<Point> = (0..sizes.len())
        .map(|n| {
            let (radius, turn) = (DISTANCE * 0.6 * (real(n) + 0.5).sqrt(), real(n) * angle);
            Point::new(radius * turn.cos(), radius * turn.sin())
        })
        .collect();
    let mut degrees = vec![0; sizes.len()];
    for &Spring { ends: (one, other), .. } in springs {
        degrees[one] += 1;
        degrees[other] += 1;
    }
    let rounds = ROUNDS.min(PAIRS / (sizes.len() * sizes.len()).max(1)).max(10);
    for round in 0..rounds {
        let most = DISTANCE * 0.8 * (1.0 - real(round) / real(rounds));
        let mut moves = vec![Point::zero(); sizes.len()];
        for one in 0..sizes.len() {
            for other in one + 1..sizes.len() {
                let (away, distance) = apart(places[one], places[other]);
                if distance > REACH {
                    continue;
                }
                // wide labels need more room beside than below one another
                let room = (sizes[one].x + sizes[other].x) / 2.0 * away.x.abs()
                    + (sizes[one].y + sizes[other].y) / 2.0 * away.y.abs();
                let free = (distance - room).max(8.0);
                // those who are joined to many have many labels around them
                let busy = 1.0 + BUSY * real(degrees[one].min(degrees[other])).min(12.0);
                push(&mut moves, one, other, away, busy * DISTANCE * DISTANCE / free / 4.0);
            }
        }
        for &Spring { ends: (one, other), lines } in springs {
            let (away, distance) = apart(places[one], places[other]);
            // those who are joined to many are not all drawn into one heap
            let many = real(degrees[one].min(degrees[other])).sqrt();
            // many lines beside one another need length for their labels
            let length = DISTANCE * (1.0 + 0.25 * real(lines - 1)).min(2.0);
            push(&mut moves, one, other, away, -distance * distance / length / 4.0 / many);
        }
        // lines do not run behind others' nodes
        if round * 2 > rounds && springs.len() * sizes.len() * rounds < PAIRS {
            for &Spring { ends: (one, other), .. } in springs {
                for node in (0..sizes.len()).filter(|&node| node != one && node != other) {
                    if let Some(by) = aside(places[node], sizes[node], places[one], places[other]) {
                        moves[node] = Point::new(moves[node].x + by.x, moves[node].y + by.y);
                    }
                }
            }
        }
        for (place, by) in places.iter_mut().zip(moves) {
            let by = Point::new(by.x - place.x * MIDDLE, by.y - place.y * MIDDLE * 1.5);
            let length = by.x.hypot(by.y).max(1e-9);
            let scale = length.min(most) / length;
            *place = Point::new(place.x + by.x * scale, place.y + by.y * scale);
        }
    }
    places
}

/// How a node steps aside from the line between two points, if it stands on it.
fn aside(node: Point, size: Point, one: Point, other: Point) -> Option<Point> {
    let (along, length) = apart(other, one);
    let (x, y) = (node.x - one.x, node.y - one.y);
    let at = x * along.x + y * along.y;
    let off = x * along.y - y * along.x;
    // half of its width as the line sees it
    let half = (size.x * along.y.abs() + size.y * along.x.abs()) / 2.0 + 12.0;
    if at <= 0.0 || at >= length || off.abs() >= half {
        return None;
    }
    let by = (half - off.abs()) * 0.9 * if off < 0.0 { -1.0 } else { 1.0 };
    Some(Point::new(along.y * by, -along.x * by))
}

/// The direction from another point to one, and how far it is.
fn apart(one: Point, other: Point) -> (Point, f64) {
    let (x, y) = (one.x - other.x, one.y - other.y);
    let distance = x.hypot(y);
    if distance < 1e-6 { (Point::new(1.0, 0.0), 1e-6) } else { (Point::new(x / distance, y / distance), distance) }
}

fn push(moves: &mut [Point], one: usize, other: usize, away: Point, force: f64) {
    moves[one] = Point::new(moves[one].x + away.x * force, moves[one].y + away.y * force);
    moves[other] = Point::new(moves[other].x - away.x * force, moves[other].y - away.y * force);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_step_off_lines() {
        let (size, one, other) = (Point::new(60.0, 20.0), Point::new(0.0, 0.0), Point::new(200.0, 0.0));
        let by = |x: f64, y: f64| aside(Point::new(x, y), size, one, other).map(|by| (by.x, by.y));
        assert_eq!(by(100.0, 5.0), Some((0.0, 15.3)));
        assert_eq!(by(100.0, -5.0), Some((0.0, -15.3)));
        assert_eq!((by(100.0, 30.0), by(-50.0, 0.0)), (None, None));
    }

    #[test]
    fn friends_are_nearer_than_strangers() {
        let sizes = vec![Point::new(60.0, 25.0); 4];
        let spring = |one, other| Spring { ends: (one, other), lines: 1 };
        let places = places(&sizes, &[spring(0, 1), spring(2, 3)]);
        let distance = |one: usize, other: usize| apart(places[one], places[other]).1;
        assert!(distance(0, 1) < distance(0, 2) && distance(2, 3) < distance(1, 3));
        assert!(distance(0, 1) > 60.0);
        assert!(super::places(&[], &[]).is_empty());
    }
}
