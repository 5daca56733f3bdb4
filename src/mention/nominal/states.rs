//! One state taken up: "the country", "his country", "the regime".

use std::collections::HashMap;

use super::{
    lexicon::Noun,
    phrase::{Determiner, Phrase, word_after},
    resolver::Resolver,
};
use crate::{
    gazetteer::{EntityId, EntityKind},
    text::Span,
};

/// Whose a noun was when the text said it last: "the Syrian regime".
#[derive(Debug, Default)]
pub(super) struct Echoes(HashMap<String, EntityId>);

impl Resolver<'_> {
    /// Takes note of the state right before the noun.
    pub(super) fn echo(&mut self, noun: Span, of: &Noun) {
        let before = self.found.mentions.partition_point(|mention| mention.span.start < noun.start);
        let Some(mention) = before.checked_sub(1).map(|last| &self.found.mentions[last]) else { return };
        let gap = Span::new(mention.span.end.min(noun.start), noun.start).of(self.text);
        if matches!(gap.trim(), "" | "'s" | "’s")
            && let Some(country) = self.country(mention)
        {
            self.echoes.0.insert(of.text.clone(), country);
        }
    }

    pub(super) fn state(&mut self, phrase: &Phrase, noun: &Noun) {
        let at = phrase.span.start;
        let state = match phrase.determiner {
            Determiner::Definite | Determiner::Demonstrative if noun.kind => self.state_of_kind(phrase, noun),
            Determiner::Definite => self.echoes.0.get(&noun.text).copied().or_else(|| self.only_state(at)),
            Determiner::Personal => self.state_of_person(at),
            _ => None,
        };
        if let Some(state) = state {
            self.add(phrase.span, state, Some(state));
        }
    }

    /// The state of the kind that was named last: "the kingdom". Two of it in one sentence leave open which is meant.
    fn state_of_kind(&self, phrase: &Phrase, noun: &Noun) -> Option<EntityId> {
        let (at, end) = (phrase.span.start, phrase.span.end);
        let capital = |span: Span| span.of(self.text).starts_with(char::is_uppercase);
        if noun.capital {
            // "the North", but neither "the north" nor "the North Atlantic"
            let own = Span::new(end.saturating_sub(noun.text.len()).max(at), end);
            if !capital(own) || word_after(self.text, end).is_some_and(capital) {
                return None;
            }
        }
        let fits = |state: &EntityId| self.lexicon.takes_up(noun, self.found.entity(self.gazetteer, *state));
        let mut last: Option<(Option<EntityId>, usize)> = None;
        for mention in self.mentions(Span::new(self.reach(at), at)) {
            let Some(state) = self.country(mention).filter(fits) else { continue };
            let sentence = self.sentence(mention.span.start)?;
            last = match last {
                Some((other, before)) if before == sentence && other != Some(state) => Some((None, sentence)),
                _ => Some((Some(state), sentence)),
            };
        }
        last.and_then(|(state, _)| state)
    }

    /// The one state that the sentence before has named, beside one that the noun's own sentence names: who does something
    /// to "the country" is another.
    fn only_state(&self, at: usize) -> Option<EntityId> {
        let own = self.sentence(at)?;
        let from = self.reach(at);
        let states = |part: Span| {
            let mut states: Vec<EntityId> = self.mentions(part).filter_map(|mention| self.country(mention)).collect();
            states.sort_unstable();
            states.dedup();
            states
        };
        let here = states(self.part(own, from, at));
        let before = states(self.part(own.checked_sub(1)?, from, at));
        match (&here[..], &before[..]) {
            ([], [only]) => Some(*only),
            ([doer], [only]) if doer == only => Some(*only),
            ([doer], [a, b]) if a == doer => Some(*b),
            ([doer], [a, b]) if b == doer => Some(*a),
            _ => None,
        }
    }

    /// The state of the one person whom the sentence, else the one before, has named.
    fn state_of_person(&self, at: usize) -> Option<EntityId> {
        let own = self.sentence(at)?;
        let from = self.reach(at);
        for sentence in [Some(own), own.checked_sub(1)].into_iter().flatten() {
            let mut persons =
                self.mentions(self.part(sentence, from, at)).filter(|m| self.kind(m.entity) == EntityKind::Leader);
            if let Some(first) = persons.next() {
                return persons.all(|other| other.entity == first.entity).then(|| self.country(first)).flatten();
            }
        }
        None
    }
}
