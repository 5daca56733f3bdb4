//! How fast geopol is beside the bare automaton over the same names and texts, as a table: `cargo bench --bench ratios`.
//!
//! `-- --readme` writes the table into the README; `-- --quick` takes little text and few rounds, for the sake of what is asserted; `-- --megabytes N` takes so much text;
//! `-- --quickest` takes the quickest rounds instead of medians, for machines with other work;
//! `-- --texts FOLDER` reads the files of a folder, a document each, instead of made news;
//! `-- --gazetteer FILE --texts FOLDER` measures how a gazetteer of one's own is loaded and its names are found, and nothing else;
//! `-- --write FOLDER` measures nothing, but writes texts and names into files.

#[path = "../news/mod.rs"]
mod news;

mod bare;
mod child;
mod clock;
mod files;
mod groups;
mod own;
mod profile;
mod table;

use std::{env, path::Path};

use bare::Bare;
use geopol::{Document, Extractor};
use groups::Pieces;
use news::{Article, Dense, News};
use profile::Profile;
use table::{Rounds, Table};

/// How much is done.
#[derive(Clone, Copy, Debug)]
struct Size {
    /// Bytes of text for what is fast; the rest takes a part of them.
    bytes: usize,
    rounds: usize,
    of_rounds: Rounds,
}

impl Size {
    fn of_arguments() -> Self {
        let megabytes =
            value_of("--megabytes").map(|number| number.parse::<usize>().expect("--megabytes takes a number"));
        let quick = env::args().any(|argument| argument == "--quick");
        let bytes = megabytes.unwrap_or(if quick { 1 } else { 8 }) * 1_000_000;
        let quickest = env::args().any(|argument| argument == "--quickest");
        let of_rounds = if quickest { Rounds::Quickest } else { Rounds::Median };
        Self { bytes, rounds: if quick { 3 } else { 11 }, of_rounds }
    }
}

/// What follows an argument of this name.
fn value_of(name: &str) -> Option<String> {
    env::args().skip_while(|argument| argument != name).nth(1)
}

fn main() {
    if child::answered() {
        return;
    }
    let size = Size::of_arguments();
    let own = value_of("--texts").map(|folder| files::read(Path::new(&folder)).expect("the folder can be read"));
    if let Some(gazetteer) = value_of("--gazetteer") {
        let own = own.expect("--gazetteer needs --texts");
        return print!("{}", own::report(Path::new(&gazetteer), &of(&own), size.rounds, size.of_rounds));
    }
    let extractor = Extractor::new();
    let is_made = own.is_none();
    let articles = own.unwrap_or_else(|| News::new(extractor.gazetteer(), 1).articles(size.bytes));
    if let Some(folder) = value_of("--write") {
        return files::write(Path::new(&folder), &extractor, &articles).expect("the folder can be written to");
    }
    let some = articles.len() / 8;
    let profile = Profile::of(&extractor, &articles[..some]);
    if is_made {
        profile.assert_like_news();
    }
    let in_case = |change: fn(&str) -> String| -> Vec<Article> {
        articles[..2 * some].iter().map(|article| Article { text: change(&article.text), ..*article }).collect()
    };
    let (upper, lower) = (in_case(str::to_uppercase), in_case(str::to_lowercase));
    let dense = Dense::load();

    let (ordinary, upper, lower) = (of(&articles), of(&upper), of(&lower));
    let (dense, few_dense) = (dense.documents(size.bytes / 4), dense.documents(size.bytes / 8));
    let bare = Bare::new(&extractor);

    // Pieces of a millisecond or less.
    let (many, few) = (20, 1);
    let on = &extractor;
    let groups = vec![
        groups::names("names in ordinary news", on, &bare, &Pieces::new(&ordinary, many), 2.5),
        groups::names("names in dense text", on, &bare, &Pieces::new(&dense, many), 2.5),
        groups::folded("names in all capitals", on, &bare, &Pieces::new(&upper, many), 1.0),
        groups::folded("names in small letters", on, &bare, &Pieces::new(&lower, many), 1.0),
        groups::extraction("ordinary news", on, &bare, &Pieces::new(&ordinary[..some], few), 1.0),
        groups::extraction("dense text", on, &bare, &Pieces::new(&few_dense, few), 0.5),
        groups::sentences("sentences of ordinary news", &Pieces::new(&ordinary[..2 * some], few), 10.0),
        groups::threads("relations of ordinary news", on, &ordinary[..some], 1.8),
    ];
    let mut table = Table::new(groups, size.of_rounds);
    table.measure(size.rounds);

    let report = format!(
        "geopol {}, {} names; {}\n{}: {profile}\n{} rounds, the processor's time, {}; R is the scan by aho-corasick for the \
         same names in the same text\n\n{table}\nheap of aho-corasick: {}\n{}",
        env!("CARGO_PKG_VERSION"),
        bare.len(),
        table::machine(),
        if is_made { "made news" } else { "texts" },
        size.rounds,
        size.of_rounds,
        bare.memory(),
        child::report(size.rounds, size.of_rounds)
    );
    print!("{report}");
    if env::args().any(|argument| argument == "--readme") {
        files::write_readme(&report).expect("the README can be written");
    }
}

fn of(articles: &[Article]) -> Vec<Document<'_>> {
    articles.iter().map(Article::document).collect()
}
