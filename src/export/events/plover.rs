use std::io::{self, Write};

use serde::Serialize;

use super::{
    Events,
    actor::{code, sector},
    record::{EventRecord, Side},
};
use crate::{
    export::attributes::confidence,
    relation::{Modality, Polarity, Predicate},
    text::Date,
};

/// The fields of PLOVER's manual, in its order, then what it has no field for.
#[derive(Serialize)]
struct Plover<'e> {
    id: &'e str,
    date: Option<Date>,
    source: Vec<Actor<'e>>,
    recipient: Vec<Actor<'e>>,
    event: [&'static str; 1],
    event_text: [&'e str; 1],
    quad_code: u8,
    event_scale: f64,
    text: &'e str,
    text_info: TextInfo,
    cite_info: CiteInfo<'e>,
    predicate: Predicate,
    cameo: &'static str,
    polarity: Polarity,
    modality: Modality,
    attribution: Option<&'e str>,
    confidence: f64,
}

#[derive(Serialize)]
struct Actor<'e> {
    code: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sector: Option<&'static str>,
    actor_text: &'e str,
    identifier_id: &'e str,
    identifier_text: &'e str,
}

#[derive(Serialize)]
struct TextInfo {
    sequence: usize,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct CiteInfo<'e> {
    citation: Option<&'e str>,
    coder: &'static str,
}

impl Events<'_, '_> {
    /// Writes the events as JSON Lines with the field names of PLOVER's manual. Of what holds both ways both are sources, as the
    /// manual has it; `event_scale` is Goldstein's. `text_info` counts characters of the document.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write_plover<W: Write>(&self, mut writer: W) -> io::Result<()> {
        for event in self.records() {
            serde_json::to_writer(&mut writer, &plover(&event))?;
            writeln!(writer)?;
        }
        writer.flush()
    }
}

fn plover<'e>(event: &'e EventRecord<'e>) -> Plover<'e> {
    let (extraction, relation) = (event.extraction, event.relation);
    let (mut source, mut recipient) = (vec![actor(&event.source)], vec![actor(&event.target)]);
    if relation.predicate().is_symmetric() {
        source.append(&mut recipient);
    }
    let span = extraction.sentence(relation);
    let start = extraction.text()[..span.start].chars().count();
    Plover {
        id: &event.id,
        date: extraction.document().date(),
        source,
        recipient,
        event: [event.plover],
        event_text: [relation.trigger().of(extraction.text())],
        quad_code: event.quad,
        event_scale: event.goldstein,
        text: event.sentence(),
        text_info: TextInfo {
            sequence: extraction.sentence_index(relation),
            start,
            end: start + event.sentence().chars().count(),
        },
        cite_info: CiteInfo {
            citation: extraction.document().id(),
            coder: concat!("geopol ", env!("CARGO_PKG_VERSION")),
        },
        predicate: relation.predicate(),
        cameo: event.cameo,
        polarity: relation.polarity(),
        modality: relation.modality(),
        attribution: relation.attribution().map(|id| extraction.entity(id).id()),
        confidence: confidence(relation.confidence()),
    }
}

fn actor<'e>(side: &Side<'e>) -> Actor<'e> {
    Actor {
        code: code(side.actor),
        sector: sector(side.named, side.actor),
        actor_text: side.words,
        identifier_id: side.named.id(),
        identifier_text: side.named.name(),
    }
}
