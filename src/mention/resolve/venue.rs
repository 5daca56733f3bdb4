//! Places in which something happens, as against the governments that sit there; and the mentions at last.

use super::{
    dateline,
    document::Document,
    neighbours::{comes_from, token_before},
    slots::State,
};
use crate::mention::{
    matching::Casing,
    model::{Form, Mention},
};

/// The mentions of all candidates that name somebody.
pub(super) fn mentions(document: &Document<'_>, mentions: &mut Vec<Mention>) {
    let (text, slots) = (document.text, document.slots());
    mentions.reserve(slots.len());
    let mut dateline = 0;
    // Where the last place ends.
    let mut place = None;
    for (number, slot) in slots.iter().enumerate() {
        let State::Named(entity, form, reason) = slot.state else { continue };
        if slot.span.end > dateline && matches!(form, Form::Capital | Form::Name) {
            dateline = dateline::end(text, slot.span, form).unwrap_or(dateline);
        }
        let is_place = form == Form::Capital
            && (is_place(document, number) || place.is_some_and(|end| is_list(text, end, slot.span.start)));
        place = is_place.then_some(slot.span.end);
        let actor = document.gazetteer.actor_of(entity, document.date);
        let venue = is_place || slot.span.end <= dateline;
        mentions.push(Mention { entity, form, span: slot.span, actor, venue, reason });
    }
}

/// Whether something happens at the name: "in Vienna", "the capital, Kyiv", "the mayor of London".
pub(super) fn is_place(document: &Document<'_>, slot: usize) -> bool {
    let (text, words) = (document.text, document.words);
    let span = document.slots()[slot].span;
    let is_owner = ["'s", "’s"].iter().any(|possessive| text[span.end..].starts_with(possessive));
    !is_owner
        && token_before(text, span.start).is_some_and(|token| {
            let word = token.of(text).trim_start_matches(|c: char| !c.is_alphanumeric());
            let end = token.end - usize::from(word.ends_with(','));
            words.locatives.has(word) || comes_from(text, end, &words.cities, Casing::Mixed)
        })
}

/// Whether what lies between two names makes a list of them: "in Geneva and Vienna".
fn is_list(text: &str, from: usize, to: usize) -> bool {
    let gap = &text[from..to];
    gap.len() < 8 && matches!(gap.trim(), "and" | "or" | "," | "/" | ", and")
}
