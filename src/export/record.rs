//! One document's entities, mentions and relations as plain data, for JSON.

use serde::Serialize;

use super::offsets::{OffsetUnit, Offsets};
use crate::{
    extraction::Extraction,
    gazetteer::{EntityId, EntityKind},
    mention::{Form, Mention},
    relation::{Modality, Polarity, Predicate, QuadClass, Relation, RelationClass},
    text::Date,
};

/// A document as data; `serde_json` writes it as one line of JSON Lines.
///
/// ```
/// use geopol::{DocumentRecord, Extractor, OffsetUnit};
///
/// let extraction = Extractor::new().extract("China condemned AUKUS.");
/// let record = DocumentRecord::new(&extraction, OffsetUnit::Byte);
/// assert_eq!(record.relations[0].predicate.as_str(), "condemns");
/// assert_eq!(record.mentions[record.relations[0].target_mention].text, "AUKUS");
/// ```
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct DocumentRecord<'a> {
    /// The document's id.
    pub id: Option<&'a str>,
    /// Its date.
    pub date: Option<Date>,
    /// Entities, each once, in the order of their first mention.
    pub entities: Vec<EntityRecord<'a>>,
    /// Mentions in the order of their starts.
    pub mentions: Vec<MentionRecord<'a>>,
    /// Relations in the order of their sentences.
    pub relations: Vec<RelationRecord<'a>>,
}

/// An entity.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct EntityRecord<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is.
    pub kind: EntityKind,
    /// Its canonical name.
    pub name: &'a str,
    /// The id of the state or alliance for which it acts.
    pub actor: Option<&'a str>,
}

/// A mention.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct MentionRecord<'a> {
    /// The entity's id.
    pub entity: &'a str,
    /// How it denotes it.
    pub form: Form,
    /// The first offset.
    pub start: usize,
    /// The first offset after.
    pub end: usize,
    /// The text between.
    pub text: &'a str,
    /// The number of its sentence.
    pub sentence: usize,
}

/// A relation.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct RelationRecord<'a> {
    /// The source's id.
    pub source: &'a str,
    /// What it does.
    pub predicate: Predicate,
    /// The target's id.
    pub target: &'a str,
    /// The predicate's class.
    pub class: RelationClass,
    /// Its CAMEO code.
    pub cameo: Option<&'static str>,
    /// Its quad class.
    pub quad: Option<QuadClass>,
    /// Whether it holds both ways.
    pub symmetric: bool,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// How far it is a fact.
    pub modality: Modality,
    /// The id of the entity whose statement carries it.
    pub attribution: Option<&'a str>,
    /// How sure it is, 0 to 1, to three digits.
    pub confidence: f64,
    /// Its sentence.
    pub sentence: SentenceRecord,
    /// Its trigger.
    pub trigger: TriggerRecord<'a>,
    /// Index of the source's mention.
    pub source_mention: usize,
    /// Index of the target's mention.
    pub target_mention: usize,
    /// The rule that found it.
    pub rule: &'a str,
}

/// A sentence.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct SentenceRecord {
    /// Its number in the document.
    pub index: usize,
    /// The first offset.
    pub start: usize,
    /// The first offset after.
    pub end: usize,
}

/// A relation's trigger.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct TriggerRecord<'a> {
    /// The first offset.
    pub start: usize,
    /// The first offset after.
    pub end: usize,
    /// The text between.
    pub text: &'a str,
}

impl<'a> DocumentRecord<'a> {
    /// The record of an extraction, with offsets in this unit.
    #[must_use]
    pub fn new(extraction: &'a Extraction<'_>, unit: OffsetUnit) -> Self {
        let offsets = Offsets::new(extraction.text(), unit);
        let entity = |(entity, actor): (&'a crate::gazetteer::Entity, Option<EntityId>)| EntityRecord {
            id: entity.id(),
            kind: entity.kind(),
            name: entity.name(),
            actor: actor.map(|id| extraction.entity(id).id()),
        };
        Self {
            id: extraction.document().id(),
            date: extraction.document().date(),
            entities: extraction.acting().map(entity).collect(),
            mentions: extraction.mentions().iter().map(|m| MentionRecord::new(m, extraction, &offsets)).collect(),
            relations: extraction.relations().iter().map(|r| RelationRecord::new(r, extraction, &offsets)).collect(),
        }
    }
}

impl<'a> MentionRecord<'a> {
    fn new(mention: &Mention, extraction: &'a Extraction<'_>, offsets: &Offsets<'_>) -> Self {
        let (start, end) = offsets.span(mention.span());
        Self {
            entity: extraction.entity(mention.entity()).id(),
            form: mention.form(),
            start,
            end,
            text: mention.span().of(extraction.text()),
            sentence: extraction.sentence_index_at(mention.span().start),
        }
    }
}

impl<'a> RelationRecord<'a> {
    fn new(relation: &'a Relation, extraction: &'a Extraction<'_>, offsets: &Offsets<'_>) -> Self {
        let predicate = relation.predicate();
        let sentence = offsets.span(extraction.sentence(relation));
        let trigger = offsets.span(relation.trigger());
        let index = extraction.sentence_index(relation);
        Self {
            source: extraction.source(relation).id(),
            predicate,
            target: extraction.target(relation).id(),
            class: predicate.class(),
            cameo: predicate.cameo(),
            quad: predicate.quad(),
            symmetric: predicate.is_symmetric(),
            polarity: relation.polarity(),
            modality: relation.modality(),
            attribution: relation.attribution().map(|id| extraction.entity(id).id()),
            confidence: (f64::from(relation.confidence()) * 1000.0).round() / 1000.0,
            sentence: SentenceRecord { index, start: sentence.0, end: sentence.1 },
            trigger: TriggerRecord { start: trigger.0, end: trigger.1, text: relation.trigger().of(extraction.text()) },
            source_mention: relation.source(),
            target_mention: relation.target(),
            rule: extraction.rule(relation),
        }
    }
}
