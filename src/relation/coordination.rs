//! Joins noun groups that stand together: "the US, Japan and South Korea".

use super::{
    chunk::{Chunk, ChunkKind, Chunks, Coordination},
    lexicon::{Complements, Controller, Governs, Lexicon, Tag},
    noun_group::NounGroup,
    unit::Unit,
    verb_group::VerbForm,
};
use crate::gazetteer::EntityKind;

/// How many chunks an insertion between a subject and its verb may have.
const LONGEST_INSERTION: usize = 12;

/// Joins the noun chunks of a sentence in place.
pub(crate) fn join(chunks: &mut Chunks, units: &[Unit], lexicon: &Lexicon) {
    let mut kept = 0;
    let mut i = 0;
    while i < chunks.chunks.len() {
        let mut chunk = chunks.chunks[i];
        let mut next = i + 1;
        if let ChunkKind::Nouns(row) = chunk.kind {
            let (end, spread) = row_end(chunks, units, lexicon, i, kept);
            if end > i {
                let last = if spread { chunks.chunks[end].kind } else { chunk.kind };
                let ChunkKind::Nouns(last) = last else { unreachable!("a row ends in nouns") };
                let first = chunks.coordinations[row].first;
                chunks.coordinations[row] = Coordination { first, end: chunks.coordinations[last].end };
                chunk.last = chunks.chunks[end].last;
                next = end + 1;
            }
        }
        chunks.chunks[kept] = chunk;
        kept += 1;
        i = next;
    }
    chunks.chunks.truncate(kept);
}

fn group(chunks: &Chunks, chunk: &Chunk) -> Option<NounGroup> {
    match chunk.kind {
        ChunkKind::Nouns(row) => Some(chunks.noun_groups[chunks.coordinations[row].end - 1]),
        _ => None,
    }
}

/// The head is itself a mention.
fn is_named(group: &NounGroup, units: &[Unit]) -> bool {
    units[group.head].mentions.is_some()
}

fn names_somebody(group: &NounGroup, units: &[Unit]) -> bool {
    group.owner.is_some() || units[group.first..=group.last].iter().any(|u| u.mentions.is_some())
}

/// The last chunk of the row of noun groups that begins at `start`, and whether what lies between are members of it;
/// `kept` chunks stand before it.
fn row_end(chunks: &Chunks, units: &[Unit], lexicon: &Lexicon, start: usize, kept: usize) -> (usize, bool) {
    let list = &chunks.chunks;
    let mut end = start;
    let mut closed = start;
    let mut at = start + 1;
    loop {
        crate::steps::count(1);
        let (next, conjunction) = match (list.get(at).map(|c| c.kind), list.get(at + 1).map(|c| c.kind)) {
            (Some(ChunkKind::Comma), Some(ChunkKind::Conjunction)) => (at + 2, true),
            (Some(ChunkKind::Comma), _) => (at + 1, false),
            (Some(ChunkKind::Conjunction), _) => (at + 1, true),
            _ => break,
        };
        let Some(second) = list.get(next).and_then(|c| group(chunks, c)) else { break };
        let Some(first) = group(chunks, &list[end]) else { break };
        if !conjunction && places(&first, &second, units) {
            // "in Lima, Peru": the state only tells where the place is
            return (next, false);
        }
        if !fits(&first, &second, units, conjunction, kept > 0 && is_part(&list[kept - 1], lexicon)) {
            break;
        }
        // "in Lima, and it is expected"
        if units[second.head].tag == Tag::Pronoun && finite_follows(chunks, units, lexicon, next) {
            break;
        }
        // "recognised Kosovo, but Chile has not"
        let apart = end == start && next == at + 2;
        if conjunction && begins_clause(chunks, units, lexicon, kept, next, apart) {
            break;
        }
        end = next;
        if conjunction {
            closed = end;
            // "A and B, C" goes on only after another conjunction
        }
        at = end + 1;
    }
    if closed == end {
        return (end, true);
    }
    // a row without "and": a headline's, when a verb follows, else only what a conjunction closed
    let verb = list.get(end + 1).is_some_and(|c| matches!(c.kind, ChunkKind::Verbs(_)));
    let all_named = list[start..=end].iter().filter_map(|c| group(chunks, c)).all(|g| is_named(&g, units));
    // "Peru, Chile in talks": a headline without any verb
    let verb = verb || kept == 0 && !list.iter().any(|c| matches!(c.kind, ChunkKind::Verbs(_)));
    // "recalls envoys from Peru, Chile": a headline ends with it
    let states = |g: NounGroup| matches!(units[g.head].kind, Some(EntityKind::Country | EntityKind::Alliance));
    let ends = end + 1 == list.len() && list[start..=end].iter().filter_map(|c| group(chunks, c)).all(states);
    let begins = kept == 0 || matches!(list[kept - 1].kind, ChunkKind::Break | ChunkKind::Dash);
    (if (verb && begins || ends || end - start > 2) && all_named && closed == start { end } else { closed }, true)
}

fn is_part(chunk: &Chunk, lexicon: &Lexicon) -> bool {
    matches!(chunk.kind, ChunkKind::Preposition(word) if word == lexicon.markers.part)
}

/// Whether two groups are alike enough to stand in one row.
fn fits(first: &NounGroup, second: &NounGroup, units: &[Unit], conjunction: bool, after_part: bool) -> bool {
    let time = |g: &NounGroup| matches!(units[g.head].tag, Tag::Time);
    if time(first) != time(second) {
        return false;
    }
    if conjunction {
        // "the president of France and the chancellor of Germany": the row is not "France and the chancellor"
        let bare = is_named(first, units) && first.owner.is_none();
        let described = !is_named(second, units) && units[second.first].tag == Tag::Determiner;
        return !(after_part && bare && described);
    }
    let person = |g: &NounGroup| units[g.head].kind == Some(EntityKind::Leader);
    names_somebody(first, units) == names_somebody(second, units)
        && is_named(first, units) == is_named(second, units)
        && person(first) == person(second)
        && units[first.head].venue == units[second.head].venue
}

/// A place with the state in which it lies.
fn places(first: &NounGroup, second: &NounGroup, units: &[Unit]) -> bool {
    let head = &units[second.head];
    let same = units[first.head].entity == head.entity;
    units[first.head].venue && second.first == second.last && head.kind == Some(EntityKind::Country) && same
}

/// "Russia invaded Ukraine and China condemned it": the second group is the subject of what follows.
fn begins_clause(chunks: &Chunks, units: &[Unit], lexicon: &Lexicon, kept: usize, second: usize, apart: bool) -> bool {
    // chunks before `kept` are already joined, and stand in place
    let before = &chunks.chunks[..kept];
    let Some(verb) = before.iter().rev().find_map(|c| match c.kind {
        ChunkKind::Verbs(group) => Some(chunks.verb_groups[group]),
        ChunkKind::Break | ChunkKind::Subordinator { .. } | ChunkKind::That | ChunkKind::Relative => None,
        _ => None,
    }) else {
        return false;
    };
    // "after Japan and Korea protested": both are subjects of what the word opens
    let object = before.last().is_some_and(|c| match c.kind {
        ChunkKind::Preposition(word) => !lexicon.subordinates(word),
        kind => matches!(kind, ChunkKind::Verbs(_)),
    });
    let reports = before.last().is_some_and(|c| matches!(c.kind, ChunkKind::Verbs(_)))
        && lexicon.governs(Tag::Verb, verb.lemma).iter().any(|g| g.complements.meets(Complements::THAT));
    // "..., and Peru and Chile protested"
    let mut last = second;
    while apart
        && let (Some(ChunkKind::Conjunction), Some(ChunkKind::Nouns(_))) =
            (chunks.chunks.get(last + 1).map(|c| c.kind), chunks.chunks.get(last + 2).map(|c| c.kind))
    {
        last += 2;
    }
    object && (!reports || apart) && finite_follows(chunks, units, lexicon, last)
}

/// Whether a finite verb follows the noun chunk at `at`, with prepositional phrases between at most.
pub(crate) fn finite_follows(chunks: &Chunks, units: &[Unit], lexicon: &Lexicon, at: usize) -> bool {
    let list = &chunks.chunks;
    let mut i = at + 1;
    while let (Some(ChunkKind::Preposition(word)), Some(ChunkKind::Nouns(_))) =
        (list.get(i).map(|c| c.kind), list.get(i + 1).map(|c| c.kind))
    {
        if lexicon.subordinates(word) {
            return false; // "as the rebels advanced" has the verb
        }
        i += 2;
    }
    // "the foreign minister, Mahmoud Abbas, said"
    let kinds = |at: usize| list.get(at).map(|c| c.kind);
    if let (Some(ChunkKind::Comma), Some(ChunkKind::Nouns(_)), Some(ChunkKind::Comma)) =
        (kinds(i), kinds(i + 1), kinds(i + 2))
    {
        i += 3;
    }
    i = after_insertion(chunks, i).unwrap_or(i);
    let Some(Chunk { kind: ChunkKind::Verbs(group), .. }) = list.get(i) else { return false };
    let group = chunks.verb_groups[*group];
    match group.form {
        VerbForm::Finite => true,
        VerbForm::PastOrParticiple => !is_participle(chunks, units, lexicon, i),
        _ => false,
    }
}

/// The verb after "..., citing a threat," where a comma at `at` opens such an insertion.
fn after_insertion(chunks: &Chunks, at: usize) -> Option<usize> {
    let kind = |i: usize| chunks.chunks.get(i).map(|c| c.kind);
    let form = |i: usize| match kind(i) {
        Some(ChunkKind::Verbs(group)) => Some(chunks.verb_groups[group].form),
        _ => None,
    };
    let gerund = kind(at) == Some(ChunkKind::Comma) && form(at + 1) == Some(VerbForm::Gerund);
    let inside = |i: &usize| {
        let nonfinite = !matches!(form(*i), Some(VerbForm::Finite | VerbForm::PastOrParticiple));
        nonfinite && !matches!(kind(*i), None | Some(ChunkKind::Comma | ChunkKind::Break | ChunkKind::Relative))
    };
    let close = (at + 2..at + 2 + LONGEST_INSERTION).find(|i| !inside(i)).filter(|_| gerund)?;
    (kind(close) == Some(ChunkKind::Comma) && form(close + 1) == Some(VerbForm::Finite)).then_some(close + 1)
}

/// What the verb at a chunk does to the clauses that it governs.
fn controls<'l>(chunks: &Chunks, lexicon: &'l Lexicon, at: usize) -> &'l [Governs] {
    match chunks.chunks[at].kind {
        ChunkKind::Verbs(group) => {
            let verbs = &chunks.verb_groups[group];
            lexicon.verb_governs(verbs.lemma, verbs.verb)
        }
        _ => &[],
    }
}

/// Whether nouns stand before the verb at a chunk that no preposition introduces.
fn own_subject(list: &[Chunk], verb: usize) -> bool {
    let nouns = |i: usize| matches!(list[i].kind, ChunkKind::Nouns(_));
    verb >= 2 && nouns(verb - 1) && !matches!(list[verb - 2].kind, ChunkKind::Preposition(_))
}

/// "provided to Peru by Chile": somebody is named as agent after other phrases.
fn agent_follows(chunks: &Chunks, units: &[Unit], lexicon: &Lexicon, at: usize) -> bool {
    let phrases = chunks.chunks[at + 1..].chunks_exact(2).map_while(|pair| match (pair[0].kind, pair[1].kind) {
        (ChunkKind::Preposition(word), ChunkKind::Nouns(_)) => Some((word, &pair[1])),
        _ => None,
    });
    let named = |chunk: &Chunk| group(chunks, chunk).is_some_and(|g| names_somebody(&g, units));
    phrases.take(4).any(|(word, nouns)| word == lexicon.markers.agent && named(nouns))
}

/// Whether the ambiguous form at chunk `at` ("imposed") is a participle: "by" follows, or no object follows and another
/// finite verb comes before the clause ends.
pub(crate) fn is_participle(chunks: &Chunks, units: &[Unit], lexicon: &Lexicon, at: usize) -> bool {
    let list = &chunks.chunks;
    match list.get(at + 1).map(|c| c.kind) {
        Some(ChunkKind::Preposition(word)) if word == lexicon.markers.agent => return true,
        Some(ChunkKind::Preposition(_)) if agent_follows(chunks, units, lexicon, at) => return true,
        Some(ChunkKind::Nouns(row)) => {
            let head = chunks.noun_groups[chunks.coordinations[row].first].head;
            if units[head].tag != Tag::Time {
                return false;
            }
        }
        Some(ChunkKind::That) => return false,
        // "refused to let": what controls an infinitive by its subject is no passive
        Some(ChunkKind::Verbs(next)) if chunks.verb_groups[next].form == VerbForm::Infinitive => {
            let by_subject = |g: &Governs| g.complements.meets(Complements::TO) && g.controller == Controller::Subject;
            if controls(chunks, lexicon, at).iter().any(by_subject) {
                return false;
            }
        }
        _ => {}
    }
    let by = |i: usize| matches!(list.get(i + 1).map(|c| c.kind), Some(ChunkKind::Preposition(w)) if w == lexicon.markers.agent);
    let states = controls(chunks, lexicon, at).iter().any(|g| g.complements.meets(Complements::THAT));
    for (i, chunk) in list.iter().enumerate().skip(at + 1) {
        crate::steps::count(1);
        match chunk.kind {
            // "met in talks mediated by": what "by" follows is no finite verb
            ChunkKind::Verbs(group)
                if chunks.verb_groups[group].form == VerbForm::PastOrParticiple
                    && by(i)
                    && !matches!(list[i - 1].kind, ChunkKind::Comma | ChunkKind::Conjunction) => {}
            ChunkKind::Verbs(group) => match chunks.verb_groups[group].form {
                // "said on Friday it had signed": the second verb has a subject of its own
                VerbForm::Finite if states && own_subject(list, i) => return false,
                VerbForm::Finite => return true,
                VerbForm::PastOrParticiple => {
                    let previous = list[i - 1].kind;
                    return !matches!(previous, ChunkKind::Comma | ChunkKind::Conjunction);
                }
                _ => {}
            },
            // "protested to Russia after an aircraft violated": what may open a clause ends this one
            ChunkKind::Preposition(word) if lexicon.subordinates(word) && i > at + 1 => return false,
            ChunkKind::Comma
            | ChunkKind::Conjunction
            | ChunkKind::Subordinator { .. }
            | ChunkKind::That
            | ChunkKind::Relative
            | ChunkKind::ReportOpen
            | ChunkKind::Break => return false,
            _ => {}
        }
    }
    false
}
