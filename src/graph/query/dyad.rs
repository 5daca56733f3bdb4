use std::collections::BTreeMap;

use super::Tally;
use crate::{
    graph::{GraphEntity, GraphFilter, RelationGraph},
    text::Date,
};

/// What two entities do to each other.
#[derive(Clone, Debug)]
pub struct Dyad {
    one: GraphEntity,
    other: GraphEntity,
    forth: Tally,
    back: Tally,
    mutual: Tally,
}

impl Dyad {
    /// The one whose id comes first.
    #[must_use]
    pub const fn one(&self) -> &GraphEntity {
        &self.one
    }

    /// The other.
    #[must_use]
    pub const fn other(&self) -> &GraphEntity {
        &self.other
    }

    /// What the one does to the other.
    #[must_use]
    pub const fn forth(&self) -> &Tally {
        &self.forth
    }

    /// What the other does to the one.
    #[must_use]
    pub const fn back(&self) -> &Tally {
        &self.back
    }

    /// What they do together, such as meetings.
    #[must_use]
    pub const fn mutual(&self) -> &Tally {
        &self.mutual
    }

    /// All of it.
    #[must_use]
    pub fn total(&self) -> Tally {
        self.forth.plus(self.back).plus(self.mutual)
    }

    /// How far deeds are answered: the smaller of both directions' counts by the larger, from 0 to 1. Nothing where neither does
    /// anything to the other.
    #[must_use]
    pub fn reciprocity(&self) -> Option<f64> {
        let (forth, back) = (self.forth.count(), self.back.count());
        #[allow(clippy::cast_precision_loss)] // counts of reports
        let share = |less: usize, more: usize| less as f64 / more as f64;
        (forth.max(back) > 0).then(|| share(forth.min(back), forth.max(back)))
    }
}

/// How two entities' relation differs between two times.
#[derive(Clone, Debug)]
pub struct DyadChange {
    one: GraphEntity,
    other: GraphEntity,
    before: Tally,
    after: Tally,
}

impl DyadChange {
    /// The one whose id comes first.
    #[must_use]
    pub const fn one(&self) -> &GraphEntity {
        &self.one
    }

    /// The other.
    #[must_use]
    pub const fn other(&self) -> &GraphEntity {
        &self.other
    }

    /// What passed between them at the earlier time.
    #[must_use]
    pub const fn before(&self) -> &Tally {
        &self.before
    }

    /// What passed between them at the later time.
    #[must_use]
    pub const fn after(&self) -> &Tally {
        &self.after
    }

    /// How much the mean on Goldstein's scale rose; a time without reports counts as 0, neither friend nor foe.
    #[must_use]
    pub fn shift(&self) -> f64 {
        self.after.goldstein_mean().unwrap_or(0.0) - self.before.goldstein_mean().unwrap_or(0.0)
    }
}

impl RelationGraph {
    /// What every two entities do to each other, the pairs with most reports first; pairs of which only structural facts or denials
    /// are known are left out.
    ///
    /// ```
    /// use geopol::{Extractor, RelationGraph};
    ///
    /// let mut graph = RelationGraph::new();
    /// graph.add(&Extractor::new().extract("China warned Japan. China condemned Japan. Japan condemned China."));
    /// let dyad = &graph.dyads()[0];
    /// assert_eq!((dyad.forth().count(), dyad.back().count()), (2, 1));
    /// assert_eq!(dyad.reciprocity(), Some(0.5));
    /// assert_eq!(dyad.back().goldstein(), -2.0);
    /// ```
    #[must_use]
    pub fn dyads(&self) -> Vec<Dyad> {
        let mut found: BTreeMap<(&GraphEntity, &GraphEntity), Dyad> = BTreeMap::new();
        for edge in self.edges().filter(|edge| edge.source() != edge.target()) {
            let (one, other) = (edge.source().min(edge.target()), edge.source().max(edge.target()));
            let none = Tally::default();
            let dyad = found.entry((one, other)).or_insert_with(|| Dyad {
                one: one.clone(),
                other: other.clone(),
                forth: none,
                back: none,
                mutual: none,
            });
            let tally = if edge.predicate().is_symmetric() {
                &mut dyad.mutual
            } else if edge.source() == one {
                &mut dyad.forth
            } else {
                &mut dyad.back
            };
            tally.add(edge, edge.count());
        }
        let mut found: Vec<Dyad> = found.into_values().filter(|dyad| dyad.total().count() > 0).collect();
        found.sort_by_key(|dyad| std::cmp::Reverse(dyad.total().count()));
        found
    }

    /// How the pairs' relations differ between two times, given by their first and last days; the largest differences first, pairs
    /// without any left out.
    ///
    /// ```
    /// use geopol::{Date, Document, Extractor, RelationGraph};
    ///
    /// let mut graph = RelationGraph::new();
    /// for (date, text) in [("2023-04-01", "China met Australia."), ("2024-04-01", "China condemned Australia.")] {
    ///     let date: Date = date.parse()?;
    ///     graph.add(&Extractor::new().extract(Document::new(text).with_date(date)));
    /// }
    /// let year = |year: &str| year.parse::<Date>().map(|date| (date, date));
    /// let changes = graph.changes(year("2023")?, year("2024")?);
    /// assert_eq!((changes[0].before().cooperation(), changes[0].after().conflict()), (1, 1));
    /// assert_eq!(changes[0].shift(), -3.0);
    /// # Ok::<(), geopol::DateError>(())
    /// ```
    #[must_use]
    pub fn changes(&self, before: (Date, Date), after: (Date, Date)) -> Vec<DyadChange> {
        let mut found: BTreeMap<(GraphEntity, GraphEntity), DyadChange> = BTreeMap::new();
        for (which, (since, until)) in [before, after].into_iter().enumerate() {
            for dyad in self.filter(GraphFilter::new().since(since).until(until)).dyads() {
                let none = Tally::default();
                let change = found.entry((dyad.one.clone(), dyad.other.clone())).or_insert_with(|| DyadChange {
                    one: dyad.one.clone(),
                    other: dyad.other.clone(),
                    before: none,
                    after: none,
                });
                *(if which == 0 { &mut change.before } else { &mut change.after }) = dyad.total();
            }
        }
        let mut found: Vec<DyadChange> = found.into_values().filter(|change| change.before != change.after).collect();
        found.sort_by(|one, other| other.shift().abs().total_cmp(&one.shift().abs()));
        found
    }
}
