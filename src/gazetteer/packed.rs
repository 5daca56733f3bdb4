use serde::{Deserialize, Serialize};

use super::model::{EntityId, Name, NameKind};
use crate::text::Date;

/// A name as it is embedded: of most there is nothing to say, so that it takes two bytes to say so.
#[derive(Serialize, Deserialize)]
pub(super) struct PackedName {
    text: String,
    entity: Option<EntityId>,
    kind: NameKind,
    flags: u8,
    conditions: Option<Conditions>,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
struct Conditions {
    from: Option<Date>,
    to: Option<Date>,
    cues: Vec<String>,
    unless: Vec<String>,
    not_before: Vec<String>,
    not_after: Vec<String>,
}

const EXACT: u8 = 1;
const CONTEXT: u8 = 1 << 1;
const PERSON: u8 = 1 << 2;
const UNMISTAKABLE: u8 = 1 << 3;

impl From<Name> for PackedName {
    fn from(name: Name) -> Self {
        let flags = [
            (name.exact, EXACT),
            (name.needs_context, CONTEXT),
            (name.also_person, PERSON),
            (name.unmistakable, UNMISTAKABLE),
        ];
        let Name { from, to, cues, unless, not_before, not_after, .. } = name;
        let conditions = Conditions { from, to, cues, unless, not_before, not_after };
        Self {
            text: name.text,
            entity: name.entity,
            kind: name.kind,
            flags: flags.into_iter().filter_map(|(set, flag)| set.then_some(flag)).sum(),
            conditions: (conditions != Conditions::default()).then_some(conditions),
        }
    }
}

impl From<PackedName> for Name {
    fn from(packed: PackedName) -> Self {
        let Conditions { from, to, cues, unless, not_before, not_after } = packed.conditions.unwrap_or_default();
        Self {
            text: packed.text,
            entity: packed.entity,
            kind: packed.kind,
            from,
            to,
            exact: packed.flags & EXACT != 0,
            needs_context: packed.flags & CONTEXT != 0,
            also_person: packed.flags & PERSON != 0,
            unmistakable: packed.flags & UNMISTAKABLE != 0,
            cues,
            unless,
            not_before,
            not_after,
        }
    }
}
