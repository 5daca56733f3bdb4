use std::collections::BTreeMap;

use super::Tally;
use crate::graph::{GraphNode, RelationGraph};

/// How much an entity does, and how much is done to it.
#[derive(Clone, Copy, Debug)]
pub struct Activity<'g> {
    node: &'g GraphNode,
    done: Tally,
    received: Tally,
}

impl<'g> Activity<'g> {
    /// The entity.
    #[must_use]
    pub const fn node(&self) -> &'g GraphNode {
        self.node
    }

    /// What it does. Meetings and whatever else holds both ways are done by both sides, and to both.
    #[must_use]
    pub const fn done(&self) -> &Tally {
        &self.done
    }

    /// What is done to it.
    #[must_use]
    pub const fn received(&self) -> &Tally {
        &self.received
    }
}

impl RelationGraph {
    /// How much every entity does and receives, the most active first; equals in the order of their ids.
    ///
    /// ```
    /// use geopol::{Extractor, RelationGraph};
    ///
    /// let mut graph = RelationGraph::new();
    /// graph.add(&Extractor::new().extract("China condemned AUKUS. China warned Japan. Japan condemned China."));
    /// let activity = graph.activity();
    /// assert_eq!((activity[0].node().id(), activity[0].done().count()), ("country:CHN", 2));
    /// let most_targeted = activity.iter().max_by_key(|a| a.received().count()).unwrap();
    /// assert_eq!(most_targeted.received().conflict(), 1);
    /// ```
    #[must_use]
    pub fn activity(&self) -> Vec<Activity<'_>> {
        let none = |node| Activity { node, done: Tally::default(), received: Tally::default() };
        let mut found: BTreeMap<&str, Activity<'_>> = self.nodes().map(|node| (node.id(), none(node))).collect();
        for edge in self.edges() {
            let (source, target) = (edge.source().id(), edge.target().id());
            let both = edge.predicate().is_symmetric() && source != target;
            let (doers, receivers) = if both {
                ([Some(source), Some(target)], [Some(source), Some(target)])
            } else {
                ([Some(source), None], [Some(target), None])
            };
            for id in doers.into_iter().flatten() {
                found.entry(id).and_modify(|activity| activity.done.add(edge, edge.count()));
            }
            for id in receivers.into_iter().flatten() {
                found.entry(id).and_modify(|activity| activity.received.add(edge, edge.count()));
            }
        }
        let mut found: Vec<_> = found.into_values().collect();
        found.sort_by_key(|activity| std::cmp::Reverse((activity.done.count(), activity.received.count())));
        found
    }
}
