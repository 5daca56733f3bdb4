//! `geopol explain`: how a sentence was read.

use std::io::{self, Read, Write};

use geopol::{Document, Extraction, RefusedName};

use crate::{
    arguments::ExplainArguments,
    failure::{Failure, Outcome},
    output::Output,
};

pub(crate) fn run(arguments: &ExplainArguments) -> Result<Outcome, Failure> {
    let extractor = arguments.data.extractor(0.0)?;
    let mut text = arguments.text.join(" ");
    if text.is_empty() || text == "-" {
        text.clear();
        let read = io::stdin().read_to_string(&mut text);
        read.map_err(|error| Failure::Usage(format!("standard input: {error}")))?;
    }
    let document = || Document::new(&text).with_date(arguments.date);
    let reading = extractor.explain(document());
    let extraction = extractor.extract(document());
    let refused = extractor.refused(document());
    let mut output = Output::open(None)?;
    output.write(|writer| write_names(writer, &extraction, &refused))?;
    output.write(|writer| writeln!(writer, "{reading}{extraction}"))?;
    output.finish()?;
    Ok(Outcome::Done)
}

/// Who is named where, and who is not although the gazetteer has the name, each with the reason.
pub(crate) fn write_names(
    writer: &mut dyn Write,
    extraction: &Extraction<'_>,
    refused: &[RefusedName],
) -> io::Result<()> {
    let text = extraction.text();
    let mut rows = Vec::new();
    for mention in extraction.mentions() {
        let id = extraction.entity(mention.entity()).id();
        rows.push((mention.span(), format!("{id}: {}", mention.reason())));
    }
    for name in refused {
        let id = name.entity().map_or("", |entity| extraction.entity(entity).id());
        rows.push((name.span(), format!("not {id}: {}", name.refusal()).replace("not :", "nobody:")));
    }
    rows.sort();
    rows.dedup();
    for (span, row) in rows {
        let words: Vec<&str> = span.of(text).split_whitespace().collect();
        writeln!(writer, "  {:<24} {row}", words.join(" "))?;
    }
    Ok(())
}
