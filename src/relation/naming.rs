//! "protested against what it called Thai aggression": what is so named stands in the place of "what".

use super::{
    chunk::{ChunkKind, Chunks},
    lexicon::{Lexicon, Tag, WordList},
    noun_group::NounGroup,
    unit::Unit,
};

/// Leaves out "what it called" before what it is called, where the one who acts calls it so.
pub(crate) fn skip(chunks: &mut Chunks, units: &[Unit], lexicon: &Lexicon) {
    let mut at = 1;
    while at + 3 < chunks.chunks.len() {
        if let Some(named) = named(chunks, units, lexicon, at) {
            chunks.chunks.drain(at..named);
        }
        at += 1;
    }
}

/// The chunk of what is called so, if "what" stands at `at` as an object.
fn named(chunks: &Chunks, units: &[Unit], lexicon: &Lexicon, at: usize) -> Option<usize> {
    let list = &chunks.chunks;
    let ChunkKind::Verbs(group) = list.get(at + 2)?.kind else { return None };
    if !lexicon.is(WordList::Naming, chunks.verb_groups[group].verb) {
        return None;
    }
    let governed = matches!(list[at - 1].kind, ChunkKind::Verbs(_) | ChunkKind::Preposition(_));
    let head = |i: usize| match list.get(i)?.kind {
        ChunkKind::Nouns(row) => {
            let NounGroup { first, head, .. } = chunks.noun_groups[chunks.coordinations[row].end - 1];
            (first == head).then_some(&units[head])
        }
        _ => None,
    };
    let what = head(at)?.word.is_some_and(|word| lexicon.markers.fused.contains(&word));
    let doer = head(at + 1)?;
    let pronoun = doer.tag == Tag::Pronoun && doer.facts.pronoun.is_some();
    let after = match list.get(at + 3)?.kind {
        ChunkKind::Preposition(_) => at + 4,
        _ => at + 3,
    };
    let named = matches!(list.get(after)?.kind, ChunkKind::Nouns(_));
    (governed && what && pronoun && named).then_some(after)
}
