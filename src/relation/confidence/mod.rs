//! How sure a relation is: what speaks for and against it, weighed as the file `patterns/confidence.toml` says.

mod source;

use serde::{Deserialize, Serialize};
pub(crate) use source::ConfidenceFile;

/// What speaks for and against a relation: all that its confidence is computed from.
///
/// ```
/// use geopol::Extractor;
///
/// let extraction = Extractor::new().extract("China condemned AUKUS.");
/// let signals = extraction.relations()[0].signals();
/// assert_eq!((signals.depth(), signals.crowd(), signals.elsewhere()), (0, 0, 0));
/// assert!(signals.reliability() > 0.8);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signals {
    pub(crate) reliability: f32,
    pub(crate) certainty: f32,
    pub(crate) distance: usize,
    pub(crate) depth: usize,
    pub(crate) elsewhere: usize,
    pub(crate) doubtful: usize,
    pub(crate) crowd: usize,
    pub(crate) unreal: bool,
    pub(crate) nominal: bool,
}

impl Signals {
    /// The names of the signals.
    pub(crate) const NAMES: [&'static str; Self::COUNT] =
        ["reliability", "certainty", "distance", "depth", "elsewhere", "doubtful", "crowd", "unreal", "nominal"];
    const COUNT: usize = 9;

    /// Of what needs no weighing, such as a stated office.
    pub(crate) const fn certain(reliability: f32) -> Self {
        Self {
            reliability,
            certainty: 1.0,
            distance: 0,
            depth: 0,
            elsewhere: 0,
            doubtful: 0,
            crowd: 0,
            unreal: false,
            nominal: false,
        }
    }

    /// How often the rule was right, 0 to 1.
    #[must_use]
    pub const fn reliability(&self) -> f32 {
        self.reliability
    }

    /// How surely the two stand in the rule's slots, 0 to 1: less for the owner of a thing or for whom a pronoun takes up.
    #[must_use]
    pub const fn certainty(&self) -> f32 {
        self.certainty
    }

    /// Bytes between the two mentions.
    #[must_use]
    pub const fn distance(&self) -> usize {
        self.distance
    }

    /// How many clauses stand above the trigger's.
    #[must_use]
    pub const fn depth(&self) -> usize {
        self.depth
    }

    /// How many of the two are named in another sentence only.
    #[must_use]
    pub const fn elsewhere(&self) -> usize {
        self.elsewhere
    }

    /// How many of the two names could have been another's.
    #[must_use]
    pub const fn doubtful(&self) -> usize {
        self.doubtful
    }

    /// How many others the sentence names.
    #[must_use]
    pub const fn crowd(&self) -> usize {
        self.crowd
    }

    /// Whether it is negated or not actual.
    #[must_use]
    pub const fn is_unreal(&self) -> bool {
        self.unreal
    }

    /// Whether a noun triggered it.
    #[must_use]
    pub const fn is_nominal(&self) -> bool {
        self.nominal
    }

    /// The signals by name, as numbers that can be weighed and added.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, f32)> {
        Self::NAMES.into_iter().zip(self.numbers())
    }

    #[allow(clippy::cast_precision_loss)] // small numbers
    fn numbers(&self) -> [f32; Self::COUNT] {
        let share = self.reliability.clamp(0.02, 0.98);
        [
            (share / (1.0 - share)).ln(),
            self.certainty.max(0.1).ln(),
            (self.distance as f32 / 50.0).ln_1p(),
            self.depth as f32,
            self.elsewhere as f32,
            self.doubtful as f32,
            (self.crowd as f32).ln_1p(),
            f32::from(u8::from(self.unreal)),
            f32::from(u8::from(self.nominal)),
        ]
    }
}

/// What each signal counts, and what offices count: a logistic regression's coefficients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Weights {
    level: f32,
    signals: [f32; Signals::COUNT],
    /// Of a stated office.
    pub(crate) office: f32,
}

impl Weights {
    /// The share of such relations that is right, 0 to 1.
    pub(crate) fn confidence(&self, signals: &Signals) -> f32 {
        let weighed = signals.numbers().into_iter().zip(self.signals).map(|(value, weight)| value * weight);
        let sum: f32 = self.level + weighed.sum::<f32>();
        1.0 / (1.0 + (-sum).exp())
    }
}
