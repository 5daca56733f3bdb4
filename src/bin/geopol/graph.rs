//! `geopol graph`: one relation graph of all documents.

use std::path::Path;

use geopol::{Dot, Extractor, GraphFilter, GraphJson, RelationGraph};

use crate::{
    arguments::{GraphArguments, GraphFormat, Level},
    batch::extract_all,
    failure::{Failure, Outcome},
    output::Output,
};

pub(crate) fn run(arguments: &GraphArguments) -> Result<Outcome, Failure> {
    let format = format(arguments)?;
    let extractor = arguments.input.data.extractor(0.0)?;
    let filter = filter(arguments, &extractor)?;
    let mut graph = RelationGraph::new();
    let mut output = Output::open(arguments.output.as_deref())?;
    let outcome = extract_all(
        &arguments.input,
        &extractor,
        |extraction| {
            let mut one = RelationGraph::new();
            one.add(&extraction);
            one
        },
        |one| {
            graph.merge(one);
            Ok(())
        },
    )?;
    if arguments.level == Level::Actor {
        graph = graph.by_actor();
    }
    let graph = graph.filter(&filter);
    output.write(|writer| match format {
        GraphFormat::Dot => Dot::new(&graph).write(writer),
        GraphFormat::Json => GraphJson::new(&graph).offsets(arguments.offsets.into()).write(writer),
        GraphFormat::Text => writeln!(writer, "{graph}"),
    })?;
    output.finish()?;
    Ok(outcome)
}

fn format(arguments: &GraphArguments) -> Result<GraphFormat, Failure> {
    if let Some(format) = arguments.format {
        return Ok(format);
    }
    let Some(path) = arguments.output.as_deref().filter(|path| path.as_os_str() != "-") else {
        return Ok(GraphFormat::Dot);
    };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    match ending.as_deref() {
        Some("dot" | "gv") => Ok(GraphFormat::Dot),
        Some("json") => Ok(GraphFormat::Json),
        Some("txt") => Ok(GraphFormat::Text),
        _ => Err(unknown_ending(path)),
    }
}

fn unknown_ending(path: &Path) -> Failure {
    Failure::Usage(format!(
        "{}: the ending tells no format (expected .dot, .json or .txt, or --format)",
        path.display()
    ))
}

fn filter(arguments: &GraphArguments, extractor: &Extractor) -> Result<GraphFilter, Failure> {
    let mut filter = GraphFilter::new();
    filter.min_count(arguments.min_count).min_confidence(arguments.min_confidence);
    filter.since(arguments.since).until(arguments.until);
    for &predicate in &arguments.predicate {
        filter.predicate(predicate);
    }
    for &class in &arguments.class {
        filter.class(class);
    }
    for name in &arguments.entity {
        filter.entity(entity_id(name, extractor)?);
    }
    Ok(filter)
}

/// An id as it is, since documents introduce some of their own; a name as the gazetteer's entity of that canonical name.
fn entity_id(name: &str, extractor: &Extractor) -> Result<String, Failure> {
    if name.contains(':') {
        return Ok(name.to_owned());
    }
    let wanted = name.to_lowercase();
    let named = extractor.gazetteer().entities().iter().filter(|entity| entity.name().to_lowercase() == wanted);
    let ids: Vec<&str> = named.map(|entity| entity.id()).collect();
    match ids.as_slice() {
        [id] => Ok((*id).to_owned()),
        [] => Err(Failure::Usage(format!(
            "no entity has the canonical name {name:?} (`geopol gazetteer lookup {name:?}` searches all names)"
        ))),
        several => Err(Failure::Usage(format!("{name:?} names several entities: {}", several.join(", ")))),
    }
}
