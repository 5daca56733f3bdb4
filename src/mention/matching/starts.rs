use serde::{Deserialize, Serialize};

use super::{
    fold::Case,
    letters::{FirstLetters, LETTERS, leads, word_length},
    prefixes::{Prefixes, View},
};
use crate::{
    eight::{self, BLOCK, EACH, gathered},
    text::Span,
};

/// Where in a text names may begin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Starts {
    pub(super) cased: Prefixes,
    /// Of names in small letters.
    pub(super) folded: Prefixes,
}

impl Starts {
    /// What is looked up for each word of a text.
    pub(super) fn view(&self) -> StartsView<'_> {
        StartsView { cased: self.cased.view(), folded: self.folded.view() }
    }
}

/// Tells of the words of a text which may begin names.
#[derive(Clone, Copy, Debug)]
pub(super) struct StartsView<'s> {
    cased: View<'s>,
    folded: View<'s>,
}

impl StartsView<'_> {
    /// Whether a name may begin with this word, as it is written or in capitals.
    #[inline(always)]
    pub(super) fn has(self, word: FirstLetters) -> bool {
        self.cased.has(word.of(Case::Kept)) | (word.second().is_ascii_uppercase() && self.has_folded(word))
    }

    /// The same for a name in small letters.
    #[inline(always)]
    pub(super) fn has_folded(self, word: FirstLetters) -> bool {
        self.folded.has(word.of(Case::Lowered))
    }
}

/// Words may begin in so many of these: the first letters of each are among them.
const STEP: usize = BLOCK - LETTERS as usize;

/// Offsets at which words begin that pass, and all at which there are characters beyond ASCII, or words go on in them. A
/// word is taken to begin where the part begins.
#[derive(Clone, Debug)]
pub(super) struct WordStarts<'t, P> {
    bytes: &'t [u8],
    end: usize,
    passes: P,
    /// The block before begins here.
    block: usize,
    next: usize,
    /// The starts in the block before that were not given yet.
    left: u64,
    /// Whether the block before ends in a word: 0 or 1.
    after_word: u64,
}

pub(super) const fn word_starts<P: Fn(FirstLetters) -> bool>(text: &str, part: Span, passes: P) -> WordStarts<'_, P> {
    let Span { start, end } = part;
    WordStarts { bytes: text.as_bytes(), end, passes, block: start, next: start, left: 0, after_word: 0 }
}

impl<P: Fn(FirstLetters) -> bool> Iterator for WordStarts<'_, P> {
    type Item = usize;

    // Its state stays in registers then.
    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            if self.next >= self.end {
                return None;
            }
            self.block = self.next;
            self.next += STEP;
            self.look();
        }
        let at = self.block + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        Some(at)
    }
}

impl<P: Fn(FirstLetters) -> bool> WordStarts<'_, P> {
    /// Finds the starts in the block.
    #[inline(always)]
    fn look(&mut self) {
        let rest = &self.bytes[self.block..];
        let copied_rest;
        let block = match rest.first_chunk() {
            Some(block) => block,
            None => {
                copied_rest = eight::last_block(rest);
                &copied_rest
            }
        };
        let in_words = eight::words(block);
        let of_part = (1 << STEP.min(self.end - self.block)) - 1;
        let may_begin = !(in_words << 1 | self.after_word) & of_part;
        self.after_word = in_words >> (STEP - 1) & 1;
        let mut words = in_words & may_begin;
        if !block.is_ascii() {
            self.left = beyond_ascii(block, in_words, may_begin);
        }
        while words != 0 {
            let at = words.trailing_zeros();
            words &= words - 1;
            let loaded = block[at as usize..].first_chunk().map_or(0, |&eight| u64::from_le_bytes(eight));
            let word = FirstLetters::new(loaded, in_words >> at);
            self.left |= u64::from((self.passes)(word)) << at;
        }
    }
}

/// Where in a block characters beyond ASCII begin, and words that go on in some.
#[cold]
fn beyond_ascii(block: &[u8; BLOCK], in_words: u64, may_begin: u64) -> u64 {
    let (mut beyond, mut begin) = (0, 0);
    for (number, eight) in block.as_chunks().0.iter().enumerate() {
        let loaded = u64::from_le_bytes(*eight);
        beyond |= gathered(loaded >> 7 & EACH) << (8 * number);
        begin |= gathered(leads(loaded) >> 7) << (8 * number);
    }
    let mut starts = begin & may_begin;
    let mut words = in_words & may_begin;
    while words != 0 {
        let at = words.trailing_zeros();
        words &= words - 1;
        starts |= (beyond >> (at + word_length(in_words >> at)) & 1) << at;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::matching::{fold::Case, letters::first_letters};

    fn starts(text: &str) -> Vec<&str> {
        let names = ["Japan", "al-Qaeda", "US", "Saint Lucia", "5+1", "the Grenadines"];
        let mut starts = Starts::default();
        for name in names {
            starts.cased.add(first_letters(name, 0, Case::Kept).0);
            starts.folded.add(first_letters(name, 0, Case::Lowered).0);
        }
        let view = starts.view();
        word_starts(text, Span::new(0, text.len()), |word| view.has(word))
            .map(|at| text[at..].split(' ').next().unwrap())
            .collect()
    }

    #[test]
    fn first_words_of_names_begin_them() {
        assert_eq!(starts("also in Japan, for al-Qaeda"), ["Japan,", "al-Qaeda"]);
        assert_eq!(starts("The US, US-led, the Saints and Saint Lucia of 5"), ["US,", "US-led,", "the", "Saint", "5"]);
        assert_eq!(starts("all the green islands of the Grenadines, the\n\nending."), ["the", "the", "the\n\nending."]);
        assert_eq!(starts("JAPAN, AL-QAEDA, USA, xUS, 5US, _US"), ["JAPAN,", "AL-QAEDA,", "US"]);
        assert_eq!(starts("japan us. Us."), Vec::<&str>::new());
    }

    #[test]
    fn lowered_keys_begin_words_in_any_case() {
        let mut starts = Starts::default();
        ["bloc", "g7 states"].iter().for_each(|name| starts.folded.add(first_letters(name, 0, Case::Lowered).0));
        let text = "The Bloc, BLOC, bloc, block; g7 states, G7 States, a G20 meeting";
        let view = starts.view();
        let starts = word_starts(text, Span::new(0, text.len()), |word| view.has_folded(word));
        assert_eq!(starts.map(|at| &text[at..at + 2]).collect::<Vec<_>>(), ["Bl", "BL", "bl", "g7", "G7"]);
    }

    #[test]
    fn letters_beyond_ascii_are_left_to_the_walk() {
        assert_eq!(starts("a Jápan, “Us, Ja\u{ad}pan."), ["Jápan,", "“Us,", "Ja\u{ad}pan."]);
    }

    #[test]
    fn a_part_ends_before_what_follows() {
        let text = "Japan\nJapan Japan\nJapan";
        for part in [Span::new(0, 6), Span::new(6, 18), Span::new(18, 23), Span::new(0, 0)] {
            let starts: Vec<_> = word_starts(text, part, |_| true).collect();
            assert_eq!(starts, [0, 6, 12, 18].into_iter().filter(|&at| part.range().contains(&at)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn all_offsets_within_a_block_are_found() {
        for blanks in 0..20 {
            assert_eq!(starts(&format!("{}Japan", " ".repeat(blanks))).len(), 1);
        }
    }
}
