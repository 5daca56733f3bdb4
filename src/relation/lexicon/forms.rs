use std::{borrow::Cow, hash::Hasher as _};

use serde::{Deserialize, Serialize};

use super::WordId;
use crate::{packed_numbers, quick_map::QuickHasher};

/// All word forms, by number and by spelling: a hash table that can be embedded as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Forms {
    /// All in a row.
    #[serde(borrow)]
    text: Cow<'static, str>,
    /// Where each ends.
    #[serde(with = "packed_numbers")]
    ends: Vec<u32>,
    /// The numbers plus 1, each at its hash or behind it; half of the places at least are free, which have a 0.
    #[serde(with = "packed_numbers")]
    places: Vec<u32>,
}

impl Forms {
    pub(super) fn id(&self, form: &str) -> Option<WordId> {
        self.places.get(self.place(form)).and_then(|place| place.checked_sub(1)).map(WordId)
    }

    pub(super) fn text(&self, WordId(id): WordId) -> &str {
        let id = id as usize;
        let start = id.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[id] as usize]
    }

    /// Adds a form that is not there.
    ///
    /// # Panics
    ///
    /// With more than 4 GB of forms.
    pub(super) fn add(&mut self, form: &str) -> WordId {
        self.text.to_mut().push_str(form);
        self.ends.push(u32::try_from(self.text.len()).expect("less than 4 GB of words"));
        let count = self.ends.len() as u32;
        if self.places.len() < 2 * self.ends.len() {
            self.places = vec![0; (2 * self.ends.len()).next_power_of_two()];
            (1..count).for_each(|number| self.put(number));
        }
        self.put(count);
        WordId(count - 1)
    }

    fn put(&mut self, number: u32) {
        let place = self.place(self.text(WordId(number - 1)));
        self.places[place] = number;
    }

    /// The place of a form, or the free one where it would be.
    fn place(&self, form: &str) -> usize {
        let mut hasher = QuickHasher::default();
        hasher.write(form.as_bytes());
        let mask = self.places.len().wrapping_sub(1);
        let mut place = hasher.finish() as usize & mask;
        while self.places.get(place).is_some_and(|&number| number != 0 && self.text(WordId(number - 1)) != form) {
            place = (place + 1) & mask;
        }
        place
    }
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
    }
}
