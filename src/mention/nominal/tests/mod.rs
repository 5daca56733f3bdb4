//! Tests of coreference by nouns, one phenomenon a group.

mod bodies;
mod sets;
mod states;

use super::{NominalScratch, Nominals};
use crate::{
    mention::{
        Form,
        sample::{WORLD, date, mentions},
    },
    text::Span,
};

/// The sentences of these texts: they end with a stop and a blank, or with the line.
fn sentences(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['.', '\n']) {
        let end = at + 1;
        if mark == "\n" || text[end..].is_empty() || text[end..].starts_with(' ') {
            sentences.push(Span::new(start, end));
            start = end;
        }
    }
    if start < text.len() {
        sentences.push(Span::new(start, text.len()));
    }
    sentences
}

/// The noun groups taken up, as "text = entities".
fn nominals(text: &str, on: &str) -> Vec<String> {
    let mut found = mentions(text, date(on));
    Nominals::new(&WORLD).resolve(text, &WORLD, date(on), &mut NominalScratch::default(), &mut found, &sentences(text));
    assert!(found.mentions.is_sorted_by_key(|mention| mention.span.start));
    let mut lines: Vec<(Span, String)> = Vec::new();
    for mention in found.mentions.iter().filter(|mention| mention.form == Form::Nominal) {
        let id = WORLD.entity(mention.entity).unwrap().id().split_once(':').unwrap().1;
        match lines.last_mut() {
            Some((span, line)) if *span == mention.span => *line += &format!(" {id}"),
            _ => lines.push((mention.span, format!("{} = {id}", mention.span.of(text)))),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Undated texts and what they take up.
#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    let wrong = cases.iter().filter_map(|(text, expected)| {
        let found = nominals(text, "");
        (found != *expected).then(|| format!("{text}\n  expected {expected:?}\n  found    {found:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
