//! Titles in the text: those of the lexicon, and those that a head noun makes with the words of a department.

use super::{
    lexicon::Uses,
    model::{Entry, Head},
    scan::Scan,
};
use crate::{gazetteer::EntityKind, mention::tokens::TokenKind};

/// A title in the text, by its tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TitleMatch {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) title: usize,
    pub(super) plural: bool,
    /// "Deputy", "vice" before what is a title without it.
    pub(super) lowered: bool,
    /// With the words of a department: the head noun's own roles do not count.
    pub(super) department: bool,
    /// A title of its own, but made like one with the words of a department: "trade minister".
    pub(super) like_department: bool,
}

/// The most words of a title, and of what stands before its head noun.
const LONGEST: usize = 12;
const MOST_WORDS_BEFORE_HEAD: usize = 6;

/// Which words may stand before a head noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Those of departments.
    Departments,
    /// Any capitalised ones too, since the state stands right before them.
    Capitalised,
}

impl Scan<'_> {
    /// The longest title that begins with the token.
    pub(super) fn title_at(&self, at: usize, before: Before) -> Option<TitleMatch> {
        if !self.may_begin(at, before) {
            return None;
        }
        let whole = self.lexicon_title(at).map(|(end, entry)| self.matched(at, end, entry));
        let with_portfolio = self.portfolio_title(at);
        let of_department = self.department_title(at, before);
        let lowered = self.lowered_title(at, before);
        let longest = [whole, with_portfolio, of_department, lowered]
            .into_iter()
            .flatten()
            .rev()
            .max_by_key(|found| found.end)?;
        let like_department =
            [with_portfolio, of_department].into_iter().flatten().any(|other| other.end == longest.end);
        let longest = TitleMatch { like_department, ..longest };
        let title = self.title(longest.title);
        let is_bare = !longest.department && title.head.is_some_and(|head| !head.alone);
        let has_none =
            title.all_roles().next().is_none() && title.office.is_none() && title.takes_up.is_empty() && !title.none;
        (!is_bare || !has_none).then_some(longest)
    }

    /// Whether a title may begin with the token at all.
    fn may_begin(&self, at: usize, before: Before) -> bool {
        let is_region = || self.region(at).is_some();
        let uses = self.uses(at);
        let has_use = uses.any(Uses::IN_TITLE.or(Uses::DEPARTMENT).or(Uses::LOWERS));
        let is_name = || before == Before::Capitalised && self.is_capitalised(at) && !uses.any(Uses::NOT_NAME);
        has_use || is_name() || is_region()
    }

    /// The longest title that ends right before the token.
    pub(super) fn title_ending(&self, end: usize) -> Option<TitleMatch> {
        let last = end.checked_sub(1)?;
        if !self.can(last, Uses::IN_TITLE.or(Uses::DEPARTMENT)) && self.place(last).is_none() {
            return None;
        }
        let first = end.saturating_sub(LONGEST);
        let bounds = |token: &usize| matches!(self.kind(*token), Some(TokenKind::Break | TokenKind::Stop));
        let start = (first..end).rev().find(bounds).map_or(first, |stop| stop + 1);
        let ending = |start| self.title_at(start, Before::Departments).filter(|found| found.end == end);
        (start..end).find_map(ending)
    }

    fn matched(&self, start: usize, end: usize, entry: Entry) -> TitleMatch {
        let head = self.title(entry.title).head.filter(|_| !entry.plural);
        let portfolio = head.filter(|head| head.portfolio).and_then(|_| self.portfolio(start, end));
        TitleMatch {
            start,
            end: portfolio.unwrap_or(end),
            title: entry.title,
            plural: entry.plural,
            lowered: false,
            department: portfolio.is_some(),
            like_department: false,
        }
    }

    /// "Minister of Foreign Affairs and Trade", though "Minister of Foreign Affairs" is a title too.
    fn portfolio_title(&self, at: usize) -> Option<TitleMatch> {
        let (_, entry) = self.lexicon.entries.longest(self.word(at).into_iter())?;
        let found = self.matched(at, at + 1, *entry);
        found.department.then_some(found)
    }

    fn lexicon_title(&self, at: usize) -> Option<(usize, Entry)> {
        self.phrase(&self.lexicon.entries, at).map(|(end, entry)| (end, *entry))
    }

    fn lowered_title(&self, at: usize, before: Before) -> Option<TitleMatch> {
        if !self.can(at, Uses::LOWERS) {
            return None;
        }
        let rest = self.title_at(self.past_hyphen(at + 1), before)?;
        Some(TitleMatch { start: at, lowered: true, ..rest })
    }

    /// "Trade and industry minister", "Foreign Ministry spokesman".
    fn department_title(&self, at: usize, before: Before) -> Option<TitleMatch> {
        let (mut next, mut all_known) = (at, true);
        for read in 0..MOST_WORDS_BEFORE_HEAD {
            if read > 0
                && let Some((end, entry)) = self.lexicon_title(next)
                && let Some(head) = self.title(entry.title).head
                && (all_known || (head.capitalised && self.is_capitalised(next)))
            {
                return Some(TitleMatch { start: at, department: true, ..self.matched(next, end, entry) });
            }
            let joins = read > 0 && (self.is(next, self.lexicon.small.and) || self.is_kind(next, TokenKind::Comma));
            let word = if joins { next + 1 } else { self.past_hyphen(next) };
            if !self.can(word, Uses::DEPARTMENT) {
                if self.is_kind(next, TokenKind::Comma) {
                    return None;
                }
                let is_name = self.is_capitalised(word) && !self.can(word, Uses::NOT_NAME);
                if before == Before::Departments || !(is_name || self.region(word).is_some()) {
                    return None;
                }
                all_known = false;
            }
            next = self.past_hyphen(word + 1);
        }
        None
    }

    fn region(&self, at: usize) -> Option<usize> {
        self.place(at).filter(|(_, m)| self.entity_kind(m.entity) == Some(EntityKind::Region)).map(|(index, _)| index)
    }

    /// The end of "for the Middle East", "of Foreign Affairs and Trade" after the title's noun.
    fn portfolio(&self, start: usize, at: usize) -> Option<usize> {
        let small = &self.lexicon.small;
        let is_for = self.is(at, small.r#for);
        if !is_for && !self.is(at, small.of) {
            return None;
        }
        let capitals = self.is_capitalised(at - 1) && self.is_capitalised(start);
        let mut end = self.portfolio_item(self.past_the(at + 1), capitals, is_for)?;
        loop {
            let comma = self.is_kind(end, TokenKind::Comma);
            let next = if comma { end + 1 } else { end };
            let and = self.is(next, small.and);
            if !comma && !and {
                return Some(end);
            }
            let next = self.past_the(if and { next + 1 } else { next });
            // After a comma alone only the words of a department go on: anything else may be a new phrase.
            let item = self.can(next, Uses::DEPARTMENT).then(|| self.portfolio_item(next, capitals, is_for));
            match item.unwrap_or_else(|| if and { self.portfolio_item(next, capitals, is_for) } else { None }) {
                Some(further) if end - at < LONGEST => end = further,
                _ => return Some(end),
            }
        }
    }

    /// One department: its known words, or whatever capitalised words it has, or a place.
    fn portfolio_item(&self, at: usize, capitals: bool, places: bool) -> Option<usize> {
        if places && self.place(at).is_some() {
            return Some(at + 1);
        }
        let known = |at| self.can(at, Uses::DEPARTMENT) && (!capitals || self.is_capitalised(at));
        let named = |at| capitals && self.is_capitalised(at) && !self.can(at, Uses::NOT_NAME.or(Uses::IN_TITLE));
        if !known(at) && !named(at) {
            return None;
        }
        let mut end = at + 1;
        let takes = |end| if known(at) { known(end) } else { known(end) || named(end) };
        while takes(self.past_hyphen(end)) && end - at < LONGEST {
            end = self.past_hyphen(end) + 1;
        }
        Some(end)
    }

    /// What the head noun of the title takes beside it.
    pub(super) fn head(&self, found: &TitleMatch) -> Option<Head> {
        self.title(found.title).head
    }
}
