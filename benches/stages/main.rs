//! What each stage takes, by criterion: `cargo bench --features cli --bench stages`; without the features, less is exported.
//!
//! Rates are in bytes of the documents' text, for graphs and exports too. What each finds is asserted once.

#[path = "../news/mod.rs"]
mod news;

mod exports;
mod graphs;
mod reading;

use std::time::Duration;

use criterion::{BenchmarkGroup, Criterion, Throughput, measurement::WallTime};
use geopol::{Document, Extractor};
use news::{Article, Dense, News};

/// Bytes of each kind of text.
const SIZE: usize = 200_000;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    let extractor = Extractor::new();
    let (articles, dense) = (News::new(extractor.gazetteer(), 3).articles(SIZE), Dense::load());
    let ordinary: Vec<Document<'_>> = articles.iter().map(Article::document).collect();
    let dense = dense.documents(SIZE);
    reading::start(&mut criterion);
    for (kind, documents) in [("ordinary", &ordinary), ("dense", &dense)] {
        reading::stages(&mut criterion, kind, &extractor, documents);
        graphs::all(&mut criterion, kind, &extractor, documents);
    }
    exports::all(&mut criterion, &extractor, &dense);
    criterion.final_summary();
}

/// Benchmarks of one stage, over so many bytes.
fn group<'c>(criterion: &'c mut Criterion, stage: &str, documents: &[Document<'_>]) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(stage);
    let bytes: usize = documents.iter().map(|document| document.text().len()).sum();
    group.throughput(Throughput::Bytes(bytes.try_into().expect("64 bits hold every length")));
    group
}

/// Benchmarks what counts something, and asserts that there is something to count and always the same.
fn counted(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, mut count: impl FnMut() -> usize) {
    let found = count();
    assert!(found > 0, "{name} finds nothing");
    assert_eq!(count(), found, "{name} finds another number");
    group.bench_function(name, |bencher| bencher.iter(&mut count));
}
