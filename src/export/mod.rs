//! What leaves the library: records of documents and graphs, in formats that other tools open.

#[cfg(feature = "json")]
mod offsets;
#[cfg(feature = "json")]
mod record;

#[cfg(feature = "json")]
pub use offsets::OffsetUnit;
#[cfg(feature = "json")]
pub use record::{DocumentRecord, EntityRecord, MentionRecord, RelationRecord, SentenceRecord, TriggerRecord};
