//! What stands around a candidate that tells states from towns, persons and institutions.

use super::{document::Document, proper, town};
use crate::{
    gazetteer::{EntityKind, Name, NameKind},
    mention::reason::Refusal,
};

/// What the words around a candidate say of all its readings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings {
    /// Why it is no state, capital or region.
    pub(super) place: Option<Refusal>,
    /// Why it is nobody whose name is a person's too.
    pub(super) person: Option<Refusal>,
    /// Whether an apposition says that it is somebody else.
    pub(super) occupation: bool,
}

impl Surroundings {
    pub(super) fn of(document: &Document<'_>, slot: usize, names: impl Iterator<Item = u32> + Clone) -> Self {
        let (span, casing) = (document.slots()[slot].span, document.slots()[slot].casing);
        let mut around = Self { place: None, person: None, occupation: false };
        let kinds = || names.clone().map(|name| &document.gazetteer.names[name as usize]);
        if kinds().any(|name| is_place_name(document, name)) {
            around.place = if town::is_town(document, span, casing) {
                Some(Refusal::Town)
            } else if town::is_in_row(document, span, casing) {
                Some(Refusal::State)
            } else {
                proper::within(document, slot)
            };
        } else if kinds().any(|name| is_institution(document, name)) {
            around.place = proper::within(document, slot);
        }
        let may_be_person = |name: &Name| {
            name.also_person || name.kind == NameKind::Name && name.entity.is_some_and(|e| document.is_person(e))
        };
        if kinds().any(may_be_person) {
            around.occupation = proper::has_occupation(document, span);
            around.person = if around.occupation {
                Some(Refusal::Occupation)
            } else {
                proper::has_deed(document, span).then_some(Refusal::Deed)
            };
        }
        around
    }
}

/// Whether the name is one of those that `place` speaks of.
pub(super) fn is_placed(document: &Document<'_>, name: &Name) -> bool {
    is_place_name(document, name) || is_institution(document, name)
}

/// Whether the name is that of a state's organ: "Westminster" of "Westminster International University".
fn is_institution(document: &Document<'_>, name: &Name) -> bool {
    name.kind == NameKind::Name
        && name.entity.is_some_and(|entity| document.gazetteer.entities[entity.index()].kind == EntityKind::Institution)
}

/// Whether the name is that of a state, or of a capital or region, which others bear too.
fn is_place_name(document: &Document<'_>, name: &Name) -> bool {
    let kinds = [NameKind::Name, NameKind::Capital, NameKind::Adjective, NameKind::Demonym];
    kinds.contains(&name.kind)
        && name.entity.is_some_and(|entity| {
            matches!(document.gazetteer.entities[entity.index()].kind, EntityKind::Country | EntityKind::Region)
        })
}
