//! Many documents, on several threads, with their results in the order of the documents.

mod extract_all;
#[cfg(feature = "rayon")]
mod queue;
#[cfg(feature = "rayon")]
mod slot;

use std::sync::Arc;

pub use extract_all::{ExtractAll, Progress};

use crate::{extraction::Extraction, extractor::Extractor, input::AsDocument};

/// A document that is to be read, and what is to be made of what is found in it.
struct Task<R> {
    bytes: usize,
    run: Box<dyn FnOnce() -> R + Send>,
}

impl Extractor {
    /// Reads all documents, on all cores with the feature `rayon`, and gives what `work` makes of each, in their order.
    ///
    /// `work` runs where the document is read, on any thread, since an [`Extraction`] borrows its document: it makes of
    /// it what shall outlive the text. An error that `documents` gives in place of a document comes out in that place,
    /// and the others go on.
    ///
    /// Nothing is read before the first result is asked for. Documents are taken from the iterator on the thread that
    /// asks, and only so many that a [few](ExtractAll::look_ahead) wait for their turn: a source that never ends needs
    /// no more memory than a short one, and who takes results slowly slows the reading down.
    ///
    /// ```
    /// use geopol::{Extractor, OwnedDocument, RelationGraph};
    ///
    /// // as files and databases give them: one cannot be read
    /// let documents = [
    ///     Ok(OwnedDocument::new("China condemned AUKUS.").with_id("a")),
    ///     Err("b: no such file"),
    ///     Ok(OwnedDocument::new("Beijing denounced AUKUS. Japan met China.").with_id("c")),
    /// ];
    /// let graph_of = |extraction: geopol::Extraction<'_>| {
    ///     let mut graph = RelationGraph::new();
    ///     graph.add(&extraction);
    ///     graph
    /// };
    ///
    /// let (mut graph, mut faults) = (RelationGraph::new(), Vec::new());
    /// for result in Extractor::new().extract_all(documents, graph_of) {
    ///     match result {
    ///         Ok(one) => graph.merge(one),
    ///         Err(fault) => faults.push(fault),
    ///     }
    /// }
    /// assert_eq!(graph.edge_count(), 2);
    /// assert_eq!(faults, ["b: no such file"]);
    /// ```
    ///
    /// Where no document can fail, `Ok` says so, and the results are had without a check:
    ///
    /// ```
    /// use std::convert::Infallible;
    ///
    /// use geopol::Extractor;
    ///
    /// let texts = ["Japan met China.", "Nothing happened.", "France criticised Italy."].map(Ok::<_, Infallible>);
    /// let counts = Extractor::new().extract_all(texts, |extraction| extraction.relations().len());
    /// let Ok(counts) = counts.collect::<Result<Vec<_>, _>>();
    /// assert_eq!(counts, [1, 0, 1]);
    /// ```
    ///
    /// # Panics
    ///
    /// Never by itself; a panic of `work` comes out where its result was to be.
    pub fn extract_all<'i, I, D, E, R, F>(&self, documents: I, work: F) -> ExtractAll<'i, R, E>
    where
        I: IntoIterator<Item = Result<D, E>>,
        I::IntoIter: 'i,
        D: AsDocument + Send + 'static,
        R: Send + 'static,
        F: Fn(Extraction<'_>) -> R + Send + Sync + 'static,
    {
        let (extractor, work) = (self.clone(), Arc::new(work));
        let task = move |document: D| {
            let (extractor, work) = (extractor.clone(), work.clone());
            Task {
                bytes: document.as_document().text().len(),
                run: Box::new(move || work(extractor.extract(document.as_document()))),
            }
        };
        ExtractAll::new(documents.into_iter().map(move |read| read.map(&task)))
    }
}
