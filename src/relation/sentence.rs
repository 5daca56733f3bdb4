//! One sentence as it was read: units, chunks and clauses, with the way to them.

use super::{
    actors::Memo,
    chunk::{Chunk, ChunkKind, Chunks},
    clause::{Clause, Clauses, Nouns},
    coordination,
    discourse::Discourse,
    dropped,
    hints::{Hints, Source},
    lexicon::{Lemma, Lexicon, NounClass, NounPart, Pronoun, Tag, WordId},
    naming,
    noun_group::{self, NounGroup},
    report,
    rules::RuleSet,
    tagger::Tagger,
    unit::{Piece, Unit, Units},
    verb_group::VerbGroup,
};
use crate::{gazetteer::Gazetteer, mention::Mentions};

/// Buffers that one sentence's reading fills and the next reuses.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) units: Units,
    pub(crate) tagger: Tagger,
    pub(crate) chunks: Chunks,
    pub(crate) clauses: Clauses,
    /// By unit that may head a noun group, the longest noun phrase of the lexicon that ends with it, and its first unit.
    phrases: Vec<Option<(Lemma, usize)>>,
    pub(crate) hints: Hints,
    pub(crate) memo: Memo,
}

impl Reading {
    /// Reads a sentence; `first..end` are its mentions.
    pub(crate) fn read(
        &mut self,
        piece: Piece<'_>,
        mentions: &Mentions,
        range: std::ops::Range<usize>,
        gazetteer: &Gazetteer,
        lexicon: &Lexicon,
    ) {
        let kind = |m: &crate::mention::Mention| mentions.entity(gazetteer, m.entity).kind();
        self.units.read(piece, &mentions.mentions[range.clone()], range.start, kind, lexicon);
        self.tagger.tag(piece.text, &mut self.units, lexicon);
        let units = &self.units.units;
        self.phrases.clear();
        self.phrases.extend((0..units.len()).map(|last| match noun_group::HEADS.has(units[last].tag) {
            true => noun_phrase(units, last, lexicon),
            false => None,
        }));
        self.chunks.read(&self.units.units, lexicon);
        naming::skip(&mut self.chunks, &self.units.units, lexicon);
        report::mark(&mut self.chunks, &self.units.units, lexicon);
        dropped::share_noun(&mut self.chunks, &self.units.units, lexicon);
        coordination::join(&mut self.chunks, &self.units.units, lexicon);
        dropped::insert_be(&mut self.chunks, &self.units.units, lexicon);
        self.clauses.read(&self.chunks, &self.units.units, lexicon);
    }

    /// Notes what in its rows may stand for somebody.
    pub(crate) fn find_hints(&mut self, lexicon: &Lexicon, rules: &RuleSet) {
        self.forget();
        let Self { units, chunks, clauses, phrases, hints, .. } = self;
        hints.read(&Source { units: &units.units, chunks, clauses, phrases, lexicon, rules });
    }

    /// Forgets whom its rows stand for: that depends on who is said to speak.
    pub(crate) fn forget(&mut self) {
        self.memo.forget(self.chunks.coordinations.len(), self.clauses.clauses.len());
    }
}

fn noun_phrase(units: &[Unit], last: usize, lexicon: &Lexicon) -> Option<(Lemma, usize)> {
    let fits = |(part, unit): (&NounPart, &Unit)| {
        unit.word == Some(part.word) || part.lemma != Lemma::UNKNOWN && unit.lemma == part.lemma
    };
    let phrases = lexicon.noun_phrases(units[last].lemma);
    let before = &units[..last];
    phrases.iter().find_map(|phrase| {
        // most differ in the word right before
        let (part, others) = phrase.before.split_last()?;
        let (unit, before) = before.split_last()?;
        let first = before.len().checked_sub(others.len()).filter(|_| fits((part, unit)))?;
        others.iter().zip(&before[first..]).all(fits).then_some((phrase.lemma, first))
    })
}

/// A sentence that has been read, with all that its words mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) mentions: &'a Mentions,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) lexicon: &'a Lexicon,
    /// What was said before.
    pub(crate) discourse: &'a Discourse,
}

impl<'a> Sentence<'a> {
    pub(crate) fn units(&self) -> &'a [Unit] {
        &self.reading.units.units
    }

    pub(crate) fn clauses(&self) -> &'a [Clause] {
        &self.reading.clauses.clauses
    }

    /// The clauses that hang on a clause, in their order.
    pub(crate) fn governed_by(&self, governor: usize) -> impl Iterator<Item = &'a Clause> + Clone + use<'a> {
        self.reading.clauses.governed_by(governor)
    }

    pub(crate) fn verbs(&self, clause: &Clause) -> &'a VerbGroup {
        &self.reading.chunks.verb_groups[clause.verbs]
    }

    /// The noun groups of a row.
    pub(crate) fn groups(&self, nouns: Nouns) -> impl DoubleEndedIterator<Item = &'a NounGroup> + use<'a> {
        let row = self.reading.chunks.coordinations[nouns.row];
        self.reading.chunks.noun_groups[row.first..row.end].iter()
    }

    /// Whether anybody may be found for whom a row stands, or something told is looked for.
    pub(crate) fn may_denote(&self, nouns: Nouns) -> bool {
        self.reading.hints.of_row(nouns.chunk).meets(self.discourse.hints())
    }

    /// Rows with their chunks, in order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Nouns> + use<'a> {
        self.reading.chunks.chunks.iter().enumerate().filter_map(|(chunk, c)| match c.kind {
            ChunkKind::Nouns(row) => Some(Nouns { row, chunk }),
            _ => None,
        })
    }

    /// The noun row of a chunk.
    pub(crate) fn nouns_at(&self, chunk: usize) -> Option<Nouns> {
        match self.reading.chunks.chunks.get(chunk)?.kind {
            ChunkKind::Nouns(row) => Some(Nouns { row, chunk }),
            _ => None,
        }
    }

    /// The prepositional phrases that follow the chunk without a break.
    pub(crate) fn phrases_after(&self, chunk: usize) -> impl Iterator<Item = (WordId, Nouns)> + use<'a> {
        let list = &self.reading.chunks.chunks;
        (0..).map_while(move |n| {
            let at = chunk + 1 + 2 * n;
            match (list.get(at).map(|c| c.kind), list.get(at + 1).map(|c| c.kind)) {
                (Some(ChunkKind::Preposition(word)), Some(ChunkKind::Nouns(row))) => {
                    Some((word, Nouns { row, chunk: at + 1 }))
                }
                _ => None,
            }
        })
    }

    /// A row, and those that follow it with the same preposition: "with Chile and with Peru".
    pub(crate) fn coordinated(&self, row: Nouns) -> impl Iterator<Item = Nouns> + use<'a> {
        let list = &self.reading.chunks.chunks;
        let kind = move |at: usize| list.get(at).map(|c| c.kind);
        let this = *self;
        let next = move |n: &Nouns| {
            let ChunkKind::Preposition(word) = kind(n.chunk.checked_sub(1)?)? else { return None };
            let mut at = n.chunk + 1;
            // "on Chile in 2001 and on Peru"
            if let (Some(ChunkKind::Preposition(_)), Some(ChunkKind::Nouns(row))) = (kind(at), kind(at + 1))
                && this.is_time(Nouns { row, chunk: at + 1 })
            {
                at += 2;
            }
            match (kind(at)?, kind(at + 1)?, kind(at + 2)?) {
                (ChunkKind::Conjunction, ChunkKind::Preposition(again), ChunkKind::Nouns(row)) if word == again => {
                    Some(Nouns { row, chunk: at + 2 })
                }
                _ => None,
            }
        };
        std::iter::successors(Some(row), next)
    }

    /// A place that a sentence begins with, right before the chunk: "In Lima the foreign ministry".
    pub(crate) fn introduced_place(&self, chunk: usize) -> Option<(WordId, Nouns)> {
        let list = &self.reading.chunks.chunks;
        let before = if chunk == 3 && list[2].kind == ChunkKind::Comma { 2 } else { chunk };
        match (before, list[0].kind, list.get(1)?.kind) {
            (2, ChunkKind::Preposition(word), ChunkKind::Nouns(row)) if self.lexicon.markers.place.contains(&word) => {
                Some((word, Nouns { row, chunk: 1 }))
            }
            _ => None,
        }
    }

    /// The preposition right before a chunk, and what stands before that.
    pub(crate) fn introduced_by(&self, chunk: usize) -> Option<(WordId, Option<Nouns>)> {
        let list = &self.reading.chunks.chunks;
        let ChunkKind::Preposition(word) = list.get(chunk.checked_sub(1)?)?.kind else { return None };
        let before = chunk.checked_sub(2).and_then(|at| match list[at].kind {
            ChunkKind::Nouns(row) => Some(Nouns { row, chunk: at }),
            _ => None,
        });
        Some((word, before))
    }

    /// The lemma of a group's head; of several words where the lexicon has them so ("security force").
    pub(crate) fn head_lemma(&self, group: &NounGroup) -> Lemma {
        let head = &self.units()[group.head];
        if head.tag != Tag::Noun {
            return Lemma::UNKNOWN;
        }
        self.noun_phrase(group.head).map_or(head.lemma, |(lemma, _)| lemma)
    }

    /// What kind of chunk stands there.
    pub(crate) fn kind_at(&self, chunk: usize) -> Option<ChunkKind> {
        self.reading.chunks.chunks.get(chunk).map(|c| c.kind)
    }

    /// Whether the group only counts or measures what follows with "of": "dozens of", "some of", "five days of".
    pub(crate) fn is_counting(&self, group: &NounGroup, chunk: usize) -> bool {
        let of = |c: &Chunk| matches!(c.kind, ChunkKind::Preposition(w) if w == self.lexicon.markers.part);
        let followed = self.reading.chunks.chunks.get(chunk + 1).is_some_and(of);
        let class = self.lexicon.noun_class(self.head_lemma(group));
        // "some of", "two of", not "it"
        let head = &self.units()[group.head];
        let some = || head.tag == Tag::Number || head.tag == Tag::Pronoun && head.facts.pronoun.is_none();
        class == NounClass::Quantity || followed && (class == NounClass::Time || some())
    }

    /// The longest noun phrase of the lexicon that ends at the unit, and its first unit.
    pub(crate) fn noun_phrase(&self, last: usize) -> Option<(Lemma, usize)> {
        self.reading.phrases[last]
    }

    /// Whether a noun belongs to a phrase that ends in the row after it: "war" of "war of words".
    pub(crate) fn is_inside_phrase(&self, chunk: usize, head: usize) -> bool {
        let reaches = |group: &NounGroup| self.noun_phrase(group.head).is_some_and(|(_, first)| first <= head);
        self.phrases_after(chunk).next().is_some_and(|(_, row)| self.groups(row).next().is_some_and(reaches))
    }

    /// Whether the unit's word denies what it introduces: "no", "without".
    pub(crate) fn is_negative(&self, unit: usize) -> bool {
        self.units()[unit].facts.negative
    }

    /// For what kind of thing a unit stands, if it is a pronoun.
    pub(crate) fn pronoun(&self, unit: usize) -> Option<Pronoun> {
        self.units()[unit].facts.pronoun
    }

    /// Whether a name stands in it.
    pub(crate) fn names_any(&self) -> bool {
        self.units().iter().any(|u| u.mentions.is_some())
    }

    pub(crate) fn kind_of(&self, mention: usize) -> crate::gazetteer::EntityKind {
        self.mentions.entity(self.gazetteer, self.mentions.mentions[mention].entity).kind()
    }
}
