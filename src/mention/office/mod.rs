//! Offices that a text states, persons whom it introduces by them, and titles that stand for persons.

mod candidates;
mod complement;
mod denoting;
mod group;
mod holder;
mod known;
mod later;
mod lexicon;
mod model;
mod patterns;
mod person;
mod read;
mod recent;
mod record;
mod scan;
#[cfg(test)]
mod tests;
mod title;
mod titled;
mod windows;

use lexicon::Lexicon;
use patterns::OfficePatterns;

use crate::{
    gazetteer::Gazetteer,
    mention::{Mentions, tokens::Tokens},
    text::{Date, Span},
};

/// The file `patterns/english/offices.toml`, compiled by the build script.
static PATTERNS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/offices.postcard"));

/// Memory that one text leaves to the next.
#[derive(Debug, Default)]
pub(crate) struct OfficeScratch {
    windows: Vec<Span>,
    tokens: Tokens,
    /// The tokens before titles were cut off names.
    whole: Tokens,
    read: read::Read,
}

/// Finds offices; made once for a gazetteer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Offices {
    lexicon: Lexicon,
}

impl Offices {
    pub(crate) fn new(gazetteer: &Gazetteer) -> Self {
        let patterns: OfficePatterns = postcard::from_bytes(PATTERNS).expect("the build script wrote these patterns");
        Self { lexicon: Lexicon::new(gazetteer, &patterns) }
    }

    /// Adds to what was found in a text the offices that it states, the persons whom it introduces by them, with their
    /// later surnames, and the titles that stand for a person known at the text's date or named before.
    pub(crate) fn find(
        &self,
        text: &str,
        gazetteer: &Gazetteer,
        date: Option<Date>,
        scratch: &mut OfficeScratch,
        found: &mut Mentions,
    ) {
        if found.mentions.is_empty() {
            return;
        }
        let OfficeScratch { windows, tokens: buffer, whole, read } = scratch;
        windows::windows(text, &found.mentions, windows);
        read.clear();
        for &window in &*windows {
            buffer.clear();
            buffer.read(text, window, &found.mentions);
            titled::split(text, &self.lexicon, gazetteer, date, &found.mentions, buffer, whole);
            let scan = scan::Scan::new(text, gazetteer, &self.lexicon, date, &found.mentions, buffer);
            scan.read(read);
        }
        let mut record = record::Record::new(text, gazetteer, date, &self.lexicon, found);
        record.offices(&read.stated);
        record.later_mentions();
        record.denoting(read);
        record.finish();
    }
}

#[cfg(test)]
mod embedded {
    #[test]
    fn the_embedded_words_equal_the_file() {
        let file: super::OfficePatterns = crate::data_files::english("offices").unwrap();
        assert!(postcard::to_stdvec(&file).unwrap() == super::PATTERNS);
    }
}
