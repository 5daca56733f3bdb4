//! Dates with their precision.

use crate::text::Date;

/// Wikidata's number for a date known to the day, the month, the year.
const DAY: u8 = 11;
const MONTH: u8 = 10;
const YEAR: u8 = 9;

/// A date, cut to its precision; none for an empty cell. Without a precision the first of January means the year, since
/// that is how the service writes years.
pub(super) fn read(text: &str, precision: &str) -> Result<Option<Date>, String> {
    let day = text.split('T').next().unwrap_or_default().trim_start_matches('+');
    if day.is_empty() {
        return Ok(None);
    }
    let wrong = || format!("{text:?} is no date (expected YYYY-MM-DD, with or without a time)");
    // a month or a day that is not known is written as 00
    let parts: Vec<&str> = day.split('-').take_while(|part| *part != "00").collect();
    let date: Date = parts.join("-").parse().map_err(|_| wrong())?;
    let is_timed = text.contains('T');
    let precision = match precision {
        "" if is_timed && (date.month(), date.day()) == (Some(1), Some(1)) => YEAR,
        "" => DAY,
        number => {
            number.parse().map_err(|_| format!("{number:?} is no precision (expected {YEAR}, {MONTH} or {DAY})"))?
        }
    };
    let length = match precision {
        DAY.. => usize::MAX,
        MONTH => 2,
        YEAR => 1,
        _ => return Err(format!("{text:?} is not known to the year")),
    };
    parts[..parts.len().min(length)].join("-").parse().map(Some).map_err(|_| wrong())
}

/// The interval of two dates. Who came and went within one year or month stayed, as far as one knows, to its end.
pub(super) fn interval(from: Option<Date>, to: Option<Date>) -> Option<(Option<Date>, Option<Date>)> {
    match (from, to) {
        (Some(start), Some(end)) if start == end && end.day().is_none() => Some((from, after(end))),
        (Some(start), Some(end)) if end.earliest() <= start.earliest() => None,
        _ => Some((from, to)),
    }
}

/// The year or month after.
fn after(date: Date) -> Option<Date> {
    match date.month() {
        None => format!("{:04}", date.year() + 1).parse().ok(),
        Some(12) => format!("{:04}-01", date.year() + 1).parse().ok(),
        Some(month) => format!("{:04}-{:02}", date.year(), month + 1).parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision() {
        let shown = |text, precision| match read(text, precision) {
            Ok(date) => date.map_or(String::new(), |date| date.to_string()),
            Err(_) => "!".to_owned(),
        };
        for (text, precision, expected) in [
            ("2013-09-15T00:00:00Z", "", "2013-09-15"),
            ("2013-01-01T00:00:00Z", "", "2013"),
            ("2013-01-01", "", "2013-01-01"),
            ("2013-01-01T00:00:00Z", "11", "2013-01-01"),
            ("2013-09-01T00:00:00Z", "10", "2013-09"),
            ("2013-09-15T00:00:00Z", "9", "2013"),
            ("2013-00-00T00:00:00Z", "9", "2013"),
            ("+2013-09-00T00:00:00Z", "", "2013-09"),
            ("2013", "", "2013"),
            ("", "", ""),
            ("2013-01-01T00:00:00Z", "8", "!"),
            ("2013-01-01T00:00:00Z", "day", "!"),
            ("-0044-03-15T00:00:00Z", "", "!"),
            ("2013-02-30T00:00:00Z", "", "!"),
            ("t12345", "", "!"),
        ] {
            assert_eq!(shown(text, precision), expected, "{text} {precision}");
        }
    }

    #[test]
    fn a_stay_within_a_year_lasts_to_its_end() {
        let date = |text: &str| text.parse::<Date>().ok();
        let to = |from: &str, to: &str| interval(date(from), date(to)).map(|(_, to)| to.unwrap().to_string());
        assert_eq!(to("2022", "2022").as_deref(), Some("2023"));
        assert_eq!(to("2022-12", "2022-12").as_deref(), Some("2023-01"));
        assert_eq!(to("2022", "2024-05-01").as_deref(), Some("2024-05-01"));
        assert_eq!(to("2022-05-01", "2022-05-01"), None);
        assert_eq!(to("2022", "2021"), None);
    }
}
