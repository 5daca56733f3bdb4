//! Those between whom somebody mediates: whose talks or deal it is.

use super::{
    actors::{ActorList, Actors},
    chunk::ChunkKind,
    clause::{Clause, Link, Nouns, Role},
    lexicon::{Tag, WordList},
    noun_event::{self, Place},
    sentence::Sentence,
};

impl Actors<'_> {
    /// Whose talks or deal a row names: "talks between A and B", "A and B signed a deal", "A signed a deal with B".
    pub(crate) fn parties(&self, nouns: Nouns) -> ActorList {
        let s = &self.sentence;
        let between = |word| s.lexicon.markers.between.contains(&word);
        if let Some((_, both)) = s.phrases_after(nouns.chunk).find(|(word, _)| between(*word)) {
            return several(self.patients(both, false));
        }
        let mut owners = ActorList::new();
        for group in s.groups(nouns) {
            self.beside(group, nouns.chunk, 1.0, 0, &mut owners);
        }
        if owners.len() > 1 {
            return owners;
        }
        let Some(governor) = noun_event::governor(self, nouns) else { return ActorList::new() };
        let clause = &s.clauses()[governor.clause];
        let verb = s.verbs(clause).lemma;
        // "welcomed a deal brokered by" is no party's
        let enters = s.lexicon.is(WordList::Light, verb) || s.lexicon.is(WordList::Receiving, verb);
        if clause.passive || governor.place == Place::Subject || governor.place == Place::Object && !enters {
            return ActorList::new();
        }
        let mut found = self.subject(clause);
        for word in &s.lexicon.markers.together {
            let own = clause.argument(Role::Preposition(*word));
            let other = own.or_else(|| s.phrases_after(nouns.chunk).find(|(w, _)| w == word).map(|(_, n)| n));
            found.extend(other.map_or_else(ActorList::new, |n| self.patients(n, false)));
        }
        several(found)
    }
}

impl Sentence<'_> {
    /// The noun of which a participle tells, where it belongs to the verb before: "held talks chaired by".
    pub(crate) fn noun_of_verb(&self, participle: &Clause) -> Option<usize> {
        let before = participle.chunk.checked_sub(1).filter(|_| participle.link == Link::Participle)?;
        let ChunkKind::Verbs(group) = self.reading.chunks.chunks[before].kind else { return None };
        let last = self.reading.chunks.verb_groups[group].last;
        (self.units()[last].tag == Tag::Noun).then_some(last)
    }
}

/// Nobody mediates where one is alone.
pub(crate) fn several(found: ActorList) -> ActorList {
    if found.len() > 1 { found } else { ActorList::new() }
}
