use std::collections::BTreeSet;

use crate::graph::{GraphEntity, RelationGraph};

impl RelationGraph {
    /// The entity with this id, those whom so many steps reach from it along edges of any direction, and all edges among them.
    ///
    /// ```
    /// use geopol::{Extractor, RelationGraph};
    ///
    /// let mut graph = RelationGraph::new();
    /// graph.add(&Extractor::new().extract("China condemned AUKUS. Japan may join AUKUS. Fiji met Japan."));
    /// let ids = |hops| graph.ego("country:CHN", hops).nodes().map(|node| node.id().to_owned()).collect::<Vec<_>>();
    /// assert_eq!(ids(1), ["alliance:AUKUS", "country:CHN"]);
    /// assert_eq!(ids(2), ["alliance:AUKUS", "country:CHN", "country:JPN"]);
    /// ```
    #[must_use]
    pub fn ego(&self, id: &str, hops: usize) -> Self {
        let mut reached: BTreeSet<GraphEntity> = BTreeSet::new();
        let mut border: Vec<GraphEntity> = self.node(id).map(|node| node.entity().clone()).into_iter().collect();
        for _ in 0..=hops {
            border.retain(|entity| reached.insert(entity.clone()));
            if border.is_empty() {
                break;
            }
            let next = border.iter().flat_map(|entity| self.neighbors(entity.id()));
            border = next.map(|node| node.entity().clone()).collect();
        }
        let mut ego = Self::new();
        for entity in &reached {
            if let Some(&index) = self.by_entity.get(entity) {
                let own = ego.index(entity);
                ego.graph[own] = self.graph[index].clone();
            }
        }
        for edge in self.edges().filter(|edge| reached.contains(edge.source()) && reached.contains(edge.target())) {
            ego.insert_edge(edge.clone());
        }
        ego
    }
}
