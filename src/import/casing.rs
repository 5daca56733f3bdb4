//! The case of names that are written in capitals.

use super::english::{Casing, English};

impl English {
    /// "ISLAMIC_REPUBLIC_OF_AFGHANISTAN" as "Islamic Republic of Afghanistan".
    ///
    /// Every word begins with a capital, save the small ones behind the first; what is in the list of capitals, has a
    /// stop between letters or has no vowel stays as it is; after "Mc" and the like a capital follows. Where the name
    /// has a small letter already, nothing is changed.
    pub(super) fn cased(&self, name: &str) -> String {
        if name.chars().any(char::is_lowercase) {
            return name.to_owned();
        }
        let words = name.split(' ').enumerate().map(|(n, word)| {
            let parts = word.split('-').enumerate().map(|(part, text)| self.casing.word(text, n == 0 && part == 0));
            parts.collect::<Vec<_>>().join("-")
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

impl Casing {
    fn word(&self, word: &str, first: bool) -> String {
        let lower = word.to_lowercase();
        if self.capitals.iter().any(|known| known == word) {
            return word.to_owned();
        }
        if !first && self.small.contains(&lower) {
            return lower;
        }
        if let Some(written) = self.words.iter().find(|known| known.to_lowercase() == lower.trim_end_matches('.')) {
            return format!("{written}{}", &word[word.trim_end_matches('.').len()..]);
        }
        if has_inner_stop(word) || is_acronym(word) {
            return word.to_owned();
        }
        for prefix in &self.prefixes {
            if let Some(rest) = lower.strip_prefix(&prefix.to_lowercase())
                && rest.chars().count() > 2
            {
                return format!("{prefix}{}", capitalised(rest));
            }
        }
        capitalised(&lower)
    }
}

/// "U.N."
fn has_inner_stop(word: &str) -> bool {
    word.trim_end_matches('.').contains('.')
}

/// Letters of which none is a vowel.
pub(super) fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase() && !b"AEIOUY".contains(&b))
}

/// The first letter, behind any marks, as a capital.
fn capitalised(lower: &str) -> String {
    let mut done = false;
    let mut word = String::with_capacity(lower.len());
    for c in lower.chars() {
        if !done && c.is_alphanumeric() {
            word.extend(c.to_uppercase());
            done = true;
        } else {
            word.push(c);
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_get_their_case_back() {
        let english = English::new();
        for (name, expected) in [
            ("ISLAMIC REPUBLIC OF AFGHANISTAN", "Islamic Republic of Afghanistan"),
            ("MAZAR-I-SHARIF", "Mazar-i-Sharif"),
            ("AL-SHABAAB", "Al-Shabaab"),
            ("MUHAMMAD AL-BARADEI", "Muhammad al-Baradei"),
            ("OSAMA BIN LADEN", "Osama bin Laden"),
            ("JOHN J. MCCLOY", "John J. McCloy"),
            ("CONOR O'BRIEN", "Conor O'Brien"),
            ("'ULUKALALA", "'Ulukalala"),
            ("U.N. ENVOY", "U.N. Envoy"),
            ("JOHN PAUL II", "John Paul II"),
            ("PKK FIGHTERS", "PKK Fighters"),
            ("DR. STONE JR.", "Dr. Stone Jr."),
            ("MACE", "Mace"),
            ("Kofi ANNAN", "Kofi ANNAN"),
        ] {
            assert_eq!(english.cased(name), expected);
        }
    }
}
