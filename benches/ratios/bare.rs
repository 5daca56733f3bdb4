use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use geopol::Extractor;

/// Scans by `aho-corasick` alone for all names of the gazetteer: what the library is measured by.
#[derive(Debug)]
pub struct Bare {
    names: usize,
    /// R: the kind that the crate chooses.
    pub plain: AhoCorasick,
    pub dfa: AhoCorasick,
    pub any_case: AhoCorasick,
}

impl Bare {
    pub fn new(extractor: &Extractor) -> Self {
        let names = Self::names(extractor);
        Self {
            names: names.len(),
            plain: Self::scan(&names, None, false),
            dfa: Self::scan(&names, Some(AhoCorasickKind::DFA), false),
            any_case: Self::scan(&names, None, true),
        }
    }

    /// One automaton of these names, of the kind that the crate chooses if none is said.
    pub fn scan(names: &BTreeSet<&str>, kind: Option<AhoCorasickKind>, any_case: bool) -> AhoCorasick {
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::LeftmostLongest).kind(kind).ascii_case_insensitive(any_case);
        builder.build(names).expect("there are not so many names")
    }

    /// The gazetteer's names as the library matches them, each once.
    pub fn names(extractor: &Extractor) -> BTreeSet<&str> {
        extractor.gazetteer().names().iter().map(geopol::Name::text).collect()
    }

    /// The number of names, each counted once.
    pub const fn len(&self) -> usize {
        self.names
    }

    /// How much heap the automata take.
    pub fn memory(&self) -> String {
        let megabytes = |automaton: &AhoCorasick| automaton.memory_usage() / 1_000_000;
        format!("R {} MB, DFA kind {} MB", megabytes(&self.plain), megabytes(&self.dfa))
    }
}
