//! Whether the end of a line ends a sentence.

use super::{lexicon::Lexicon, scan::Judged, stop::is_blank_line};

/// Lines are broken for their length at no less and no more than so many columns.
const NARROWEST: usize = 40;
const WIDEST: usize = 100;
/// How many lines before and after tell the width of the text.
const NEIGHBOURS: usize = 3;
/// How much shorter than the widest a line may be after which the next word would have fitted.
const SLACK: usize = 4;

pub(super) fn judge(text: &str, start: usize, at: usize, lexicon: &Lexicon) -> Judged {
    let rest = &text[at..];
    let next = text.len() - rest.trim_start().len();
    if next == text.len() || is_blank_line(&text[at..next]) || !is_broken(text, start, at, next, lexicon) {
        Judged::Boundary(next)
    } else {
        Judged::None(next)
    }
}

/// Whether the line that ends at `end` was broken for its length and goes on at `next`.
fn is_broken(text: &str, start: usize, end: usize, next: usize, lexicon: &Lexicon) -> bool {
    let Some(line) = Line::before(text, end) else { return false };
    let Some(follower) = Line::after(text, next) else { return false };
    if line.width == 0 || is_item(follower.text) {
        return false;
    }
    let last = line.text.trim_end().rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    let title =
        last.strip_suffix('.').and_then(|word| lexicon.abbreviation(word)).is_some_and(|class| class.before_names);
    if title || lexicon.is_unfinished(last) || last.ends_with([',', ';']) {
        return true;
    }
    let Some(around) = Around::read(text, &line, &follower) else { return false };
    if around.widest < NARROWEST {
        return false;
    }
    let word = follower.text.split(char::is_whitespace).next().unwrap_or_default().chars().count();
    if follower.text.starts_with(char::is_lowercase) {
        // No sentence begins so; but far shorter lines are no running text.
        return line.width + word + SLACK >= around.widest || line.width * 2 > around.widest;
    }
    let full = line.width + 1 + word + SLACK > around.widest;
    // A full line could be a heading too, unless a sentence began before it or within it, or the lines around show running text.
    let begins = line.end - text[line.start..line.end].trim_start().len();
    full && (around.running || start > begins || !text[start.min(line.start)..line.start].trim().is_empty())
}

/// A line that is short enough to have been broken for its length.
struct Line<'t> {
    /// Without the blanks around it.
    text: &'t str,
    start: usize,
    end: usize,
    width: usize,
}

impl<'t> Line<'t> {
    /// The line that ends at `end`.
    fn before(text: &'t str, end: usize) -> Option<Self> {
        let bytes = text.as_bytes();
        let longest = end.saturating_sub(4 * WIDEST);
        let start =
            bytes[longest..end].iter().rposition(|&byte| matches!(byte, b'\n' | b'\r')).map(|at| longest + at + 1);
        let start = start.or((longest == 0).then_some(0))?;
        Self::new(text, start, end)
    }

    /// The line that begins at `start`, perhaps with blanks.
    fn after(text: &'t str, start: usize) -> Option<Self> {
        let bytes = &text.as_bytes()[start..];
        let longest = bytes.len().min(4 * WIDEST);
        let length = bytes[..longest].iter().position(|&byte| matches!(byte, b'\n' | b'\r'));
        let length = length.or((longest == bytes.len()).then_some(longest))?;
        Self::new(text, start, start + length)
    }

    fn new(text: &'t str, start: usize, end: usize) -> Option<Self> {
        let line = text[start..end].trim();
        let width = line.chars().count();
        (width <= WIDEST).then_some(Self { text: line, start, end, width })
    }
}

/// What the lines of the same paragraph show.
struct Around {
    widest: usize,
    /// Whether a line begins in lower case, as running text does.
    running: bool,
}

impl Around {
    /// Nothing when a line is too long to have been broken.
    fn read(text: &str, line: &Line<'_>, follower: &Line<'_>) -> Option<Self> {
        let mut around = Self { widest: 0, running: false };
        around.add(line);
        around.add(follower);
        let (mut before, mut after) = (line.start, follower.end);
        for _ in 1..NEIGHBOURS {
            if let Some(end) = line_end_before(text, before) {
                let line = Line::before(text, end)?;
                before = if line.width == 0 { 0 } else { line.start };
                around.add(&line);
            }
            if let Some(start) = line_start_after(text, after) {
                let line = Line::after(text, start)?;
                after = if line.width == 0 { text.len() } else { line.end };
                around.add(&line);
            }
        }
        Some(around)
    }

    fn add(&mut self, line: &Line<'_>) {
        self.widest = self.widest.max(line.width);
        self.running |= line.text.starts_with(char::is_lowercase);
    }
}

/// Where the line before the one that begins at `start` ends.
fn line_end_before(text: &str, start: usize) -> Option<usize> {
    let before = &text.as_bytes()[..start];
    match before {
        [.., b'\r', b'\n'] => Some(start - 2),
        [.., b'\n' | b'\r'] => Some(start - 1),
        _ => None,
    }
}

/// Where the line after the one that ends at `end` begins.
fn line_start_after(text: &str, end: usize) -> Option<usize> {
    match &text.as_bytes()[end..] {
        [b'\r', b'\n', ..] => Some(end + 2),
        [b'\n' | b'\r', ..] => Some(end + 1),
        _ => None,
    }
}

/// Whether a line is an item of a list: "- peace", "• peace", "3. peace", "(b) peace".
fn is_item(line: &str) -> bool {
    let marks = line.trim_start_matches(|c: char| {
        matches!(c, '-' | '–' | '—' | '•' | '*' | '▪' | '·' | '‣' | '●' | '◦' | '#' | '>')
    });
    if marks.len() < line.len() {
        return marks.starts_with(char::is_whitespace) || line.starts_with('•');
    }
    let number = line.trim_start_matches('(');
    let digits = number.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let numbered =
        digits == 1 || ((1..=3).contains(&digits) && number.bytes().take(digits).all(|b| b.is_ascii_digit()));
    numbered && number[digits..].starts_with([')', '.']) && number[digits + 1..].starts_with(char::is_whitespace)
}
