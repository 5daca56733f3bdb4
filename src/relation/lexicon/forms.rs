use std::{borrow::Cow, ops::Range};

use serde::{Deserialize, Serialize};

use super::WordId;
use crate::{
    eight::{self, Eight},
    packed_numbers,
};

/// All word forms, by number and by spelling: a hash table that can be embedded as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Forms {
    /// All in a row.
    #[serde(borrow)]
    text: Cow<'static, str>,
    /// Where each begins, and where the last ends.
    #[serde(with = "packed_numbers")]
    bounds: Vec<u32>,
    /// The numbers plus 1, each at its hash or behind it; half of the places at least are free, which have a 0.
    #[serde(with = "packed_numbers")]
    places: Vec<u32>,
}

impl Forms {
    pub(super) fn id(&self, form: &str) -> Option<WordId> {
        self.number_at(self.place(form.as_bytes(), |eight| eight))
    }

    /// The same for a word in any case of ASCII letters, which stand in the forms in lower case.
    pub(super) fn id_in_lower_case(&self, word: &str) -> Option<WordId> {
        self.number_at(self.place(word.as_bytes(), eight::to_lower_case))
    }

    /// The same for a word of fewer than eight bytes.
    #[inline]
    pub(super) fn id_of_short(&self, word: Eight, length: usize) -> Option<WordId> {
        let mask = self.places.len().wrapping_sub(1);
        let mut place = finish(mix(length as u64, word)) as usize & mask;
        loop {
            let id = WordId(self.places.get(place)?.checked_sub(1)?);
            let range = self.range(id);
            if range.len() == length {
                let form = &self.text.as_bytes()[range.start..];
                let form = form.first_chunk().map_or_else(
                    || eight::fewer(&form[..length]),
                    |form| eight::first(Eight::from_le_bytes(*form), length),
                );
                if form == word {
                    return Some(id);
                }
            }
            place = (place + 1) & mask;
        }
    }

    fn number_at(&self, place: usize) -> Option<WordId> {
        self.places.get(place).and_then(|place| place.checked_sub(1)).map(WordId)
    }

    pub(super) fn text(&self, id: WordId) -> &str {
        &self.text[self.range(id)]
    }

    fn range(&self, WordId(id): WordId) -> Range<usize> {
        match self.bounds[id as usize..] {
            [start, end, ..] => start as usize..end as usize,
            _ => 0..0,
        }
    }

    /// Adds a form that is not there.
    ///
    /// # Panics
    ///
    /// With more than 4 GB of forms.
    pub(super) fn add(&mut self, form: &str) -> WordId {
        if self.bounds.is_empty() {
            self.bounds.push(0);
        }
        let count = self.bounds.len() as u32;
        self.text.to_mut().push_str(form);
        self.bounds.push(u32::try_from(self.text.len()).expect("less than 4 GB of words"));
        if self.places.len() < 2 * count as usize {
            self.places = vec![0; (2 * count as usize).next_power_of_two()];
            (1..count).for_each(|number| self.put(number));
        }
        self.put(count);
        WordId(count - 1)
    }

    fn put(&mut self, number: u32) {
        let place = self.place(self.text(WordId(number - 1)).as_bytes(), |eight| eight);
        self.places[place] = number;
    }

    /// The place of the form that a word is after a change of its bytes, or the free one where it would be.
    fn place(&self, word: &[u8], change: impl Fn(Eight) -> Eight + Copy) -> usize {
        let mask = self.places.len().wrapping_sub(1);
        let mut place = hash(word, change) as usize & mask;
        while let Some(&number) = self.places.get(place)
            && number != 0
            && !equals(word, change, &self.text.as_bytes()[self.range(WordId(number - 1))])
        {
            place = (place + 1) & mask;
        }
        place
    }
}

/// Of the length and the changed bytes.
#[inline]
fn hash(word: &[u8], change: impl Fn(Eight) -> Eight) -> u64 {
    let mut hash = word.len() as u64;
    let mut rest = word;
    while let Some((eight, after)) = rest.split_first_chunk() {
        hash = mix(hash, change(Eight::from_le_bytes(*eight)));
        rest = after;
    }
    finish(mix(hash, change(eight::fewer(rest))))
}

const fn mix(hash: u64, eight: Eight) -> u64 {
    (hash.rotate_left(5) ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

const fn finish(hash: u64) -> u64 {
    hash ^ hash >> 32
}

/// Whether the changed bytes are those of the form.
fn equals(word: &[u8], change: impl Fn(Eight) -> Eight, form: &[u8]) -> bool {
    let (mut word, mut form) = (word, form);
    if word.len() != form.len() {
        return false;
    }
    while let (Some((eight, after)), Some((same, later))) = (word.split_first_chunk(), form.split_first_chunk()) {
        if change(Eight::from_le_bytes(*eight)) != Eight::from_le_bytes(*same) {
            return false;
        }
        (word, form) = (after, later);
    }
    change(eight::fewer(word)) == eight::fewer(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_found_by_number_and_spelling() {
        let mut forms = Forms::default();
        assert_eq!(forms.id("a"), None);
        let all: Vec<String> = (0..1000).map(|n| format!("{n}th")).collect();
        for (form, number) in all.iter().zip(0..) {
            assert_eq!(forms.id(form), None);
            assert_eq!(forms.add(form), WordId(number));
        }
        for (form, number) in all.iter().zip(0..) {
            assert_eq!((forms.id(form), forms.text(WordId(number))), (Some(WordId(number)), form.as_str()));
        }
        assert_eq!(forms.id("1000th"), None);
        assert_eq!(forms.id_of_short(eight::fewer(b"7th"), 3), Some(WordId(7)));
        assert_eq!(forms.id_of_short(eight::fewer(b"7t"), 2), None);
        assert_eq!((forms.id("7TH"), forms.id_in_lower_case("7TH")), (None, Some(WordId(7))));
        assert_eq!(forms.id_in_lower_case("1000TH"), None);
    }

    #[test]
    fn words_of_any_length_are_told_apart_and_found_in_any_case() {
        let mut forms = Forms::default();
        let all: Vec<String> = (0..=28).map(|n| "abcdefghijklmnopqrstuvwxyz'-"[..n].to_owned()).collect();
        for form in &all {
            forms.add(form);
        }
        for (form, number) in all.iter().zip(0..) {
            assert_eq!(forms.id(form), Some(WordId(number)));
            assert_eq!(forms.id_in_lower_case(&form.to_ascii_uppercase()), Some(WordId(number)));
        }
    }
}
