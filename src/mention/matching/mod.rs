//! Where the text may name whom: patterns of names, and the candidates they find. No reading is chosen here.

mod automaton;
mod boundary;
mod casing;
mod column;
mod entries;
mod fold;
mod follows;
mod index;
mod keys;
mod letters;
mod lexicon;
mod matcher;
mod prefixes;
mod shards;
mod starts;
mod terms;
mod variants;
mod walk;

pub(super) use casing::is_title_case;
pub(super) use lexicon::Lexicon;
pub(super) use matcher::{Candidate, Casing, Matcher};
pub(super) use terms::Terms;
pub(super) use variants::is_acronym;
