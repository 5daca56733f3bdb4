//! Where output goes.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process,
};

use crate::failure::Failure;

/// Standard output, or a file that appears under its name only when it is complete.
pub(crate) struct Output {
    name: String,
    writer: Option<BufWriter<Box<dyn Write>>>,
    /// The file beside the one that is asked for, and that one.
    beside: Option<(PathBuf, PathBuf)>,
}

impl Output {
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
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
        let beside = beside(&path);
        let file = File::create(&beside).map_err(failed)?;
        if let Some(known) = known {
            // at worst the new file has the permissions of any new file
            let _ = file.set_permissions(known.permissions());
        }
        Ok(Self::new(name, Box::new(file), Some((beside, path))))
    }

    fn new(name: String, writer: Box<dyn Write>, beside: Option<(PathBuf, PathBuf)>) -> Self {
        Self { name, writer: Some(BufWriter::with_capacity(1 << 16, writer)), beside }
    }

    /// Writes by means of a function.
    pub(crate) fn write(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let writer = self.writer.as_mut().expect("open until it is finished");
        write(writer).map_err(|error| Failure::output(&self.name, error))
    }

    /// Completes it.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.write(|writer| writer.flush())?;
        self.writer = None;
        match self.beside.take() {
            None => Ok(()),
            Some((beside, path)) => fs::rename(&beside, path).map_err(|error| {
                let _ = fs::remove_file(&beside);
                Failure::output(&self.name, error)
            }),
        }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Some((beside, _)) = self.beside.take() {
            self.writer = None;
            let _ = fs::remove_file(beside);
        }
    }
}

/// The ending of the file that is written, in small letters; nothing for standard output.
pub(crate) fn ending(path: Option<&Path>) -> Option<String> {
    let path = path.filter(|path| path.as_os_str() != "-")?;
    Some(path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default())
}

/// A hidden name in the same folder, so that renaming does not copy.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", process::id()));
    path.with_file_name(name)
}
