use crate::{mention::model::Form, text::Span};

/// How far a dateline reaches before and after a name.
const REACH: usize = 80;

/// Where the dateline ends in which the name stands: "MOSCOW (TASS):", "KYIV, Ukraine (AP) —", "Report ISLAMABAD:".
pub(super) fn end(text: &str, name: Span, form: Form) -> Option<usize> {
    // Most names follow other words, and are not in capitals.
    let bytes = text.as_bytes();
    let follows_word = matches!(bytes[..name.start], [.., b'a'..=b'z', b' ']);
    if follows_word && bytes.get(name.start + 1).is_some_and(u8::is_ascii_lowercase) && bytes[name.start].is_ascii() {
        return None;
    }
    let mut back = text[..name.start].chars().rev().take(REACH).skip_while(|&c| !c.is_alphanumeric() && c != '\n');
    if name.of(text).chars().nth(1).is_some_and(char::is_lowercase) && back.next().is_some_and(char::is_lowercase) {
        return None;
    }
    let before = &text[floor(text, name.start.saturating_sub(REACH))..name.start];
    let line = before.rfind('\n').map_or(before, |newline| &before[newline + 1..]);
    let begins_line = (line.len() == name.start || line.len() < before.len()) && !line.contains(char::is_lowercase);
    let in_capitals =
        !name.of(text).contains(char::is_lowercase) || line.bytes().filter(u8::is_ascii_uppercase).count() > 2;
    let rest = &text[name.end..floor(text, (name.end + REACH).min(text.len()))];
    let rest = rest.find('\n').map_or(rest, |newline| &rest[..newline]);
    let marks = ['(', '—', '–', ':', '|', '-'];
    if !(begins_line && in_capitals || rest.starts_with([',', '/']) || rest.trim_start().starts_with(marks)) {
        return None;
    }

    // The rest of the place, and a date.
    let place = rest.find(['(', '—', '–', ':', '|']).or_else(|| rest.find("--")).or_else(|| rest.find(" - "))?;
    let place = rest.find("--").into_iter().chain(rest.find(" - ")).fold(place, usize::min);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '/' | '-' | '\'');
    let head = rest[..place].trim_end();
    if !head.chars().all(plain) || !(head.is_empty() || head.starts_with([',', '/']) || begins_line && in_capitals) {
        return None;
    }
    let mut tail = &rest[place..];
    let has_agency = tail.starts_with('(');
    if has_agency {
        tail = tail[tail.find(')')? + 1..].trim_start_matches([' ', '\u{a0}']);
    }
    let mark = ["—", "–", "--", "-", ":", "|"].into_iter().find(|mark| tail.trim_start().starts_with(mark));
    let is_dateline = match (has_agency, mark) {
        (true, Some(_)) => begins_line || in_capitals,
        (true, None) => begins_line && in_capitals,
        (false, Some(":")) => in_capitals && head.is_empty() && form == Form::Capital,
        (false, Some(_)) => in_capitals && begins_line && form == Form::Capital,
        (false, None) => false,
    };
    let report = &tail[mark.map_or(0, |mark| tail.find(mark).map_or(0, |at| at + mark.len()))..];
    // In a headline all in capitals these are no datelines: "MOSCOW: WEST IS TO BLAME".
    let in_headline = !report.contains(char::is_lowercase) && report.contains(char::is_uppercase);
    (is_dateline && !in_headline).then(|| name.end + rest.len() - report.len())
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

    fn dateline(text: &str, name: &str) -> Option<String> {
        let start = text.find(name).unwrap();
        end(text, Span::new(start, start + name.len()), Form::Capital).map(|end| text[..end].to_owned())
    }

    #[test]
    fn datelines_end_before_the_report() {
        for (text, name, line) in [
            ("MOSCOW (TASS): Press Secretary", "MOSCOW", "MOSCOW (TASS):"),
            ("ISLAMABAD: The prime minister", "ISLAMABAD", "ISLAMABAD:"),
            ("F.P. Report ISLAMABAD: The prime", "ISLAMABAD", "F.P. Report ISLAMABAD:"),
            ("KYIV, Ukraine (AP) — Russia", "KYIV", "KYIV, Ukraine (AP) —"),
            ("BEIJING, May 12 (Xinhua) -- China", "BEIJING", "BEIJING, May 12 (Xinhua) --"),
            ("Headline\nMoscow (AFP) - Russia", "Moscow", "Headline\nMoscow (AFP) -"),
            ("WASHINGTON — The president", "WASHINGTON", "WASHINGTON —"),
            ("LVIV, Ukraine (AP) — Russia", "Ukraine", "LVIV, Ukraine (AP) —"),
            ("PARIS/BERLIN (Reuters) - The", "PARIS", "PARIS/BERLIN (Reuters) -"),
            ("TOKYO (Kyodo) Japan said", "TOKYO", "TOKYO (Kyodo) "),
        ] {
            assert_eq!(dateline(text, name).as_deref(), Some(line), "{text}");
        }
    }

    #[test]
    fn other_text_is_no_dateline() {
        for (text, name) in [
            ("Moscow: the West is to blame", "Moscow"),
            ("MOSCOW: WEST IS TO BLAME", "MOSCOW"),
            ("Moscow said (again) that it", "Moscow"),
            ("talks between Moscow (Russia) and", "Moscow"),
            ("Moscow - no friend of Kyiv - said", "Moscow"),
            ("MOSCOW", "MOSCOW"),
        ] {
            assert_eq!(dateline(text, name), None, "{text}");
        }
    }
}
