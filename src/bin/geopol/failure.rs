//! How a run ends.

use std::{fmt, io};

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
    /// Output cannot be written.
    Output { name: String, error: io::Error },
}

impl Failure {
    pub(crate) fn status(&self) -> u8 {
        if matches!(self, Self::Usage(_)) { 2 } else { 1 }
    }

    pub(crate) fn output(name: impl Into<String>, error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        Self::Output { name: name.into(), error }
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
            Self::Output { name, error } => write!(f, "cannot write {name}: {error}"),
        }
    }
}

/// A file of the user's own with a fault.
impl From<geopol::Error> for Failure {
    fn from(error: geopol::Error) -> Self {
        Self::Usage(error.to_string())
    }
}
