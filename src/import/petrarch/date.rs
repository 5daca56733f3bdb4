//! `<D` before, `>D` from, `D-D` from the first day to the one after the last.

use crate::{
    import::{ImportFaultKind, draft::When},
    text::Date,
};

type Fault = (ImportFaultKind, String);

/// The interval behind a code; always, when there is none.
pub(super) fn interval(text: &str) -> Result<When, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(When::default());
    }
    if let Some(to) = text.strip_prefix('<') {
        return Ok(When { from: None, to: Some(date(to)?) });
    }
    if let Some(from) = text.strip_prefix('>') {
        return Ok(When { from: Some(date(from)?), to: None });
    }
    let (from, to) = text
        .split_once('-')
        .ok_or_else(|| (ImportFaultKind::Date, format!("{text:?} is no interval (expected <D, >D or D-D)")))?;
    let (from, to) = (date(from)?, date(to)?);
    if to <= from {
        return Err((ImportFaultKind::Reversed, format!("{text:?} ends on {to}, not after {from}")));
    }
    Ok(When { from: Some(from), to: Some(to) })
}

/// YYMMDD or YYYYMMDD; of two digits, years up to 30 are of this century.
fn date(text: &str) -> Result<Date, Fault> {
    let text = text.trim();
    let wrong = |why: &str| (ImportFaultKind::Date, format!("{text:?} is no date ({why})"));
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong("expected digits"));
    }
    let number = |digits: &str| digits.parse::<i16>().unwrap_or_default();
    let (year, rest) = match text.len() {
        6 => {
            let year = number(&text[..2]);
            (if year <= 30 { 2000 + year } else { 1900 + year }, &text[2..])
        }
        8 => (number(&text[..4]), &text[4..]),
        digits => return Err(wrong(&format!("{digits} digits, expected YYMMDD or YYYYMMDD"))),
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // two digits
    let (month, day) = (number(&rest[..2]) as u8, number(&rest[2..]) as u8);
    Date::from_ymd(year, month, day).ok_or_else(|| wrong("the calendar has no such day"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let shown = |date: Option<Date>| date.map_or(String::new(), |date| date.to_string());
        match interval(text) {
            Ok(When { from, to }) => format!("{}..{}", shown(from), shown(to)),
            Err((kind, _)) => kind.to_string(),
        }
    }

    #[test]
    fn intervals_are_read() {
        for (text, expected) in [
            ("", ".."),
            ("<900823", "..1990-08-23"),
            (">300101", "2030-01-01.."),
            ("> 20110101", "2011-01-01.."),
            ("310101-20050630", "1931-01-01..2005-06-30"),
            ("19350101-861124", "1935-01-01..1986-11-24"),
            ("9008223-911221", "date"),
            (">201005011", "date"),
            ("1920030320-20060520", "date"),
            ("2004017-20061201", "date"),
            ("990230-990401", "date"),
            ("990101", "date"),
            ("20121207-20120802", "reversed"),
            ("990101-990101", "reversed"),
            (">x90101", "date"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
