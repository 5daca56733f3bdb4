use crate::gazetteer::EntityKind;

/// The kind that an id names, or the form that was expected.
pub(super) fn kind_of(id: &str) -> Result<EntityKind, &'static str> {
    let kind = EntityKind::of_id(id)
        .ok_or("country:, alliance:, treaty:, leader:, institution:, group: or region: and a name")?;
    let name = &id[kind.as_str().len() + 1..];
    let words = |fits: fn(u8) -> bool| {
        name.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || fits(b)))
    };
    let (fits, expected) = match kind {
        EntityKind::Country => {
            let fits = name.len() == 3 && name.bytes().all(|b| b.is_ascii_uppercase());
            (fits, "country: and three capital letters")
        }
        EntityKind::Alliance => (words(|b| b.is_ascii_uppercase()), "alliance: and UPPER-CASE-WITH-HYPHENS"),
        EntityKind::Treaty => (words(|b| b.is_ascii_uppercase()), "treaty: and UPPER-CASE-WITH-HYPHENS"),
        _ => (words(|b| b.is_ascii_lowercase()), "lower-case-with-hyphens after the colon"),
    };
    if fits { Ok(kind) } else { Err(expected) }
}

/// A member's full id: three capitals alone mean a country.
pub(super) fn member_id(who: &str) -> String {
    if who.len() == 3 && who.bytes().all(|b| b.is_ascii_uppercase()) {
        format!("country:{who}")
    } else {
        who.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_fit_their_kinds() {
        for id in ["country:JPN", "alliance:G20", "alliance:EU-COMMISSION", "leader:xi-jinping", "group:m23"] {
            assert!(kind_of(id).is_ok(), "{id}");
        }
        for id in
            ["country:JP", "country:jpn", "alliance:nato", "alliance:A--B", "leader:Xi", "leader:", "planet:x", "x"]
        {
            assert!(kind_of(id).is_err(), "{id}");
        }
    }
}
