use std::sync::Arc;

use super::{
    matching::{Lexicon, Matcher},
    model::{Mention, Mentions},
    nominal::{NominalScratch, Nominals},
    office::{OfficeScratch, Offices},
    reason::RefusedName,
    resolve::{Document, Slots, Titles},
};
use crate::{
    error::Error,
    gazetteer::Gazetteer,
    text::{Date, Sentences, Span},
};

/// Finds where texts name the gazetteer's entities.
///
/// It is built once; a search never fails, and its time grows with the text's length alone.
#[derive(Clone, Debug)]
pub(crate) struct MentionFinder {
    gazetteer: Arc<Gazetteer>,
    lexicon: Lexicon,
    titles: Titles,
    offices: Offices,
    nominals: Nominals,
}

/// Memory that one search leaves to the next.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    matcher: Matcher,
    slots: Slots,
    offices: OfficeScratch,
    nominals: NominalScratch,
}

impl MentionFinder {
    /// Fails when there are more names than can be numbered, many millions.
    pub(crate) fn new(gazetteer: Arc<Gazetteer>) -> Result<Self, Error> {
        let lexicon = Lexicon::new(&gazetteer)?;
        let titles = Titles::new(&gazetteer);
        let offices = Offices::new(&gazetteer);
        let nominals = Nominals::new(&gazetteer);
        Ok(Self { gazetteer, lexicon, titles, offices, nominals })
    }

    /// All mentions in a text of this date: by name, by office and by what takes them up again.
    pub(crate) fn find(
        &self,
        text: &str,
        date: Option<Date>,
        sentences: &mut Sentences<'_>,
        scratch: &mut Scratch,
        found: &mut Mentions,
    ) {
        found.clear();
        self.read_names(text, date, scratch, &mut found.mentions);
        if !found.mentions.is_empty() {
            self.offices.find(text, &self.gazetteer, date, &mut scratch.offices, found);
            self.nominals.resolve(text, &self.gazetteer, date, &mut scratch.nominals, found, sentences.all());
        }
    }

    /// Where names stand in a text, whoever they denote.
    pub(crate) fn names(&self, text: &str) -> Vec<Span> {
        let mut matcher = Matcher::default();
        matcher.run(&self.lexicon, text);
        matcher.candidates.iter().map(|candidate| candidate.span).collect()
    }

    /// The names in a text that denote nobody there, and why.
    pub(crate) fn refused(&self, text: &str, date: Option<Date>) -> Vec<RefusedName> {
        let Scratch { mut matcher, mut slots, .. } = Scratch::default();
        let mut refused = Vec::new();
        matcher.run(&self.lexicon, text);
        let document = Document::new(text, date, &self.gazetteer, &self.titles, &mut slots);
        document.with_trace(&mut refused).resolve(&self.lexicon, &matcher.candidates, &mut Vec::new());
        refused
    }

    /// The mentions by name, in the order of their starts; they do not overlap.
    #[cfg(test)]
    pub(crate) fn by_name(&self, text: &str, date: Option<Date>, scratch: &mut Scratch) -> Mentions {
        let mut found = Mentions::default();
        self.read_names(text, date, scratch, &mut found.mentions);
        found
    }

    /// Adds the mentions by name, in the order of their starts; they do not overlap.
    fn read_names(&self, text: &str, date: Option<Date>, scratch: &mut Scratch, out: &mut Vec<Mention>) {
        scratch.matcher.run(&self.lexicon, text);
        let mut document = Document::new(text, date, &self.gazetteer, &self.titles, &mut scratch.slots);
        document.resolve(&self.lexicon, &scratch.matcher.candidates, out);
    }
}
