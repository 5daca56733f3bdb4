//! Actor and agent dictionaries of PETRARCH.

mod code;
mod date;
mod parse;
mod record;

use super::{draft::Draft, input::Input};

/// Reads one dictionary into the draft.
pub(super) fn import(input: &Input, draft: &mut Draft) {
    let cameo = code::Cameo::new();
    for record in parse::parse(input, draft, &cameo) {
        record::import(&record, draft, &cameo);
    }
}
