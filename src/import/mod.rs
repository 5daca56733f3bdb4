//! Others' dictionaries, brought into the gazetteer format.

mod casing;
mod delimited;
mod draft;
mod english;
mod fault;
mod input;
mod person;
mod petrarch;
mod position;
mod rows;
mod settle;
mod table;
#[cfg(test)]
mod tests;
mod wikidata;
mod write;

use std::{path::Path, sync::Arc};

pub use fault::{ImportFault, ImportFaultKind};

use draft::{Draft, Told};
use input::{Input, Inputs};

use crate::{
    error::Error,
    gazetteer::{Gazetteer, GazetteerCounts, source::raw::RawHeader},
    source::Source,
};

/// Brings files of others into the gazetteer format.
///
/// What is known already, by the embedded gazetteer or the one that is given, is added to, and not brought again. All that
/// cannot be brought is told by file and line. What comes out is read by [`Gazetteer::builder`] without a fault.
///
/// ```
/// use geopol::{Gazetteer, ImportFormat, Importer};
///
/// let dictionary = "RUDOLF_RASSENDYLL_\n\t[FRAGOV 20310401-20330228]\n\t[FRAGOV 330228-330231]\nZENDA_FRONT_ [FRAREB]\n";
/// let imported = Importer::new(ImportFormat::Petrarch).add_str("mine.actors.txt", dictionary).import()?;
/// let told: Vec<String> = imported.faults().iter().map(ToString::to_string).collect();
/// assert_eq!(told.len(), 1);
/// assert_eq!(told[0], "mine.actors.txt:3: \"RUDOLF RASSENDYLL\": date: FRAGOV is left out: \"330231\" is no date (the \
///     calendar has no such day)");
///
/// let gazetteer = Gazetteer::builder().add_str("imported.toml", imported.toml()).build()?;
/// assert!(gazetteer.find("group:zenda-front").is_some());
/// # Ok::<(), geopol::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Importer {
    format: ImportFormat,
    gazetteer: Option<Arc<Gazetteer>>,
    sources: Vec<Source>,
}

/// What kind of files are imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImportFormat {
    /// Actor and agent dictionaries of PETRARCH and TABARI (`Phoenix.Countries.actors.txt`).
    Petrarch,
    /// Results of the Wikidata query service, as CSV, TSV or JSON.
    Wikidata,
    /// Tables with the columns `name`, `kind`, `id`, `aliases`, `country`, `role`, `from` and `to`.
    Csv,
}

/// What an import came to.
#[derive(Clone, Debug)]
pub struct Imported {
    toml: String,
    counts: GazetteerCounts,
    faults: Vec<ImportFault>,
}

impl Importer {
    /// An importer for files of this format.
    #[must_use]
    pub const fn new(format: ImportFormat) -> Self {
        Self { format, gazetteer: None, sources: Vec::new() }
    }

    /// Adds to this gazetteer instead of the embedded one.
    pub fn gazetteer(&mut self, gazetteer: Gazetteer) -> &mut Self {
        self.gazetteer = Some(Arc::new(gazetteer));
        self
    }

    /// Adds a file, which is read by [`import`](Self::import).
    pub fn add_file(&mut self, path: impl AsRef<Path>) -> &mut Self {
        self.sources.push(Source::path(path));
        self
    }

    /// Adds the text of a file; `name` is what faults call it.
    pub fn add_str(&mut self, name: impl Into<String>, text: impl Into<String>) -> &mut Self {
        self.sources.push(Source::text(name, text));
        self
    }

    /// Reads the files and makes one gazetteer file of them all. The same files always give the same.
    ///
    /// # Errors
    ///
    /// When a file cannot be read at all. Whatever is wrong within one is in [`Imported::faults`].
    pub fn import(&self) -> Result<Imported, Error> {
        let (inputs, not_utf8) = Inputs::read(&self.sources)?;
        let mut draft = Draft::new(self.gazetteer.clone().unwrap_or_else(Gazetteer::embedded));
        for line in not_utf8 {
            draft.tell(line, "", ImportFaultKind::Layout, "left out: the line is not UTF-8");
        }
        for input in &inputs.0 {
            self.format.read(input, &mut draft);
        }
        let (mut file, counts) = settle::settle(&mut draft, inputs.lines());
        file.header = Some(RawHeader {
            title: format!("Imported from {}", self.format.title()),
            sources: inputs.0.iter().map(|input| input.name.clone()).collect(),
            checked: None,
        });
        draft.told.sort_by_key(|told| told.line);
        let fault =
            |Told { line, entry, kind, reason }| ImportFault { position: inputs.position(line), entry, kind, reason };
        let faults = draft.told.into_iter().map(fault).collect();
        Ok(Imported { toml: write::write(&file), counts, faults })
    }
}

impl ImportFormat {
    fn read(self, input: &Input, draft: &mut Draft) {
        match self {
            Self::Petrarch => petrarch::import(input, draft),
            Self::Wikidata => wikidata::import(input, draft),
            Self::Csv => table::import(input, draft),
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Petrarch => "dictionaries of PETRARCH",
            Self::Wikidata => "Wikidata",
            Self::Csv => "tables",
        }
    }
}

impl Imported {
    /// The gazetteer file.
    #[must_use]
    pub fn toml(&self) -> &str {
        &self.toml
    }

    /// How much the file gives.
    #[must_use]
    pub const fn counts(&self) -> &GazetteerCounts {
        &self.counts
    }

    /// What is not in it, or not as it stood there, by file and line.
    #[must_use]
    pub fn faults(&self) -> &[ImportFault] {
        &self.faults
    }
}
