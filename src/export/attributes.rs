//! What nodes and edges carry in the formats of flat attributes: GraphML, GEXF, CSV, Cytoscape's JSON.

use std::borrow::Cow;

use super::{
    dot::edge_label,
    plain::{shortened, shown},
};
use crate::graph::{GraphEdge, GraphNode, RelationGraph};

/// A value of an attribute.
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Whole(usize),
    Real(f64),
    Flag(bool),
}

/// An attribute's name with its value, if it has one here.
pub(super) type Attribute<'a> = (&'static str, Option<Value<'a>>);

/// The type of an attribute in GraphML's words, which are GEXF's too.
#[cfg(any(feature = "xml", feature = "csv"))]
pub(super) type Column = (&'static str, &'static str);

#[cfg(any(feature = "xml", feature = "csv"))]
pub(super) const NODE_COLUMNS: [Column; 3] = [("label", "string"), ("kind", "string"), ("mentions", "int")];

#[cfg(any(feature = "xml", feature = "csv"))]
pub(super) const EDGE_COLUMNS: [Column; 15] = [
    ("label", "string"),
    ("predicate", "string"),
    ("class", "string"),
    ("cameo", "string"),
    ("quad", "string"),
    ("goldstein", "double"),
    ("symmetric", "boolean"),
    ("polarity", "string"),
    ("modality", "string"),
    ("count", "int"),
    ("statements", "int"),
    ("confidence", "double"),
    ("first_date", "string"),
    ("last_date", "string"),
    ("sentence", "string"),
];

/// At how many characters the sentence is cut.
const SENTENCE_LENGTH: usize = 400;

pub(super) fn of_node(node: &GraphNode) -> [Attribute<'_>; 3] {
    [
        ("label", text(shown(node.name()))),
        ("kind", text(node.kind().as_str())),
        ("mentions", Some(Value::Whole(node.mentions()))),
    ]
}

pub(super) fn of_edge(edge: &GraphEdge) -> [Attribute<'_>; 15] {
    let predicate = edge.predicate();
    let date = |date: Option<crate::Date>| date.and_then(|date| text(date.to_string()));
    let sentence = edge.reports().next().map(|report| shown(report.sentence()));
    [
        ("label", text(edge_label(edge))),
        ("predicate", text(predicate.as_str())),
        ("class", text(predicate.class().as_str())),
        ("cameo", predicate.cameo().and_then(text)),
        ("quad", predicate.quad().and_then(|quad| text(quad.as_str()))),
        ("goldstein", predicate.goldstein().map(Value::Real)),
        ("symmetric", Some(Value::Flag(predicate.is_symmetric()))),
        ("polarity", text(edge.polarity().as_str())),
        ("modality", text(edge.modality().as_str())),
        ("count", Some(Value::Whole(edge.count()))),
        ("statements", Some(Value::Whole(edge.evidence().len()))),
        ("confidence", Some(Value::Real(confidence(edge.confidence())))),
        ("first_date", date(edge.first_date())),
        ("last_date", date(edge.last_date())),
        ("sentence", sentence.and_then(|sentence| text(shortened(&sentence, SENTENCE_LENGTH).into_owned()))),
    ]
}

/// The edges with an id each, unique in the file.
pub(super) fn numbered(graph: &RelationGraph) -> impl Iterator<Item = (String, &GraphEdge)> {
    graph.edges().enumerate().map(|(n, edge)| (format!("e{n}"), edge))
}

/// To the three digits that it has.
pub(super) fn confidence(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

#[allow(clippy::unnecessary_wraps)] // so that rows read alike
fn text<'a>(text: impl Into<Cow<'a, str>>) -> Option<Value<'a>> {
    Some(Value::Text(text.into()))
}

#[cfg(any(feature = "xml", feature = "csv"))]
impl Value<'_> {
    /// The value written out.
    pub(super) fn written(self) -> String {
        match self {
            Self::Text(text) => text.into_owned(),
            Self::Whole(number) => number.to_string(),
            Self::Real(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

#[cfg(feature = "json")]
impl From<Value<'_>> for serde_json::Value {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Text(text) => text.into_owned().into(),
            Value::Whole(number) => number.into(),
            Value::Real(number) => number.into(),
            Value::Flag(flag) => flag.into(),
        }
    }
}
