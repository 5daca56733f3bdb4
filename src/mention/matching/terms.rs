use super::{
    entries::Entries,
    fold::{Case, key},
    letters::{FirstLetters, first_letters},
    prefixes::Prefixes,
    shards::Shards,
    starts::word_starts,
};
use crate::{mention::tokens::is_word, text::Span};

/// Finds the words and phrases of a short list, in any case.
#[derive(Clone, Debug)]
pub(in crate::mention) struct Terms {
    prefixes: Prefixes,
    shards: Shards,
}

impl Terms {
    pub(in crate::mention) fn new(terms: &[String]) -> Self {
        let (mut prefixes, mut entries) = (Prefixes::default(), Entries::default());
        for (term, number) in terms.iter().zip(0..) {
            let (letters, _) = first_letters(term, 0, Case::Lowered);
            prefixes.add(letters);
            entries.add(letters, &key(term, Case::Lowered), number);
        }
        Self { prefixes, shards: Shards::new(entries.into_keys(), Case::Lowered) }
    }

    /// Calls with the places of terms in the text from an offset on, as whole words, and with their numbers. From each word
    /// the longest is taken, and the next one begins behind it.
    pub(in crate::mention) fn find(&self, text: &str, from: usize, mut found: impl FnMut(Span, usize)) {
        let mut end = from;
        let prefixes = self.prefixes.view();
        let begins_some = |word: FirstLetters| prefixes.has(word.of(Case::Lowered));
        for at in word_starts(text, Span::new(from, text.len()), begins_some) {
            if at < end || text[..at].ends_with(is_word) {
                continue;
            }
            let Some((longest, key)) = self.shards.longest(text, at) else { continue };
            end = longest;
            // Of equal ones the first.
            if let Some(number) = self.shards.keys().names(key as usize).next() {
                found(Span::new(at, end), number as usize);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_term_of_whole_words_is_found_in_any_case() {
        let terms = ["bloc", "pact", "security pact", "pact members"].map(str::to_owned);
        let terms = Terms::new(&terms);
        let found = |text: &str, from| -> Vec<_> {
            let mut found = Vec::new();
            terms.find(text, from, |span, number| found.push((span.start, number)));
            found
        };
        assert_eq!(found("The Bloc's security\npact, the BLOC; a block", 0), [(4, 0), (11, 2), (30, 0)]);
        assert_eq!(found("security pact members, pact membership", 0), [(0, 2), (23, 1)]);
        assert_eq!(found("bloc, ex-bloc, xbloc", 2), [(9, 0)]);
    }
}
