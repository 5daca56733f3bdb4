//! Writes a graph for Graphviz, and as JSON for NetworkX and D3.
//!
//! `cargo run --example export_dot > aukus.dot`, then `dot -Tsvg aukus.dot > aukus.svg`.

use std::{error::Error, io};

use geopol::{Document, Dot, Extractor, GraphFilter, GraphJson, RelationGraph};

fn main() -> Result<(), Box<dyn Error>> {
    let articles = [
        ("a-1", "China condemned AUKUS on Tuesday. Japan may join AUKUS, Australia said."),
        ("a-2", "AUKUS was condemned by Beijing again. Japan and Australia met in Tokyo."),
    ];
    let extractor = Extractor::new();
    let mut graph = RelationGraph::new();
    for (id, text) in articles {
        graph.add(&extractor.extract(Document::new(text).with_id(id)));
    }

    // only what is likely to be right
    let graph = graph.filter(GraphFilter::new().min_confidence(0.5));
    Dot::new(&graph).title("AUKUS and its neighbours").write(io::stdout())?;

    let mut json = Vec::new();
    GraphJson::new(&graph).write(&mut json)?;
    eprintln!("as JSON: {} bytes", json.len());
    Ok(())
}
