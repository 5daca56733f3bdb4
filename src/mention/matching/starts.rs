use serde::{Deserialize, Serialize};

use super::{
    fold::Case,
    letters::{leads, load, words},
    prefixes::{Prefixes, View},
};
use crate::text::Span;

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
    /// Whether a name may begin with the eight bytes that begin with a word, as it is written or in capitals.
    #[inline(always)]
    pub(super) fn has(self, loaded: u64) -> bool {
        let second = (loaded >> 8) as u8;
        self.cased.has(loaded, Case::Kept) || second.is_ascii_uppercase() && self.has_folded(loaded)
    }

    /// The same for a name in small letters.
    #[inline(always)]
    pub(super) fn has_folded(self, loaded: u64) -> bool {
        self.folded.has(loaded, Case::Lowered)
    }
}

/// Offsets at which words and characters beyond ASCII begin, eight bytes at a time, with the eight bytes from there. A word
/// is taken to begin where the part begins.
#[derive(Clone, Debug)]
pub(super) struct WordStarts<'t> {
    bytes: &'t [u8],
    end: usize,
    block: usize,
    /// The starts in the block before that were not given yet.
    left: u64,
    after_word: u64,
}

pub(super) const fn word_starts(text: &str, part: Span) -> WordStarts<'_> {
    WordStarts { bytes: text.as_bytes(), end: part.end, block: part.start, left: 0, after_word: 0 }
}

impl Iterator for WordStarts<'_> {
    type Item = (usize, u64);

    // Its state stays in registers then.
    #[inline(always)]
    fn next(&mut self) -> Option<(usize, u64)> {
        while self.left == 0 {
            if self.block >= self.end {
                return None;
            }
            let loaded = load(self.bytes, self.block);
            let words = words(loaded);
            self.left = (words | leads(loaded)) & !(words << 8 | self.after_word);
            self.after_word = words >> 56;
            self.block += 8;
        }
        let at = self.block - 8 + self.left.trailing_zeros() as usize / 8;
        self.left &= self.left - 1;
        if at < self.end { Some((at, load(self.bytes, at))) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::matching::fold::key;

    fn starts(text: &str) -> Vec<&str> {
        let names = ["Japan", "al-Qaeda", "US", "Saint Lucia", "5+1", "the Grenadines"];
        let mut starts = Starts::default();
        for name in names {
            let key = key(name, Case::Kept);
            starts.cased.add(&key);
            starts.folded.add(&key.to_ascii_lowercase());
        }
        word_starts(text, Span::new(0, text.len()))
            .filter(|&(_, loaded)| starts.view().has(loaded))
            .map(|(at, _)| text[at..].split(' ').next().unwrap())
            .collect()
    }

    #[test]
    fn first_words_of_names_begin_them() {
        assert_eq!(starts("also in Japan, for al-Qaeda"), ["Japan,", "al-Qaeda"]);
        assert_eq!(starts("The US, US-led, the Saints and Saint Lucia of 5"), ["US,", "US-led,", "Saint", "5"]);
        assert_eq!(starts("all the green islands of the Grenadines, the\n\nending."), ["the", "the\n\nending."]);
        assert_eq!(starts("JAPAN, AL-QAEDA, USA, xUS, 5US, _US"), ["JAPAN,", "AL-QAEDA,", "US"]);
        assert_eq!(starts("japan us. Us."), Vec::<&str>::new());
    }

    #[test]
    fn lowered_keys_begin_words_in_any_case() {
        let mut prefixes = Prefixes::default();
        ["bloc", "g7 states"].iter().for_each(|key| prefixes.add(key.as_bytes()));
        let text = "The Bloc, BLOC, bloc, block; g7 states, G7 States, a G20 meeting";
        let starts = word_starts(text, Span::new(0, text.len()));
        let starts = starts.filter(|&(_, loaded)| prefixes.view().has(loaded, Case::Lowered));
        assert_eq!(starts.map(|(at, _)| &text[at..at + 2]).collect::<Vec<_>>(), ["Bl", "BL", "bl", "g7", "G7"]);
    }

    #[test]
    fn letters_beyond_ascii_are_left_to_the_walk() {
        assert_eq!(starts("a Jápan, “Us, Ja\u{ad}pan."), ["Jápan,", "“Us,", "Ja\u{ad}pan."]);
    }

    #[test]
    fn a_part_ends_before_what_follows() {
        let text = "Japan\nJapan Japan\nJapan";
        for part in [Span::new(0, 6), Span::new(6, 18), Span::new(18, 23), Span::new(0, 0)] {
            let starts: Vec<_> = word_starts(text, part).map(|(at, _)| at).collect();
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
