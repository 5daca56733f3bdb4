//! `geopol gazetteer`: looks into the gazetteer, checks files, makes them of others.

mod import;
mod list;

use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::PathBuf,
};

use geopol::{Date, Document, EntityId, ErrorKind, Gazetteer, MembershipRole, Name};

use crate::{
    arguments::{DataArguments, GazetteerCommand},
    failure::{Failure, Outcome},
    output::Output,
};

pub(crate) fn run(command: &GazetteerCommand) -> Result<Outcome, Failure> {
    match command {
        GazetteerCommand::Check { files, no_default_gazetteers } => check(files, *no_default_gazetteers),
        GazetteerCommand::List { kind, entities, by_file, format, data } => {
            let of = list::What { kind: *kind, entities: *entities, by_file: *by_file };
            list::run(of, *format, data)
        }
        GazetteerCommand::Import(arguments) => import::run(arguments),
        GazetteerCommand::Lookup { name, date, data } => lookup(&name.join(" "), *date, data),
    }
}

fn check(files: &[PathBuf], alone: bool) -> Result<Outcome, Failure> {
    let mut builder = Gazetteer::builder();
    if alone {
        builder.without_embedded();
    }
    for file in files {
        builder.add_file(file);
    }
    let faults = builder.check();
    let mut output = Output::open(None)?;
    for fault in &faults {
        output.write(|writer| writeln!(writer, "{fault}"))?;
    }
    output.finish()?;
    let taken = |fault: &&geopol::Error| matches!(fault.kind(), ErrorKind::DuplicateId { first: None });
    let taken = faults.iter().filter(taken).count();
    if taken > 0 {
        eprintln!(
            "geopol: {taken} of the ids are in the embedded gazetteer: a block with `extends = true` adds to its entity, \
             and --no-default-gazetteers checks the files without it"
        );
    }
    Ok(Outcome::of(!faults.is_empty()))
}

fn lookup(wanted: &str, date: Option<Date>, data: &DataArguments) -> Result<Outcome, Failure> {
    let extractor = data.extractor(0.0)?;
    let gazetteer = extractor.gazetteer();
    // in any case: who looks a name up does not know how it is written
    let lower = wanted.to_lowercase();
    let meant = |name: &&Name| name.text().to_lowercase() == lower;
    let mut found: BTreeMap<EntityId, Vec<&Name>> = BTreeMap::new();
    for name in gazetteer.names().iter().filter(meant) {
        if let Some(entity) = name.entity() {
            found.entry(entity).or_default().push(name);
        }
    }
    if let Some(entity) = gazetteer.find(wanted) {
        found.entry(entity).or_default();
    }
    let mut output = Output::open(None)?;
    // What the name alone says, without a text around it.
    let alone = extractor.explain_names(Document::new(wanted).with_date(date));
    output.write(|writer| writer.write_all(alone.as_bytes()))?;
    for (entity, names) in &found {
        output.write(|writer| {
            writeln!(writer)?;
            describe(writer, gazetteer, *entity, date)?;
            names.iter().try_for_each(|name| describe_reading(writer, name, date))
        })?;
    }
    output.finish()?;
    if found.is_empty() {
        eprintln!("geopol: no entity has the name or id {wanted:?}");
    }
    Ok(Outcome::of(found.is_empty()))
}

fn describe(writer: &mut dyn Write, gazetteer: &Gazetteer, id: EntityId, date: Option<Date>) -> io::Result<()> {
    let entity = &gazetteer.entity(id).expect("found in this gazetteer");
    writeln!(writer, "{}  {}{}", entity.id(), entity.name(), interval(entity.from(), entity.to()))?;
    if let Some(actor) = gazetteer.actor_of(id, date).filter(|actor| *actor != id) {
        writeln!(writer, "  acts for  {}", name_of(gazetteer, actor))?;
    }
    for name in gazetteer.names_of(id) {
        let kind = format!("{:?}", name.kind()).to_lowercase();
        writeln!(writer, "  {kind}  {}{}", name.text(), interval(name.from(), name.to()))?;
    }
    for tenure in gazetteer.tenures_of(id).iter().filter(|t| date.is_none_or(|date| date.is_within(t.from(), t.to()))) {
        let role = gazetteer.role(tenure.role()).map_or("", |role| role.id());
        let of = name_of(gazetteer, tenure.of());
        writeln!(writer, "  office  {role} of {of}{}", interval(tenure.from(), tenure.to()))?;
    }
    for body in gazetteer.bodies_of(id, date) {
        writeln!(writer, "  member of  {}", name_of(gazetteer, body))?;
    }
    let members: Vec<&str> = gazetteer.members(id, date).map(|member| name_of(gazetteer, member)).collect();
    if !members.is_empty() {
        writeln!(writer, "  members  {}", members.join(", "))?;
    }
    let founders = gazetteer.memberships_of(id).iter().filter(|row| row.role() == MembershipRole::Founder);
    let founders: Vec<&str> = founders.map(|row| name_of(gazetteer, row.member())).collect();
    if !founders.is_empty() {
        writeln!(writer, "  founders  {}", founders.join(", "))?;
    }
    Ok(())
}

/// When the name counts: whether at the date, what must stand around it, and what must not.
fn describe_reading(writer: &mut dyn Write, name: &Name, date: Option<Date>) -> io::Result<()> {
    let holds = date
        .map_or("", |date| if date.is_within(name.from(), name.to()) { ", in use then" } else { ", not in use then" });
    let kind = format!("{:?}", name.kind()).to_lowercase();
    writeln!(writer, "  reads {:?} as {kind}{}{holds}", name.text(), interval(name.from(), name.to()))?;
    for (says, holds) in [
        ("written in this case only", name.is_exact()),
        ("needs a cue, or its entity elsewhere in the document", name.needs_context()),
        ("also a person's name: not next to another name", name.is_also_person()),
        ("a surname that counts alone", name.is_unmistakable()),
    ] {
        if holds {
            writeln!(writer, "    {says}")?;
        }
    }
    for (says, words) in [
        ("for it", name.cues()),
        ("against it", name.unless()),
        ("not before", name.not_before()),
        ("not after", name.not_after()),
    ] {
        if !words.is_empty() {
            writeln!(writer, "    {says}  {}", words.join(", "))?;
        }
    }
    Ok(())
}

fn name_of(gazetteer: &Gazetteer, id: EntityId) -> &str {
    gazetteer.entity(id).map_or("", |entity| entity.name())
}

/// ", 2021-10-04 to 2024-10-01"; the end is the first day after.
fn interval(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (None, None) => String::new(),
        (Some(from), None) => format!(", since {from}"),
        (None, Some(to)) => format!(", before {to}"),
        (Some(from), Some(to)) => format!(", {from} to {to}"),
    }
}
