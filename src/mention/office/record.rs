//! Enters what was read among the mentions.

use std::{
    collections::{HashMap, HashSet},
    hash::BuildHasherDefault,
};

use super::{
    holder::Holder,
    lexicon::Lexicon,
    person::slug,
    read::{Named, Stated},
};
use crate::{
    gazetteer::{Entity, EntityId, EntityKind, Gazetteer},
    mention::{Form, Mention, Mentions, Office, Reason},
    quick_map::QuickHasher,
    text::{Date, Span},
};

/// Somebody with an office in this text.
#[derive(Clone, Debug)]
pub(super) struct Official {
    pub(super) person: EntityId,
    pub(super) named: Named,
    pub(super) of: EntityId,
    pub(super) current: bool,
}

/// A person whose further mentions the matcher did not look for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Newcomer {
    pub(super) entity: EntityId,
    pub(super) name: Span,
    pub(super) of: EntityId,
}

/// Mentions in the making: new ones stand behind the old until the end.
#[derive(Debug)]
pub(super) struct Record<'a> {
    pub(super) text: &'a str,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) lexicon: &'a Lexicon,
    pub(super) date: Option<Date>,
    pub(super) found: &'a mut Mentions,
    pub(super) officials: Vec<Official>,
    pub(super) newcomers: Vec<Newcomer>,
    /// For whom the text says that persons act.
    actors: HashMap<EntityId, EntityId>,
    /// The new mentions by span, and the new persons by id.
    added: HashMap<Span, usize>,
    introduced: HashMap<String, EntityId>,
    /// How many mentions there were.
    pub(super) old: usize,
}

impl<'a> Record<'a> {
    pub(super) fn new(
        text: &'a str,
        gazetteer: &'a Gazetteer,
        date: Option<Date>,
        lexicon: &'a Lexicon,
        found: &'a mut Mentions,
    ) -> Self {
        let old = found.mentions.len();
        Self {
            text,
            gazetteer,
            lexicon,
            date,
            found,
            officials: Vec::new(),
            newcomers: Vec::new(),
            actors: HashMap::new(),
            added: HashMap::new(),
            introduced: HashMap::new(),
            old,
        }
    }

    pub(super) fn offices(&mut self, stated: &[Stated]) {
        for stated in stated {
            let holder = self.holder(stated);
            let person = self.found.mentions[holder].entity;
            let Stated { current, of, of_mention, ref named, .. } = *stated;
            self.found.offices.push(Office { holder, of_mention, of, kind: named.office, title: named.span, current });
            self.officials.push(Official { person, named: named.clone(), of, current });
            if let Some(actor) = self.gazetteer.actor_of(of, self.date).filter(|_| current) {
                self.actors.entry(person).or_insert(actor);
            }
        }
    }

    /// The index of the holder's mention, made where there is none.
    fn holder(&mut self, stated: &Stated) -> usize {
        let span = match stated.holder {
            Holder::Mentioned(index) => return index,
            Holder::Unknown(span) => span,
        };
        let entity = self.introduce(span.of(self.text));
        let next = self.found.mentions.len();
        let index = *self.added.entry(span).or_insert(next);
        if index == next {
            self.newcomers.push(Newcomer { entity, name: span, of: stated.of });
            self.add(entity, Form::Name, span);
        }
        index
    }

    /// The entity of an unknown person: the gazetteer's, where it has one of that name after all.
    fn introduce(&mut self, name: &str) -> EntityId {
        let id = format!("{}:{}", EntityKind::Leader, slug(name));
        if let Some(known) = self.gazetteer.find(&id) {
            return known;
        }
        let next = self.gazetteer.entities().len() + self.found.introduced.len();
        let next = EntityId(u32::try_from(next).unwrap_or(u32::MAX));
        let entity = *self.introduced.entry(id.clone()).or_insert(next);
        if entity == next {
            self.found.introduced.push(Entity {
                id: id.into(),
                kind: EntityKind::Leader,
                name: name.split_whitespace().collect::<Vec<_>>().join(" ").into(),
                belongs_to: None,
                successor: None,
                from: None,
                to: None,
                nominals: Vec::new(),
            });
        }
        entity
    }

    /// Adds a mention; whom the person acts for by the text alone, all his mentions learn at the end.
    pub(super) fn add(&mut self, entity: EntityId, form: Form, span: Span) {
        let actor = self.gazetteer.actor_of(entity, self.date);
        self.found.mentions.push(Mention { entity, form, span, actor, venue: false, reason: Reason::Office });
    }

    /// Lets all mentions of a person know for whom the text says that he acts, and puts everything in order.
    pub(super) fn finish(mut self) {
        for mention in self.found.mentions.iter_mut().filter(|mention| mention.actor.is_none()) {
            mention.actor = self.actors.get(&mention.entity).copied();
        }
        self.imply_bodies();
        self.found.put_in_order();
        let offices = &mut self.found.offices;
        offices.sort_by_key(|office| (office.title.start, office.holder));
        offices.dedup_by_key(|office| (office.title, office.holder));
    }

    /// A title whose state or body the text names nowhere ("Premier Li arrived") stands for it.
    fn imply_bodies(&mut self) {
        let mut named: Option<HashSet<EntityId, BuildHasherDefault<QuickHasher>>> = None;
        for at in 0..self.found.offices.len() {
            let Office { holder, of, of_mention, title, .. } = self.found.offices[at];
            // "King Hussein" is a name as a whole.
            let is_in_name = self.found.mentions[holder].span.contains(title);
            if is_in_name || of_mention.is_some() {
                continue;
            }
            let mentions = &self.found.mentions;
            let named = named.get_or_insert_with(|| mentions.iter().map(|mention| mention.entity).collect());
            if named.insert(of) {
                self.found.offices[at].of_mention = Some(self.found.mentions.len());
                self.add(of, Form::Title, title);
            }
        }
    }
}
