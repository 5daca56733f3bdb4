use std::borrow::Cow;

use crate::{
    quick_map::QuickMap,
    word_table::{Key, WordTable},
};

/// A word's number in a [`Vocabulary`].
pub(crate) type WordId = u32;

/// The words that a stage knows, folded to lower case; short upper-case words ("PM") keep theirs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    words: WordTable<Option<WordId>>,
    /// How many words there are, with those that are too long to be found.
    length: usize,
}

impl Vocabulary {
    /// Enters the words of a phrase, split at blanks and hyphens.
    pub(crate) fn enter(&mut self, phrase: &str) -> Vec<WordId> {
        let words = phrase.split([' ', '-']).filter(|word| !word.is_empty());
        words.map(|word| self.enter_word(word)).collect()
    }

    fn enter_word(&mut self, word: &str) -> WordId {
        let is_key = is_upper(word) || word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
        let key = if is_key { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        let next = WordId::try_from(self.length).unwrap_or(WordId::MAX);
        let id = *Key::new(&key).map_or(&mut None, |key| self.words.entry(key)).get_or_insert(next);
        self.length += usize::from(id == next);
        id
    }

    pub(crate) const fn len(&self) -> usize {
        self.length
    }

    /// The number of a word of the text; none for one of more than 24 bytes.
    pub(crate) fn id(&self, word: &str) -> Option<WordId> {
        let key = Key::new(word)?;
        if is_upper(word)
            && let Some(id) = self.words.get(key).flatten()
        {
            return Some(id);
        }
        if word.is_ascii() {
            self.words.get(key.lowered())?
        } else {
            self.words.get(Key::new(&word.to_lowercase())?)?
        }
    }
}

fn is_upper(word: &str) -> bool {
    (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// Phrases of words, of which the longest that begins somewhere is wanted.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    /// The node after the first word, for most words none: 0.
    first: Vec<u32>,
    edges: QuickMap<(u32, WordId), u32>,
    values: Vec<Option<T>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { first: Vec::new(), edges: QuickMap::default(), values: vec![None] }
    }
}

impl<T> Phrases<T> {
    /// The value's place for a phrase, made when it is new.
    pub(crate) fn entry(&mut self, phrase: &[WordId]) -> &mut Option<T> {
        let mut node = 0;
        for &word in phrase {
            let next = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            let edge = if node == 0 {
                let word = word as usize;
                self.first.resize(self.first.len().max(word + 1), 0);
                &mut self.first[word]
            } else {
                self.edges.entry((node, word)).or_default()
            };
            if *edge == 0 {
                *edge = next;
            }
            node = *edge;
            if node == next {
                self.values.push(None);
            }
        }
        &mut self.values[node as usize]
    }

    /// Of the phrases that begin the sequence the longest, with the number of its words.
    pub(crate) fn longest(&self, words: impl Iterator<Item = WordId>) -> Option<(usize, &T)> {
        let (mut node, mut found) = (0, None);
        for (read, word) in words.enumerate() {
            node = self.next(node, word);
            if node == 0 {
                break;
            }
            if let Some(value) = &self.values[node as usize] {
                found = Some((read + 1, value));
            }
        }
        found
    }

    /// The node after one more word; 0 where no phrase goes on so.
    fn next(&self, node: u32, word: WordId) -> u32 {
        let next = if node == 0 { self.first.get(word as usize) } else { self.edges.get(&(node, word)) };
        next.copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_whatever_its_case_and_hyphens() {
        let mut words = Vocabulary::default();
        let mut phrases = Phrases::default();
        for phrase in ["prime minister", "deputy prime minister", "secretary-general", "PM"] {
            *phrases.entry(&words.enter(phrase)) = Some(phrase);
        }
        let longest = |text: &str| phrases.longest(text.split(' ').map_while(|word| words.id(word))).map(|(n, _)| n);
        assert_eq!(longest("Deputy PRIME minister of"), Some(3));
        assert_eq!(longest("Secretary General"), Some(2));
        assert_eq!(longest("prime"), None);
        assert_eq!(longest("PM"), Some(1));
        assert_eq!(longest("pm"), None);
    }
}
