//! Files of one's own, by path or as text.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::error::{Error, ErrorKind, Position};

/// A file that a builder reads when it builds.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    Path(PathBuf),
    /// The text of a file, and what errors call it.
    Text {
        name: String,
        text: String,
    },
}

impl Source {
    pub(crate) fn path(path: impl AsRef<Path>) -> Self {
        Self::Path(path.as_ref().to_owned())
    }

    pub(crate) fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Text { name: name.into(), text: text.into() }
    }

    /// The file's name and text.
    pub(crate) fn load(&self) -> Result<(String, String), Error> {
        match self {
            Self::Text { name, text } => Ok((name.clone(), text.clone())),
            Self::Path(path) => {
                let name = path.display().to_string();
                match fs::read_to_string(path) {
                    Ok(text) => Ok((name, text)),
                    Err(error) => Err(Error::new(ErrorKind::Io { error }).at(Position::new(name, None))),
                }
            }
        }
    }

    /// The file's name and bytes, which need not be UTF-8.
    #[cfg(feature = "import")]
    pub(crate) fn load_bytes(&self) -> Result<(String, Vec<u8>), Error> {
        match self {
            Self::Text { name, text } => Ok((name.clone(), text.clone().into_bytes())),
            Self::Path(path) => {
                let name = path.display().to_string();
                match fs::read(path) {
                    Ok(bytes) => Ok((name, bytes)),
                    Err(error) => Err(Error::new(ErrorKind::Io { error }).at(Position::new(name, None))),
                }
            }
        }
    }
}
