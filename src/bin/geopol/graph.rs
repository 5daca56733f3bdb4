//! `geopol graph`: one relation graph of all documents.

use std::{
    io::{self, Write},
    process::{Command, Stdio},
    sync::{Arc, Mutex},
};

use geopol::{
    CytoscapeJson, Dot, Extraction, Extractor, Gexf, GraphHtml, GraphJson, GraphMl, GraphTables, RelationGraph, Svg,
};

use crate::{
    arguments::{Engine, GraphArguments, GraphFormat, Level},
    batch::Batch,
    failure::{Failure, Outcome},
    output::{Output, ending},
};

pub(crate) fn run(arguments: &GraphArguments) -> Result<Outcome, Failure> {
    let format = format(arguments)?;
    let extractor = arguments.input.data.extractor(0.0)?;
    let filter = arguments.filter.filter(|name| entity_id(name, &extractor))?;
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
    let graph = graph.filter(&filter);
    if format == GraphFormat::Svg && arguments.engine == Engine::Dot {
        let picture = graphviz(&dot(&graph, arguments))?;
        output.write(|writer| writer.write_all(&picture))?;
    } else {
        output.write(|writer| write(&graph, format, arguments, writer))?;
    }
    output.finish()?;
    Ok(outcome)
}

fn merged(mut one: RelationGraph, other: RelationGraph) -> RelationGraph {
    one.merge(other);
    one
}

fn write(
    graph: &RelationGraph,
    format: GraphFormat,
    arguments: &GraphArguments,
    writer: &mut dyn Write,
) -> io::Result<()> {
    match format {
        GraphFormat::Dot => write!(writer, "{}", dot(graph, arguments)),
        GraphFormat::Svg => {
            let mut svg = Svg::new(graph);
            if let Some(title) = &arguments.title {
                svg.title(title);
            }
            svg.write(writer)
        }
        GraphFormat::Html => {
            let mut page = GraphHtml::new(graph);
            if let Some(title) = &arguments.title {
                page.title(title);
            }
            page.write(writer)
        }
        GraphFormat::Json => GraphJson::new(graph).offsets(arguments.offsets.into()).write(writer),
        GraphFormat::Cytoscape => CytoscapeJson::new(graph).write(writer),
        GraphFormat::Graphml => GraphMl::new(graph).write(writer),
        GraphFormat::Gexf => Gexf::new(graph).write(writer),
        GraphFormat::Csv => GraphTables::new(graph).write_edges(writer),
        GraphFormat::CsvNodes => GraphTables::new(graph).write_nodes(writer),
        GraphFormat::Text => writeln!(writer, "{graph}"),
    }
}

fn dot(graph: &RelationGraph, arguments: &GraphArguments) -> String {
    let mut dot = Dot::new(graph);
    if let Some(title) = &arguments.title {
        dot.title(title);
    }
    dot.to_string()
}

/// What Graphviz draws of it.
fn graphviz(dot: &str) -> Result<Vec<u8>, Failure> {
    let run = || -> io::Result<_> {
        let mut child = Command::new("dot")
            .arg("-Tsvg")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut stdin = child.stdin.take().expect("it is piped");
        // it reads everything before it writes
        let fed = stdin.write_all(dot.as_bytes());
        drop(stdin);
        let output = child.wait_with_output()?;
        fed.map(|()| output)
    };
    match run() {
        Ok(output) if output.status.success() => Ok(output.stdout),
        Ok(output) => Err(Failure::Usage(format!("dot: {}", String::from_utf8_lossy(&output.stderr).trim()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Failure::Usage(
            "Graphviz is not installed: there is no `dot` to run (--engine built-in needs none)".to_owned(),
        )),
        Err(error) => Err(Failure::Usage(format!("dot: {error}"))),
    }
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
