use super::{lexicon::Lexicon, stop::LONGEST_WORD};

/// What follows a stop and blanks.
pub(super) struct Follower<'t> {
    /// From the mark or letter on.
    pub(super) text: &'t str,
    /// The first character behind opening marks.
    pub(super) first: char,
    /// The word that it begins.
    word: &'t str,
    /// Whether the word stands alone: no initial, no part of a compound.
    whole: bool,
}

impl<'t> Follower<'t> {
    pub(super) fn read(text: &'t str, next: usize) -> Self {
        let text = &text[next..];
        let opened = if text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            text
        } else {
            text.trim_start_matches(['"', '\'', '“', '‘', '(', '[', '«', '‹', '„', '¿', '¡', '*', '_', '「', '『'])
        };
        let word = word_at(opened);
        let after = opened[word.len()..].chars().next();
        let first = opened.chars().next().unwrap_or(' ');
        Self { text, first, word, whole: !matches!(after, Some('.' | '-' | '&')) }
    }

    pub(super) fn is_opening(&self, lexicon: &Lexicon) -> bool {
        self.whole && lexicon.is_opening(self.word)
    }

    /// Whether it goes on with the sentence whatever the stop was.
    pub(super) fn goes_on(&self) -> bool {
        if self.text.starts_with([',', ';', ':', ')', ']', '-', '–', '—', '/', '&', '%']) {
            return true;
        }
        // "iPhone" and "al-Qaeda" may open a sentence.
        self.first.is_lowercase() && !compound(self.text).contains(char::is_uppercase)
    }

    /// Whether it is one name and a verb: "Seoul has".
    pub(super) fn is_subject(&self, lexicon: &Lexicon) -> bool {
        let rest = self.text.strip_prefix(self.word).unwrap_or_default();
        self.first.is_uppercase() && rest.strip_prefix(' ').is_some_and(|rest| lexicon.is_auxiliary(word_at(rest)))
    }

    /// Whether it is a name and a verb of saying: "Mr Putin asked".
    pub(super) fn reports(&self, lexicon: &Lexicon) -> bool {
        if self.is_opening(lexicon) {
            return false;
        }
        for word in self.text.split(' ').take(5) {
            if lexicon.is_reporting(word.trim_end_matches([',', '.', ':', ';'])) {
                return true;
            }
            if !word.starts_with(char::is_uppercase) || word.len() > LONGEST_WORD {
                return false;
            }
        }
        false
    }
}

/// The letters and digits at the beginning of a text.
pub(super) fn word_at(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut plain = 0;
    while plain < LONGEST_WORD && bytes.get(plain).is_some_and(u8::is_ascii_alphanumeric) {
        plain += 1;
    }
    if bytes.get(plain).is_none_or(u8::is_ascii) {
        return &text[..plain];
    }
    let end = text.char_indices().find(|&(at, c)| !c.is_alphanumeric() || at >= LONGEST_WORD);
    end.map_or(text, |(at, _)| &text[..at])
}

/// The word at the beginning of a text with its hyphened parts.
fn compound(text: &str) -> &str {
    let end =
        text.char_indices().find(|&(at, c)| !(c.is_alphanumeric() || matches!(c, '-' | '‑')) || at >= LONGEST_WORD);
    end.map_or(text, |(at, _)| &text[..at])
}
