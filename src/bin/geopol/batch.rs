//! Work on documents by several threads, its results in the order of the documents.

use std::{
    num::NonZero,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use geopol::{Extraction, Extractor};

use crate::{
    arguments::InputArguments,
    documents::{Documents, OwnedDocument},
    failure::{Failure, Outcome},
    progress::Progress,
};

/// So much text is in memory at a time, for each thread; one document at least.
const BYTES_PER_JOB: usize = 1 << 19;

/// Extracts from all documents: `work` on any thread, `take` with its results in the order of input.
///
/// A document that cannot be read gives a message, and the others go on.
pub(crate) fn extract_all<R: Send>(
    arguments: &InputArguments,
    extractor: &Extractor,
    work: impl for<'t> Fn(Extraction<'t>) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), Failure>,
) -> Result<Outcome, Failure> {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let jobs = arguments.jobs.map_or_else(cores, usize::from);
    let mut progress = Progress::new(arguments.quiet);
    let mut documents = Documents::new(arguments);
    let mut outcome = Outcome::Done;
    loop {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        for read in documents.by_ref() {
            match read {
                Ok(document) => {
                    bytes += document.text.len();
                    batch.push(document);
                }
                Err(fault) => {
                    progress.message(&fault);
                    outcome = Outcome::WithFaults;
                }
            }
            if bytes >= BYTES_PER_JOB * jobs {
                break;
            }
        }
        if batch.is_empty() {
            return Ok(outcome);
        }
        let one = |document: &OwnedDocument| work(extractor.extract(document.as_document()));
        for result in in_order(&batch, jobs, one) {
            take(result)?;
        }
        progress.add(batch.len(), bytes);
    }
}

/// Works on all items, several at a time.
fn in_order<T: Sync, R: Send>(items: &[T], jobs: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if jobs == 1 || items.len() == 1 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(items.len()));
    thread::scope(|scope| {
        for _ in 0..jobs.min(items.len()) {
            scope.spawn(|| {
                while let Some((n, item)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|n| Some((n, items.get(n)?)))
                {
                    let result = work(item);
                    done.lock().expect("no thread panics while it holds the lock").push((n, result));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("a panic would have ended the scope");
    done.sort_unstable_by_key(|(n, _)| *n);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order_of_items() {
        let items: Vec<usize> = (0..1000).collect();
        for jobs in [1, 2, 7, 2000] {
            assert_eq!(in_order(&items, jobs, |n| n * 2), items.iter().map(|n| n * 2).collect::<Vec<_>>());
        }
    }
}
