//! What stands in the file: the same types write it and read it.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use crate::{
    export::offsets::{OffsetUnit, Offsets},
    gazetteer::EntityKind,
    graph::{Evidence, GraphEdge, GraphEntity, GraphNode, Participant},
    relation::{Modality, Polarity, Predicate, QuadClass, RelationClass},
    text::{Date, Span},
};

#[derive(Deserialize)]
pub(super) struct File {
    #[serde(default)]
    pub(super) graph: Header<'static>,
    pub(super) nodes: Vec<Node<'static>>,
    #[serde(alias = "links")]
    pub(super) edges: Vec<Edge<'static>>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Header<'a> {
    pub(super) generator: Cow<'a, str>,
    pub(super) offsets: OffsetUnit,
    /// Those that evidence names but that are no nodes.
    pub(super) entities: Vec<Entity<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Entity<'a> {
    pub(super) id: Cow<'a, str>,
    pub(super) kind: EntityKind,
    pub(super) name: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Node<'a> {
    pub(super) id: Cow<'a, str>,
    pub(super) kind: EntityKind,
    pub(super) name: Cow<'a, str>,
    #[serde(default)]
    pub(super) mentions: usize,
    #[serde(default)]
    pub(super) acting_for: BTreeMap<Cow<'a, str>, usize>,
}

/// What follows from the predicate or the evidence is written for other tools, and not read.
#[derive(Serialize, Deserialize)]
pub(super) struct Edge<'a> {
    pub(super) source: Cow<'a, str>,
    pub(super) target: Cow<'a, str>,
    #[serde(skip_deserializing)]
    pub(super) key: String,
    pub(super) predicate: Predicate,
    pub(super) polarity: Polarity,
    #[serde(skip_deserializing)]
    pub(super) modality: Option<Modality>,
    #[serde(skip_deserializing)]
    pub(super) class: Option<RelationClass>,
    #[serde(skip_deserializing)]
    pub(super) cameo: Option<&'static str>,
    #[serde(skip_deserializing)]
    pub(super) quad: Option<QuadClass>,
    #[serde(skip_deserializing)]
    pub(super) symmetric: bool,
    #[serde(skip_deserializing)]
    pub(super) count: usize,
    #[serde(skip_deserializing)]
    pub(super) goldstein: Option<f64>,
    #[serde(skip_deserializing)]
    pub(super) first_date: Option<Date>,
    #[serde(skip_deserializing)]
    pub(super) last_date: Option<Date>,
    #[serde(skip_deserializing)]
    pub(super) confidence: f32,
    pub(super) evidence: Vec<EvidenceRow<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct EvidenceRow<'a> {
    pub(super) document: Option<Cow<'a, str>>,
    pub(super) date: Option<Date>,
    #[serde(default)]
    pub(super) sentence_index: Option<usize>,
    pub(super) sentence: Cow<'a, str>,
    pub(super) trigger: Option<Words<'a>>,
    pub(super) source: Side<'a>,
    pub(super) target: Side<'a>,
    pub(super) modality: Modality,
    pub(super) attribution: Option<Cow<'a, str>>,
    pub(super) confidence: f32,
    pub(super) rule: Option<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Side<'a> {
    pub(super) entity: Cow<'a, str>,
    pub(super) actor: Option<Cow<'a, str>>,
    /// Nothing when another sentence names it.
    pub(super) mention: Option<Words<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Words<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    #[serde(skip_deserializing)]
    pub(super) text: Cow<'a, str>,
}

impl<'a> From<&'a GraphEntity> for Entity<'a> {
    fn from(entity: &'a GraphEntity) -> Self {
        Self { id: entity.id().into(), kind: entity.kind(), name: entity.name().into() }
    }
}

impl<'a> From<&'a GraphNode> for Node<'a> {
    fn from(node: &'a GraphNode) -> Self {
        Self {
            id: node.id().into(),
            kind: node.kind(),
            name: node.name().into(),
            mentions: node.mentions(),
            acting_for: node.acting_for().map(|(actor, times)| (actor.id().into(), times)).collect(),
        }
    }
}

impl<'a> Edge<'a> {
    pub(super) fn new(edge: &'a GraphEdge, unit: OffsetUnit) -> Self {
        let predicate = edge.predicate();
        Self {
            source: edge.source().id().into(),
            target: edge.target().id().into(),
            key: format!("{}{predicate}", if edge.polarity() == Polarity::Negated { "not_" } else { "" }),
            predicate,
            polarity: edge.polarity(),
            modality: Some(edge.modality()),
            class: Some(predicate.class()),
            cameo: predicate.cameo(),
            quad: predicate.quad(),
            symmetric: predicate.is_symmetric(),
            count: edge.count(),
            goldstein: predicate.goldstein(),
            first_date: edge.first_date(),
            last_date: edge.last_date(),
            confidence: edge.confidence(),
            evidence: edge.evidence().iter().map(|evidence| EvidenceRow::new(evidence, unit)).collect(),
        }
    }
}

impl<'a> EvidenceRow<'a> {
    fn new(evidence: &'a Evidence, unit: OffsetUnit) -> Self {
        let sentence = evidence.sentence();
        let offsets = Offsets::new(sentence, unit);
        let words = |span: Option<Span>| {
            // a span made elsewhere may not fit
            let span = span.filter(|span| sentence.get(span.range()).is_some())?;
            let (start, end) = offsets.span(span);
            Some(Words { start, end, text: span.of(sentence).into() })
        };
        let side = |side: &'a Participant| Side {
            entity: side.entity().id().into(),
            actor: side.actor().map(|actor| actor.id().into()),
            mention: words(side.span()),
        };
        Self {
            document: evidence.document().map(Into::into),
            date: evidence.date(),
            sentence_index: evidence.sentence_index(),
            sentence: sentence.into(),
            trigger: words(evidence.trigger()),
            source: side(evidence.source()),
            target: side(evidence.target()),
            modality: evidence.modality(),
            attribution: evidence.attribution().map(|speaker| speaker.id().into()),
            confidence: evidence.confidence(),
            rule: evidence.rule().map(Into::into),
        }
    }
}
