//! Documents, one after another, from files and standard input.

use std::{
    fmt,
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use geopol::{AsDocument, Date, OwnedDocument};
use serde::Deserialize;

use crate::{
    arguments::{InputArguments, InputFormat},
    frames::Frames,
    walk::{Packing, Source, Walk},
};

/// A document that cannot be read.
pub(crate) struct Fault {
    file: String,
    line: Option<usize>,
    reason: String,
}

/// All documents of the command's inputs. One document at a time is in memory.
pub(crate) struct Documents {
    sources: Walk,
    stdin: InputFormat,
    date: Option<Date>,
    lines: Option<Lines>,
    read: Arc<Amount>,
}

/// How much was read so far.
#[derive(Default)]
pub(crate) struct Amount {
    /// Of the inputs, packed as they are.
    pub(crate) input: AtomicU64,
    /// Of texts.
    pub(crate) text: AtomicU64,
}

/// Counts what is read of an input.
struct Counted<R> {
    inner: R,
    read: Arc<Amount>,
}

/// An open file of a document a line.
struct Lines {
    name: String,
    reader: Box<dyn BufRead>,
    number: usize,
}

#[derive(Deserialize)]
struct Line {
    id: Option<Id>,
    text: String,
    date: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

impl Documents {
    pub(crate) fn new(arguments: &InputArguments) -> Self {
        Self {
            sources: Walk::new(&arguments.paths),
            stdin: arguments.input,
            date: arguments.date,
            lines: None,
            read: Arc::default(),
        }
    }

    /// How much was read; it grows while documents are taken.
    pub(crate) fn read(&self) -> Arc<Amount> {
        self.read.clone()
    }

    fn counted<R>(&self, inner: R) -> Counted<R> {
        Counted { inner, read: self.read.clone() }
    }

    fn open(&mut self, source: Source) -> Option<Result<OwnedDocument, Fault>> {
        let (name, id, format, reader): (_, _, _, Box<dyn Read>) = match source {
            Source::Stdin => {
                ("standard input".to_owned(), "stdin".to_owned(), self.stdin, Box::new(self.counted(io::stdin())))
            }
            Source::File { path, format, packing } => {
                let name = path.display().to_string();
                let inner = if packing.is_some() { path.with_extension("") } else { path.clone() };
                match File::open(&path).map(|file| unpacked(self.counted(file), packing)) {
                    Ok(reader) => (name, stem(&inner), format, reader),
                    Err(error) => return Some(Err(Fault { file: name, line: None, reason: error.to_string() })),
                }
            }
        };
        match format {
            InputFormat::Txt => Some(self.text(name, id, reader)),
            InputFormat::Jsonl => {
                self.lines =
                    Some(Lines { name, reader: Box::new(BufReader::with_capacity(1 << 16, reader)), number: 0 });
                None
            }
        }
    }

    fn text(&self, file: String, id: String, mut reader: Box<dyn Read>) -> Result<OwnedDocument, Fault> {
        let mut bytes = Vec::new();
        if let Err(error) = reader.read_to_end(&mut bytes) {
            return Err(Fault { file, line: None, reason: error.to_string() });
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(OwnedDocument::new(text).with_id(id).with_date(self.date)),
            Err(error) => {
                let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                let line = 1 + good.iter().filter(|&&byte| byte == b'\n').count();
                Err(Fault { file, line: Some(line), reason: "not UTF-8".to_owned() })
            }
        }
    }
}

impl Lines {
    fn next(&mut self, default: Option<Date>) -> Option<Result<OwnedDocument, Fault>> {
        loop {
            let mut bytes = Vec::new();
            self.number += 1;
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) => {
                    self.reader = Box::new(io::empty());
                    return Some(Err(self.fault(error.to_string())));
                }
            }
            let line = bytes.strip_prefix(b"\xef\xbb\xbf").filter(|_| self.number == 1).unwrap_or(&bytes);
            if !line.trim_ascii().is_empty() {
                return Some(self.document(line, default).map_err(|reason| self.fault(reason)));
            }
        }
    }

    fn document(&self, line: &[u8], default: Option<Date>) -> Result<OwnedDocument, String> {
        let line = std::str::from_utf8(line).map_err(|_| "not UTF-8".to_owned())?;
        let line: Line = serde_json::from_str(line).map_err(|error| {
            // the line is this one; the column helps
            format!("no document: {}", error.to_string().replace("at line 1 column", "at column"))
        })?;
        let id = match line.id {
            Some(Id::Text(id)) => id,
            Some(Id::Number(id)) => id.to_string(),
            None => format!("{}:{}", stem(Path::new(&self.name)), self.number),
        };
        let date = line.date.as_deref().map(date).transpose()?;
        Ok(OwnedDocument::new(line.text).with_id(id).with_date(date.or(default)))
    }

    fn fault(&self, reason: String) -> Fault {
        Fault { file: self.name.clone(), line: Some(self.number), reason }
    }
}

impl Iterator for Documents {
    type Item = Result<OwnedDocument, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.advance();
        if let Some(Ok(document)) = &next {
            self.read.text.fetch_add(document.as_document().text().len() as u64, Ordering::Relaxed);
        }
        next
    }
}

impl Documents {
    fn advance(&mut self) -> Option<Result<OwnedDocument, Fault>> {
        loop {
            if let Some(lines) = &mut self.lines {
                match lines.next(self.date) {
                    Some(document) => return Some(document),
                    None => self.lines = None,
                }
            }
            match self.sources.next()? {
                Ok(source) => {
                    if let Some(document) = self.open(source) {
                        return Some(document);
                    }
                }
                Err(fault) => {
                    let file = fault.path.display().to_string();
                    return Some(Err(Fault { file, line: None, reason: fault.reason }));
                }
            }
        }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read.input.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// The file's content.
fn unpacked(file: impl Read + 'static, packing: Option<Packing>) -> Box<dyn Read> {
    match packing {
        None => Box::new(file),
        Some(Packing::Gzip) => Box::new(flate2::read::MultiGzDecoder::new(file)),
        Some(Packing::Zstd) => Box::new(Frames::new(BufReader::new(file))),
    }
}

/// A date; of a date with a time, its day.
fn date(text: &str) -> Result<Date, String> {
    let day = text.split_once(['T', ' ']).map_or(text, |(day, _)| day);
    day.parse().map_err(|error: geopol::DateError| error.to_string())
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &'static str) -> Vec<Result<OwnedDocument, Fault>> {
        let mut lines = Lines { name: "a/b.jsonl".to_owned(), reader: Box::new(text.as_bytes()), number: 0 };
        std::iter::from_fn(|| lines.next("2020".parse().ok())).collect()
    }

    #[test]
    fn lines_are_documents_or_faults() {
        let read = lines(concat!(
            "\u{feff}{\"id\": 7, \"text\": \"x\", \"date\": \"2016-10\", \"more\": [1]}\n\r\n",
            "{\"text\": \"\", \"date\": \"2024-05-12T08:00:00Z\"}\n",
            "{\"text\": \"y\", \"date\": null}\n",
            "{\"id\": \"z\"}\n{\"text\": \"z\", \"date\": \"May\"}",
        ));
        let told: Vec<String> = read
            .into_iter()
            .map(|read| match read {
                Ok(document) => {
                    let document = document.as_document();
                    format!("{} {:?}", document.id().unwrap(), document.date())
                }
                Err(fault) => fault.to_string(),
            })
            .collect();
        assert_eq!(
            told,
            [
                "7 Some(2016-10)",
                "b:3 Some(2024-05-12)",
                "b:4 Some(2020)",
                "a/b.jsonl:5: no document: missing field `text` at column 11",
                "a/b.jsonl:6: \"May\" is no date (expected YYYY-MM-DD, YYYY-MM or YYYY)",
            ]
        );
    }
}
