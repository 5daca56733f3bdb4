use std::{fs, path::Path};

use geopol::Document;
use serde::Deserialize;
use toml::value::Datetime;

use super::Article;

#[derive(Debug, Deserialize)]
struct Index {
    article: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
struct Entry {
    file: String,
    date: Datetime,
}

/// The sample articles: dense text, in which every second sentence names two.
#[derive(Clone, Debug)]
pub struct Dense(Vec<Article>);

impl Dense {
    pub fn load() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
        let read = |file: &str| fs::read_to_string(folder.join(file)).expect("the articles are part of the sources");
        let index: Index = toml::from_str(&read("index.toml")).expect("it is well formed");
        let articles = index.article.iter().map(|entry| Article {
            text: read(&entry.file),
            date: entry.date.to_string().parse().expect("it is a day"),
        });
        Self(articles.collect())
    }

    /// Each as a document, again and again, up to so many bytes.
    pub fn documents(&self, bytes: usize) -> Vec<Document<'_>> {
        let all = self.0.iter().cycle().map(Article::document);
        let mut length = 0;
        all.take_while(|document| {
            let wanted = length < bytes;
            length += document.text().len();
            wanted
        })
        .collect()
    }
}
