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
    pub(super) fn of(document: &Document<'_>, slot: usize, names: impl Iterator<Item = u32>) -> Self {
        let (span, casing) = (document.slots()[slot].span, document.slots()[slot].casing);
        let mut around = Self { place: None, person: None, occupation: false };
        let (mut is_place, mut is_institution, mut may_be_person) = (false, false, false);
        for name in names {
            let name = &document.gazetteer.names[name as usize];
            let kind = name.entity.map(|entity| document.gazetteer.entities[entity.index()].kind);
            is_place |= is_place_name(name.kind, kind);
            is_institution |= is_institution_name(name.kind, kind);
            may_be_person |= name.also_person || name.kind == NameKind::Name && kind == Some(EntityKind::Leader);
        }
        if is_place {
            around.place = if town::is_town(document, span, casing) {
                Some(Refusal::Town)
            } else if town::is_in_row(document, span, casing) {
                Some(Refusal::State)
            } else {
                proper::within(document, slot)
            };
        } else if is_institution {
            around.place = proper::within(document, slot);
        }
        if may_be_person {
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
    let kind = name.entity.map(|entity| document.gazetteer.entities[entity.index()].kind);
    is_place_name(name.kind, kind) || is_institution_name(name.kind, kind)
}

/// Whether the name is that of a state's organ: "Westminster" of "Westminster International University".
fn is_institution_name(name: NameKind, entity: Option<EntityKind>) -> bool {
    name == NameKind::Name && entity == Some(EntityKind::Institution)
}

/// Whether the name is that of a state, or of a capital or region, which others bear too.
fn is_place_name(name: NameKind, entity: Option<EntityKind>) -> bool {
    matches!(name, NameKind::Name | NameKind::Capital | NameKind::Adjective | NameKind::Demonym)
        && matches!(entity, Some(EntityKind::Country | EntityKind::Region))
}
