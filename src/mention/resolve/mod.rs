//! Which candidates name whom: one reading for each, or none.

mod acronym;
mod choice;
mod cues;
mod dateline;
mod document;
mod doubt;
mod inner;
mod neighbours;
mod person;
mod proper;
mod slots;
mod surname;
mod surroundings;
mod titles;
mod town;
mod trace;
mod venue;

pub(super) use document::Document;
pub(super) use slots::Slots;
pub(super) use titles::Titles;
