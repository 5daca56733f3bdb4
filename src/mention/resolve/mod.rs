//! Which candidates name whom: one reading for each, or none.

mod acronym;
mod choice;
mod cues;
mod dateline;
mod document;
mod doubt;
mod neighbours;
mod person;
mod proper;
mod surname;
mod titles;
mod town;
mod venue;

pub(super) use document::{Document, Slots};
pub(super) use titles::Titles;
