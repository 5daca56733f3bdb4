use std::collections::BTreeMap;

use super::Tally;
use crate::{
    graph::{Evidence, GraphEdge, RelationGraph},
    text::Date,
};

/// A report with its edge.
#[derive(Clone, Copy, Debug)]
pub struct TimelineEntry<'g> {
    edge: &'g GraphEdge,
    evidence: &'g Evidence,
}

impl<'g> TimelineEntry<'g> {
    /// What is reported.
    #[must_use]
    pub const fn edge(&self) -> &'g GraphEdge {
        self.edge
    }

    /// Where.
    #[must_use]
    pub const fn evidence(&self) -> &'g Evidence {
        self.evidence
    }

    /// The date of the document that reports it.
    #[must_use]
    pub const fn date(&self) -> Option<Date> {
        self.evidence.date()
    }
}

/// The length of the parts into which time is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Step {
    /// Days.
    Day,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl Step {
    /// The part in which a date lies; nothing when the date is too vague for it.
    #[must_use]
    pub fn of(self, date: Date) -> Option<Date> {
        let text = date.to_string();
        let length = match self {
            Self::Day => 10,
            Self::Month => 7,
            Self::Year => 4,
        };
        text.get(..length)?.parse().ok()
    }

    /// The part that follows.
    pub(crate) fn after(self, date: Date) -> Option<Date> {
        let (year, month) = (date.year(), date.month().unwrap_or(1));
        let next = match self {
            Self::Year => Date::from_ymd(year + 1, 1, 1),
            Self::Month => Date::from_ymd(year, month + 1, 1).or_else(|| Date::from_ymd(year + 1, 1, 1)),
            Self::Day => Date::from_ymd(year, month, date.day().unwrap_or(1) + 1)
                .or_else(|| Date::from_ymd(year, month + 1, 1))
                .or_else(|| Date::from_ymd(year + 1, 1, 1)),
        };
        self.of(next?)
    }
}

impl RelationGraph {
    /// All reports by date, the undated last. For those [of an entity](crate::GraphFilter::entity) or
    /// [between two](crate::GraphFilter::between), [filter](Self::filter) first.
    ///
    /// ```
    /// use geopol::{Date, Document, Extractor, RelationGraph};
    ///
    /// let mut graph = RelationGraph::new();
    /// for (date, text) in [("2024-04-01", "China condemned Australia."), ("2023-04-01", "China met Australia.")] {
    ///     let date: Date = date.parse()?;
    ///     graph.add(&Extractor::new().extract(Document::new(text).with_date(date)));
    /// }
    /// let told: Vec<String> = graph.timeline().iter().map(|entry| entry.edge().predicate().to_string()).collect();
    /// assert_eq!(told, ["meets", "condemns"]);
    /// # Ok::<(), geopol::DateError>(())
    /// ```
    #[must_use]
    pub fn timeline(&self) -> Vec<TimelineEntry<'_>> {
        let entries =
            self.edges().flat_map(|edge| edge.reports().map(move |evidence| TimelineEntry { edge, evidence }));
        let mut entries: Vec<_> = entries.collect();
        entries.sort_by(|one, other| one.evidence.order(other.evidence));
        entries
    }

    /// Counts reports by day, month or year, from the first to the last, with the empty parts between. Reports whose dates are too
    /// vague for it are left out.
    ///
    /// ```
    /// use geopol::{Date, Document, Extractor, RelationGraph, Step};
    ///
    /// let mut graph = RelationGraph::new();
    /// for (date, text) in [("2024-04-10", "China condemned Australia."), ("2024-06-01", "China met Australia.")] {
    ///     let date: Date = date.parse()?;
    ///     graph.add(&Extractor::new().extract(Document::new(text).with_date(date)));
    /// }
    /// let months = graph.series(Step::Month);
    /// let counts: Vec<_> = months.iter().map(|(month, tally)| (month.to_string(), tally.count())).collect();
    /// assert_eq!(counts, [("2024-04".into(), 1), ("2024-05".into(), 0), ("2024-06".into(), 1)]);
    /// # Ok::<(), geopol::DateError>(())
    /// ```
    #[must_use]
    pub fn series(&self, step: Step) -> Vec<(Date, Tally)> {
        let mut found: BTreeMap<Date, Tally> = BTreeMap::new();
        for edge in self.edges() {
            for part in edge.reports().filter_map(|evidence| step.of(evidence.date()?)) {
                found.entry(part).or_default().add(edge, 1);
            }
        }
        let Some((&last, _)) = found.last_key_value() else { return Vec::new() };
        let mut part = found.first_key_value().map(|(&first, _)| first);
        let mut series = Vec::new();
        while let Some(date) = part.filter(|date| *date <= last) {
            series.push((date, found.get(&date).copied().unwrap_or_default()));
            part = step.after(date);
        }
        series
    }
}
