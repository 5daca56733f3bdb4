//! What the tenures of a known person add to the words of a text.

use super::{
    group::{Body, Group},
    holder::{Held, Holder},
    read::{Named, Read, Stated},
    scan::Scan,
    title::TitleMatch,
};
use crate::{
    gazetteer::{EntityId, EntityKind, Tenure},
    mention::tokens::TokenKind,
    text::Span,
};

impl Scan<'_> {
    /// "The Hamas spiritual leader, Sheikh Yassin", "Pope Francis": a title of no state tells of a known person that he
    /// leads a body which he leads at the date.
    pub(super) fn of_no_state(&self, group: &Group) -> Option<Stated> {
        let Held { holder, current } = self.holder(group)?;
        let Holder::Mentioned(index) = holder else { return None };
        let posts = &self.title(group.title.title).posts;
        let fits = |tenure: &Tenure| match group.of {
            Some(of) => tenure.of == of.entity && self.entity_kind(of.entity) != Some(EntityKind::Country),
            None => posts.contains(&(tenure.of, tenure.role)),
        };
        let tenure = self.tenure_at_date(self.mentions[index].entity, fits)?;
        let office = self.gazetteer.roles()[tenure.role.0 as usize].office;
        let TitleMatch { start, end, title, .. } = group.title;
        let named = Named { span: self.span(start, end), title, roles: vec![tenure.role], office, by_words: false };
        let of_mention = group.of.and_then(|of| of.mention);
        Some(Stated { holder, current, of: tenure.of, of_mention, named })
    }

    /// "Osama bin Laden's al-Qaeda network", "Mr Arafat's Palestinian leadership".
    pub(super) fn owners(&self, read: &mut Read) {
        for &at in self.named {
            let Some((holder, person)) = self.leader(at) else { continue };
            if !self.is_kind(at + 1, TokenKind::Possessive) {
                continue;
            }
            let owned = self.past_modifiers(at + 2);
            let Some((of_mention, body)) = self.body(owned) else { continue };
            let Some(tenure) = self.tenure_at_date(person.entity, |tenure| tenure.of == body.entity) else { continue };
            let office = self.gazetteer.roles()[tenure.role.0 as usize].office;
            let is_rule = self.lexicon.is_rule(self.word(owned + 1));
            let is_own = self.entity_kind(body.entity) == Some(EntityKind::Group);
            if !is_rule && !is_own {
                continue;
            }
            let span = if is_rule { self.span(owned + 1, owned + 2) } else { body.span };
            let Some(title) = self.lexicon.titles.iter().position(|title| title.roles.contains(&tenure.role)) else {
                continue;
            };
            let named = Named { span, title, roles: vec![tenure.role], office, by_words: true };
            let holder = Holder::Mentioned(holder);
            read.stated.push(Stated { holder, current: true, of: body.entity, of_mention: Some(of_mention), named });
        }
    }

    /// The person's office on the text's date that passes the test; the first where the text has no date.
    fn tenure_at_date(&self, person: EntityId, fits: impl Fn(&Tenure) -> bool) -> Option<&Tenure> {
        let mut tenures = self.gazetteer.tenures_of(person).iter();
        tenures.find(|tenure| tenure.is_valid(self.date) && fits(tenure))
    }

    /// Of two bodies of which a person has the same office, that which the text names before the title.
    pub(super) fn is_named_before(&self, body: EntityId, at: Span) -> bool {
        let before = self.mentions.partition_point(|mention| mention.span.start < at.start);
        self.mentions[..before].iter().rev().take(NEAR).any(|mention| mention.entity == body)
    }

    /// "Qanooni, the Alliance's chief negotiator and the government's interior minister": the bearer of the title before,
    /// where the two are joined.
    pub(super) fn shared_holder(&self, group: &Group, before: Option<(usize, Held)>) -> Option<Held> {
        let (end, held) = before?;
        let joins = group.outer_start == end + 1 && self.is_and(end) && self.is_closed(group.end);
        joins.then_some(held)
    }
}

/// How many mentions back a body may be named.
const NEAR: usize = 6;

impl Group {
    /// The body, unless the text names none.
    pub(super) fn body(&self) -> Option<EntityId> {
        self.of.map(|Body { entity, .. }| entity)
    }
}
