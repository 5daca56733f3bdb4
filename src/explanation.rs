//! How a document was read, in words.

use std::fmt::Write as _;

use crate::{extraction::Extraction, mention::RefusedName};

/// Who is named where and how, and who is not although the gazetteer has the name, each with the reason.
pub(crate) fn names(extraction: &Extraction<'_>, refused: &[RefusedName]) -> String {
    let text = extraction.text();
    let mut rows = Vec::new();
    for mention in extraction.mentions() {
        let id = extraction.entity(mention.entity()).id();
        let actor = mention.actor().filter(|&actor| actor != mention.entity());
        let actor = actor.map_or_else(String::new, |actor| format!(" for {}", extraction.entity(actor).id()));
        let place = if mention.is_venue() { ", a place" } else { "" };
        let form = format!("{:?}", mention.form()).to_lowercase();
        rows.push((mention.span(), format!("{id}{actor}, {form}{place}: {}", mention.reason())));
    }
    for name in refused {
        let id = name.entity().map_or("", |entity| extraction.entity(entity).id());
        rows.push((name.span(), format!("not {id}: {}", name.refusal()).replace("not :", "nobody:")));
    }
    rows.sort();
    rows.dedup();
    let mut out = String::new();
    for (span, row) in rows {
        let words: Vec<&str> = span.of(text).split_whitespace().collect();
        writeln!(out, "  {:<24} {row}", words.join(" ")).expect("a string takes all");
    }
    out
}
