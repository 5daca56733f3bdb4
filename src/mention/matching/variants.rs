//! The ways in which one name is written.
//!
//! Marks, hyphens, blanks and apostrophes need no variants: the walk over the text makes them alike.

use std::borrow::Cow;

use crate::gazetteer::{Name, NameKind};

/// All spellings under which the name is matched with its capitals, as it is given first.
pub(super) fn spellings(name: &Name) -> Vec<Cow<'_, str>> {
    let mut spellings = vec![Cow::Borrowed(name.text())];
    if is_acronym(name) {
        spellings.extend(dotted(&name.text).into_iter().map(Cow::Owned));
        spellings.extend((!name.exact).then(|| title_cased(&name.text)).flatten().map(Cow::Owned));
    }
    spellings
}

/// Whether the name is an acronym, or an entity is best known by one: "AUKUS".
pub(in crate::mention) fn is_acronym(name: &Name) -> bool {
    let is_upper = || name.text.len() > 1 && !name.text.contains(|c: char| c.is_lowercase() || c == ' ');
    name.kind == NameKind::Acronym || name.kind == NameKind::Name && is_upper()
}

/// "U.S.", "U.S" and "U. S." of "US".
fn dotted(acronym: &str) -> Vec<String> {
    let letters: Vec<&str> = acronym.split("").filter(|letter| !letter.is_empty()).collect();
    if letters.len() < 2 || !acronym.bytes().all(|b| b.is_ascii_uppercase()) {
        return Vec::new();
    }
    let tight = letters.join(".");
    vec![format!("{tight}."), format!("{}.", letters.join(". ")), tight]
}

/// "Aukus" of "AUKUS"; shorter ones would be taken for words.
fn title_cased(acronym: &str) -> Option<String> {
    let mut chars = acronym.chars();
    let first = chars.next()?;
    let is_long = acronym.chars().take_while(|c| c.is_uppercase()).count() >= 4;
    is_long.then(|| first.to_string() + &chars.as_str().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::testing::name;

    #[test]
    fn only_acronyms_have_variants() {
        assert_eq!(spellings(&name(NameKind::Name, "United States")), ["United States"]);
        assert_eq!(spellings(&name(NameKind::Decoy, "WHO")), ["WHO"]);
    }

    #[test]
    fn acronyms_are_dotted_and_long_ones_title_cased() {
        assert_eq!(spellings(&name(NameKind::Acronym, "US")), ["US", "U.S.", "U. S.", "U.S"]);
        assert!(spellings(&name(NameKind::Acronym, "AUKUS")).contains(&"Aukus".into()));
        assert!(spellings(&name(NameKind::Acronym, "NATO")).contains(&"Nato".into()));
        assert!(spellings(&name(NameKind::Acronym, "OPEC+")).contains(&"Opec+".into()));
        assert_eq!(spellings(&name(NameKind::Acronym, "G20")), ["G20"]);
        assert!(!spellings(&name(NameKind::Acronym, "WHO")).contains(&"Who".into()));
        let mut exact = name(NameKind::Acronym, "QUAD");
        exact.exact = true;
        assert!(!spellings(&exact).contains(&"Quad".into()));
    }
}
