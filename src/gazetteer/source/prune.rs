//! Taking out what is wrong in an entry, so that the rest can be read and its other faults be told too.

use std::{mem, ops::Range};

use toml::{
    Spanned,
    de::{DeArray, DeValue},
};

/// Fields without which an entry would have faults that are not its author's.
const NEEDED: [&str; 4] = ["id", "extends", "name", "actor"];

/// What is left of an entry without the part at a byte.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Pruned {
    /// Something worth reading.
    Rest,
    /// Nothing of use: the part was needed, or it is the entry as a whole.
    Nothing,
}

/// Takes out the row, the name or the field that has the byte; of a list only the element.
pub(super) fn prune(entry: &mut Spanned<DeValue<'_>>, byte: usize) -> Pruned {
    let DeValue::Table(fields) = entry.get_mut() else { return Pruned::Nothing };
    let has = |span: Range<usize>| span.contains(&byte);
    let Some(key) = fields.iter().find(|(key, value)| has(key.span()) || has(value.span())).map(|(key, _)| key.clone())
    else {
        return Pruned::Nothing;
    };
    if let Some(DeValue::Array(items)) = fields.get_mut(&key).map(Spanned::get_mut)
        && let Some(item) = items.iter().position(|item| has(item.span()))
    {
        let rest = mem::replace(items, DeArray::new()).into_iter().enumerate().filter(|(n, _)| *n != item);
        *items = rest.map(|(_, item)| item).collect();
        return Pruned::Rest;
    }
    fields.remove(&key);
    // an unknown field may be the name, misspelt
    let named = fields.contains_key("name") || fields.contains_key("extends");
    if named && !NEEDED.contains(&key.get_ref().as_ref()) { Pruned::Rest } else { Pruned::Nothing }
}
