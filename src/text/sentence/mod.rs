//! Where sentences begin and end, found as far into the text as somebody asks.

mod follower;
mod lexicon;
mod line;
mod run;
mod scan;
mod stop;
#[cfg(test)]
mod tests;
mod words;
#[cfg(test)]
mod words_file;

use super::Span;
use lexicon::Lexicon;

/// No sentence is longer, in bytes: beyond it is cut at a blank, so that one without an end cannot stall the work.
const LONGEST: usize = 4096;

/// The sentences of a text.
///
/// A sentence ends at a stop that is not an abbreviation's, at a blank line, and at the end of a line that was not broken
/// for its length, such as a headline or an item of a list. Closing quotation marks belong to the sentence before. Every
/// character that is no blank belongs to one sentence, and no sentence is longer than 4096 bytes: a longer one is cut at
/// a blank.
///
/// The text is read on demand, from the beginning to the sentence that is asked for, and every part only once.
///
/// ```
/// use geopol::{Sentences, Span};
///
/// let text = "The U.S. Senate met. “We want peace.” He left.";
/// let mut sentences = Sentences::new(text);
/// assert_eq!(sentences.at(4), Span::new(0, 20));
/// assert_eq!(sentences.at(25).of(text), "“We want peace.”");
/// assert_eq!(sentences.index_at(25), Some(1));
/// assert_eq!(Sentences::new(text).map(|span| span.of(text)).last(), Some("He left."));
/// ```
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    lexicon: &'static Lexicon,
    /// The sentences found so far.
    found: Vec<Span>,
    /// Up to where the text is read: a boundary.
    read: usize,
    /// What the iterator gives next.
    next: usize,
}

impl<'t> Sentences<'t> {
    /// The sentences of `text`; nothing is read yet.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self::with_memory(text, Vec::new())
    }

    /// The same with memory that is reused.
    pub(crate) fn with_memory(text: &'t str, mut found: Vec<Span>) -> Self {
        found.clear();
        Self { text, lexicon: Lexicon::english(), found, read: 0, next: 0 }
    }

    pub(crate) fn into_memory(self) -> Vec<Span> {
        self.found
    }

    /// The sentence at a byte, without the blanks around it.
    ///
    /// A byte between two sentences counts to the earlier one. Where there is none before, or beyond the end of the text,
    /// the span is empty.
    pub fn at(&mut self, byte: usize) -> Span {
        let at = byte.min(self.text.len());
        self.index_at(byte).map_or(Span::new(at, at), |index| self.found[index])
    }

    /// The number of the sentence at a byte, counted from 0.
    pub fn index_at(&mut self, byte: usize) -> Option<usize> {
        if byte >= self.text.len() {
            return None;
        }
        while self.read <= byte {
            self.advance();
        }
        // Queries mostly go on from the last one.
        let last = self.found.len().checked_sub(1)?;
        if self.found[last].start <= byte {
            return Some(last);
        }
        self.found.partition_point(|sentence| sentence.start <= byte).checked_sub(1)
    }

    /// The sentence of a number, counted from 0, if the text has so many.
    pub fn get(&mut self, index: usize) -> Option<Span> {
        while self.found.len() <= index && self.read < self.text.len() {
            self.advance();
        }
        self.found.get(index).copied()
    }

    /// All sentences, in order.
    pub(crate) fn all(&mut self) -> &[Span] {
        while self.read < self.text.len() {
            self.advance();
        }
        &self.found
    }

    /// Reads on to the next boundary.
    fn advance(&mut self) {
        let end = scan::next_boundary(self.text, self.read, self.lexicon);
        let piece = self.text[self.read..end].trim_start();
        if !piece.is_empty() {
            let start = end - piece.len();
            self.found.push(Span::new(start, start + piece.trim_end().len()));
        }
        self.read = end;
    }
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let sentence = self.get(self.next)?;
        self.next += 1;
        Some(sentence)
    }
}

impl std::iter::FusedIterator for Sentences<'_> {}
