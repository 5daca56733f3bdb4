//! Several taken up at once: "the two countries", "both leaders", "the trio".

use super::{
    lexicon::Use,
    patterns::Class,
    phrase::{Determiner, Phrase, word_before},
    resolver::Resolver,
};
use crate::{
    gazetteer::{EntityId, EntityKind},
    mention::Mention,
    text::Span,
};

/// The longest list that a noun without a number takes up.
pub(super) const MOST: usize = 4;

/// States or others named or taken up together.
#[derive(Clone, Debug)]
pub(super) struct Set {
    pub(super) at: usize,
    /// Each with the one for whom it acts.
    pub(super) members: Vec<(EntityId, EntityId)>,
}

/// Which mentions count as what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    States,
    Sides,
    Persons,
}

impl Resolver<'_> {
    pub(super) fn several(&mut self, class: Class, phrase: &Phrase, count: Option<usize>) {
        let units: &[Unit] = match class {
            Class::Leaders => &[Unit::Persons, Unit::States],
            Class::Sides => &[Unit::Sides],
            Class::Number => &[Unit::States, Unit::Persons],
            _ => &[Unit::States],
        };
        let at = phrase.span.start;
        let set = match count {
            Some(count) => units.iter().find_map(|&unit| self.set_of(count, unit, at)),
            None if phrase.is_plain && phrase.determiner != Determiner::None => self.plain_set(class, at),
            None => None,
        };
        let Some(members) = set else { return };
        for &(entity, actor) in &members {
            self.add(phrase.span, entity, Some(actor));
        }
        self.sets.push(Set { at, members });
    }

    /// The last so many that stand together, else all within reach, else the members of an alliance.
    fn set_of(&self, count: usize, unit: Unit, at: usize) -> Option<Vec<(EntityId, EntityId)>> {
        let set = self.nearest_set_of(count, unit, at)?;
        if unit != Unit::Sides || count != 2 {
            return Some(set);
        }
        // A text of "Israel and Hamas" means them by "the two sides" too where it has just told of Israel and another.
        let within = Span::new(self.far_reach(at), at);
        let listed = self.lists(within, unit).rfind(|list| list.members.len() == count);
        let shares_one = |list: &Set| list.members.iter().filter(|member| set.contains(member)).count() == 1;
        Some(listed.filter(shares_one).map_or(set, |list| list.members))
    }

    fn nearest_set_of(&self, count: usize, unit: Unit, at: usize) -> Option<Vec<(EntityId, EntityId)>> {
        let with_places = self.set_in_sentence(count, unit, at, true);
        match (self.set_in_sentence(count, unit, at, false), with_places) {
            // The nearer ones may be meant, of which one is but a place: "fighting in Ukraine".
            (Some((sentence, set)), Some((nearer, other))) if nearer > sentence && !same(&set, &other) => None,
            (Some((_, set)), _) | (None, Some((_, set))) => Some(set),
            (None, None) => {
                let all = self.distinct(Span::new(self.reach(at), at), unit, false);
                let members = || self.members_of_last(at, |members| members == count).filter(|_| unit != Unit::Persons);
                if all.len() == count { Some(all) } else { members() }
            }
        }
    }

    /// The last sentence that lists so many, or has so many in all.
    fn set_in_sentence(
        &self,
        count: usize,
        unit: Unit,
        at: usize,
        with_places: bool,
    ) -> Option<(usize, Vec<(EntityId, EntityId)>)> {
        let from = self.reach(at);
        let own = self.sentence(at)?;
        if count > 2 {
            // So many are listed before a text takes them up; that a sentence happens to name as many says little.
            let within = Span::new(self.far_reach(at), at);
            let listed = self.lists(within, unit).rfind(|list| list.members.len() == count);
            let taken_up = self.sets_in(within, unit).rfind(|set| set.members.len() == count).cloned();
            if let Some(set) = [listed, taken_up].into_iter().flatten().max_by_key(|set| set.at) {
                return Some((self.sentence(set.at).unwrap_or(own), set.members));
            }
        }
        for sentence in (0..=own).rev() {
            let part = self.part(sentence, from, at);
            if sentence < own && part.is_empty() {
                break;
            }
            let listed = self.lists(part, unit).rfind(|list| list.members.len() == count);
            let taken_up = self.sets_in(part, unit).rfind(|set| set.members.len() == count).cloned();
            if let Some(set) = [listed, taken_up].into_iter().flatten().max_by_key(|set| set.at) {
                return Some((sentence, set.members));
            }
            let all = self.distinct(part, unit, with_places);
            // Three or more without a list belong together only while they are fresh.
            if all.len() == count && (count == 2 || sentence + 1 >= own) {
                return Some((sentence, all));
            }
            // More of them than are meant, and no list says which.
            if sentence == own && all.len() > count {
                return None;
            }
        }
        None
    }

    /// "The countries", "the leaders": the last list, or those taken up together last.
    fn plain_set(&self, class: Class, at: usize) -> Option<Vec<(EntityId, EntityId)>> {
        let (units, from): (&[Unit], usize) = match class {
            Class::Leaders => (&[Unit::Persons, Unit::States], self.reach(at)),
            Class::States => (&[Unit::States], self.two_sentences_before(at)),
            _ => return None,
        };
        let within = Span::new(from, at);
        let is_short = |set: &Set| (2..=MOST).contains(&set.members.len());
        units.iter().find_map(|&unit| {
            let listed = self.lists(within, unit).rfind(|list| is_short(list) && self.has_and(list));
            let taken_up = self.sets_in(within, unit).rfind(|set| is_short(set)).cloned();
            let last = [listed, taken_up].into_iter().flatten().max_by_key(|set| set.at);
            last.map(|set| set.members).or_else(|| {
                let near = Span::new(self.two_sentences_before(at), at);
                let persons = if unit == Unit::Persons { self.distinct(near, unit, true) } else { Vec::new() };
                (2..=MOST).contains(&persons.len()).then_some(persons)
            })
        })
    }

    fn sets_in(&self, within: Span, unit: Unit) -> impl DoubleEndedIterator<Item = &Set> {
        let first = self.sets.partition_point(|set| set.at < within.start);
        let last = self.sets.partition_point(|set| set.at < within.end);
        self.sets[first..last].iter().filter(move |set| {
            let is_person = |&(entity, _): &(EntityId, EntityId)| self.kind(entity) == EntityKind::Leader;
            set.members.iter().all(|member| is_person(member) == (unit == Unit::Persons))
        })
    }

    /// All of the kind that the bytes name, each once.
    fn distinct(&self, within: Span, unit: Unit, with_places: bool) -> Vec<(EntityId, EntityId)> {
        let mut all = Vec::new();
        for mention in self.mentions(within).filter(|mention| with_places || !self.is_place(mention)) {
            all.extend(self.unit(mention, unit).filter(|unit| !all.contains(unit)));
        }
        all
    }

    /// Whether a mention says where something is rather than who does it.
    fn is_place(&self, mention: &Mention) -> bool {
        let word = || word_before(self.text, mention.span.start).map(|word| word.of(self.text));
        mention.venue || word().is_some_and(|word| self.lexicon.word_use(word) == Some(Use::Place))
    }

    /// What a mention counts as, with the one for whom it acts.
    pub(super) fn unit(&self, mention: &Mention, unit: Unit) -> Option<(EntityId, EntityId)> {
        let actor = mention.actor?;
        let is_person = self.kind(mention.entity) == EntityKind::Leader;
        match unit {
            Unit::Persons => is_person.then_some((mention.entity, actor)),
            Unit::States => self.country(mention).map(|country| (country, country)),
            Unit::Sides => Some((actor, actor)),
        }
    }
}

fn same(one: &[(EntityId, EntityId)], other: &[(EntityId, EntityId)]) -> bool {
    one.len() == other.len() && one.iter().all(|member| other.contains(member))
}
