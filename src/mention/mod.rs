//! Where a text names whom: matching, boundaries, choosing among readings, offices, coreference.

mod model;

pub use model::{Form, Mention, Mentions, Office};
