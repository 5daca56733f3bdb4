use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use petgraph::{
    Direction,
    graph::{DiGraph, EdgeIndex, NodeIndex},
    visit::EdgeRef,
};

use super::{GraphEdge, GraphEntity, GraphNode, edge::EdgeKey};

/// Who did what to whom, over one document or many.
///
/// Nodes are entities; an edge is a (source, predicate, target, polarity) with all its evidence. A symmetric predicate's
/// two directions are one edge. The graph copies what it keeps, so it outlives the texts.
///
/// ```
/// use geopol::{Extractor, RelationGraph};
///
/// let extractor = Extractor::new();
/// let mut graph = RelationGraph::new();
/// graph.add(&extractor.extract("China condemned AUKUS on Tuesday."));
/// graph.add(&extractor.extract("AUKUS was condemned again by China."));
///
/// let edge = graph.edges().next().unwrap();
/// assert_eq!(format!("{} {} {}", edge.source(), edge.predicate(), edge.target()), "China condemns AUKUS");
/// assert_eq!(edge.count(), 2);
/// assert!(edge.evidence().iter().any(|found| found.sentence() == "AUKUS was condemned again by China."));
/// ```
///
/// # What can be done with it
///
/// - Put together: [`add`](Self::add) an extraction, [`merge`](Self::merge) another graph, or
///   [`add_relation`](Self::add_relation) from elsewhere.
/// - Looked at: [`nodes`](Self::nodes), [`edges`](Self::edges), [`edges_of`](Self::edges_of),
///   [`edges_between`](Self::edges_between), [`neighbors`](Self::neighbors).
/// - Narrowed: [`filter`](Self::filter), [`ego`](Self::ego), [`by_actor`](Self::by_actor).
/// - Asked: [`activity`](Self::activity), [`dyads`](Self::dyads), [`paths`](Self::paths), [`timeline`](Self::timeline),
///   [`series`](Self::series), [`changes`](Self::changes), [`blocs`](Self::blocs), [`contradictions`](Self::contradictions).
/// - Written: as text by `Display`, for Graphviz by [`Dot`](crate::Dot), and in the [other formats](crate#exports).
#[derive(Clone, Debug, Default)]
pub struct RelationGraph {
    pub(super) graph: DiGraph<GraphNode, GraphEdge>,
    pub(super) by_entity: BTreeMap<GraphEntity, NodeIndex>,
    pub(super) by_key: BTreeMap<EdgeKey, EdgeIndex>,
    pub(super) interned: Interned,
}

/// What many pieces of evidence share; not all entities are nodes.
#[derive(Clone, Debug, Default)]
pub(super) struct Interned {
    entities: HashMap<Box<str>, GraphEntity>,
    rules: HashSet<Arc<str>>,
}

impl RelationGraph {
    /// A graph of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many nodes it has.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.graph.node_count()
    }

    /// How many edges it has.
    #[must_use]
    pub fn edge_count(&self) -> usize {
        self.graph.edge_count()
    }

    /// Whether it has no node.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.node_count() == 0
    }

    /// All nodes, in the order of their ids.
    pub fn nodes(&self) -> impl Iterator<Item = &GraphNode> {
        self.by_entity.values().map(|&index| &self.graph[index])
    }

    /// All edges, in the order of source id, target id, predicate and polarity.
    pub fn edges(&self) -> impl Iterator<Item = &GraphEdge> {
        self.by_key.values().map(|&index| &self.graph[index])
    }

    /// The node of the entity with this id.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<&GraphNode> {
        self.by_entity.get(id).map(|&index| &self.graph[index])
    }

    /// The edges that leave or reach an entity, in the order of [`edges`](Self::edges).
    pub fn edges_of(&self, id: &str) -> impl Iterator<Item = &GraphEdge> {
        let mut edges: Vec<EdgeIndex> = Vec::new();
        if let Some(&node) = self.by_entity.get(id) {
            edges.extend(self.graph.edges_directed(node, Direction::Outgoing).map(|e| e.id()));
            // a loop has left already
            let incoming = self.graph.edges_directed(node, Direction::Incoming);
            edges.extend(incoming.filter(|e| e.source() != node).map(|e| e.id()));
        }
        self.sorted(edges)
    }

    /// The edges between two entities, in both directions.
    pub fn edges_between(&self, one: &str, other: &str) -> impl Iterator<Item = &GraphEdge> {
        let mut edges: Vec<EdgeIndex> = Vec::new();
        if let (Some(&one), Some(&other)) = (self.by_entity.get(one), self.by_entity.get(other)) {
            edges.extend(self.graph.edges_connecting(one, other).map(|e| e.id()));
            if one != other {
                edges.extend(self.graph.edges_connecting(other, one).map(|e| e.id()));
            }
        }
        self.sorted(edges)
    }

    /// The other sides of an entity's edges, each once, in the order of their ids.
    pub fn neighbors(&self, id: &str) -> impl Iterator<Item = &GraphNode> {
        let found = self.by_entity.get(id).into_iter().flat_map(|&node| self.graph.neighbors_undirected(node));
        let found: BTreeMap<&str, &GraphNode> =
            found.map(|index| &self.graph[index]).map(|node| (node.id(), node)).collect();
        found.into_values()
    }

    /// The graph as petgraph's, for its algorithms; indices follow the order in which entities were first added.
    ///
    /// This type is petgraph's 0.8, and changes with the version of petgraph that this crate uses: no other part of the
    /// interface depends on it.
    ///
    /// ```
    /// let graph = geopol::RelationGraph::new();
    /// assert_eq!(graph.as_petgraph().node_count(), 0);
    /// ```
    #[must_use]
    pub const fn as_petgraph(&self) -> &DiGraph<GraphNode, GraphEdge> {
        &self.graph
    }

    fn sorted(&self, edges: Vec<EdgeIndex>) -> impl Iterator<Item = &GraphEdge> {
        let mut edges: Vec<&GraphEdge> = edges.into_iter().map(|index| &self.graph[index]).collect();
        edges.sort_by(|one, other| one.key.cmp(&other.key));
        edges.into_iter()
    }
}

impl Interned {
    pub(super) fn entity<E>(&mut self, id: &str, make: impl FnOnce() -> E) -> GraphEntity
    where
        E: Into<GraphEntity>,
    {
        if let Some(known) = self.entities.get(id) {
            return known.clone();
        }
        let entity = make().into();
        self.entities.insert(id.into(), entity.clone());
        entity
    }

    pub(super) fn rule(&mut self, rule: &str) -> Arc<str> {
        if let Some(known) = self.rules.get(rule) {
            return known.clone();
        }
        let rule: Arc<str> = rule.into();
        self.rules.insert(rule.clone());
        rule
    }
}
