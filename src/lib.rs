//! Reads news and says who did what to whom among states.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod gazetteer;
mod mention;
mod text;

pub use gazetteer::{Entity, EntityId, EntityKind, Gazetteer, Membership, MembershipRole, OfficeKind};
pub use mention::{Form, Mention, Mentions, Office};
pub use text::{Date, DateError, Span};
