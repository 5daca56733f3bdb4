//! Where a name may begin and end: at words, and outside addresses.

use super::fold::is_invisible;

/// Tokens beyond this are no words; looking further back would make long ones costly.
const LONGEST_TOKEN: usize = 200;

/// Where a name that ends at `at` ends with the marks over its last letter, when a word ends there.
#[inline]
pub(super) fn word_end(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes().get(at) {
        None | Some(b' ' | b',' | b'\'' | b'-' | b'\n' | b')' | b';' | b':') => Some(at),
        Some(b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'_' | b'@') => None,
        Some(_) => end_at(text, at),
    }
}

fn end_at(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let end = at + rest.find(|c| !matches!(c, '\u{300}'..='\u{36f}')).unwrap_or(rest.len());
    let mut after = text[end..].chars().skip_while(|&c| is_invisible(c));
    match after.next() {
        Some(c) if c.is_alphanumeric() || matches!(c, '_' | '@') => None,
        Some('.') => {
            let ends_host = match after.next() {
                // "Ukraine.ua", but "in Ukraine.The" where a blank is missing.
                Some(c) if c.is_uppercase() => text[..at].chars().rev().nth(1) == Some('.'),
                Some(c) => c.is_alphanumeric(),
                None => false,
            };
            (!ends_host).then_some(end)
        }
        _ => Some(end),
    }
}

/// Whether a name may begin at `at`: not within a word, a handle, a tag or an address.
#[inline]
pub(super) fn is_word_start(text: &str, at: usize) -> bool {
    // Mostly a blank is before.
    at == 0 || text.as_bytes()[at - 1] == b' ' || starts_without_blank(text, at)
}

fn starts_without_blank(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let mut back = before.chars().rev();
    match back.next() {
        None | Some('\n' | '(' | '"' | '“' | ',') => true,
        Some('@' | '#' | '_' | '$') => false,
        Some('\'' | '\u{2019}' | '\u{2bc}') => !back.next().is_some_and(char::is_alphanumeric),
        Some('.') => {
            let is_lower = text[at..].chars().next().is_some_and(|c| !c.is_uppercase());
            let follows_word = back.next().is_some_and(char::is_alphanumeric);
            (!is_lower || !follows_word) && !is_inside_address(text, at)
        }
        Some('-' | '/' | ':' | '=' | '&' | '%' | '?' | '+' | '~') => !is_inside_address(text, at),
        Some('\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}') => !back.next().is_some_and(char::is_alphanumeric),
        Some(c) => !c.is_alphanumeric() && !is_invisible(c) || matches!(c, '\u{200b}' | '\u{feff}'),
    }
}

/// Whether the token before `at` shows that it lies in a web or mail address.
fn is_inside_address(text: &str, at: usize) -> bool {
    let from = at.saturating_sub(LONGEST_TOKEN);
    let token = text.as_bytes()[from..at].rsplit(|b| matches!(b, b' ' | b'\n' | b'\t' | b'\r' | b'(' | b'<')).next();
    let token = token.unwrap_or_default();
    let has = |part: &[u8]| token.windows(part.len()).any(|window| window == part);
    has(b"://") || has(b"www.") || token.contains(&b'@') || {
        // "reuters.com/world/"
        let host = token.split(|&b| b == b'/').next().unwrap_or_default();
        host.len() < token.len()
            && host.rsplit(|&b| b == b'.').next().is_some_and(|end| {
                end.len() + 1 < host.len() && end.len() >= 2 && end.iter().all(u8::is_ascii_lowercase)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the marked name stands at word boundaries.
    fn stands(text: &str) -> bool {
        let (start, text) = (text.find('[').unwrap(), text.replacen('[', "", 1));
        let (end, text) = (text.find(']').unwrap(), text.replacen(']', "", 1));
        is_word_start(&text, start) && word_end(&text, end).is_some()
    }

    #[test]
    fn names_stand_between_what_is_no_word() {
        for text in [
            "[Japan]",
            "in [Japan]'s",
            "[Japan]’s",
            "“[Japan]",
            "[US]-led",
            "Sino-[Russian]",
            "non-[NATO] states",
            "[Russia]-North Korea",
            "[Russia]/Ukraine",
            "Russia/[Ukraine]",
            "in the [U.S.]",
            "'[Iran] will",
            "V.[Putin]",
            "in [Russia].The",
            "—[Iran]—",
            "…[Iran]",
            "\u{feff}[Iran]",
            "NATO\u{200b}[Iran]",
            "[Iran]…",
            "[Iran]。",
        ] {
            assert!(stands(text), "{text}");
        }
    }

    #[test]
    fn words_that_go_on_are_no_names() {
        for text in [
            "[Niger]ia",
            "[Oman]i",
            "Rwanda[Iran]",
            "é[Iran]",
            "[Iran]é",
            "[G7]0",
            "a_[Iran]",
            "[Iran]_a",
            "O'[Iran]",
            "L’[Iran]",
            "[Iran]\u{ad}ian",
            "Aze\u{301}[Iran]",
        ] {
            assert!(!stands(text), "{text}");
        }
    }

    #[test]
    fn addresses_and_handles_hold_no_names() {
        for text in [
            "@[NATO]",
            "#[Ukraine]",
            "[Ukraine].ua",
            "www.[Ukraine].com",
            "https://x.org/news/[Japan]-joins",
            "https://x.org/news/Japan-joins-[AUKUS]",
            "reuters.com/world/[China]",
            "press@[NATO]",
            "[Putin]@kremlin.ru",
            "caliber.[az]",
        ] {
            assert!(!stands(text), "{text}");
        }
    }
}
