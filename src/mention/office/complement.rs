//! What follows a title and belongs to it: "of the United Nations", "to Germany", "-elect".

use super::{
    group::Body,
    lexicon::Uses,
    scan::Scan,
    title::{Before, TitleMatch},
};
use crate::mention::{Form, tokens::TokenKind};

/// What follows a title.
#[derive(Clone, Copy, Debug)]
pub(super) struct Right {
    pub(super) end: usize,
    pub(super) of: Option<Body>,
    pub(super) past: bool,
    pub(super) inner: Option<usize>,
    pub(super) organ: bool,
}

impl Scan<'_> {
    pub(super) fn after_title(&self, title: &TitleMatch) -> Option<Right> {
        let small = &self.lexicon.small;
        let suffix = self.past_hyphen(title.end);
        let past = self.can(suffix, Uses::PAST_AFTER);
        let end = if past { suffix + 1 } else { title.end };
        let none = Right { end, of: None, past, inner: None, organ: false };
        let is_of = self.is(end, small.of);
        let is_to = self.is(end, small.to) || self.is(end, small.r#for) || self.is(end, small.on);
        if !is_of && !is_to {
            return Some(Right { end: self.past_station(title, end), ..none });
        }
        if let Some((of, end)) = self.organ_of(end + 1, title) {
            return Some(Right { end, of: Some(of), organ: true, ..none });
        }
        if is_of && let Some(end) = self.past_named_before(end + 1) {
            return Some(Right { end, ..none });
        }
        let at = self.past_the(end + 1);
        let inner = (is_of || self.is_represented(title)).then(|| self.inner_title(at, title)).flatten();
        if let Some((inner, of, end)) = inner {
            return Some(Right { end, of: Some(of), past, inner: Some(inner), organ: false });
        }
        if let Some((of, end)) = self.served(end + 1, title) {
            return Some(Right { end, of: Some(of), ..none });
        }
        if is_to {
            let target = self.head(title).is_some_and(|head| head.target).then(|| self.target(at)).flatten();
            return Some(Right { end: target.unwrap_or(end), ..none });
        }
        let (index, mention) = self.body(at)?;
        let of = Body { entity: mention.entity, mention: Some(index), is_loose: false };
        let end = self.organ_after(at + 1)?;
        Some(Right { end, of: Some(of), past, inner: None, organ: end > at + 1 })
    }

    /// "To Mr Arafat" after "an adviser": whose state he acts for. An envoy to a person acts for somebody else.
    fn served(&self, at: usize, title: &TitleMatch) -> Option<(Body, usize)> {
        let is_sent = self.head(title).is_some_and(|head| head.target);
        if is_sent || !self.is_represented(title) {
            return None;
        }
        let name = self.past_honorifics(at);
        let (_, leader) = self.leader(name).filter(|_| !self.is_kind(name + 1, TokenKind::Possessive))?;
        let entity = leader.actor.or_else(|| self.gazetteer.actor_of(leader.entity, self.date))?;
        Some((Body { entity, mention: None, is_loose: false }, name + 1))
    }

    /// "The Ministry of Foreign Affairs of Qatar" after "spokesman for": the state whose organ it is.
    fn organ_of(&self, at: usize, title: &TitleMatch) -> Option<(Body, usize)> {
        if !self.is_represented(title) || self.head(title).is_some_and(|head| head.target) {
            return None;
        }
        let small = &self.lexicon.small;
        let start = self.past_the(at);
        let mut next = start;
        while self.can(next, Uses::DEPARTMENT) || (next > start && (self.is(next, small.of) || self.is_and(next))) {
            next += 1;
        }
        let of = next.checked_sub(1).filter(|&of| next > start + 1 && self.is(of, small.of))?;
        let body = self.past_the(of + 1);
        let (index, mention) = self.body(body).filter(|_| !self.is_kind(body + 1, TokenKind::Possessive))?;
        Some((Body { entity: mention.entity, mention: Some(index), is_loose: false }, body + 1))
    }

    /// "That country" after "of": the state was named before.
    pub(super) fn past_named_before(&self, at: usize) -> Option<usize> {
        let (determiner, noun) = (self.word(at)?, self.word(at + 1)?);
        let the = self.lexicon.small.the;
        let is_owner = [determiner, the].iter().any(|&word| self.lexicon.is_owner(&[word, noun]));
        (is_owner && !self.is_kind(at + 2, TokenKind::Possessive)).then_some(at + 2)
    }

    /// "In Kabul" after an envoy's title, before the name: where he serves.
    fn past_station(&self, title: &TitleMatch, end: usize) -> usize {
        let at = self.past_the(end + 1);
        let is_station = self.can(end, Uses::LOCATIVE) && self.is_represented(title) && self.place(at).is_some();
        if is_station && self.is_kind(at + 1, TokenKind::Comma) { at + 1 } else { end }
    }

    /// "Russia's Security Council": the end of the organ. Nothing when something else of the state's follows.
    fn organ_after(&self, at: usize) -> Option<usize> {
        let possessive = self.is_kind(at, TokenKind::Possessive);
        let start = self.past_possessive(at);
        let is_organ = |at| self.can(at, Uses::DEPARTMENT) && (possessive || self.is_capitalised(at));
        let mut end = start;
        while is_organ(self.past_hyphen(end)) {
            end = self.past_hyphen(end) + 1;
        }
        (end > start || !possessive).then_some(end)
    }

    /// "of the president of Russia", "to Ukrainian President Volodymyr Zelensky", "to the Russian leader".
    fn inner_title(&self, at: usize, outer: &TitleMatch) -> Option<(usize, Body, usize)> {
        // "Of China President Xi" is no "of the Chinese president".
        let possessive = self.is_kind(at + 1, TokenKind::Possessive);
        let body = self.body(at).filter(|(_, mention)| possessive || mention.form == Form::Demonym);
        let start =
            if body.is_some() { self.past_modifiers(self.past_possessive(at + 1)) } else { self.past_modifiers(at) };
        let title = self.title_at(start, Before::Departments).filter(|found| !found.plural)?;
        let small = &self.lexicon.small;
        let (of, end) = match body {
            Some((index, mention)) => {
                (Body { entity: mention.entity, mention: Some(index), is_loose: false }, title.end)
            }
            None if self.is(title.end, small.of) => {
                let at = self.past_the(title.end + 1);
                let (index, mention) = self.body(at)?;
                (Body { entity: mention.entity, mention: Some(index), is_loose: false }, at + 1)
            }
            None => {
                let (_, leader) = self.leader(self.past_honorifics(title.end))?;
                let entity = leader.actor.or_else(|| self.gazetteer.actor_of(leader.entity, self.date))?;
                (Body { entity, mention: None, is_loose: false }, title.end)
            }
        };
        let name = self.past_honorifics(end);
        let is_inner = |person| self.has_had(person, &title) && !self.has_had(person, outer);
        let names_inner = self.leader(name).is_some_and(|(_, leader)| is_inner(leader.entity));
        Some((start, of, if names_inner { name + 1 } else { end }))
    }

    /// The end of the places or matters for which an envoy is sent.
    fn target(&self, at: usize) -> Option<usize> {
        let mut end = None;
        let mut next = at;
        while self.place(next).is_some() || self.can(next, Uses::DEPARTMENT) {
            next += 1;
            end = Some(next);
            if self.is(next, self.lexicon.small.and) {
                next = self.past_the(next + 1);
            }
        }
        end
    }
}
