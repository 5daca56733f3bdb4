//! Questions to a graph.

mod activity;
mod blocs;
mod contradictions;
mod dyad;
mod ego;
mod paths;
mod tally;
#[cfg(test)]
mod tests;
mod timeline;

pub use activity::Activity;
pub use blocs::Blocs;
pub use dyad::{Dyad, DyadChange};
pub use paths::GraphPath;
pub use tally::Tally;
pub use timeline::{Step, TimelineEntry};
