//! The graph of who did what to whom, over one document or many.

mod build;
mod edge;
mod entity;
mod evidence;
mod filter;
mod node;
mod relation_graph;
#[cfg(test)]
mod tests;
mod view;

pub use edge::GraphEdge;
pub use entity::GraphEntity;
pub use evidence::{Evidence, Participant};
pub use filter::GraphFilter;
pub use node::GraphNode;
pub use relation_graph::RelationGraph;
