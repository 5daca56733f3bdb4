use std::ops::Range;

use toml::Spanned;

use super::{
    compile::{Compiler, Site},
    fields, id,
    names::{NameList, check_interval},
    overlap::Placed,
    raw::{RawEntity, RawMembers, RawTenure},
};
use crate::{
    error::ErrorKind,
    gazetteer::{EntityId, EntityKind, Membership, MembershipRole, RoleId, Tenure},
};

use EntityKind::{Alliance, Country, Group, Institution};

impl Compiler {
    /// The entity that a block extends.
    pub(super) fn extended(&mut self, site: &Site<'_>, raw: &RawEntity) -> Option<EntityId> {
        let fixed = [
            raw.name.is_some(),
            raw.actor.is_some(),
            raw.parent.is_some(),
            raw.successor.is_some(),
            raw.from.is_some(),
            raw.to.is_some(),
        ];
        for (field, _) in fields::FIXED.iter().zip(fixed).filter(|(_, given)| *given) {
            let reason = format!("field `{field}` cannot be given by a block that extends the entity");
            self.faults.push(site.fault(ErrorKind::Invalid { reason }, raw.id.span().start));
        }
        let found = self.links.entities.get(site.id).copied();
        found.or_else(|| self.resolved(site, raw.id.span(), Err(self.links.missing("id", site.id))))
    }

    pub(super) fn entity(&mut self, site: &Site<'_>, number: EntityId, raw: RawEntity) {
        let rows = &mut self.rows.names;
        let mut list = if raw.extends {
            NameList::extending(number, rows)
        } else {
            NameList { entity: Some(number), rows, own: Vec::new() }
        };
        list.add_all(site, &raw, &mut self.faults);
        let nominals = self.texts(site, "nominals", &raw.nominals);
        self.rows.entities[number.index()].nominals.extend(nominals);
        let kind = self.links.kinds[number.index()];
        if kind == Institution && raw.actor.is_none() && !raw.extends {
            self.faults.push(site.fault(ErrorKind::MissingField { field: "actor" }, raw.id.span().start));
        }
        let owners: &[EntityKind] = if kind == Institution { &[Country, Alliance, Group] } else { &[Country] };
        let belongs_to = self
            .link(site, number, "actor", raw.actor.as_ref(), owners)
            .or_else(|| self.link(site, number, "parent", raw.parent.as_ref(), &[Alliance]));
        let successor = self.link(site, number, "successor", raw.successor.as_ref(), &[kind]);
        let entity = &mut self.rows.entities[number.index()];
        entity.belongs_to = entity.belongs_to.or(belongs_to);
        entity.successor = entity.successor.or(successor);
        for row in &raw.members {
            self.members(site, number, row);
        }
        for row in &raw.tenures {
            self.tenure(site, number, row);
        }
    }

    fn link(
        &mut self,
        site: &Site<'_>,
        from: EntityId,
        field: &'static str,
        id: Option<&Spanned<String>>,
        allowed: &[EntityKind],
    ) -> Option<EntityId> {
        let id = id?;
        let mut found = self.links.entity(field, id.get_ref(), allowed);
        if found.as_ref().is_ok_and(|&found| found == from) {
            let (id, expected) = (id.get_ref().clone(), "another entity".to_owned());
            found = Err(Some(ErrorKind::WrongReference { field, id, expected }));
        }
        self.resolved(site, id.span(), found)
    }

    fn members(&mut self, site: &Site<'_>, body: EntityId, row: &Spanned<RawMembers>) {
        let raw = row.get_ref();
        if let Err(wrong) = check_interval(raw.from, raw.to) {
            self.faults.push(site.fault(wrong, row.span().start));
        }
        for who in &raw.who {
            let found = self.links.entity("who", &id::member_id(who.get_ref()), &[Country, Alliance, Group]);
            let Some(member) = self.resolved(site, who.span(), found) else { continue };
            let role = raw.role.unwrap_or(MembershipRole::Member);
            let row = Membership { member, body, role, from: raw.from, to: raw.to };
            self.memberships.push(Placed { row, site: Some((site.file.position(who.span().start), body)) });
        }
    }

    fn tenure(&mut self, site: &Site<'_>, holder: EntityId, row: &Spanned<RawTenure>) {
        let raw = row.get_ref();
        if let Err(wrong) = check_interval(raw.from, raw.to) {
            self.faults.push(site.fault(wrong, row.span().start));
        }
        let role = self.resolved(site, row.span(), self.links.role(&raw.role));
        let of = self.links.entity("of", &raw.of, &[Country, Alliance, Institution, Group]);
        let of = self.resolved(site, row.span(), of);
        if let (Some(role), Some(of)) = (role, of) {
            self.check_scope(site, row.span(), role, of);
            let (from, to, acting, contested) = (raw.from, raw.to, raw.acting, raw.contested);
            let row_position = site.file.position(row.span().start);
            let row = Tenure { holder, role, of, from, to, acting, contested };
            self.tenures.push(Placed { row, site: Some((row_position, holder)) });
        }
    }

    /// Reports a role at a body whose kind does not have it.
    pub(super) fn check_scope(&mut self, site: &Site<'_>, span: Range<usize>, role: RoleId, of: EntityId) {
        let (role, body) = (&self.rows.roles[role.0 as usize], &self.rows.entities[of.index()]);
        if !role.scope.fits(body.kind) {
            let (id, expected) = (body.id.to_string(), format!("a body within the scope of {:?}", role.id));
            let wrong = ErrorKind::WrongReference { field: "of", id, expected };
            self.faults.push(site.fault(wrong, span.start));
        }
    }
}
