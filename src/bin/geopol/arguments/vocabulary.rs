//! Words that arguments may be.

use clap::{ValueEnum, builder::PossibleValuesParser, builder::TypedValueParser};
use geopol::{EntityKind, Modality, OffsetUnit, Polarity, Predicate, QuadClass, RelationClass};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Bytes of UTF-8
    Byte,
    /// Unicode scalar values, as in Python
    Char,
    /// UTF-16 units, as in JavaScript and Java
    Utf16,
}

impl From<Offsets> for OffsetUnit {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Byte => Self::Byte,
            Offsets::Char => Self::Char,
            Offsets::Utf16 => Self::Utf16,
        }
    }
}

pub(super) fn confidence(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(value),
        _ => Err("expected a number from 0 to 1".to_owned()),
    }
}

pub(super) fn predicates() -> impl TypedValueParser<Value = Predicate> {
    let names = PossibleValuesParser::new(Predicate::ALL.iter().map(|p| p.as_str()));
    names.map(|name| Predicate::from_name(&name).expect("one of the names"))
}

pub(super) fn classes() -> impl TypedValueParser<Value = RelationClass> {
    let names = PossibleValuesParser::new(RelationClass::ALL.iter().map(|c| c.as_str()));
    names.map(|name| RelationClass::from_name(&name.to_ascii_uppercase()).expect("one of the names"))
}

pub(super) fn kinds() -> impl TypedValueParser<Value = EntityKind> {
    let names = PossibleValuesParser::new(EntityKind::ALL.iter().map(|k| k.as_str()));
    names.map(|name| EntityKind::of_id(&format!("{name}:")).expect("one of the names"))
}

pub(super) fn quads() -> impl TypedValueParser<Value = QuadClass> {
    let names = PossibleValuesParser::new(QuadClass::ALL.iter().map(|q| q.as_str()));
    names.map(|name| QuadClass::from_name(&name).expect("one of the names"))
}

pub(super) fn polarities() -> impl TypedValueParser<Value = Polarity> {
    let names = PossibleValuesParser::new(Polarity::ALL.iter().map(|p| p.as_str()));
    names.map(|name| Polarity::from_name(&name).expect("one of the names"))
}

pub(super) fn modalities() -> impl TypedValueParser<Value = Modality> {
    let names = PossibleValuesParser::new(Modality::ALL.iter().map(|m| m.as_str()));
    names.map(|name| Modality::from_name(&name).expect("one of the names"))
}
