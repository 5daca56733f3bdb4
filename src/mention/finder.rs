use std::sync::Arc;

use super::{
    matching::{Lexicon, Matcher},
    model::Mentions,
    nominal::Nominals,
    office::Offices,
    reason::RefusedName,
    resolve::{Document, Slots, Titles},
};
use crate::{
    error::Error,
    gazetteer::Gazetteer,
    text::{Date, Sentences},
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
    ) -> Mentions {
        let mut found = self.by_name(text, date, scratch);
        if !found.mentions.is_empty() {
            self.offices.find(text, &self.gazetteer, date, &mut found);
            self.nominals.resolve(text, &self.gazetteer, date, &mut found, sentences.all());
        }
        found
    }

    /// The names in a text that denote nobody there, and why.
    pub(crate) fn refused(&self, text: &str, date: Option<Date>) -> Vec<RefusedName> {
        let Scratch { mut matcher, mut slots } = Scratch::default();
        let mut refused = Vec::new();
        matcher.run(&self.lexicon, text);
        let document = Document::new(text, date, &self.gazetteer, &self.titles, &mut slots);
        document.with_trace(&mut refused).resolve(&self.lexicon, &matcher.candidates);
        refused
    }

    /// The mentions by name, in the order of their starts; they do not overlap.
    pub(crate) fn by_name(&self, text: &str, date: Option<Date>, scratch: &mut Scratch) -> Mentions {
        scratch.matcher.run(&self.lexicon, text);
        let mut document = Document::new(text, date, &self.gazetteer, &self.titles, &mut scratch.slots);
        let mentions = document.resolve(&self.lexicon, &scratch.matcher.candidates);
        Mentions { mentions, ..Mentions::default() }
    }
}
