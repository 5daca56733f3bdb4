//! From the titles of a stretch of text to what they state.

use super::{
    group::{Article, Body, Group},
    holder::{Held, Holder},
    lexicon::Uses,
    scan::Scan,
    title::TitleMatch,
};
use crate::{
    gazetteer::{EntityId, OfficeKind, RoleId},
    mention::tokens::TokenKind,
    text::Span,
};

/// What a title in the text says, whoever has it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) span: Span,
    pub(super) title: usize,
    pub(super) roles: Vec<RoleId>,
    pub(super) office: OfficeKind,
    /// Made of words that no role knows: it is the same office only in the same words.
    pub(super) by_words: bool,
}

/// Somebody has an office.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    pub(super) holder: Holder,
    pub(super) current: bool,
    pub(super) of: EntityId,
    pub(super) of_mention: Option<usize>,
    pub(super) named: Named,
}

/// A title with its state, but without a name.
#[derive(Clone, Debug)]
pub(super) struct Unnamed {
    pub(super) span: Span,
    pub(super) of: EntityId,
    pub(super) named: Named,
}

/// All that was read, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) stated: Vec<Stated>,
    pub(super) unnamed: Vec<Unnamed>,
    /// All titles read, so that no part of one is taken for a title of its own.
    pub(super) titles: Vec<Span>,
}

impl Read {
    pub(super) fn clear(&mut self) {
        self.stated.clear();
        self.unnamed.clear();
        self.titles.clear();
    }
}

/// How far back the office may stand that a counterpart shares, in bytes.
const COUNTERPART: usize = 400;

impl Scan<'_> {
    pub(super) fn read(&self, read: &mut Read) {
        let mut inner_until = 0;
        let mut before = None;
        for title in self.titles() {
            read.titles.push(self.span(title.start, title.end));
            let Some(group) = self.group(title) else { continue };
            if self.title(title.title).is_none_of(group.body()) {
                read.stated.extend(self.of_no_state(&group).filter(|_| !title.plural));
                continue;
            }
            let Some(named) = self.named(&group, read) else { continue };
            let is_inner = title.start < inner_until;
            if group.inner.is_some() {
                inner_until = group.end;
            }
            if title.plural {
                for held in self.holders_of_plural(&group) {
                    self.state(&group, named.clone(), held, read);
                }
                continue;
            }
            let held = if is_inner { self.inner_holder(&group) } else { self.holder(&group) };
            let held = held.or_else(|| self.shared_holder(&group, before));
            before = held.map(|held| (group.end, held));
            match held {
                Some(held) => self.state(&group, named, held, read),
                None if !is_inner && self.can_stand_alone(&group) => {
                    if let Some(of) = group.of {
                        read.unnamed.push(Unnamed { span: self.unnamed_span(&group), of: of.entity, named });
                    }
                }
                None => {}
            }
        }
        self.owners(read);
    }

    /// "an adviser to President Zelensky": of the inner title only a name right after it is the bearer's, and only when
    /// he is known to have had it.
    fn inner_holder(&self, group: &Group) -> Option<Held> {
        let (index, mention) = self.leader(self.past_honorifics(group.end))?;
        let had = self.has_had(mention.entity, &group.title);
        had.then_some(Held { holder: Holder::Mentioned(index), current: !group.past })
    }

    /// Whether a person is known to have, or to have had, an office of this title.
    pub(super) fn has_had(&self, person: EntityId, title: &TitleMatch) -> bool {
        let title = self.title(title.title);
        let mut tenures = self.gazetteer.tenures_of(person).iter();
        tenures.any(|tenure| title.roles_of(self.gazetteer, tenure.of).contains(&tenure.role))
    }

    fn state(&self, group: &Group, named: Named, held: Held, read: &mut Read) {
        let Some(of) = self.body_of(group, &named.roles, held.holder) else { return };
        let Held { holder, current } = held;
        read.stated.push(Stated { holder, current, of: of.entity, of_mention: of.mention, named });
    }

    /// The body that the text names, unless it only stands next to the title of somebody else's officer; else that of
    /// the office that the person has or had.
    fn body_of(&self, group: &Group, roles: &[RoleId], holder: Holder) -> Option<Body> {
        let person = match holder {
            Holder::Mentioned(index) => self.mentions[index].entity,
            Holder::Unknown(_) => return group.of,
        };
        if let Some(of) = group.of
            && (!of.is_loose || self.may_hold(person, group))
        {
            return Some(of);
        }
        let tenures = self.gazetteer.tenures_of(person).iter().filter(|tenure| roles.contains(&tenure.role));
        let last = tenures.max_by_key(|tenure| {
            let is_at_date = self.date.is_some() && tenure.is_valid(self.date);
            let is_named = is_at_date && self.is_named_before(tenure.of, self.span(group.title.start, group.title.end));
            (is_at_date, is_named, tenure.to.is_none(), tenure.to, tenure.from)
        });
        let entity = last.map(|tenure| tenure.of).or_else(|| self.gazetteer.actor_of(person, self.date))?;
        Some(Body { entity, mention: None, is_loose: false })
    }

    /// What the title says; nothing for a counterpart of nobody.
    fn named(&self, group: &Group, read: &Read) -> Option<Named> {
        let TitleMatch { start, end, title: index, lowered, department, .. } = group.title;
        let title = self.title(index);
        let span = self.span(start, end);
        if title.counterpart {
            let other =
                read.stated.last().filter(|other| span.start - other.named.span.start.min(span.start) < COUNTERPART)?;
            return Some(Named { span, title: other.named.title, ..other.named.clone() });
        }
        let by_words = lowered || department || group.organ;
        let roles: Vec<RoleId> = match group.of {
            _ if by_words => Vec::new(),
            Some(of) => title.roles_of(self.gazetteer, of.entity),
            None => title.all_roles().collect(),
        };
        let office = if group.organ { OfficeKind::Represents } else { self.office(&group.title, &roles)? };
        Some(Named { span, title: index, roles, office, by_words })
    }

    /// Which relation the title makes; nothing where neither a role nor a pattern says it.
    fn office(&self, found: &TitleMatch, roles: &[RoleId]) -> Option<OfficeKind> {
        let title = self.title(found.title);
        let of_role = || roles.iter().copied().chain(title.all_roles()).next();
        let head = title.head.map(|head| head.office);
        if found.lowered {
            return Some(OfficeKind::Represents);
        }
        let by_role = || of_role().map(|role| self.gazetteer.roles()[role.0 as usize].office);
        if found.department && head.is_some() { head } else { by_role().or(title.office).or(head) }
    }

    /// Whether the bearer of the title serves others, of whatever body he is.
    pub(super) fn is_represented(&self, title: &TitleMatch) -> bool {
        self.office(title, &[]) == Some(OfficeKind::Represents)
    }

    /// Whether the title may serve a text in place of the name.
    fn can_stand_alone(&self, group: &Group) -> bool {
        let before = group.outer_start.checked_sub(1);
        let is_predicate = before.is_some_and(|at| self.can(at, Uses::PREDICATIVE));
        let follows_word = before.is_some_and(|at| self.is_kind(at, TokenKind::Word));
        let starts_with_owner = self.is_kind(group.start + 1, TokenKind::Possessive);
        let article = match group.article {
            Article::Definite | Article::Owner => true,
            Article::Indefinite => false,
            Article::None => {
                let with_of = group.start == group.title.start && group.end > group.title.end;
                let is_for = before.is_some_and(|at| self.is(at, self.lexicon.small.r#for));
                starts_with_owner || !follows_word || (with_of && self.is_capitalised(group.start) && !is_for)
            }
        };
        let goes_on = self.is_capitalised(group.end) && !self.can(group.end, Uses::NOT_NAME);
        article && !is_predicate && !group.past && !goes_on && !self.is_kind(group.end, TokenKind::Hyphen)
    }

    fn unnamed_span(&self, group: &Group) -> Span {
        self.span(group.start, group.end)
    }
}
