use std::sync::OnceLock;

use super::{Evidence, GraphEntity, copies::reports};
use crate::{
    relation::{Modality, Polarity, Predicate},
    text::Date,
};

/// All that is known of one (source, predicate, target, polarity).
#[derive(Clone, Debug)]
pub struct GraphEdge {
    pub(super) key: EdgeKey,
    /// In its order.
    evidence: Vec<Evidence>,
    /// Which of it are no copies of earlier ones; reckoned when it is asked for.
    reports: OnceLock<Box<[usize]>>,
    first: Option<Date>,
    last: Option<Date>,
    modality: Modality,
    confidence: f32,
}

/// What edges are merged by, and ordered: by ids, then by the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EdgeKey {
    pub(super) source: GraphEntity,
    pub(super) target: GraphEntity,
    pub(super) predicate: Predicate,
    pub(super) polarity: Polarity,
}

impl GraphEdge {
    pub(super) fn new(key: EdgeKey, evidence: Evidence) -> Self {
        Self {
            key,
            first: evidence.date(),
            last: evidence.date(),
            modality: evidence.modality(),
            confidence: evidence.confidence(),
            evidence: vec![evidence],
            reports: OnceLock::new(),
        }
    }

    pub(super) fn push(&mut self, evidence: Evidence) {
        if let Some(date) = evidence.date() {
            self.first = Some(self.first.map_or(date, |first| first.min(date)));
            self.last = Some(self.last.map_or(date, |last| last.max(date)));
        }
        self.modality = self.modality.min(evidence.modality());
        self.confidence = self.confidence.max(evidence.confidence());
        let at = self.evidence.partition_point(|known| known.order(&evidence).is_le());
        self.evidence.insert(at, evidence);
        self.reports = OnceLock::new();
    }

    pub(super) fn into_parts(self) -> (EdgeKey, Vec<Evidence>) {
        (self.key, self.evidence)
    }

    /// Who does it. Of a symmetric predicate's two sides, the one whose id comes first.
    #[must_use]
    pub const fn source(&self) -> &GraphEntity {
        &self.key.source
    }

    /// To whom.
    #[must_use]
    pub const fn target(&self) -> &GraphEntity {
        &self.key.target
    }

    /// What.
    #[must_use]
    pub const fn predicate(&self) -> Predicate {
        self.key.predicate
    }

    /// Affirmed or negated.
    #[must_use]
    pub const fn polarity(&self) -> Polarity {
        self.key.polarity
    }

    /// How far it is a fact: the most factual of its evidence.
    #[must_use]
    pub const fn modality(&self) -> Modality {
        self.modality
    }

    /// How sure it is: the highest confidence of its evidence.
    #[must_use]
    pub const fn confidence(&self) -> f32 {
        self.confidence
    }

    /// How many times it was reported: a sentence that is found in several documents with hardly a word changed, as a news
    /// agency's are, counts once. How often it was stated at all is the length of [`evidence`](Self::evidence).
    #[must_use]
    pub fn count(&self) -> usize {
        self.report_indices().len()
    }

    /// The evidence without copies: of sentences that have half of their runs of three words in common, in documents at most a
    /// week apart, the first.
    pub fn reports(&self) -> impl Iterator<Item = &Evidence> {
        self.report_indices().iter().map(|&index| &self.evidence[index])
    }

    fn report_indices(&self) -> &[usize] {
        self.reports.get_or_init(|| reports(&self.evidence).into())
    }

    /// The date of the first dated document that states it.
    #[must_use]
    pub const fn first_date(&self) -> Option<Date> {
        self.first
    }

    /// The date of the last dated document that states it.
    #[must_use]
    pub const fn last_date(&self) -> Option<Date> {
        self.last
    }

    /// Where it was found, by date, the undated last, then by document and sentence; never empty.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// Whether an entity is one of its sides.
    #[must_use]
    pub fn touches(&self, id: &str) -> bool {
        self.source().id() == id || self.target().id() == id
    }

    /// Whether these entities are its two sides, in either order.
    #[must_use]
    pub fn is_between(&self, one: &str, other: &str) -> bool {
        let (source, target) = (self.source().id(), self.target().id());
        (source, target) == (one, other) || (source, target) == (other, one)
    }
}
