//! Where a text names whom: matching, boundaries, choosing among readings, offices, coreference.

mod model;
mod office;
mod phrases;
#[cfg(test)]
mod sample;
mod tokens;

pub use model::{Form, Mention, Mentions, Office};
