use serde::{Deserialize, Serialize};

use crate::gazetteer::{Entity, EntityId, GazetteerFile, Membership, Name, Post, Role, Tenure, packed};

/// The rows of a gazetteer in the order that its look-ups rely on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Rows {
    pub(crate) files: Vec<GazetteerFile>,
    /// In the order of the files.
    pub(crate) entities: Vec<Entity>,
    /// By entity; decoys last.
    #[serde(with = "packed")]
    pub(crate) names: Vec<Name>,
    /// In the order of the files.
    pub(crate) roles: Vec<Role>,
    /// By body, then by role.
    pub(crate) posts: Vec<Post>,
    /// By holder, then by first day.
    pub(crate) tenures: Vec<Tenure>,
    /// By body, then by member, then by first day.
    pub(crate) memberships: Vec<Membership>,
}

impl Rows {
    pub(super) fn sort(&mut self) {
        self.names.sort_by_key(|name| name.entity.map_or(u32::MAX, |EntityId(number)| number));
        self.posts.sort_by_key(|post| (post.of, post.role));
        self.tenures.sort_by_key(|tenure| (tenure.holder, tenure.from, tenure.to));
        self.memberships.sort_by_key(|row| (row.body, row.member, row.from, row.to));
    }
}
