//! Several taken up at once: "the two countries", "both leaders", "the trio".

use super::{
    lexicon::Use,
    patterns::Class,
    phrase::{Determiner, Phrase},
    resolver::Resolver,
};
use crate::{
    gazetteer::{EntityId, EntityKind},
    mention::{Mention, tokens::is_word},
    text::Span,
};

/// The longest list that a noun without a number takes up.
const MOST: usize = 4;
/// The longest text between two names of a list.
const GLUE: usize = 14;

/// States or others named or taken up together.
#[derive(Clone, Debug)]
pub(super) struct Set {
    pub(super) at: usize,
    /// Each with the one for whom it acts.
    pub(super) members: Vec<(EntityId, EntityId)>,
}

/// Which mentions count as what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
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

    /// The last so many that stand together: in one sentence, else all within reach, else the members of an alliance.
    fn set_of(&self, count: usize, unit: Unit, at: usize) -> Option<Vec<(EntityId, EntityId)>> {
        let from = self.reach(at);
        let own = self.sentence(at)?;
        if count > 2 {
            // So many are listed before a text takes them up; that a sentence happens to name as many says little.
            let within = Span::new(self.far_reach(at), at);
            let listed = self.lists(within, unit).rfind(|list| list.members.len() == count);
            let taken_up = self.sets_in(within, unit).rfind(|set| set.members.len() == count).cloned();
            if let Some(set) = [listed, taken_up].into_iter().flatten().max_by_key(|set| set.at) {
                return Some(set.members);
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
                return Some(set.members);
            }
            for with_venues in [true, false] {
                let all = self.distinct(part, unit, with_venues);
                if all.len() == count {
                    return Some(all);
                }
                // More of them than are meant, and no list says which.
                if sentence == own && !with_venues && all.len() > count {
                    return None;
                }
            }
        }
        let all = self.distinct(Span::new(from, at), unit, false);
        if all.len() == count {
            return Some(all);
        }
        (unit != Unit::Persons).then(|| self.members_of_last(at, |members| members == count)).flatten()
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
    fn distinct(&self, within: Span, unit: Unit, with_venues: bool) -> Vec<(EntityId, EntityId)> {
        let mut all = Vec::new();
        for mention in self.mentions(within).filter(|mention| with_venues || !mention.venue) {
            all.extend(self.unit(mention, unit).filter(|unit| !all.contains(unit)));
        }
        all
    }

    /// What a mention counts as, with the one for whom it acts.
    fn unit(&self, mention: &Mention, unit: Unit) -> Option<(EntityId, EntityId)> {
        let actor = mention.actor?;
        let is_person = self.kind(mention.entity) == EntityKind::Leader;
        match unit {
            Unit::Persons => is_person.then_some((mention.entity, actor)),
            Unit::States => self.country(mention).map(|country| (country, country)),
            Unit::Sides => Some((actor, actor)),
        }
    }

    /// The lists in the bytes: "A, B and C", "A-B".
    fn lists(&self, within: Span, unit: Unit) -> impl DoubleEndedIterator<Item = Set> {
        let mut lists: Vec<Set> = Vec::new();
        let mut last: Option<&Mention> = None;
        for mention in self.mentions(within) {
            let Some(member) = self.unit(mention, unit) else {
                last = None;
                continue;
            };
            let joins = last.is_some_and(|last| self.is_glue(Span::new(last.span.end, mention.span.start)));
            match lists.last_mut().filter(|_| joins) {
                Some(list) if list.members.contains(&member) => {}
                Some(list) => list.members.push(member),
                None => lists.push(Set { at: mention.span.start, members: vec![member] }),
            }
            last = Some(mention);
        }
        lists.into_iter().filter(|list| list.members.len() > 1)
    }

    /// Whether the text between two mentions makes them neighbours in a list.
    pub(super) fn is_glue(&self, gap: Span) -> bool {
        if gap.len() > GLUE {
            return false;
        }
        let gap = gap.of(self.text);
        let mut words = gap.split(|c: char| !is_word(c)).filter(|word| !word.is_empty());
        let is_join = |word| matches!(self.lexicon.word_use(word), Some(Use::List | Use::Join | Use::Definite));
        let has_mark = gap.contains([',', '&', '/', '-', '‐', '‑', '–']);
        let marks = |c: char| is_word(c) || c.is_whitespace() || matches!(c, ',' | '&' | '/' | '-' | '‐' | '‑' | '–');
        let has_word = gap.contains(is_word);
        words.all(is_join) && gap.chars().all(marks) && (has_mark || has_word)
    }

    /// Whether the list names its members one by one, so that a text can go on with them.
    fn has_and(&self, list: &Set) -> bool {
        let within = Span::new(list.at, self.text.len());
        let mut mentions = self.mentions(within);
        let Some(first) = mentions.next() else { return false };
        let mut end = first.span.end;
        for next in mentions.take(MOST) {
            let gap = Span::new(end.min(next.span.start), next.span.start);
            if !self.is_glue(gap) {
                return false;
            }
            let mut words = gap.of(self.text).split(|c: char| c.is_whitespace());
            if words.any(|word| self.lexicon.word_use(word) == Some(Use::List) || word == "&") {
                return true;
            }
            end = next.span.end;
        }
        false
    }
}
