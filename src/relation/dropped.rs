//! What headlines leave out: "and" in a row of names before a noun, and "be".

use super::{
    chunk::{Chunk, ChunkKind, Chunks, Coordination},
    lexicon::{Lemma, Lexicon, NounClass, Tag},
    unit::Unit,
    verb_group::{VerbForm, VerbGroup},
};

/// "Peru, Chile trade talks resume", "Peru and Chile border talks": both names belong to the noun.
pub(crate) fn share_noun(chunks: &mut Chunks, units: &[Unit], lexicon: &Lexicon) {
    let shared = |chunks: &Chunks, i| noun_shared(chunks, units, lexicon, i);
    let Some(mut i) = (0..chunks.chunks.len()).find(|&i| shared(chunks, i).is_some()) else { return };
    let mut kept = i;
    while i < chunks.chunks.len() {
        let mut chunk = chunks.chunks[i];
        if let Some(end) = shared(chunks, i) {
            let ChunkKind::Nouns(row) = chunks.chunks[end].kind else { unreachable!("a row ends in nouns") };
            let Coordination { first: group, .. } = chunks.coordinations[row];
            chunks.noun_groups[group].first = chunk.first;
            chunk = Chunk { first: chunk.first, ..chunks.chunks[end] };
            i = end;
        }
        chunks.chunks[kept] = chunk;
        kept += 1;
        i += 1;
    }
    chunks.chunks.truncate(kept);
}

/// The chunk of the noun that the names from the chunk at `start` on share.
fn noun_shared(chunks: &Chunks, units: &[Unit], lexicon: &Lexicon, start: usize) -> Option<usize> {
    let list = &chunks.chunks;
    let bare =
        |c: &Chunk| matches!(c.kind, ChunkKind::Nouns(_)) && c.first == c.last && units[c.first].mentions.is_some();
    if !bare(&list[start]) {
        return None;
    }
    let comma = list.get(start + 1)?.kind == ChunkKind::Comma;
    if !(comma && start == 0 || list[start + 1].kind == ChunkKind::Conjunction) {
        return None;
    }
    let last = list.get(start + 2)?;
    let ChunkKind::Nouns(row) = last.kind else { return None };
    let groups = chunks.coordinations[row];
    let group = &chunks.noun_groups[groups.first];
    let head = &units[group.head];
    let one = groups.end == groups.first + 1 && group.owner.is_none() && group.head > group.first;
    let event = head.tag == Tag::Noun && lexicon.noun_class(head.lemma) == NounClass::Thing;
    let named = units[group.first].mentions.is_some() && units[group.first].kind == units[list[start].first].kind;
    let plain = (group.first + 1..group.head).all(|i| units[i].mentions.is_none());
    (one && event && named && plain).then_some(start + 2)
}

/// "Peru, Chile in talks over border", "Japan wary of China": a predicate without its verb gets one.
pub(crate) fn insert_be(chunks: &mut Chunks, units: &[Unit], lexicon: &Lexicon) {
    let list = &chunks.chunks;
    let (Some(subject), Some(next)) = (list.first(), list.get(1)) else { return };
    let ChunkKind::Nouns(row) = subject.kind else { return };
    let head = &units[chunks.noun_groups[chunks.coordinations[row].end - 1].head];
    let acts = head.mentions.is_some() || lexicon.noun_class(head.lemma) == NounClass::Agent;
    let verb = |c: &Chunk| matches!(c.kind, ChunkKind::Verbs(_));
    let predicate = match next.kind {
        ChunkKind::Adjective => !list.get(2).is_some_and(|c| verb(c) || c.kind == ChunkKind::Comma),
        ChunkKind::Preposition(word) => lexicon.markers.place.contains(&word) && !list.iter().any(verb),
        _ => false,
    };
    if !acts || !predicate {
        return;
    }
    let unit = subject.last;
    let group = VerbGroup {
        first: unit,
        last: unit,
        head: unit,
        verb: Lemma::UNKNOWN,
        lemma: Lemma::UNKNOWN,
        shorter: Lemma::UNKNOWN,
        form: VerbForm::Finite,
        passive: false,
        negated: false,
        modal: None,
        copula: true,
        past: false,
    };
    chunks.verb_groups.push(group);
    let kind = ChunkKind::Verbs(chunks.verb_groups.len() - 1);
    chunks.chunks.insert(1, Chunk { kind, first: unit, last: unit });
}
