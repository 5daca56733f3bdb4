use std::collections::HashMap;

use super::{
    Candidate, Casing,
    automaton::Automaton,
    boundary::is_word_start,
    fold::{Case, key},
    starts::Starts,
    variants::spellings,
};
use crate::{
    gazetteer::{Gazetteer, Name, NameKind},
    text::Span,
};

/// All spellings of all names, and which names each may be.
#[derive(Clone, Debug)]
pub(in crate::mention) struct Lexicon {
    /// Names as they are written.
    pub(super) cased: Automaton,
    /// Names in small letters, for stretches in which case says nothing.
    pub(super) folded: Automaton,
    pub(super) starts: Starts,
    /// Where the folded patterns begin: patterns of both automata are numbered in one row.
    first_folded: u32,
    /// Where the names of each pattern begin in `names`.
    bounds: Vec<u32>,
    names: Vec<u32>,
}

impl Lexicon {
    pub(in crate::mention) fn new(gazetteer: &Gazetteer) -> Result<Self, aho_corasick::BuildError> {
        let (mut cased, mut folded) = (Patterns::default(), Patterns::default());
        for (name, number) in gazetteer.names.iter().zip(0..) {
            for spelling in spellings(name) {
                cased.add(key(&spelling, Case::Kept), number);
                if is_folded(name) {
                    folded.add(key(&spelling, Case::Lowered), number);
                }
            }
        }
        let starts = Starts::new(&cased.keys, &folded.keys);
        let first_folded = u32::try_from(cased.keys.len()).expect("the automaton numbers patterns with less");
        let (mut bounds, mut names) = (vec![0], Vec::new());
        for of_pattern in cased.names.iter().chain(&folded.names) {
            names.extend_from_slice(of_pattern);
            bounds.push(u32::try_from(names.len()).expect("each name has a few spellings"));
        }
        let (cased, folded) = (Automaton::new(&cased.keys, Case::Kept)?, Automaton::new(&folded.keys, Case::Lowered)?);
        Ok(Self { cased, folded, starts, first_folded, bounds, names })
    }

    /// The longest name from `at` in its own case: its end, and its pattern.
    pub(super) fn longest_cased(&self, text: &str, at: usize) -> Option<(usize, u32)> {
        self.cased.longest(text, at)
    }

    /// The longest name from `at` in any case.
    pub(super) fn longest_folded(&self, text: &str, at: usize) -> Option<(usize, u32)> {
        self.folded.longest(text, at).map(|(end, pattern)| (end, self.first_folded + pattern))
    }

    /// Appends the names that stand within a longer one, of those that overlap the first.
    pub(in crate::mention) fn within(&self, text: &str, outer: Span, casing: Casing, out: &mut Vec<Candidate>) {
        let folded = casing == Casing::Lower;
        // From its own start a shorter one ends before its last word.
        let shorter = outer.of(text).rfind([' ', '-', '\u{2011}']).map_or(outer.start, |end| outer.start + end);
        let mut free = outer.start;
        for (at, _) in outer.of(text).char_indices() {
            let at = outer.start + at;
            if at < free || !is_word_start(text, at) || !text[at..].starts_with(char::is_alphanumeric) {
                continue;
            }
            let until = &text[..if at == outer.start { shorter } else { outer.end }];
            let found = if folded { self.longest_folded(until, at) } else { self.longest_cased(until, at) };
            if let Some((end, pattern)) = found {
                out.push(Candidate { span: Span::new(at, end), pattern, casing });
                free = end;
            }
        }
    }

    /// The names that a pattern may be, as indices into the gazetteer's, in its order.
    pub(in crate::mention) fn names(&self, pattern: u32) -> &[u32] {
        let bound = |pattern: usize| self.bounds[pattern] as usize;
        &self.names[bound(pattern as usize)..bound(pattern as usize + 1)]
    }
}

/// Exact names keep their case; acronyms are looked at again where they are found in small letters.
fn is_folded(name: &Name) -> bool {
    !name.exact || matches!(name.kind, NameKind::Acronym | NameKind::Decoy)
}

#[derive(Default)]
struct Patterns {
    numbers: HashMap<Vec<u8>, usize>,
    keys: Vec<Vec<u8>>,
    names: Vec<Vec<u32>>,
}

impl Patterns {
    fn add(&mut self, key: Vec<u8>, name: u32) {
        // A name of invisible characters alone would match everywhere.
        if key.is_empty() {
            return;
        }
        let next = self.keys.len();
        let number = *self.numbers.entry(key).or_insert_with_key(|key| {
            self.keys.push(key.clone());
            self.names.push(Vec::new());
            next
        });
        if self.names[number].last() != Some(&name) {
            self.names[number].push(name);
        }
    }
}
