//! Names as they are embedded: all texts in one, and eight bytes for each name, which are read at once. Few have conditions.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _, ser::Error as _};

use super::model::{Conditions, EntityId, Name, NameKind};

#[derive(Serialize, Deserialize)]
struct PackedNames<'a> {
    texts: &'a str,
    heads: &'a [u8],
    /// With the names' numbers.
    conditions: Vec<(u32, Box<Conditions>)>,
}

const EXACT: u8 = 1;
const CONTEXT: u8 = 1 << 1;
const PERSON: u8 = 1 << 2;
const UNMISTAKABLE: u8 = 1 << 3;

/// Of a decoy, instead of an entity.
const NOBODY: u32 = u32::MAX;

pub(super) fn serialize<S: Serializer>(names: &[Name], serializer: S) -> Result<S::Ok, S::Error> {
    let (mut texts, mut heads, mut conditions) = (String::new(), Vec::new(), Vec::new());
    for (name, number) in names.iter().zip(0..) {
        texts.push_str(&name.text);
        heads.extend(head(name).ok_or_else(|| S::Error::custom("a name of more than 65535 bytes"))?);
        conditions.extend(name.conditions.clone().map(|conditions| (number, conditions)));
    }
    PackedNames { texts: &texts, heads: &heads, conditions }.serialize(serializer)
}

pub(super) fn deserialize<'de: 'static, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Name>, D::Error> {
    let packed = PackedNames::<'static>::deserialize(deserializer)?;
    let mut rest = packed.texts;
    let mut name = |head: &[u8; 8]| {
        let (text, after) = rest.split_at_checked(length(head))?;
        rest = after;
        name(head, text)
    };
    let names: Option<Vec<_>> = packed.heads.as_chunks().0.iter().map(&mut name).collect();
    let mut names = names.ok_or_else(|| D::Error::custom("heads that do not fit the texts"))?;
    for (number, conditions) in packed.conditions {
        names[number as usize].conditions = Some(conditions);
    }
    Ok(names)
}

fn head(name: &Name) -> Option<[u8; 8]> {
    let [e0, e1, e2, e3] = name.entity.map_or(NOBODY, |EntityId(number)| number).to_le_bytes();
    let [l0, l1] = u16::try_from(name.text.len()).ok()?.to_le_bytes();
    let kind = NameKind::ALL.iter().position(|kind| *kind == name.kind)?;
    let flags = [
        (name.exact, EXACT),
        (name.needs_context, CONTEXT),
        (name.also_person, PERSON),
        (name.unmistakable, UNMISTAKABLE),
    ];
    let flags = flags.into_iter().filter_map(|(set, flag)| set.then_some(flag)).sum();
    Some([e0, e1, e2, e3, l0, l1, u8::try_from(kind).ok()?, flags])
}

fn length(&[.., l0, l1, _, _]: &[u8; 8]) -> usize {
    u16::from_le_bytes([l0, l1]).into()
}

fn name(&[e0, e1, e2, e3, _, _, kind, flags]: &[u8; 8], text: &'static str) -> Option<Name> {
    let entity = u32::from_le_bytes([e0, e1, e2, e3]);
    Some(Name {
        text: text.into(),
        entity: (entity != NOBODY).then_some(EntityId(entity)),
        kind: *NameKind::ALL.get(usize::from(kind))?,
        exact: flags & EXACT != 0,
        needs_context: flags & CONTEXT != 0,
        also_person: flags & PERSON != 0,
        unmistakable: flags & UNMISTAKABLE != 0,
        conditions: None,
    })
}
