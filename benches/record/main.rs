//! One stage, once, over a small text: for `benches/record/run`, which counts its instructions.
//!
//! `record STAGE`, or `record` alone, which names the stages and runs each.

#[path = "../news/mod.rs"]
mod news;

use std::{env, hint::black_box};

use geopol::{Document, Extractor, RelationGraph, Sentences};
use news::{Article, Dense, News};

/// Bytes of each text.
const SIZE: usize = 150_000;

const STAGES: &[&str] = &[
    "start",
    "sentences-ordinary",
    "names-ordinary",
    "names-dense",
    "names-capitals",
    "names-small",
    "mentions-ordinary",
    "mentions-dense",
    "relations-ordinary",
    "relations-dense",
    "graph-dense",
];

fn main() {
    let asked = env::args().skip(1).find(|argument| !argument.starts_with("--"));
    match asked {
        Some(stage) => run(&stage),
        None => STAGES.iter().for_each(|stage| run(stage)),
    }
}

/// Prints the stage, the bytes of its text and the number of what was found.
fn run(stage: &str) {
    if stage == "start" {
        return println!("{stage}\t1\t{}", measured(|| Extractor::new().gazetteer().names().len()));
    }
    let (stage_of, kind) = stage.split_once('-').expect("a stage of a kind of text");
    let on = Extractor::new();
    let dense = Dense::load();
    let in_case = |change: fn(&str) -> String| {
        let mut articles = News::new(on.gazetteer(), 5).articles(SIZE);
        articles.iter_mut().for_each(|article| article.text = change(&article.text));
        articles
    };
    let articles = match kind {
        "capitals" => in_case(str::to_uppercase),
        "small" => in_case(str::to_lowercase),
        _ => in_case(str::to_owned),
    };
    let documents: Vec<Document<'_>> =
        if kind == "dense" { dense.documents(SIZE) } else { articles.iter().map(Article::document).collect() };
    let over = |count: &dyn Fn(Document<'_>) -> usize| {
        let all = || documents.iter().map(|&document| count(document)).sum::<usize>();
        // What is made when a text first asks for it is not counted.
        all();
        measured(all)
    };
    let found = match stage_of {
        "sentences" => over(&|document| Sentences::new(document.text()).count()),
        "names" => over(&|document| on.names(document.text()).len()),
        "mentions" => over(&|document| on.mentions(document).mentions().len()),
        "relations" => over(&|document| on.extract(document).relations().len()),
        "graph" => {
            let extractions: Vec<_> = documents.iter().map(|&document| on.extract(document)).collect();
            measured(|| {
                let mut graph = RelationGraph::new();
                extractions.iter().for_each(|extraction| graph.add(extraction));
                graph.edge_count()
            })
        }
        _ => panic!("no stage named {stage}"),
    };
    assert!(found > 0, "{stage} found nothing");
    println!("{stage}\t{}\t{found}", documents.iter().map(|document| document.text().len()).sum::<usize>());
}

/// What callgrind counts: it is told this function's name.
#[inline(never)]
fn measured(work: impl Fn() -> usize) -> usize {
    black_box(work())
}
