//! Many documents, one after another or on several threads.

use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    thread,
    time::Duration,
};

use geopol::{Extraction, Extractor, OwnedDocument, RelationGraph};

/// Documents with their numbers as ids; each seventh cannot be read.
fn documents(count: usize) -> impl Iterator<Item = Result<OwnedDocument, String>> {
    (0..count).map(|n| {
        if n % 7 == 3 {
            return Err(format!("fault {n}"));
        }
        // of different lengths, so that threads overtake each other
        let text = "Japan met China. ".repeat(1 + n * 31 % 17);
        Ok(OwnedDocument::new(text).with_id(n.to_string()))
    })
}

fn id(extraction: &Extraction<'_>) -> String {
    extraction.document().id().unwrap_or_default().to_owned()
}

#[test]
fn results_and_errors_keep_the_order_of_documents() {
    let extractor = Extractor::new();
    let one = |document: &OwnedDocument| {
        let found = extractor.extract(document);
        (id(&found), found.relations().len())
    };
    let expected: Vec<Result<(String, usize), String>> = documents(200).map(|read| read.map(|d| one(&d))).collect();
    assert_eq!(expected.iter().filter(|result| result.is_err()).count(), 29);
    for threads in [0, 1, 2, 7] {
        for look_ahead in [1, 5, 1000] {
            let results = extractor
                .extract_all(documents(200), |found| (id(&found), found.relations().len()))
                .threads(threads)
                .look_ahead(look_ahead);
            assert_eq!(results.size_hint(), (200, Some(200)));
            assert_eq!(results.collect::<Vec<_>>(), expected, "{threads} threads, {look_ahead} ahead");
        }
    }
}

#[test]
fn no_document_is_no_result() {
    let mut results = Extractor::new().extract_all(documents(0), |found| id(&found)).threads(2);
    assert_eq!((results.next(), results.next()), (None, None));
}

/// How many documents at most were read and not taken.
fn most_ahead(threads: usize, look_ahead: Option<usize>, text: &str) -> usize {
    let (read, taken, most) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let count = if text.len() > 1 { 25 } else { 300 };
    let documents = (0..count).map(|_| {
        read.set(read.get() + 1);
        most.set(most.get().max(read.get() - taken.get()));
        Ok::<_, String>(text.to_owned())
    });
    let extractor = Extractor::new();
    let mut results = extractor.extract_all(documents, |_| ()).threads(threads);
    if let Some(documents) = look_ahead {
        results = results.look_ahead(documents);
    }
    assert_eq!(read.get(), 0, "nothing is read before a result is asked for");
    for result in results {
        result.unwrap();
        taken.set(taken.get() + 1);
        if taken.get() == 20 {
            // time to read on for whoever would
            thread::sleep(Duration::from_millis(20));
        }
    }
    assert_eq!((read.get(), taken.get()), (count, count));
    most.get()
}

#[test]
fn only_so_many_documents_are_read_ahead() {
    let parallel = |ahead| if cfg!(feature = "rayon") { ahead } else { 1 };
    assert_eq!(most_ahead(1, None, "x"), 1);
    assert_eq!(most_ahead(1, Some(50), "x"), 1);
    assert_eq!(most_ahead(2, Some(5), "x"), parallel(5));
    assert_eq!(most_ahead(2, None, "x"), parallel(128));
    assert_eq!(most_ahead(3, Some(0), "x"), 1);
    // 512 KiB for two threads
    let long = " ".repeat(200 << 10);
    assert_eq!(most_ahead(2, Some(100), &long), parallel(3));
    assert_eq!(most_ahead(2, None, &" ".repeat(600 << 10)), 1);
}

#[test]
fn who_takes_no_more_stops_the_work() {
    let begun = Arc::new(AtomicUsize::new(0));
    let counter = begun.clone();
    let mut results = Extractor::new()
        .extract_all(documents(100_000), move |found| {
            counter.fetch_add(1, SeqCst);
            id(&found)
        })
        .threads(3)
        .look_ahead(40);
    assert_eq!(results.next(), Some(Ok("0".to_owned())));
    assert_eq!(results.next(), Some(Ok("1".to_owned())));
    drop(results);
    let count = begun.load(SeqCst);
    assert!((2..=41).contains(&count), "{count}");
    assert_eq!(Arc::strong_count(&begun), 1, "nobody holds the work any more");
    thread::sleep(Duration::from_millis(50));
    assert_eq!(begun.load(SeqCst), count);
}

#[test]
fn a_panic_comes_out_in_its_place() {
    for threads in [1, 3] {
        let work = |found: Extraction<'_>| {
            assert_ne!(id(&found), "4", "no fours");
            id(&found)
        };
        let mut results = Extractor::new().extract_all(documents(300), work).threads(threads);
        for n in ["0", "1", "2"] {
            assert_eq!(results.next(), Some(Ok(n.to_owned())));
        }
        assert_eq!(results.next(), Some(Err("fault 3".to_owned())));
        let panic = catch_unwind(AssertUnwindSafe(|| results.next())).unwrap_err();
        assert!(panic.downcast::<String>().unwrap().contains("no fours"));
        assert_eq!(results.next(), Some(Ok("5".to_owned())));
        assert_eq!(results.count(), 294);
    }
}

#[test]
fn progress_counts_documents_texts_and_errors() {
    for threads in [1, 2] {
        let mut told = Vec::new();
        let results = Extractor::new().extract_all(documents(20), |_| ()).threads(threads);
        assert_eq!(results.on_progress(|progress| told.push(progress)).count(), 20);
        let bytes: usize = documents(20).flatten().map(|document| geopol::Document::from(&document).text().len()).sum();
        assert_eq!(told.len(), 20);
        assert_eq!((told[3].documents, told[3].errors), (3, 1));
        assert_eq!((told[19].documents, told[19].errors, told[19].bytes), (17, 3, bytes as u64));
    }
}

#[test]
fn graphs_of_any_threads_are_the_same() {
    let graph = |threads| {
        let mut graph = RelationGraph::new();
        let one = |found: Extraction<'_>| {
            let mut graph = RelationGraph::new();
            graph.add(&found);
            graph
        };
        Extractor::new().extract_all(documents(60), one).threads(threads).flatten().for_each(|one| graph.merge(one));
        graph.to_string()
    };
    assert!(graph(1).contains("Japan —meets— China") || graph(1).contains("China —meets— Japan"), "{}", graph(1));
    assert_eq!(graph(1), graph(4));
}

/// Threads of a pool that wait for documents must not wait for themselves.
#[cfg(feature = "rayon")]
#[test]
fn a_pool_can_wait_for_its_own_work() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let extractor = Extractor::new();
    let count = || extractor.extract_all(documents(100), |found| id(&found)).flatten().count();
    assert_eq!(pool.install(|| rayon::join(count, count)), (86, 86));
    assert_eq!(
        pool.install(|| rayon::join(|| rayon::join(count, count), || rayon::join(count, count))),
        ((86, 86), (86, 86))
    );
}
