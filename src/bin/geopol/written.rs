//! What an interrupted run has written.

use std::{
    fs::File,
    io::{self, BufRead, BufReader},
    path::Path,
};

use geopol::{AsDocument, OwnedDocument};
use serde::Deserialize;

use crate::failure::Failure;

/// The lines of an interrupted run's output, of which the last may be half a line.
pub(crate) struct Written {
    name: String,
    reader: BufReader<File>,
    documents: usize,
    length: u64,
}

/// Of which document a line is.
#[derive(Deserialize)]
pub(crate) struct Line {
    id: Option<String>,
    date: Option<String>,
}

impl Written {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let reader = BufReader::with_capacity(1 << 16, File::open(path)?);
        Ok(Self { name: path.display().to_string(), reader, documents: 0, length: 0 })
    }

    /// How many documents were written, as far as it was read.
    pub(crate) fn documents(&self) -> usize {
        self.documents
    }

    /// How long their lines are.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// The next whole line.
    pub(crate) fn next(&mut self) -> Result<Option<Line>, Failure> {
        let mut bytes = Vec::new();
        let failed = |error: io::Error| Failure::Usage(format!("{}: {error}", self.name));
        self.reader.read_until(b'\n', &mut bytes).map_err(failed)?;
        if !bytes.ends_with(b"\n") {
            return Ok(None);
        }
        match serde_json::from_slice(&bytes) {
            Ok(line) => {
                self.documents += 1;
                self.length += bytes.len() as u64;
                Ok(Some(line))
            }
            // the system went down before all of the last line was on the disk
            Err(_) if self.reader.fill_buf().map_err(failed)?.is_empty() => Ok(None),
            Err(_) => Err(self.refuse(self.documents + 1, "is no line of a document; nothing was changed")),
        }
    }

    /// Whether the line that was read last is of this document of the input.
    pub(crate) fn check(&self, line: &Line, document: Option<&OwnedDocument>) -> Result<(), Failure> {
        let id = line.id.as_deref().unwrap_or_default();
        let of_another = match document.map(AsDocument::as_document) {
            None => format!("is of document {id:?}, and the input has no more documents"),
            Some(document) if document.id() != line.id.as_deref() => {
                format!("is of document {id:?}, and the input has {:?} there", document.id().unwrap_or_default())
            }
            Some(document) if document.date().map(|date| date.to_string()) != line.date => {
                format!("gives document {id:?} another date than the input")
            }
            Some(_) => return Ok(()),
        };
        let reason = format!("{of_another}; --resume wants the inputs and options of the interrupted run");
        Err(self.refuse(self.documents, &reason))
    }

    fn refuse(&self, line: usize, reason: &str) -> Failure {
        Failure::Usage(format!("{}:{line}: {reason}", self.name))
    }
}

/// How long the whole lines of a file are.
pub(crate) fn whole_lines(path: &Path) -> io::Result<u64> {
    let mut reader = BufReader::with_capacity(1 << 16, File::open(path)?);
    let (mut whole, mut at) = (0, 0);
    loop {
        let chunk = reader.fill_buf()?;
        if chunk.is_empty() {
            return Ok(whole);
        }
        if let Some(last) = chunk.iter().rposition(|&byte| byte == b'\n') {
            whole = at + last as u64 + 1;
        }
        let length = chunk.len();
        at += length as u64;
        reader.consume(length);
    }
}
