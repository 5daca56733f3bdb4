//! `geopol extract`: entities and relations of documents.

use std::io::{self, IsTerminal};

use geopol::{DocumentHtml, DocumentRecord, EventScope, Events, Extraction, OffsetUnit};

use crate::{
    arguments::{ExtractArguments, ExtractFormat, Scope},
    batch::Batch,
    failure::{Failure, Outcome},
    output::{Output, ending},
};

pub(crate) fn run(arguments: &ExtractArguments) -> Result<Outcome, Failure> {
    let for_people = ending(arguments.output.as_deref()).is_none() && io::stdout().is_terminal();
    let format = arguments.format.unwrap_or(match ending(arguments.output.as_deref()).as_deref() {
        Some("html" | "htm") => ExtractFormat::Html,
        Some("csv") => ExtractFormat::Csv,
        Some("txt") => ExtractFormat::Text,
        None if for_people => ExtractFormat::Text,
        _ => ExtractFormat::Jsonl,
    });
    let extractor = arguments.input.data.extractor(arguments.min_confidence)?;
    if arguments.resume && format != ExtractFormat::Jsonl {
        let reason = "--resume goes on with jsonl alone: other formats do not tell which documents were done";
        return Err(Failure::Usage(reason.to_owned()));
    }
    let path = arguments.output.as_deref();
    let (mut output, left) = match format {
        ExtractFormat::Jsonl => Output::open_lines(path, arguments.resume)?,
        _ => (Output::open_documents(path)?, None),
    };
    let mut batch = Batch::new(&arguments.input, path);
    if let Some(mut left) = left {
        batch.pass_over(&mut left)?;
        output.go_on(&left)?;
    }
    match format {
        ExtractFormat::Html => {
            output.write(|writer| writer.write_all(DocumentHtml::head("Who did what to whom").as_bytes()))?;
        }
        ExtractFormat::Csv => output.write(|writer| Events::write_csv_header(writer))?,
        _ => {}
    }
    let writer = DocumentWriter::new(arguments, format);
    let mut first = true;
    let outcome = batch.extract_all(
        &extractor,
        move |extraction| writer.written(&extraction),
        |text| {
            output.write(|writer| {
                if format == ExtractFormat::Text && !std::mem::take(&mut first) {
                    writeln!(writer)?;
                }
                writer.write_all(&text)?;
                // somebody may be watching
                if for_people { writer.flush() } else { Ok(()) }
            })
        },
    )?;
    if format == ExtractFormat::Html {
        output.write(|writer| writer.write_all(DocumentHtml::TAIL.as_bytes()))?;
    }
    output.finish()?;
    Ok(outcome)
}

/// Writes what was found in a document.
struct DocumentWriter {
    format: ExtractFormat,
    offsets: OffsetUnit,
    scope: EventScope,
}

impl DocumentWriter {
    fn new(arguments: &ExtractArguments, format: ExtractFormat) -> Self {
        let scope = match arguments.events {
            Scope::Happened => EventScope::Happened,
            Scope::Said => EventScope::Said,
        };
        Self { format, offsets: arguments.offsets.into(), scope }
    }

    fn written(&self, extraction: &Extraction<'_>) -> Vec<u8> {
        let mut out = Vec::new();
        let mut events = Events::new(extraction);
        events.scope(self.scope);
        let result = match self.format {
            ExtractFormat::Text => io::Write::write_fmt(&mut out, format_args!("{extraction}\n")),
            ExtractFormat::Jsonl => {
                let record = DocumentRecord::new(extraction, self.offsets);
                serde_json::to_writer(&mut out, &record).map_err(io::Error::from).map(|()| out.push(b'\n'))
            }
            ExtractFormat::Html => io::Write::write_fmt(&mut out, format_args!("{}", DocumentHtml::new(extraction))),
            ExtractFormat::Plover => events.write_plover(&mut out),
            ExtractFormat::Csv => events.write_csv(&mut out),
        };
        result.expect("memory takes what is written");
        out
    }
}
