use std::sync::OnceLock;

use super::words::SentenceWords;

/// `patterns/english/abbreviations.toml`, checked by the build script.
static ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sentences.postcard"));

/// A language's abbreviations and sentence openings, sorted for look-up.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// With the forms that they have in all-capitals text.
    abbreviations: Vec<(String, Class)>,
    /// By first byte, which lengths they have, a bit each: most words are none of them.
    lengths: [u32; 256],
    exclaimed: Vec<String>,
    openings: Vec<String>,
    auxiliaries: Vec<String>,
    reporting: Vec<String>,
    unfinished: Vec<String>,
}

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
        let mut abbreviations: Vec<(String, Class)> = Vec::new();
        let classes: [(Vec<String>, Set); 4] = [
            (words.before_names, |class| class.before_names = true),
            (words.before_numbers, |class| class.before_numbers = true),
            (words.may_end, |class| class.may_end = true),
            (words.adjectival, |class| (class.may_end, class.adjectival) = (true, true)),
        ];
        for (words, set) in classes {
            for word in words {
                let mut class = Class::default();
                set(&mut class);
                abbreviations.push((word.to_uppercase(), class));
                abbreviations.push((word, class));
            }
        }
        abbreviations.sort_by(|one, other| one.0.cmp(&other.0));
        abbreviations.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                kept.1.before_names |= later.1.before_names;
                kept.1.before_numbers |= later.1.before_numbers;
                kept.1.may_end |= later.1.may_end;
                kept.1.adjectival |= later.1.adjectival;
            }
            same
        });
        let mut lengths = [0; 256];
        for (word, _) in &abbreviations {
            lengths[usize::from(word.as_bytes()[0])] |= length_bit(word);
        }
        Self {
            abbreviations,
            lengths,
            exclaimed: sorted(words.exclaimed),
            openings: sorted(words.openings),
            auxiliaries: sorted(words.auxiliaries),
            reporting: sorted(words.reporting),
            unfinished: sorted(words.unfinished),
        }
    }

    pub(super) fn abbreviation(&self, word: &str) -> Option<Class> {
        let first = *word.as_bytes().first()?;
        if self.lengths[usize::from(first)] & length_bit(word) == 0 {
            return None;
        }
        let found = self.abbreviations.binary_search_by(|(known, _)| known.as_str().cmp(word)).ok()?;
        Some(self.abbreviations[found].1)
    }

    pub(super) fn is_exclaimed(&self, word: &str) -> bool {
        contains(&self.exclaimed, word)
    }

    pub(super) fn is_opening(&self, word: &str) -> bool {
        contains(&self.openings, word)
    }

    pub(super) fn is_auxiliary(&self, word: &str) -> bool {
        contains(&self.auxiliaries, word)
    }

    pub(super) fn is_reporting(&self, word: &str) -> bool {
        contains(&self.reporting, word)
    }

    pub(super) fn is_unfinished(&self, word: &str) -> bool {
        contains(&self.unfinished, word)
    }
}

fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort_unstable();
    words
}

fn contains(sorted: &[String], word: &str) -> bool {
    sorted.binary_search_by(|known| known.as_str().cmp(word)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_words_equal_the_file() {
        let text = include_str!("../../../patterns/english/abbreviations.toml");
        let file = SentenceWords::read("abbreviations.toml", text).unwrap();
        assert!(postcard::to_stdvec(&file).unwrap() == ENGLISH);
    }
}
