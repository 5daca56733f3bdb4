//! Reads news and says who did what to whom among states.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod error;
mod export;
mod extraction;
mod extractor;
mod gazetteer;
mod graph;
mod input;
mod mention;
mod pattern_test;
mod relation;
mod text;

pub use error::{Error, ErrorKind, Position};
#[cfg(feature = "json")]
pub use export::{
    DocumentRecord, EdgeListName, EntityRecord, GraphJson, MentionRecord, OffsetUnit, RelationRecord, SentenceRecord,
    TriggerRecord, read_graph_json,
};
pub use export::{Dot, RankDirection};
pub use extraction::Extraction;
pub use extractor::{Extractor, ExtractorBuilder};
pub use gazetteer::{
    Entity, EntityId, EntityKind, Gazetteer, GazetteerBuilder, GazetteerFile, Membership, MembershipRole, Name,
    NameKind, OfficeKind, Post, Role, RoleId, RoleScope, Tenure,
};
pub use graph::{Evidence, GraphEdge, GraphEntity, GraphFilter, GraphNode, Participant, RelationGraph};
pub use input::Document;
pub use mention::{Form, Mention, Mentions, Office};
pub use pattern_test::{PatternTestFailure, PatternTestReport, test_pattern_file, test_pattern_str};
pub use relation::{Modality, Polarity, Predicate, QuadClass, Relation, RelationClass, RuleId};
pub use text::{Date, DateError, Sentences, Span};
