use std::sync::OnceLock;

use super::words::SentenceWords;
use crate::word_table::{Key, WordTable};

/// `patterns/english/abbreviations.toml`, checked by the build script.
static ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sentences.postcard"));

/// A language's abbreviations and sentence openings, for look-up.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// With the forms that they have in all-capitals text.
    abbreviations: WordTable<Class>,
    /// By first byte, which lengths they have, a bit each: most words are none of them.
    lengths: [u32; 256],
    /// On which of the other lists a word is, a bit each.
    lists: WordTable<u8>,
}

const EXCLAIMED: u8 = 1;
const OPENING: u8 = 1 << 1;
const AUXILIARY: u8 = 1 << 2;
const REPORTING: u8 = 1 << 3;
const UNFINISHED: u8 = 1 << 4;

/// What may follow an abbreviation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class {
    /// A name, always.
    pub(super) before_names: bool,
    /// A number; else the stop is an ordinary one.
    pub(super) before_numbers: bool,
    /// The next sentence, if it opens like one.
    pub(super) may_end: bool,
    /// And only then: as an adjective it stands before names.
    pub(super) adjectival: bool,
}

type Set = fn(&mut Class);

impl Lexicon {
    pub(super) fn english() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Self::new(postcard::from_bytes(ENGLISH).expect("the build script wrote these words")))
    }

    fn new(words: SentenceWords) -> Self {
        let mut lexicon = Self { abbreviations: WordTable::default(), lengths: [0; 256], lists: WordTable::default() };
        let classes: [(&[String], Set); 4] = [
            (&words.before_names, |class| class.before_names = true),
            (&words.before_numbers, |class| class.before_numbers = true),
            (&words.may_end, |class| class.may_end = true),
            (&words.adjectival, |class| (class.may_end, class.adjectival) = (true, true)),
        ];
        for (words, set) in classes {
            for word in words {
                for form in [word, &word.to_uppercase()] {
                    let Some(key) = Key::new(form) else { continue };
                    set(lexicon.abbreviations.entry(key));
                    lexicon.lengths[usize::from(form.as_bytes()[0])] |= length_bit(form);
                }
            }
        }
        for (words, list) in [
            (&words.exclaimed, EXCLAIMED),
            (&words.openings, OPENING),
            (&words.auxiliaries, AUXILIARY),
            (&words.reporting, REPORTING),
            (&words.unfinished, UNFINISHED),
        ] {
            words.iter().filter_map(|word| Key::new(word)).for_each(|key| *lexicon.lists.entry(key) |= list);
        }
        lexicon
    }

    pub(super) fn abbreviation(&self, word: &str) -> Option<Class> {
        let first = *word.as_bytes().first()?;
        if self.lengths[usize::from(first)] & length_bit(word) == 0 {
            return None;
        }
        self.abbreviations.get(Key::new(word)?)
    }

    fn is_on(&self, list: u8, word: &str) -> bool {
        Key::new(word).and_then(|key| self.lists.get(key)).is_some_and(|lists| lists & list != 0)
    }

    pub(super) fn is_exclaimed(&self, word: &str) -> bool {
        self.is_on(EXCLAIMED, word)
    }

    pub(super) fn is_opening(&self, word: &str) -> bool {
        self.is_on(OPENING, word)
    }

    pub(super) fn is_auxiliary(&self, word: &str) -> bool {
        self.is_on(AUXILIARY, word)
    }

    pub(super) fn is_reporting(&self, word: &str) -> bool {
        self.is_on(REPORTING, word)
    }

    pub(super) fn is_unfinished(&self, word: &str) -> bool {
        self.is_on(UNFINISHED, word)
    }
}

fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_words_equal_the_file() {
        let text = include_str!("../../../patterns/english/abbreviations.toml");
        let file = SentenceWords::read("abbreviations.toml", text).unwrap();
        assert!(postcard::to_stdvec(&file).unwrap() == ENGLISH);
        assert!(file.all().all(|word| Key::new(word).is_some()), "words are too long to be looked up");
    }
}
