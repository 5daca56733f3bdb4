//! The noun group around a title: what qualifies it, and whose office it is.

use super::{lexicon::Uses, scan::Scan, title::TitleMatch};
use crate::{
    gazetteer::EntityId,
    mention::{Form, tokens::TokenKind},
};

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

struct Left {
    start: usize,
    of: Option<Body>,
    past: bool,
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

    fn before_title(&self, title: &TitleMatch) -> Left {
        let (mut start, mut past) = self.modifiers_before(title.start);
        let Some((mut at, mut of)) = self.owner_before(start, title) else { return Left { start, of: None, past } };
        if self.head(title).is_some_and(|head| head.target)
            && let Some((farther, sender)) = self.owner_before(at, title)
        {
            (at, of) = (farther, sender);
        }
        let (further, was) = self.modifiers_before(at);
        start = further;
        past |= was;
        Left { start, of: Some(of), past }
    }

    /// The state, or the person whose aide it is, right before the token.
    fn owner_before(&self, at: usize, title: &TitleMatch) -> Option<(usize, Body)> {
        let last = at.checked_sub(1)?;
        let possessive = self.is_kind(last, TokenKind::Possessive);
        let owner = if possessive { last.checked_sub(1)? } else { last };
        if let Some((index, mention)) = self.body(owner) {
            let is_loose = !possessive && mention.form != Form::Demonym;
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

    /// The token after courtesy titles and ranks, with their stops.
    pub(super) fn past_honorifics(&self, at: usize) -> usize {
        let mut at = self.past_service(at);
        while self.can(at, Uses::HONORIFIC) {
            at += 1;
            if self.is_kind(at, TokenKind::Stop) || self.is_kind(at, TokenKind::Hyphen) {
                at += 1;
            }
        }
        at
    }

    /// The rank after the words of an armed service: "Navy Captain", "Air Force Gen.".
    fn past_service(&self, at: usize) -> usize {
        let mut rank = at;
        while self.can(rank, Uses::DEPARTMENT) && self.is_capitalised(rank) {
            rank += 1;
        }
        if self.can(rank, Uses::HONORIFIC) && self.is_capitalised(rank) { rank } else { at }
    }
}
