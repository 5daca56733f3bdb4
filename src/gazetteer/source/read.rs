use serde::Deserialize;
use toml::{
    Spanned,
    de::{DeTable, DeValue, ValueDeserializer},
};

use super::{
    Lines, fields, id,
    prune::{Pruned, prune},
    raw::{RawDecoy, RawEntity, RawHeader, RawPost, RawRole},
};
use crate::error::{Error, ErrorKind, Position};

/// A gazetteer file, parsed, each entry by itself.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    lines: Lines,
    pub(crate) header: Option<RawHeader>,
    pub(crate) entities: Vec<RawEntity>,
    pub(crate) roles: Vec<RawRole>,
    pub(crate) posts: Vec<Spanned<RawPost>>,
    pub(crate) decoys: Vec<Spanned<RawDecoy>>,
    /// Ids of entries that could not be read: references to them are no faults of their own.
    pub(super) unread: Vec<String>,
    /// Whether the text is no TOML, so that anything may be missing.
    pub(super) broken: bool,
}

impl File {
    /// A file that was never written: the entities' spans count lines, from 0.
    #[cfg(feature = "import")]
    pub(crate) fn of_lines(lines: usize, entities: Vec<RawEntity>) -> Self {
        Self {
            name: String::new(),
            lines: Lines::new(&"\n".repeat(lines)),
            header: None,
            entities,
            roles: Vec::new(),
            posts: Vec::new(),
            decoys: Vec::new(),
            unread: Vec::new(),
            broken: false,
        }
    }

    pub(super) fn position(&self, byte: usize) -> Position {
        Position::new(self.name.clone(), self.lines.line(byte))
    }

    fn fault(&self, error: &toml::de::Error, within: usize) -> Error {
        let byte = error.span().map_or(within, |span| span.start);
        Error::toml(error).at(self.position(byte))
    }
}

/// Reads one file; whatever is wrong with it goes to `faults`, the rest is in the result.
pub(crate) fn read(name: &str, text: &str, faults: &mut Vec<Error>) -> File {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut file = File {
        name: name.to_owned(),
        lines: Lines::new(text),
        header: None,
        entities: Vec::new(),
        roles: Vec::new(),
        posts: Vec::new(),
        decoys: Vec::new(),
        unread: Vec::new(),
        broken: !errors.is_empty(),
    };
    faults.extend(errors.iter().map(|error| {
        let fault = file.fault(error, 0);
        let id = error.span().and_then(|span| id_around(text, span.start));
        if let Some(id) = id { fault.entry("entity", id) } else { fault }
    }));
    if file.broken {
        return file;
    }
    for (key, value) in root.into_inner() {
        match key.get_ref().as_ref() {
            "file" => file.header = file.entry("file", value, faults).map(Spanned::into_inner),
            "entity" => {
                for item in elements(value) {
                    let item = file.without_foreign_fields(item, faults);
                    let entity = file.entry("entity", item, faults);
                    file.entities.extend(entity.map(Spanned::into_inner));
                }
            }
            "role" => {
                for item in elements(value) {
                    let role = file.entry("role", item, faults);
                    file.roles.extend(role.map(Spanned::into_inner));
                }
            }
            "post" => {
                for item in elements(value) {
                    let post = file.entry("post", item, faults);
                    file.posts.extend(post);
                }
            }
            "decoy" => {
                for item in elements(value) {
                    let decoy = file.entry("decoy", item, faults);
                    file.decoys.extend(decoy);
                }
            }
            other => faults.push(
                Error::invalid(format!(
                    "unknown table `{other}`, expected one of `file`, `entity`, `role`, `post`, `decoy`"
                ))
                .at(file.position(key.span().start)),
            ),
        }
    }
    file
}

/// The elements of an array of tables; anything else stands for itself and fails to be read as an entry.
fn elements(value: Spanned<DeValue<'_>>) -> Vec<Spanned<DeValue<'_>>> {
    match value.into_inner() {
        DeValue::Array(items) => items.into_iter().collect(),
        single => vec![Spanned::new(0..0, single)],
    }
}

/// The id of the entity within whose block a byte lies, when the text is no TOML and only its lines can be looked at.
fn id_around(text: &str, byte: usize) -> Option<&str> {
    let header = "[[entity]]";
    let start = text.get(..byte)?.rfind("\n[[").map_or(0, |newline| newline + 1);
    let block = text[start..].strip_prefix(header)?;
    let block = &block[..block.find("\n[[").unwrap_or(block.len())];
    block.lines().find_map(|line| line.strip_prefix("id = \"")?.split_once('"')).map(|(id, _)| id)
}

fn id_of<'v>(value: &'v Spanned<DeValue<'_>>) -> Option<&'v str> {
    value.get_ref().get("id")?.get_ref().as_str()
}

impl File {
    fn entry<'de, T: Deserialize<'de>>(
        &mut self,
        what: &'static str,
        value: Spanned<DeValue<'de>>,
        faults: &mut Vec<Error>,
    ) -> Option<Spanned<T>> {
        let span = value.span();
        let id = id_of(&value).map(str::to_owned);
        let mut value = value;
        let mut pruned = false;
        loop {
            let error = match T::deserialize(ValueDeserializer::from(value.clone())) {
                Ok(entry) => return Some(Spanned::new(span, entry)),
                Err(error) => error,
            };
            let at = error.span().map_or(span.start, |span| span.start);
            let left = prune(&mut value, at);
            // once something was taken out, what the whole lacks may be just that
            if left == Pruned::Rest || !pruned || at != span.start {
                let fault = self.fault(&error, span.start);
                faults.push(if let Some(id) = &id { fault.entry(what, id) } else { fault });
            }
            if left == Pruned::Nothing {
                self.unread.extend(id);
                return None;
            }
            pruned = true;
        }
    }

    /// Takes out, and reports, the fields that the entity's kind does not have.
    fn without_foreign_fields<'v>(&self, value: Spanned<DeValue<'v>>, faults: &mut Vec<Error>) -> Spanned<DeValue<'v>> {
        let span = value.span();
        let Some((kind, id)) = id_of(&value).and_then(|id| Some((id::kind_of(id).ok()?, id.to_owned()))) else {
            return value;
        };
        let DeValue::Table(fields) = value.into_inner() else { unreachable!("it has an id, so it is a table") };
        let (foreign, own): (Vec<_>, Vec<_>) =
            fields.into_iter().partition(|(field, _)| fields::is_foreign(field.get_ref(), kind));
        for (field, _) in foreign {
            let wrong = ErrorKind::ForeignField { field: field.get_ref().to_string(), kind };
            faults.push(Error::new(wrong).entry("entity", &id).at(self.position(field.span().start)));
        }
        Spanned::new(span, DeValue::Table(own.into_iter().collect()))
    }
}
