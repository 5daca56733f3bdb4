//! What governing words do to the events they govern.

use serde::{Deserialize, Serialize};

use super::{Controller, source::Control};
use crate::relation::{Modality, Polarity};

/// The shapes in which a governed event comes, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Complements(u32);

/// Names of the shapes that are no prepositions.
const SHAPES: [&str; 5] = ["to", "ing", "that", "object", "request"];

/// Prepositions that may introduce a governed gerund or event noun.
const PREPOSITIONS: [&str; 16] = [
    "from", "for", "of", "on", "about", "against", "with", "in", "into", "by", "at", "over", "as", "towards", "after",
    "without",
];

impl Complements {
    pub(crate) const TO: Self = Self(1);
    pub(crate) const ING: Self = Self(2);
    pub(crate) const THAT: Self = Self(4);
    pub(crate) const OBJECT: Self = Self(8);

    /// What the infinitive or clause after its object is: "rejected calls to".
    pub(crate) const REQUEST: Self = Self(16);

    /// The shape with this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        SHAPES.iter().chain(&PREPOSITIONS).position(|n| *n == name).map(|i| Self(1 << i))
    }

    /// The shape that this preposition introduces; "to" is the infinitive's or the preposition's alike.
    pub(crate) fn preposition(name: &str) -> Self {
        if name == SHAPES[0] {
            return Self::TO; // "committed to joining"
        }
        PREPOSITIONS.iter().position(|n| *n == name).map_or(Self(0), |i| Self(1 << (i + SHAPES.len())))
    }

    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// One entry of the control file, compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Governs {
    pub(crate) complements: Complements,
    pub(crate) controller: Controller,
    pub(crate) modality: Option<Modality>,
    pub(crate) polarity: Option<Polarity>,
    pub(crate) attribution: bool,
}

impl Governs {
    pub(crate) fn compile(source: &Control) -> Result<Self, String> {
        let mut complements = Complements::default();
        for name in &source.complement {
            let shape = Complements::from_name(name).ok_or_else(|| format!("unknown complement {name:?}"))?;
            complements = complements.union(shape);
        }
        let modality = source
            .modality
            .as_deref()
            .map(|name| Modality::from_name(name).ok_or_else(|| format!("unknown modality {name:?}")))
            .transpose()?;
        let polarity = source
            .polarity
            .as_deref()
            .map(|name| Polarity::from_name(name).ok_or_else(|| format!("unknown polarity {name:?}")))
            .transpose()?;
        Ok(Self { complements, controller: source.controller, modality, polarity, attribution: source.attribution })
    }
}
