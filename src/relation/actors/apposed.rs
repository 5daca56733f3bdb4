//! For whom a noun stands that says who somebody is: "JNIM, a group of jihadists that attacked Mali".

use smallvec::smallvec;

use super::{ActorList, Actors, certainty, scaled};
use crate::{
    gazetteer::EntityKind,
    relation::{
        chunk::ChunkKind,
        clause::{Clause, Link, Nouns, Role},
        lexicon::{NounClass, WordList},
    },
};

impl Actors<'_> {
    /// Who acts in a relative clause, or to whom something is done in it, where its antecedent stands beside his name.
    pub(crate) fn antecedent_beside(&self, clause: &Clause, object: bool) -> ActorList {
        let before = |n: &Nouns| n.chunk < clause.chunk;
        let antecedent = match clause.link {
            Link::Relative if object => clause.argument(Role::Object).filter(before),
            Link::Relative => clause.subject[0].filter(before),
            _ => None,
        };
        antecedent.map_or_else(ActorList::new, |n| self.named_beside(n))
    }

    /// The name before the comma before a noun that says what he is, or before what that is of.
    fn named_beside(&self, antecedent: Nouns) -> ActorList {
        let s = &self.sentence;
        let mut noun = antecedent;
        for _ in 0..2 {
            let Some(mark) = noun.chunk.checked_sub(1) else { return ActorList::new() };
            let name = mark.checked_sub(1).and_then(|at| s.nouns_at(at));
            let named = name.filter(|_| s.is_pause(mark)).map_or_else(ActorList::new, |n| self.agents(n));
            if let Some(&last) = named.last() {
                let called = self.is_called(noun, s.kind_of(last.mention));
                return if called { scaled(smallvec![last], certainty::COREFERENCE) } else { ActorList::new() };
            }
            match (s.kind_at(mark), name) {
                (Some(ChunkKind::Preposition(word)), Some(whole)) if word == s.lexicon.markers.part => noun = whole,
                _ => break,
            }
        }
        ActorList::new()
    }

    /// Whether one of this kind is called so.
    fn is_called(&self, noun: Nouns, kind: EntityKind) -> bool {
        let s = &self.sentence;
        let mut groups = s.groups(noun);
        let (Some(group), None) = (groups.next(), groups.next()) else { return false };
        let lemma = s.head_lemma(group);
        let is = |list| s.lexicon.is(list, lemma);
        let head = &s.units()[group.head];
        let plural = head.word.is_some_and(|word| s.lexicon.is_plural(word, head.lemma));
        !plural
            && match kind {
                EntityKind::Leader => matches!(s.lexicon.noun_class(lemma), NounClass::Agent | NounClass::Nobody),
                EntityKind::Group => is(WordList::Grouping) || is(WordList::Body),
                _ => is(WordList::Body) || is(WordList::Other) || s.lexicon.noun_class(lemma) == NounClass::People,
            }
    }
}
