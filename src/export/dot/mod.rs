//! Graphs in Graphviz's language.

mod escape;
mod label;
mod look;
mod writer;

pub use writer::{Dot, RankDirection};
