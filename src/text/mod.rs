//! Text without meaning: spans, dates, words and sentences. Knows nothing of entities.

mod date;
mod sentence;
mod span;

pub use date::{Date, DateError};
pub use sentence::Sentences;
pub use span::Span;
