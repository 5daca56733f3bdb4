use crate::{
    graph::{GraphEdge, RelationGraph, edge::EdgeKey},
    relation::Polarity,
};

impl RelationGraph {
    /// Edges that are both affirmed and negated, each affirmed one with the negated one. The graph keeps them side by side.
    ///
    /// ```
    /// use geopol::{Extractor, RelationGraph};
    ///
    /// let mut graph = RelationGraph::new();
    /// graph.add(&Extractor::new().extract("Japan has joined AUKUS. Japan has not joined AUKUS."));
    /// let (affirmed, negated) = graph.contradictions().next().unwrap();
    /// assert_eq!(affirmed.evidence()[0].sentence(), "Japan has joined AUKUS.");
    /// assert_eq!(negated.evidence()[0].sentence(), "Japan has not joined AUKUS.");
    /// ```
    pub fn contradictions(&self) -> impl Iterator<Item = (&GraphEdge, &GraphEdge)> {
        self.edges().filter(|edge| edge.polarity() == Polarity::Affirmed).filter_map(|affirmed| {
            let denied = EdgeKey { polarity: Polarity::Negated, ..affirmed.key.clone() };
            self.by_key.get(&denied).map(|&index| (affirmed, &self.graph[index]))
        })
    }
}
