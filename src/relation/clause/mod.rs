//! Chunks to clauses: who is the subject of which verb, what are its arguments, and which clause governs which.
//!
//! One pass from left to right with a stack of suspended subjects, in the manner of the finite-state cascades of
//! FASTUS (Hobbs et al. 1997): each chunk is looked at once, so the work is linear in the sentence.

mod aside;
mod auxiliaries;
mod contact;
mod finite;
mod mood;
mod nonfinite;
mod nouns;
mod reader;
mod series;
mod shared;

use std::cell::OnceCell;

use smallvec::SmallVec;

use super::{
    Modality,
    chunk::Chunks,
    lexicon::{Governs, Lexicon, Mood, WordId},
    unit::Unit,
};
use reader::{ArgumentList, Intro, Reader, WaitingList};

/// A place of a noun row in a sentence: index of the row, and of its chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Nouns {
    pub(crate) row: usize,
    pub(crate) chunk: usize,
}

/// How an argument stands to its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Object,
    /// The first of two objects.
    Indirect,
    /// Stands beside the object and says who it is: "its neighbour, Ukraine".
    Apposition,
    Preposition(WordId),
}

/// An argument after (or, with a preposition, before) the verb.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Argument {
    pub(crate) role: Role,
    pub(crate) nouns: Nouns,
}

/// How a clause hangs on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    Main,
    /// Follows its governor's verb as that-clause, with or without "that".
    Content,
    /// Infinitive, gerund: takes over a subject.
    Controlled,
    Relative,
    /// A participle beside its noun or clause.
    Participle,
    Adverbial,
    Condition,
    Coordinate,
}

/// A verb group with its subject and arguments.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    /// Its place among the sentence's clauses.
    pub(crate) index: usize,
    pub(crate) verbs: usize,
    pub(crate) chunk: usize,
    /// Rows in subject position (of the passive too); two where "and" joins what no row holds.
    pub(crate) subject: [Option<Nouns>; 2],
    /// What stands beside the subject and says who it is: "three partners – Japan, Korea and Peru –".
    pub(crate) apposition: Option<Nouns>,
    /// The subject was taken over from another clause.
    pub(crate) inherited: bool,
    pub(crate) arguments: Vec<Argument>,
    /// The verb group is passive, or a participle that stands beside its noun: "sanctions imposed by".
    pub(crate) passive: bool,
    /// A predicate adjective's unit.
    pub(crate) adjective: Option<usize>,
    pub(crate) governor: Option<usize>,
    pub(crate) link: Link,
    /// What the governing word does to this clause.
    pub(crate) governs: Option<Governs>,
    pub(crate) mood: Mood,
    /// By its own auxiliaries, or those that it shares with a verb before it.
    pub(crate) modal: Option<Modality>,
    pub(crate) negated: bool,
    /// It is asked, not stated: "whether Iran had lied".
    pub(crate) asked: bool,
    /// The noun that states it: "the claim that".
    pub(crate) claim: Option<Nouns>,
    /// The clause whose subject states this one.
    pub(crate) stated_by: Option<usize>,
}

impl Clause {
    /// Rows that are the object of the active verb.
    pub(crate) fn argument(&self, role: Role) -> Option<Nouns> {
        self.arguments.iter().find(|a| a.role == role).map(|a| a.nouns)
    }
}

/// A sentence's clauses, in the order of their verbs.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    pub(crate) clauses: Vec<Clause>,
    /// Rows introduced as sources of the whole sentence ("according to Seoul").
    pub(crate) sources: Vec<Nouns>,
    /// Governors with what they govern, in order.
    governed: Vec<(usize, usize)>,
    /// Chunks with the clauses of which they are arguments, in order.
    holders: Vec<(usize, usize)>,
    /// Chunks with the clauses whose own subject they are, in order.
    owners: Vec<(usize, usize)>,
    /// Lists that the clauses of one sentence leave to those of the next.
    spare: Vec<Vec<Argument>>,
}

/// The second of the pairs that begin with a number, in their order.
fn seconds(pairs: &[(usize, usize)], first: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + use<'_> {
    let from = pairs.partition_point(|&(number, _)| number < first);
    let to = from + pairs[from..].partition_point(|&(number, _)| number == first);
    pairs[from..to].iter().map(|&(_, second)| second)
}

impl Clauses {
    /// The clauses that hang on a clause, in their order.
    pub(crate) fn governed_by(&self, governor: usize) -> impl Iterator<Item = &Clause> + Clone + use<'_> {
        seconds(&self.governed, governor).map(|clause| &self.clauses[clause])
    }

    /// The clauses of which a chunk is an argument, in their order.
    pub(crate) fn holding(&self, chunk: usize) -> impl DoubleEndedIterator<Item = &Clause> + use<'_> {
        seconds(&self.holders, chunk).map(|clause| &self.clauses[clause])
    }

    /// The clauses whose subject a chunk is, and that did not take it over, in their order.
    pub(crate) fn owned_by(&self, chunk: usize) -> impl DoubleEndedIterator<Item = &Clause> + use<'_> {
        seconds(&self.owners, chunk).map(|clause| &self.clauses[clause])
    }

    /// Reads the chunks of a sentence.
    pub(crate) fn read(&mut self, chunks: &Chunks, units: &[Unit], lexicon: &Lexicon) {
        let used = self.clauses.drain(..).map(|clause| clause.arguments).filter(|list| list.capacity() > 0);
        self.spare.extend(used);
        self.sources.clear();
        let mut reader = Reader {
            chunks,
            units,
            lexicon,
            out: self,
            current: None,
            pending: [None; 2],
            apposed: None,
            suspended: WaitingList::new(),
            intro: Intro::Main,
            fronted: ArgumentList::new(),
            dangling: None,
            negation: false,
            interrupted: None,
            reports: SmallVec::new(),
            awaiting: None,
            dashes: OnceCell::new(),
            skip_to: 0,
            claim: None,
            asked: false,
        };
        for at in 0..chunks.chunks.len() {
            if at >= reader.skip_to {
                reader.chunk(at);
            }
        }
        reader.finish();
        self.index();
    }

    /// Puts down what hangs where.
    fn index(&mut self) {
        let Self { clauses, governed, holders, owners, .. } = self;
        for list in [&mut *governed, &mut *holders, &mut *owners] {
            list.clear();
        }
        for clause in clauses {
            governed.extend(clause.governor.map(|governor| (governor, clause.index)));
            holders.extend(clause.arguments.iter().map(|a| (a.nouns.chunk, clause.index)));
            if !clause.inherited {
                owners.extend(clause.subject[0].map(|n| (n.chunk, clause.index)));
                owners.extend(clause.subject[1].map(|n| (n.chunk, clause.index)));
            }
        }
        for list in [governed, holders, owners] {
            list.sort_unstable();
        }
    }
}
