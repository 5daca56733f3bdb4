//! Alliances, treaties and groups taken up: "the bloc"; and their members.

use super::{
    lexicon::Noun,
    phrase::{Determiner, Phrase},
    resolver::Resolver,
};
use crate::gazetteer::{EntityId, EntityKind};

/// More bodies than these a reader does not keep in mind either.
const MOST: usize = 8;
/// Of more members than these nobody thinks one by one.
const MOST_MEMBERS: usize = 5;

/// The bodies named last, the latest last, and how far the mentions have been read for them.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    recent: Vec<(EntityId, usize)>,
    next: usize,
}

impl Bodies {
    pub(super) fn clear(&mut self) {
        self.recent.clear();
        self.next = 0;
    }

    fn named(&mut self, body: EntityId, at: usize) {
        self.recent.retain(|(other, _)| *other != body);
        if self.recent.len() == MOST {
            self.recent.remove(0);
        }
        self.recent.push((body, at));
    }
}

impl Resolver<'_> {
    /// Takes note of the bodies named before an offset.
    pub(super) fn bodies_until(&mut self, at: usize) {
        while let Some(mention) = self.found.mentions.get(self.bodies.next).filter(|m| m.span.start < at) {
            self.bodies.next += 1;
            let kind = self.kind(mention.entity);
            if !matches!(kind, EntityKind::Country | EntityKind::Leader | EntityKind::Region) {
                self.bodies.named(mention.entity, mention.span.start);
            }
        }
    }

    /// "The bloc": the body named last that is called so; with a noun for what states form, these where they did last.
    pub(super) fn body(&mut self, phrase: &Phrase, noun: &Noun, may_be_pact: bool) {
        if !matches!(phrase.determiner, Determiner::Definite | Determiner::Demonstrative) {
            self.pact_of_owner(phrase, may_be_pact);
            return;
        }
        let at = phrase.span.start;
        let body = self.last_body(noun, at);
        let pact = if may_be_pact { self.last_pact(at) } else { None };
        match (body, pact) {
            (Some((_, named)), Some(pact)) if pact.at > named => self.take_up_pact(phrase),
            (Some((body, _)), _) => {
                let actor = self.gazetteer.actor_of(body, self.date);
                self.add(phrase.span, body, actor);
                self.bodies.named(body, at);
            }
            (None, Some(_)) => self.take_up_pact(phrase),
            (None, None) => {}
        }
    }

    fn last_body(&self, noun: &Noun, at: usize) -> Option<(EntityId, usize)> {
        let from = if noun.near { self.two_sentences_before(at) } else { self.reach(at) };
        let fits =
            |&&(body, _): &&(EntityId, usize)| self.lexicon.takes_up(noun, self.found.entity(self.gazetteer, body));
        let mut fitting = self.bodies.recent.iter().rev().filter(fits);
        let &(body, named) = fitting.next().filter(|(_, named)| *named >= from)?;
        // Two of them in one sentence leave open which is meant.
        let is_alone = fitting.next().is_none_or(|&(_, other)| self.sentence(other) != self.sentence(named));
        is_alone.then_some((body, named))
    }

    pub(super) fn members(&mut self, phrase: &Phrase) {
        if phrase.determiner == Determiner::Personal {
            return;
        }
        let Some(members) = self.members_of_last(phrase.span.start, |count| count <= MOST_MEMBERS) else { return };
        for (member, actor) in members {
            self.add(phrase.span, member, Some(actor));
        }
    }

    /// The states that are members of the alliance named last, when their number fits.
    pub(super) fn members_of_last(&self, at: usize, fits: impl Fn(usize) -> bool) -> Option<Vec<(EntityId, EntityId)>> {
        let from = self.reach(at);
        let mut alliances =
            self.bodies.recent.iter().rev().filter(|(body, _)| self.kind(*body) == EntityKind::Alliance);
        let &(body, _) = alliances.next().filter(|(_, named)| *named >= from)?;
        let members: Vec<_> = self.gazetteer.members(body, self.date).map(|member| (member, member)).collect();
        (!members.is_empty() && fits(members.len())).then_some(members)
    }
}
