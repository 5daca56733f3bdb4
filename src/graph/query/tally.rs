use crate::{
    graph::GraphEdge,
    relation::{Polarity, QuadClass},
};

/// Reports counted by quad class, with the sum of their values on Goldstein's scale.
///
/// Only what is affirmed is counted: "did not attack" is no attack, and no cooperation either. Planned and possible acts count
/// like others; a [`GraphFilter`](crate::GraphFilter) by modality leaves them out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    quads: [usize; QuadClass::ALL.len()],
    goldstein: f64,
}

impl Tally {
    /// How many reports.
    #[must_use]
    pub fn count(&self) -> usize {
        self.quads.iter().sum()
    }

    /// How many of a quad class.
    #[must_use]
    pub fn quad(&self, quad: QuadClass) -> usize {
        QuadClass::ALL.iter().position(|&q| q == quad).map_or(0, |at| self.quads[at])
    }

    /// How many of cooperation, in words and deeds.
    #[must_use]
    pub fn cooperation(&self) -> usize {
        self.quad(QuadClass::VerbalCooperation) + self.quad(QuadClass::MaterialCooperation)
    }

    /// How many of conflict, in words and deeds.
    #[must_use]
    pub fn conflict(&self) -> usize {
        self.quad(QuadClass::VerbalConflict) + self.quad(QuadClass::MaterialConflict)
    }

    /// The sum of their values on Goldstein's scale, negative for conflict.
    #[must_use]
    pub const fn goldstein(&self) -> f64 {
        self.goldstein
    }

    /// The mean of their values on Goldstein's scale; nothing where there is no report.
    #[must_use]
    pub fn goldstein_mean(&self) -> Option<f64> {
        #[allow(clippy::cast_precision_loss)] // counts of reports
        let count = self.count() as f64;
        (count > 0.0).then(|| self.goldstein / count)
    }

    /// Counts so many reports of an edge. Offices, and facts without an event, are not counted.
    pub(super) fn add(&mut self, edge: &GraphEdge, reports: usize) {
        let predicate = edge.predicate();
        if edge.polarity() != Polarity::Affirmed {
            return;
        }
        if let (Some(quad), Some(value)) = (predicate.quad(), predicate.goldstein()) {
            let at = QuadClass::ALL.iter().position(|&q| q == quad).expect("one of all");
            self.quads[at] += reports;
            #[allow(clippy::cast_precision_loss)] // counts of reports
            let reports = reports as f64;
            self.goldstein += value * reports;
        }
    }

    /// Both together.
    #[must_use]
    pub(super) fn plus(mut self, other: Self) -> Self {
        for (own, more) in self.quads.iter_mut().zip(other.quads) {
            *own += more;
        }
        self.goldstein += other.goldstein;
        self
    }
}
