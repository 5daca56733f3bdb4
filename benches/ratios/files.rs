use std::{fs, io, path::Path};

use geopol::{Date, Extractor};

use super::{bare::Bare, news::Article};

/// For others who want to read the same: each document in a file, and the names one to a line.
pub fn write(folder: &Path, extractor: &Extractor, articles: &[Article]) -> io::Result<()> {
    let texts = folder.join("texts");
    if texts.exists() {
        fs::remove_dir_all(&texts)?;
    }
    fs::create_dir_all(&texts)?;
    for (number, article) in articles.iter().enumerate() {
        fs::write(texts.join(format!("{number:05}.txt")), &article.text)?;
    }
    let names: Vec<&str> = Bare::names(extractor).into_iter().collect();
    fs::write(folder.join("names.txt"), names.join("\n"))
}

/// The files of a folder, all of the one date that the made news have.
pub fn read(folder: &Path) -> io::Result<Vec<Article>> {
    let date = Date::from_ymd(2024, 5, 14).expect("there is such a day");
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    paths.iter().map(|path| Ok(Article { text: fs::read_to_string(path)?, date })).collect()
}

/// Puts the report where the README has its last one.
pub fn write_readme(report: &str) -> io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path)?;
    let (before, rest) = readme.split_once("<!-- ratios -->\n").expect("the README has a place for it");
    let (_, after) = rest.split_once("<!-- /ratios -->").expect("the place has an end");
    fs::write(path, format!("{before}<!-- ratios -->\n```text\n{report}```\n<!-- /ratios -->{after}"))
}
