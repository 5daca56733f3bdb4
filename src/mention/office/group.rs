//! The noun group around a title: what qualifies it, and whose office it is.

use super::{
    lexicon::Uses,
    scan::Scan,
    title::{Before, TitleMatch},
};
use crate::{gazetteer::EntityId, mention::tokens::TokenKind};

/// What stands before a noun group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Article {
    Definite,
    Indefinite,
    /// "his", "its".
    Owner,
    None,
}

/// The state or body of an office.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body {
    pub(super) entity: EntityId,
    pub(super) mention: Option<usize>,
    /// Before the title without a possessive: "Japan Prime Minister" might be "to Japan, Prime Minister".
    pub(super) is_loose: bool,
}

/// A title with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) title: TitleMatch,
    pub(super) of: Option<Body>,
    pub(super) past: bool,
    pub(super) article: Article,
    /// The first token, without the article.
    pub(super) start: usize,
    /// Where the article begins, if there is one.
    pub(super) outer_start: usize,
    pub(super) end: usize,
    /// Another title inside, "of the president": where it begins, and whether its bearer is named there too.
    pub(super) inner: Option<usize>,
    /// The office is one of a state's organ: "president of Russia's Senate".
    pub(super) organ: bool,
}

struct Before_ {
    start: usize,
    of: Option<Body>,
    past: bool,
}

struct After {
    end: usize,
    of: Option<Body>,
    past: bool,
    inner: Option<usize>,
    organ: bool,
}

impl Scan<'_> {
    /// The group of a title, or nothing when the title turns out to be of something else.
    pub(super) fn group(&self, title: TitleMatch) -> Option<Group> {
        let before = self.before_title(&title);
        let after = self.after_title(&title)?;
        let (article, outer_start) = self.article(before.start);
        Some(Group {
            title,
            of: after.of.or(before.of),
            past: before.past || after.past,
            article,
            start: before.start,
            outer_start,
            end: after.end,
            inner: after.inner,
            organ: after.organ,
        })
    }

    fn before_title(&self, title: &TitleMatch) -> Before_ {
        let (mut start, mut past) = self.modifiers_before(title.start);
        let Some((mut at, mut of)) = self.owner_before(start, title) else { return Before_ { start, of: None, past } };
        if self.head(title).is_some_and(|head| head.target)
            && let Some((farther, sender)) = self.owner_before(at, title)
        {
            (at, of) = (farther, sender);
        }
        let (further, was) = self.modifiers_before(at);
        start = further;
        past |= was;
        Before_ { start, of: Some(of), past }
    }

    /// The state, or the person whose aide it is, right before the token.
    fn owner_before(&self, at: usize, title: &TitleMatch) -> Option<(usize, Body)> {
        let last = at.checked_sub(1)?;
        let possessive = self.is_kind(last, TokenKind::Possessive);
        let owner = if possessive { last.checked_sub(1)? } else { last };
        if let Some((index, mention)) = self.body(owner) {
            let is_loose = !possessive && mention.form != crate::mention::Form::Demonym;
            return Some((owner, Body { entity: mention.entity, mention: Some(index), is_loose }));
        }
        let (_, leader) = self.leader(owner)?;
        if !possessive && !self.is_represented(title) {
            return None;
        }
        let entity = leader.actor.or_else(|| self.gazetteer.actor_of(leader.entity, self.date))?;
        Some((owner, Body { entity, mention: None, is_loose: false }))
    }

    /// The first of the words before the token that qualify a title, and whether one makes it past.
    pub(super) fn modifiers_before(&self, at: usize) -> (usize, bool) {
        let (mut start, mut past) = (at, false);
        while let Some(before) = self.before(start).filter(|&b| self.can(b, Uses::PRESENT.or(Uses::PAST))) {
            past |= self.can(before, Uses::PAST);
            start = before;
        }
        (start, past)
    }

    /// The token after the words that qualify a title.
    pub(super) fn past_modifiers(&self, at: usize) -> usize {
        let mut at = at;
        while self.can(at, Uses::PRESENT.or(Uses::PAST)) {
            at = self.past_hyphen(at + 1);
        }
        at
    }

    fn article(&self, start: usize) -> (Article, usize) {
        let Some(before) = start.checked_sub(1) else { return (Article::None, start) };
        let Some(word) = self.word(before) else { return self.long_owner(start) };
        let small = &self.lexicon.small;
        if word == small.the {
            (Article::Definite, before)
        } else if word == small.a || word == small.an {
            (Article::Indefinite, before)
        } else if self.lexicon.is_owner(&[word]) {
            (Article::Owner, before)
        } else {
            (Article::None, start)
        }
    }

    /// "the country's" before the group.
    fn long_owner(&self, start: usize) -> (Article, usize) {
        let words = start.checked_sub(3).map(|the| (the, self.word(the), self.word(the + 1)));
        match words {
            Some((the, Some(article), Some(noun)))
                if self.is_kind(start - 1, TokenKind::Possessive) && self.lexicon.is_owner(&[article, noun]) =>
            {
                (Article::Owner, the)
            }
            _ => (Article::None, start),
        }
    }

    fn after_title(&self, title: &TitleMatch) -> Option<After> {
        let small = &self.lexicon.small;
        let suffix = self.past_hyphen(title.end);
        let past = self.can(suffix, Uses::PAST_AFTER);
        let end = if past { suffix + 1 } else { title.end };
        let none = After { end, of: None, past, inner: None, organ: false };
        let is_of = self.is(end, small.of);
        let is_to = self.is(end, small.to) || self.is(end, small.r#for) || self.is(end, small.on);
        if !is_of && !is_to {
            return Some(none);
        }
        let at = self.past_the(end + 1);
        if is_of || self.is_represented(title) {
            if let Some((inner, of, end)) = self.inner_title(at, title) {
                return Some(After { end, of: Some(of), past, inner: Some(inner), organ: false });
            }
        }
        if is_to {
            let target = self.head(title).is_some_and(|head| head.target).then(|| self.target(at)).flatten();
            return Some(After { end: target.unwrap_or(end), ..none });
        }
        let (index, mention) = self.body(at)?;
        let of = Body { entity: mention.entity, mention: Some(index), is_loose: false };
        let end = self.organ_after(at + 1)?;
        Some(After { end, of: Some(of), past, inner: None, organ: end > at + 1 })
    }

    /// "Russia's Security Council": the end of the organ. Nothing when something else of the state's follows.
    fn organ_after(&self, at: usize) -> Option<usize> {
        if !self.is_kind(at, TokenKind::Possessive) {
            return Some(at);
        }
        let mut end = at + 1;
        while self.can(self.past_hyphen(end), Uses::DEPARTMENT) {
            end = self.past_hyphen(end) + 1;
        }
        (end > at + 1).then_some(end)
    }

    /// "of the president of Russia", "to Ukrainian President Volodymyr Zelensky", "to the Russian leader".
    fn inner_title(&self, at: usize, outer: &TitleMatch) -> Option<(usize, Body, usize)> {
        let body = self.body(at);
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

    /// The token after courtesy titles and ranks, with their stops.
    pub(super) fn past_honorifics(&self, at: usize) -> usize {
        let mut at = at;
        while self.can(at, Uses::HONORIFIC) {
            at += 1;
            if self.is_kind(at, TokenKind::Stop) || self.is_kind(at, TokenKind::Hyphen) {
                at += 1;
            }
        }
        at
    }
}
