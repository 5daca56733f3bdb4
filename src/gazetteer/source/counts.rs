use super::compile::Compiler;
use crate::gazetteer::{EntityId, GazetteerCounts};

/// How many rows there were before a file was compiled.
pub(super) struct Sizes {
    names: usize,
    posts: usize,
    tenures: usize,
    memberships: usize,
}

impl Sizes {
    pub(super) fn of(compiler: &Compiler) -> Self {
        Self {
            names: compiler.rows.names.len(),
            posts: compiler.rows.posts.len(),
            tenures: compiler.tenures.len(),
            memberships: compiler.memberships.len(),
        }
    }

    /// What the file has added, with the entities that it gives.
    pub(super) fn until_now(&self, compiler: &Compiler, new: &[EntityId], roles: usize) -> GazetteerCounts {
        let mut counts = GazetteerCounts::default();
        counts.add_roles(roles);
        let kind = |id: EntityId| compiler.links.kinds[id.index()];
        new.iter().for_each(|&entity| counts.add_entity(kind(entity)));
        counts.add_rows(
            kind,
            &compiler.rows.names[self.names..],
            &compiler.rows.posts[self.posts..],
            compiler.tenures[self.tenures..].iter().map(|placed| &placed.row),
            compiler.memberships[self.memberships..].iter().map(|placed| &placed.row),
        );
        counts
    }
}
