//! What is embedded does as the files do from which it was made.

use std::{fs, path::PathBuf};

use geopol::{Date, Document, DocumentRecord, Extractor, OffsetUnit};

/// Texts that ask for names, capitals, headlines, offices, nouns for bodies, and their members.
const TEXTS: [&str; 6] = [
    "Japanese Prime Minister Fumio Kishida said in Tokyo that the U.S. and South Korea had condemned Moscow's attack.",
    "CHINA WARNS US OVER TAIWAN ARMS DEAL\n\nBeijing imposed sanctions on two American firms, the ministry said.",
    "iran warns us navy over hormuz\n",
    "The three nations of AUKUS met in Canberra. The pact's members backed Türkiye’s bid to join the alliance.",
    "Putin and the French president spoke about NATO. The bloc rejected the demands of the Kremlin leader.",
    "The Washington Post reported that Guinea-Bissau left the African Union, which had suspended Niger.",
];

fn read(extractor: &Extractor) -> Vec<String> {
    let dates = [None, Date::from_ymd(2023, 6, 1)];
    let read = |text: &&'static str, date| {
        let extraction = extractor.extract(Document::new(text).with_date(date));
        let record = DocumentRecord::new(&extraction, OffsetUnit::Byte);
        serde_json::to_string_pretty(&record).unwrap() + &extractor.explain(*text)
    };
    TEXTS.iter().flat_map(|text| dates.map(|date| read(text, date))).collect()
}

/// The toml files of a folder in the order of their names.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    files
}

#[test]
fn a_gazetteer_of_the_same_files_finds_the_same() {
    let embedded = read(&Extractor::new());
    let mut builder = Extractor::builder();
    builder.without_default_gazetteer();
    for file in files("gazetteers") {
        builder.gazetteer_file(file);
    }
    assert_eq!(read(&builder.build().unwrap()), embedded);
    let own = "[[entity]]\nid = \"group:nowhere\"\nname = \"Nobody's Band of Nowhere\"";
    let added = Extractor::builder().gazetteer_str("own.toml", own).build().unwrap();
    assert_eq!(read(&added), embedded);
}
