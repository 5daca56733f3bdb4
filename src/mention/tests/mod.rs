//! Mentions of whole sentences, a phenomenon a file.

mod acronyms;
mod ambiguity;
mod apart;
mod casing;
mod dates;
mod names;
mod persons;
mod random;
mod venues;
