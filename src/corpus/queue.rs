use std::{collections::VecDeque, sync::Arc};

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::{Task, slot::Slot};

/// Documents that are waiting, being read, or read and not taken, in their order.
pub(super) struct Queue<R, E> {
    places: VecDeque<Result<Arc<Slot<R>>, E>>,
    /// The length of the texts in it.
    bytes: usize,
    threads: usize,
    look_ahead: Option<usize>,
    workers: Option<Workers>,
}

enum Workers {
    /// Nobody but the thread that takes the results.
    Caller,
    /// The pool that is called in, the global one in general.
    Shared {
        threads: usize,
    },
    Own(ThreadPool),
}

/// How many documents are in it for each thread, if nothing else is said: so many that no thread runs out of short ones
/// while the first of them is a long one.
const DOCUMENTS: usize = 64;

/// So much text is in it for each thread; one document at least.
const BYTES: usize = 1 << 18;

impl<R, E> Default for Queue<R, E> {
    fn default() -> Self {
        Self { places: VecDeque::new(), bytes: 0, threads: 0, look_ahead: None, workers: None }
    }
}

impl<R: Send + 'static, E> Queue<R, E> {
    pub(super) fn threads(&mut self, threads: usize) {
        self.threads = threads;
    }

    pub(super) fn look_ahead(&mut self, documents: usize) {
        self.look_ahead = Some(documents.max(1));
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are other threads; they are looked for when this is first asked.
    pub(super) fn is_parallel(&mut self) -> bool {
        let threads = self.threads;
        !matches!(self.workers.get_or_insert_with(|| Workers::new(threads)), Workers::Caller)
    }

    /// Fills the queue, and gives the first result with the length of its text.
    pub(super) fn next(
        &mut self,
        tasks: &mut impl Iterator<Item = Result<Task<R>, E>>,
    ) -> Option<Result<(R, usize), E>> {
        let threads = self.workers.as_ref().map_or(1, Workers::count);
        let documents = self.look_ahead.unwrap_or(DOCUMENTS.saturating_mul(threads));
        while self.places.len() < documents && self.bytes < BYTES.saturating_mul(threads) {
            let Some(read) = tasks.next() else { break };
            let place = read.map(|task| self.begin(task));
            self.places.push_back(place);
        }
        Some(self.places.pop_front()?.map(|slot| {
            self.bytes -= slot.bytes();
            (slot.result(), slot.bytes())
        }))
    }

    fn begin(&mut self, task: Task<R>) -> Arc<Slot<R>> {
        self.bytes += task.bytes;
        let slot = Arc::new(Slot::new(task));
        let work = {
            let slot = slot.clone();
            move || slot.work()
        };
        match &self.workers {
            // in the order of the documents
            Some(Workers::Own(pool)) => pool.spawn_fifo(work),
            Some(Workers::Shared { .. }) => rayon::spawn_fifo(work),
            Some(Workers::Caller) | None => {}
        }
        slot
    }
}

impl Workers {
    fn new(threads: usize) -> Self {
        match threads {
            0 => match rayon::current_num_threads() {
                1 => Self::Caller,
                threads => Self::Shared { threads },
            },
            1 => Self::Caller,
            _ => {
                let pool = ThreadPoolBuilder::new().num_threads(threads).thread_name(|n| format!("geopol-{n}")).build();
                pool.map_or(Self::Caller, Self::Own)
            }
        }
    }

    fn count(&self) -> usize {
        match self {
            Self::Caller => 1,
            Self::Shared { threads } => *threads,
            Self::Own(pool) => pool.current_num_threads(),
        }
    }
}

impl<R, E> Drop for Queue<R, E> {
    fn drop(&mut self) {
        let slots = || self.places.iter().flatten();
        slots().for_each(|slot| slot.cancel());
        slots().for_each(|slot| slot.wait());
    }
}
