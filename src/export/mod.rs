//! What leaves the library: records of documents and graphs, in formats that other tools open.

#[cfg(any(feature = "xml", feature = "csv", feature = "json"))]
mod attributes;
mod clusters;
#[cfg(feature = "json")]
mod cytoscape;
mod dot;
#[cfg(any(feature = "csv", feature = "json"))]
mod events;
#[cfg(feature = "json")]
mod graph_json;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "json")]
mod offsets;
mod plain;
#[cfg(feature = "json")]
mod record;
#[cfg(feature = "svg")]
mod svg;
#[cfg(feature = "csv")]
mod tables;
mod text;
#[cfg(feature = "xml")]
mod xml;

pub use clusters::Clusters;
#[cfg(feature = "json")]
pub use cytoscape::CytoscapeJson;
pub use dot::{Dot, RankDirection};
#[cfg(any(feature = "csv", feature = "json"))]
pub use events::{EventScope, Events};
#[cfg(feature = "json")]
pub use graph_json::{EdgeListName, GraphJson, read_graph_json};
#[cfg(feature = "html")]
pub use html::{DocumentHtml, GraphHtml};
#[cfg(feature = "json")]
pub use offsets::OffsetUnit;
#[cfg(feature = "json")]
pub use record::{DocumentRecord, EntityRecord, MentionRecord, RelationRecord, SentenceRecord, TriggerRecord};
#[cfg(feature = "svg")]
pub use svg::{GraphSvg, TimelineSvg};
#[cfg(feature = "csv")]
pub use tables::GraphTables;
#[cfg(feature = "xml")]
pub use xml::{Gexf, GraphMl};
