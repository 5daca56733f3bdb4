//! What the tests of this module share: a small world, and its mentions in a line.

use std::sync::{Arc, OnceLock};

use super::{MentionFinder, Scratch, model::Form};
use crate::{
    gazetteer::{Gazetteer, Name, NameKind},
    text::Date,
};

/// A world of few entities, in which names clash as they do in the real one.
pub(super) fn world() -> Arc<Gazetteer> {
    static WORLD: OnceLock<Arc<Gazetteer>> = OnceLock::new();
    let build = || {
        let world =
            Gazetteer::builder().without_embedded().add_str("world.toml", include_str!("tests/world.toml")).build();
        Arc::new(world.unwrap())
    };
    WORLD.get_or_init(build).clone()
}

pub(super) fn finder() -> &'static MentionFinder {
    static FINDER: OnceLock<MentionFinder> = OnceLock::new();
    FINDER.get_or_init(|| MentionFinder::new(world()).unwrap())
}

/// A name of which nothing more is said.
pub(super) fn name(kind: NameKind, text: &str) -> Name {
    Name {
        text: text.to_owned().into(),
        entity: None,
        kind,
        exact: false,
        needs_context: false,
        also_person: false,
        unmistakable: false,
        conditions: None,
    }
}

/// The mentions of a text as "text=id", followed by a sign for the form where it is no name.
pub(super) fn mentions(text: &str, date: Option<&str>) -> Vec<String> {
    let date = date.map(|date| date.parse::<Date>().unwrap());
    let found = finder().by_name(text, date, &mut Scratch::default());
    let world = world();
    let show = |mention: &super::Mention| {
        let sign = match mention.form {
            Form::Name => "",
            Form::Demonym => "/d",
            Form::Capital => "/c",
            Form::Acronym => "/a",
            Form::Surname => "/s",
            Form::Title | Form::Nominal => "/?",
        };
        let id = world.entity(mention.entity).unwrap().id().rsplit(':').next().unwrap().to_owned();
        let venue = if mention.venue { "@" } else { "" };
        format!("{}={id}{sign}{venue}", mention.span.of(text))
    };
    found.mentions.iter().map(show).collect()
}

/// Asserts the mentions of an undated text, joined by blanks and bars.
#[track_caller]
pub(super) fn check(text: &str, expected: &str) {
    assert_eq!(mentions(text, None).join(" | "), expected, "{text}");
}

/// The same for a dated text.
#[track_caller]
pub(super) fn check_dated(date: &str, text: &str, expected: &str) {
    assert_eq!(mentions(text, Some(date)).join(" | "), expected, "{date}: {text}");
}
