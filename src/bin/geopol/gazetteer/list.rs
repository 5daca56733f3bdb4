//! `geopol gazetteer list`: how much there is of what, or what there is.

use std::io::{self, Write};

use geopol::{EntityKind, Gazetteer, GazetteerCounts, KindCounts};
use serde_json::{Value, json};

use crate::{
    arguments::{DataArguments, ListFormat},
    failure::{Failure, Outcome},
    output::Output,
};

pub(crate) struct What {
    pub(crate) kind: Option<EntityKind>,
    pub(crate) entities: bool,
    pub(crate) by_file: bool,
}

pub(crate) fn run(what: What, format: ListFormat, data: &DataArguments) -> Result<Outcome, Failure> {
    let gazetteer = data.gazetteer()?;
    let mut output = Output::open(None)?;
    output.write(|writer| match (what.entities || what.kind.is_some(), format) {
        (true, ListFormat::Text) => {
            entities(&gazetteer, what.kind).try_for_each(|(id, name)| writeln!(writer, "{id}\t{name}"))
        }
        (true, ListFormat::Json) => {
            let rows: Vec<Value> =
                entities(&gazetteer, what.kind).map(|(id, name)| json!({ "id": id, "name": name })).collect();
            writeln!(writer, "{:#}", Value::from(rows))
        }
        (false, ListFormat::Text) => text(writer, &gazetteer, what.by_file),
        (false, ListFormat::Json) => writeln!(writer, "{:#}", json(&gazetteer, what.by_file)),
    })?;
    output.finish()?;
    Ok(Outcome::Done)
}

fn entities(gazetteer: &Gazetteer, kind: Option<EntityKind>) -> impl Iterator<Item = (&str, &str)> {
    let wanted = gazetteer.entities().iter().filter(move |entity| kind.is_none_or(|kind| entity.kind() == kind));
    wanted.map(|entity| (entity.id(), entity.name()))
}

fn text(writer: &mut dyn Write, gazetteer: &Gazetteer, by_file: bool) -> io::Result<()> {
    table(writer, &gazetteer.counts())?;
    for file in gazetteer.files().iter().filter(|_| by_file) {
        writeln!(writer, "\n{}{}", file.name(), file.title().map_or(String::new(), |title| format!(": {title}")))?;
        table(writer, file.counts())?;
    }
    Ok(())
}

fn table(writer: &mut dyn Write, counts: &GazetteerCounts) -> io::Result<()> {
    let mut row = |what: &str, cells: [&str; 5]| {
        let [entities, names, tenures, memberships, posts] = cells;
        writeln!(writer, "{what:<12}{entities:>10}{names:>9}{tenures:>9}{memberships:>13}{posts:>7}")
    };
    row("kind", ["entities", "names", "tenures", "memberships", "posts"])?;
    for kind in EntityKind::ALL {
        let of = counts.of(kind);
        if of != KindCounts::default() {
            row(kind.as_str(), cells(of).each_ref().map(String::as_str))?;
        }
    }
    row("all", cells(counts.total()).each_ref().map(String::as_str))?;
    for (what, count) in [("decoys", counts.decoys()), ("roles", counts.roles())] {
        if count > 0 {
            let names = if what == "decoys" { count.to_string() } else { String::new() };
            let entities = if what == "roles" { count.to_string() } else { String::new() };
            row(what, [&entities, &names, "", "", ""])?;
        }
    }
    Ok(())
}

fn cells(of: KindCounts) -> [String; 5] {
    let shown = |count: u32| if count == 0 { String::new() } else { count.to_string() };
    [of.entities, of.names, of.tenures, of.memberships, of.posts].map(shown)
}

fn json(gazetteer: &Gazetteer, by_file: bool) -> Value {
    let mut all = counts(&gazetteer.counts());
    if by_file {
        let files = gazetteer.files().iter().map(|file| {
            let mut one = counts(file.counts());
            one["file"] = file.name().into();
            one["title"] = file.title().into();
            one
        });
        all["files"] = files.collect();
    }
    all
}

fn counts(counts: &GazetteerCounts) -> Value {
    let row = |of: KindCounts| {
        let KindCounts { entities, names, tenures, memberships, posts } = of;
        json!({ "entities": entities, "names": names, "tenures": tenures, "memberships": memberships, "posts": posts })
    };
    let kinds = EntityKind::ALL.into_iter().map(|kind| (kind.to_string(), row(counts.of(kind))));
    let kinds: serde_json::Map<String, Value> = kinds.collect();
    json!({ "kinds": kinds, "all": row(counts.total()), "decoys": counts.decoys(), "roles": counts.roles() })
}
