//! Where a text names whom: matching, boundaries, choosing among readings, offices, coreference.

mod finder;
mod matching;
mod model;
mod nominal;
mod office;
mod order;
mod patterns;
mod phrases;
#[cfg(test)]
mod random;
mod reason;
mod resolve;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod tokens;
mod words;

pub(crate) use finder::{MentionFinder, Scratch};
pub use model::{Form, Mention, Mentions, Office};
pub use reason::{Reason, Refusal, RefusedName};
