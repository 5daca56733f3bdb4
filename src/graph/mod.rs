//! The graph of who did what to whom, over one document or many.

mod build;
mod copies;
mod edge;
mod entity;
mod evidence;
mod filter;
mod node;
mod query;
mod relation_graph;
mod scale;
#[cfg(test)]
mod tests;
mod view;

pub use edge::GraphEdge;
pub use entity::GraphEntity;
pub use evidence::{Evidence, Participant};
pub use filter::GraphFilter;
pub use node::GraphNode;
pub use query::{Activity, Blocs, Dyad, DyadChange, GraphPath, Step, Tally, TimelineEntry};
pub use relation_graph::RelationGraph;
