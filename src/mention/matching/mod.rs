//! Where the text may name whom: patterns of names, and the candidates they find. No reading is chosen here.

mod automaton;
mod boundary;
mod casing;
mod fold;
mod groups;
mod index;
mod letters;
mod lexicon;
mod matcher;
mod shard;
mod starts;
mod terms;
mod variants;

pub(super) use casing::is_title_case;
pub(super) use lexicon::Lexicon;
pub(super) use matcher::{Candidate, Casing, Matcher};
pub(super) use terms::Terms;
pub(super) use variants::is_acronym;
