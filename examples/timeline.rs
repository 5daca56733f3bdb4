//! Orders what several dated documents say by date, at the level of states.
//!
//! `cargo run --example timeline`

use std::error::Error;

use geopol::{Date, Document, Extractor, GraphFilter, RelationGraph};

const DOCUMENTS: [(&str, &str); 4] = [
    ("2024-04-10", "Moscow condemned AUKUS on Wednesday."),
    ("2021-09-16", "China condemned AUKUS, and France denounced Australia."),
    ("2023-03-14", "Beijing criticized AUKUS again. China met Russia."),
    ("2024-09-19", "China condemned AUKUS once more."),
];

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::new();
    let mut graph = RelationGraph::new();
    for (day, text) in DOCUMENTS {
        let date: Date = day.parse()?;
        graph.add(&extractor.extract(Document::new(text).with_id(day).with_date(date)));
    }
    let graph = graph.by_actor();

    // every report on its day
    for entry in graph.timeline() {
        let (edge, date) = (entry.edge(), entry.date().map_or_else(String::new, |date| date.to_string()));
        println!("{date}  {} {} {}", edge.source(), edge.predicate(), edge.target());
    }

    // and edges over their time
    let since: Date = "2023".parse()?;
    println!("\nsince {since}:");
    for edge in graph.filter(GraphFilter::new().entity("alliance:AUKUS").since(since)).edges() {
        if let (Some(first), Some(last)) = (edge.first_date(), edge.last_date()) {
            let (source, predicate, target) = (edge.source(), edge.predicate(), edge.target());
            println!("  {source} {predicate} {target}: {} times, {first} to {last}", edge.count());
        }
    }
    Ok(())
}
