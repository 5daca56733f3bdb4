use super::{RelationGraph, edge::EdgeKey};
use crate::relation::Predicate;

impl RelationGraph {
    /// The graph at the level of states: persons, institutions and regions merge into the states or alliances for which they
    /// act, each piece of evidence by its own document's date.
    ///
    /// What they do to their own state is left out, and so is who holds an office. Who acts for nobody stays himself. Evidence
    /// still names the persons.
    ///
    /// ```text
    /// named:   Joe Biden ──visits──▶ Japan     United States ──aids──▶ Japan     Joe Biden ──leads──▶ United States
    /// states:  United States ──visits──▶ Japan     United States ──aids──▶ Japan
    /// ```
    #[must_use]
    pub fn by_actor(&self) -> Self {
        let mut lifted = Self::new();
        for node in self.nodes() {
            let mut own = node.mentions();
            for (actor, times) in node.acting_for() {
                lifted.mention(actor.clone(), None, times);
                own = own.saturating_sub(times);
            }
            if own > 0 {
                lifted.mention(node.entity().clone(), None, own);
            }
        }
        for edge in self.edges().filter(|edge| !is_office(edge.predicate())) {
            for evidence in edge.evidence() {
                let (source, target) = (evidence.source().lifted().clone(), evidence.target().lifted().clone());
                if source != target {
                    let (predicate, polarity) = (edge.predicate(), edge.polarity());
                    lifted.insert(EdgeKey { source, target, predicate, polarity }, evidence.clone());
                }
            }
        }
        lifted
    }
}

const fn is_office(predicate: Predicate) -> bool {
    matches!(predicate, Predicate::Leads | Predicate::Represents)
}
