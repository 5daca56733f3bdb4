//! `geopol extract`: entities and relations of documents.

use std::io::{self, IsTerminal};

use geopol::{DocumentRecord, Extraction, OffsetUnit};

use crate::{
    arguments::{ExtractArguments, ExtractFormat},
    batch::extract_all,
    failure::{Failure, Outcome},
    output::Output,
};

pub(crate) fn run(arguments: &ExtractArguments) -> Result<Outcome, Failure> {
    let extractor = arguments.input.data.extractor(arguments.min_confidence)?;
    let for_people = arguments.output.is_none() && io::stdout().is_terminal();
    let format = arguments.format.unwrap_or(if for_people { ExtractFormat::Text } else { ExtractFormat::Jsonl });
    let unit = arguments.offsets.into();
    let mut output = Output::open(arguments.output.as_deref())?;
    let mut first = true;
    let outcome = extract_all(
        &arguments.input,
        &extractor,
        |extraction| written(&extraction, format, unit),
        |text| {
            output.write(|writer| {
                if format == ExtractFormat::Text && !std::mem::take(&mut first) {
                    writeln!(writer)?;
                }
                writeln!(writer, "{text}")?;
                // somebody may be watching
                if for_people { writer.flush() } else { Ok(()) }
            })
        },
    )?;
    output.finish()?;
    Ok(outcome)
}

fn written(extraction: &Extraction<'_>, format: ExtractFormat, unit: OffsetUnit) -> String {
    match format {
        ExtractFormat::Text => extraction.to_string(),
        ExtractFormat::Jsonl => {
            serde_json::to_string(&DocumentRecord::new(extraction, unit)).expect("a record has text keys only")
        }
    }
}
