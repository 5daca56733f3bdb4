//! `geopol query`: questions to a saved graph.

mod answer;

use std::{fs::File, io};

use geopol::{Gazetteer, GraphFilter, GraphNode, OffsetUnit, RelationGraph, TimelineSvg, read_graph_json};

use crate::{
    arguments::{AnswerFormat, Level, PictureArguments, QueryArguments, Question},
    failure::{Failure, Outcome},
    names::hint,
    output::{Output, ending},
    picture::Picture,
};

pub(crate) fn run(arguments: &QueryArguments) -> Result<Outcome, Failure> {
    let format = format(arguments)?;
    let mut graph = read(arguments)?;
    if arguments.level == Level::Actor {
        graph = graph.by_actor();
    }
    let question = &arguments.question;
    let filter = question.filter().filter(|name| entity_id(name, &graph))?;
    let kept = kept(question, &graph, filter)?;
    let open = || Output::open(arguments.output.as_deref());
    let output = match (question, format.of_graph()) {
        (_, None) => {
            let table = answer::answer(question, &kept, |name| entity_id(name, &graph))?;
            let mut output = open()?;
            output.write(|writer| table.write(format, writer))?;
            output
        }
        (Question::Timeline { title, .. }, Some(_)) => {
            let mut picture = TimelineSvg::new(&kept);
            if let Some(title) = title {
                picture.title(title);
            }
            let mut output = open()?;
            output.write(|writer| picture.write(writer))?;
            output
        }
        (Question::Edges { picture, .. } | Question::Ego { picture, .. }, Some(format)) => {
            let picture: &PictureArguments = picture;
            let picture = Picture { format, look: picture, offsets: OffsetUnit::Byte };
            let gazetteer = Gazetteer::embedded();
            picture.check(&gazetteer)?;
            let mut output = open()?;
            picture.write(&kept, &gazetteer, &mut output)?;
            output
        }
        _ => unreachable!("the format was found to fit"),
    };
    output.finish()?;
    Ok(Outcome::Done)
}

/// The format, if the question's answer has it.
fn format(arguments: &QueryArguments) -> Result<AnswerFormat, Failure> {
    let told = ending(arguments.output.as_deref());
    let format = match (arguments.format, &told) {
        (Some(format), _) => format,
        (None, None) => AnswerFormat::Text,
        (None, Some(ending)) => AnswerFormat::of_ending(ending).ok_or_else(|| {
            let path = arguments.output.as_deref().unwrap_or_else(|| "-".as_ref()).display();
            Failure::Usage(format!("{path}: the ending tells no format (expected .txt, .csv or .jsonl, or --format)"))
        })?,
    };
    match (&arguments.question, format) {
        (_, AnswerFormat::Text | AnswerFormat::Jsonl | AnswerFormat::Csv)
        | (Question::Edges { .. } | Question::Ego { .. }, _)
        | (Question::Timeline { .. }, AnswerFormat::Svg) => Ok(format),
        (Question::Timeline { .. }, _) => {
            Err(Failure::Usage("a timeline is written as text, jsonl, csv or svg".to_owned()))
        }
        _ => Err(Failure::Usage(
            "the answer is a table: text, jsonl or csv (`edges` and `ego` are graphs too, `timeline` has an svg)"
                .to_owned(),
        )),
    }
}

/// What of the graph the question is about.
fn kept(question: &Question, graph: &RelationGraph, mut filter: GraphFilter) -> Result<RelationGraph, Failure> {
    let id = |name: &str| entity_id(name, graph);
    Ok(match question {
        Question::Ego { who, hops, .. } => graph.filter(&filter).ego(&id(who)?, *hops),
        Question::Timeline { who: Some(one), with: Some(other), .. } => {
            graph.filter(filter.between(id(one)?, id(other)?))
        }
        Question::Timeline { who: Some(who), .. } => {
            let who = id(who)?;
            // with `--entity`, of both
            let own = graph.filter(GraphFilter::new().entity(who));
            own.filter(&filter)
        }
        _ => graph.filter(&filter),
    })
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
    let named = |node: &&GraphNode| node.id() == name || node.name().to_lowercase() == wanted;
    let ids: Vec<&str> = graph.nodes().filter(named).map(GraphNode::id).collect();
    match ids.as_slice() {
        [id] => Ok((*id).to_owned()),
        [] => {
            let near = hint(name, graph.nodes().map(|node| (node.name(), node.id())));
            Err(Failure::Usage(format!("the graph has no entity {name:?}{near}")))
        }
        several => Err(Failure::Usage(format!("{name:?} names several entities: {}", several.join(", ")))),
    }
}
