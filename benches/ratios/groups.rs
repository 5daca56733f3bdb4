//! What is measured beside what.

use std::{
    iter,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use aho_corasick::AhoCorasick;
use geopol::{Document, Extraction, Extractor, RelationGraph, Sentences};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    bare::Bare,
    table::{Group, Row},
};

const BARE: &[&str] = &["x R", "x DFA"];

/// Documents in pieces of so many, which are timed one by one.
#[derive(Clone, Debug)]
pub struct Pieces<'a>(Vec<&'a [Document<'a>]>);

impl<'a> Pieces<'a> {
    pub fn new(documents: &'a [Document<'a>], of: usize) -> Self {
        Self(documents.chunks(of).collect())
    }

    /// A row that runs over the documents and counts something in each.
    fn row(&self, name: &'a str, count: impl Fn(Document<'a>) -> usize + 'a) -> Row<'a> {
        let pieces = self.0.clone();
        Row::new(name, self.bytes(), move |piece| pieces[piece].iter().map(|&document| count(document)).sum())
    }

    fn bytes(&self) -> Vec<usize> {
        self.0.iter().map(|piece| piece.iter().map(|document| document.text().len()).sum()).collect()
    }

    fn scan(&self, name: &'a str, automaton: &'a AhoCorasick) -> Row<'a> {
        self.row(name, |document| automaton.find_iter(document.text()).count())
    }

    fn bare(&self, bare: &'a Bare) -> Vec<Row<'a>> {
        vec![self.scan("aho-corasick, R", &bare.plain), self.scan("aho-corasick, DFA kind", &bare.dfa)]
    }
}

/// Names alone.
pub fn names<'a>(heading: &'a str, on: &'a Extractor, bare: &'a Bare, pieces: &Pieces<'a>, goal: f64) -> Group<'a> {
    let mut rows = pieces.bare(bare);
    rows.push(pieces.row("geopol, names", |document| on.names(document.text()).len()).goal(goal));
    Group { heading, yardsticks: BARE, rows }
}

/// Names of a gazetteer for which there is R alone.
pub fn own_names<'a>(heading: &'a str, on: &'a Extractor, plain: &'a AhoCorasick, pieces: &Pieces<'a>) -> Group<'a> {
    let names = pieces.row("geopol, names", |document| on.names(document.text()).len()).goal(1.0);
    Group { heading, yardsticks: &["x R"], rows: vec![pieces.scan("aho-corasick, R", plain), names] }
}

/// Names where case says nothing.
pub fn folded<'a>(heading: &'a str, on: &'a Extractor, bare: &'a Bare, pieces: &Pieces<'a>, goal: f64) -> Group<'a> {
    let mut group = names(heading, on, bare, pieces, goal);
    group.rows.insert(2, pieces.scan("aho-corasick, R in any case", &bare.any_case));
    group
}

/// The whole way from text to relations, parts of it, and what follows.
pub fn extraction<'a>(
    heading: &'a str,
    on: &'a Extractor,
    bare: &'a Bare,
    pieces: &Pieces<'a>,
    goal: f64,
) -> Group<'a> {
    let mut rows = pieces.bare(bare);
    rows.push(pieces.row("geopol, mentions", |document| on.mentions(document).mentions().len()));
    rows.push(
        pieces.row("geopol, mentions and relations", |document| on.extract(document).relations().len()).goal(goal),
    );
    let extracted = |piece: &&'a [Document<'a>]| piece.iter().map(|&document| on.extract(document)).collect();
    let extractions: Vec<Vec<Extraction<'a>>> = pieces.0.iter().map(extracted).collect();
    let mut graph = RelationGraph::new();
    rows.push(Row::new("geopol, a graph of extractions", pieces.bytes(), move |piece| {
        if piece == 0 {
            graph = RelationGraph::new();
        }
        extractions[piece].iter().for_each(|extraction| graph.add(extraction));
        graph.edge_count()
    }));
    Group { heading, yardsticks: BARE, rows }
}

pub fn sentences<'a>(heading: &'a str, pieces: &Pieces<'a>, goal: f64) -> Group<'a> {
    let rows = vec![
        pieces.row("unicode_sentences", |document| document.text().unicode_sentences().count()),
        pieces.row("geopol, sentences", |document| Sentences::new(document.text()).count()).goal(goal),
    ];
    Group { heading, yardsticks: &["x first"], rows }
}

/// Clones of one extractor at work beside each other.
pub fn threads<'a>(heading: &'a str, on: &'a Extractor, documents: &'a [Document<'a>], goal: f64) -> Group<'a> {
    let bytes = || vec![documents.iter().map(|document| document.text().len()).sum()];
    let rows = vec![
        Row::new("one thread", bytes(), move |_| relations(on, documents, 1)).with_threads(),
        Row::new("two threads", bytes(), move |_| relations(on, documents, 2)).with_threads().goal(goal),
    ];
    Group { heading, yardsticks: &["x first"], rows }
}

/// The number of relations; each thread takes the next document that no other has.
fn relations(on: &Extractor, documents: &[Document<'_>], threads: usize) -> usize {
    let next = AtomicUsize::new(0);
    let work = || {
        let taken = iter::from_fn(|| documents.get(next.fetch_add(1, Ordering::Relaxed)));
        taken.map(|&document| on.extract(document).relations().len()).sum::<usize>()
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().expect("extraction does not panic")).sum()
    })
}
