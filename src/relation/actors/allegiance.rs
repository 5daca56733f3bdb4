//! For whom those act whose noun alone names nobody: "the Hamas movement", "fighters loyal to the Taliban".

use super::{ActorList, Actors, MAX_DEPTH, certainty, scaled};
use crate::{
    gazetteer::EntityKind,
    relation::{chunk::ChunkKind, clause::Nouns, lexicon::WordList, noun_group::NounGroup},
};

impl Actors<'_> {
    /// "the Hamas movement": the group whose name stands right before what it is.
    pub(super) fn named_before(&self, group: &NounGroup, out: &mut ActorList) -> bool {
        let s = &self.sentence;
        let before = out.len();
        let name = group.head.checked_sub(1).filter(|&i| i >= group.first && !self.is_compound_part(i));
        if let Some(name) = name.filter(|_| s.lexicon.is(WordList::Grouping, s.head_lemma(group))) {
            let mut found = ActorList::new();
            self.mentions_of(name, certainty::ORGAN, &mut found);
            out.extend(found.into_iter().filter(|a| s.kind_of(a.mention) == EntityKind::Group));
        }
        out.len() > before
    }

    /// "fighters loyal to the Taliban": whom they are loyal to, if of these kinds; not "allegedly linked to".
    pub(super) fn loyal_to(
        &self,
        group: &NounGroup,
        chunk: usize,
        depth: usize,
        kinds: &[EntityKind],
        out: &mut ActorList,
    ) {
        let s = &self.sentence;
        let markers = &s.lexicon.markers;
        let list = &s.reading.chunks.chunks;
        let Some([loyal, to, whom]) = list.get(chunk + 1..chunk + 4) else { return };
        let named = s.units()[group.modifiers()].iter().any(|u| u.mentions.is_some()) || group.owner.is_some();
        let word = |unit: usize, of: &[_]| s.units()[unit].word.is_some_and(|w| of.contains(&w));
        let tie = matches!(loyal.kind, ChunkKind::Adjective | ChunkKind::Verbs(_))
            && loyal.first == loyal.last
            && loyal.first == list[chunk].last + 1
            && word(loyal.first, &markers.loyal)
            && matches!(to.kind, ChunkKind::Preposition(w) if markers.dative.contains(&w));
        let ChunkKind::Nouns(row) = whom.kind else { return };
        if named || !tie || depth >= MAX_DEPTH || !s.lexicon.is(WordList::Armed, s.head_lemma(group)) {
            return;
        }
        let found = self.agents_at(Nouns { row, chunk: chunk + 3 }, depth + 1);
        out.extend(scaled(found, certainty::COREFERENCE).into_iter().filter(|a| kinds.contains(&s.kind_of(a.mention))));
    }
}
