//! Lines and stretches in which case says nothing: headlines in capitals, in title case, or without capitals.

use memchr::{memchr, memrchr};

use crate::text::Span;

/// A line of fewer words without a capital may be a caption or a fragment of anything.
const WORDS_OF_LOWER_LINE: usize = 4;
/// What is shorter is written small in title case too.
const LONG: usize = 4;
/// How far around a place its line is looked at.
const REACH: usize = 240;

/// Lines without any capital that do not go on from, or into, a line of mixed case (as wrapped paragraphs do).
pub(super) fn lower_lines(text: &str, lines: &mut Vec<Span>) {
    lines.clear();
    let (mut before, mut after_lower, mut start) = ("", false, 0);
    while start < text.len() {
        let rest = &text.as_bytes()[start..];
        let is_blank = rest[0] == b'\n';
        let end = if is_blank { start + 1 } else { memchr(b'\n', rest).map_or(text.len(), |at| start + at + 1) };
        let line = &text[start..end];
        // Most lines show a capital at once.
        let is_lower = !is_blank && !rest[0].is_ascii_uppercase() && {
            let content = line.trim();
            !content.is_empty() && !has_upper(content)
        };
        after_lower = is_lower && (after_lower || is_closed(before));
        if after_lower && has_words(line, WORDS_OF_LOWER_LINE) {
            lines.push(Span::new(start, end));
        }
        (before, start) = (line, end);
    }
}

/// Whether the next line begins something new.
fn is_closed(line: &str) -> bool {
    let content = line.trim_end();
    content.is_empty() || content.ends_with(['.', '!', '?', ':', '"', '”'])
}

fn has_upper(line: &str) -> bool {
    // Several bytes are looked at at once.
    let is_upper = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | byte.is_ascii_uppercase());
    let (pieces, rest) = line.as_bytes().as_chunks::<32>();
    pieces.iter().any(|piece| is_upper(piece))
        || is_upper(rest)
        || !line.is_ascii() && line.contains(char::is_uppercase)
}

fn has_words(line: &str, least: usize) -> bool {
    line.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).take(least).count() == least
}

/// The stretch of capitals that was looked at last; a text is gone through once, forwards.
#[derive(Debug, Default)]
pub(super) struct Capitals {
    end: usize,
    is_headline: bool,
    start: usize,
    begins_line: bool,
}

impl Capitals {
    /// Whether the word in capitals that begins at `at` is so for emphasis: in a stretch of three words or more, a whole
    /// line of two, or alone but too long for an acronym (shorter at the beginning of a line, where datelines stand).
    /// Places must be asked for in their order.
    pub(super) fn hold(&mut self, text: &str, at: usize) -> bool {
        if at >= self.end {
            *self = Self::around(text, at);
        }
        if at >= self.end {
            return false;
        }
        let letters = || text[at..self.end].chars().take_while(|c| c.is_alphabetic()).take(5).count();
        self.is_headline || letters() >= if self.begins_line && at == self.start { 4 } else { 5 }
    }

    fn around(text: &str, at: usize) -> Self {
        let from = floor(text, at.saturating_sub(REACH));
        let before = &text[from..at];
        let line = before.rfind('\n').map_or(if from == 0 { 0 } else { usize::MAX }, |newline| from + newline + 1);
        let begins_line = line != usize::MAX && !text[line..at].contains(char::is_lowercase);
        let start = if begins_line { line } else { at };
        let (mut words, mut end) = (0, start);
        let mut ends_line = true;
        let (mut from, mut plain) = (start, start + plain_capitals(&text.as_bytes()[start..]));
        while let Some(word) = next_word(text, from) {
            let content = word.of(text);
            if has_lower(content) {
                ends_line = false;
                break;
            }
            words += usize::from(content.contains(|c: char| c.is_ascii_uppercase() || c.is_alphabetic()));
            end = word.end;
            from = end;
            // More words would tell no more.
            if words >= 3 && from < plain {
                let skipped = text[from..plain].rfind(' ').unwrap_or(0);
                end += text[from..from + skipped].trim_end().len();
                from += skipped;
                plain = from;
            }
        }
        let start = start + text[start..].len() - text[start..].trim_start().len();
        Self { end, is_headline: words >= 3 || begins_line && ends_line && words >= 2, start, begins_line }
    }
}

/// Whether a word has small letters, the possessive's aside.
fn has_lower(word: &str) -> bool {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_lowercase()) {
        return false;
    }
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    word.contains(char::is_lowercase)
}

/// So many bytes at least, from the first, are ASCII of the same line without small letters.
fn plain_capitals(bytes: &[u8]) -> usize {
    let is_other = |byte: &u8| !byte.is_ascii() | byte.is_ascii_lowercase() | (*byte == b'\n');
    let pieces = &bytes.as_chunks::<16>().0;
    16 * pieces.iter().take_while(|piece| !piece.iter().fold(false, |found, byte| found | is_other(byte))).count()
}

/// The next word from `at` on in its line.
fn next_word(text: &str, at: usize) -> Option<Span> {
    // Mostly a blank stands between words of ASCII.
    let bytes = text.as_bytes();
    let from = at + usize::from(bytes.get(at) == Some(&b' '));
    let plain = bytes[from..].iter().take_while(|byte| byte.is_ascii_graphic()).count();
    if plain > 0 && matches!(bytes.get(from + plain), None | Some(b' ' | b'\n')) {
        return Some(Span::new(from, from + plain));
    }
    let rest = &text[at..];
    let skipped = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n').len();
    let word = &rest[skipped..];
    let plain = word.bytes().take_while(u8::is_ascii_graphic).count();
    let len = plain + word[plain..].find(char::is_whitespace).unwrap_or(word.len() - plain);
    (len > 0).then(|| Span::new(at + skipped, at + skipped + len))
}

/// Whether the line around `at` is a headline in title case, where a capital shows no name.
pub(in crate::mention) fn is_title_case(text: &str, at: usize) -> bool {
    let from = floor(text, at.saturating_sub(REACH));
    let to = floor(text, (at + REACH).min(text.len()));
    let start = memrchr(b'\n', &text.as_bytes()[from..at]).map_or(from, |newline| from + newline + 1);
    let end = memchr(b'\n', &text.as_bytes()[at..to]).map_or(to, |newline| at + newline);
    // Running text has few capitals, and soon more small words.
    let most = capitals(&text.as_bytes()[start..end]);
    let (mut capital, mut small) = (0, 0);
    let mut rest = end - start;
    for word in text[start..end].split_whitespace() {
        // Running text shows soon that the rest of the line cannot outweigh its small words.
        if capital + rest / 4 <= 8 * small {
            return false;
        }
        rest = rest.saturating_sub(word.len() + 1);
        // Short words stay small in such headlines too.
        if let Some(first_is_capital) = case_of_long(word) {
            *(if first_is_capital { &mut capital } else { &mut small }) += 1;
            if 8 * small >= most {
                return false;
            }
        }
    }
    capital >= 3 && capital > 8 * small
}

/// Whether a word that is not short begins with a capital; nothing for short ones.
fn case_of_long(word: &str) -> Option<bool> {
    if let Some(plain) = word.as_bytes().first_chunk::<LONG>()
        && plain.iter().all(u8::is_ascii_alphabetic)
    {
        return Some(plain[0].is_ascii_uppercase());
    }
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_long = word.chars().take(LONG).take_while(|c| c.is_alphabetic()).count() == LONG;
    is_long.then(|| word.starts_with(char::is_uppercase))
}

/// The most capitals that the bytes may have.
fn capitals(bytes: &[u8]) -> usize {
    // Many are looked at at once, of which no sum exceeds a byte.
    let may_be = |byte: &u8| u8::from(byte.is_ascii_uppercase() | !byte.is_ascii());
    bytes.chunks(128).map(|chunk| usize::from(chunk.iter().map(may_be).sum::<u8>())).sum()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lower(text: &str) -> Vec<String> {
        let mut lines = Vec::new();
        lower_lines(text, &mut lines);
        lines.iter().map(|line| line.of(text).trim().to_owned()).collect()
    }

    #[test]
    fn lower_lines_stand_for_themselves() {
        assert_eq!(lower("iran warns us over hormuz\nThe warning"), ["iran warns us over hormuz"]);
        assert_eq!(lower("The rest of\nus went to the big turkey\nfarm on Monday.\n"), Vec::<String>::new());
        assert_eq!(lower("The rest went.\n\niran warns us over hormuz\n"), ["iran warns us over hormuz"]);
        assert_eq!(lower("of turkey and rice\nIran"), ["of turkey and rice"]);
        assert_eq!(lower("turkey and rice"), Vec::<String>::new());
        assert_eq!(lower("12 000 — 14 000 ... euro\n"), Vec::<String>::new());
    }

    fn capitals(text: &str, word: &str) -> bool {
        Capitals::default().hold(text, text.find(word).unwrap())
    }

    #[test]
    fn stretches_of_capitals_are_emphasis() {
        assert!(capitals("CHINA WARNS US\nThe", "US"));
        assert!(capitals("the words CHINA WARNS US were", "CHINA"));
        assert!(capitals("IRAN ATTACKS\n", "IRAN"));
        assert!(capitals("MALI, Africa", "MALI"));
        assert!(capitals("KYIV, Ukraine (AP) — On", "KYIV"));
        assert!(capitals("the end. MOSCOW (TASS): The", "MOSCOW"));
        assert!(capitals("TÜRKİYE'NİN YOLU BU\n", "TÜRKİYE"));
        assert!(capitals("the CHINA's BIG PLAN", "CHINA"));
        assert!(capitals("A TURKEY POLICY", "TURKEY"));
        for word in ["US", "NATO"] {
            assert!(!capitals("The US and NATO met", word));
        }
        assert!(!capitals("the MALI group", "MALI"));
    }

    #[test]
    fn stretches_of_capitals_end_before_small_letters() {
        let capitals = "CHINA WARNS THE US  OVER 2 TAIWAN ARMS SALES, SAYS WHO";
        for after in ["", " Beijing says", " \nThe", "  und Ärzte", " ÄRZTe", " a"] {
            for length in 12..=capitals.len() {
                let text = format!("{}{after}", capitals[..length].trim_end());
                let end = Capitals::around(&text, 0).end;
                assert_eq!(&text[..end], capitals[..length].trim_end(), "{text}");
            }
        }
    }

    #[test]
    fn title_case_needs_several_words() {
        assert!(is_title_case("Jordan Condemns Attack on Iraqi Embassy\nIn Amman, the king spoke.", 3));
        assert!(!is_title_case("In Amman, the king of Jordan spoke about Michael Jordan.", 30));
        assert!(!is_title_case("Jordan Henderson", 3));
    }
}
