//! Adds a rule of one's own, and runs the tests that its file carries.
//!
//! `cargo run --example custom_pattern`

use std::error::Error;

use geopol::Extractor;

/// Usually a file: `Extractor::builder().pattern_file("mine.toml")`. The format is described in `patterns/README.md`.
const MINE: &str = r#"
[file]
family = "snub"
about = "Snubs: refusals without a word"

[[rule]]
id = "snub.ghost"
predicate = "rejects"
verbs = ["ghost"]

[[test]]
text = "Hungary was ghosted by Poland."
expect = ["country:POL rejects country:HUN"]

[[test]]
text = "Poland did not ghost Hungary."
expect = ["country:POL rejects country:HUN negated"]
"#;

fn main() -> Result<(), Box<dyn Error>> {
    // a rule without tests is a guess: the file's are run with the embedded rules around them
    let report = geopol::test_pattern_str("mine.toml", MINE)?;
    for failure in &report.failures {
        print!("{failure}");
    }
    println!("{} passed, {} failed", report.passed, report.failures.len());

    let extractor = Extractor::builder().pattern_str("mine.toml", MINE).build()?;
    let extraction = extractor.extract("France ghosted Italy at the summit.");
    for relation in extraction.relations() {
        let (source, target) = (extraction.source(relation), extraction.target(relation));
        println!("{} {} {} by {}", source.name(), relation.predicate(), target.name(), extraction.rule(relation));
    }
    Ok(())
}
