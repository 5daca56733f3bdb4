//! Who did what to whom: the vocabulary, the language, the rules, and the reading of sentences.

mod actors;
mod apposition;
mod chunk;
mod clause;
mod confidence;
mod content;
mod coordination;
mod cues;
mod discourse;
mod ellipsis;
mod embedded;
mod explain;
mod finder;
pub(crate) mod grammar;
pub(crate) mod lexicon;
mod model;
mod noun_event;
mod noun_group;
mod ontology;
mod parties;
mod quoted;
mod rejection;
mod relate;
mod report;
pub(crate) mod rules;
mod sentence;
mod tagger;
mod unit;
mod verb_event;
mod verb_group;

pub use confidence::Signals;
pub(crate) use finder::RelationFinder;
pub(crate) use grammar::{Grammar, parse as parse_patterns};
pub use model::{Relation, RuleId};
pub use ontology::{Modality, Polarity, Predicate, QuadClass, RelationClass};
pub(crate) use rules::{PatternFile, TestSource};
