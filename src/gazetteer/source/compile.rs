use std::{mem, ops::Range};

use toml::Spanned;

use super::{
    fields, id,
    links::{Links, Unresolved},
    names::{NameList, check_interval, check_text},
    overlap::{self, Placed},
    raw::{RawEntity, RawMembers, RawTenure},
    read::File,
    rows::Rows,
};
use crate::{
    error::{Error, ErrorKind, Position},
    gazetteer::{
        Entity, EntityId, EntityKind, GazetteerFile, Membership, MembershipRole, NameKind, Post, Role, RoleId, Tenure,
    },
};

use EntityKind::{Alliance, Country, Group, Institution};

/// The entry that is being compiled, to name it in errors.
pub(super) struct Site<'f> {
    pub(super) file: &'f File,
    pub(super) what: &'static str,
    pub(super) id: &'f str,
}

impl Site<'_> {
    pub(super) fn fault(&self, kind: ErrorKind, byte: usize) -> Error {
        let error = Error::new(kind).at(self.file.position(byte));
        if self.id.is_empty() { error } else { error.entry(self.what, self.id) }
    }
}

/// Adds the entries of `files` to `base`. The rows are only good when there are no faults.
pub(crate) fn compile(base: Rows, mut files: Vec<File>) -> (Rows, Vec<Error>) {
    let entries: Vec<Vec<RawEntity>> = files.iter_mut().map(|file| mem::take(&mut file.entities)).collect();
    let mut compiler = Compiler::new(base, &files);
    let numbered: Vec<_> = files.iter().zip(entries).map(|(file, raw)| (file, compiler.number(file, raw))).collect();
    compiler.roles(&files);
    for (file, entities) in numbered {
        compiler.file(file, entities);
    }
    compiler.finish()
}

struct Compiler {
    rows: Rows,
    links: Links,
    /// Where each entity that is not in the base is given.
    given: Vec<Position>,
    base: Base,
    tenures: Vec<Placed<Tenure>>,
    memberships: Vec<Placed<Membership>>,
    faults: Vec<Error>,
}

/// How much was there before.
struct Base {
    entities: usize,
    roles: usize,
}

type Numbered = (Option<EntityId>, RawEntity);

impl Compiler {
    fn new(mut rows: Rows, files: &[File]) -> Self {
        let links = Links {
            entities: rows.entities.iter().zip(0..).map(|(entity, n)| (entity.id.clone(), EntityId(n))).collect(),
            kinds: rows.entities.iter().map(|entity| entity.kind).collect(),
            roles: rows.roles.iter().zip(0..).map(|(role, n)| (role.id.clone(), RoleId(n))).collect(),
            unread: files.iter().flat_map(|file| file.unread.iter().cloned()).collect(),
            incomplete: files.iter().any(|file| file.broken),
        };
        let base = Base { entities: rows.entities.len(), roles: rows.roles.len() };
        let tenures = mem::take(&mut rows.tenures).into_iter().map(Placed::in_base).collect();
        let memberships = mem::take(&mut rows.memberships).into_iter().map(Placed::in_base).collect();
        Self { rows, links, given: Vec::new(), base, tenures, memberships, faults: Vec::new() }
    }

    /// Gives every new entity its number; of blocks that extend one it is found later.
    fn number(&mut self, file: &File, entities: Vec<RawEntity>) -> Vec<Numbered> {
        entities.into_iter().map(|raw| (self.register(file, &raw), raw)).collect()
    }

    fn register(&mut self, file: &File, raw: &RawEntity) -> Option<EntityId> {
        if raw.extends {
            return None;
        }
        let id = raw.id.get_ref();
        let site = Site { file, what: "entity", id };
        let byte = raw.id.span().start;
        if let Some(&taken) = self.links.entities.get(id) {
            let first = taken.index().checked_sub(self.base.entities).map(|new| self.given[new].clone());
            self.faults.push(site.fault(ErrorKind::DuplicateId { first }, byte));
            return None;
        }
        let kind = match id::kind_of(id) {
            Ok(kind) => kind,
            Err(expected) => {
                self.faults.push(site.fault(ErrorKind::MalformedId { expected }, byte));
                self.links.unread.insert(id.clone());
                return None;
            }
        };
        let name = raw.name.as_ref().map(|name| name.get_ref().clone());
        if name.is_none() {
            self.faults.push(site.fault(ErrorKind::MissingField { field: "name" }, byte));
        }
        if let Err(wrong) = check_interval(raw.from, raw.to) {
            self.faults.push(site.fault(wrong, byte));
        }
        let number = EntityId(u32::try_from(self.rows.entities.len()).expect("fewer entities than bytes"));
        self.links.entities.insert(id.clone(), number);
        self.links.kinds.push(kind);
        self.given.push(file.position(byte));
        self.rows.entities.push(Entity {
            id: id.clone(),
            kind,
            name: name.unwrap_or_default(),
            belongs_to: None,
            successor: None,
            from: raw.from,
            to: raw.to,
            nominals: Vec::new(),
        });
        Some(number)
    }

    fn roles(&mut self, files: &[File]) {
        for (file, raw) in files.iter().flat_map(|file| file.roles.iter().map(move |role| (file, role))) {
            let site = Site { file, what: "role", id: raw.id.get_ref() };
            let number = RoleId(u16::try_from(self.rows.roles.len()).expect("fewer roles than fit two bytes"));
            if let Some(&taken) = self.links.roles.get(site.id) {
                let first = (taken.0 as usize).checked_sub(self.base.roles).map(|new| {
                    let earlier = files.iter().flat_map(|file| file.roles.iter().map(move |role| (file, role)));
                    let (file, role) = earlier.clone().nth(new).expect("it was numbered here");
                    file.position(role.id.span().start)
                });
                self.faults.push(site.fault(ErrorKind::DuplicateId { first }, raw.id.span().start));
            }
            self.links.roles.insert(site.id.to_owned(), number);
            let titles = self.texts(&site, "titles", &raw.titles);
            self.rows.roles.push(Role {
                id: site.id.to_owned(),
                titles,
                office: raw.relation,
                single: raw.single,
                scope: raw.scope,
            });
        }
    }

    fn file(&mut self, file: &File, entities: Vec<Numbered>) {
        let header = file.header.as_ref();
        self.rows.files.push(GazetteerFile {
            name: file.name.clone(),
            title: header.map(|header| header.title.clone()),
            sources: header.map(|header| header.sources.clone()).unwrap_or_default(),
            checked: header.and_then(|header| header.checked),
        });
        for (number, raw) in entities {
            let id = raw.id.clone();
            let site = Site { file, what: "entity", id: id.get_ref() };
            let number = if raw.extends { self.extended(&site, &raw) } else { number };
            if let Some(number) = number {
                self.entity(&site, number, raw);
            }
        }
        for post in &file.posts {
            let raw = post.get_ref();
            let site = Site { file, what: "post", id: raw.role.get_ref() };
            let role = self.resolved(&site, raw.role.span(), self.links.role(raw.role.get_ref()));
            let of = self.links.entity("of", raw.of.get_ref(), &[Country, Alliance, Institution, Group]);
            let of = self.resolved(&site, raw.of.span(), of);
            let titles = self.texts(&site, "titles", &raw.titles);
            if let (Some(role), Some(of)) = (role, of) {
                self.rows.posts.push(Post { role, of, titles });
            }
        }
        for decoy in &file.decoys {
            let site = Site { file, what: "decoy", id: "" };
            let first = self.rows.names.len();
            let list = &mut NameList { entity: None, rows: &mut self.rows.names, first };
            list.add(&site, "names", NameKind::Decoy, &decoy.get_ref().names, &mut self.faults);
        }
    }

    /// The entity that a block extends.
    fn extended(&mut self, site: &Site<'_>, raw: &RawEntity) -> Option<EntityId> {
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

    fn entity(&mut self, site: &Site<'_>, number: EntityId, raw: RawEntity) {
        let first = if raw.extends { 0 } else { self.rows.names.len() };
        let mut list = NameList { entity: Some(number), rows: &mut self.rows.names, first };
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
            let (from, to, acting, contested) = (raw.from, raw.to, raw.acting, raw.contested);
            let row_position = site.file.position(row.span().start);
            let row = Tenure { holder, role, of, from, to, acting, contested };
            self.tenures.push(Placed { row, site: Some((row_position, holder)) });
        }
    }

    fn texts(&mut self, site: &Site<'_>, field: &'static str, texts: &[Spanned<String>]) -> Vec<String> {
        for text in texts {
            if let Err(wrong) = check_text(field, text.get_ref()) {
                self.faults.push(site.fault(wrong, text.span().start));
            }
        }
        texts.iter().map(|text| text.get_ref().clone()).collect()
    }

    fn resolved<T>(&mut self, site: &Site<'_>, span: Range<usize>, found: Result<T, Unresolved>) -> Option<T> {
        found.map_err(|wrong| self.faults.extend(wrong.map(|wrong| site.fault(wrong, span.start)))).ok()
    }

    fn finish(mut self) -> (Rows, Vec<Error>) {
        overlap::close_succeeded(&mut self.tenures, &self.rows.roles);
        overlap::check_tenures(&mut self.tenures, &self.rows, &mut self.faults);
        overlap::check_memberships(&mut self.memberships, &self.rows, &mut self.faults);
        self.rows.tenures = self.tenures.into_iter().map(|placed| placed.row).collect();
        self.rows.memberships = self.memberships.into_iter().map(|placed| placed.row).collect();
        self.rows.sort();
        self.faults.sort_by(|one, other| one.position().cmp(&other.position()));
        (self.rows, self.faults)
    }
}
