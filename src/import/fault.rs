use std::fmt;

use crate::error::Position;

/// Something of an imported file that is not in the result, or not as it stood there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFault {
    pub(super) position: Position,
    pub(super) entry: Option<String>,
    pub(super) kind: ImportFaultKind,
    pub(super) reason: String,
}

/// What sort of fault it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ImportFaultKind {
    /// A line, or a whole file, that is not of the layout.
    Layout,
    /// A name that is none, or was written wrongly.
    Name,
    /// A date that is none.
    Date,
    /// An interval that ends before it has begun.
    Reversed,
    /// An entry that does not say what it is.
    Missing,
    /// A code, a role, a state or a body that is not known.
    Unknown,
    /// A person or a body: the file does not tell which.
    Ambiguous,
    /// Something in order that a gazetteer has no place for.
    NoPlace,
    /// Something that contradicts the gazetteer, or another entry.
    Clash,
}

impl ImportFault {
    /// The file and the line.
    #[must_use]
    pub const fn position(&self) -> &Position {
        &self.position
    }

    /// The entry, as the file calls it.
    #[must_use]
    pub fn entry(&self) -> Option<&str> {
        self.entry.as_deref()
    }

    /// Its sort.
    #[must_use]
    pub const fn kind(&self) -> ImportFaultKind {
        self.kind
    }

    /// What was found, and what was made of it.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for ImportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.position)?;
        if let Some(entry) = &self.entry {
            write!(f, "{entry:?}: ")?;
        }
        write!(f, "{}: {}", self.kind, self.reason)
    }
}

impl ImportFaultKind {
    /// A word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Layout => "layout",
            Self::Name => "name",
            Self::Date => "date",
            Self::Reversed => "reversed",
            Self::Missing => "missing",
            Self::Unknown => "unknown",
            Self::Ambiguous => "ambiguous",
            Self::NoPlace => "no place",
            Self::Clash => "clash",
        }
    }
}

impl fmt::Display for ImportFaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
