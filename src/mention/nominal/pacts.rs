//! Pacts without a name of their own: "the Russia-North Korea alliance ... this alliance".

use memchr::memrchr;

use super::{
    lexicon::Use,
    phrase::{Determiner, Phrase, word_after, word_before},
    resolver::Resolver,
};
use crate::{
    gazetteer::EntityId,
    mention::{Mention, tokens::floor},
    text::Span,
};

/// The most words between "Russia-North Korea" and "alliance".
const MOST_WORDS: usize = 3;
/// How far the names after "alliance between" may reach.
pub(super) const NAMES: usize = 160;

/// States said to have a pact.
#[derive(Clone, Debug)]
pub(super) struct Pact {
    pub(super) at: usize,
    members: Vec<EntityId>,
}

/// All pacts so far, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Pacts(Vec<Pact>);

impl Resolver<'_> {
    /// Takes note of states that the text itself names with the noun.
    pub(super) fn names_a_pact(&mut self, noun: Span) -> bool {
        let members = self.pair_before(noun).or_else(|| self.names_after(noun));
        if let Some(members) = members {
            self.pacts.0.push(Pact { at: noun.start, members });
            return true;
        }
        false
    }

    /// "Russia-North Korea military alliance", "the Sino-Russian pact"
    fn pair_before(&self, noun: Span) -> Option<Vec<EntityId>> {
        let mut at = noun.start;
        let from = floor(self.text, at.saturating_sub(NAMES));
        let from = memrchr(b'\n', &self.text.as_bytes()[from..at]).map_or(from, |line| from + line + 1);
        let mentions: Vec<&Mention> = self.mentions(Span::new(from, at)).collect();
        let (second, rest) = mentions.split_last()?;
        let first = rest.last()?;
        for _ in 0..=MOST_WORDS {
            if self.text[second.span.end..at].trim().is_empty() {
                let is_hyphen =
                    matches!(Span::new(first.span.end, second.span.start).of(self.text), "-" | "‐" | "‑" | "–");
                let (one, other) = (self.country(first)?, self.country(second)?);
                return (is_hyphen && one != other).then(|| vec![one, other]);
            }
            at = word_before(self.text, at).filter(|word| word.start >= second.span.end)?.start;
        }
        None
    }

    /// "the alliance between Russia and North Korea"
    fn names_after(&self, noun: Span) -> Option<Vec<EntityId>> {
        let preposition = word_after(self.text, noun.end).filter(|word| self.lexicon.is_between(word.of(self.text)))?;
        let mut end = preposition.end;
        let mut members = Vec::new();
        for mention in self.mentions(Span::new(end, end + NAMES)) {
            let gap = Span::new(end, mention.span.start);
            let begins = members.is_empty()
                && gap.of(self.text).split_whitespace().all(|word| self.lexicon.word_use(word) == Some(Use::Definite));
            let Some(country) = self.country(mention).filter(|_| begins || !members.is_empty() && self.is_glue(gap))
            else {
                break;
            };
            if !members.contains(&country) {
                members.push(country);
            }
            end = mention.span.end;
        }
        (members.len() > 1).then_some(members)
    }

    /// "The three states want to deepen their partnership": one more pact to choose from.
    pub(super) fn pact_of_owner(&mut self, phrase: &Phrase, may_be_pact: bool) {
        if !may_be_pact || phrase.determiner != Determiner::Owner {
            return;
        }
        let at = phrase.span.start;
        let Some(sentence) = self.sentence(at) else { return };
        let part = self.part(sentence, 0, at);
        if let Some(set) = self.sets.iter().rev().take_while(|set| set.at >= part.start).next() {
            let members = set.members.iter().map(|&(_, actor)| actor).collect();
            self.pacts.0.push(Pact { at, members });
        }
    }

    /// The pact named last, when its sentence names no other one.
    pub(super) fn last_pact(&self, at: usize) -> Option<&Pact> {
        let from = self.reach(at);
        let mut pacts = self.pacts.0.iter().rev();
        let last = pacts.next().filter(|pact| pact.at >= from)?;
        let sentence = self.sentence(last.at);
        let mut others = pacts.take_while(|other| self.sentence(other.at) == sentence);
        others.all(|other| same(&other.members, &last.members)).then_some(last)
    }

    pub(super) fn take_up_pact(&mut self, phrase: &Phrase) {
        let Some(pact) = self.last_pact(phrase.span.start).cloned() else { return };
        for member in pact.members {
            self.add(phrase.span, member, Some(member));
        }
    }
}

fn same(one: &[EntityId], other: &[EntityId]) -> bool {
    one.len() == other.len() && one.iter().all(|member| other.contains(member))
}
