//! Reads a short text and prints who did what to whom: the first example of the README.
//!
//! `cargo run --example first_steps`

use std::error::Error;

use geopol::{Date, Document, Extractor, RelationGraph};

const TEXT: &str = "Russia criticised the AUKUS pact on Wednesday. Kremlin spokesman Dmitry Peskov said that Moscow \
    would discuss the matter with China. Japan has no plans to join the alliance, but Prime Minister Fumio Kishida \
    met US President Joe Biden at the White House.";

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::new();
    let date: Date = "2024-04-10".parse()?; // decides who held which office
    let extraction = extractor.extract(Document::new(TEXT).with_id("news").with_date(date));
    println!("{extraction}");

    // the same as a graph, persons and institutions merged into their states
    let mut graph = RelationGraph::new();
    graph.add(&extraction);
    println!("\nBetween states and alliances:");
    for edge in graph.by_actor().edges() {
        let (source, target) = (edge.source().id(), edge.target().id());
        println!("  {source} {} {target}: {}, {}", edge.predicate(), edge.polarity(), edge.modality());
    }
    Ok(())
}
