//! Reads news and says who did what to whom among states.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod error;
mod gazetteer;
mod input;
mod mention;
mod relation;
mod text;

pub use error::{Error, ErrorKind, Position};
pub use gazetteer::{
    Entity, EntityId, EntityKind, Gazetteer, GazetteerBuilder, GazetteerFile, Membership, MembershipRole, Name,
    NameKind, OfficeKind, Post, Role, RoleId, RoleScope, Tenure,
};
pub use input::Document;
pub use mention::{Form, Mention, Mentions, Office};
pub use relation::{Modality, Polarity, Predicate, QuadClass, Relation, RelationClass, RuleId};
pub use text::{Date, DateError, Sentences, Span};
