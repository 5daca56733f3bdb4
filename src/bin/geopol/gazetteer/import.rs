//! `geopol gazetteer import`: files of others in the gazetteer format.

use std::{
    collections::BTreeMap,
    io::{self, BufWriter, Write},
};

use geopol::{Imported, Importer};

use crate::{
    arguments::ImportArguments,
    failure::{Failure, Outcome},
    output::Output,
};

pub(crate) fn run(arguments: &ImportArguments) -> Result<Outcome, Failure> {
    let mut importer = Importer::new(arguments.from.into());
    importer.gazetteer(arguments.data.gazetteer()?);
    for file in &arguments.files {
        importer.add_file(file);
    }
    let imported = importer.import()?;
    let mut output = Output::open(arguments.output.as_deref())?;
    output.write(|writer| writer.write_all(imported.toml().as_bytes()))?;
    output.finish()?;
    // whoever does not listen misses them
    let _ = tell(&imported);
    Ok(Outcome::of(!imported.faults().is_empty()))
}

/// Every fault, and how many there are of what.
fn tell(imported: &Imported) -> io::Result<()> {
    let mut writer = BufWriter::new(io::stderr().lock());
    let mut kinds: BTreeMap<_, usize> = BTreeMap::new();
    for fault in imported.faults() {
        writeln!(writer, "{fault}")?;
        *kinds.entry(fault.kind()).or_default() += 1;
    }
    let total = imported.counts().total();
    write!(writer, "geopol: {} new entities, {} names, {} tenures", total.entities, total.names, total.tenures)?;
    let kinds: Vec<String> = kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    if !kinds.is_empty() {
        write!(writer, "; told of: {}", kinds.join(", "))?;
    }
    writeln!(writer)?;
    writer.flush()
}
