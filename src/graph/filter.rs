use std::collections::BTreeSet;

use super::{Evidence, GraphEdge, RelationGraph, copies::reports};
use crate::{
    gazetteer::EntityKind,
    relation::{Modality, Polarity, Predicate, QuadClass, RelationClass},
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
    quads: BTreeSet<QuadClass>,
    polarity: Option<Polarity>,
    modalities: BTreeSet<Modality>,
    entities: BTreeSet<String>,
    sources: BTreeSet<String>,
    targets: BTreeSet<String>,
    pairs: BTreeSet<(String, String)>,
    kinds: BTreeSet<EntityKind>,
    since: Option<Date>,
    until: Option<Date>,
}

impl GraphFilter {
    /// Keeps every relation.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps edges that were reported at least so many times ([`GraphEdge::count`]), counted after evidence was left out.
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

    /// Keeps edges of this quad class; called again, of this one too. It narrows what predicates and classes keep.
    pub fn quad(&mut self, quad: QuadClass) -> &mut Self {
        self.quads.insert(quad);
        self
    }

    /// Keeps edges that are affirmed, or those that are negated.
    pub fn polarity(&mut self, polarity: impl Into<Option<Polarity>>) -> &mut Self {
        self.polarity = polarity.into();
        self
    }

    /// Keeps evidence of this modality; called again, of this one too.
    pub fn modality(&mut self, modality: Modality) -> &mut Self {
        self.modalities.insert(modality);
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

    /// Keeps what the entity with this id does; called again, what this one does too. Both sides of a symmetric edge do it.
    pub fn source(&mut self, id: impl Into<String>) -> &mut Self {
        self.sources.insert(id.into());
        self
    }

    /// Keeps what is done to the entity with this id; called again, to this one too.
    pub fn target(&mut self, id: impl Into<String>) -> &mut Self {
        self.targets.insert(id.into());
        self
    }

    /// Keeps edges between the two entities with these ids, in both directions; called again, between these two too.
    ///
    /// ```
    /// use geopol::{Extractor, GraphFilter, RelationGraph};
    ///
    /// let mut graph = RelationGraph::new();
    /// graph.add(&Extractor::new().extract("China warned Japan. Japan condemned China. Japan met Australia."));
    /// let dyad = graph.filter(GraphFilter::new().between("country:CHN", "country:JPN"));
    /// assert_eq!(dyad.edge_count(), 2);
    /// ```
    pub fn between(&mut self, one: impl Into<String>, other: impl Into<String>) -> &mut Self {
        self.pairs.insert((one.into(), other.into()));
        self
    }

    /// Keeps edges between entities of this kind; called again, of this one too.
    pub fn kind(&mut self, kind: EntityKind) -> &mut Self {
        self.kinds.insert(kind);
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
        let (source, target) = (edge.source(), edge.target());
        let among = |ids: &BTreeSet<String>, id: &str| ids.is_empty() || ids.contains(id);
        (any || self.predicates.contains(&predicate) || self.classes.contains(&predicate.class()))
            && (self.quads.is_empty() || predicate.quad().is_some_and(|quad| self.quads.contains(&quad)))
            && self.polarity.is_none_or(|polarity| polarity == edge.polarity())
            && (among(&self.entities, source.id()) || among(&self.entities, target.id()))
            && (self.pairs.is_empty() || self.pairs.iter().any(|pair| edge.is_between(&pair.0, &pair.1)))
            && (self.kinds.is_empty() || [source, target].iter().all(|side| self.kinds.contains(&side.kind())))
            && (among(&self.sources, source.id()) && among(&self.targets, target.id())
                || predicate.is_symmetric() && among(&self.sources, target.id()) && among(&self.targets, source.id()))
    }

    fn keeps_evidence(&self, evidence: &Evidence) -> bool {
        let timely = match evidence.date() {
            None => self.since.is_none() && self.until.is_none(),
            Some(date) => {
                self.since.is_none_or(|since| since.earliest() <= date.latest())
                    && self.until.is_none_or(|until| date.earliest() <= until.latest())
            }
        };
        timely
            && evidence.confidence() >= self.min_confidence
            && (self.modalities.is_empty() || self.modalities.contains(&evidence.modality()))
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
            if filter.min_count < 2 || reports(evidence.iter().copied()).len() >= filter.min_count {
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
