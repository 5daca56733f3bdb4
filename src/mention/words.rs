//! English words of closed classes that tell names from what stands next to them.

use std::sync::OnceLock;

use super::patterns::{NamePatterns, StateRow};
use crate::word_table::{Key, LONGEST, WordTable};

/// The file `patterns/english/names.toml`, compiled by the build script.
static PATTERNS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.postcard"));

/// The words by what they do.
#[derive(Debug)]
pub(super) struct Words {
    /// Begin sentences or stand before a name with a capital without being part of it.
    pub(super) function: WordSet,
    /// Before a person's name in place of an office.
    pub(super) honorifics: WordSet,
    /// Of these, those after which no name is a state's.
    pub(super) courtesies: WordSet,
    /// Organs and offices, which follow a state's name with a capital.
    pub(super) organs: WordSet,
    /// Say when an office is held, not by whom.
    pub(super) qualifiers: WordSet,
    /// After a title and a hyphen.
    pub(super) designations: WordSet,
    /// After the name of who governs.
    pub(super) administrations: WordSet,
    /// Prepositions of place.
    pub(super) locatives: WordSet,
    /// Phrases before a city that is only a place.
    pub(super) cities: Vec<String>,
    /// End the name of an institution that begins with a state's.
    pub(super) institutions: WordSet,
    /// Stand before "of" in the name of an institution that ends with a state's.
    pub(super) institutions_of: WordSet,
    /// Stand right before a state's name in another name.
    pub(super) proper: WordSet,
    /// What a person is said to be, and no leader.
    pub(super) occupations: WordSet,
    /// What persons do and states do not.
    pub(super) deeds: WordSet,
    /// States and provinces in which towns lie.
    pub(super) states: Vec<StateRow>,
    /// Those that are called like a state of the world.
    pub(super) shared_states: WordSet,
    /// Their names and abbreviations, by the capital with which they begin: the row, and which abbreviation, counted from 1.
    state_names: [Vec<(usize, usize)>; 26],
}

impl Words {
    pub(super) fn embedded() -> &'static Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| {
            let patterns: NamePatterns = postcard::from_bytes(PATTERNS).expect("the build script wrote these patterns");
            Self {
                function: WordSet::new(patterns.function),
                honorifics: WordSet::new(patterns.honorifics),
                courtesies: WordSet::new(patterns.courtesies),
                organs: WordSet::new(patterns.organs),
                qualifiers: WordSet::new(patterns.qualifiers),
                designations: WordSet::new(patterns.designations),
                administrations: WordSet::new(patterns.administrations),
                locatives: WordSet::new(patterns.locatives),
                cities: patterns.cities,
                institutions: WordSet::new(patterns.institutions),
                institutions_of: WordSet::new(patterns.institutions_of),
                proper: WordSet::new(patterns.proper),
                occupations: WordSet::new(patterns.occupations),
                deeds: WordSet::new(patterns.deeds),
                shared_states: WordSet::new(
                    patterns.state.iter().filter(|row| row.shared).map(|row| row.name.to_ascii_lowercase()).collect(),
                ),
                state_names: state_names(&patterns.state),
                states: patterns.state,
            }
        })
    }

    /// The names and abbreviations of states, and which they are, that begin with the capital with which the text begins.
    pub(super) fn state_names(&self, text: &str) -> impl Iterator<Item = (&str, bool, &StateRow)> {
        let capital = text.bytes().next().filter(u8::is_ascii_uppercase);
        let names = capital.map_or(&[][..], |capital| &self.state_names[usize::from(capital - b'A')]);
        names.iter().map(|&(row, abbreviation)| {
            let row = &self.states[row];
            (row.spelling(abbreviation), abbreviation > 0, row)
        })
    }
}

fn state_names(rows: &[StateRow]) -> [Vec<(usize, usize)>; 26] {
    let mut names = [const { Vec::new() }; 26];
    for (number, row) in rows.iter().enumerate() {
        for spelling in 0..=row.abbreviations.len() {
            let capital = row.spelling(spelling).bytes().next().map(|first| first.to_ascii_uppercase());
            if let Some(letter) = capital.filter(u8::is_ascii_uppercase) {
                names[usize::from(letter - b'A')].push((number, spelling));
            }
        }
    }
    names
}

impl StateRow {
    /// The name, or one of the abbreviations, counted from 1.
    fn spelling(&self, number: usize) -> &str {
        number.checked_sub(1).map_or(&self.name, |number| &self.abbreviations[number])
    }
}

/// Words in any case.
#[derive(Clone, Debug)]
pub(super) struct WordSet {
    words: Vec<String>,
    table: WordTable<()>,
}

impl WordSet {
    /// Longer words are in no set, so that looking one up takes bounded room.
    pub(super) const LONGEST: usize = LONGEST;

    /// A set of words in small letters.
    pub(super) fn new(words: Vec<String>) -> Self {
        let mut table = WordTable::default();
        words.iter().filter_map(|word| Key::new(word)).for_each(|key| *table.entry(key) = ());
        Self { words, table }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    #[inline]
    pub(super) fn has(&self, word: &str) -> bool {
        Key::new(word).is_some_and(|key| self.table.get(key.lowered()).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_length_do_not_matter() {
        let function = &Words::embedded().function;
        assert!(function.has("In") && function.has("ALTHOUGH"));
        assert!(!function.has("Inn") && !function.has(""));
        assert!(!function.has("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"));
    }

    #[test]
    fn no_listed_word_is_too_long_or_has_a_capital() {
        let words = Words::embedded();
        for set in [
            &words.shared_states,
            &words.function,
            &words.honorifics,
            &words.organs,
            &words.institutions,
            &words.occupations,
        ] {
            assert!(set.iter().all(|word| word.len() <= WordSet::LONGEST && word == word.to_lowercase()), "{set:?}");
        }
    }
}
