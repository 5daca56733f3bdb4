//! Names of persons whom no name of the gazetteer covers.

use super::{lexicon::Uses, scan::Scan};
use crate::{
    mention::{matching::is_title_case, tokens::TokenKind, words::Words},
    text::Span,
};

/// Capitalised words that may be a person's name.
#[derive(Clone, Copy, Debug)]
pub(super) struct PersonName {
    pub(super) span: Span,
    /// The tokens after the last.
    pub(super) end: usize,
    /// Its capitalised words.
    pub(super) words: usize,
}

/// The most capitalised words of a name.
const MOST_WORDS: usize = 4;

impl Scan<'_> {
    /// The name that begins with the token: capitalised words, initials, and small words between them.
    pub(super) fn name_at(&self, at: usize) -> Option<PersonName> {
        let (mut end, mut words, mut next) = (at, 0, at);
        let mut ends_with_initial = false;
        loop {
            if self.is_name_word(next) {
                words += 1;
                ends_with_initial = self.is_initial(next);
                next = self.past_second_part(self.past_initial_stop(next));
                end = next;
            } else if !(self.can(next, Uses::PARTICLE) && self.tokens.get(next).is_some()) {
                break;
            } else {
                next += 1;
            }
            next = self.past_hyphen(next);
            if words > MOST_WORDS {
                return None;
            }
        }
        if words == 0 || ends_with_initial {
            return None;
        }
        // A particle with a capital may begin the name, one without only within it; and a trailing stop is no initial's.
        Some(PersonName { span: self.span(at, end), end, words })
    }

    fn past_initial_stop(&self, at: usize) -> usize {
        if self.is_initial(at) && self.is_kind(at + 1, TokenKind::Stop) && self.is_name_word(at + 2) {
            at + 2
        } else {
            at + 1
        }
    }

    fn is_initial(&self, at: usize) -> bool {
        self.str(at).is_some_and(|word| word.chars().count() == 1)
    }

    /// "Duk-geun"
    fn past_second_part(&self, at: usize) -> usize {
        let is_small = self.is_kind(at, TokenKind::Hyphen)
            && self.str(at + 1).is_some_and(|part| part.chars().all(char::is_lowercase))
            && !self.can(at + 1, Uses::NOT_NAME.or(Uses::PAST_AFTER));
        if is_small { at + 2 } else { at }
    }

    fn is_name_word(&self, at: usize) -> bool {
        let Some(word) = self.str(at) else { return false };
        let uses = self.uses(at);
        let shouts = word.len() > 3 && word.chars().all(char::is_uppercase);
        let may_be_name = !uses.any(Uses::IN_TITLE) || uses.any(Uses::HONORIFIC.or(Uses::PARTICLE));
        let is_known_word = uses.any(Uses::NOT_NAME.or(Uses::DEPARTMENT)) || !may_be_name;
        word.starts_with(char::is_uppercase) && !shouts && !word.contains(char::is_numeric) && !is_known_word
    }

    /// A whole name of somebody unknown: two to four words, in a text where capitals say something.
    pub(super) fn full_name_at(&self, at: usize) -> Option<PersonName> {
        let name = self.name_at(at).filter(|name| name.words >= 2)?;
        let goes_on = self.is_capitalised(name.end) && !self.can(name.end, Uses::NOT_NAME);
        (!goes_on && (self.goes_on_small(name.end) || !is_title_case(self.text, name.span.start))).then_some(name)
    }

    /// A verb in small letters follows, as in no headline that has capitals everywhere.
    fn goes_on_small(&self, at: usize) -> bool {
        self.str(at).is_some_and(|word| word.starts_with(char::is_lowercase) && !Words::embedded().function.has(word))
    }

    /// The full name that ends right before the token.
    pub(super) fn full_name_ending(&self, end: usize) -> Option<(usize, PersonName)> {
        let mut start = end;
        while let Some(before) = start.checked_sub(1) {
            let joins = self.is_kind(before, TokenKind::Hyphen) || self.can(before, Uses::PARTICLE);
            if !self.is_name_word(before) && !joins {
                break;
            }
            start = before;
            if end - start > 2 * MOST_WORDS {
                return None;
            }
        }
        while start < end && !self.is_capitalised(start) {
            start += 1;
        }
        let name = self.full_name_at(start).filter(|name| name.end == end)?;
        Some((start, name))
    }
}

/// The id's slug: lower-case ASCII with hyphens.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.chars() {
        match plain(c) {
            Some(letters) => slug.push_str(letters),
            None if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            None if matches!(c, '\'' | '’' | '‘' | 'ʼ' | '.') || ('\u{300}'..='\u{36f}').contains(&c) => {}
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The plain letters of an accented one.
fn plain(c: char) -> Option<&'static str> {
    const PLAIN: &[(&str, &str)] = &[
        ("àáâãäåāăąǎÀÁÂÃÄÅĀĂĄ", "a"),
        ("æÆ", "ae"),
        ("çćĉċčÇĆČ", "c"),
        ("ďđðĎĐ", "d"),
        ("èéêëēĕėęěəÈÉÊËĒĖĘĚƏ", "e"),
        ("ĝğġģĞĢ", "g"),
        ("ĥħḥĦḤ", "h"),
        ("ìíîïĩīĭįıİÌÍÎÏĪĮ", "i"),
        ("ķĶ", "k"),
        ("ĺļľłŁĽĻ", "l"),
        ("ñńņňŇÑŃŅ", "n"),
        ("òóôõöøōŏőơÒÓÔÕÖØŌŐƠ", "o"),
        ("œŒ", "oe"),
        ("ŕŗřŘ", "r"),
        ("śŝşšșŚŞŠȘ", "s"),
        ("ß", "ss"),
        ("ţťŧțŤȚ", "t"),
        ("þÞ", "th"),
        ("ùúûüũūŭůűųưÙÚÛÜŪŮŰŲƯ", "u"),
        ("ýÿÝ", "y"),
        ("źżžŹŻŽ", "z"),
    ];
    if c.is_ascii() {
        return None;
    }
    PLAIN.iter().find(|(accented, _)| accented.contains(c)).map(|(_, plain)| *plain)
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_plain() {
        for (name, expected) in [
            ("Robert Dussey", "robert-dussey"),
            ("Majed al-Ansari", "majed-al-ansari"),
            ("Péter Szijjártó", "peter-szijjarto"),
            ("Tan Sri O’Neill", "tan-sri-oneill"),
            ("John B. Smith", "john-b-smith"),
        ] {
            assert_eq!(slug(name), expected);
        }
    }
}
