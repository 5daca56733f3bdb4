//! The words and marks between the blanks, as Unicode cuts them (UAX 29), at a fraction of the cost: what is ASCII, and the
//! quotation marks and dashes of printed English, is decided here, everything else by `unicode-segmentation`.

use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

use crate::eight::{self, Eight};

/// Words and marks; blanks and controls are left out.
#[derive(Debug)]
pub(crate) struct Pieces<'t> {
    text: &'t str,
    at: usize,
    /// Up to where the characters are of the kinds that are decided here.
    plain: usize,
    /// The cut of what is not, and where that begins.
    other: Option<(usize, UWordBoundIndices<'t>)>,
}

/// Where a word or a mark stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: CutKind,
}

/// What a look at it tells.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CutKind {
    /// Fewer than eight ASCII letters: these in lower case.
    Short(Eight),
    /// ASCII letters.
    Letters,
    Other,
}

/// What a character does to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// Joins letters, digits and itself.
    Underscore,
    /// Joins two letters, and two digits: an apostrophe, a stop.
    Apostrophe,
    /// Joins two letters.
    Colon,
    /// Joins two digits.
    Separator,
    /// Stands alone.
    Mark,
    Blank,
    /// Not decided here.
    Other,
}

impl Class {
    const fn joins(self) -> bool {
        matches!(self, Self::Letter | Self::Digit | Self::Underscore)
    }

    const fn of(byte: u8) -> Self {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Self::Letter,
            b'0'..=b'9' => Self::Digit,
            b'_' => Self::Underscore,
            b'\'' | b'.' => Self::Apostrophe,
            b':' => Self::Colon,
            b',' | b';' => Self::Separator,
            0..=b' ' | 0x7f => Self::Blank,
            0x80.. => Self::Other,
            _ => Self::Mark,
        }
    }
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = Class::of(byte as u8);
        byte += 1;
    }
    classes
};

/// The class of the character that begins at a byte, and its length.
fn class(bytes: &[u8], at: usize) -> (Class, usize) {
    let Some(&byte) = bytes.get(at) else { return (Class::Blank, 0) };
    if byte < 0x80 {
        return (CLASSES[usize::from(byte)], 1);
    }
    match bytes[at..] {
        [0xe2, 0x80, 0x99, ..] => (Class::Apostrophe, 3), // ’
        // – — “ ”
        [0xe2, 0x80, 0x93 | 0x94 | 0x9c | 0x9d, ..] => (Class::Mark, 3),
        _ => (Class::Other, 1),
    }
}

impl<'t> Pieces<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0, plain: 0, other: None }
    }

    /// The end of the word of ASCII letters that begins after a blank, where a look at what follows tells that it ends:
    /// a blank, or a mark and a blank.
    fn letters(&self) -> Option<Cut> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut end = start;
        let mut kind = CutKind::Letters;
        loop {
            let rest = &bytes[end..];
            let eight = eight::load(rest, 0);
            let letters = eight::letters(eight);
            if letters < 8 {
                if end == start {
                    kind = CutKind::Short(eight::first(eight::to_lower_case(eight), letters));
                }
                end += letters;
                if end > start && (eight >> (8 * letters)) as u8 == b' ' {
                    return Some(Cut { start, end, kind });
                }
                break;
            }
            end += letters;
        }
        let blank = |at: usize| bytes.get(at).is_none_or(|&byte| CLASSES[usize::from(byte)] == Class::Blank);
        let mark =
            |at: usize| !matches!(CLASSES[usize::from(bytes[at])], Class::Digit | Class::Underscore | Class::Other);
        (end > start && (blank(end) || mark(end) && blank(end + 1))).then_some(Cut { start, end, kind })
    }

    /// The next piece of what is cut by `unicode-segmentation`.
    #[cold]
    fn next_other(&mut self) -> Option<Cut> {
        let (from, other) = self.other.as_mut()?;
        for (offset, piece) in other {
            if !piece.chars().all(|c| c.is_whitespace() || c.is_control()) {
                let start = *from + offset;
                return Some(Cut { start, end: start + piece.len(), kind: CutKind::Other });
            }
        }
        self.at = self.plain;
        self.other = None;
        None
    }

    /// Looks at the characters up to the next blank: whether all of them are decided here.
    fn reach(&mut self) {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut at = start;
        loop {
            match class(bytes, at) {
                (Class::Blank, _) => break,
                (Class::Other, _) => {
                    while bytes.get(at).is_some_and(|&byte| CLASSES[usize::from(byte)] != Class::Blank) {
                        at += 1;
                    }
                    self.leave_to_unicode(start, at);
                    break;
                }
                (_, length) => at += length,
            }
        }
        self.plain = at;
    }

    #[cold]
    fn leave_to_unicode(&mut self, start: usize, end: usize) {
        // with the blank before, to which a combining mark belongs
        let from = start - usize::from(start > 0 && self.text.as_bytes()[start - 1].is_ascii());
        self.other = Some((from, self.text[from..end].split_word_bound_indices()));
    }

    /// The end of the piece that begins at a character that is decided here.
    fn end(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let (mut last, length) = class(bytes, start);
        let mut at = start + length;
        if !last.joins() {
            return at;
        }
        loop {
            let (next, length) = class(bytes, at);
            if next.joins() {
                last = next;
                at += length;
                continue;
            }
            let between = match (last, next) {
                (Class::Letter, Class::Apostrophe | Class::Colon) => Class::Letter,
                (Class::Digit, Class::Apostrophe | Class::Separator) => Class::Digit,
                _ => return at,
            };
            if class(bytes, at + length).0 != between {
                return at;
            }
            at += length;
        }
    }
}

impl Iterator for Pieces<'_> {
    type Item = Cut;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.other.is_some()
                && let Some(cut) = self.next_other()
            {
                return Some(cut);
            }
            if self.at < self.plain {
                let start = self.at;
                self.at = self.end(start);
                return Some(Cut { start, end: self.at, kind: CutKind::Other });
            }
            let bytes = self.text.as_bytes();
            while bytes.get(self.at).is_some_and(|&byte| CLASSES[usize::from(byte)] == Class::Blank) {
                self.at += 1;
            }
            if self.at == bytes.len() {
                return None;
            }
            if let Some(word) = self.letters() {
                self.at = word.end;
                return Some(word);
            }
            self.reach();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(text: &str) -> Vec<(usize, &str)> {
        Pieces::new(text).map(|cut| (cut.start, &text[cut.start..cut.end])).collect()
    }

    fn by_unicode(text: &str) -> Vec<(usize, &str)> {
        let blank = |piece: &str| piece.chars().all(|c| c.is_whitespace() || c.is_control());
        text.split_word_bound_indices().filter(|(_, piece)| !blank(piece)).collect()
    }

    /// A combining mark after a blank is cut off with it or without it, and is no word in either way.
    fn words(pieces: &[(usize, &str)]) -> Vec<(usize, String)> {
        let kept = pieces.iter().filter(|(_, piece)| !piece.starts_with(' '));
        kept.map(|&(at, piece)| (at, piece.to_owned())).collect()
    }

    #[test]
    fn words_and_marks_are_cut_as_unicode_cuts_them() {
        for text in [
            "",
            "The U.S. can't pay $1,000.50 (3:30 p.m.), o'clock; a_b 'tis A.B.C. x:y 1:2 1;2 a,b",
            "“It’s over,” he said — the Café’s owner, naïve – 12’34 a’1 ’90s \u{200b}b",
            "\r\n\ta \u{301}b  \u{301} c\u{301} \u{ad}d \u{200d}e \u{903}f",
            "東京の会議 und 2\u{a0}000 ﬁx 🇫🇷🇩🇪 👩\u{200d}🚀 ’",
        ] {
            assert_eq!(words(&pieces(text)), words(&by_unicode(text)), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn all_texts_are_cut_as_unicode_cuts_them(text in "([a-z0-9A_'’.:,;“” \n\t–—é\u{301}\u{200d}\u{903}\u{ad}-]|\\PC){0,24}") {
            prop_assert_eq!(words(&pieces(&text)), words(&by_unicode(&text)));
        }
    }
}
