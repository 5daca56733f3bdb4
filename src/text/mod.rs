//! Text without meaning: spans, dates, words and sentences. Knows nothing of entities.

mod date;
mod span;

pub use date::{Date, DateError};
pub use span::Span;
