//! Fits the confidence of relations to annotated texts.
//!
//! ```text
//! cargo run --release --example calibrate                      the table of `patterns/confidence.toml` as it is
//! cargo run --release --example calibrate -- --write           counts and fits anew, and writes the file
//! cargo run --release --example calibrate -- FILE ...          the table of other texts, in the form of tests/cases
//! ```
//!
//! Rules are counted and signals are weighed on the texts that were looked at while rules were written: the passages and
//! the challenge. There rules are right more often than elsewhere, so the level of all is then moved to where the held-out
//! texts, which nobody looked at, have as many right as the confidences promise.

mod fit;
mod judged;

use std::{collections::BTreeMap, error::Error, fmt::Write as _, fs};

use fit::{Logistic, Row};
use geopol::Extractor;
use judged::{Judged, Text};

const READ: [&str; 2] = ["tests/cases/passages", "tests/cases/challenge"];
const HELD_OUT: [&str; 1] = ["tests/cases/held-out"];
const FILE: &str = "patterns/confidence.toml";

/// With how many cases a rule's own weight counts against those that were counted.
const PRIOR: f32 = 8.0;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--write") {
        write_file()?;
        println!("{FILE} is written; build again for its table");
        return Ok(());
    }
    let extractor = Extractor::new();
    if arguments.is_empty() {
        print_table("texts that rules were written with", &judged(&extractor, &READ)?);
        print_table("held-out texts", &judged(&extractor, &HELD_OUT)?);
    } else {
        let paths: Vec<&str> = arguments.iter().map(String::as_str).collect();
        print_table("these texts", &judged(&extractor, &paths)?);
    }
    Ok(())
}

fn judged(extractor: &Extractor, paths: &[&str]) -> Result<Judged, Box<dyn Error>> {
    let mut all = Judged::default();
    for text in Text::read_all(paths)? {
        all.add(&text, extractor)?;
    }
    Ok(all)
}

/// Of the relations of each tenth of confidence, how many are right; and what a least confidence would give.
fn print_table(title: &str, judged: &Judged) {
    println!("{title}: {} relations found, {} of {} found", judged.relations.len(), judged.found(0.0), judged.wanted);
    println!("  confidence   relations  mean   right     at least  precision  recall  F1");
    for tenth in (0_u8..10).rev() {
        let least = f32::from(tenth) / 10.0;
        let bin: Vec<_> = judged.relations.iter().filter(|r| (r.confidence * 10.0).floor() as u8 == tenth).collect();
        let right = bin.iter().filter(|r| r.right).count();
        let mean = bin.iter().map(|r| r.confidence).sum::<f32>() / bin.len().max(1) as f32;
        let kept: Vec<_> = judged.relations.iter().filter(|r| r.confidence >= least).collect();
        let precision = ratio(kept.iter().filter(|r| r.right).count(), kept.len());
        let recall = ratio(judged.found(least), judged.wanted);
        let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        println!(
            "  {least:.1} to {:.1}   {:>9}  {mean:.2}   {:.2}      {least:.1}       {precision:.2}       {recall:.2}    {f1:.3}",
            least + 0.1,
            bin.len(),
            ratio(right, bin.len()),
        );
    }
}

fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

fn write_file() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::new();
    let authors = judged::weights_of_rules("patterns/relations")?;
    let (read, held_out) = (judged(&extractor, &READ)?, judged(&extractor, &HELD_OUT)?);
    let mut counts: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for relation in &read.relations {
        let (right, given) = counts.entry(&relation.rule).or_default();
        *right += u32::from(relation.right);
        *given += 1;
    }
    // how reliable the rule looks without the relation itself
    let row = |relation: &judged::Relation, own: bool| {
        let (mut right, mut given) = counts.get(relation.rule.as_str()).copied().unwrap_or_default();
        if own {
            right -= u32::from(relation.right);
            given -= 1;
        }
        let reliability = (right as f32 + PRIOR * authors[&relation.rule]) / (given as f32 + PRIOR);
        Row::new(&relation.signals, reliability, relation.right)
    };
    let mut model = Logistic::fit(&read.relations.iter().map(|r| row(r, true)).collect::<Vec<_>>());
    model.move_level(&held_out.relations.iter().map(|r| row(r, false)).collect::<Vec<_>>());
    let mut file = String::new();
    writeln!(file, "# How sure a relation is. Written by `cargo run --release --example calibrate -- --write`.")?;
    writeln!(
        file,
        "# What the signals are, `Signals` in the library's documentation says; how they are fitted, DESIGN.md.\n"
    )?;
    writeln!(file, "level = {:.3}", model.level)?;
    writeln!(file, "office = {:.2}", read.offices.share())?;
    writeln!(file, "prior = {PRIOR:.1}\n\n[weights]")?;
    for (name, weight) in &model.weights {
        writeln!(file, "{name} = {weight:.3}")?;
    }
    writeln!(file, "\n# How many of a rule's relations were right, of how many.\n[rules]")?;
    for (rule, (right, given)) in counts {
        writeln!(file, "\"{rule}\" = [{right}, {given}]")?;
    }
    fs::write(FILE, file)?;
    Ok(())
}
