//! Reads the file of abbreviations: at build time, so that its faults are found there.

use serde::Deserialize;

use super::words::SentenceWords;
use crate::error::{Error, Position};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "file")]
    _file: Header,
    abbreviations: Abbreviations,
    sentences: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    #[serde(rename = "about")]
    _about: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Abbreviations {
    before_names: Vec<String>,
    before_numbers: Vec<String>,
    adjectival: Vec<String>,
    may_end: Vec<String>,
    exclaimed: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    openings: Vec<String>,
    auxiliaries: Vec<String>,
    reporting: Vec<String>,
    unfinished: Vec<String>,
}

impl SentenceWords {
    pub(crate) fn read(name: &str, text: &str) -> Result<Self, Error> {
        let file: File = toml::from_str(text).map_err(|error| {
            let byte = error.span().map_or(0, |span| span.start);
            Error::toml(&error).at(Position::of_byte(name, text, byte))
        })?;
        let Abbreviations { before_names, before_numbers, adjectival, may_end, exclaimed } = file.abbreviations;
        let Words { openings, auxiliaries, reporting, unfinished } = file.sentences;
        let words = Self {
            before_names,
            before_numbers,
            adjectival,
            may_end,
            exclaimed,
            openings,
            auxiliaries,
            reporting,
            unfinished,
        };
        let wrong = |word: &&String| word.is_empty() || word.contains(char::is_whitespace) || word.ends_with('.');
        if let Some(word) = words.all().find(wrong) {
            let reason = format!("{word:?} is not one word without its last stop");
            return Err(Error::invalid(reason).at(Position::new(name, None)));
        }
        Ok(words)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &String> {
        let abbreviations =
            [&self.before_names, &self.before_numbers, &self.adjectival, &self.may_end, &self.exclaimed];
        let words = [&self.openings, &self.auxiliaries, &self.reporting, &self.unfinished];
        abbreviations.into_iter().chain(words).flatten()
    }
}
