//! One graph of many documents, read on all cores.
//!
//! `cargo run --release --features rayon --example corpus -- [PATH]...`: folders of `.txt` files, and `.jsonl` files
//! with a document `{"id": ..., "text": ..., "date": ...}` a line; without any, the sample articles.

use std::{
    env,
    error::Error,
    fs::{self, File},
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
};

use geopol::{Extraction, Extractor, OwnedDocument, RelationGraph};

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles");

/// A document, or why there is none.
type Read = Result<OwnedDocument, String>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        paths.push(SAMPLES.into());
    }
    // documents are read when their turn comes: an archive may be larger than memory
    let documents = paths.iter().flat_map(|path| documents(path).unwrap_or_else(|error| one_fault(path, &error)));

    // on any thread: a text's graph owns what it needs of the text
    let graph_of = |extraction: Extraction<'_>| {
        let mut graph = RelationGraph::new();
        graph.add(&extraction);
        graph
    };
    let (mut graph, mut bytes) = (RelationGraph::new(), 0);
    for result in Extractor::new().extract_all(documents, graph_of).on_progress(|progress| bytes = progress.bytes) {
        match result {
            Ok(one) => graph.merge(one),
            // the others go on
            Err(fault) => eprintln!("{fault}"),
        }
    }

    println!("{} entities in {bytes} bytes", graph.node_count());
    for edge in graph.by_actor().edges().filter(|edge| edge.count() > 1) {
        println!("  {} {} {}: {} times", edge.source(), edge.predicate(), edge.target(), edge.count());
    }
    Ok(())
}

/// The documents of a folder or a file of lines.
fn documents(path: &Path) -> io::Result<Box<dyn Iterator<Item = Read>>> {
    if path.is_dir() {
        let mut files = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
        files.sort();
        return Ok(Box::new(files.into_iter().map(|file| text(&file))));
    }
    let name = path.display().to_string();
    let lines = BufReader::new(File::open(path)?).lines().enumerate();
    Ok(Box::new(lines.map(move |(n, line)| {
        line.map_err(|error| error.to_string())
            .and_then(|line| record(&line))
            .map_err(|error| format!("{name}:{}: {error}", n + 1))
    })))
}

fn text(file: &Path) -> Read {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(OwnedDocument::new(text).with_id(file.file_stem().unwrap_or_default().to_string_lossy()))
}

fn record(line: &str) -> Read {
    let record: serde_json::Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let member = |name: &str| record[name].as_str();
    let date = member("date").map(str::parse).transpose().map_err(|error: geopol::DateError| error.to_string())?;
    let text = member("text").ok_or("no text")?;
    Ok(OwnedDocument::new(text).with_id(member("id").unwrap_or_default()).with_date(date))
}

fn one_fault(path: &Path, error: &io::Error) -> Box<dyn Iterator<Item = Read>> {
    Box::new(std::iter::once(Err(format!("{}: {error}", path.display()))))
}
