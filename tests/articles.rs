//! The sample articles as whole documents: everything that is found in them, for review when it changes.

use std::fs;

use geopol::{Date, Document, Extractor};
use serde::Deserialize;

#[derive(Deserialize)]
struct Index {
    article: Vec<Article>,
}

#[derive(Deserialize)]
struct Article {
    file: String,
    date: toml::value::Datetime,
}

#[test]
fn what_is_found_in_the_sample_articles() {
    let index = fs::read_to_string("examples/articles/index.toml").expect("the index");
    let index: Index = toml::from_str(&index).expect("files with dates");
    assert!(index.article.len() >= 6);
    let extractor = Extractor::new();
    for article in &index.article {
        let text = fs::read_to_string(format!("examples/articles/{}", article.file)).expect("the article");
        let date: Date = article.date.to_string().parse().expect("a date");
        let name = article.file.trim_end_matches(".txt");
        let extraction = extractor.extract(Document::new(&text).with_id(name).with_date(date));
        insta::assert_snapshot!(name, extraction.to_string());
    }
}
