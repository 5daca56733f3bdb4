//! What leaves the library: records of documents and graphs, in formats that other tools open.

mod dot;
#[cfg(feature = "json")]
mod graph_json;
#[cfg(feature = "json")]
mod offsets;
mod plain;
#[cfg(feature = "json")]
mod record;
mod text;

pub use dot::{Dot, RankDirection};
#[cfg(feature = "json")]
pub use graph_json::{EdgeListName, GraphJson, read_graph_json};
#[cfg(feature = "json")]
pub use offsets::OffsetUnit;
#[cfg(feature = "json")]
pub use record::{DocumentRecord, EntityRecord, MentionRecord, RelationRecord, SentenceRecord, TriggerRecord};
