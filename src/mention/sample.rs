//! A small world for tests, and the plainest way to find its names in a text.

use std::sync::LazyLock;

use super::{Form, Mention, Mentions};
use crate::{
    gazetteer::{Gazetteer, NameKind},
    text::{Date, Span},
};

pub(super) static WORLD: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut builder = Gazetteer::builder();
    builder.without_embedded().add_str("roles.toml", include_str!("../../gazetteers/roles.toml"));
    builder.add_str("sample.toml", include_str!("sample.toml")).build().unwrap()
});

pub(super) fn date(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

/// Every name at its place, longest first; a surname only after its bearer's full name.
pub(super) fn mentions(text: &str, date: Option<Date>) -> Mentions {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let named = |entity| mentions.iter().any(|mention: &Mention| mention.entity == entity);
        let longest = WORLD.names().iter().filter_map(|name| {
            let entity = name.entity?;
            let form = match name.kind {
                NameKind::Name => Form::Name,
                NameKind::Acronym => Form::Acronym,
                NameKind::Capital => Form::Capital,
                NameKind::Surname if named(entity) || name.unmistakable => Form::Surname,
                NameKind::Surname | NameKind::Decoy => return None,
                _ => Form::Demonym,
            };
            let dotted: String = name.text.chars().map(|c| format!("{c}.")).collect();
            let spellings = [name.text.as_str(), if form == Form::Acronym { &dotted } else { "" }];
            let length = spellings.into_iter().filter(|text_| !text_.is_empty() && is_at(text, at, text_)).map(str::len).max()?;
            Some((length, form, entity))
        });
        let longest = longest.max_by_key(|(length, ..)| *length);
        if let Some((length, form, entity)) = longest {
            let actor = WORLD.actor_of(entity, date);
            mentions.push(Mention { entity, form, span: Span::new(at, at + length), actor });
            at += length;
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    Mentions { mentions, ..Mentions::default() }
}

fn is_at(text: &str, at: usize, name: &str) -> bool {
    text[at..].starts_with(name)
        && !text[..at].ends_with(char::is_alphanumeric)
        && !text[at + name.len()..].starts_with(char::is_alphanumeric)
}
