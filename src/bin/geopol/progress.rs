//! Messages and progress on standard error.

use std::{
    fmt::Display,
    io::{self, IsTerminal, Write as _},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed},
    },
    thread,
    time::Instant,
};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use crate::{
    arguments::InputArguments,
    documents::Amount,
    walk::{Source, Walk},
};

/// A bar on standard error that tells how far it is, where somebody can see it and it disturbs nothing.
pub(crate) struct Progress {
    bar: ProgressBar,
    read: Arc<Amount>,
    done: Arc<Done>,
    /// The length of the texts that an interrupted run has done.
    passed: u64,
}

/// What was done, for whoever draws it.
struct Done {
    documents: AtomicUsize,
    bytes: AtomicU64,
    begin: Instant,
}

const UNKNOWN_LENGTH: &str = "{done}";
const KNOWN_LENGTH: &str = "{wide_bar} {percent:>3} %  {done}, {eta} left";

impl Progress {
    /// Progress in these inputs, whose results go to a file or, if that is nothing, to standard output.
    pub(crate) fn new(arguments: &InputArguments, output: Option<&Path>, read: Arc<Amount>) -> Self {
        let in_the_way = output.is_none_or(|path| path.as_os_str() == "-") && io::stdout().is_terminal();
        let visible = !arguments.quiet && io::stderr().is_terminal() && !in_the_way;
        let begin = Instant::now();
        let done = Arc::new(Done { documents: AtomicUsize::new(0), bytes: AtomicU64::new(0), begin });
        let bar = if visible { ProgressBar::no_length() } else { ProgressBar::hidden() };
        if visible {
            bar.set_style(style(UNKNOWN_LENGTH, &done));
            let (bar, done, paths) = (bar.clone(), done.clone(), arguments.paths.clone());
            // an archive has many files: the work need not wait until they are counted
            thread::spawn(move || {
                if let Some(length) = length(&paths) {
                    bar.set_length(length);
                    bar.set_style(style(KNOWN_LENGTH, &done));
                }
            });
        }
        Self { bar, read, done, passed: 0 }
    }

    pub(crate) fn show(&self, progress: geopol::Progress) {
        self.done.documents.store(progress.documents, Relaxed);
        self.done.bytes.store(progress.bytes, Relaxed);
        let texts = (self.passed + progress.bytes, self.read.text.load(Relaxed));
        self.bar.set_position(part(self.read.input.load(Relaxed), texts));
    }

    /// All that was read so far is done, by an interrupted run.
    pub(crate) fn pass(&mut self) {
        self.passed = self.read.text.load(Relaxed);
        self.bar.set_position(self.read.input.load(Relaxed));
        self.bar.reset_eta();
    }

    /// A line of its own.
    pub(crate) fn message(&self, message: &impl Display) {
        // nobody is harmed when it cannot be shown
        let _ = self.bar.suspend(|| writeln!(io::stderr(), "geopol: {message}"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// How much of the input is done, since what was read and waits is not.
fn part(input: u64, (done, read): (u64, u64)) -> u64 {
    let part = u128::from(input) * u128::from(done) / u128::from(read.max(1));
    u64::try_from(part).unwrap_or(input)
}

fn style(template: &str, done: &Arc<Done>) -> ProgressStyle {
    let done = done.clone();
    let style = ProgressStyle::with_template(template).expect("the template has no fault");
    style.with_key("done", move |_: &ProgressState, line: &mut dyn std::fmt::Write| {
        let _ = write!(line, "{done}");
    })
}

impl Display for Done {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        #[allow(clippy::cast_precision_loss)] // for people
        let megabytes = self.bytes.load(Relaxed) as f64 / 1e6;
        let rate = megabytes / self.begin.elapsed().as_secs_f64();
        write!(f, "{} documents, {megabytes:.1} MB, {rate:.1} MB/s", self.documents.load(Relaxed))
    }
}

/// How long all inputs are, packed as they are, if that can be known before they are read.
fn length(paths: &[PathBuf]) -> Option<u64> {
    let length = |source| match source {
        Source::Stdin => None,
        Source::File { path, .. } => Some(path.metadata().map_or(0, |file| file.len())),
    };
    Walk::new(paths).flatten().map(length).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_not_done() {
        assert_eq!(part(100, (30, 40)), 75);
        assert_eq!(part(u64::MAX, (7, 7)), u64::MAX);
        assert_eq!(part(5, (0, 0)), 0);
    }
}
