//! Whether a stop ends a sentence.

use unicode_segmentation::UnicodeSegmentation;

use super::{
    follower::{Follower, word_at},
    lexicon::Lexicon,
    run::{Run, Stop},
    scan::Judged,
};

/// A word is looked at no further than this, in bytes.
pub(super) const LONGEST_WORD: usize = 32;

pub(super) fn judge(text: &str, start: usize, at: usize, lexicon: &Lexicon) -> Judged {
    if is_plain_end(&text[start..], at - start, lexicon) {
        return Judged::Boundary(at + 2);
    }
    let run = Run::read(text, at);
    if run.end == at {
        let length = text[at..].chars().next().map_or(1, char::len_utf8);
        return Judged::None(at + length);
    }
    let next = text.len() - text[run.end..].trim_start().len();
    let blanks = &text[run.end..next];
    let ends = if next == text.len() || is_blank_line(blanks) {
        true
    } else if blanks.is_empty() {
        ends_without_blank(text, start, at, &run, lexicon)
    } else {
        Candidate { text, start, at, run: &run, follower: Follower::read(text, next), lexicon }.ends()
    };
    if ends { Judged::Boundary(next) } else { Judged::None(run.end) }
}

/// Whether this is the frequent case, a stop between a plain word and a capital: "... peace. The ...".
///
/// It gives nothing that what follows would not give, but in a third of the time.
fn is_plain_end(text: &str, at: usize, lexicon: &Lexicon) -> bool {
    let bytes = text.as_bytes();
    if !matches!(bytes[at..], [b'.', b' ', b'A'..=b'Z', ..]) {
        return false;
    }
    let mut from = at;
    while from > 0 && bytes[from - 1].is_ascii_lowercase() && at - from < LONGEST_WORD {
        from -= 1;
    }
    let plain = at - from > 1 && bytes[..from].last() == Some(&b' ');
    plain && lexicon.abbreviation(&text[from..at]).is_none()
}

/// Whether blanks hold an empty line or a page break.
pub(super) fn is_blank_line(blanks: &str) -> bool {
    if blanks == " " {
        return false;
    }
    let mut ends =
        blanks.bytes().zip(blanks.bytes().skip(1).chain([0])).filter(|&(byte, next)| is_line_end(byte, next));
    (ends.next().is_some() && ends.next().is_some()) || blanks.contains(['\u{c}', '\u{2029}'])
}

/// Whether a byte ends a line, of the three ways to do so; of "\r\n" the second does.
const fn is_line_end(byte: u8, next: u8) -> bool {
    byte == b'\n' || (byte == b'\r' && next != b'\n')
}

/// A stop at which nothing but the next sentence can follow at once: "和平。他", "peace.”He", "signed.The".
fn ends_without_blank(text: &str, start: usize, at: usize, run: &Run, lexicon: &Lexicon) -> bool {
    let next = &text[run.end..];
    let upper = next.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '‘'));
    match run.kind {
        Stop::Wide => true,
        Stop::Strong => upper,
        Stop::Ellipsis => false,
        Stop::Full if !upper => false,
        Stop::Full => {
            let word = word_before(text, start, at);
            let plain = word.chars().count() > 2
                && word.chars().skip(1).all(char::is_lowercase)
                && lexicon.abbreviation(word).is_none();
            plain && (run.closed || next.starts_with(['“', '‘']) || lexicon.is_opening(word_at(next)))
        }
    }
}

struct Candidate<'t> {
    text: &'t str,
    start: usize,
    at: usize,
    run: &'t Run,
    follower: Follower<'t>,
    lexicon: &'t Lexicon,
}

impl Candidate<'_> {
    fn ends(&self) -> bool {
        if self.follower.goes_on() {
            return false;
        }
        let ends = match self.run.kind {
            Stop::Wide => return true,
            Stop::Ellipsis => self.ellipsis_ends(),
            Stop::Strong => self.strong_ends(),
            Stop::Full => self.full_stop_ends(),
        };
        ends && self.is_unicode_boundary()
    }

    /// An ellipsis between blanks leaves out words within the sentence.
    fn ellipsis_ends(&self) -> bool {
        if self.text[self.start..self.at].ends_with(char::is_whitespace) && !self.run.quoted {
            return self.follower.is_opening(self.lexicon);
        }
        !self.follower.first.is_numeric()
    }

    fn strong_ends(&self) -> bool {
        let word = word_before(self.text, self.start, self.at);
        if !self.run.closed && self.lexicon.is_exclaimed(word) {
            return self.follower.is_opening(self.lexicon);
        }
        !(self.run.quoted && self.follower.reports(self.lexicon))
    }

    fn full_stop_ends(&self) -> bool {
        let word = word_before(self.text, self.start, self.at);
        let first = word.chars().next().unwrap_or(' ');
        let short = word.len() == first.len_utf8();
        if self.is_numbering(word) {
            return false;
        }
        if let Some(class) = self.lexicon.abbreviation(word) {
            return if class.before_names || (class.before_numbers && self.follower.first.is_numeric()) {
                false
            } else if class.may_end {
                self.ends_abbreviation() || (!class.adjectival && self.follower.is_subject(self.lexicon))
            } else {
                true
            };
        }
        if (short && first.is_uppercase()) || is_dotted(word) {
            return self.ends_abbreviation();
        }
        true
    }

    /// Whether the stop of an abbreviation is the sentence's too.
    fn ends_abbreviation(&self) -> bool {
        self.follower.is_opening(self.lexicon) || (self.run.quoted && !self.is_nickname())
    }

    /// Whether a quotation has just begun: Joseph "J.R." Smith.
    fn is_nickname(&self) -> bool {
        let before = self.text[self.start..self.at].chars().rev().take(LONGEST_WORD);
        before.into_iter().any(|c| matches!(c, '"' | '“' | '‘'))
    }

    /// Whether the word is the number of an item: "3.", "b." at the beginning of a line.
    fn is_numbering(&self, word: &str) -> bool {
        let before = &self.text[..self.at - word.len()];
        let begins =
            before.len() <= self.start || before.ends_with(['\n', '\r', '(']) || before[self.start..].trim().is_empty();
        begins && !self.run.closed && word.len() <= 3 && (word.len() == 1 || word.bytes().all(|b| b.is_ascii_digit()))
    }

    /// Beyond the Latin script and common marks, the Unicode rules must agree.
    fn is_unicode_boundary(&self) -> bool {
        let next = self.text.len() - self.follower.text.len();
        let between = &self.text[self.at..next];
        if (between.is_ascii() || self.run.kind == Stop::Ellipsis) && self.follower.first < '\u{250}' {
            return true;
        }
        let from = next - between.len() - word_before(self.text, self.start, self.at).len();
        let to =
            next + word_at(self.follower.text).len().max(self.follower.text.chars().next().map_or(0, char::len_utf8));
        let window = &self.text[from..to];
        window.split_sentence_bound_indices().any(|(offset, _)| from + offset == next)
    }
}

/// The word before a stop, with the stops and apostrophes inside it; of a compound the last part.
fn word_before(text: &str, start: usize, at: usize) -> &str {
    let bytes = text.as_bytes();
    let mut from = at;
    while from > start && bytes[from - 1].is_ascii_alphanumeric() && at - from < LONGEST_WORD {
        from -= 1;
    }
    // Mostly a blank stands before.
    if from == start || bytes[from - 1] == b' ' {
        return &text[from..at];
    }
    let mut from = at;
    for (offset, c) in text[start..at].char_indices().rev() {
        let inner = c.is_alphanumeric() || (matches!(c, '.' | '\'' | '’') && start + offset + c.len_utf8() < at);
        if !inner || at - (start + offset) > LONGEST_WORD {
            break;
        }
        from = start + offset;
    }
    text[from..at].trim_start_matches(['.', '\'', '’'])
}

/// Whether a word is initials with stops between: "U.S", "J.F", "Ph.D".
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic))
}
