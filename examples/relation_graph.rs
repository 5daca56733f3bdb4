//! Prints who did what to whom in an article.
//!
//! `cargo run --example relation_graph -- [FILE [DATE]]`; without a file, a sample article.

use std::{env, error::Error, fs};

use geopol::{Date, Document, Extractor, RelationGraph};

const SAMPLE: &str = include_str!("articles/aukus-pillar-two.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (text, id, date) = match arguments.next() {
        Some(path) => (fs::read_to_string(&path)?, path, arguments.next()),
        None => (SAMPLE.to_owned(), "aukus-pillar-two".to_owned(), Some("2024-09-19".to_owned())),
    };
    // the date decides who held which office
    let date: Option<Date> = date.map(|date| date.parse()).transpose()?;

    // building an extractor takes longer than reading an article: build one, and keep it
    let extractor = Extractor::new();
    let extraction = extractor.extract(Document::new(&text).with_id(&*id).with_date(date));

    let mut graph = RelationGraph::new();
    graph.add(&extraction);
    println!("{graph}");

    // the same between states: what a minister says, his state says
    let states = graph.by_actor();
    println!("\nBetween states and alliances:");
    for edge in states.edges() {
        let (source, predicate, target) = (edge.source(), edge.predicate(), edge.target());
        println!("  {source} {predicate} {target}: {}, {}, {:.2}", edge.polarity(), edge.modality(), edge.confidence());
    }
    Ok(())
}
