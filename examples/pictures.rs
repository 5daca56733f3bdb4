//! Draws a graph, its neighbourhoods and its timeline.
//!
//! `cargo run --features svg,html --example pictures -- [FOLDER]`

use std::{env, error::Error, fs::File, path::PathBuf};

use geopol::{Clusters, Date, Document, Dot, Extractor, GraphFilter, GraphHtml, GraphSvg, RelationGraph, TimelineSvg};

const REPORTS: [(&str, &str); 4] = [
    ("2023-08-18", "Joe Biden met Fumio Kishida at Camp David. Japan condemned North Korea."),
    ("2024-04-10", "Fumio Kishida visited the United States. China warned Japan."),
    ("2024-06-19", "Vladimir Putin visited North Korea. South Korea condemned Russia."),
    ("2024-07-08", "Japan and the Philippines signed a defence agreement. China criticised Japan."),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).map_or_else(env::temp_dir, PathBuf::from);
    let extractor = Extractor::new();
    let mut graph = RelationGraph::new();
    for (day, text) in REPORTS {
        let date: Date = day.parse()?;
        graph.add(&extractor.extract(Document::new(text).with_id(day).with_date(date)));
    }
    let graph = graph.by_actor();
    let file = |name: &str| File::create(folder.join(name));

    // the whole graph, as a page, as a picture, and for Graphviz with a frame for each region
    GraphHtml::new(&graph).title("Around Japan").write(file("graph.html")?)?;
    GraphSvg::new(&graph).title("Around Japan").write(file("graph.svg")?)?;
    Dot::new(&graph).clusters(Clusters::by_region(&graph)).write(file("graph.dot")?)?;

    // what Japan does and meets, by date, and what passed between two
    let japan = graph.filter(GraphFilter::new().entity("country:JPN"));
    TimelineSvg::new(&japan).write(file("japan.svg")?)?;
    let dyad = graph.filter(GraphFilter::new().between("country:CHN", "country:JPN"));
    TimelineSvg::new(&dyad).write(file("china-japan.svg")?)?;

    println!("{} nodes and {} edges in {}", graph.node_count(), graph.edge_count(), folder.display());
    Ok(())
}
