use super::{Modality, Polarity, Predicate};
use crate::{gazetteer::EntityId, text::Span};

/// A rule's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    pub(crate) sentence: SentenceIndex,
    pub(crate) trigger: Span,
    pub(crate) rule: RuleId,
}
