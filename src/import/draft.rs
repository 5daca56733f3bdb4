//! What is made of the files, entity by entity, before it is checked as a whole.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use toml::Spanned;

use super::{ImportFaultKind, english::English, input::Line};
use crate::{
    gazetteer::{
        EntityKind, Gazetteer, Name,
        source::raw::{RawEntity, RawName, RawNames, RawTenure},
    },
    text::Date,
};

/// What to tell of a line.
pub(super) struct Told {
    pub(super) line: Line,
    pub(super) entry: Option<String>,
    pub(super) kind: ImportFaultKind,
    pub(super) reason: String,
}

pub(super) struct Draft {
    pub(super) gazetteer: Arc<Gazetteer>,
    pub(super) english: English,
    pub(super) entities: BTreeMap<String, RawEntity>,
    /// Who bears a name, in the gazetteer or here, by the folded name.
    bearers: HashMap<String, Vec<String>>,
    /// By what the file tells persons of one name apart, by their ids here.
    pub(super) keys: HashMap<String, String>,
    /// Every title of a role or a post, in lower case.
    titles: HashSet<String>,
    pub(super) told: Vec<Told>,
}

/// A list of names of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Names,
    Acronyms,
    Surnames,
}

/// The interval of a name or an office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
}

pub(super) fn at<T>(line: Line, value: T) -> Spanned<T> {
    Spanned::new(line.0..line.0, value)
}

impl Draft {
    pub(super) fn new(gazetteer: Arc<Gazetteer>) -> Self {
        let english = English::new();
        let mut bearers: HashMap<String, Vec<String>> = HashMap::new();
        for name in gazetteer.names() {
            if let Some(entity) = name.entity().and_then(|id| gazetteer.entity(id)) {
                let ids = bearers.entry(english.fold(name.text())).or_default();
                if !ids.iter().any(|id| id == entity.id()) {
                    ids.push(entity.id().to_owned());
                }
            }
        }
        let titles = gazetteer.roles().iter().flat_map(|role| role.titles());
        let titles = titles.chain(gazetteer.posts().iter().flat_map(|post| post.titles()));
        let titles = titles.map(|title| title.to_lowercase()).collect();
        let (entities, keys, told) = (BTreeMap::new(), HashMap::new(), Vec::new());
        Self { gazetteer, english, entities, bearers, keys, titles, told }
    }

    pub(super) fn tell(&mut self, line: Line, entry: &str, kind: ImportFaultKind, reason: impl Into<String>) {
        let entry = (!entry.is_empty()).then(|| entry.to_owned());
        self.told.push(Told { line, entry, kind, reason: reason.into() });
    }

    /// Who bears a name, whatever its case.
    pub(super) fn bearers(&self, name: &str) -> &[String] {
        self.bearers.get(&self.english.fold(name)).map_or(&[], Vec::as_slice)
    }

    /// The entity of one of these kinds that bears the name, if there is one only.
    pub(super) fn named(&self, name: &str, kinds: &[EntityKind]) -> Option<&str> {
        let fits = |id: &&String| EntityKind::of_id(id).is_some_and(|kind| kinds.contains(&kind));
        let mut found = self.bearers(name).iter().filter(fits);
        found.next().filter(|_| found.next().is_none()).map(String::as_str)
    }

    pub(super) fn in_gazetteer(&self, id: &str) -> bool {
        self.gazetteer.find(id).is_some()
    }

    pub(super) fn exists(&self, id: &str) -> bool {
        self.in_gazetteer(id) || self.entities.contains_key(id)
    }

    /// What stands behind the longest title at the beginning of a name: "President Kekkonen" is found by the title and
    /// the surname. Nothing when there is no title.
    pub(super) fn behind_title<'n>(&self, name: &'n str) -> Option<&'n str> {
        let mut ends = name.match_indices(' ').map(|(at, _)| at).rev();
        let longest = ends.find(|&end| self.titles.contains(&name[..end].to_lowercase()));
        longest.map(|end| &name[end + 1..])
    }

    /// An id of that kind made from a name, one that is free.
    pub(super) fn free_id(&self, kind: EntityKind, name: &str) -> String {
        let id = self.first_id(kind, name);
        let ids = std::iter::once(id.clone()).chain((2..).map(|n| format!("{id}-{n}")));
        ids.into_iter().find(|id| !self.exists(id)).expect("there are more numbers than entities")
    }

    /// The id that a name gives first, free or not.
    pub(super) fn first_id(&self, kind: EntityKind, name: &str) -> String {
        let slug = self.english.slug(name);
        let slug = match kind {
            EntityKind::Alliance | EntityKind::Treaty => slug.to_uppercase(),
            _ => slug,
        };
        let slug = if slug.is_empty() { "unnamed".to_owned() } else { slug };
        format!("{kind}:{slug}")
    }

    /// The block of an entity; a new one extends what the gazetteer has, or gives the entity its name.
    pub(super) fn block(&mut self, line: Line, id: &str, name: &str) -> &mut RawEntity {
        if !self.entities.contains_key(id) {
            let mut entity = RawEntity::new(at(line, id.to_owned()));
            entity.extends = self.in_gazetteer(id);
            if !entity.extends {
                entity.name = Some(at(line, name.to_owned()));
                self.bear(name, id);
            }
            self.entities.insert(id.to_owned(), entity);
        }
        self.entities.get_mut(id).expect("it was put there")
    }

    fn bear(&mut self, name: &str, id: &str) {
        let ids = self.bearers.entry(self.english.fold(name)).or_default();
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }

    /// Adds a name to a block that is there, unless the entity has it.
    pub(super) fn name(&mut self, line: Line, id: &str, list: List, text: &str, when: When) {
        if self.bearers(text).iter().any(|known| known == id) && !self.is_dated_here(id, text, when) {
            return;
        }
        let others: Vec<&String> = self
            .bearers(text)
            .iter()
            .filter(|other| *other != id && !self.is_of_other_times(other, text, when))
            .collect();
        // persons share names, and so do their surnames; anybody else would hide whom the gazetteer means
        if EntityKind::of_id(id) != Some(EntityKind::Leader)
            && let Some(other) = others.first()
        {
            let reason = format!("left out as a name of {id}: it is one of {other}");
            return self.tell(line, text, ImportFaultKind::Clash, reason);
        }
        self.bear(text, id);
        let name = RawName { text: text.to_owned(), from: when.from, to: when.to, ..RawName::default() };
        let entity = self.entities.get_mut(id).expect("blocks are made before their names");
        list.of(entity).push(at(line, name));
    }

    /// Whether the name was given here for other times, so that it may be given again.
    fn is_dated_here(&self, id: &str, text: &str, when: When) -> bool {
        when != When::default()
            && self.entities.get(id).is_some_and(|entity| {
                let mut given = entity.names.iter().map(Spanned::get_ref).filter(|name| name.text == text).peekable();
                given.peek().is_some()
                    && given.all(|name| !name.is_plain() && (name.from, name.to) != (when.from, when.to))
            })
    }

    /// Whether the other bears the name only here, and only at other times: "Ruthenia" within one state, then another.
    fn is_of_other_times(&self, other: &str, text: &str, when: When) -> bool {
        let bears = |name: &Name| self.english.fold(name.text()) == self.english.fold(text);
        !self.gazetteer.find(other).is_some_and(|id| self.gazetteer.names_of(id).iter().any(bears))
            && self.entities.get(other).is_some_and(|entity| {
                let mut given = entity.names.iter().map(Spanned::get_ref).filter(|name| name.text == text).peekable();
                given.peek().is_some() && given.all(|name| !meet((name.from, name.to), (when.from, when.to)))
            })
    }

    /// Adds an office, unless the gazetteer has it or the block does.
    pub(super) fn tenure(&mut self, line: Line, id: &str, tenure: RawTenure) {
        let known = self.gazetteer.find(id).is_some_and(|holder| {
            self.gazetteer.tenures_of(holder).iter().any(|known| {
                self.gazetteer.role(known.role()).is_some_and(|role| role.id() == tenure.role)
                    && self.gazetteer.entity(known.of()).is_some_and(|of| of.id() == tenure.of)
                    && meet((known.from(), known.to()), (tenure.from, tenure.to))
            })
        });
        let entity = self.entities.get_mut(id).expect("blocks are made before their offices");
        let same = |row: &RawTenure| {
            (&row.role, &row.of, row.from, row.to) == (&tenure.role, &tenure.of, tenure.from, tenure.to)
        };
        if !known && !entity.tenures.iter().any(|row| same(row.get_ref())) {
            entity.tenures.push(at(line, tenure));
        }
    }
}

impl List {
    fn of(self, entity: &mut RawEntity) -> &mut RawNames {
        match self {
            Self::Names => &mut entity.names,
            Self::Acronyms => &mut entity.acronyms,
            Self::Surnames => &mut entity.surnames,
        }
    }
}

/// Whether two intervals may share a day.
fn meet(one: (Option<Date>, Option<Date>), other: (Option<Date>, Option<Date>)) -> bool {
    let before = |to: Option<Date>, from: Option<Date>| to.zip(from).is_some_and(|(to, from)| to <= from.earliest());
    !before(one.1, other.0) && !before(other.1, one.0)
}
