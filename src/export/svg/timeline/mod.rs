//! Reports by date, as a picture.

mod axis;
mod bars;
mod lanes;

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use axis::Axis;
use lanes::Lanes;

use super::markup::{colors, escaped, opening};
use crate::{
    export::plain::shown,
    graph::{RelationGraph, Step},
};

/// Draws the reports of a graph by date, as a picture in SVG: above, how many there are of cooperation and of conflict in each
/// part of the time; below, each report as a mark in its lane.
///
/// What the lanes are follows from the graph, which is [filtered](RelationGraph::filter) before: where all its edges are between
/// [two entities](crate::GraphFilter::between), a lane is a predicate; where all are of [one](crate::GraphFilter::entity), a lane is
/// whom it deals with; else a lane is a pair. Marks point from one to the other; what is denied, or not a fact (yet), is
/// hollow. The sentence is the mark's tooltip. The same graph gives the same picture.
///
/// ```
/// use geopol::{Date, Document, Extractor, GraphFilter, RelationGraph, TimelineSvg};
///
/// let mut graph = RelationGraph::new();
/// for (date, text) in [("2024-04-10", "China condemned Australia."), ("2024-06-01", "China met Australia.")] {
///     let date: Date = date.parse()?;
///     graph.add(&Extractor::new().extract(Document::new(text).with_date(date)));
/// }
/// let dyad = graph.filter(GraphFilter::new().between("country:CHN", "country:AUS"));
/// let mut svg = Vec::new();
/// TimelineSvg::new(&dyad).title("China and Australia").write(&mut svg)?;
/// assert!(String::from_utf8(svg)?.contains("China condemns Australia\n2024-04-10: China condemned Australia."));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct TimelineSvg<'g> {
    graph: &'g RelationGraph,
    title: Option<String>,
    step: Option<Step>,
}

/// How wide the names of lanes may be, and where marks begin.
const LEFT: f64 = 190.0;
/// Where they end.
const RIGHT: f64 = 1040.0;
/// The room for the word beside the last mark.
const MARGIN: f64 = 130.0;
const TOP: f64 = 52.0;
/// How far bars reach up, and how far down.
const BARS: f64 = 46.0;

impl<'g> TimelineSvg<'g> {
    /// Will draw this graph's reports.
    #[must_use]
    pub const fn new(graph: &'g RelationGraph) -> Self {
        Self { graph, title: None, step: None }
    }

    /// Puts a title above the picture, instead of one that says of whom it is.
    pub fn title(&mut self, title: impl Into<String>) -> &mut Self {
        self.title = Some(title.into());
        self
    }

    /// Counts by day, month or year; by default by the shortest of them that leaves bars which can be seen.
    pub fn step(&mut self, step: impl Into<Option<Step>>) -> &mut Self {
        self.step = step.into();
        self
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write<W: Write>(&self, mut writer: W) -> io::Result<()> {
        writer.write_all(self.picture().as_bytes())?;
        writer.flush()
    }

    fn picture(&self) -> String {
        let lanes = Lanes::new(self.graph);
        let axis = Axis::new(self.graph, LEFT, RIGHT - MARGIN);
        let base = TOP + BARS + 8.0;
        let lanes_top = base + BARS + 14.0;
        let mut body = String::new();
        let bottom = match &axis {
            Some(axis) => {
                let drawn = lanes.draw(axis, LEFT, lanes_top);
                let bottom = lanes_top + drawn.height;
                body.push_str(&axis.draw(TOP - 4.0, bottom));
                body.push_str(&bars::draw(self.graph, axis, self.step, base, BARS));
                body.push_str(&drawn.marks);
                bottom
            }
            None => {
                let _ = writeln!(
                    body,
                    "<text x=\"{LEFT}\" y=\"{base}\" fill=\"#555555\">There are no dated reports.</text>"
                );
                lanes_top
            }
        };
        let title = self.title.clone().unwrap_or_else(|| lanes.title());
        let height = bottom + 82.0;
        let mut out = opening(RIGHT, height, Some(&shown(&title)));
        out.push_str(&body);
        let _ = writeln!(out, "<g transform=\"translate(16,{:.0})\">\n{}", bottom + 36.0, colors());
        let _ = writeln!(
            out,
            "<text x=\"0\" y=\"29\" font-size=\"11\" fill=\"#555555\">{}</text>\n</g>\n</svg>",
            escaped(&lanes.legend())
        );
        out
    }
}
