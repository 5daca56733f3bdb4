use std::{mem, ops::Range};

use toml::Spanned;

use super::{
    counts::Sizes,
    links::{Links, Unresolved},
    names::{NameList, check_text},
    overlap::{self, Placed},
    raw::{Flag, RawDecoy, RawEntity},
    read::File,
    rows::Rows,
};
use crate::{
    error::{Error, ErrorKind, Position},
    gazetteer::{EntityId, EntityKind, GazetteerFile, Membership, NameKind, Post, RoleId, Tenure},
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

pub(super) struct Compiler {
    pub(super) rows: Rows,
    pub(super) links: Links,
    /// Where each entity that is not in the base is given.
    pub(super) given: Vec<Position>,
    pub(super) base: Base,
    pub(super) tenures: Vec<Placed<Tenure>>,
    pub(super) memberships: Vec<Placed<Membership>>,
    pub(super) faults: Vec<Error>,
}

/// How much was there before.
pub(super) struct Base {
    pub(super) entities: usize,
    pub(super) roles: usize,
}

pub(super) type Numbered = (Option<EntityId>, RawEntity);

impl Compiler {
    fn new(mut rows: Rows, files: &[File]) -> Self {
        let links = Links {
            entities: rows.entities.iter().zip(0..).map(|(entity, n)| (entity.id.to_string(), EntityId(n))).collect(),
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

    fn file(&mut self, file: &File, entities: Vec<Numbered>) {
        let header = file.header.as_ref();
        let before = Sizes::of(self);
        let new: Vec<_> = entities.iter().filter_map(|(number, _)| *number).collect();
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
                self.check_scope(&site, raw.of.span(), role, of);
                self.rows.posts.push(Post { role, of, titles });
            }
        }
        for decoy in &file.decoys {
            let site = Site { file, what: "decoy", id: "" };
            let first = self.rows.names.len();
            let list = &mut NameList { entity: None, rows: &mut self.rows.names, own: Vec::new() };
            let RawDecoy { names, flags, .. } = decoy.get_ref();
            list.add(&site, "names", NameKind::Decoy, names, &mut self.faults);
            if flags.contains(&Flag::Person) {
                self.rows.names[first..].iter_mut().for_each(|name| name.also_person = true);
            }
        }
        self.rows.files.push(GazetteerFile {
            name: file.name.clone(),
            title: header.map(|header| header.title.clone()),
            sources: header.map(|header| header.sources.clone()).unwrap_or_default(),
            checked: header.and_then(|header| header.checked),
            counts: before.until_now(self, &new, file.roles.len()),
        });
    }

    pub(super) fn texts(&mut self, site: &Site<'_>, field: &'static str, texts: &[Spanned<String>]) -> Vec<String> {
        for text in texts {
            if let Err(wrong) = check_text(field, text.get_ref()) {
                self.faults.push(site.fault(wrong, text.span().start));
            }
        }
        texts.iter().map(|text| text.get_ref().clone()).collect()
    }

    pub(super) fn resolved<T>(
        &mut self,
        site: &Site<'_>,
        span: Range<usize>,
        found: Result<T, Unresolved>,
    ) -> Option<T> {
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
