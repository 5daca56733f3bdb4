use std::path::Path;

use super::{
    Gazetteer, Name,
    embedded::Embedded,
    source::{Rows, compile, read},
};
use crate::{error::Error, source::Source};

/// Makes a [`Gazetteer`] of the embedded files and others.
///
/// The files may refer to the embedded entities and to each other, in any order. A new holder of an office for one ends
/// the embedded tenure that was still open.
///
/// ```
/// use geopol::Gazetteer;
///
/// let gazetteer = Gazetteer::builder()
///     .add_str("mine.toml", "[[entity]]\nid = \"group:black-hand\"\nname = \"Black Hand\"")
///     .build()?;
/// assert!(gazetteer.find("group:black-hand").is_some());
/// # Ok::<(), geopol::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct GazetteerBuilder {
    embedded: bool,
    files: Vec<Source>,
}

impl Gazetteer {
    /// Starts with the embedded gazetteer, to add files to.
    #[must_use]
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder { embedded: true, files: Vec::new() }
    }
}

impl GazetteerBuilder {
    /// Leaves out all that is embedded, the roles too.
    pub fn without_embedded(&mut self) -> &mut Self {
        self.embedded = false;
        self
    }

    /// Adds a file, which is read when the gazetteer is built.
    pub fn add_file(&mut self, path: impl AsRef<Path>) -> &mut Self {
        self.files.push(Source::path(path));
        self
    }

    /// Adds the text of a file; `name` is what errors call it.
    pub fn add_str(&mut self, name: impl Into<String>, text: impl Into<String>) -> &mut Self {
        self.files.push(Source::text(name, text));
        self
    }

    /// Builds the gazetteer.
    ///
    /// # Errors
    ///
    /// When a file cannot be read or has a fault; the error is the first of those that [`check`](Self::check) finds.
    pub fn build(&self) -> Result<Gazetteer, Error> {
        let base = if self.embedded { Embedded::decode() } else { Embedded::default() };
        let embedded_names: Vec<_> = base.rows.names.iter().map(Name::entity).collect();
        let (rows, faults) = self.compile(base.rows);
        if let Some(fault) = faults.into_iter().next() {
            return Err(fault);
        }
        // Each entity's embedded names come before those that were added.
        let mut embedded = embedded_names.into_iter().peekable();
        let mut is_own = |name: &Name| embedded.next_if_eq(&name.entity).is_none();
        let own_names = (0..).zip(&rows.names).filter(|(_, name)| is_own(name)).map(|(number, _)| number).collect();
        let index = base.index.grown(&rows);
        Ok(Gazetteer::new(rows, index, own_names))
    }

    /// Everything that is wrong with the added files, by file and line; nothing when they can be built.
    #[must_use]
    pub fn check(&self) -> Vec<Error> {
        self.compile(if self.embedded { Embedded::decode().rows } else { Rows::default() }).1
    }

    fn compile(&self, base: Rows) -> (Rows, Vec<Error>) {
        let mut faults = Vec::new();
        if self.files.is_empty() {
            return (base, faults);
        }
        let mut files = Vec::with_capacity(self.files.len());
        for source in &self.files {
            match source.load() {
                Ok((name, text)) => files.push(read(&name, &text, &mut faults)),
                Err(error) => faults.push(error),
            }
        }
        let (rows, more) = compile(base, files);
        faults.extend(more);
        faults.sort_by(|one, other| one.position().cmp(&other.position()));
        (rows, faults)
    }
}
