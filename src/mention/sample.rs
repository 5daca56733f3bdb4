//! A small world of real states and persons for the tests of offices and coreference.

use std::sync::{Arc, LazyLock};

use super::{MentionFinder, Mentions, Scratch};
use crate::{gazetteer::Gazetteer, text::Date};

pub(super) static WORLD: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| {
    let mut builder = Gazetteer::builder();
    builder.without_embedded().add_str("roles.toml", include_str!("../../gazetteers/roles.toml"));
    Arc::new(builder.add_str("sample.toml", include_str!("sample.toml")).build().unwrap())
});

static FINDER: LazyLock<MentionFinder> = LazyLock::new(|| MentionFinder::new(WORLD.clone()).unwrap());

pub(super) fn date(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

pub(super) fn mentions(text: &str, date: Option<Date>) -> Mentions {
    FINDER.by_name(text, date, &mut Scratch::default())
}
