//! Where output goes.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process,
    time::{Duration, Instant},
};

use crate::{
    failure::Failure,
    written::{Written, whole_lines},
};

/// Standard output, or a file that appears under its name only when it is complete.
pub(crate) struct Output {
    name: String,
    writer: Option<BufWriter<Box<dyn Write>>>,
    flushed: Instant,
    part: Option<Part>,
}

/// The file beside the one that is asked for, until it is complete.
struct Part {
    path: PathBuf,
    complete: PathBuf,
    /// Whether what it has is of use if the run does not end well: lines, each of a document.
    lines: bool,
    /// Whether an interrupted run has left it, and this one has not changed it.
    untouched: bool,
}

/// After so long what was written is out of this process, when the next comes.
const PAUSE: Duration = Duration::from_secs(1);

impl Output {
    /// For what is written at once, at the end of the work.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        Self::beside(path, |path| Part {
            path: hidden(path),
            complete: path.to_owned(),
            lines: false,
            untouched: false,
        })
    }

    /// For what comes document by document, in a file that is seen while it grows, and stays if the run is killed.
    pub(crate) fn open_documents(path: Option<&Path>) -> Result<Self, Failure> {
        Self::beside(path, |path| Part { path: part(path), complete: path.to_owned(), lines: false, untouched: false })
    }

    /// For lines, each of a document; with those that an interrupted run has left, where it shall be gone on with.
    pub(crate) fn open_lines(path: Option<&Path>, resume: bool) -> Result<(Self, Option<Written>), Failure> {
        let output = Self::beside(path, |path| {
            let part = part(path);
            let untouched = fs::metadata(&part).is_ok_and(|left| left.len() > 0);
            Part { path: part, complete: path.to_owned(), lines: true, untouched }
        })?;
        match &output.part {
            None if resume => {
                let reason = "cannot be gone on with (--resume wants -o with a file)";
                Err(Failure::Usage(format!("{}: {reason}", output.name)))
            }
            Some(Part { path, untouched: true, .. }) if resume => {
                let written =
                    Written::open(path).map_err(|error| Failure::output(path.display().to_string(), error))?;
                Ok((output, Some(written)))
            }
            Some(Part { path, untouched: true, .. }) => Err(Failure::Usage(format!(
                "{} is left of an interrupted run: --resume goes on with it; to begin anew, remove it",
                path.display()
            ))),
            _ => Ok((output, None)),
        }
    }

    fn beside(path: Option<&Path>, part: impl FnOnce(&Path) -> Part) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Self::new("standard output".to_owned(), Box::new(io::stdout()), None));
        };
        let name = path.display().to_string();
        // a link stays one, and what it names is replaced
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let known = fs::metadata(&path).ok();
        let failed = |error| Failure::output(&name, error);
        if known.as_ref().is_some_and(|known| !known.is_file()) {
            // a device or a pipe cannot be replaced; a folder fails here
            let file = File::options().write(true).open(&path).map_err(failed)?;
            return Ok(Self::new(name, Box::new(file), None));
        }
        let part = part(&path);
        let file =
            if part.untouched { File::options().append(true).open(&part.path) } else { File::create(&part.path) };
        let file = file.map_err(failed)?;
        if let Some(known) = known {
            // at worst the new file has the permissions of any new file
            let _ = file.set_permissions(known.permissions());
        }
        Ok(Self::new(name, Box::new(file), Some(part)))
    }

    fn new(name: String, writer: Box<dyn Write>, part: Option<Part>) -> Self {
        let writer = Some(BufWriter::with_capacity(1 << 16, writer));
        Self { name, writer, flushed: Instant::now(), part }
    }

    /// Goes on behind what an interrupted run has written.
    pub(crate) fn go_on(&mut self, written: &Written) -> Result<(), Failure> {
        let Some(part) = &mut self.part else { return Ok(()) };
        part.untouched = false;
        let cut = File::options().write(true).open(&part.path).and_then(|file| file.set_len(written.length()));
        cut.map_err(|error| Failure::output(&self.name, error))
    }

    /// Writes by means of a function. What it writes with one call of `write_all` leaves this process whole.
    pub(crate) fn write(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let writer = self.writer.as_mut().expect("open until it is finished");
        let result = write(writer).and_then(|()| {
            if self.flushed.elapsed() >= PAUSE {
                self.flushed = Instant::now();
                writer.flush()?;
            }
            Ok(())
        });
        result.map_err(|error| self.failed(error))
    }

    /// Completes it.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.write(|writer| writer.flush())?;
        self.writer = None;
        if let Some(part) = &self.part {
            fs::rename(&part.path, &part.complete).map_err(|error| self.failed(error))?;
            self.part = None;
        }
        Ok(())
    }

    fn failed(&self, error: io::Error) -> Failure {
        let failure = Failure::output(&self.name, error);
        match &self.part {
            Some(part) if part.lines => failure.with_left(&part.path),
            _ => failure,
        }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        self.writer = None;
        if let Some(part) = self.part.take().filter(|part| !part.untouched) {
            let whole = if part.lines { whole_lines(&part.path).unwrap_or(0) } else { 0 };
            // nobody can be told any more
            let _ = match whole {
                0 => fs::remove_file(&part.path),
                whole => File::options().write(true).open(&part.path).and_then(|file| file.set_len(whole)),
            };
        }
    }
}

/// The ending of the file that is written, in small letters; nothing for standard output.
pub(crate) fn ending(path: Option<&Path>) -> Option<String> {
    let path = path.filter(|path| path.as_os_str() != "-")?;
    Some(path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default())
}

/// The name of an unfinished file, in the same folder, so that renaming does not copy.
fn part(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

/// A hidden name in the same folder.
fn hidden(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", process::id()));
    path.with_file_name(name)
}
