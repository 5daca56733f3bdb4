//! Quoted strings of the DOT language.

use std::fmt::{self, Write};

use crate::export::plain::one_line;

/// A node's or a graph's name in quotes. Different texts give different names: what DOT cannot hold is spelt out.
pub(super) struct Quoted<'a>(pub(super) &'a str);

/// Text to be shown, in quotes: on one line and without what Graphviz would take for an escape or an HTML entity.
pub(super) struct Shown<'a>(pub(super) &'a str);

/// Lines of text to be shown, in quotes.
pub(super) struct Lines<'a>(pub(super) &'a [String]);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => write!(f, "\\u{{{:x}}}", c as u32)?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        shown(self.0, f)?;
        f.write_char('"')
    }
}

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for (i, line) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\\n")?;
            }
            shown(line, f)?;
        }
        f.write_char('"')
    }
}

fn shown(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let text = one_line(text);
    for (at, c) in text.char_indices() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            // "AT&amp;T" would be shown as AT&T
            '&' if begins_entity(&text[at + 1..]) => f.write_str("&amp;")?,
            c => f.write_char(c)?,
        }
    }
    Ok(())
}

fn begins_entity(text: &str) -> bool {
    let text = text.strip_prefix('#').unwrap_or(text);
    let name = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(0);
    name > 0 && text[name..].starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_stays_inside_the_quotes() {
        assert_eq!(Quoted("a\"b\\").to_string(), r#""a\"b\\""#);
        assert_eq!(Quoted("a\nb\0").to_string(), r#""a\u{a}b\u{0}""#);
        assert_ne!(Quoted("a\n").to_string(), Quoted("a\\u{a}").to_string());
        assert_eq!(Shown("\\N \"x\"\r\n</script>\0").to_string(), r#""\\N \"x\" </script>""#);
        assert_eq!(Shown("R&D &lt; &#60; & ; &;").to_string(), r#""R&D &amp;lt; &amp;#60; & ; &;""#);
        assert_eq!(Lines(&["a".into(), "b\nc".into()]).to_string(), r#""a\nb c""#);
    }
}
