//! The answers.

use geopol::{GraphEdge, GraphPath, Polarity, RelationGraph, Tally};
use serde_json::{Value, json};

use crate::{
    arguments::{ActorOrder, Question},
    failure::Failure,
    table::Table,
};

/// The answer of the part of a graph that the question is about.
pub(super) fn answer(
    question: &Question,
    graph: &RelationGraph,
    id: impl Fn(&str) -> Result<String, Failure>,
) -> Result<Table, Failure> {
    Ok(match question {
        Question::Edges { .. } | Question::Ego { .. } => edges(graph),
        Question::Paths { from, to, steps, limit, .. } => paths(&graph.paths(&id(from)?, &id(to)?, *steps, *limit)),
        Question::Actors { by, .. } => actors(graph, *by),
        Question::Dyads { .. } => dyads(graph),
        Question::Blocs { .. } => blocs(graph),
        Question::Timeline { .. } => timeline(graph),
        Question::Series { by, .. } => series(graph, (*by).into()),
        Question::Changes { before, after, .. } => changes(graph, *before, *after),
        Question::Contradictions { .. } => contradictions(graph),
    })
}

fn predicate(edge: &GraphEdge) -> String {
    format!("{}{}", if edge.polarity() == Polarity::Negated { "not " } else { "" }, edge.predicate())
}

/// Text on one line, without what would steer a terminal or turn the words around it.
fn line(text: &str) -> Value {
    let hidden = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words = text.split_whitespace().map(|word| word.replace(hidden, ""));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").into()
}

/// To two digits, which is more than is known.
fn rounded(number: f64) -> Value {
    json!((number * 100.0).round() / 100.0)
}

fn mean(tally: &Tally) -> Value {
    tally.goldstein_mean().map_or(Value::Null, rounded)
}

fn edges(graph: &RelationGraph) -> Table {
    let mut table = Table::new(&["source", "predicate", "target", "modality", "count", "first", "last", "confidence"]);
    let mut edges: Vec<&GraphEdge> = graph.edges().collect();
    edges.sort_by_key(|edge| std::cmp::Reverse(edge.count()));
    for edge in edges {
        table.row([
            line(edge.source().name()),
            predicate(edge).into(),
            line(edge.target().name()),
            edge.modality().as_str().into(),
            edge.count().into(),
            json!(edge.first_date()),
            json!(edge.last_date()),
            rounded(f64::from(edge.confidence())),
        ]);
    }
    table
}

fn paths(paths: &[GraphPath<'_>]) -> Table {
    let mut table = Table::new(&["steps", "path"]);
    for path in paths {
        let mut way = path.nodes()[0].name().to_owned();
        for (pair, edges) in path.nodes().windows(2).zip(path.steps()) {
            let (forth, back): (Vec<&GraphEdge>, Vec<&GraphEdge>) =
                edges.into_iter().partition(|edge| edge.source().id() == pair[0].id());
            let told = |edges: Vec<&GraphEdge>, left: &str, right: &str| {
                let names: Vec<String> = edges.into_iter().map(predicate).collect();
                if names.is_empty() { String::new() } else { format!(" {left}{}{right}", names.join(", ")) }
            };
            way += &told(forth, "—", "→");
            way += &told(back, "←", "—");
            way += &format!(" {}", pair[1].name());
        }
        table.row([path.len().into(), line(&way)]);
    }
    table
}

fn actors(graph: &RelationGraph, by: ActorOrder) -> Table {
    let mut activity = graph.activity();
    if by == ActorOrder::Received {
        activity.sort_by_key(|actor| std::cmp::Reverse(actor.received().count()));
    }
    let mut table = Table::new(&[
        "name",
        "done",
        "cooperation",
        "conflict",
        "goldstein",
        "received",
        "of_cooperation",
        "of_conflict",
        "of_goldstein",
        "id",
    ]);
    for actor in activity.iter().filter(|actor| actor.done().count() + actor.received().count() > 0) {
        let (done, received) = (actor.done(), actor.received());
        table.row([
            line(actor.node().name()),
            done.count().into(),
            done.cooperation().into(),
            done.conflict().into(),
            mean(done),
            received.count().into(),
            received.cooperation().into(),
            received.conflict().into(),
            mean(received),
            line(actor.node().id()),
        ]);
    }
    table
}

fn dyads(graph: &RelationGraph) -> Table {
    let mut table =
        Table::new(&["one", "other", "forth", "back", "mutual", "reciprocity", "cooperation", "conflict", "goldstein"]);
    for dyad in graph.dyads() {
        let total = dyad.total();
        table.row([
            line(dyad.one().name()),
            line(dyad.other().name()),
            dyad.forth().count().into(),
            dyad.back().count().into(),
            dyad.mutual().count().into(),
            dyad.reciprocity().map_or(Value::Null, rounded),
            total.cooperation().into(),
            total.conflict().into(),
            mean(&total),
        ]);
    }
    table
}

fn blocs(graph: &RelationGraph) -> Table {
    let blocs = graph.blocs();
    let mut table = Table::new(&["what", "goldstein", "who"]);
    let names =
        |nodes: &[&geopol::GraphNode]| line(&nodes.iter().map(|node| node.name()).collect::<Vec<_>>().join(", "));
    for (n, members) in blocs.members().iter().enumerate() {
        table.row([format!("bloc {}", n + 1).into(), Value::Null, names(members)]);
    }
    for (one, other, weight) in blocs.misfits() {
        let what = if *weight < 0.0 { "foes within" } else { "friends across" };
        table.row([what.into(), rounded(*weight), names(&[one, other])]);
    }
    for corners in blocs.unbalanced() {
        table.row(["unbalanced".into(), Value::Null, names(corners)]);
    }
    table.row([
        "balanced triangles".into(),
        Value::Null,
        format!("{} of {}", blocs.balanced(), blocs.balanced() + blocs.unbalanced().len()).into(),
    ]);
    table
}

fn timeline(graph: &RelationGraph) -> Table {
    let mut table = Table::new(&["date", "source", "predicate", "target", "modality", "document", "sentence"]);
    for entry in graph.timeline() {
        let (edge, evidence) = (entry.edge(), entry.evidence());
        table.row([
            json!(entry.date()),
            line(edge.source().name()),
            predicate(edge).into(),
            line(edge.target().name()),
            evidence.modality().as_str().into(),
            evidence.document().map_or(Value::Null, line),
            line(evidence.sentence()),
        ]);
    }
    table
}

fn series(graph: &RelationGraph, step: geopol::Step) -> Table {
    let mut table = Table::new(&["date", "count", "cooperation", "conflict", "goldstein"]);
    for (date, tally) in graph.series(step) {
        table.row([
            json!(date),
            tally.count().into(),
            tally.cooperation().into(),
            tally.conflict().into(),
            mean(&tally),
        ]);
    }
    table
}

fn changes(graph: &RelationGraph, before: (geopol::Date, geopol::Date), after: (geopol::Date, geopol::Date)) -> Table {
    let mut table = Table::new(&[
        "one",
        "other",
        "reports_before",
        "goldstein_before",
        "reports_after",
        "goldstein_after",
        "shift",
    ]);
    for change in graph.changes(before, after) {
        table.row([
            line(change.one().name()),
            line(change.other().name()),
            change.before().count().into(),
            mean(change.before()),
            change.after().count().into(),
            mean(change.after()),
            rounded(change.shift()),
        ]);
    }
    table
}

fn contradictions(graph: &RelationGraph) -> Table {
    let mut table =
        Table::new(&["source", "predicate", "target", "affirmed", "denied", "sentence_affirmed", "sentence_denied"]);
    for (affirmed, denied) in graph.contradictions() {
        let sentence = |edge: &GraphEdge| edge.reports().next().map_or(Value::Null, |report| line(report.sentence()));
        table.row([
            line(affirmed.source().name()),
            affirmed.predicate().as_str().into(),
            line(affirmed.target().name()),
            affirmed.count().into(),
            denied.count().into(),
            sentence(affirmed),
            sentence(denied),
        ]);
    }
    table
}
