//! Noun groups that only what was told says whom they mean: "both sides", "the country", "its neighbour".

use super::{Actor, ActorList, Actors, certainty};
use crate::{
    gazetteer::EntityKind,
    mention::Form,
    relation::{
        RelationClass,
        chunk::ChunkKind,
        clause::Clause,
        discourse::Told,
        lexicon::{Tag, WordList},
        noun_group::NounGroup,
    },
};

impl Actors<'_> {
    /// Whether a noun group that names nobody takes somebody up.
    pub(super) fn takes_up(&self, group: &NounGroup, chunk: usize, depth: usize, out: &mut ActorList) -> bool {
        let before = out.len();
        let units = &self.sentence.units()[group.modifiers()];
        if group.owner.is_none() && units.iter().all(|u| u.mentions.is_none()) {
            self.taken_up(group, chunk, depth, out);
        }
        out.len() > before
    }

    /// Those whom a noun group takes up that names nobody.
    pub(super) fn taken_up(&self, group: &NounGroup, chunk: usize, depth: usize, out: &mut ActorList) {
        let s = &self.sentence;
        let (first, head) = (&s.units()[group.first], &s.units()[group.head]);
        let word = |list: &[_]| head.word.is_some_and(|w| list.contains(&w));
        if first.tag == Tag::Possessive && group.owner.is_none() && word(&s.lexicon.markers.related) {
            out.extend(self.related(group, chunk, depth));
        } else if self.counts_two(group) && s.lexicon.is(WordList::Side, head.lemma) {
            out.extend(self.told_pair(&self.doers_upon(chunk, depth), head.span.start));
        } else if s.lexicon.is(WordList::Land, head.lemma)
            && self.is_definite(group)
            && group.first + 1 == group.head
            && s.units().get(group.head + 1).is_none_or(|u| u.tag != Tag::Genitive)
        {
            out.extend(self.told_land(&self.doers_upon(chunk, depth), head.span.start));
        }
    }

    /// Two who were named together last, when one of them does it to "both sides": rather two of whom more was told.
    pub(super) fn other_pair(&self, group: &NounGroup, chunk: usize, depth: usize) -> Option<ActorList> {
        let s = &self.sentence;
        let (first, count) = s.units()[group.head].mentions?;
        if count != 2 || s.mentions.mentions[first].form != Form::Nominal {
            return None;
        }
        let own = |c: &Clause| {
            (c.chunk + 1..=c.chunk + 2).contains(&chunk) && c.arguments.iter().any(|a| a.nouns.chunk == chunk)
        };
        if !s.clauses().iter().any(own) {
            return None; // "the commanders of the two sides met", "a war between the two"
        }
        let doers = self.doers_upon(chunk, depth);
        let members: ActorList = (first..first + count).map(|m| Actor::new(m, 1.0)).collect();
        let outside = members.iter().all(|a| doers.iter().all(|b| !self.same(a, b)));
        (!outside).then(|| self.told_pair(&doers, s.units()[group.head].span.start))
    }

    /// "both", "the two".
    pub(super) fn counts_two(&self, group: &NounGroup) -> bool {
        let s = &self.sentence;
        s.units()[group.first..=group.head].iter().any(|u| u.word.is_some_and(|w| s.lexicon.markers.pair.contains(&w)))
    }

    /// The two between whom something was told last, without those who act now.
    pub(super) fn told_pair(&self, doers: &[Actor], before: usize) -> ActorList {
        let s = &self.sentence;
        s.discourse.looked_back.set(true);
        let side = |mention: usize| {
            matches!(
                s.kind_of(mention),
                EntityKind::Country | EntityKind::Group | EntityKind::Alliance | EntityKind::Leader
            )
        };
        let fits = |t: &&Told| {
            let sides = [Actor::new(t.source, certainty::TOLD), Actor::new(t.target, certainty::TOLD)];
            let outside = sides.iter().all(|a| side(a.mention) && !doers.iter().any(|b| self.same(a, b)));
            t.at < before && outside && faces(t.predicate.class())
        };
        let told = s.discourse.told.borrow();
        let last = told.iter().filter(fits).max_by_key(|t| (t.predicate.is_symmetric() || t.predicate.is_act(), t.at));
        let found = last.map(|t| (t.source, t.target));
        drop(told);
        let often = || {
            let pairs = s.discourse.pairs.borrow();
            let fits = |p: &&crate::relation::discourse::Pair| {
                let sides = [Actor::new(p.sides.0, 1.0), Actor::new(p.sides.1, 1.0)];
                p.count > 1 && sides.iter().all(|a| side(a.mention) && !doers.iter().any(|b| self.same(a, b)))
            };
            pairs.iter().filter(fits).max_by_key(|p| p.count).map(|p| p.sides)
        };
        let pair = found.or_else(often);
        s.discourse.missed.set(s.discourse.missed.get() || pair.is_none());
        pair.into_iter().flat_map(|(a, b)| [a, b]).map(|m| Actor::new(m, certainty::TOLD)).collect()
    }

    /// The one state to which something was told to be done last.
    fn told_land(&self, doers: &[Actor], before: usize) -> ActorList {
        let s = &self.sentence;
        s.discourse.looked_back.set(true);
        let told = s.discourse.told.borrow();
        let Some(last) = told.iter().filter(|t| t.at < before).map(|t| t.at).max() else { return ActorList::new() };
        let mut found: ActorList = ActorList::new();
        for told in told.iter().filter(|t| t.at == last) {
            let target = Actor::new(told.target, certainty::TOLD);
            if s.kind_of(told.target) != EntityKind::Country || doers.iter().any(|b| self.same(&target, b)) {
                return ActorList::new();
            }
            if !found.iter().any(|a| self.same(a, &target)) {
                found.push(target);
            }
        }
        if found.len() == 1 { found } else { ActorList::new() }
    }

    /// "its neighbour": the only other state that this sentence has named so far, or else the one before.
    fn related(&self, group: &NounGroup, chunk: usize, depth: usize) -> ActorList {
        let s = &self.sentence;
        let kinds = &s.reading.chunks.chunks;
        if matches!(kinds.get(chunk + 1).map(|c| c.kind), Some(ChunkKind::Comma | ChunkKind::Dash))
            && matches!(kinds.get(chunk + 2).map(|c| c.kind), Some(ChunkKind::Nouns(_)))
        {
            return ActorList::new(); // "its neighbour, Peru,"
        }
        let mut owners = ActorList::new();
        self.antecedents(group.first, chunk, depth + 1, &mut owners);
        if owners.len() != 1 {
            return ActorList::new();
        }
        let at = s.units()[group.first].span.start;
        let here = s.units().first().map_or(at, |u| u.span.start);
        for (from, to) in [(here, at), (s.discourse.before(), here)] {
            let mut others: ActorList = ActorList::new();
            let first = s.mentions.mentions.partition_point(|m| m.span.start < from);
            let named = s.mentions.mentions.iter().enumerate().skip(first).take_while(|(_, m)| m.span.start < to);
            for (mention, m) in named {
                let other = Actor::new(mention, certainty::TOLD);
                let state = s.kind_of(mention) == EntityKind::Country && !m.venue;
                if state && !owners.iter().chain(&others).any(|b| self.same(&other, b)) {
                    others.push(other);
                }
            }
            match others.len() {
                0 => {}
                1 => return others,
                _ => return ActorList::new(),
            }
        }
        ActorList::new()
    }
}

/// Whether two face each other by it.
pub(crate) fn faces(class: RelationClass) -> bool {
    !matches!(class, RelationClass::Membership | RelationClass::Aid | RelationClass::Support | RelationClass::Request)
}
