use super::{Evidence, GraphEntity};
use crate::{
    relation::{Modality, Polarity, Predicate},
    text::Date,
};

/// All that is known of one (source, predicate, target, polarity).
#[derive(Clone, Debug)]
pub struct GraphEdge {
    pub(super) key: EdgeKey,
    evidence: Vec<Evidence>,
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
        }
    }

    pub(super) fn push(&mut self, evidence: Evidence) {
        if let Some(date) = evidence.date() {
            self.first = Some(self.first.map_or(date, |first| first.min(date)));
            self.last = Some(self.last.map_or(date, |last| last.max(date)));
        }
        self.modality = self.modality.min(evidence.modality());
        self.confidence = self.confidence.max(evidence.confidence());
        self.evidence.push(evidence);
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

    /// How many times it was stated.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.evidence.len()
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

    /// Where it was found, in the order in which it was added; never empty.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// Whether an entity is one of its sides.
    #[must_use]
    pub fn touches(&self, id: &str) -> bool {
        self.source().id() == id || self.target().id() == id
    }
}
