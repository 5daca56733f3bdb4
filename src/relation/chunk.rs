//! Units to chunks: noun groups, verb groups, prepositions and what separates clauses.

use super::{
    lexicon::{Lexicon, Tag, WordId},
    noun_group::{self, NounGroup},
    unit::Unit,
    verb_group::{self, VerbGroup},
};

/// A piece of a sentence above the word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk {
    pub(crate) kind: ChunkKind,
    /// The first unit and the last.
    pub(crate) first: usize,
    pub(crate) last: usize,
}

/// What a chunk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChunkKind {
    /// Coordinated noun groups: index into [`Chunks::coordinations`].
    Nouns(usize),
    /// Index into [`Chunks::verb_groups`].
    Verbs(usize),
    Preposition(WordId),
    /// An adjective that no noun group holds: a predicate.
    Adjective,
    Conjunction,
    Comma,
    /// Opens a subordinate clause; a condition or not.
    Subordinator {
        conditional: bool,
    },
    That,
    Relative,
    /// Colon, semicolon, dash: separates what stands for itself.
    Break,
    /// A dash, which may be one of two that stand for brackets.
    Dash,
    Negation,
    /// The mark before a report that stands beside what it reports ("..., Syria said"), and the one after it.
    ReportOpen,
    ReportClose,
}

/// Noun groups that stand together: first and the one after the last of [`Chunks::noun_groups`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Coordination {
    pub(crate) first: usize,
    pub(crate) end: usize,
}

/// A sentence's chunks.
#[derive(Debug, Default)]
pub(crate) struct Chunks {
    pub(crate) chunks: Vec<Chunk>,
    pub(crate) noun_groups: Vec<NounGroup>,
    pub(crate) verb_groups: Vec<VerbGroup>,
    pub(crate) coordinations: Vec<Coordination>,
}

impl Chunks {
    /// Reads the units of a sentence.
    pub(crate) fn read(&mut self, units: &[Unit], lexicon: &Lexicon) {
        self.chunks.clear();
        self.noun_groups.clear();
        self.verb_groups.clear();
        self.coordinations.clear();
        let mut at = 0;
        let mut open = 0_usize;
        while at < units.len() {
            let tag = units[at].tag;
            match tag {
                Tag::Open => open += 1,
                Tag::Close => open = open.saturating_sub(1),
                _ if open > 0 => {} // what stands in brackets takes no part
                _ => {
                    at = self.chunk(units, at, lexicon);
                    continue;
                }
            }
            at += 1;
        }
    }

    fn push(&mut self, kind: ChunkKind, first: usize, last: usize) -> usize {
        self.chunks.push(Chunk { kind, first, last });
        last + 1
    }

    /// ", however,": commas around an adverb after what a sentence begins with mean nothing.
    fn closes_adverb(&self, units: &[Unit], at: usize) -> bool {
        let Some(last) = self.chunks.last().filter(|c| c.kind == ChunkKind::Comma && self.chunks.len() <= 3) else {
            return false;
        };
        last.last + 1 < at && units[last.last + 1..at].iter().all(|u| u.tag == Tag::Adverb)
    }

    fn chunk(&mut self, units: &[Unit], at: usize, lexicon: &Lexicon) -> usize {
        let tag = units[at].tag;
        if verb_group::OPENING.has(tag)
            && !noun_group::is_attribute(units, at, lexicon)
            && let Some(group) = verb_group::read(units, at, lexicon)
        {
            self.verb_groups.push(group);
            return self.push(ChunkKind::Verbs(self.verb_groups.len() - 1), at, group.last);
        }
        if noun_group::OPENING.has(tag)
            && let Some(last) = noun_group::read(units, at, lexicon, &mut self.noun_groups)
        {
            let group = self.noun_groups.len() - 1;
            self.coordinations.push(Coordination { first: group, end: group + 1 });
            return self.push(ChunkKind::Nouns(self.coordinations.len() - 1), at, last);
        }
        let kind = match tag {
            Tag::Preposition | Tag::To => match units[at].word {
                Some(word) => ChunkKind::Preposition(word),
                None => return at + 1,
            },
            Tag::Adjective => ChunkKind::Adjective,
            Tag::Conjunction => ChunkKind::Conjunction,
            Tag::Comma if self.closes_adverb(units, at) => {
                self.chunks.pop();
                return at + 1;
            }
            Tag::Comma => ChunkKind::Comma,
            Tag::Subordinator => {
                let conditional = units[at].facts.conditional;
                ChunkKind::Subordinator { conditional }
            }
            Tag::That => ChunkKind::That,
            Tag::Relative => ChunkKind::Relative,
            Tag::Colon if units[at].dash => ChunkKind::Dash,
            Tag::Colon | Tag::Stop => ChunkKind::Break,
            Tag::Negation => ChunkKind::Negation,
            _ => return at + 1,
        };
        self.push(kind, at, at)
    }
}
