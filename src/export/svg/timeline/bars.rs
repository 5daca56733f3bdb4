//! How many reports there are in each part of the time.

use std::fmt::Write;

use super::axis::Axis;
use crate::{
    export::dot::edge_look,
    graph::{RelationGraph, Step},
    relation::QuadClass::{MaterialConflict, MaterialCooperation, VerbalConflict, VerbalCooperation},
    text::Date,
};

/// So many days are shown by days, so many by months.
const BY_DAYS: i32 = 92;
const BY_MONTHS: i32 = 12 * 366;

/// Cooperation above a line, conflict below it, deeds next to it.
pub(super) fn draw(graph: &RelationGraph, axis: &Axis, step: Option<Step>, base: f64, room: f64) -> String {
    let step = step.unwrap_or(match axis.length() {
        days if days <= BY_DAYS => Step::Day,
        days if days <= BY_MONTHS => Step::Month,
        _ => Step::Year,
    });
    let series = graph.series(step);
    let most = series.iter().map(|(_, tally)| tally.cooperation().max(tally.conflict())).max().unwrap_or(0);
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<g font-size=\"11\" fill=\"#555555\" text-anchor=\"end\"><text x=\"{0:.0}\" y=\"{1:.1}\">cooperation</text>\
         <text x=\"{0:.0}\" y=\"{2:.1}\">conflict</text></g>",
        axis.x(axis.days.0) - 12.0,
        base - room / 2.0 + 4.0,
        base + room / 2.0 + 4.0
    );
    for (part, tally) in series.iter().filter(|(_, tally)| tally.count() > 0) {
        let (left, right) = ends(axis, *part);
        let gap = ((right - left) * 0.1).min(1.0);
        let _ =
            write!(out, "<g><title>{part}: cooperation {}, conflict {}</title>", tally.cooperation(), tally.conflict());
        for (side, quads) in
            [(-1.0, [MaterialCooperation, VerbalCooperation]), (1.0, [MaterialConflict, VerbalConflict])]
        {
            let mut at = base;
            for quad in quads.into_iter().filter(|&quad| tally.quad(quad) > 0) {
                #[allow(clippy::cast_precision_loss)] // counts of reports
                let height = room * tally.quad(quad) as f64 / most as f64;
                let _ = write!(
                    out,
                    "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{height:.1}\" fill=\"{}\"/>",
                    left + gap,
                    if side < 0.0 { at - height } else { at },
                    (right - left - 2.0 * gap).max(1.0),
                    edge_look(Some(quad)).line
                );
                at += side * height;
            }
        }
        out.push_str("</g>\n");
    }
    let _ = writeln!(
        out,
        "<path d=\"M{:.1} {base:.1}H{:.1}\" stroke=\"#8a8f98\"/>",
        axis.x(axis.days.0),
        axis.x(axis.days.1 + 1)
    );
    if most > 0 {
        let name = match step {
            Step::Day => "day",
            Step::Month => "month",
            Step::Year => "year",
        };
        let _ = writeln!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"11\" fill=\"#555555\">at most {most} a {name}</text>",
            axis.x(axis.days.1 + 1) + 8.0,
            base + 4.0
        );
    }
    out
}

/// A part's ends within the axis.
fn ends(axis: &Axis, part: Date) -> (f64, f64) {
    let day = |day: i32| axis.x(day.clamp(axis.days.0, axis.days.1 + 1));
    (day(part.earliest().day_number()), day(part.latest().day_number() + 1))
}
