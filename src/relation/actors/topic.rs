//! Whom a text is about, where a sentence leaves unsaid to whom something is done: "Turkey sent doctors."

use smallvec::smallvec;

use super::{Actor, ActorList, Actors, certainty};
use crate::{
    gazetteer::EntityKind,
    relation::{Polarity, RelationClass, discourse::Told, rules::Rule},
};

impl Actors<'_> {
    /// To whom the like was told to be done before, or the only other state that the sentence before names; nobody where
    /// the sentence itself names somebody else.
    pub(crate) fn topic(&self, rule: &Rule, doers: &[Actor]) -> ActorList {
        let s = &self.sentence;
        let Some(here) = s.units().first().map(|u| u.span) else { return ActorList::new() };
        let end = s.units().last().map_or(here.end, |u| u.span.end);
        let class = rule.predicate.class();
        let like = |other: RelationClass| {
            other == class || class == RelationClass::Concede && other == RelationClass::Sanction
        };
        let states = rule.target_kinds.has(EntityKind::Country);
        let others = |from: usize, to: usize| {
            let mut others: ActorList = ActorList::new();
            let first = s.mentions.mentions.partition_point(|m| m.span.start < from);
            let named = s.mentions.mentions.iter().enumerate().skip(first).take_while(|(_, m)| m.span.start < to);
            for (mention, m) in named {
                let other = Actor::new(mention, certainty::TOPIC);
                let kind = s.kind_of(mention);
                let counts =
                    if states { m.actor.is_some() || kind == EntityKind::Region } else { rule.target_kinds.has(kind) };
                if counts && !doers.iter().chain(&others).any(|b| self.same(&other, b)) {
                    others.push(other);
                }
            }
            others
        };
        if doers.is_empty() || !others(here.start, end).is_empty() {
            return ActorList::new();
        }
        let told = s.discourse.told.borrow();
        let fits = |t: &&Told| {
            like(t.predicate.class())
                && t.mood.polarity == Polarity::Affirmed
                && rule.target_kinds.has(s.kind_of(t.target))
                && !doers.iter().any(|b| self.same(&Actor::new(t.target, 1.0), b))
        };
        if class == RelationClass::Reject {
            return told.iter().filter_map(|t| self.asker(t, doers)).next_back().into_iter().collect();
        }
        if let Some(last) = told.iter().filter(fits).max_by_key(|t| t.at) {
            return smallvec![Actor::new(last.target, certainty::TOPIC)];
        }
        let before = others(s.discourse.before(), here.start);
        let fits = |a: &Actor| {
            let kind = s.kind_of(a.mention);
            if states { kind == EntityKind::Country } else { rule.target_kinds.has(kind) }
        };
        if before.len() == 1 && before.iter().all(fits) { before } else { ActorList::new() }
    }

    /// Who asked something of those who act now, or was to talk with them.
    fn asker(&self, told: &Told, doers: &[Actor]) -> Option<Actor> {
        let asks =
            matches!(told.predicate.class(), RelationClass::Request | RelationClass::Consult | RelationClass::Agree);
        let does = |mention: usize| doers.iter().any(|b| self.same(&Actor::new(mention, 1.0), b));
        let other = match (does(told.source), does(told.target)) {
            (false, true) => told.source,
            (true, false) if told.predicate.is_symmetric() => told.target,
            _ => return None,
        };
        asks.then(|| Actor::new(other, certainty::TOPIC))
    }
}
