//! Graphs as node-link JSON.

mod read;
mod record;
#[cfg(test)]
mod tests;
mod write;

pub use read::read_graph_json;
pub use write::{EdgeListName, GraphJson};
