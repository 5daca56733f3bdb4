//! What the text says of a person before the surname, and who fits it.

use super::{
    document::Document,
    neighbours::token_before,
    slots::Slot,
    titles::{Title, is_joined},
};
use crate::{
    gazetteer::{EntityId, Tenure},
    mention::words::Words,
    text::{Date, Span},
};

/// First names between a given name and a surname, initials among them.
const MOST_GIVEN_NAMES: usize = 3;

/// "Russian President", "Mr", "Russia's": a title, a state, or both.
#[derive(Clone, Copy, Debug)]
pub(super) struct Introduction<'t> {
    pub(super) title: Option<Title<'t>>,
    /// The state or body that is named next to it.
    pub(super) state: Option<EntityId>,
    /// "The Bush administration": whoever is called so is in office.
    pub(super) governs: bool,
}

/// What stands directly before the name of the slot; a state may stand after it: "King Abdullah of Jordan".
pub(super) fn introduction<'t>(document: &Document<'t>, slot: usize) -> Option<Introduction<'t>> {
    let span = document.slots()[slot].span;
    let title = document.titles.before(document.text, span.start);
    let start = title.map_or(span.start, |title| title.start);
    let left = slot.checked_sub(1).map(|left| &document.slots()[left]);
    let joined = |left: &&Slot| left.span.end <= start && is_joined(document.text, Span::new(left.span.end, start));
    // A person beside the surname is somebody else, or a given name.
    let actor = |entity| document.gazetteer.actor_of(entity, document.date).filter(|_| !document.is_person(entity));
    let state = left.filter(joined).and_then(Slot::entity).and_then(actor);
    let right = document.slots().get(slot + 1);
    let of = |right: &&Slot| right.span.start >= span.end && &document.text[span.end..right.span.start] == " of ";
    let state = state.or_else(|| right.filter(of).and_then(Slot::entity).and_then(actor));
    let governs = title.is_none() && governs(document.text, span.end);
    (title.is_some() || state.is_some() || governs).then_some(Introduction { title, state, governs })
}

/// Whether "administration" or the like follows.
fn governs(text: &str, at: usize) -> bool {
    let Some(rest) = text[at..].strip_prefix(' ') else { return false };
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    Words::embedded().administrations.has(&rest[..end])
}

/// How well a person suits; the greatest is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Standing {
    /// Held such an office of such a state at some time.
    pub(super) fits: bool,
    /// Holds it at the text's date.
    current: bool,
    /// Held it before the text's date.
    past: bool,
    /// When the last such tenure began.
    from: Option<Date>,
}

/// How the person stands to what is said before the surname, or to any office.
pub(super) fn standing(document: &Document<'_>, person: EntityId, said: Option<Introduction<'_>>) -> Standing {
    let gazetteer = document.gazetteer;
    let suits = |tenure: &&Tenure| {
        let Some(said) = said else { return true };
        let of = |state| tenure.of == state || gazetteer.actor_of(tenure.of, document.date) == Some(state);
        said.title.is_none_or(|title| title.roles.is_empty() || title.roles.contains(&tenure.role))
            && said.state.is_none_or(of)
    };
    let mut best = Standing { fits: false, current: false, past: false, from: None };
    for tenure in gazetteer.tenures_of(person).iter().filter(suits) {
        let date = document.date;
        let current = date.map_or(tenure.to.is_none(), |date| date.is_within(tenure.from, tenure.to));
        let past = date.is_none_or(|date| tenure.from.is_none_or(|from| from.earliest() <= date.latest()));
        best = best.max(Standing { fits: true, current, past, from: tenure.from });
    }
    // "Mr" and "General" fit everybody: at least the text must be about the state.
    let says_no_office =
        said.is_some_and(|said| said.state.is_none() && said.title.is_some_and(|title| title.roles.is_empty()));
    let is_local = || gazetteer.actor_of(person, document.date).is_some_and(|actor| document.names(actor));
    let governs = best.current || document.date.is_none() || !said.is_some_and(|said| said.governs);
    Standing { fits: best.fits && governs && (!says_no_office || is_local()), ..best }
}

/// Whether the document names a state or body in which the person has had an office.
pub(super) fn is_local(document: &Document<'_>, person: EntityId) -> bool {
    let gazetteer = document.gazetteer;
    gazetteer.tenures_of(person).iter().any(|tenure| {
        document.names(tenure.of)
            || gazetteer.actor_of(tenure.of, document.date).is_some_and(|actor| document.names(actor))
    })
}

/// The bearer whose given name stands before the surname, with other names or initials between: "Donald J. Trump".
pub(super) fn full_name(
    document: &Document<'_>,
    slot: usize,
    bearers: impl Iterator<Item = EntityId> + Clone,
) -> Option<(EntityId, usize)> {
    let floor = slot.checked_sub(1).map_or(0, |left| document.slots()[left].span.end);
    let mut start = document.slots()[slot].span.start;
    for _ in 0..MOST_GIVEN_NAMES {
        let token = token_before(document.text, start).filter(|token| token.start >= floor)?;
        let word = token.of(document.text).trim_start_matches(|c: char| !c.is_alphanumeric());
        if !word.starts_with(char::is_uppercase) {
            return None;
        }
        start = token.end - word.len();
        let is_given = |&entity: &EntityId| {
            let name = &document.gazetteer.entities[entity.index()].name;
            name.split_once(' ').is_some_and(|(given, _)| given == word)
        };
        if let Some(bearer) = bearers.clone().find(is_given) {
            return Some((bearer, start));
        }
        let is_initial = word.len() == 2 && word.ends_with('.');
        if !is_initial && !word.ends_with(char::is_alphabetic) {
            return None;
        }
    }
    None
}
