//! Adds names of one's own to the embedded gazetteer.
//!
//! `cargo run --example custom_gazetteer`

use std::error::Error;

use geopol::{Document, Extractor};

/// Usually a file: `Extractor::builder().gazetteer_file("mine.toml")`. The format is described in `gazetteers/README.md`.
const MINE: &str = r#"
[file]
title = "States of a novel"
sources = ["the novel"]

[[entity]]
id = "alliance:NORTHERN-LEAGUE"
name = "Northern League of Ports"
acronyms = ["NLP"]
nominals = ["league"]
members = [{ who = ["NOR", "ISL"], from = 2031 }]

# a new head of a state that is embedded
[[entity]]
id = "leader:astrid-example"
name = "Astrid Example"
surnames = ["Example"]
tenures = [{ role = "prime-minister", of = "country:NOR", from = 2031-05-01 }]
"#;

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::builder().gazetteer_str("mine.toml", MINE).build()?;

    let text = "Russia condemned the Northern League of Ports. Astrid Example denounced Russia in turn.";
    let date: geopol::Date = "2031-06-01".parse()?;
    let extraction = extractor.extract(Document::new(text).with_date(date));

    for (id, entity) in extraction.entities() {
        let actor = extraction.actor(id).map_or("nobody", |actor| extraction.entity(actor).name());
        println!("{} acts for {actor}", entity.id());
    }
    for relation in extraction.relations() {
        let (source, target) = (extraction.source(relation), extraction.target(relation));
        println!("{} {} {}", source.name(), relation.predicate(), target.name());
    }
    Ok(())
}
