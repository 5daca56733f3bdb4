//! The persons whom a text has named, the last one last.

use std::collections::HashMap;

use super::{lexicon::Lexicon, read::Named};
use crate::{
    gazetteer::{EntityId, Gazetteer, RoleId},
    mention::tokens::floor,
    text::Date,
};

/// More persons than these a reader does not keep in mind either.
const MOST: usize = 16;
/// Two mentions farther apart than this are not in one sentence.
const SENTENCE: usize = 400;

/// Who was named where, and what offices the text gives to whom.
#[derive(Debug, Default)]
pub(super) struct Recent<'a> {
    /// The persons and where each was named last, the latest last.
    persons: Vec<(EntityId, usize)>,
    /// The text's offices by holder: what they are called, and of what.
    offices: HashMap<EntityId, Vec<(&'a Named, EntityId)>>,
}

impl<'a> Recent<'a> {
    pub(super) fn has_office(&mut self, person: EntityId, named: &'a Named, of: EntityId) {
        self.offices.entry(person).or_default().push((named, of));
    }

    pub(super) fn named(&mut self, person: EntityId, at: usize) {
        self.persons.retain(|(other, _)| *other != person);
        if self.persons.len() == MOST {
            self.persons.remove(0);
        }
        self.persons.push((person, at));
    }

    /// The person last named whose office the title means; nobody when two of them stand in one clause.
    pub(super) fn bearer(&self, world: &World<'a>, title: &Asked<'_>) -> Option<EntityId> {
        let mut fitting = self.persons.iter().rev().filter(|(person, _)| self.fits(*person, world, title));
        let &(person, at) = fitting.next()?;
        let ends_sentence = |other: usize| {
            let from = floor(world.text, other.max(at.saturating_sub(SENTENCE)));
            from > other || world.text[from..at].contains(['.', '\n', '!', '?'])
        };
        fitting.next().is_none_or(|&(_, other)| ends_sentence(other)).then_some(person)
    }

    fn fits(&self, person: EntityId, world: &World<'a>, asked: &Asked<'_>) -> bool {
        let World { gazetteer, lexicon, date, text } = *world;
        let title = &lexicon.titles[asked.named.title];
        let same_body = |of: EntityId| {
            asked.of.is_none_or(|asked| asked == of || gazetteer.actor_of(of, date) == gazetteer.actor_of(asked, date))
        };
        let has_role = |role: RoleId, of: EntityId| {
            title.roles_of(gazetteer, of).contains(&role) || title.takes_up.contains(&role)
        };
        let stated = self.offices.get(&person).is_some_and(|offices| {
            offices.iter().any(|&(named, of)| {
                let same_title = named.title == asked.named.title && !asked.named.by_words;
                let same_words = named.span.of(text).eq_ignore_ascii_case(asked.named.span.of(text));
                let by_role = !asked.named.by_words && named.roles.iter().any(|&role| has_role(role, of));
                same_body(of) && (same_title || same_words || by_role)
            })
        });
        let holds = || {
            let mut tenures = gazetteer.tenures_of(person).iter().filter(|tenure| tenure.is_valid(date));
            tenures.any(|tenure| same_body(tenure.of) && has_role(tenure.role, tenure.of))
        };
        stated || (!asked.named.by_words && holds())
    }
}

/// What does not change from question to question.
#[derive(Clone, Copy, Debug)]
pub(super) struct World<'a> {
    pub(super) text: &'a str,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) lexicon: &'a Lexicon,
    pub(super) date: Option<Date>,
}

/// A title without a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub(super) named: &'a Named,
    pub(super) of: Option<EntityId>,
}
