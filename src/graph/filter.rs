use std::collections::BTreeSet;

use super::{Evidence, GraphEdge, RelationGraph};
use crate::{
    relation::{Predicate, RelationClass},
    text::Date,
};

/// Which relations to keep of a graph; all of them by default.
///
/// ```
/// use geopol::{Extractor, GraphFilter, Predicate, RelationGraph};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("China condemned AUKUS. Japan and Australia met."));
/// let condemned = graph.filter(GraphFilter::new().predicate(Predicate::Condemns));
/// assert_eq!((condemned.edge_count(), condemned.node_count()), (1, 2));
/// ```
#[derive(Clone, Debug, Default)]
pub struct GraphFilter {
    min_count: usize,
    min_confidence: f32,
    predicates: BTreeSet<Predicate>,
    classes: BTreeSet<RelationClass>,
    entities: BTreeSet<String>,
    since: Option<Date>,
    until: Option<Date>,
}

impl GraphFilter {
    /// Keeps every relation.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps edges that were stated at least so many times, counted after evidence was left out.
    pub fn min_count(&mut self, least: usize) -> &mut Self {
        self.min_count = least;
        self
    }

    /// Keeps evidence that is at least so sure.
    pub fn min_confidence(&mut self, least: f32) -> &mut Self {
        self.min_confidence = least;
        self
    }

    /// Keeps edges with this predicate; called again, with this one too.
    pub fn predicate(&mut self, predicate: Predicate) -> &mut Self {
        self.predicates.insert(predicate);
        self
    }

    /// Keeps edges of this class; called again, of this one too. With predicates, those of either.
    pub fn class(&mut self, class: RelationClass) -> &mut Self {
        self.classes.insert(class);
        self
    }

    /// Keeps edges of the entity with this id; called again, of this one too.
    pub fn entity(&mut self, id: impl Into<String>) -> &mut Self {
        self.entities.insert(id.into());
        self
    }

    /// Keeps evidence from documents that may be of this day or later; undated ones go.
    pub fn since(&mut self, date: impl Into<Option<Date>>) -> &mut Self {
        self.since = date.into();
        self
    }

    /// Keeps evidence from documents that may be of this day or earlier; undated ones go.
    pub fn until(&mut self, date: impl Into<Option<Date>>) -> &mut Self {
        self.until = date.into();
        self
    }

    fn keeps_edge(&self, edge: &GraphEdge) -> bool {
        let any = self.predicates.is_empty() && self.classes.is_empty();
        let predicate = edge.predicate();
        (any || self.predicates.contains(&predicate) || self.classes.contains(&predicate.class()))
            && (self.entities.is_empty()
                || self.entities.contains(edge.source().id())
                || self.entities.contains(edge.target().id()))
    }

    fn keeps_evidence(&self, evidence: &Evidence) -> bool {
        let timely = match evidence.date() {
            None => self.since.is_none() && self.until.is_none(),
            Some(date) => {
                self.since.is_none_or(|since| since.earliest() <= date.latest())
                    && self.until.is_none_or(|until| date.earliest() <= until.latest())
            }
        };
        timely && evidence.confidence() >= self.min_confidence
    }
}

impl RelationGraph {
    /// A graph of the edges that a filter keeps, with the entities between which they are.
    ///
    /// Counts, dates, modality and confidence of an edge are those of the evidence that is kept; mentions of entities are counted
    /// as before.
    #[must_use]
    pub fn filter(&self, filter: &GraphFilter) -> Self {
        let mut kept = Self::new();
        for edge in self.edges().filter(|edge| filter.keeps_edge(edge)) {
            let evidence: Vec<&Evidence> = edge.evidence().iter().filter(|e| filter.keeps_evidence(e)).collect();
            if evidence.len() >= filter.min_count {
                for evidence in evidence {
                    kept.insert(edge.key.clone(), evidence.clone());
                }
            }
        }
        for (entity, &index) in &kept.by_entity {
            if let Some(node) = self.node(entity.id()) {
                kept.graph[index] = node.clone();
            }
        }
        kept
    }
}
