//! Short words in a table of their own, looked up by their bytes as numbers: without a copy, and mostly in one step.

use crate::eight::{Eight, load, to_lower_case};

/// Longer words are in no table, so that looking one up takes bounded room.
pub(crate) const LONGEST: usize = 24;

/// A word's bytes as numbers, and its length, which says how these overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    parts: [Eight; 3],
    length: u32,
}

impl Key {
    /// Nothing for a word that is too long, or empty.
    #[inline]
    pub(crate) fn new(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        let length = bytes.len();
        let parts = match length {
            1..=3 => {
                [u64::from(bytes[0]) | u64::from(bytes[length / 2]) << 8 | u64::from(bytes[length - 1]) << 16, 0, 0]
            }
            4..=8 => [u64::from(four(bytes, 0)) | u64::from(four(bytes, length - 4)) << 32, 0, 0],
            9..=16 => [load(bytes, 0), load(bytes, length - 8), 0],
            17..=LONGEST => [load(bytes, 0), load(bytes, 8), load(bytes, length - 8)],
            _ => return None,
        };
        Some(Self { parts, length: length as u32 })
    }

    /// The same word with its ASCII letters small.
    #[inline]
    pub(crate) fn lowered(self) -> Self {
        let [first, second, third] = self.parts;
        let parts = [to_lower_case(first), to_lower_case(second), to_lower_case(third)];
        Self { parts, ..self }
    }

    #[inline]
    fn hash(self) -> u64 {
        let [first, second, third] = self.parts;
        let mixed = first ^ second.rotate_left(23) ^ third.rotate_left(41) ^ u64::from(self.length);
        mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

#[inline(always)]
fn four(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

/// A value for each of some words.
#[derive(Clone, Debug)]
pub(crate) struct WordTable<T> {
    /// A power of two of places, at least every second one empty: of no length.
    places: Vec<Entry<T>>,
    length: usize,
}

#[derive(Clone, Copy, Debug)]
struct Entry<T> {
    key: Key,
    value: T,
}

impl<T: Copy + Default> Default for WordTable<T> {
    fn default() -> Self {
        Self { places: empty(16), length: 0 }
    }
}

fn empty<T: Copy + Default>(places: usize) -> Vec<Entry<T>> {
    vec![Entry { key: Key { parts: [0; 3], length: 0 }, value: T::default() }; places]
}

impl<T: Copy + Default> WordTable<T> {
    #[inline]
    pub(crate) fn get(&self, key: Key) -> Option<T> {
        let found = &self.places[self.place(key)];
        (found.key.length > 0).then_some(found.value)
    }

    /// The value of a key, the default where it is new.
    pub(crate) fn entry(&mut self, key: Key) -> &mut T {
        let mut place = self.place(key);
        if self.places[place].key.length == 0 {
            self.length += 1;
            if 2 * self.length > self.places.len() {
                let more = empty(4 * self.places.len());
                for entry in std::mem::replace(&mut self.places, more) {
                    if entry.key.length > 0 {
                        let place = self.place(entry.key);
                        self.places[place] = entry;
                    }
                }
                place = self.place(key);
            }
            self.places[place].key = key;
        }
        &mut self.places[place].value
    }

    /// Where the key stands, or would.
    #[inline]
    fn place(&self, key: Key) -> usize {
        let last = self.places.len() - 1;
        let mut place = (key.hash() >> 32) as usize & last;
        while self.places[place].key.length > 0 && self.places[place].key != key {
            place = (place + 1) & last;
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_its_own_value() {
        let words: Vec<String> = (0..500).map(|n| "président".repeat(n % 3) + &n.to_string()).collect();
        let mut table = WordTable::default();
        let keys = || words.iter().filter_map(|word| Key::new(word));
        for (key, number) in keys().zip(1..) {
            assert_eq!(*table.entry(key), 0);
            *table.entry(key) = number;
        }
        assert!(
            keys().count() == 500
                && table.length == 500
                && keys().zip(1..).all(|(key, number)| table.get(key) == Some(number))
        );
        assert_eq!(Key::new("500").and_then(|key| table.get(key)), None);
        assert!([0, LONGEST + 1].iter().all(|&length| Key::new(&"a".repeat(length)).is_none()));
    }

    #[test]
    fn words_of_all_lengths_differ_and_are_lowered() {
        let text = "The QUICK brown Fox É@[`{";
        let words: Vec<&str> = (1..=LONGEST).filter_map(|end| text.get(..end)).collect();
        let keys: Vec<Key> = words.iter().map(|word| Key::new(word).unwrap()).collect();
        for (at, word) in words.iter().enumerate() {
            assert_eq!(keys[at].lowered(), Key::new(&word.to_ascii_lowercase()).unwrap(), "{word}");
            assert!(keys[..at].iter().all(|key| *key != keys[at]), "{word}");
        }
    }
}
