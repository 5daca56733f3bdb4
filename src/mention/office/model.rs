use super::patterns::HeadRow;
use crate::gazetteer::{EntityId, Gazetteer, OfficeKind, RoleId};

/// A title as a class, whoever bears it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Title {
    /// The roles of any body that this may name.
    pub(crate) roles: Vec<RoleId>,
    /// The roles that one body calls so.
    pub(crate) posts: Vec<(EntityId, RoleId)>,
    /// The relation that the patterns give it, where no role does.
    pub(crate) office: Option<OfficeKind>,
    /// An office of no state.
    pub(crate) none: bool,
    pub(crate) head: Option<Head>,
    pub(crate) counterpart: bool,
    /// Of an alliance, one that goes round among those who govern its members.
    pub(crate) rotating: bool,
    /// Roles of persons whom the title takes up though theirs is called otherwise.
    pub(crate) takes_up: Vec<RoleId>,
}

/// What a title's noun takes beside it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    pub(crate) office: OfficeKind,
    pub(crate) alone: bool,
    pub(crate) capitalised: bool,
    pub(crate) portfolio: bool,
    pub(crate) target: bool,
}

/// A phrase of the title lexicon: a title, in the singular or the plural.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) title: usize,
    pub(crate) plural: bool,
}

impl Title {
    /// The roles that the title names in a body: its own word for them first, then those that such a body can have.
    pub(crate) fn roles_of(&self, gazetteer: &Gazetteer, of: EntityId) -> Vec<RoleId> {
        let posts = self.posts.iter().filter(|(body, _)| *body == of).map(|(_, role)| *role);
        let kind = gazetteer.entity(of).map(|entity| entity.kind);
        let fits = |role: &&RoleId| {
            let scope = gazetteer.role(**role).map(|role| role.scope);
            scope.zip(kind).is_some_and(|(scope, kind)| scope.fits(kind))
        };
        posts.chain(self.roles.iter().filter(fits).copied()).collect()
    }

    /// Whether it is an office of no state, and of no body either.
    pub(crate) fn is_nobodys(&self) -> bool {
        self.none && self.posts.is_empty()
    }

    /// Whether it is an office of no state, nor one of this body.
    pub(crate) fn is_none_of(&self, body: Option<EntityId>) -> bool {
        self.none && body.is_none_or(|body| self.posts.iter().all(|(of, _)| *of != body))
    }

    /// All its roles, of whatever body.
    pub(crate) fn all_roles(&self) -> impl Iterator<Item = RoleId> + '_ {
        self.roles.iter().copied().chain(self.posts.iter().map(|(_, role)| *role))
    }
}

impl From<&HeadRow> for Head {
    fn from(row: &HeadRow) -> Self {
        Self {
            office: row.office,
            alone: row.alone,
            capitalised: row.capitalised,
            portfolio: row.portfolio,
            target: row.target,
        }
    }
}
