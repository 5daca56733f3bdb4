use super::{Entity, EntityId, Gazetteer, Membership, MembershipRole, Name, Role, RoleId, Tenure};
use crate::text::Date;

impl Gazetteer {
    /// The entity with this id.
    ///
    /// ```
    /// let gazetteer = geopol::Gazetteer::embedded();
    /// assert_eq!(gazetteer.find("planet:earth"), None);
    /// ```
    #[must_use]
    pub fn find(&self, id: &str) -> Option<EntityId> {
        let by_id = &self.index.by_id;
        let found = by_id.binary_search_by(|&n| self.entities[n as usize].id.as_ref().cmp(id)).ok()?;
        Some(EntityId(by_id[found]))
    }

    /// The entity of this number; nothing for one that a document introduced itself.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.index())
    }

    /// All names of an entity, of every kind and time.
    #[must_use]
    pub fn names_of(&self, id: EntityId) -> &[Name] {
        range(&self.names, |name| name.entity.map_or(u32::MAX, |entity| entity.0).cmp(&id.0))
    }

    /// The role with this id, such as `foreign-minister`.
    #[must_use]
    pub fn find_role(&self, id: &str) -> Option<RoleId> {
        self.roles.iter().zip(0..).find_map(|(role, n)| (role.id == id).then_some(RoleId(n)))
    }

    /// The role of this number.
    #[must_use]
    pub fn role(&self, id: RoleId) -> Option<&Role> {
        self.roles.get(id.0 as usize)
    }

    /// The roles that a title, in any case, means at this body: first those of its own posts, then those of the title
    /// in general.
    pub fn roles_titled<'g>(&'g self, title: &'g str, of: EntityId) -> impl Iterator<Item = RoleId> + 'g {
        let is_titled = move |titles: &[String]| titles.iter().any(|known| known.eq_ignore_ascii_case(title));
        let posts = range(&self.posts, |post| post.of.cmp(&of));
        let own = posts.iter().filter(move |post| is_titled(&post.titles)).map(|post| post.role);
        let kind = self.entity(of).map(Entity::kind);
        let general = self
            .roles
            .iter()
            .zip(0..)
            .filter(move |(role, _)| kind.is_some_and(|kind| role.scope.fits(kind)) && is_titled(&role.titles));
        own.clone().chain(general.map(|(_, n)| RoleId(n)).filter(move |role| own.clone().all(|own| own != *role)))
    }

    /// Who held an office on a date, the latest first; without a date, everybody who ever did.
    ///
    /// Contested holders are left out.
    pub fn holders(&self, of: EntityId, role: RoleId, date: Option<Date>) -> impl Iterator<Item = &Tenure> {
        let row = |n: u32| &self.tenures[n as usize];
        let rows = range(&self.index.tenures_by_body, |&n| (row(n).of, row(n).role).cmp(&(of, role)));
        let valid = move |tenure: &&Tenure| !tenure.contested && tenure.is_valid(date);
        rows.iter().rev().map(move |&n| row(n)).filter(valid)
    }

    /// All offices of a person, by first day.
    #[must_use]
    pub fn tenures_of(&self, holder: EntityId) -> &[Tenure] {
        range(&self.tenures, |tenure| tenure.holder.cmp(&holder))
    }

    /// All that is known of who belongs to a body, at any time and in any role.
    #[must_use]
    pub fn memberships_of(&self, body: EntityId) -> &[Membership] {
        range(&self.memberships, |row| row.body.cmp(&body))
    }

    /// The full members of a body on a date, suspended ones too; without a date, those that still are.
    pub fn members(&self, body: EntityId, date: Option<Date>) -> impl Iterator<Item = EntityId> + '_ {
        let mut last = None;
        let rows = self.memberships_of(body).iter().filter(move |row| row.is_full_at(date));
        rows.map(|row| row.member).filter(move |&member| last.replace(member) != Some(member))
    }

    /// The bodies and treaties of which an entity was a full member on a date; without a date, those of which it still is.
    pub fn bodies_of(&self, member: EntityId, date: Option<Date>) -> impl Iterator<Item = EntityId> + '_ {
        let mut last = None;
        let row = |n: u32| &self.memberships[n as usize];
        let rows = range(&self.index.memberships_by_member, |&n| row(n).member.cmp(&member));
        let rows = rows.iter().map(move |&n| row(n)).filter(move |row| row.is_full_at(date));
        rows.map(|row| row.body).filter(move |&body| last.replace(body) != Some(body))
    }

    /// Whether an entity was a full member of a body on a date; without a date, whether it still is.
    #[must_use]
    pub fn is_member(&self, member: EntityId, body: EntityId, date: Option<Date>) -> bool {
        let rows = range(&self.memberships, |row| (row.body, row.member).cmp(&(body, member)));
        rows.iter().any(|row| row.is_full_at(date))
    }
}

impl Tenure {
    /// Whether it lasts on the date; always without one.
    pub(crate) fn is_valid(&self, date: Option<Date>) -> bool {
        date.is_none_or(|date| date.is_within(self.from, self.to))
    }
}

impl Membership {
    fn is_full_at(&self, date: Option<Date>) -> bool {
        matches!(self.role, MembershipRole::Member | MembershipRole::Founder)
            && date.map_or(self.to.is_none(), |date| date.is_within(self.from, self.to))
    }
}

/// The rows of a sorted slice that compare equal.
fn range<T>(rows: &[T], compare: impl Fn(&T) -> std::cmp::Ordering) -> &[T] {
    let start = rows.partition_point(|row| compare(row).is_lt());
    let length = rows[start..].partition_point(|row| compare(row).is_eq());
    &rows[start..start + length]
}
