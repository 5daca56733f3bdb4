//! What the script of a graph's page reads.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{
    export::{
        attributes::confidence,
        offsets::{OffsetUnit, Offsets},
        plain::spelt,
    },
    gazetteer::EntityKind,
    graph::{Evidence, GraphEdge, GraphNode, RelationGraph},
    relation::{Modality, Polarity, Predicate, QuadClass, RelationClass},
    text::{Date, Span},
};

#[derive(Serialize)]
struct Data<'g> {
    nodes: Vec<Node<'g>>,
    edges: Vec<Edge<'g>>,
}

#[derive(Serialize)]
struct Node<'g> {
    id: String,
    name: &'g str,
    /// For long names.
    short: Option<String>,
    kind: EntityKind,
    mentions: usize,
}

#[derive(Serialize)]
struct Edge<'g> {
    source: usize,
    target: usize,
    predicate: Predicate,
    class: RelationClass,
    quad: &'static str,
    symmetric: bool,
    denied: bool,
    evidence: Vec<Told<'g>>,
}

#[derive(Serialize)]
struct Told<'g> {
    document: Option<&'g str>,
    date: Option<Date>,
    sentence: &'g str,
    source: Option<(usize, usize)>,
    trigger: Option<(usize, usize)>,
    target: Option<(usize, usize)>,
    modality: Modality,
    speaker: Option<&'g str>,
    confidence: f64,
    rule: Option<&'g str>,
    /// Whether it is no copy of another.
    report: bool,
}

/// The data as JSON that can stand in a script: no `<` ends it.
pub(super) fn data(graph: &RelationGraph) -> serde_json::Result<String> {
    let numbers: BTreeMap<&str, usize> = graph.nodes().enumerate().map(|(n, node)| (node.id(), n)).collect();
    let data = Data {
        nodes: graph.nodes().map(node).collect(),
        edges: graph.edges().map(|e| edge(e, numbers[e.source().id()], numbers[e.target().id()])).collect(),
    };
    let json = serde_json::to_string(&data)?;
    Ok(json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

fn node(node: &GraphNode) -> Node<'_> {
    let short = node.id().split_once(':').map(|(_, short)| short.replace('-', " "));
    Node {
        id: spelt(node.id()).into_owned(),
        name: node.name(),
        short: short.filter(|_| matches!(node.kind(), EntityKind::Alliance | EntityKind::Treaty)),
        kind: node.kind(),
        mentions: node.mentions(),
    }
}

fn edge(edge: &GraphEdge, source: usize, target: usize) -> Edge<'_> {
    let predicate = edge.predicate();
    let reports: BTreeSet<*const Evidence> = edge.reports().map(std::ptr::from_ref).collect();
    Edge {
        source,
        target,
        predicate,
        class: predicate.class(),
        quad: predicate.quad().map_or("office", QuadClass::as_str),
        symmetric: predicate.is_symmetric(),
        denied: edge.polarity() == Polarity::Negated,
        evidence: edge.evidence().iter().map(|e| told(e, reports.contains(&std::ptr::from_ref(e)))).collect(),
    }
}

fn told(evidence: &Evidence, report: bool) -> Told<'_> {
    let sentence = evidence.sentence();
    let offsets = Offsets::new(sentence, OffsetUnit::Utf16);
    let span = |span: Option<Span>| Some(offsets.span(span.filter(|span| sentence.get(span.range()).is_some())?));
    Told {
        document: evidence.document(),
        date: evidence.date(),
        sentence,
        source: span(evidence.source().span()),
        trigger: span(evidence.trigger()),
        target: span(evidence.target().span()),
        modality: evidence.modality(),
        speaker: evidence.attribution().map(|speaker| speaker.name()),
        confidence: confidence(evidence.confidence()),
        rule: evidence.rule(),
        report,
    }
}
