//! Organs whose state was named with them before: "Israeli troops ... the troops".

use smallvec::SmallVec;

use super::{Actor, ActorList, Actors, certainty};
use crate::{
    gazetteer::{EntityId, EntityKind},
    relation::{
        discourse::Echo,
        lexicon::{Lemma, NounClass, Tag, WordList},
        noun_group::NounGroup,
    },
};

/// Nouns of organs, with the mention with which each is named, and whom that denotes.
pub(crate) type OrganList = SmallVec<[(Lemma, usize, EntityId); 2]>;

impl Actors<'_> {
    /// The state with which the noun was named last; nobody where another one was, too, a little before.
    pub(super) fn echoed(&self, group: &NounGroup) -> Option<Actor> {
        let s = &self.sentence;
        let the = s.units()[group.first].word.is_some_and(|w| s.lexicon.markers.definite.contains(&w));
        let lemma = s.head_lemma(group);
        if !the
            || group.first + 1 != group.head
                && s.noun_phrase(group.head).map(|(_, first)| first) != Some(group.first + 1)
        {
            return None;
        }
        let force = |noun: Lemma| s.lexicon.is(WordList::Force, noun);
        let echo = s.discourse.echoes.iter().find(|echo| echo.noun == lemma).or_else(|| {
            // "Israeli jets ... the planes": where no other state's forces were named
            let mut forces = s.discourse.echoes.iter().filter(|echo| force(lemma) && force(echo.noun));
            let last = forces.clone().max_by_key(|echo| echo.at).filter(|echo| echo.at >= s.discourse.before())?;
            forces.all(|echo| echo.state == last.state).then_some(last)
        })?;
        let clear = echo.other.is_none_or(|other| other < s.discourse.before());
        clear.then(|| Actor::new(echo.mention, certainty::TOLD))
    }

    /// The organs that the sentence names with their state.
    pub(crate) fn organs(&self) -> OrganList {
        let s = &self.sentence;
        let mut out = OrganList::new();
        for nouns in s.rows().filter(|n| s.may_denote(*n)) {
            for group in s.groups(nouns).filter(|g| s.units()[g.head].tag == Tag::Noun) {
                let lemma = s.head_lemma(group);
                if !matches!(s.lexicon.noun_class(lemma), NounClass::Agent | NounClass::Instrument) {
                    continue;
                }
                let mut found = ActorList::new();
                self.beside(group, nouns.chunk, 1.0, 0, &mut found);
                if let [only] = found[..]
                    && matches!(s.kind_of(only.mention), EntityKind::Country | EntityKind::Alliance | EntityKind::Group)
                {
                    out.push((lemma, only.mention, s.mentions.mentions[only.mention].entity));
                }
            }
        }
        out
    }
}

/// Remembers which organs were named with whom in a sentence that begins at `at`.
pub(crate) fn remember(echoes: &mut Vec<Echo>, organs: OrganList, at: usize) {
    for (noun, mention, state) in organs {
        if let Some(echo) = echoes.iter_mut().find(|echo| echo.noun == noun) {
            if echo.state == state {
                (echo.mention, echo.at) = (mention, at);
            } else {
                *echo = Echo { noun, mention, state, at, other: Some(echo.at) };
            }
        } else if echoes.len() < MOST {
            echoes.push(Echo { noun, mention, state, at, other: None });
        }
    }
}

/// So many organs are remembered.
const MOST: usize = 32;
