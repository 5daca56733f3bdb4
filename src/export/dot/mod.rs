//! Graphs in Graphviz's language.

mod escape;
mod label;
mod legend;
mod look;
mod writer;

#[cfg(any(feature = "xml", feature = "csv", feature = "json", feature = "svg"))]
pub(super) use label::edge as edge_label;
#[cfg(feature = "svg")]
pub(super) use label::{act, name as node_label, report as report_line, short, tooltip as edge_lines};
#[cfg(feature = "svg")]
pub(super) use look::{edge as edge_look, node as node_look, width as edge_width};
pub use writer::{Dot, RankDirection};
