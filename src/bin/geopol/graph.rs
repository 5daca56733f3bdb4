//! `geopol graph`: one relation graph of all documents.

use std::sync::{Arc, Mutex};

use geopol::{Extraction, Extractor, RelationGraph};

use crate::{
    arguments::{GraphArguments, GraphFormat, Level},
    batch::Batch,
    failure::{Failure, Outcome},
    names::hint,
    output::{Output, ending},
    picture::Picture,
};

pub(crate) fn run(arguments: &GraphArguments) -> Result<Outcome, Failure> {
    let picture = Picture { format: format(arguments)?, look: &arguments.picture, offsets: arguments.offsets.into() };
    let extractor = arguments.input.data.extractor(0.0)?;
    let filter = arguments.filter.filter(|name| entity_id(name, &extractor))?;
    picture.check(extractor.gazetteer())?;
    let mut output = Output::open(arguments.output.as_deref())?;
    // as many as there are threads: each document goes into one that nobody else is at
    let graphs = Arc::new(Mutex::new(Vec::new()));
    let free = graphs.clone();
    let add = move |extraction: Extraction<'_>| {
        let graphs = || free.lock().expect("nobody panics while he holds it");
        let mut graph: RelationGraph = graphs().pop().unwrap_or_default();
        graph.add(&extraction);
        graphs().push(graph);
    };
    let outcome = Batch::new(&arguments.input, arguments.output.as_deref()).extract_all(&extractor, add, Ok)?;
    let graphs = std::mem::take(&mut *graphs.lock().expect("nobody panics while he holds it"));
    let mut graph = graphs.into_iter().reduce(merged).unwrap_or_default();
    if arguments.level == Level::Actor {
        graph = graph.by_actor();
    }
    picture.write(&graph.filter(&filter), extractor.gazetteer(), &mut output)?;
    output.finish()?;
    Ok(outcome)
}

fn merged(mut one: RelationGraph, other: RelationGraph) -> RelationGraph {
    one.merge(other);
    one
}

fn format(arguments: &GraphArguments) -> Result<GraphFormat, Failure> {
    if let Some(format) = arguments.format {
        return Ok(format);
    }
    let Some(ending) = ending(arguments.output.as_deref()) else { return Ok(GraphFormat::Dot) };
    GraphFormat::of_ending(&ending).ok_or_else(|| {
        let path = arguments.output.as_deref().unwrap_or_else(|| "-".as_ref()).display();
        Failure::Usage(format!(
            "{path}: the ending tells no format (expected .dot, .svg, .html, .json, .cyjs, .graphml, .gexf, .csv or .txt, or \
             --format)"
        ))
    })
}

/// An id as it is, since documents introduce some of their own; a name as the gazetteer's entity of that canonical name.
fn entity_id(name: &str, extractor: &Extractor) -> Result<String, Failure> {
    if name.contains(':') {
        return Ok(name.to_owned());
    }
    let wanted = name.to_lowercase();
    let all = || extractor.gazetteer().entities().iter();
    let ids: Vec<&str> =
        all().filter(|entity| entity.name().to_lowercase() == wanted).map(|entity| entity.id()).collect();
    match ids.as_slice() {
        [id] => Ok((*id).to_owned()),
        [] => {
            let near = hint(name, all().map(|entity| (entity.name(), entity.id())));
            Err(Failure::Usage(format!(
                "no entity has the canonical name {name:?}{near} (`geopol gazetteer lookup {name:?}` searches all names)"
            )))
        }
        several => Err(Failure::Usage(format!("{name:?} names several entities: {}", several.join(", ")))),
    }
}
