use crate::gazetteer::EntityKind;

/// Fields of every entity.
const COMMON: [&str; 8] = ["id", "extends", "name", "names", "acronyms", "from", "to", "note"];

/// Fields that only some kinds have.
const OWN: [(&str, &[EntityKind]); 12] = {
    use EntityKind::{Alliance, Country, Group, Institution, Leader, Region, Treaty};
    [
        ("adjectives", &[Country, Group, Region]),
        ("demonyms", &[Country, Group, Region]),
        ("combining", &[Country]),
        ("capitals", &[Country]),
        ("seats", &[Alliance]),
        ("surnames", &[Leader]),
        ("nominals", &[Country, Alliance, Treaty, Institution, Group]),
        ("actor", &[Institution, Region]),
        ("parent", &[Alliance]),
        ("successor", &[Country, Alliance]),
        ("members", &[Alliance, Treaty]),
        ("tenures", &[Leader]),
    ]
};

/// What an entity that extends another may not give: it would change what is there.
pub(super) const FIXED: [&str; 6] = ["name", "actor", "parent", "successor", "from", "to"];

/// Whether the format knows the field, but not for this kind.
pub(super) fn is_foreign(field: &str, kind: EntityKind) -> bool {
    !COMMON.contains(&field) && OWN.iter().any(|(own, kinds)| *own == field && !kinds.contains(&kind))
}
