//! From the text of gazetteer files to rows: reading, checking, numbering.
//!
//! The build script compiles the embedded files with this very code.

mod compile;
mod counts;
mod date;
mod entity;
mod fields;
mod id;
mod lines;
mod links;
mod names;
mod number;
mod overlap;
mod prune;
pub(crate) mod raw;
pub(crate) mod read;
mod rows;

pub(crate) use compile::compile;
use lines::Lines;
pub(crate) use read::read;
pub(crate) use rows::Rows;
