//! The files that paths mean.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::arguments::InputFormat;

/// Something to read documents from.
pub(crate) enum Source {
    Stdin,
    File { path: PathBuf, format: InputFormat, packing: Option<Packing> },
}

/// How a file is packed.
#[derive(Clone, Copy)]
pub(crate) enum Packing {
    Gzip,
    Zstd,
}

/// A path that cannot be read.
pub(crate) struct PathFault {
    pub(crate) path: PathBuf,
    pub(crate) reason: String,
}

/// Goes through paths in their order, and through folders in the order of names. Folders are listed when they are reached.
pub(crate) struct Walk {
    /// What is still to be read, the next last; what a folder gave is told apart from what the user named.
    left: Vec<(PathBuf, Named)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    ByUser,
    InFolder,
}

impl Walk {
    pub(crate) fn new(paths: &[PathBuf]) -> Self {
        let named = |path: &PathBuf| (path.clone(), Named::ByUser);
        let left = if paths.is_empty() {
            vec![(PathBuf::from("-"), Named::ByUser)]
        } else {
            paths.iter().rev().map(named).collect()
        };
        Self { left }
    }

    fn open_folder(&mut self, folder: &Path) -> io::Result<()> {
        let mut inside = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            // a link to a folder could lead back here
            let linked_folder = entry.file_type()?.is_symlink() && entry.path().is_dir();
            if !entry.file_name().as_encoded_bytes().starts_with(b".") && !linked_folder {
                inside.push(entry.path());
            }
        }
        inside.sort_by(|one, other| other.cmp(one));
        self.left.extend(inside.into_iter().map(|path| (path, Named::InFolder)));
        Ok(())
    }
}

impl Iterator for Walk {
    type Item = Result<Source, PathFault>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some((path, named)) = self.left.pop() {
            if named == Named::ByUser && path.as_os_str() == "-" {
                return Some(Ok(Source::Stdin));
            }
            let fault = |reason: String| Some(Err(PathFault { path: path.clone(), reason }));
            let folder = match fs::metadata(&path) {
                Ok(found) => found.is_dir(),
                Err(error) => return fault(error.to_string()),
            };
            if folder {
                if let Err(error) = self.open_folder(&path) {
                    return fault(error.to_string());
                }
                continue;
            }
            let packing = match ending(&path).as_str() {
                "gz" => Some(Packing::Gzip),
                "zst" => Some(Packing::Zstd),
                _ => None,
            };
            let inner = if packing.is_some() { path.with_extension("") } else { path.clone() };
            match ending(&inner).as_str() {
                "txt" => return Some(Ok(Source::File { path, format: InputFormat::Txt, packing })),
                "jsonl" | "ndjson" => return Some(Ok(Source::File { path, format: InputFormat::Jsonl, packing })),
                _ if named == Named::InFolder => {}
                _ => {
                    return fault(
                        "unknown ending (expected .txt, .jsonl or .ndjson, packed with .gz or .zst or not; standard input takes any)".to_owned(),
                    );
                }
            }
        }
        None
    }
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}
