//! Time from left to right.

use std::fmt::Write;

use crate::{
    graph::{RelationGraph, Step},
    text::Date,
};

/// From the first dated report to the last.
pub(super) struct Axis {
    /// Days, the second one included.
    pub(super) days: (i32, i32),
    first: Date,
    left: f64,
    right: f64,
}

/// So many ticks have room for their dates.
const TICKS: i32 = 11;

impl Axis {
    /// Nothing where no report has a date.
    pub(super) fn new(graph: &RelationGraph, left: f64, right: f64) -> Option<Self> {
        let dates = || graph.edges().flat_map(|edge| edge.reports().filter_map(|report| report.date()));
        let first = dates().map(Date::earliest).min()?;
        let last = dates().map(Date::latest).max()?;
        Some(Self { days: (first.day_number(), last.day_number()), first, left, right })
    }

    /// How many days it has.
    pub(super) const fn length(&self) -> i32 {
        self.days.1 - self.days.0 + 1
    }

    /// Where a day begins.
    pub(super) fn x(&self, day: i32) -> f64 {
        self.left + (self.right - self.left) * f64::from(day - self.days.0) / f64::from(self.length())
    }

    /// Where a date is: in the middle of its days.
    pub(super) fn middle(&self, date: Date) -> f64 {
        (self.x(date.earliest().day_number()) + self.x(date.latest().day_number() + 1)) / 2.0
    }

    /// Lines from top to bottom, with their dates below.
    pub(super) fn draw(&self, top: f64, bottom: f64) -> String {
        let mut out = String::new();
        for date in self.ticks() {
            let x = self.x(date.earliest().day_number());
            let _ = writeln!(
                out,
                "<path d=\"M{x:.1} {top:.1}V{:.1}\" stroke=\"#e3e6ea\"/><text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"11\" \
                 fill=\"#555555\" text-anchor=\"middle\">{date}</text>",
                bottom + 4.0,
                bottom + 17.0
            );
        }
        out
    }

    /// Round dates, as near to one another as they can be read.
    fn ticks(&self) -> Vec<Date> {
        let rounds = [1, 2, 7, 14].map(|n| (Step::Day, n, n)).into_iter();
        let rounds = rounds.chain([1, 2, 3, 6].map(|n| (Step::Month, n, n * 30)));
        let rounds = rounds.chain([1, 2, 5, 10, 20, 50, 100, 200, 500].map(|n| (Step::Year, n, n * 365)));
        let (step, every, _) =
            rounds.into_iter().find(|&(_, _, days)| self.length() / days <= TICKS).unwrap_or((Step::Year, 1000, 0));
        let number = |date: Date| match step {
            Step::Day => date.day_number() - self.days.0,
            Step::Month => i32::from(date.month().unwrap_or(1)) - 1,
            Step::Year => i32::from(date.year()),
        };
        let parts = std::iter::successors(step.of(self.first), |&date| step.after(date));
        let within = parts.take_while(|date| date.earliest().day_number() <= self.days.1);
        within.filter(|&date| number(date) % every == 0 && date.earliest().day_number() >= self.days.0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(first: &str, last: &str) -> String {
        let (first, last): (Date, Date) = (first.parse().unwrap(), last.parse().unwrap());
        let axis = Axis { days: (first.day_number(), last.day_number()), first, left: 0.0, right: 100.0 };
        axis.ticks().iter().map(Date::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ticks_are_round_dates() {
        assert_eq!(ticks("2024-05-12", "2024-05-12"), "2024-05-12");
        assert_eq!(ticks("2024-02-27", "2024-03-02"), "2024-02-27 2024-02-28 2024-02-29 2024-03-01 2024-03-02");
        assert_eq!(
            ticks("2023-12-15", "2024-04-02"),
            "2023-12-15 2023-12-29 2024-01-12 2024-01-26 2024-02-09 2024-02-23 2024-03-08 2024-03-22"
        );
        assert_eq!(
            ticks("2023-01-01", "2024-12-31"),
            "2023-01 2023-04 2023-07 2023-10 2024-01 2024-04 2024-07 2024-10"
        );
        assert_eq!(ticks("1914-07-28", "1945-09-02"), "1915 1920 1925 1930 1935 1940 1945");
        assert!(!ticks("0001-01-01", "9999-12-31").is_empty());
    }
}
