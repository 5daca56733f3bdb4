use std::borrow::Cow;

use crate::quick_map::QuickMap;

/// A word's number in a [`Vocabulary`].
pub(crate) type WordId = u32;

/// The words that a stage knows, folded to lower case; short upper-case words ("PM") keep theirs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    words: QuickMap<Box<[u8]>, WordId>,
}

/// Longer words are in no vocabulary, so looking one up takes bounded room.
const LONGEST: usize = 24;

impl Vocabulary {
    /// Enters the words of a phrase, split at blanks and hyphens.
    pub(crate) fn enter(&mut self, phrase: &str) -> Vec<WordId> {
        let words = phrase.split([' ', '-']).filter(|word| !word.is_empty());
        words.map(|word| self.enter_word(word)).collect()
    }

    fn enter_word(&mut self, word: &str) -> WordId {
        let is_key = is_upper(word) || word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
        let key = if is_key { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        if let Some(&known) = self.words.get(key.as_bytes()) {
            return known;
        }
        let next = WordId::try_from(self.words.len()).unwrap_or(WordId::MAX);
        self.words.insert(key.as_bytes().into(), next);
        next
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The number of a word of the text.
    pub(crate) fn id(&self, word: &str) -> Option<WordId> {
        if word.len() > LONGEST {
            return None;
        }
        if is_upper(word)
            && let Some(&id) = self.words.get(word.as_bytes())
        {
            return Some(id);
        }
        if !word.is_ascii() {
            return self.words.get(word.to_lowercase().as_bytes()).copied();
        }
        let mut folded = [0; LONGEST];
        let folded = &mut folded[..word.len()];
        folded.copy_from_slice(word.as_bytes());
        folded.make_ascii_lowercase();
        self.words.get(&*folded).copied()
    }
}

fn is_upper(word: &str) -> bool {
    (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// Phrases of words, of which the longest that begins somewhere is wanted.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    edges: QuickMap<(u32, WordId), u32>,
    values: Vec<Option<T>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { edges: QuickMap::default(), values: vec![None] }
    }
}

impl<T> Phrases<T> {
    /// The value's place for a phrase, made when it is new.
    pub(crate) fn entry(&mut self, phrase: &[WordId]) -> &mut Option<T> {
        let mut node = 0;
        for &word in phrase {
            let next = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            node = *self.edges.entry((node, word)).or_insert(next);
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
            let Some(&next) = self.edges.get(&(node, word)) else { break };
            node = next;
            if let Some(value) = &self.values[node as usize] {
                found = Some((read + 1, value));
            }
        }
        found
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
