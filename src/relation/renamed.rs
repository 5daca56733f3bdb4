//! "rejected what it called Peruvian interference": what somebody calls a thing is the thing.

use super::{
    chunk::{ChunkKind, Chunks},
    lexicon::{Lexicon, WordList},
    unit::Unit,
};

/// Takes "what it called", "what Lima described as" out of the chunks, so that the name given stands in its place.
pub(crate) fn unwrap(chunks: &mut Chunks, units: &[Unit], lexicon: &Lexicon) {
    let list = &chunks.chunks;
    if !units.iter().any(|u| is_what(u, lexicon)) {
        return;
    }
    let wrapper = |at: usize| -> usize {
        let kind = |i: usize| list.get(i).map(|c| c.kind);
        let what = matches!(kind(at), Some(ChunkKind::Nouns(_))) && is_what(&units[list[at].last], lexicon);
        let (Some(ChunkKind::Nouns(_)), Some(ChunkKind::Verbs(verb))) = (kind(at + 1), kind(at + 2)) else { return 0 };
        let verbs = &chunks.verb_groups[verb];
        let calls = [verbs.lemma, verbs.verb].iter().any(|&lemma| lexicon.is(WordList::Calling, lemma));
        let as_it = usize::from(matches!(kind(at + 3), Some(ChunkKind::Preposition(_))));
        let named = matches!(kind(at + 3 + as_it), Some(ChunkKind::Nouns(_)));
        if what && calls && named && !verbs.passive { 3 + as_it } else { 0 }
    };
    let mut gone = Vec::new();
    let mut at = 0;
    while at < list.len() {
        let length = wrapper(at);
        gone.extend(at..at + length);
        at += length.max(1);
    }
    let mut at = 0;
    chunks.chunks.retain(|_| {
        at += 1;
        gone.binary_search(&(at - 1)).is_err()
    });
}

fn is_what(unit: &Unit, lexicon: &Lexicon) -> bool {
    unit.word == Some(lexicon.markers.what)
}
