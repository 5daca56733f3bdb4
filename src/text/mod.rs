//! Text without meaning: spans, dates, words and sentences. Knows nothing of entities.

mod date;
mod pieces;
mod sentence;
mod span;

pub use date::{Date, DateError};
pub(crate) use pieces::{CutKind, Pieces};
pub use sentence::Sentences;
pub use span::Span;
