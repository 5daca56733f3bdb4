//! Tests of offices, one phenomenon a group.

mod denoting;
mod introduced;
mod known;

use super::{OfficeScratch, Offices};
use crate::{
    gazetteer::OfficeKind,
    mention::{
        Form, Mentions,
        sample::{WORLD, date, mentions},
    },
};

fn find(text: &str, on: &str) -> Mentions {
    let mut found = mentions(text, date(on));
    Offices::new(&WORLD).find(text, &WORLD, date(on), &mut OfficeScratch::default(), &mut found);
    found
}

/// Offices as "leader:x leads country:Y (title)", an asterisk for one that is not current.
fn offices(text: &str, on: &str) -> Vec<String> {
    let found = find(text, on);
    let id = |id| found.entity(&WORLD, id).id.clone();
    let line = |office: &crate::mention::Office| {
        let verb = if office.kind == OfficeKind::Leads { "leads" } else { "represents" };
        let holder = id(found.mentions[office.holder].entity);
        let holder = holder.strip_prefix("leader:").unwrap();
        let of = id(office.of);
        if let Some(mention) = office.of_mention {
            assert_eq!(found.mentions[mention].entity, office.of, "{text}");
        }
        let of = of.split_once(':').unwrap().1;
        format!("{holder} {verb} {of} ({}){}", office.title.of(text), if office.current { "" } else { " *" })
    };
    found.offices.iter().map(line).collect()
}

/// Mentions of the form as "text = entity".
fn of_form(text: &str, on: &str, form: Form) -> Vec<String> {
    let found = find(text, on);
    let of_form = found.mentions.iter().filter(|mention| mention.form == form);
    let id = |id| found.entity(&WORLD, id).id.split_once(':').unwrap().1.to_owned();
    of_form.map(|mention| format!("{} = {}", mention.span.of(text), id(mention.entity))).collect()
}

/// Texts with their date and what they say.
fn check(cases: &[(&str, &str, &[&str])], what: impl Fn(&str, &str) -> Vec<String>) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, on, expected)| {
            let found = what(text, on);
            (found != *expected).then(|| format!("{text}\n  expected {expected:?}\n  found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
