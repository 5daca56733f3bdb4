//! `geopol extract`: entities and relations of documents.

use std::io::{self, IsTerminal};

use geopol::{DocumentHtml, DocumentRecord, EventScope, Events, Extraction};

use crate::{
    arguments::{ExtractArguments, ExtractFormat, Scope},
    batch::extract_all,
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
    let mut output = Output::open(arguments.output.as_deref())?;
    match format {
        ExtractFormat::Html => {
            output.write(|writer| writer.write_all(DocumentHtml::head("Who did what to whom").as_bytes()))?;
        }
        ExtractFormat::Csv => output.write(|writer| Events::write_csv_header(writer))?,
        _ => {}
    }
    let mut first = true;
    let outcome = extract_all(
        &arguments.input,
        &extractor,
        |extraction| written(&extraction, format, arguments),
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

fn written(extraction: &Extraction<'_>, format: ExtractFormat, arguments: &ExtractArguments) -> Vec<u8> {
    let mut out = Vec::new();
    let mut events = Events::new(extraction);
    events.scope(match arguments.events {
        Scope::Happened => EventScope::Happened,
        Scope::Said => EventScope::Said,
    });
    let result = match format {
        ExtractFormat::Text => io::Write::write_fmt(&mut out, format_args!("{extraction}\n")),
        ExtractFormat::Jsonl => {
            let record = DocumentRecord::new(extraction, arguments.offsets.into());
            serde_json::to_writer(&mut out, &record).map_err(io::Error::from).map(|()| out.push(b'\n'))
        }
        ExtractFormat::Html => io::Write::write_fmt(&mut out, format_args!("{}", DocumentHtml::new(extraction))),
        ExtractFormat::Plover => events.write_plover(&mut out),
        ExtractFormat::Csv => events.write_csv(&mut out),
    };
    result.expect("memory takes what is written");
    out
}
