use super::{
    compile::{Compiler, Numbered, Site},
    id,
    names::check_interval,
    raw::RawEntity,
    read::File,
};
use crate::{
    error::ErrorKind,
    gazetteer::{Entity, EntityId, Role, RoleId},
};

impl Compiler {
    /// Gives every new entity its number; of blocks that extend one it is found later.
    pub(super) fn number(&mut self, file: &File, entities: Vec<RawEntity>) -> Vec<Numbered> {
        entities.into_iter().map(|raw| (self.register(file, &raw), raw)).collect()
    }

    pub(super) fn register(&mut self, file: &File, raw: &RawEntity) -> Option<EntityId> {
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
            id: id.clone().into(),
            kind,
            name: name.unwrap_or_default().into(),
            belongs_to: None,
            successor: None,
            from: raw.from,
            to: raw.to,
            nominals: Vec::new(),
        });
        Some(number)
    }

    pub(super) fn roles(&mut self, files: &[File]) {
        for (file, raw) in files.iter().flat_map(|file| file.roles.iter().map(move |role| (file, role))) {
            let site = Site { file, what: "role", id: raw.id.get_ref() };
            let Ok(number) = u16::try_from(self.rows.roles.len()).map(RoleId) else {
                let reason = format!("more roles than {}", u16::MAX);
                self.faults.push(site.fault(ErrorKind::Invalid { reason }, raw.id.span().start));
                return;
            };
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
}
