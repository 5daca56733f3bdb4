//! Where titles may stand: next to states, bodies and persons, and before such titles.

use std::cmp::Reverse;

use super::{
    lexicon::Uses,
    scan::Scan,
    title::{Before, TitleMatch},
};
use crate::mention::tokens::TokenKind;

/// The most words of an organ between a title and its state.
const LONGEST_ORGAN: usize = 8;

impl Scan<'_> {
    /// All titles next to the mentions, in the order of the text, none within another.
    pub(super) fn titles(&self) -> Vec<TitleMatch> {
        let mut found = Vec::new();
        for &at in self.named {
            if self.body(at).is_some() {
                found.extend(self.title_after(at));
                found.extend(self.title_with_of(at));
            } else if self.leader(at).is_some() {
                found.extend(self.title_after(at));
                found.extend(self.title_before_name(at));
                found.extend(self.title_after_name(at));
            }
        }
        let mut next = 0;
        while next < found.len() {
            let start = self.modifiers_before(found[next].start).0;
            let owner = start.checked_sub(1).filter(|&owner| self.body(owner).is_some());
            found.extend(self.title_with_of(owner.unwrap_or(start)));
            next += 1;
        }
        found.sort_by_key(|title| (title.start, Reverse(title.end)));
        let mut end = 0;
        found.retain(|title| {
            let is_new = title.start >= end;
            end = end.max(title.end);
            is_new
        });
        found
    }

    /// "Russia's foreign minister", "Russian foreign minister", "Iran's UN envoy".
    fn title_after(&self, owner: usize) -> Option<TitleMatch> {
        self.title_at(self.past_modifiers(self.past_possessive(owner + 1)), Before::Capitalised)
    }

    /// "president of France", "ambassador to Germany".
    fn title_with_of(&self, at: usize) -> Option<TitleMatch> {
        let small = &self.lexicon.small;
        let before = at.checked_sub(1)?;
        let preposition = if self.is(before, small.the) { before.checked_sub(1)? } else { before };
        let joins = [small.of, small.to, small.r#for, small.on].into_iter().any(|word| self.is(preposition, word));
        let mut end = joins.then_some(preposition)?;
        // "president-elect of France"
        if end > 0 && self.can(end - 1, Uses::PAST_AFTER) {
            end = self.before(end - 1)? + 1;
        }
        self.title_ending(end).or_else(|| self.title_with_organ(end))
    }

    /// "Spokesman for the Ministry of Defence" before "of France".
    fn title_with_organ(&self, end: usize) -> Option<TitleMatch> {
        let small = &self.lexicon.small;
        let first = end.saturating_sub(LONGEST_ORGAN);
        let is_part = |at: usize| self.can(at, Uses::DEPARTMENT) || self.is(at, small.of) || self.is_and(at);
        let start = (first..end).rev().find(|&at| !is_part(at)).filter(|&at| at + 1 < end)?;
        let preposition = if self.is(start, small.the) { start.checked_sub(1)? } else { start };
        let joins = self.is(preposition, small.r#for) || self.is(preposition, small.of);
        joins.then(|| self.title_ending(preposition)).flatten()
    }

    /// "Foreign Minister Sergei Lavrov", "foreign minister, Gen. Prabowo".
    fn title_before_name(&self, name: usize) -> Option<TitleMatch> {
        if let Some(title) = self.title_ending_with_suffix(name) {
            return Some(title);
        }
        let mut end = name;
        while let Some(before) = self.honorific_before(end) {
            end = before;
            if let Some(title) = self.title_ending_with_suffix(end) {
                return Some(title);
            }
        }
        let comma = end.checked_sub(1).filter(|&at| self.is_kind(at, TokenKind::Comma))?;
        let of = comma.checked_sub(3).filter(|&of| self.is(of, self.lexicon.small.of));
        if let Some(of) = of
            && self.past_named_before(of + 1) == Some(comma)
        {
            return self.title_ending_with_suffix(of);
        }
        self.title_ending_with_suffix(comma)
    }

    /// The courtesy title right before the token, which may have a stop.
    fn honorific_before(&self, at: usize) -> Option<usize> {
        let last = at.checked_sub(1)?;
        let has_mark = self.is_kind(last, TokenKind::Stop) || self.is_kind(last, TokenKind::Hyphen);
        let word = if has_mark { last.checked_sub(1)? } else { last };
        self.can(word, Uses::HONORIFIC).then_some(word)
    }

    fn title_ending_with_suffix(&self, end: usize) -> Option<TitleMatch> {
        let last = end.checked_sub(1)?;
        if self.can(last, Uses::PAST_AFTER) {
            return self.title_ending(self.before(last)? + 1);
        }
        self.title_ending(end)
    }

    /// "Sergei Lavrov, the foreign minister", "Lai was sworn in as president".
    fn title_after_name(&self, name: usize) -> Option<TitleMatch> {
        let comma = if self.is_kind(name + 1, TokenKind::Comma) { name + 2 } else { name + 1 };
        let verb = if self.is(comma, self.lexicon.small.who) { comma + 1 } else { comma };
        let phrase = self.phrase(&self.lexicon.appointments, verb).map(|(end, _)| end);
        if phrase.is_none() && comma == name + 1 {
            return None;
        }
        self.title_at(self.past_modifiers(self.past_article(phrase.unwrap_or(comma))), Before::Departments)
    }

    /// The token after "the", "a", "its", "the country's".
    fn past_article(&self, at: usize) -> usize {
        let small = &self.lexicon.small;
        let Some(word) = self.word(at) else { return at };
        if let Some(noun) = self.word(at + 1)
            && self.lexicon.is_owner(&[word, noun])
            && self.is_kind(at + 2, TokenKind::Possessive)
        {
            return at + 3;
        }
        let is_article = [small.the, small.a, small.an].contains(&word) || self.lexicon.is_owner(&[word]);
        if is_article { at + 1 } else { at }
    }
}
