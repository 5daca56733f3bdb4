use serde::{Deserialize, Serialize};

use super::{Modality, Polarity, Predicate, confidence::Signals};
use crate::{gazetteer::EntityId, text::Span};

/// A rule's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RuleId(pub(crate) u32);

/// A sentence's number in its document, from 0.
pub(crate) type SentenceIndex = usize;

/// One relation, with the evidence for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    pub(crate) predicate: Predicate,
    /// Indices of mentions.
    pub(crate) source: usize,
    pub(crate) target: usize,
    pub(crate) polarity: Polarity,
    pub(crate) modality: Modality,
    /// Whose statement carries it.
    pub(crate) attribution: Option<EntityId>,
    pub(crate) confidence: f32,
    pub(crate) signals: Signals,
    pub(crate) sentence: SentenceIndex,
    pub(crate) trigger: Span,
    pub(crate) rule: RuleId,
}

impl RuleId {
    /// Of relations that an office itself makes.
    pub(crate) const OFFICE: Self = Self(u32::MAX);
}

impl Relation {
    /// What the source does to the target.
    #[must_use]
    pub const fn predicate(&self) -> Predicate {
        self.predicate
    }

    /// Index of the source's mention.
    #[must_use]
    pub const fn source(&self) -> usize {
        self.source
    }

    /// Index of the target's mention.
    #[must_use]
    pub const fn target(&self) -> usize {
        self.target
    }

    /// Affirmed or negated.
    #[must_use]
    pub const fn polarity(&self) -> Polarity {
        self.polarity
    }

    /// How far it is a fact.
    #[must_use]
    pub const fn modality(&self) -> Modality {
        self.modality
    }

    /// Whose statement carries it, if the text says so.
    #[must_use]
    pub const fn attribution(&self) -> Option<EntityId> {
        self.attribution
    }

    /// How sure it is, 0 to 1: of the relations with 0.9, about nine in ten are right.
    #[must_use]
    pub const fn confidence(&self) -> f32 {
        self.confidence
    }

    /// What the confidence was computed from.
    #[must_use]
    pub const fn signals(&self) -> &Signals {
        &self.signals
    }

    /// The words that triggered it.
    #[must_use]
    pub const fn trigger(&self) -> Span {
        self.trigger
    }
}
