//! What the importers know of English, from `gazetteers/import/english.toml` and the lists of offices.

use std::collections::BTreeMap;

use serde::Deserialize;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct English {
    pub(super) casing: Casing,
    surnames: Surnames,
    letters: BTreeMap<char, String>,
    bodies: Bodies,
    pub(super) positions: Positions,
    #[serde(skip)]
    family_name_first: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Casing {
    pub(super) small: Vec<String>,
    pub(super) capitals: Vec<String>,
    pub(super) words: Vec<String>,
    pub(super) prefixes: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bodies {
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Positions {
    pub(super) acting: Vec<String>,
    pub(super) links: Vec<String>,
    pub(super) articles: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Surnames {
    not_after: Vec<String>,
}

#[derive(Deserialize)]
struct Offices {
    family_name_first: Vec<String>,
}

impl English {
    pub(super) fn new() -> Self {
        let mut english: Self =
            toml::from_str(include_str!("../../gazetteers/import/english.toml")).expect("a test reads it");
        let offices: Offices =
            toml::from_str(include_str!("../../patterns/english/offices.toml")).expect("the build script reads it");
        english.family_name_first = offices.family_name_first;
        english
    }

    /// What of a name counts when names are compared: no case, no accents, blanks for hyphens.
    pub(super) fn fold(&self, name: &str) -> String {
        let mut folded = String::with_capacity(name.len());
        for c in name.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase) {
            match c {
                '-' | '_' | '\u{2010}'..='\u{2013}' => folded.push(' '),
                '`' | '\u{2018}' | '\u{2019}' | '\u{2bb}' | '\u{2bc}' => folded.push('\''),
                _ => match self.letters.get(&c) {
                    Some(letters) => folded.push_str(letters),
                    None => folded.push(c),
                },
            }
        }
        folded
    }

    /// The part of an id behind the colon: ASCII words with hyphens, in lower case.
    pub(super) fn slug(&self, name: &str) -> String {
        let folded = self.fold(name).replace(['\'', '.'], "");
        let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join("-")
    }

    /// Whether a word of the name says that it is a body's.
    pub(super) fn is_body(&self, name: &str) -> bool {
        self.fold(name)
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| self.bodies.words.iter().any(|body| body == word))
    }

    /// The name without "the" before it, which no name needs.
    pub(super) fn without_article<'n>(&self, name: &'n str) -> &'n str {
        let is_article =
            |beginning: &str| self.positions.articles.iter().any(|known| known.eq_ignore_ascii_case(beginning));
        match name.find(' ').map(|blank| name.split_at(blank + 1)) {
            Some((article, rest)) if is_article(article) => rest,
            _ => name,
        }
    }

    /// The family name of a person of that state; nothing when the name has one word only, or
    /// ends in no family name.
    pub(super) fn surname<'n>(&self, name: &'n str, state: Option<&str>) -> Option<&'n str> {
        let first = state.is_some_and(|state| self.family_name_first.iter().any(|id| id == state));
        // behind a comma stands what else there is to say
        let mut words = name.split(',').next()?.split(' ').filter(|word| !word.is_empty());
        let (one, last) = (words.next()?, words.next_back()?);
        if words.next_back().is_some_and(|word| self.surnames.not_after.iter().any(|known| known == word)) {
            return None;
        }
        let chosen = if first { one } else { last };
        // neither an initial nor a number
        (chosen.chars().filter(|c| c.is_lowercase()).count() > 1).then_some(chosen)
    }
}
