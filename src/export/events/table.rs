use std::io::{self, Write};

use super::{Events, actor::short};
use crate::export::{attributes::confidence, plain::shown, tables::inert};

/// The names of the columns.
const COLUMNS: [&str; 18] = [
    "id",
    "date",
    "source",
    "target",
    "plover",
    "cameo",
    "root",
    "quad",
    "goldstein",
    "predicate",
    "polarity",
    "modality",
    "confidence",
    "source_entity",
    "target_entity",
    "attribution",
    "sentence",
    "document",
];

impl Events<'_, '_> {
    /// Writes the heading of the table, once for all documents.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write_csv_header<W: Write>(writer: W) -> io::Result<()> {
        let mut table = csv::Writer::from_writer(writer);
        table.write_record(COLUMNS)?;
        table.flush()
    }

    /// Writes the events as rows of comma-separated values, without a heading. `source` and `target` are the three letters of ISO
    /// 3166-1 for a state, the short form of an organisation's name; `root` is CAMEO's code of two digits, `quad` 1 to 4.
    ///
    /// Names and sentences that begin like a formula get an apostrophe before them.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write_csv<W: Write>(&self, writer: W) -> io::Result<()> {
        let mut table = csv::Writer::from_writer(writer);
        for event in self.records() {
            let (extraction, relation) = (event.extraction, event.relation);
            let speaker = relation.attribution().map_or("", |id| extraction.entity(id).id());
            table.write_record([
                &*inert(&event.id),
                &extraction.document().date().map_or_else(String::new, |date| date.to_string()),
                &inert(&shown(short(event.source.actor))),
                &inert(&shown(short(event.target.actor))),
                event.plover,
                event.cameo,
                &event.cameo[..2],
                &event.quad.to_string(),
                &event.goldstein.to_string(),
                relation.predicate().as_str(),
                relation.polarity().as_str(),
                relation.modality().as_str(),
                &confidence(relation.confidence()).to_string(),
                &inert(&shown(event.source.named.id())),
                &inert(&shown(event.target.named.id())),
                &inert(&shown(speaker)),
                &inert(&shown(event.sentence())),
                &inert(&shown(extraction.document().id().unwrap_or_default())),
            ])?;
        }
        table.flush()
    }
}
