use std::collections::BTreeMap;

use petgraph::{algo::dijkstra, graph::NodeIndex, visit::NodeFiltered};

use crate::graph::{GraphEdge, GraphNode, RelationGraph};

/// A way from one entity to another over others.
#[derive(Clone, Debug)]
pub struct GraphPath<'g> {
    nodes: Vec<&'g GraphNode>,
    graph: &'g RelationGraph,
}

impl<'g> GraphPath<'g> {
    /// The entities, from the first to the last; none twice.
    #[must_use]
    pub fn nodes(&self) -> &[&'g GraphNode] {
        &self.nodes
    }

    /// How many steps it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len() - 1
    }

    /// Whether it stays where it begins.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The edges of each step, in both directions.
    pub fn steps(&self) -> impl Iterator<Item = Vec<&'g GraphEdge>> {
        self.nodes.windows(2).map(|pair| self.graph.edges_between(pair[0].id(), pair[1].id()).collect())
    }
}

impl RelationGraph {
    /// Ways between two entities of at most so many steps, along edges of any direction: the shortest first, `limit` at most.
    ///
    /// ```text
    /// China ──condemns──▶ AUKUS ◀──joins── Japan         a way of two steps
    /// ```
    ///
    /// ```
    /// use geopol::{Extractor, RelationGraph};
    ///
    /// let mut graph = RelationGraph::new();
    /// graph.add(&Extractor::new().extract("China condemned AUKUS. Japan may join AUKUS."));
    /// let paths = graph.paths("country:CHN", "country:JPN", 3, 10);
    /// let names: Vec<&str> = paths[0].nodes().iter().map(|node| node.name()).collect();
    /// assert_eq!(names, ["China", "AUKUS", "Japan"]);
    /// assert_eq!(paths[0].steps().next().unwrap()[0].predicate().as_str(), "condemns");
    /// ```
    ///
    /// # Complexity
    ///
    /// No step is tried from which the end is out of reach, so that time goes with what is found.
    #[must_use]
    pub fn paths(&self, from: &str, to: &str, most_steps: usize, limit: usize) -> Vec<GraphPath<'_>> {
        let (Some(&from), Some(&to)) = (self.by_entity.get(from), self.by_entity.get(to)) else { return Vec::new() };
        let undirected = petgraph::visit::UndirectedAdaptor(&self.graph);
        let all = NodeFiltered::from_fn(undirected, |_| true);
        let left: BTreeMap<NodeIndex, usize> = dijkstra(&all, to, None, |_| 1).into_iter().collect();
        let mut search = Search { graph: self, left, to, limit, way: vec![from], found: Vec::new() };
        for steps in 0..=most_steps.min(self.node_count()) {
            search.go(steps);
        }
        search.found
    }
}

struct Search<'g> {
    graph: &'g RelationGraph,
    /// How many steps it is from here at least.
    left: BTreeMap<NodeIndex, usize>,
    to: NodeIndex,
    limit: usize,
    way: Vec<NodeIndex>,
    found: Vec<GraphPath<'g>>,
}

impl Search<'_> {
    /// Goes on from the end of the way, exactly so many steps.
    fn go(&mut self, steps: usize) {
        let here = self.way[self.way.len() - 1];
        if self.found.len() >= self.limit || self.left.get(&here).is_none_or(|&left| left > steps) {
            return;
        }
        if here == self.to {
            if steps == 0 {
                let nodes = self.way.iter().map(|&index| &self.graph.graph[index]).collect();
                self.found.push(GraphPath { nodes, graph: self.graph });
            }
            return;
        }
        let id = self.graph.graph[here].id();
        let next: Vec<NodeIndex> =
            self.graph.neighbors(id).filter_map(|node| self.graph.by_entity.get(node.id()).copied()).collect();
        for node in next {
            if !self.way.contains(&node) {
                self.way.push(node);
                self.go(steps - 1);
                self.way.pop();
            }
        }
    }
}
