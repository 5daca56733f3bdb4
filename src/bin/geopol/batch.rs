//! Work on all documents of the command's inputs.

use std::path::Path;

use geopol::{Extraction, Extractor};

use crate::{
    arguments::InputArguments,
    documents::{Documents, Fault},
    failure::{Failure, Outcome},
    progress::Progress,
    written::Written,
};

/// Documents to be read, one after another or on several threads.
pub(crate) struct Batch<'a> {
    arguments: &'a InputArguments,
    documents: Documents,
    progress: Progress,
    outcome: Outcome,
}

impl<'a> Batch<'a> {
    /// The documents of the inputs; `output` is where results go, standard output if nowhere else.
    pub(crate) fn new(arguments: &'a InputArguments, output: Option<&Path>) -> Self {
        let documents = Documents::new(arguments);
        let progress = Progress::new(arguments, output, documents.read());
        Self { arguments, documents, progress, outcome: Outcome::Done }
    }

    /// Passes over the documents that an interrupted run has written.
    pub(crate) fn pass_over(&mut self, written: &mut Written) -> Result<(), Failure> {
        while let Some(line) = written.next()? {
            let document = loop {
                match self.documents.next() {
                    Some(Ok(document)) => break Some(document),
                    Some(Err(fault)) => self.outcome = told(&self.progress, &fault),
                    None => break None,
                }
            };
            written.check(&line, document.as_ref())?;
        }
        self.progress.pass();
        if !self.arguments.quiet {
            self.progress.message(&format_args!("goes on after {} documents that are written", written.documents()));
        }
        Ok(())
    }

    /// Extracts from all documents: `work` on any thread, `take` with its results in the order of input.
    ///
    /// A document that cannot be read gives a message, and the others go on.
    pub(crate) fn extract_all<R: Send + 'static>(
        self,
        extractor: &Extractor,
        work: impl Fn(Extraction<'_>) -> R + Send + Sync + 'static,
        mut take: impl FnMut(R) -> Result<(), Failure>,
    ) -> Result<Outcome, Failure> {
        let Self { arguments, documents, progress, mut outcome } = self;
        let results = extractor
            .extract_all(documents, work)
            .threads(arguments.jobs.map_or(0, usize::from))
            .on_progress(|done| progress.show(done));
        for result in results {
            match result {
                Ok(result) => take(result)?,
                Err(fault) => outcome = told(&progress, &fault),
            }
        }
        Ok(outcome)
    }
}

fn told(progress: &Progress, fault: &Fault) -> Outcome {
    progress.message(fault);
    Outcome::WithFaults
}
