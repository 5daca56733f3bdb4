use std::ops::Range;

use aho_corasick::{
    Anchored,
    automaton::{Automaton as _, StateID},
    nfa::contiguous::NFA,
};

use super::{
    keys::Keys,
    letters::LETTERS,
    walk::{Place, Way},
};

/// Keys with the same first letters, of which it finds those that begin at one place.
#[derive(Clone, Debug)]
pub(super) struct Automaton {
    nfa: NFA,
    /// The state after so many of the first letters.
    starts: [StateID; LETTERS as usize + 1],
    first_key: u32,
}

impl Automaton {
    /// # Panics
    ///
    /// When the keys need more states than 31 bits number, which [`super::index::NameIndex`] rules out.
    pub(super) fn new(keys: &Keys, numbers: Range<usize>) -> Self {
        let texts = numbers.clone().map(|key| keys.text(key));
        let nfa = NFA::builder().prefilter(false).build(texts).expect("the length of all names is bounded");
        let start = nfa.start_state(Anchored::Yes).expect("this kind has both starts");
        let mut starts = [start; LETTERS as usize + 1];
        for (at, &byte) in keys.text(numbers.start).iter().take(LETTERS as usize).enumerate() {
            starts[at + 1] = nfa.next_state(Anchored::Yes, starts[at], byte);
        }
        Self { nfa, starts, first_key: numbers.start as u32 }
    }

    /// The way that begins behind so many of the first letters.
    pub(super) fn way(&self, letters: usize) -> impl Way + '_ {
        Walk { automaton: self, state: self.starts[letters], fed: letters }
    }
}

struct Walk<'a> {
    automaton: &'a Automaton,
    state: StateID,
    fed: usize,
}

impl Way for Walk<'_> {
    #[inline(always)]
    fn feed(&mut self, byte: u8) {
        self.state = self.automaton.nfa.next_state(Anchored::Yes, self.state, byte);
        self.fed += 1;
    }

    #[inline(always)]
    fn place(&self) -> Place {
        let nfa = &self.automaton.nfa;
        if !nfa.is_special(self.state) {
            return Place::Within;
        }
        if nfa.is_dead(self.state) {
            return Place::Nowhere;
        }
        if nfa.is_match(self.state) {
            let pattern = nfa.match_pattern(self.state, 0);
            // Not one that only ends what was fed.
            if nfa.pattern_len(pattern) == self.fed {
                return Place::End(self.automaton.first_key + pattern.as_u32());
            }
        }
        Place::Within
    }
}
