use criterion::{BatchSize, Criterion};
use geopol::{Document, Extraction, Extractor, GraphFilter, RelationGraph};

use super::{counted, group};

pub fn all(criterion: &mut Criterion, kind: &str, on: &Extractor, documents: &[Document<'_>]) {
    let extractions: Vec<_> = documents.iter().map(|&document| on.extract(document)).collect();
    let graph = of(&extractions);
    let mut graphs = group(criterion, &format!("{kind}/graph"), documents);
    counted(&mut graphs, "add", || of(&extractions).edge_count());
    counted(&mut graphs, "by_actor", || graph.by_actor().edge_count());
    counted(&mut graphs, "filter", || graph.filter(GraphFilter::new().min_confidence(0.7)).edge_count());
    let halves = extractions.split_at(extractions.len() / 2);
    let halves = (of(halves.0), of(halves.1));
    let merged = |(mut one, other): (RelationGraph, RelationGraph)| {
        one.merge(other);
        one.edge_count()
    };
    assert_eq!(merged(halves.clone()), graph.edge_count());
    graphs.bench_function("merge", |bencher| bencher.iter_batched(|| halves.clone(), merged, BatchSize::LargeInput));
    graphs.finish();
}

/// One graph of all.
pub fn of(extractions: &[Extraction<'_>]) -> RelationGraph {
    let mut graph = RelationGraph::new();
    extractions.iter().for_each(|extraction| graph.add(extraction));
    graph
}
