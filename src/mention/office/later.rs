//! Further mentions of persons whom the text introduces: the full name anywhere, the surname after it.

use std::collections::HashMap;

use super::{
    lexicon::Uses,
    record::{Newcomer, Record},
};
use crate::{
    mention::{Form, tokens::is_word},
    text::Span,
};

/// What the rest of the name must be from a word that may begin it.
#[derive(Clone, Copy, Debug)]
struct Key<'a> {
    text: &'a str,
    newcomer: Newcomer,
    form: Form,
}

impl Record<'_> {
    pub(super) fn later_mentions(&mut self) {
        if self.newcomers.is_empty() {
            return;
        }
        let keys = self.keys();
        let mut added = Vec::new();
        let mut taken: Vec<Span> = self.found.mentions.iter().map(|mention| mention.span).collect();
        taken.sort_unstable();
        let mut next = 0;
        let mut at = 0;
        while let Some(start) = self.next_name(at) {
            while next < taken.len() && taken[next].end <= start {
                next += 1;
            }
            at = word_end(self.text, start);
            if taken.get(next).is_some_and(|span| span.start <= start) {
                at = at.max(taken[next].end);
                continue;
            }
            let Some(keys) = keys.get(&self.text[start..at]) else { continue };
            let limit = taken.get(next).map_or(self.text.len(), |span| span.start);
            let longest = keys.iter().filter(|key| self.is_at(key, start, limit)).max_by_key(|key| key.text.len());
            if let Some(key) = longest {
                at = start + key.text.len();
                added.push((key.newcomer.entity, key.form, Span::new(start, at)));
            }
        }
        for (entity, form, span) in added {
            self.add(entity, form, span);
        }
    }

    /// The names to look for, by the word with which each begins.
    fn keys(&self) -> HashMap<&str, Vec<Key<'_>>> {
        let mut keys: HashMap<&str, Vec<Key<'_>>> = HashMap::new();
        for &newcomer in &self.newcomers {
            let name = newcomer.name.of(self.text);
            for (text, form) in [(name, Form::Name), (self.surname(name, newcomer), Form::Surname)] {
                let first = &text[..word_end(text, 0)];
                keys.entry(first).or_default().push(Key { text, newcomer, form });
            }
        }
        keys
    }

    /// The last word with the small words before it; the first where the family name stands first.
    fn surname<'n>(&self, name: &'n str, newcomer: Newcomer) -> &'n str {
        let state = self.gazetteer.actor_of(newcomer.of, self.date).and_then(|id| self.gazetteer.entity(id));
        let first = name.find([' ', '\u{a0}', '\n']).unwrap_or(name.len());
        if state.is_some_and(|state| self.lexicon.family_name_first.iter().any(|id| *id == state.id)) {
            return &name[..first];
        }
        let last = name.rfind([' ', '\u{a0}', '\n', '-']).map_or(name, |at| &name[at..]);
        last.trim_start_matches(|c: char| !is_word(c))
    }

    /// The next word from `at` that begins with a capital.
    fn next_name(&self, at: usize) -> Option<usize> {
        let mut after_word = self.text[..at].ends_with(is_word);
        let (bytes, mut at) = (self.text.as_bytes(), at);
        while let Some(byte) = bytes.get(at) {
            if byte.is_ascii() {
                if byte.is_ascii_uppercase() && !after_word {
                    return Some(at);
                }
                after_word = byte.is_ascii_alphanumeric();
                at += 1;
                continue;
            }
            let c = self.text[at..].chars().next()?;
            if c.is_uppercase() && !after_word {
                return Some(at);
            }
            after_word = is_word(c);
            at += c.len_utf8();
        }
        None
    }

    fn is_at(&self, key: &Key<'_>, start: usize, limit: usize) -> bool {
        let end = start + key.text.len();
        let is_later = key.form == Form::Name || start > key.newcomer.name.start;
        is_later
            && end <= limit
            && self.text[start..].starts_with(key.text)
            && !self.text[end..].starts_with(is_word)
            && (key.form == Form::Name || self.stands_alone(start, end))
    }

    /// Whether no other name goes over into the surname, or on from it.
    fn stands_alone(&self, start: usize, end: usize) -> bool {
        let before = self.text[..start].strip_suffix([' ', '-']).map(|text| {
            let at = text
                .rfind(|c: char| !is_word(c))
                .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
            &text[at..]
        });
        let after = self.text[end..].strip_prefix([' ', '-']).map(|text| &text[..word_end(text, 0)]);
        let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let can = |word: &str, uses| self.lexicon.id(word).is_some_and(|id| self.lexicon.uses(id).any(uses));
        let known = Uses::NOT_NAME.or(Uses::HONORIFIC).or(Uses::IN_TITLE).or(Uses::PARTICLE);
        before.is_none_or(|word| !is_capital(word) || can(word, known) || self.opens_sentence(start, word))
            && after.is_none_or(|word| !is_capital(word) || can(word, Uses::NOT_NAME))
    }

    /// A capitalised word after a stop may be any word.
    fn opens_sentence(&self, start: usize, word: &str) -> bool {
        let before = self.text[..start - 1 - word.len()].trim_end_matches([' ', '“', '"']);
        before.is_empty() || before.ends_with(['.', '\n', '!', '?'])
    }
}

fn word_end(text: &str, start: usize) -> usize {
    let plain = text.as_bytes()[start..].iter().position(|byte| !byte.is_ascii_alphanumeric());
    match plain.map(|plain| start + plain) {
        Some(end) if text.as_bytes()[end].is_ascii() => return end,
        None => return text.len(),
        Some(_) => {}
    }
    text[start..].find(|c: char| !is_word(c)).map_or(text.len(), |end| start + end)
}
