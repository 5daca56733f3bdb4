//! Nouns that say what somebody is who stands beside them: "NATO member Hungary", "its newest member, Sweden,".

use super::{
    actors::{ActorList, Actors, scaled},
    chunk::ChunkKind,
    clause::{Nouns, Role},
    lexicon::{NounClass, Tag, WordId, WordList},
    noun_event::NounEvent,
    noun_group::NounGroup,
    sentence::Sentence,
    unit::Unit,
};

/// How much less sure it is that something is said of the one named among many.
const EXAMPLE: f32 = 0.9;

/// The noun right before the name that heads a group, with what belongs to it: "NATO member" of "NATO member Hungary".
pub(crate) fn title(s: &Sentence<'_>, group: &NounGroup) -> Option<NounGroup> {
    let units = s.units();
    let at = group.head.checked_sub(1).filter(|&at| at >= group.first)?;
    let former = |u: &Unit| u.word.is_some_and(|word| s.lexicon.markers.former.contains(&word));
    let titled = units[group.head].mentions.is_some()
        && units[at].tag == Tag::Noun
        && !units[group.first..at].iter().any(former);
    titled.then_some(NounGroup { first: group.first, last: at, head: at, owner: group.owner })
}

impl NounEvent<'_> {
    /// Who is called so: the name after the noun, or beside it between commas, or after "such as"; or whose part the noun
    /// says ("as a member of the pact, Oman").
    pub(crate) fn apposed(&self) -> ActorList {
        let actors = &self.actors;
        if self.titled {
            return self.entitled();
        }
        actors
            .exemplified(self.nouns)
            .or_else(|| self.named_after())
            .or_else(|| self.named_before())
            .map_or_else(|| self.in_part(), |found| self.numbered(found))
    }

    /// "NATO member Hungary", "members France, Turkey and Italy".
    fn entitled(&self) -> ActorList {
        let (s, name) = (&self.actors.sentence, self.group.head + 1);
        let mut out = ActorList::new();
        let mut groups = s.groups(self.nouns).skip_while(|g| g.head != name);
        let Some(first) = groups.next() else {
            self.actors.mentions_of(name, 1.0, &mut out); // "NATO member Hungary's parliament"
            return out;
        };
        self.actors.mentions_of(first.head, 1.0, &mut out);
        if self.is_plural() {
            for group in groups.take_while(|g| g.first == g.head && g.owner.is_none()) {
                self.actors.mentions_of(group.head, 1.0, &mut out);
            }
        }
        out
    }

    /// "the bloc's newest member, Sweden, ..."
    fn named_after(&self) -> Option<ActorList> {
        let s = &self.actors.sentence;
        let mark = self.nouns.chunk + 1;
        let row = s.nouns_at(mark + 1).filter(|&row| s.is_pause(mark) && s.is_named(row))?;
        s.is_boundary(mark + 2).then(|| self.actors.agents(row))
    }

    /// "Hungary, a member of NATO, ..."
    fn named_before(&self) -> Option<ActorList> {
        let s = &self.actors.sentence;
        // "Poland, one of its backers, ..."
        let one = s.introduced_by(self.nouns.chunk).filter(|(word, _)| *word == s.lexicon.markers.part);
        let one = one.and_then(|(_, n)| n).filter(|&n| s.groups(n).all(|g| s.is_counting(g, n.chunk)));
        let mark = one.map_or(self.nouns.chunk, |n| n.chunk).checked_sub(1)?;
        let row = mark.checked_sub(1).and_then(|at| s.nouns_at(at))?;
        let described = one.is_some() || self.group.owner.is_some() || self.group.first < self.first;
        let after = s.phrases_after(self.nouns.chunk).last().map_or(self.nouns.chunk, |(_, n)| n.chunk) + 1;
        if !described || !s.is_pause(mark) || !s.is_named(row) || !s.is_boundary(after) {
            return None;
        }
        let mut found = self.actors.agents(row);
        if (one.is_some() || !self.is_plural()) && found.len() > 1 {
            found.drain(..found.len() - 1);
        }
        Some(found)
    }

    /// "As a member of the pact, Oman ..."
    fn in_part(&self) -> ActorList {
        let s = &self.actors.sentence;
        let part =
            s.introduced_by(self.nouns.chunk).is_some_and(|(word, _)| s.lexicon.markers.capacity.contains(&word));
        if !part {
            return ActorList::new();
        }
        let holds = |c: &&super::clause::Clause| {
            let here = |a: &super::clause::Argument| {
                a.nouns.chunk == self.nouns.chunk && matches!(a.role, Role::Preposition(_))
            };
            self.nouns.chunk < c.chunk && c.arguments.iter().any(here)
        };
        s.clauses().iter().find(holds).map_or_else(ActorList::new, |c| self.actors.subject(c))
    }

    /// One name for a singular noun.
    fn numbered(&self, found: ActorList) -> ActorList {
        if found.len() > 1 && !self.is_plural() { ActorList::new() } else { found }
    }

    fn is_plural(&self) -> bool {
        let s = &self.actors.sentence;
        let head = &s.units()[self.group.head];
        head.word.is_some_and(|word| s.lexicon.is_plural(word, head.lemma))
    }
}

impl Actors<'_> {
    /// Those who stand for a kind of states: "sanctions on countries such as Chad", "help from allies including Peru".
    pub(crate) fn examples_of(&self, group: &NounGroup, nouns: Nouns, out: &mut ActorList) {
        let s = &self.sentence;
        let (head, lemma) = (&s.units()[group.head], s.head_lemma(group));
        let states = s.lexicon.noun_class(lemma) == NounClass::People || s.lexicon.is(WordList::Other, lemma);
        let plural = || head.word.is_some_and(|word| s.lexicon.is_plural(word, head.lemma));
        let last = || s.groups(nouns).next_back().is_some_and(|g| g.head == group.head);
        if head.tag == Tag::Noun && states && plural() && last() {
            out.extend(self.exemplified(nouns).into_iter().flat_map(|found| scaled(found, EXAMPLE)));
        }
    }

    /// "members such as Hungary and Poland", "a member like Russia".
    fn exemplified(&self, nouns: Nouns) -> Option<ActorList> {
        let s = &self.sentence;
        let example = |(word, _): &(WordId, Nouns)| s.lexicon.markers.example.contains(word);
        let after = |chunk: usize| s.phrases_after(chunk).take(2).find(example);
        // "its allies, including Peru"
        let beyond = || s.is_pause(nouns.chunk + 1).then(|| after(nouns.chunk + 1)).flatten();
        let (_, row) = after(nouns.chunk).or_else(beyond)?;
        Some(self.agents(row)).filter(|found| !found.is_empty())
    }
}

impl Sentence<'_> {
    pub(crate) fn is_pause(&self, chunk: usize) -> bool {
        matches!(self.kind_at(chunk), Some(ChunkKind::Comma | ChunkKind::Dash))
    }

    /// Where an insertion may end.
    fn is_boundary(&self, chunk: usize) -> bool {
        matches!(
            self.kind_at(chunk),
            None | Some(
                ChunkKind::Comma | ChunkKind::Dash | ChunkKind::Break | ChunkKind::ReportOpen | ChunkKind::ReportClose
            )
        )
    }

    /// Whether the row is of names alone.
    fn is_named(&self, nouns: Nouns) -> bool {
        self.groups(nouns).all(|g| self.units()[g.head].mentions.is_some())
    }
}
