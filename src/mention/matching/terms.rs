use super::{
    automaton::Automaton,
    fold::{Case, key},
    starts::Starts,
};
use crate::{mention::tokens::is_word, text::Span};

/// Finds the words and phrases of a short list, in any case.
#[derive(Clone, Debug)]
pub(in crate::mention) struct Terms {
    starts: Starts,
    automaton: Automaton,
}

impl Terms {
    pub(in crate::mention) fn new(terms: &[String]) -> Self {
        let keys: Vec<_> = terms.iter().map(|term| key(term, Case::Lowered)).collect();
        let mut starts = Starts::default();
        keys.iter().for_each(|key| starts.add(key));
        Self { starts, automaton: Automaton::new(keys, Case::Lowered) }
    }

    /// Where terms stand in the text from an offset on, as whole words, and their numbers. From each word the longest is
    /// taken, and the next one begins behind it.
    pub(in crate::mention) fn find<'t>(
        &'t self,
        text: &'t str,
        from: usize,
    ) -> impl Iterator<Item = (Span, usize)> + 't {
        let mut end = from;
        let starts = self.starts.iter(&text[from..], Case::Lowered).map(move |at| from + at);
        starts.filter_map(move |at| {
            if at < end || text[..at].ends_with(is_word) {
                return None;
            }
            let (found, term) = self.automaton.longest(text, at)?;
            end = found;
            Some((Span::new(at, end), term as usize))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_term_of_whole_words_is_found_in_any_case() {
        let terms = ["bloc", "pact", "security pact", "pact members"].map(str::to_owned);
        let terms = Terms::new(&terms);
        let found = |text: &str, from| -> Vec<_> { terms.find(text, from).map(|(span, n)| (span.start, n)).collect() };
        assert_eq!(found("The Bloc's security\npact, the BLOC; a block", 0), [(4, 0), (11, 2), (30, 0)]);
        assert_eq!(found("security pact members, pact membership", 0), [(0, 2), (23, 1)]);
        assert_eq!(found("bloc, ex-bloc, xbloc", 2), [(9, 0)]);
    }
}
