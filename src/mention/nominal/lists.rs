//! Names in a row: "A, B and C", "A-B".

use super::{
    lexicon::Use,
    resolver::Resolver,
    sets::{MOST, Set, Unit},
};
use crate::{
    mention::{Mention, tokens::is_word},
    text::Span,
};

/// The longest text between two names of a list.
const GLUE: usize = 14;

impl Resolver<'_> {
    /// The lists in the bytes: "A, B and C", "A-B".
    pub(super) fn lists(&self, within: Span, unit: Unit) -> impl DoubleEndedIterator<Item = Set> {
        let mut lists: Vec<Set> = Vec::new();
        // The first of what may become a list, until it is one.
        let mut first = None;
        let mut last: Option<&Mention> = None;
        for mention in self.mentions(within) {
            let Some(member) = self.unit(mention, unit) else {
                last = None;
                continue;
            };
            let joins = last.is_some_and(|last| self.is_glue(Span::new(last.span.end, mention.span.start)));
            match (first, lists.last_mut()) {
                _ if !joins => first = Some((mention.span.start, member)),
                (Some((_, other)), _) if other == member => {}
                (Some((at, other)), _) => {
                    lists.push(Set { at, members: vec![other, member] });
                    first = None;
                }
                (None, Some(list)) if !list.members.contains(&member) => list.members.push(member),
                (None, _) => {}
            }
            last = Some(mention);
        }
        lists.into_iter()
    }

    /// Whether the text between two mentions makes them neighbours in a list.
    pub(super) fn is_glue(&self, gap: Span) -> bool {
        if gap.len() > GLUE {
            return false;
        }
        let gap = gap.of(self.text);
        let mut is_empty = true;
        for c in gap.chars() {
            if is_word(c) || matches!(c, ',' | '&' | '/' | '-' | '‐' | '‑' | '–') {
                is_empty = false;
            } else if !c.is_whitespace() {
                return false;
            }
        }
        let mut words = gap.split(|c: char| !is_word(c)).filter(|word| !word.is_empty());
        let is_join = |word| matches!(self.lexicon.word_use(word), Some(Use::List | Use::Join | Use::Definite));
        !is_empty && words.all(is_join)
    }

    /// Whether the list names its members one by one, so that a text can go on with them.
    pub(super) fn has_and(&self, list: &Set) -> bool {
        let within = Span::new(list.at, self.text.len());
        let mut mentions = self.mentions(within);
        let Some(first) = mentions.next() else { return false };
        let mut end = first.span.end;
        for next in mentions.take(MOST) {
            let gap = Span::new(end.min(next.span.start), next.span.start);
            if !self.is_glue(gap) {
                return false;
            }
            let mut words = gap.of(self.text).split(|c: char| c.is_whitespace());
            if words.any(|word| self.lexicon.word_use(word) == Some(Use::List) || word == "&") {
                return true;
            }
            end = next.span.end;
        }
        false
    }
}
