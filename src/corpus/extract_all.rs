use std::{
    fmt,
    iter::{Fuse, FusedIterator},
};

use super::Task;
#[cfg(feature = "rayon")]
use super::queue::Queue;

/// Results of many documents in their order: what [`Extractor::extract_all`](crate::Extractor::extract_all) gives.
///
/// How the work is done is said before the first result is taken; what is said later has no effect. Who drops it stops
/// the work: documents that nobody has begun are not read, and those that are being read are waited for.
///
/// ```
/// use geopol::Extractor;
///
/// let documents = (0..1000).map(|n| Ok::<_, String>(format!("Japan met China. {n} journalists came.")));
/// let mut bytes = 0;
/// let relations: usize = Extractor::new()
///     .extract_all(documents, |extraction| extraction.relations().len())
///     .threads(2)
///     .on_progress(|progress| bytes = progress.bytes)
///     .map(Result::unwrap)
///     .take(20)
///     .sum();
/// assert_eq!(relations, 20);
/// assert!(bytes > 20 * 16);
/// ```
#[must_use = "nothing is read before results are taken"]
pub struct ExtractAll<'i, R, E> {
    tasks: Fuse<Tasks<'i, R, E>>,
    progress: Progress,
    on_progress: Option<Box<dyn FnMut(Progress) + 'i>>,
    #[cfg(feature = "rayon")]
    queue: Queue<R, E>,
}

/// The documents as work to be done.
type Tasks<'i, R, E> = Box<dyn Iterator<Item = Result<Task<R>, E>> + 'i>;

/// How far [`Extractor::extract_all`](crate::Extractor::extract_all) is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// How many documents were read.
    pub documents: usize,
    /// How long their texts are.
    pub bytes: u64,
    /// How many errors stood in place of documents.
    pub errors: usize,
}

impl<'i, R: Send + 'static, E> ExtractAll<'i, R, E> {
    pub(super) fn new(tasks: impl Iterator<Item = Result<Task<R>, E>> + 'i) -> Self {
        let tasks: Tasks<'i, R, E> = Box::new(tasks);
        Self {
            tasks: tasks.fuse(),
            progress: Progress::default(),
            on_progress: None,
            #[cfg(feature = "rayon")]
            queue: Queue::default(),
        }
    }

    /// On how many threads documents are read: with 1 on the calling thread alone, with more on as many of its own,
    /// beside the calling one, which reads the input and hands out results. By default, and with 0, it is those of the
    /// rayon pool that it is called in, all cores in general.
    ///
    /// Without the feature `rayon` it is always the calling thread; also where the system gives no others.
    #[cfg_attr(not(feature = "rayon"), allow(unused_mut, unused_variables))]
    pub fn threads(mut self, threads: usize) -> Self {
        #[cfg(feature = "rayon")]
        self.queue.threads(threads);
        self
    }

    /// How many documents, errors included, are taken from the input at most before the result of the first of them is
    /// taken; 64 for each thread by default. A single thread takes one after another.
    ///
    /// Whatever this is, no further document is taken while those that wait have more than 256 KiB of text for each
    /// thread. The input is asked for so many before the first result is given: where it is slow and results are wanted
    /// at once, say 1.
    #[cfg_attr(not(feature = "rayon"), allow(unused_mut, unused_variables))]
    pub fn look_ahead(mut self, documents: usize) -> Self {
        #[cfg(feature = "rayon")]
        self.queue.look_ahead(documents);
        self
    }

    /// Calls back for each result that is handed out, on the thread that takes it.
    pub fn on_progress(mut self, call: impl FnMut(Progress) + 'i) -> Self {
        self.on_progress = Some(Box::new(call));
        self
    }

    /// The next result, with the length of its text.
    fn advance(&mut self) -> Option<Result<(R, usize), E>> {
        #[cfg(feature = "rayon")]
        if self.queue.is_parallel() {
            return self.queue.next(&mut self.tasks);
        }
        Some(self.tasks.next()?.map(|task| ((task.run)(), task.bytes)))
    }

    /// How many results are under way.
    fn waiting(&self) -> usize {
        #[cfg(feature = "rayon")]
        return self.queue.len();
        #[cfg(not(feature = "rayon"))]
        0
    }
}

impl<R: Send + 'static, E> Iterator for ExtractAll<'_, R, E> {
    type Item = Result<R, E>;

    fn next(&mut self) -> Option<Self::Item> {
        let result = match self.advance()? {
            Ok((result, bytes)) => {
                self.progress.documents += 1;
                self.progress.bytes += bytes as u64;
                Ok(result)
            }
            Err(error) => {
                self.progress.errors += 1;
                Err(error)
            }
        };
        if let Some(call) = &mut self.on_progress {
            call(self.progress);
        }
        Some(result)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let waiting = self.waiting();
        let (least, most) = self.tasks.size_hint();
        (least.saturating_add(waiting), most.and_then(|most| most.checked_add(waiting)))
    }
}

impl<R: Send + 'static, E> FusedIterator for ExtractAll<'_, R, E> {}

impl<R, E> fmt::Debug for ExtractAll<'_, R, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExtractAll").field("progress", &self.progress).finish_non_exhaustive()
    }
}
