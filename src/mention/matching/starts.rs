use serde::{Deserialize, Serialize};

use super::{
    fold::Case,
    letters::{leads, load, words},
    prefixes::Prefixes,
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
    /// Offsets at which a name may begin, as it is written or in capitals, in order; what stands before is not looked at
    /// closely.
    pub(super) fn iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        word_starts(text)
            .filter(|&(_, loaded)| {
                let is_capital = (loaded >> 8) as u8;
                self.cased.has(loaded, Case::Kept)
                    || is_capital.is_ascii_uppercase() && self.folded.has(loaded, Case::Lowered)
            })
            .map(|(at, _)| at)
    }
}

/// Offsets at which words and characters beyond ASCII begin, eight bytes at a time, with the eight bytes from there.
pub(super) fn word_starts(text: &str) -> impl Iterator<Item = (usize, u64)> + '_ {
    let bytes = text.as_bytes();
    let (mut block, mut left, mut after_word) = (0, 0, 0);
    std::iter::from_fn(move || {
        while left == 0 {
            if block >= bytes.len() {
                return None;
            }
            let loaded = load(bytes, block);
            let words = words(loaded);
            left = (words | leads(loaded)) & !(words << 8 | after_word);
            after_word = words >> 56;
            block += 8;
        }
        let at = block - 8 + left.trailing_zeros() as usize / 8;
        left &= left - 1;
        Some((at, load(bytes, at)))
    })
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
        starts.iter(text).map(|at| text[at..].split(' ').next().unwrap()).collect()
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
        let starts = word_starts(text).filter(|&(_, loaded)| prefixes.has(loaded, Case::Lowered));
        assert_eq!(starts.map(|(at, _)| &text[at..at + 2]).collect::<Vec<_>>(), ["Bl", "BL", "bl", "g7", "G7"]);
    }

    #[test]
    fn letters_beyond_ascii_are_left_to_the_walk() {
        assert_eq!(starts("a Jápan, “Us, Ja\u{ad}pan."), ["Jápan,", "“Us,", "Ja\u{ad}pan."]);
    }

    #[test]
    fn all_offsets_within_a_block_are_found() {
        for blanks in 0..20 {
            assert_eq!(starts(&format!("{}Japan", " ".repeat(blanks))).len(), 1);
        }
    }
}
