//! Text from documents made fit for one line of a label, a tooltip or a terminal.

use std::borrow::Cow;

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

/// The first `limit` characters, an ellipsis in the place of what is cut off.
pub(super) fn shortened(text: &str, limit: usize) -> Cow<'_, str> {
    if text.chars().nth(limit).is_none() {
        return Cow::Borrowed(text);
    }
    let kept: String = text.chars().take(limit.saturating_sub(1)).collect();
    Cow::Owned(format!("{}…", kept.trim_end()))
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
    fn long_texts_are_cut_at_characters() {
        assert_eq!(shortened("żółw", 4), "żółw");
        assert_eq!(shortened("żółw ma", 5), "żółw…");
    }
}
