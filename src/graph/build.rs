//! What goes into a graph.

use std::sync::Arc;

use petgraph::graph::NodeIndex;

use super::{Evidence, GraphEdge, GraphEntity, GraphNode, Participant, RelationGraph, edge::EdgeKey};
use crate::{
    extraction::Extraction,
    gazetteer::EntityId,
    mention::Mention,
    relation::{Polarity, Predicate, Relation},
    text::Span,
};

impl RelationGraph {
    /// Adds a document's mentions and relations.
    pub fn add(&mut self, extraction: &Extraction<'_>) {
        for mention in extraction.mentions() {
            let actor = mention.actor().map(|id| self.intern(extraction, id));
            let entity = self.intern(extraction, mention.entity());
            self.mention(entity, actor, 1);
        }
        let document: Option<Arc<str>> = extraction.document().id().map(Into::into);
        let mut sentence: Option<(Span, Arc<str>)> = None;
        for relation in extraction.relations() {
            let span = extraction.sentence(relation);
            let text = match &sentence {
                Some((known, text)) if *known == span => text.clone(),
                _ => Arc::from(span.of(extraction.text())),
            };
            sentence = Some((span, text.clone()));
            let mut evidence = self.evidence(extraction, relation, span, text);
            if let Some(id) = &document {
                evidence = evidence.with_document(id.clone());
            }
            self.add_relation(relation.predicate(), relation.polarity(), evidence);
        }
    }

    /// Adds a relation that was found elsewhere. The entities become nodes; their mentions are not counted.
    ///
    /// ```
    /// use geopol::{EntityKind, Evidence, GraphEntity, Polarity, Predicate, RelationGraph};
    ///
    /// let japan = GraphEntity::new("country:JPN", EntityKind::Country, "Japan");
    /// let china = GraphEntity::new("country:CHN", EntityKind::Country, "China");
    /// let mut graph = RelationGraph::new();
    /// let evidence = Evidence::new(japan, china, "Ministers of both states met on Monday.");
    /// graph.add_relation(Predicate::Meets, Polarity::Affirmed, evidence);
    /// assert_eq!(graph.edges_between("country:CHN", "country:JPN").count(), 1);
    /// ```
    pub fn add_relation(&mut self, predicate: Predicate, polarity: Polarity, evidence: Evidence) {
        let (source, target) = (evidence.source().entity().clone(), evidence.target().entity().clone());
        self.insert(EdgeKey { source, target, predicate, polarity }, evidence);
    }

    /// Adds a relation between others than the evidence names, such as those for whom they act.
    #[cfg(feature = "json")]
    pub(crate) fn add_between(
        &mut self,
        source: GraphEntity,
        predicate: Predicate,
        target: GraphEntity,
        polarity: Polarity,
        evidence: Evidence,
    ) {
        self.insert(EdgeKey { source, target, predicate, polarity }, evidence);
    }

    /// Adds evidence to the edge with this key, whose sides may be others than the evidence names.
    pub(super) fn insert(&mut self, mut key: EdgeKey, mut evidence: Evidence) {
        if key.predicate.is_symmetric() && key.target < key.source {
            std::mem::swap(&mut key.source, &mut key.target);
            evidence.swap_sides();
        }
        if let Some(&index) = self.by_key.get(&key) {
            self.graph[index].push(evidence);
        } else {
            let (source, target) = (self.index(&key.source), self.index(&key.target));
            let index = self.graph.add_edge(source, target, GraphEdge::new(key.clone(), evidence));
            self.by_key.insert(key, index);
        }
    }

    /// Adds all of another graph. Graphs merged in any order, all at once or by groups, are the same.
    ///
    /// ```
    /// use geopol::{Extractor, RelationGraph};
    ///
    /// let extractor = Extractor::new();
    /// let graph_of = |text| {
    ///     let mut graph = RelationGraph::new();
    ///     graph.add(&extractor.extract(text));
    ///     graph
    /// };
    /// let mut graph = graph_of("China condemned AUKUS.");
    /// graph.merge(graph_of("AUKUS was condemned by China."));
    /// assert_eq!(graph.edges().next().unwrap().count(), 2);
    /// ```
    pub fn merge(&mut self, other: Self) {
        let (nodes, edges) = other.graph.into_nodes_edges();
        for node in nodes {
            let index = self.index(&node.weight.entity().clone());
            self.graph[index].merge(node.weight);
        }
        for edge in edges {
            let (key, evidence) = edge.weight.into_parts();
            for evidence in evidence {
                self.insert(key.clone(), evidence);
            }
        }
    }

    /// Puts in an edge of another graph with all its evidence, where there is none yet.
    pub(super) fn insert_edge(&mut self, edge: GraphEdge) {
        let key = edge.key.clone();
        let (source, target) = (self.index(&key.source), self.index(&key.target));
        let index = self.graph.add_edge(source, target, edge);
        self.by_key.insert(key, index);
    }

    /// Counts mentions of an entity.
    pub(crate) fn mention(&mut self, entity: GraphEntity, actor: Option<GraphEntity>, times: usize) {
        let index = self.index(&entity);
        self.graph[index].mentioned(actor, times);
    }

    pub(super) fn index(&mut self, entity: &GraphEntity) -> NodeIndex {
        if let Some(&index) = self.by_entity.get(entity) {
            return index;
        }
        let index = self.graph.add_node(GraphNode::new(entity.clone()));
        self.by_entity.insert(entity.clone(), index);
        index
    }

    fn intern(&mut self, extraction: &Extraction<'_>, id: EntityId) -> GraphEntity {
        let entity = extraction.entity(id);
        self.interned.entity(entity.id(), || entity)
    }

    fn evidence(&mut self, extraction: &Extraction<'_>, relation: &Relation, span: Span, text: Arc<str>) -> Evidence {
        let mentions = extraction.mentions();
        let source = self.participant(extraction, &mentions[relation.source()], span);
        let target = self.participant(extraction, &mentions[relation.target()], span);
        let speaker = relation.attribution().map(|id| self.intern(extraction, id));
        Evidence::new(source, target, text)
            .with_date(extraction.document().date())
            .with_sentence_index(extraction.sentence_index(relation))
            .with_trigger(within(relation.trigger(), span))
            .with_modality(relation.modality())
            .with_attribution(speaker)
            .with_confidence(relation.confidence())
            .with_rule(self.interned.rule(extraction.rule(relation)))
    }

    fn participant(&mut self, extraction: &Extraction<'_>, mention: &Mention, sentence: Span) -> Participant {
        let actor = mention.actor().map(|id| self.intern(extraction, id));
        Participant::new(self.intern(extraction, mention.entity()))
            .with_actor(actor)
            .with_span(within(mention.span(), sentence))
    }
}

/// A span of the document as one of the sentence, if it lies there: a pronoun's antecedent may not.
fn within(span: Span, sentence: Span) -> Option<Span> {
    sentence.contains(span).then(|| Span::new(span.start - sentence.start, span.end - sentence.start))
}
