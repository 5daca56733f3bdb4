use criterion::Criterion;
use geopol::{Document, Dot, Extraction, Extractor, RelationGraph};

use super::{counted, graphs, group};

/// Each exporter, of one graph of all documents or of each document.
pub fn all(criterion: &mut Criterion, on: &Extractor, documents: &[Document<'_>]) {
    let extractions: Vec<_> = documents.iter().map(|&document| on.extract(document)).collect();
    let graph = graphs::of(&extractions);
    let mut exports = group(criterion, "export", documents);
    for (name, export) in GRAPHS {
        counted(&mut exports, name, || export(&graph));
    }
    for (name, export) in EXTRACTIONS {
        counted(&mut exports, name, || extractions.iter().map(export).sum());
    }
    exports.finish();
}

/// What is written of a graph: its length.
type OfGraph = (&'static str, fn(&RelationGraph) -> usize);

/// What is written of a document.
type OfDocument = (&'static str, fn(&Extraction<'_>) -> usize);

const GRAPHS: &[OfGraph] = &[
    ("text", |graph| graph.to_string().len()),
    ("dot", |graph| Dot::new(graph).to_string().len()),
    #[cfg(feature = "json")]
    ("json", |graph| length(|out| geopol::GraphJson::new(graph).write(out))),
    #[cfg(feature = "json")]
    ("cytoscape", |graph| length(|out| geopol::CytoscapeJson::new(graph).write(out))),
    #[cfg(feature = "xml")]
    ("graphml", |graph| length(|out| geopol::GraphMl::new(graph).write(out))),
    #[cfg(feature = "xml")]
    ("gexf", |graph| length(|out| geopol::Gexf::new(graph).write(out))),
    #[cfg(feature = "csv")]
    ("csv", |graph| {
        let tables = geopol::GraphTables::new(graph);
        length(|out| tables.write_nodes(&mut *out).and_then(|()| tables.write_edges(out)))
    }),
    #[cfg(feature = "svg")]
    ("svg", |graph| length(|out| geopol::GraphSvg::new(&strongest(graph)).write(out))),
    #[cfg(feature = "html")]
    ("html", |graph| length(|out| geopol::GraphHtml::new(graph).write(out))),
];

const EXTRACTIONS: &[OfDocument] = &[
    ("document text", |extraction| extraction.to_string().len()),
    #[cfg(feature = "json")]
    ("document json", |extraction| {
        let record = geopol::DocumentRecord::new(extraction, geopol::OffsetUnit::Byte);
        length(|out| serde_json::to_writer(out, &record).map_err(Into::into))
    }),
    #[cfg(feature = "json")]
    ("document plover", |extraction| length(|out| geopol::Events::new(extraction).write_plover(out))),
    #[cfg(feature = "csv")]
    ("document csv", |extraction| length(|out| geopol::Events::new(extraction).write_csv(out))),
    #[cfg(feature = "html")]
    ("document html", |extraction| geopol::DocumentHtml::new(extraction).page().len()),
];

/// A picture is for few edges.
#[cfg(feature = "svg")]
fn strongest(graph: &RelationGraph) -> RelationGraph {
    graph.filter(geopol::GraphFilter::new().min_confidence(0.9))
}

#[cfg(any(feature = "json", feature = "xml", feature = "csv", feature = "svg", feature = "html"))]
fn length(write: impl Fn(&mut Vec<u8>) -> std::io::Result<()>) -> usize {
    let mut written = Vec::new();
    write(&mut written).expect("memory takes everything");
    written.len()
}
