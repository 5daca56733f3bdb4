//! What is read, is written, so that it is read as it was.

use crate::{
    gazetteer::source::{Rows, compile, read, read::File},
    import::write::write,
};

fn read_all(texts: &[(String, String)]) -> Vec<File> {
    let mut faults = Vec::new();
    let files = texts.iter().map(|(name, text)| read(name, text, &mut faults)).collect();
    assert!(faults.is_empty(), "{faults:?}");
    files
}

fn rows(texts: &[(String, String)]) -> Rows {
    let (rows, faults) = compile(Rows::default(), read_all(texts));
    assert!(faults.is_empty(), "{faults:?}");
    rows
}

#[test]
fn every_embedded_file_keeps_its_rows() {
    let texts = crate::data_files::toml_files("gazetteers").unwrap();
    assert!(texts.len() > 10);
    let files = read_all(&texts);
    let written: Vec<_> = files.iter().map(|file| (file.name.clone(), write(file))).collect();
    // file by file, so that what one loses another cannot hide
    for ((name, once), file) in written.iter().zip(&files) {
        let again = read_all(&[(name.clone(), once.clone())]);
        assert_eq!(&write(&again[0]), once, "{name}");
        assert_eq!(again[0].entities.len(), file.entities.len(), "{name}");
    }
    assert!(rows(&written) == rows(&texts), "the rows are others");
}

#[test]
fn everything_that_the_format_has_is_written() {
    let text = r#"[file]
title = 'All "of" it'
sources = ["one", "two"]
checked = 2026-11-01

[[role]]
id = "archon"
titles = ["archon", "chief archon"]
relation = "leads"
single = true
scope = "any"

[[post]]
role = "archon"
of = "alliance:LEAGUE"
titles = ["first of the league"]

[[entity]]
id = "country:ARC"
name = "Arcadia"
names = [
  { text = "Arcady", from = 1900, to = "1950-02", flags = ["exact", "context", "person"], cues = ["Tempe"], unless = ["poem"], not_before = ["Tech"], not_after = ["Et in"] },
]
acronyms = ["ARC"]
adjectives = ["Arcadian"]
demonyms = ["Arcadian", "Arcadians"]
combining = ["Arcado"]
capitals = ["Megalopolis"]
successor = "country:ILL"
from = "0370"
to = 1999-12-31
note = "Dissolved"

[[entity]]
id = "country:ILL"
name = "Illyria"

[[entity]]
id = "alliance:LEAGUE"
name = "League"
seats = ["Stoa"]
nominals = ["league"]
members = [
  { who = ["ARC", "ILL"], role = "founder", from = 1950 },
  { who = ["country:ARC"], role = "suspended", from = 1960, to = 1961 },
]

[[entity]]
id = "alliance:LEAGUE-COUNCIL"
name = "Council of the League"
parent = "alliance:LEAGUE"

[[entity]]
id = "institution:guard"
name = "Guard"
actor = "country:ARC"

[[entity]]
id = "leader:ada-stone"
name = "Ada Stone"
surnames = [{ text = "Stone", flags = ["unmistakable"] }]
tenures = [
  { role = "archon", of = "country:ARC", from = 1990-01-02, to = 1995-03-04 },
  { role = "archon", of = "country:ILL", acting = true, contested = true },
]

[[entity]]
id = "country:ILL"
extends = true
names = ["Illyricum"]

[[decoy]]
reason = "newspapers"
flags = ["person"]
names = ["Arcadia Times"]
"#;
    assert_eq!(write(&read_all(&[("all.toml".to_owned(), text.to_owned())])[0]), text);
}

#[test]
fn long_lists_are_broken_into_lines() {
    let names: Vec<String> = (0..30).map(|n| format!("\"Name number {n}\"")).collect();
    let text = format!("[[entity]]\nid = \"group:x\"\nname = \"X\"\nnames = [{}]\n", names.join(", "));
    let written = write(&read_all(&[("x.toml".to_owned(), text)])[0]);
    assert!(written.lines().all(|line| line.len() <= 120), "{written}");
    assert!(written.contains("names = [\n  \"Name number 0\", \"Name number 1\", "), "{written}");
    assert_eq!(rows(&[("x.toml".to_owned(), written)]).names.len(), 31);
}
