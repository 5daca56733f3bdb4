//! `geopol query`: questions to a saved graph.

mod answer;

use std::{fs::File, io};

use geopol::{RelationGraph, read_graph_json};

use crate::{
    arguments::{Level, QueryArguments},
    failure::{Failure, Outcome},
    output::Output,
};

pub(crate) fn run(arguments: &QueryArguments) -> Result<Outcome, Failure> {
    let mut graph = read(arguments)?;
    if arguments.level == Level::Actor {
        graph = graph.by_actor();
    }
    let filter = arguments.question.filter().filter(|name| entity_id(name, &graph))?;
    let table = answer::answer(&arguments.question, &graph, filter)?;
    let mut output = Output::open(arguments.output.as_deref())?;
    output.write(|writer| table.write(arguments.format, writer))?;
    output.finish()?;
    Ok(Outcome::Done)
}

fn read(arguments: &QueryArguments) -> Result<RelationGraph, Failure> {
    let path = &arguments.graph;
    let fault = |reason: String| Failure::Usage(format!("{}: {reason}", path.display()));
    let graph = if path.as_os_str() == "-" {
        read_graph_json(io::stdin().lock())
    } else {
        read_graph_json(File::open(path).map_err(|error| fault(error.to_string()))?)
    };
    graph.map_err(|error| fault(format!("{error} (expected what `geopol graph --format json` writes)")))
}

/// The id of the graph's entity with this id or name.
fn entity_id(name: &str, graph: &RelationGraph) -> Result<String, Failure> {
    let wanted = name.to_lowercase();
    let named = |node: &&geopol::GraphNode| node.id() == name || node.name().to_lowercase() == wanted;
    let ids: Vec<&str> = graph.nodes().filter(named).map(geopol::GraphNode::id).collect();
    match ids.as_slice() {
        [id] => Ok((*id).to_owned()),
        [] => {
            let near = |node: &geopol::GraphNode| strsim::jaro_winkler(&node.name().to_lowercase(), &wanted);
            let nearest = graph.nodes().max_by(|one, other| near(one).total_cmp(&near(other)));
            let hint = nearest.filter(|node| near(node) > 0.8);
            let hint = hint.map(|node| format!("; did you mean {:?} ({})?", node.name(), node.id()));
            Err(Failure::Usage(format!("the graph has no entity {name:?}{}", hint.unwrap_or_default())))
        }
        several => Err(Failure::Usage(format!("{name:?} names several entities: {}", several.join(", ")))),
    }
}
