use std::{cmp::Ordering, mem, sync::Arc};

use super::GraphEntity;
use crate::{
    relation::Modality,
    text::{Date, Span},
};

/// One side of a relation as a sentence names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    entity: GraphEntity,
    actor: Option<GraphEntity>,
    span: Option<Span>,
}

/// Where a relation was found: one sentence of one document.
///
/// It owns what it holds; spans are bytes of the sentence, not of the document.
///
/// ```
/// use geopol::{EntityKind, Evidence, GraphEntity, Modality, Participant, Span};
///
/// let japan = GraphEntity::new("country:JPN", EntityKind::Country, "Japan");
/// let aukus = GraphEntity::new("alliance:AUKUS", EntityKind::Alliance, "AUKUS");
/// let evidence = Evidence::new(Participant::new(japan).with_span(Span::new(0, 5)), aukus, "Japan may join AUKUS.")
///     .with_modality(Modality::Possible)
///     .with_trigger(Span::new(10, 14));
/// assert_eq!(evidence.trigger_text(), Some("join"));
/// assert_eq!(evidence.text_of(evidence.source()), Some("Japan"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    document: Option<Arc<str>>,
    date: Option<Date>,
    sentence_index: Option<usize>,
    sentence: Arc<str>,
    trigger: Option<Span>,
    source: Participant,
    target: Participant,
    modality: Modality,
    attribution: Option<GraphEntity>,
    confidence: f32,
    rule: Option<Arc<str>>,
}

impl From<GraphEntity> for Participant {
    fn from(entity: GraphEntity) -> Self {
        Self::new(entity)
    }
}

impl Participant {
    /// An entity that acts for nobody known, named anywhere.
    #[must_use]
    pub const fn new(entity: GraphEntity) -> Self {
        Self { entity, actor: None, span: None }
    }

    /// Says for which state or alliance it acts here.
    #[must_use]
    pub fn with_actor(self, actor: impl Into<Option<GraphEntity>>) -> Self {
        Self { actor: actor.into(), ..self }
    }

    /// Says where the sentence names it.
    #[must_use]
    pub fn with_span(self, span: impl Into<Option<Span>>) -> Self {
        Self { span: span.into(), ..self }
    }

    /// The entity that is named.
    #[must_use]
    pub const fn entity(&self) -> &GraphEntity {
        &self.entity
    }

    /// The state or alliance for which it acts, at the document's date.
    #[must_use]
    pub const fn actor(&self) -> Option<&GraphEntity> {
        self.actor.as_ref()
    }

    /// Where the sentence names it; nothing when another sentence does.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        self.span
    }

    /// Whom it counts as at the level of states.
    pub(super) fn lifted(&self) -> &GraphEntity {
        self.actor.as_ref().unwrap_or(&self.entity)
    }
}

impl Evidence {
    /// A sentence that states a relation, as actual and quite sure.
    #[must_use]
    pub fn new(source: impl Into<Participant>, target: impl Into<Participant>, sentence: impl Into<Arc<str>>) -> Self {
        Self {
            document: None,
            date: None,
            sentence_index: None,
            sentence: sentence.into(),
            trigger: None,
            source: source.into(),
            target: target.into(),
            modality: Modality::Actual,
            attribution: None,
            confidence: 1.0,
            rule: None,
        }
    }

    /// Names the document.
    #[must_use]
    pub fn with_document(self, id: impl Into<Arc<str>>) -> Self {
        Self { document: Some(id.into()), ..self }
    }

    /// Dates the document.
    #[must_use]
    pub fn with_date(self, date: impl Into<Option<Date>>) -> Self {
        Self { date: date.into(), ..self }
    }

    /// Says which sentence of the document it is, counted from 0.
    #[must_use]
    pub fn with_sentence_index(self, index: impl Into<Option<usize>>) -> Self {
        Self { sentence_index: index.into(), ..self }
    }

    /// Says which words of the sentence triggered it.
    #[must_use]
    pub fn with_trigger(self, trigger: impl Into<Option<Span>>) -> Self {
        Self { trigger: trigger.into(), ..self }
    }

    /// Says how far it is a fact.
    #[must_use]
    pub fn with_modality(self, modality: Modality) -> Self {
        Self { modality, ..self }
    }

    /// Says whose statement carries it.
    #[must_use]
    pub fn with_attribution(self, speaker: impl Into<Option<GraphEntity>>) -> Self {
        Self { attribution: speaker.into(), ..self }
    }

    /// Says how sure it is, 0 to 1; kept to three digits, as it is exported.
    #[must_use]
    pub fn with_confidence(self, confidence: f32) -> Self {
        let confidence = if confidence.is_nan() { 0.0 } else { confidence.clamp(0.0, 1.0) };
        Self { confidence: (confidence * 1000.0).round() / 1000.0, ..self }
    }

    /// Names the rule that found it.
    #[must_use]
    pub fn with_rule(self, rule: impl Into<Arc<str>>) -> Self {
        Self { rule: Some(rule.into()), ..self }
    }

    /// The document's id, if it has one.
    #[must_use]
    pub fn document(&self) -> Option<&str> {
        self.document.as_deref()
    }

    /// The document's date, if it has one.
    #[must_use]
    pub const fn date(&self) -> Option<Date> {
        self.date
    }

    /// The number of the sentence in its document, if it is known.
    #[must_use]
    pub const fn sentence_index(&self) -> Option<usize> {
        self.sentence_index
    }

    /// The sentence as the document writes it.
    #[must_use]
    pub fn sentence(&self) -> &str {
        &self.sentence
    }

    /// The words that triggered the relation.
    #[must_use]
    pub const fn trigger(&self) -> Option<Span> {
        self.trigger
    }

    /// The text of the trigger.
    #[must_use]
    pub fn trigger_text(&self) -> Option<&str> {
        self.text(self.trigger)
    }

    /// The edge's source as this sentence names it.
    #[must_use]
    pub const fn source(&self) -> &Participant {
        &self.source
    }

    /// The edge's target as this sentence names it.
    #[must_use]
    pub const fn target(&self) -> &Participant {
        &self.target
    }

    /// The words by which the sentence names a participant; nothing when another sentence names it.
    #[must_use]
    pub fn text_of(&self, participant: &Participant) -> Option<&str> {
        self.text(participant.span)
    }

    /// How far it is a fact.
    #[must_use]
    pub const fn modality(&self) -> Modality {
        self.modality
    }

    /// Whose statement carries it.
    #[must_use]
    pub const fn attribution(&self) -> Option<&GraphEntity> {
        self.attribution.as_ref()
    }

    /// How sure it is, 0 to 1.
    #[must_use]
    pub const fn confidence(&self) -> f32 {
        self.confidence
    }

    /// The rule that found it, if a rule did.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        self.rule.as_deref()
    }

    /// All entities that it names, again and again where it does so.
    #[cfg(feature = "json")]
    pub(crate) fn entities(&self) -> impl Iterator<Item = &GraphEntity> {
        let sides = [&self.source, &self.target].into_iter();
        sides.flat_map(|side| [Some(&side.entity), side.actor.as_ref()]).flatten().chain(&self.attribution)
    }

    fn text(&self, span: Option<Span>) -> Option<&str> {
        self.sentence.get(span?.range())
    }

    /// The order of an edge's evidence: by date, the undated last, then by document and sentence. Two that are equal in it are
    /// equal in everything, so that the order does not tell how a graph was put together.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        fn place(e: &Evidence) -> impl Ord {
            let (document, index) = (e.document.as_deref(), e.sentence_index);
            (e.date.is_none(), e.date, document.is_none(), document, index.is_none(), index, &e.sentence)
        }
        fn rest(e: &Evidence) -> impl Ord {
            let sides = [&e.source, &e.target].map(|side| (side.span, &side.entity, &side.actor));
            (e.trigger, sides, e.modality, &e.attribution, e.rule.as_deref())
        }
        let confidence = || self.confidence.total_cmp(&other.confidence);
        place(self).cmp(&place(other)).then_with(|| rest(self).cmp(&rest(other))).then_with(confidence)
    }

    /// For symmetric relations, whose sides have no order.
    pub(super) fn swap_sides(&mut self) {
        mem::swap(&mut self.source, &mut self.target);
    }
}
