//! Graphs in Graphviz's language.

mod escape;
mod look;
mod writer;

pub use writer::{Dot, RankDirection};
