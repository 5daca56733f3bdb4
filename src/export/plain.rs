//! Text from documents made fit for one line of a label, a tooltip or a terminal.

use std::{
    borrow::Cow,
    fmt::{self, Write},
};

/// The text on one line: white space of any kind becomes one blank; control characters go, and so do the characters that
/// change the direction of what follows them, since they would turn the words around a name too.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c != ' ' && (c.is_whitespace() || is_hidden(c))) && !text.contains("  ") {
        return Cow::Borrowed(text.trim());
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace()).filter(|word| !word.chars().all(is_hidden)) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|c| !is_hidden(*c)));
    }
    Cow::Owned(out)
}

/// The text as XML, CSV and pictures can show it: on one line, without what XML has no room for.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    let line = one_line(text);
    if line.contains(is_nonchar) { Cow::Owned(line.replace(is_nonchar, "")) } else { line }
}

/// An id on one line: different ids stay different, since what cannot be shown is spelt out.
#[cfg(any(feature = "xml", feature = "csv", feature = "json"))]
pub(super) fn spelt(id: &str) -> Cow<'_, str> {
    let odd = |c: char| c != ' ' && (c.is_whitespace() || c.is_control() || is_hidden(c) || is_nonchar(c));
    if !id.contains(odd) {
        return Cow::Borrowed(id);
    }
    Cow::Owned(id.chars().fold(String::with_capacity(id.len() + 8), |mut out, c| {
        if odd(c) {
            out.push_str(&format!("\\u{{{:x}}}", c as u32))
        } else {
            out.push(c)
        }
        out
    }))
}

/// What Unicode says will never be a character; XML refuses two of them.
const fn is_nonchar(c: char) -> bool {
    matches!(c as u32 & 0xffff, 0xfffe | 0xffff)
}

/// Text as the content of an element or of an attribute in double quotes.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            '\'' => f.write_str("&#39;"),
            c => f.write_char(c),
        })
    }
}

/// The first `limit` characters, an ellipsis in the place of what is cut off.
pub(super) fn shortened(text: &str, limit: usize) -> Cow<'_, str> {
    if text.chars().nth(limit).is_none() {
        return Cow::Borrowed(text);
    }
    let kept: String = text.chars().take(limit.saturating_sub(1)).collect();
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// The address at which the document can be read, where its id is one.
pub(super) fn address(document: &str) -> Option<&str> {
    let (scheme, rest) = document.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let odd = |c: char| c.is_whitespace() || is_hidden(c) || is_nonchar(c) || matches!(c, '"' | '<' | '>' | '\\');
    (web && !rest.is_empty() && rest.len() < 2000 && !rest.contains(odd)).then_some(document)
}

fn is_hidden(c: char) -> bool {
    c.is_control() && !c.is_whitespace() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hold_no_surprise() {
        assert_eq!(one_line("Japan  may\r\n\tjoin\u{0} \u{1b}[31mAUKUS\u{2028}now "), "Japan may join [31mAUKUS now");
        assert_eq!(one_line("a \u{202e} \u{2067}b"), "a b");
        assert!(matches!(one_line("plain text"), Cow::Borrowed("plain text")));
    }

    #[test]
    fn addresses_are_of_the_web() {
        assert_eq!(address("https://news.example/a?b=1&c=2"), Some("https://news.example/a?b=1&c=2"));
        for id in
            ["wire-17", "javascript:alert(1)", "https://", "https://a\" onload=\"x", "file:///etc/passwd", "http://a b"]
        {
            assert_eq!(address(id), None, "{id}");
        }
    }

    #[test]
    fn long_texts_are_cut_at_characters() {
        assert_eq!(shortened("żółw", 4), "żółw");
        assert_eq!(shortened("żółw ma", 5), "żółw…");
    }
}
