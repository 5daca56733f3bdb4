//! Terms as the query service writes them.

/// What a cell holds: the text of a literal, an address without its brackets, nothing for an unknown value.
pub(super) fn value(cell: &str) -> String {
    let cell = cell.trim();
    if let Some(address) = cell.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
        return value(address);
    }
    if cell.starts_with("_:") || cell.contains("/.well-known/genid/") {
        return String::new();
    }
    // "text"@en, "2013-01-01T00:00:00Z"^^<type>
    let Some(quoted) = cell.strip_prefix('"') else { return cell.to_owned() };
    let mut text = String::with_capacity(quoted.len());
    let mut characters = quoted.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => break,
            '\\' => match characters.next() {
                Some('n' | 't' | 'r') => text.push(' '),
                Some(other) => text.push(other),
                None => {}
            },
            _ => text.push(c),
        }
    }
    text.trim().to_owned()
}

pub(super) fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// "Q42", which the label service gives where there is no label.
pub(super) fn is_item(text: &str) -> bool {
    text.strip_prefix('Q').is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// The names in one cell: the label service parts alternative labels by commas, a query by `|` or `;`.
pub(super) fn list(column: &str, cell: &str) -> Vec<String> {
    let parts: Vec<&str> = if column.ends_with("AltLabel") || column == "altLabel" {
        cell.split(", ").collect()
    } else if cell.contains('|') {
        cell.split('|').collect()
    } else {
        cell.split(';').collect()
    };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_taken_out_of_their_quotes() {
        for (cell, expected) in [
            ("<http://www.wikidata.org/entity/Q1>", "http://www.wikidata.org/entity/Q1"),
            ("\"Ada \\\"A\\\" Stone\"@en", "Ada \"A\" Stone"),
            ("\"2013-01-01T00:00:00Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime>", "2013-01-01T00:00:00Z"),
            ("9", "9"),
            ("_:t123", ""),
            ("http://www.wikidata.org/.well-known/genid/abc", ""),
        ] {
            assert_eq!(value(cell), expected, "{cell}");
        }
        assert!(is_item("Q42") && !is_item("Quine") && !is_item("Q"));
        assert_eq!(list("itemAltLabel", "A, B"), ["A", "B"]);
        assert_eq!(list("aliases", "A, Jr.|B"), ["A, Jr.", "B"]);
        assert_eq!(list("aliases", "A; B"), ["A", "B"]);
    }
}
