//! Noun groups that take up what was named before: "the bloc", "the three nations", "this alliance".

mod bodies;
mod lexicon;
mod lists;
mod pacts;
mod patterns;
mod phrase;
mod resolver;
mod sets;
mod states;
#[cfg(test)]
mod tests;

use bodies::Bodies;
use lexicon::Lexicon;
use resolver::Resolver;

use crate::{
    gazetteer::Gazetteer,
    mention::{Mention, Mentions, tokens::floor},
    text::{Date, Span},
};

/// The file `patterns/english/nominals.toml`, compiled by the build script.
static PATTERNS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/nominals.postcard"));

/// Memory that one text leaves to the next.
#[derive(Debug, Default)]
pub(crate) struct NominalScratch {
    added: Vec<Mention>,
    bodies: Bodies,
}

/// Resolves noun groups; made once for a gazetteer.
#[derive(Clone, Debug)]
pub(crate) struct Nominals {
    lexicon: Lexicon,
}

impl Nominals {
    pub(crate) fn new(gazetteer: &Gazetteer) -> Self {
        let patterns = postcard::from_bytes(PATTERNS).expect("the build script wrote these patterns");
        Self { lexicon: Lexicon::new(gazetteer, patterns) }
    }

    /// Adds mentions for the noun groups of which a reader knows at once whom they mean; none for the others.
    pub(crate) fn resolve(
        &self,
        text: &str,
        gazetteer: &Gazetteer,
        date: Option<Date>,
        scratch: &mut NominalScratch,
        found: &mut Mentions,
        sentences: &[Span],
    ) {
        let Some(first) = found.mentions.first() else { return };
        // "The alliance between" stands before the names.
        let first = floor(text, first.span.start.saturating_sub(pacts::NAMES));
        let memory = std::mem::take(scratch);
        let mut resolver = Resolver::new(text, gazetteer, date, &self.lexicon, found, sentences, memory);
        self.lexicon.nouns(text, first, |span, noun| resolver.read(span, noun));
        let Resolver { mut added, mut bodies, .. } = resolver;
        found.mentions.append(&mut added);
        found.put_in_order();
        bodies.clear();
        *scratch = NominalScratch { added, bodies };
    }
}

#[cfg(test)]
mod embedded {
    #[test]
    fn the_embedded_words_equal_the_file() {
        let file: super::patterns::NominalPatterns = crate::data_files::english("nominals").unwrap();
        assert!(postcard::to_stdvec(&file).unwrap() == super::PATTERNS);
    }
}
