//! The grammar that comes with the library.

use std::sync::{Arc, OnceLock};

use super::grammar::{Grammar, GrammarFiles};
use crate::error::Error;

/// The files of `patterns/`, compiled by the build script.
static COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/grammar.postcard"));

/// The same as they are read, to be compiled with rules of the user's own.
static FILES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/grammar-files.postcard"));

impl Grammar {
    /// The embedded language and rules.
    pub(crate) fn embedded() -> Arc<Self> {
        static GRAMMAR: OnceLock<Arc<Grammar>> = OnceLock::new();
        let decode = || postcard::from_bytes::<Self>(COMPILED).expect("the build script wrote it");
        GRAMMAR.get_or_init(|| Arc::new(decode().ready())).clone()
    }

    /// The embedded language with these files' rules, before the embedded ones if they are wanted.
    ///
    /// # Errors
    ///
    /// A faulty rule: its file, line and id, and what is wrong.
    pub(crate) fn with(own: &[(String, String)], embedded_rules: bool) -> Result<Self, Error> {
        let mut files: GrammarFiles = postcard::from_bytes(FILES).expect("the build script wrote it");
        if !embedded_rules {
            files.rules.clear();
        }
        files.compile(own).map(Self::ready)
    }

    /// Adds what is not embedded since it follows from the rest.
    fn ready(mut self) -> Self {
        self.lexicon.index();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rules_that_exist_are_counted() {
        let files = crate::data_files::grammar_files().unwrap();
        let known: Vec<&str> = files.rules.iter().flat_map(|file| &file.rules).map(|rule| rule.id.as_str()).collect();
        let gone: Vec<&str> = files.confidence.counted().filter(|id| !known.contains(id)).collect();
        assert!(
            gone.is_empty(),
            "no such rules any more: {gone:?} (cargo run --release --example calibrate -- --write)"
        );
    }

    #[test]
    fn the_embedded_grammar_equals_the_files() {
        let files = crate::data_files::grammar_files().unwrap();
        assert!(*Grammar::embedded() == files.compile(&[]).unwrap().ready());
        assert!(postcard::to_stdvec(&files).unwrap() == FILES);
    }
}
