//! Where somebody is, said between commas without a verb: "Zelensky, in Vilnius, fumed".

use super::{
    actors::{ActorList, Actors},
    chunk::ChunkKind,
    clause::Nouns,
    rules::{RuleSet, Slot, TriggerClass},
    verb_event::heads,
};
use crate::{relation::RuleId, text::Span};

/// What a rule of "be" tells without it.
#[derive(Debug)]
pub(crate) struct Insertion {
    pub(crate) id: RuleId,
    pub(crate) sources: ActorList,
    pub(crate) targets: ActorList,
    /// The preposition.
    pub(crate) trigger: Span,
}

/// What the rules that ask for it tell of phrases between commas.
pub(crate) fn insertions(actors: &Actors<'_>, rules: &RuleSet) -> Vec<Insertion> {
    let s = &actors.sentence;
    let introduced =
        |n: &Nouns| s.is_pause(n.chunk + 1) && matches!(s.kind_at(n.chunk + 2), Some(ChunkKind::Preposition(_)));
    if !s.rows().any(|n| introduced(&n)) {
        return Vec::new();
    }
    let wanted = rules.triggered(TriggerClass::Verb, s.lexicon.be()).iter().filter(|&&id| rules.rule(id).inserted);
    let mut out = Vec::new();
    for &id in wanted {
        let rule = rules.rule(id);
        for nouns in s.rows() {
            let mut phrases = s.phrases_after(nouns.chunk + 1);
            let Some((word, place)) = phrases.next().filter(|_| s.is_pause(nouns.chunk + 1)) else { continue };
            let end = phrases.last().map_or(place.chunk, |(_, n)| n.chunk) + 1;
            let asked = rule.target.contains(&Slot::Preposition(word))
                && (rule.subject.is_empty() || s.groups(nouns).any(|g| heads(s, g, &rule.subject)));
            if !asked || !matches!(s.kind_at(end), Some(ChunkKind::Comma | ChunkKind::Dash)) {
                continue;
            }
            let (sources, targets) = (actors.agents(nouns), actors.patients(place, false));
            let trigger = s.units()[s.reading.chunks.chunks[nouns.chunk + 2].first].span;
            if sources.len() == 1 {
                out.push(Insertion { id, sources, targets, trigger });
            }
        }
    }
    out
}
