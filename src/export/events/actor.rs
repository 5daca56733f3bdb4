//! Codes of actors.

use crate::gazetteer::Entity;
#[cfg(feature = "json")]
use crate::gazetteer::EntityKind;

/// The code of an actor after PLOVER's manual: the three letters of ISO 3166-1 for a state, `IGO` for an alliance, an
/// organisation or a treaty's parties, `IMG` for an armed or political group; nothing for who acts for nobody known.
#[cfg(feature = "json")]
pub(super) fn code(actor: &Entity) -> Option<&str> {
    match actor.kind() {
        EntityKind::Country => Some(short(actor)),
        EntityKind::Alliance | EntityKind::Treaty => Some("IGO"),
        EntityKind::Group => Some("IMG"),
        EntityKind::Leader | EntityKind::Institution | EntityKind::Region => None,
    }
}

/// The sector of who is named: persons in office and organs of a state are its government.
#[cfg(feature = "json")]
pub(super) fn sector(named: &Entity, actor: &Entity) -> Option<&'static str> {
    let of_state = actor.kind() == EntityKind::Country;
    (of_state && matches!(named.kind(), EntityKind::Leader | EntityKind::Institution)).then_some("GOV")
}

/// The id without its kind: `JPN`, `AUKUS`.
pub(super) fn short(entity: &Entity) -> &str {
    let id = entity.id();
    id.split_once(':').map_or(id, |(_, short)| short)
}
