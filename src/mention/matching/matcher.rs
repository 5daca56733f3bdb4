use super::{
    boundary::is_word_start,
    casing::{Capitals, lower_lines},
    lexicon::Lexicon,
    starts::word_starts,
};
use crate::text::Span;

/// What case says where a name was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mention) enum Casing {
    /// As usual.
    Mixed,
    /// Nothing: all is in capitals.
    Capitals,
    /// Nothing: the line has no capital.
    Lower,
}

/// A place where the text may name somebody, and by which pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mention) struct Candidate {
    pub(in crate::mention) span: Span,
    pub(in crate::mention) pattern: u32,
    pub(in crate::mention) casing: Casing,
}

/// Finds candidates; kept from text to text for its memory.
///
/// From each start the longest name is taken, and of two names that overlap the longer, of equals the first: "the Pacific"
/// gives way to "Pacific Islands Forum". This is total, since one pattern stands for all names of one spelling. Decoys take
/// part, and so hide what lies within.
#[derive(Debug, Default)]
pub(in crate::mention) struct Matcher {
    pub(in crate::mention) candidates: Vec<Candidate>,
    lower: Vec<Span>,
}

impl Matcher {
    pub(in crate::mention) fn run(&mut self, lexicon: &Lexicon, text: &str) {
        self.candidates.clear();
        lower_lines(text, &mut self.lower);
        let (mut from, mut capitals) = (0, Capitals::default());
        for line in &self.lower {
            mixed(lexicon, text, Span::new(from, line.start), &mut capitals, &mut self.candidates);
            // The line stands for itself.
            self.candidates.pop_if(|last| last.span.end > line.start);
            lower(lexicon, text, *line, &mut self.candidates);
            from = line.end;
        }
        mixed(lexicon, text, Span::new(from, text.len()), &mut capitals, &mut self.candidates);
    }
}

/// The names that begin in whole lines.
fn mixed(lexicon: &Lexicon, text: &str, lines: Span, capitals: &mut Capitals, candidates: &mut Vec<Candidate>) {
    let starts = lexicon.starts().view();
    for at in word_starts(text, lines, |word| starts.has(word)) {
        if !is_word_start(text, at) {
            continue;
        }
        let cased = lexicon.longest_cased(text, at);
        let next = text.as_bytes().get(at + 1);
        let may_be_capitals = next.is_some_and(|b| b.is_ascii_uppercase() || !b.is_ascii());
        let folded = if may_be_capitals && capitals.hold(text, at) { lexicon.longest_folded(text, at) } else { None };
        let (found, casing) = match (cased, folded) {
            (Some(cased), Some(folded)) if folded.0 > cased.0 => (folded, Casing::Capitals),
            (None, Some(folded)) => (folded, Casing::Capitals),
            (Some(cased), Some(_)) => (cased, Casing::Capitals),
            (Some(cased), None) => (cased, Casing::Mixed),
            (None, None) => continue,
        };
        add(text, candidates, Candidate { span: Span::new(at, found.0), pattern: found.1, casing });
    }
}

/// The names in a line without capitals.
fn lower(lexicon: &Lexicon, text: &str, line: Span, candidates: &mut Vec<Candidate>) {
    let starts = lexicon.starts().view();
    for at in word_starts(text, line, |word| starts.has_folded(word)) {
        if !text[at..].starts_with(char::is_alphanumeric) || !is_word_start(text, at) {
            continue;
        }
        if let Some((end, pattern)) = lexicon.longest_folded(&text[..line.end], at) {
            add(text, candidates, Candidate { span: Span::new(at, end), pattern, casing: Casing::Lower });
        }
    }
}

/// Adds a candidate that starts after the others.
fn add(text: &str, candidates: &mut Vec<Candidate>, candidate: Candidate) {
    match candidates.last_mut() {
        Some(last) if candidate.span.start < last.span.end => {
            // An article makes no name longer: "the North" gives way to "North Sea".
            let article = if text[last.span.start..].starts_with("the ") { "the ".len() } else { 0 };
            if candidate.span.len() + article > last.span.len() {
                *last = candidate;
            }
        }
        _ => candidates.push(candidate),
    }
}
