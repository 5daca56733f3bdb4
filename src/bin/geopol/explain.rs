//! `geopol explain`: how a sentence was read.

use std::io::{self, Read};

use geopol::Document;

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
    let mut output = Output::open(None)?;
    output.write(|writer| writeln!(writer, "{reading}{extraction}"))?;
    output.finish()?;
    Ok(Outcome::Done)
}
