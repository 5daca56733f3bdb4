//! Places in which something happens, as against the governments that sit there; and the mentions at last.

use super::{
    dateline,
    document::{Document, Slot, State},
    neighbours::token_before,
};
use crate::mention::{
    model::{Form, Mention},
    words::{LOCATIVES, is_in},
};

/// The mentions of all candidates that name somebody.
pub(super) fn mentions(document: &Document<'_>) -> Vec<Mention> {
    let (text, slots) = (document.text, document.slots());
    let mut mentions = Vec::with_capacity(slots.len());
    let mut dateline = 0;
    // Where the last place ends.
    let mut place = None;
    for (number, slot) in slots.iter().enumerate() {
        let State::Named(entity, form) = slot.state else { continue };
        if slot.span.end > dateline && matches!(form, Form::Capital | Form::Name) {
            dateline = dateline::end(text, slot.span, form).unwrap_or(dateline);
        }
        let is_place = form == Form::Capital
            && (is_place(text, slots, number) || place.is_some_and(|end| is_list(text, end, slot.span.start)));
        place = is_place.then_some(slot.span.end);
        let actor = document.gazetteer.actor_of(entity, document.date);
        mentions.push(Mention { entity, form, span: slot.span, actor, venue: is_place || slot.span.end <= dateline });
    }
    mentions
}

/// Whether something happens at the name: "in Vienna", "the capital, Kyiv".
pub(super) fn is_place(text: &str, slots: &[Slot], slot: usize) -> bool {
    let span = slots[slot].span;
    let is_owner = ["'s", "’s"].iter().any(|possessive| text[span.end..].starts_with(possessive));
    !is_owner
        && token_before(text, span.start).is_some_and(|token| {
            let word = token.of(text).trim_start_matches(|c: char| !c.is_alphanumeric());
            is_in(LOCATIVES, word) || matches!(word, "capital" | "capital,")
        })
}

/// Whether what lies between two names makes a list of them: "in Geneva and Vienna".
fn is_list(text: &str, from: usize, to: usize) -> bool {
    let gap = &text[from..to];
    gap.len() < 8 && matches!(gap.trim(), "and" | "or" | "," | "/" | ", and")
}
