use std::{error, fmt, io};

use crate::{gazetteer::EntityKind, text::Date};

/// Why a gazetteer or a pattern file could not be read.
///
/// It names the file, the line and the entry, what was found there and what was expected:
///
/// ```
/// use geopol::Gazetteer;
///
/// let error = Gazetteer::builder().add_str("mine.toml", "[[entity]]\nid = \"country:japan\"\nname = \"Japan\"").build();
/// assert_eq!(
///     error.unwrap_err().to_string(),
///     "mine.toml:2: entity \"country:japan\": the id does not fit its kind (expected country: and three capital letters)",
/// );
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    position: Option<Position>,
    /// What it is, and its name.
    entry: Option<(String, String)>,
}

/// What is wrong.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file cannot be read.
    Io {
        /// What the system says.
        error: io::Error,
    },
    /// A text is not TOML, or not of the form that the format asks for.
    Toml {
        /// What the parser says.
        message: String,
    },
    /// A field that entities of this kind do not have.
    ForeignField {
        /// The field.
        field: String,
        /// The entity's kind.
        kind: EntityKind,
    },
    /// A field that is missing here.
    MissingField {
        /// The field.
        field: &'static str,
    },
    /// An id that is not written as its kind asks.
    MalformedId {
        /// The form that was expected.
        expected: &'static str,
    },
    /// An id that is taken.
    DuplicateId {
        /// Where it was first given, if not in the embedded files.
        first: Option<Position>,
    },
    /// A reference to nothing.
    UnknownReference {
        /// The field that refers.
        field: &'static str,
        /// What it refers to.
        id: String,
    },
    /// A reference to something that cannot stand there.
    WrongReference {
        /// The field that refers.
        field: &'static str,
        /// What it refers to.
        id: String,
        /// What could stand there.
        expected: String,
    },
    /// An interval that ends before it has begun.
    ReversedDates {
        /// Its first day.
        from: Date,
        /// The first day after.
        to: Date,
    },
    /// A text that is empty, or has blanks where none can be.
    BlankText {
        /// The field.
        field: &'static str,
        /// The text.
        text: String,
    },
    /// A name that its entity already has.
    DuplicateName {
        /// The field.
        field: &'static str,
        /// The name.
        name: String,
    },
    /// Two rows of which one already says, for the same time, what the other says.
    DuplicateRow {
        /// The field.
        field: &'static str,
        /// What both say.
        row: String,
    },
    /// Two holders at the same time of an office for one.
    OverlappingTenures {
        /// The role.
        role: String,
        /// The state or body.
        of: String,
        /// The other holder.
        other: String,
        /// The first day on which both hold it.
        from: Date,
    },
    /// Anything else.
    Invalid {
        /// What was found and what was expected.
        reason: String,
    },
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    file: String,
    line: Option<usize>,
}

impl Position {
    pub(crate) fn new(file: impl Into<String>, line: impl Into<Option<usize>>) -> Self {
        Self { file: file.into(), line: line.into() }
    }

    /// The place of a byte of the file's text.
    pub(crate) fn of_byte(file: &str, text: &str, byte: usize) -> Self {
        Self::new(file, 1 + text.bytes().take(byte).filter(|&b| b == b'\n').count())
    }

    /// The file, by the name under which it was given.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, counted from 1; nothing when the file as a whole is meant.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        self.line
    }
}

impl Error {
    #[cold]
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner { kind, position: None, entry: None }))
    }

    /// An error that no finer kind describes.
    #[cold]
    pub(crate) fn invalid(reason: impl Into<String>) -> Self {
        Self::new(ErrorKind::Invalid { reason: reason.into() })
    }

    /// What the TOML parser says; where, is for the caller to add.
    #[cold]
    pub(crate) fn toml(error: &toml::de::Error) -> Self {
        Self::new(ErrorKind::Toml { message: error.message().trim_end().replace('\n', ", ") })
    }

    #[cold]
    pub(crate) fn at(mut self, position: Position) -> Self {
        self.0.position = Some(position);
        self
    }

    /// Names the entry that is at fault: `entry("entity", "country:JPN")`.
    #[cold]
    pub(crate) fn entry(mut self, what: &str, name: &str) -> Self {
        self.0.entry = Some((what.to_owned(), name.to_owned()));
        self
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// What is wrong, by value.
    #[must_use]
    pub fn into_kind(self) -> ErrorKind {
        self.0.kind
    }

    /// The id or name of the entry that is at fault.
    #[must_use]
    pub fn entry_name(&self) -> Option<&str> {
        self.0.entry.as_ref().map(|(_, name)| name.as_str())
    }

    /// Where.
    #[must_use]
    pub fn position(&self) -> Option<&Position> {
        self.0.position.as_ref()
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = &self.0.position {
            write!(f, "{position}: ")?;
        }
        if let Some((what, name)) = &self.0.entry {
            write!(f, "{what} {name:?}: ")?;
        }
        self.0.kind.fmt(f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { error } => write!(f, "cannot read the file: {error}"),
            Self::Toml { message } => f.write_str(message),
            Self::ForeignField { field, kind } => write!(f, "field `{field}` is not one of a {kind}"),
            Self::MissingField { field } => write!(f, "missing field `{field}`"),
            Self::MalformedId { expected } => write!(f, "the id does not fit its kind (expected {expected})"),
            Self::DuplicateId { first: Some(first) } => write!(f, "the id is taken since {first}"),
            Self::DuplicateId { first: None } => f.write_str("the id is taken by an embedded entry"),
            Self::UnknownReference { field, id } => write!(f, "`{field}` refers to {id:?}, which does not exist"),
            Self::WrongReference { field, id, expected } => {
                write!(f, "`{field}` refers to {id:?} (expected {expected})")
            }
            Self::ReversedDates { from, to } => write!(f, "`to` {to} is not after `from` {from}"),
            Self::BlankText { field, text } if text.is_empty() => write!(f, "empty text in `{field}`"),
            Self::BlankText { field, text } => {
                write!(f, "{text:?} in `{field}` has outer, double or special blanks, or nothing else")
            }
            Self::DuplicateName { field, name } => write!(f, "{name:?} in `{field}` is there already"),
            Self::DuplicateRow { field, row } => write!(f, "`{field}` says twice for the same time: {row}"),
            Self::OverlappingTenures { role, of, other, from } => {
                write!(f, "{role:?} of {of:?} is for one holder, but {other:?} holds it too from {from}")
            }
            Self::Invalid { reason } => f.write_str(reason),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.0.kind {
            ErrorKind::Io { error } => Some(error),
            _ => None,
        }
    }
}
