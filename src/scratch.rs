use std::{fmt, sync::Mutex};

use crate::{
    extraction::{Extraction, FoundParts},
    mention,
    relation::Readings,
    text::Span,
};

/// Memory that one extraction leaves to the next.
///
/// [`Extractor::extract`](crate::Extractor::extract) keeps some by itself. Whoever goes over many documents in a loop can
/// keep one of his own for [`Extractor::extract_with`](crate::Extractor::extract_with), and with
/// [`reclaim`](Self::reclaim) give it the memory of extractions that are no longer needed. It serves any extractor, one
/// document at a time.
///
/// ```
/// use geopol::{Extractor, Scratch};
///
/// let extractor = Extractor::new();
/// let mut scratch = Scratch::new();
/// for text in ["China condemned AUKUS.", "It rained in Lima."] {
///     let extraction = extractor.extract_with(text, &mut scratch);
///     println!("{extraction}");
///     scratch.reclaim(extraction);
/// }
/// ```
#[derive(Default)]
pub struct Scratch {
    pub(crate) mentions: mention::Scratch,
    pub(crate) readings: Readings,
    pub(crate) sentences: Vec<Span>,
    /// What became of extractions that were given back.
    pub(crate) parts: FoundParts,
}

impl Scratch {
    /// No memory yet: it grows with the first documents.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes back what an extraction holds.
    pub fn reclaim(&mut self, extraction: Extraction<'_>) {
        self.parts = extraction.into_parts();
    }
}

impl fmt::Debug for Scratch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scratch").finish_non_exhaustive()
    }
}

/// What is at hand for calls without a scratch of their own: as many as were ever used at the same time.
#[derive(Debug, Default)]
pub(crate) struct Pool(Mutex<Vec<Scratch>>);

impl Pool {
    pub(crate) fn take(&self) -> Scratch {
        self.0.lock().ok().and_then(|mut all| all.pop()).unwrap_or_default()
    }

    pub(crate) fn put(&self, scratch: Scratch) {
        if let Ok(mut all) = self.0.lock() {
            all.push(scratch);
        }
    }
}
