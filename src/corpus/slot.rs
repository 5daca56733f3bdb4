use std::{
    mem,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{Condvar, Mutex, MutexGuard},
    thread,
};

use super::Task;

/// The place of a result, which somebody is to bring and somebody waits for.
pub(super) struct Slot<R> {
    bytes: usize,
    state: Mutex<State<R>>,
    done: Condvar,
}

enum State<R> {
    Waiting(Box<dyn FnOnce() -> R + Send>),
    Running,
    Done(thread::Result<R>),
    Gone,
}

impl<R> Slot<R> {
    pub(super) fn new(task: Task<R>) -> Self {
        Self { bytes: task.bytes, state: Mutex::new(State::Waiting(task.run)), done: Condvar::new() }
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Does the work, unless somebody has begun it.
    pub(super) fn work(&self) {
        let Some(run) = self.take(State::Running) else { return };
        // what the work holds is dropped before its result is seen; a panic goes to whoever waits for the result
        let result = catch_unwind(AssertUnwindSafe(run));
        *self.state() = State::Done(result);
        self.done.notify_all();
    }

    /// The result; can be had once. What nobody has begun is done here, so that it comes even if no thread of the pool
    /// is free.
    pub(super) fn result(&self) -> R {
        self.work();
        match mem::replace(&mut *self.not_running(), State::Gone) {
            State::Done(result) => result.unwrap_or_else(|panic| resume_unwind(panic)),
            _ => unreachable!("nobody else takes a result"),
        }
    }

    /// Takes the work away, unless somebody has begun it.
    pub(super) fn cancel(&self) {
        drop(self.take(State::Gone));
    }

    /// Waits for whoever has begun the work.
    pub(super) fn wait(&self) {
        drop(self.not_running());
    }

    fn take(&self, then: State<R>) -> Option<Box<dyn FnOnce() -> R + Send>> {
        let mut state = self.state();
        match mem::replace(&mut *state, State::Gone) {
            State::Waiting(run) => {
                *state = then;
                Some(run)
            }
            other => {
                *state = other;
                None
            }
        }
    }

    fn not_running(&self) -> MutexGuard<'_, State<R>> {
        let running = |state: &mut State<R>| matches!(state, State::Running);
        self.done.wait_while(self.state(), running).expect("nobody panics while he holds it")
    }

    fn state(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().expect("nobody panics while he holds it")
    }
}
