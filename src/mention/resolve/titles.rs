use super::neighbours::token_before;
use crate::{
    gazetteer::{Gazetteer, RoleId},
    mention::words::{WordSet, Words},
    quick_map::QuickMap,
    text::Span,
};

/// The titles of all offices, to be looked for before surnames.
#[derive(Clone, Debug)]
pub(in crate::mention) struct Titles {
    /// In small letters.
    roles: QuickMap<String, Vec<RoleId>>,
    most_words: usize,
    /// The last words of titles and honorifics, in small letters.
    last_words: WordSet,
}

/// A title that stands before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Title<'t> {
    /// Where it begins, with "former" and the like.
    pub(super) start: usize,
    /// The offices that it may mean; none for "Mr" and "General".
    pub(super) roles: &'t [RoleId],
}

impl Titles {
    pub(in crate::mention) fn new(gazetteer: &Gazetteer) -> Self {
        let (mut roles, mut most_words): (QuickMap<String, Vec<RoleId>>, usize) = (QuickMap::default(), 1);
        let of_roles = gazetteer.roles.iter().zip(0..).map(|(role, number)| (RoleId(number), &role.titles));
        let of_posts = gazetteer.posts.iter().map(|post| (post.role, &post.titles));
        for (role, texts) in of_roles.chain(of_posts) {
            for text in texts {
                most_words = most_words.max(text.split(' ').count());
                let roles = roles.entry(text.to_lowercase()).or_default();
                if !roles.contains(&role) {
                    roles.push(role);
                }
            }
        }
        let last = |title: &str| title.rsplit(' ').next().unwrap_or(title).to_owned();
        let honorifics = Words::embedded().honorifics.iter().map(last);
        let last_words = WordSet::new(roles.keys().map(|title| last(title)).chain(honorifics).collect());
        Self { roles, most_words, last_words }
    }

    /// Whether a title can end with this word of the text.
    fn may_end_with(&self, word: &str) -> bool {
        // Affixes and foreign letters need a closer look.
        word.len() > WordSet::LONGEST
            || self.last_words.has(word)
            || word.bytes().any(|byte| byte == b'-' || !byte.is_ascii())
    }

    /// The longest title directly before `at`: "Prime Minister Abe", "the president, Medvedev", "Gen. Sisi".
    pub(super) fn before(&self, text: &str, at: usize) -> Option<Title<'_>> {
        let known = Words::embedded();
        let mut found: Option<Title<'_>> = None;
        let mut words = String::new();
        let mut start = at;
        for count in 0..self.most_words {
            let Some(token) = token_before(text, start) else { break };
            let word = token.of(text);
            let inner = word.trim_start_matches(['"', '“', '\'', '‘', '(', '[']);
            let plain = if count == 0 { inner.strip_suffix([',', '.']).unwrap_or(inner) } else { inner };
            if count == 0 && !self.may_end_with(plain) {
                break;
            }
            if plain.is_empty() || plain.ends_with([',', '.', ';', ':', '"', '”', ')', '?', '!']) {
                break;
            }
            start = token.end - inner.len();
            words.insert_str(0, if count == 0 { "" } else { " " });
            words.insert_str(0, &plain.to_lowercase());
            let ends_sentence = count == 0 && inner.ends_with('.');
            if let Some(roles) = self.roles.get(without_affixes(&words, known)).filter(|_| !ends_sentence) {
                found = Some(Title { start, roles });
            } else if found.is_none() && known.honorifics.has(&words) {
                // A stop after it abbreviates it.
                found = Some(Title { start, roles: &[] });
            }
            if inner.len() < word.len() {
                break;
            }
        }
        let mut title = found?;
        while let Some(token) = token_before(text, title.start).filter(|token| known.qualifiers.has(token.of(text))) {
            title.start = token.start;
        }
        Some(title)
    }
}

/// "ex-president", "president-elect" and "then-president" are presidents as far as their names go.
fn without_affixes<'t>(title: &'t str, words: &Words) -> &'t str {
    let stem = title.rsplit_once('-').filter(|(_, suffix)| words.designations.has(suffix));
    let title = stem.map_or(title, |(stem, _)| stem);
    let stem = title.split_once('-').filter(|(prefix, _)| words.qualifiers.has(prefix));
    stem.map_or(title, |(_, stem)| stem)
}

/// The text between two places is blank, or a possessive and blanks.
pub(super) fn is_joined(text: &str, gap: Span) -> bool {
    let gap = gap.of(text);
    let gap = gap
        .strip_prefix("'s")
        .or_else(|| gap.strip_prefix("’s"))
        .or_else(|| gap.strip_prefix(['\'', '’']))
        .unwrap_or(gap);
    gap.chars().all(char::is_whitespace) && !gap.contains("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::testing::world;

    fn before(text: &str) -> Option<(String, usize)> {
        let titles = Titles::new(&world());
        let found = titles.before(text, text.find("Bush").unwrap());
        found.map(|title| (text[title.start..].to_owned(), title.roles.len()))
    }

    #[test]
    fn titles_stand_before_names() {
        for text in
            ["President Bush", "the president, Bush", "“President Bush", "Ex-President Bush", "president-elect Bush"]
        {
            assert!(before(text).is_some_and(|(_, roles)| roles > 0), "{text}");
        }
        for text in ["Mr. Bush", "Mr Bush", "Gen. Bush", "Sir Bush"] {
            assert!(before(text).is_some_and(|(_, roles)| roles == 0), "{text}");
        }
        for text in ["said the president. Bush", "Kate Bush", "Bush", "president)\n\nBush", "vote on Bush"] {
            assert_eq!(before(text), None, "{text}");
        }
    }

    #[test]
    fn the_longest_title_counts_with_its_qualifiers() {
        assert_eq!(before("US Prime Minister Bush").unwrap().0, "Prime Minister Bush");
        assert_eq!(before("US Secretary of State Bush").unwrap().0, "Secretary of State Bush");
        assert_eq!(before("the former acting president Bush").unwrap().0, "former acting president Bush");
    }
}
