//! Messages and progress on standard error.

use std::{
    fmt::Display,
    io::{self, IsTerminal, Write},
    time::{Duration, Instant},
};

/// A line on standard error that tells how far it is, where somebody can see it and it disturbs nothing.
pub(crate) struct Progress {
    shown: Option<Instant>,
    documents: usize,
    bytes: usize,
    visible: bool,
}

const PAUSE: Duration = Duration::from_millis(200);

impl Progress {
    pub(crate) fn new(quiet: bool) -> Self {
        let visible = !quiet && io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self { shown: None, documents: 0, bytes: 0, visible }
    }

    pub(crate) fn add(&mut self, documents: usize, bytes: usize) {
        self.documents += documents;
        self.bytes += bytes;
        if self.visible && self.shown.is_none_or(|shown| shown.elapsed() >= PAUSE) {
            self.shown = Some(Instant::now());
            #[allow(clippy::cast_precision_loss)] // for people
            let megabytes = self.bytes as f64 / 1e6;
            // nobody is harmed when it cannot be shown
            let _ = write!(io::stderr(), "\r{} documents, {megabytes:.1} MB\x1b[K", self.documents);
        }
    }

    /// A line of its own.
    pub(crate) fn message(&mut self, message: &impl Display) {
        self.clear();
        let _ = writeln!(io::stderr(), "geopol: {message}");
    }

    fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}
