//! Who is said to hold an office.

use super::{
    group::{Article, Group},
    lexicon::Uses,
    scan::Scan,
    title::{Before, TitleMatch},
};
use crate::{
    gazetteer::{EntityId, EntityKind},
    mention::tokens::TokenKind,
    text::Span,
};

/// The person next to a title.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holder {
    /// An existing mention.
    Mentioned(usize),
    /// Somebody unknown, by the full name.
    Unknown(Span),
}

/// Somebody with the office, and whether the words between say that he still has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    pub(super) holder: Holder,
    pub(super) current: bool,
}

/// How far before an appointment its subject is looked for, in tokens.
const SUBJECT: usize = 12;

impl Scan<'_> {
    /// The persons of a title in the plural: "Presidents Vladimir Putin and Xi Jinping".
    pub(super) fn holders_of_plural(&self, group: &Group) -> Vec<Held> {
        let mut held = Vec::new();
        let mut at = self.past_honorifics(group.end);
        while let Some((index, _)) = self.leader(at) {
            held.push(Held { holder: Holder::Mentioned(index), current: !group.past });
            let comma = if self.is_kind(at + 1, TokenKind::Comma) { at + 2 } else { at + 1 };
            let next = if self.is(comma, self.lexicon.small.and) { comma + 1 } else { comma };
            if next == at + 1 {
                break;
            }
            at = self.past_honorifics(next);
        }
        held
    }

    /// The person of a title, when the text names one.
    pub(super) fn holder(&self, group: &Group) -> Option<Held> {
        let still = |holder| Held { holder, current: !group.past };
        self.name_after(group)
            .or_else(|| self.name_after_comma(group))
            .or_else(|| self.name_before_comma(group))
            .map(still)
            .or_else(|| self.subject(group))
    }

    /// "Japanese Prime Minister Fumio Kishida".
    fn name_after(&self, group: &Group) -> Option<Holder> {
        let at = [group.end, self.past_honorifics(group.end)];
        if let Some((index, _)) = at.iter().find_map(|&at| self.leader(at)) {
            return Some(Holder::Mentioned(index));
        }
        let name = group.of.and_then(|_| self.full_name_at(at[1]).or_else(|| self.full_name_at(at[0])))?;
        Some(Holder::Unknown(name.span))
    }

    /// "The prime minister of Japan, Fumio Kishida, said".
    fn name_after_comma(&self, group: &Group) -> Option<Holder> {
        if !self.is_kind(group.end, TokenKind::Comma) {
            return None;
        }
        let at = self.past_other_title(group, self.past_honorifics(group.end + 1));
        let is_one_of_many = group.article == Article::Indefinite;
        if let Some((index, mention)) = self.leader(at) {
            // "He met the president, Joe Biden said" names two.
            let begins = group.outer_start.checked_sub(1).is_none_or(|before| self.is_closed(before));
            let is_set_off = self.is_closed(at + 1) || (!is_one_of_many && (group.of.is_some() || begins));
            return (is_set_off && self.may_hold(mention.entity, group)).then_some(Holder::Mentioned(index));
        }
        group.of?;
        let name = self.full_name_at(at).or_else(|| self.full_name_at(group.end + 1))?;
        // "An Afghan commander, Haji Zaman, and a guard" may be three.
        let goes_on = is_one_of_many && (!self.is_kind(name.end, TokenKind::Comma) || self.is_and(name.end + 1));
        (self.is_closed(name.end) && !goes_on).then_some(Holder::Unknown(name.span))
    }

    /// "Anthony Albanese, the Australian prime minister, said".
    fn name_before_comma(&self, group: &Group) -> Option<Holder> {
        let comma = group.outer_start.checked_sub(1).filter(|&at| self.is_kind(at, TokenKind::Comma))?;
        let goes_on = self.is_and(group.end);
        if !self.is_closed(group.end) && !goes_on {
            return None;
        }
        let last = comma.checked_sub(1)?;
        if let Some((index, mention)) = self.leader(last) {
            let fits =
                if goes_on { self.has_served(mention.entity, group) } else { self.may_hold(mention.entity, group) };
            return fits.then_some(Holder::Mentioned(index));
        }
        if goes_on {
            return None;
        }
        group.of?;
        let (start, name) = self.full_name_ending(comma)?;
        // A place stands after a preposition, or opens the sentence with one.
        let before = start.checked_sub(1);
        let is_free =
            before.is_none_or(|before| !self.is_kind(before, TokenKind::Word) || !self.can(before, Uses::LOCATIVE));
        is_free.then_some(Holder::Unknown(name.span))
    }

    /// "Lai Ching-te was sworn in as its president", "Mark Rutte, who took over as NATO's secretary general".
    fn subject(&self, group: &Group) -> Option<Held> {
        if self.is_kind(group.end, TokenKind::Possessive) {
            return None;
        }
        let first = group.outer_start.saturating_sub(SUBJECT);
        let at = (first..group.outer_start).rev().find(|&at| self.leader(at).is_some())?;
        let (index, _) = self.leader(at)?;
        let comma = if self.is_kind(at + 1, TokenKind::Comma) { at + 2 } else { at + 1 };
        let verb = if self.is(comma, self.lexicon.small.who) { comma + 1 } else { comma };
        if comma > at + 1 && verb == comma {
            return None;
        }
        let (end, current) = self.phrase(&self.lexicon.appointments, verb)?;
        let current = *current && !group.past;
        (group.outer_start..=group.title.start)
            .contains(&end)
            .then_some(Held { holder: Holder::Mentioned(index), current })
    }

    /// Whether the title is one of an alliance that its members' leaders have by turns.
    fn goes_round(&self, group: &Group) -> bool {
        let of_alliance = group.body().is_some_and(|body| self.entity_kind(body) == Some(EntityKind::Alliance));
        of_alliance && self.title(group.title.title).rotating
    }

    /// "The AU chairman, Senegalese President Macky Sall, said": the name after another title of its bearer's.
    fn past_other_title(&self, group: &Group, at: usize) -> usize {
        if !self.goes_round(group) || group.article == Article::Indefinite {
            return at;
        }
        let body = if self.body(at).is_some() { self.past_possessive(at + 1) } else { at };
        let title = self.title_at(self.past_modifiers(body), Before::Departments).filter(|title| !title.plural);
        let name = title.map_or(at, |title| self.past_honorifics(title.end));
        let is_name = self.leader(name).is_some() || self.full_name_at(name).is_some();
        if is_name { name } else { at }
    }

    /// Whether the person is known to act, or to have acted, for the body that the text names.
    fn has_served(&self, person: EntityId, group: &Group) -> bool {
        group.of.is_some() && !self.gazetteer.tenures_of(person).is_empty() && self.may_hold(person, group)
    }

    /// Whether the title is one that many ministers have for a while, beside what is known of them.
    fn may_be_anyones(&self, title: &TitleMatch) -> bool {
        let roles = &self.title(title.title).roles;
        let is_for_one = roles.iter().any(|role| self.gazetteer.roles()[role.0 as usize].single);
        title.department || (title.like_department && !is_for_one)
    }

    /// Whether what is known of a person agrees with the office, or nothing is.
    pub(super) fn may_hold(&self, person: EntityId, group: &Group) -> bool {
        let tenures = self.gazetteer.tenures_of(person);
        let Some(of) = group.of else {
            return tenures.is_empty() || self.may_be_anyones(&group.title) || self.has_had(person, &group.title);
        };
        let lifted = self.gazetteer.actor_of(of.entity, self.date);
        let fits = |body: EntityId| body == of.entity || self.gazetteer.actor_of(body, self.date) == lifted;
        tenures.is_empty() || self.goes_round(group) || tenures.iter().any(|tenure| fits(tenure.of))
    }
}
