//! Reports as marks, in lanes.

use std::{cmp::Reverse, collections::BTreeMap, fmt::Write};

use super::axis::Axis;
use crate::{
    export::{
        dot::{act, edge_look, report_line, short},
        plain::shortened,
        svg::markup::escaped,
    },
    graph::{Evidence, GraphEdge, GraphEntity, RelationGraph, TimelineEntry},
    relation::{Modality, Polarity, Predicate, QuadClass},
};

/// So many lanes are drawn.
const LANES: usize = 30;
/// So many rows of marks a lane has at most.
const ROWS: usize = 6;
const ROW: f64 = 13.0;
/// How far apart the middles of marks in a row are at least.
const APART: f64 = 11.0;
/// How wide a letter of the words beside marks is on the average.
const LETTER: f64 = 5.1;
/// How many letters of a lane's name there is room for.
const NAME: usize = 24;

/// Of whom all edges are, and what therefore tells lanes apart.
enum Subject<'g> {
    Two(&'g GraphEntity, &'g GraphEntity),
    One(&'g GraphEntity),
    All,
}

/// What the reports of a lane have in common.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Lane<'g> {
    Act(Option<QuadClass>, Predicate),
    With(&'g GraphEntity),
    Between(&'g GraphEntity, &'g GraphEntity),
}

pub(super) struct Lanes<'g> {
    subject: Subject<'g>,
    /// With names, those with most reports first.
    lanes: Vec<(String, Vec<TimelineEntry<'g>>)>,
    undated: usize,
}

pub(super) struct Drawn {
    pub(super) marks: String,
    pub(super) height: f64,
}

/// Where a report points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Forth,
    Back,
    Both,
}

impl<'g> Lanes<'g> {
    pub(super) fn new(graph: &'g RelationGraph) -> Self {
        let subject = subject(graph);
        let mut found: BTreeMap<Lane<'g>, Vec<TimelineEntry<'g>>> = BTreeMap::new();
        let mut undated = 0;
        for entry in graph.timeline() {
            if entry.date().is_none() {
                undated += 1;
            } else {
                found.entry(subject.lane(entry.edge())).or_default().push(entry);
            }
        }
        let mut lanes: Vec<_> = found.into_iter().collect();
        match subject {
            // predicates from cooperation to conflict
            Subject::Two(..) => {}
            _ => lanes.sort_by_key(|(_, entries)| Reverse(entries.len())),
        }
        let lanes = lanes.into_iter().map(|(lane, entries)| (lane.name(), entries)).collect();
        Self { subject, lanes, undated }
    }

    pub(super) fn title(&self) -> String {
        match self.subject {
            Subject::Two(one, other) => format!("{} and {}", name(one), name(other)),
            Subject::One(one) => name(one),
            Subject::All => "Reports by date".to_owned(),
        }
    }

    /// What marks mean, and what is not drawn.
    pub(super) fn legend(&self) -> String {
        let mut legend = match self.subject {
            Subject::Two(one, other) => {
                format!("▶ by {0} to {1} · ◀ by {1} to {0} · ● by both", name(one), name(other))
            }
            Subject::One(one) => format!("▶ by {0} · ◀ to {0} · ● by both", name(one)),
            Subject::All => "▶ by the first to the second · ◀ by the second to the first · ● by both".to_owned(),
        };
        legend.push_str(" · hollow: denied, or not a fact (yet)");
        let hidden = self.lanes.iter().skip(LANES).map(|(_, entries)| entries.len()).sum::<usize>();
        if hidden > 0 {
            let _ = write!(legend, " · not drawn: {hidden} reports in {} more lanes", self.lanes.len() - LANES);
        }
        if self.undated > 0 {
            let _ = write!(legend, " · without a date: {}", self.undated);
        }
        legend
    }

    pub(super) fn draw(&self, axis: &Axis, left: f64, top: f64) -> Drawn {
        let (mut marks, mut y) = (String::new(), top);
        for (name, entries) in self.lanes.iter().take(LANES) {
            let placed = placed(entries, axis);
            let rows = placed.iter().map(|&(_, row)| row + 1).max().unwrap_or(1);
            #[allow(clippy::cast_precision_loss)] // a few rows
            let height = rows as f64 * ROW + 9.0;
            let _ = writeln!(
                marks,
                "<path d=\"M16 {y:.1}H{:.1}\" stroke=\"#eceef1\"/><text x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\"><title>{}</title>{}</text>",
                axis.x(axis.days.1 + 1),
                left - 12.0,
                y + height / 2.0 + 4.0,
                escaped(name),
                escaped(&shortened(name, NAME))
            );
            for (n, (entry, &(x, row))) in entries.iter().zip(&placed).enumerate() {
                #[allow(clippy::cast_precision_loss)] // a few rows
                let at = y + 4.5 + (row as f64 + 0.5) * ROW;
                let next = placed[n + 1..].iter().find(|&&(_, other)| other == row).map_or(f64::MAX, |&(x, _)| x);
                marks.push_str(&self.mark(entry, axis, (x, at), next));
            }
            y += height;
        }
        Drawn { marks, height: y - top }
    }

    fn mark(&self, entry: &TimelineEntry<'_>, axis: &Axis, (x, y): (f64, f64), next: f64) -> String {
        let (edge, evidence) = (entry.edge(), entry.evidence());
        let look = edge_look(edge.predicate().quad());
        let color = look.line;
        let mut out = format!("<g><title>{}</title>", tooltip(edge, evidence));
        if let Some(date) = evidence.date().filter(|date| date.earliest() != date.latest()) {
            let (from, to) = (axis.x(date.earliest().day_number()), axis.x(date.latest().day_number() + 1));
            let _ = write!(out, "<path d=\"M{from:.1} {y:.1}H{to:.1}\" stroke=\"{color}\" stroke-opacity=\"0.35\"/>");
        }
        let fact = edge.polarity() == Polarity::Affirmed && evidence.modality() == Modality::Actual;
        let fill = if fact { color } else { "white" };
        let paint = format!("fill=\"{fill}\" stroke=\"{color}\" stroke-width=\"1.3\"");
        let _ = match self.subject.way(edge) {
            Way::Both => write!(out, "<ellipse cx=\"{x:.1}\" cy=\"{y:.1}\" rx=\"4\" ry=\"4\" {paint}/>"),
            Way::Forth => write!(out, "<path d=\"M{:.1} {:.1}l8.5 4.5l-8.5 4.5z\" {paint}/>", x - 4.0, y - 4.5),
            Way::Back => write!(out, "<path d=\"M{:.1} {:.1}l-8.5 4.5l8.5 4.5z\" {paint}/>", x + 4.0, y - 4.5),
        };
        let words = act(edge, evidence.modality());
        #[allow(clippy::cast_precision_loss)] // a few letters
        let width = words.chars().count() as f64 * LETTER;
        if !matches!(self.subject, Subject::Two(..)) && x + 8.0 + width < next - 6.0 {
            let _ = write!(
                out,
                "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"10\" fill=\"{}\">{}</text>",
                x + 8.0,
                y + 3.5,
                look.text,
                escaped(&words)
            );
        }
        out.push_str("</g>\n");
        out
    }
}

/// The report in words, and its sentence.
fn tooltip(edge: &GraphEdge, evidence: &Evidence) -> String {
    let told = format!("{} {} {}", name(edge.source()), act(edge, evidence.modality()), name(edge.target()));
    format!("{}\n{}", escaped(&told), escaped(&report_line(evidence)))
}

/// The row and the place of each report, those of one time below one another.
fn placed(entries: &[TimelineEntry<'_>], axis: &Axis) -> Vec<(f64, usize)> {
    let mut ends = [f64::MIN; ROWS];
    let place = |entry: &TimelineEntry<'_>| {
        let x = entry.date().map_or(0.0, |date| axis.middle(date));
        let free = ends.iter().position(|&end| end + APART <= x);
        // where there is no room at all, one stands on another
        let row = free.unwrap_or(ROWS - 1);
        ends[row] = ends[row].max(x);
        (x, row)
    };
    entries.iter().map(place).collect()
}

fn name(entity: &GraphEntity) -> String {
    short(entity.name())
}

fn subject(graph: &RelationGraph) -> Subject<'_> {
    let mut edges = graph.edges();
    let Some(first) = edges.next() else { return Subject::All };
    let mut common = vec![first.source(), first.target()];
    common.dedup();
    for edge in edges {
        common.retain(|entity| edge.touches(entity.id()));
    }
    common.sort();
    match common[..] {
        [one, other] => Subject::Two(one, other),
        [one] => Subject::One(one),
        _ => Subject::All,
    }
}

impl Lane<'_> {
    fn name(&self) -> String {
        match self {
            Self::Act(_, predicate) => predicate.as_str().replace('_', " "),
            Self::With(other) => name(other),
            Self::Between(one, other) => format!("{} – {}", name(one), name(other)),
        }
    }
}

impl<'g> Subject<'g> {
    fn lane(&self, edge: &'g GraphEdge) -> Lane<'g> {
        let (source, target) = (edge.source(), edge.target());
        match self {
            Self::Two(..) => Lane::Act(edge.predicate().quad(), edge.predicate()),
            Self::One(one) => Lane::With(if source == *one { target } else { source }),
            Self::All => Lane::Between(source.min(target), source.max(target)),
        }
    }

    fn way(&self, edge: &GraphEdge) -> Way {
        let first = match self {
            Self::Two(one, _) | Self::One(one) => one,
            Self::All => edge.source().min(edge.target()),
        };
        match () {
            () if edge.predicate().is_symmetric() => Way::Both,
            () if edge.source() == first => Way::Forth,
            () => Way::Back,
        }
    }
}
