//! How a run ends.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

/// A run that came to its end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    /// Something was wrong with the data, of which messages have told.
    WithFaults,
}

/// Why a run ended early.
pub(crate) enum Failure {
    /// Nobody reads the output any more.
    ClosedPipe,
    /// What was asked for cannot be done.
    Usage(String),
    /// Output cannot be written; in `left` is what was written before.
    Output { name: String, error: io::Error, left: Option<PathBuf> },
}

impl Failure {
    pub(crate) fn status(&self) -> u8 {
        if matches!(self, Self::Usage(_)) { 2 } else { 1 }
    }

    pub(crate) fn output(name: impl Into<String>, error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        Self::Output { name: name.into(), error, left: None }
    }

    /// The same, where the documents before stay in a file.
    pub(crate) fn with_left(self, path: &Path) -> Self {
        match self {
            Self::Output { name, error, .. } => Self::Output { name, error, left: Some(path.to_owned()) },
            other => other,
        }
    }
}

impl Outcome {
    pub(crate) const fn of(faults: bool) -> Self {
        if faults { Self::WithFaults } else { Self::Done }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ClosedPipe => f.write_str("nobody reads the output"),
            Self::Usage(message) => f.write_str(message),
            Self::Output { name, error, left } => {
                write!(f, "cannot write {name}: {error}")?;
                match left {
                    Some(left) => write!(f, "; --resume goes on with the documents that are in {}", left.display()),
                    None => Ok(()),
                }
            }
        }
    }
}

/// A file of the user's own with a fault.
impl From<geopol::Error> for Failure {
    fn from(error: geopol::Error) -> Self {
        Self::Usage(error.to_string())
    }
}
