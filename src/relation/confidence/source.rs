//! The file of confidence as it is written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Signals, Weights};

/// `patterns/confidence.toml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfidenceFile {
    /// What all relations begin with.
    level: f32,
    /// Of who leads or represents whom, as an office says.
    office: f32,
    /// With how many cases a rule's own weight counts against those that were counted.
    prior: f32,
    /// By the name of the signal.
    weights: BTreeMap<String, f32>,
    /// By the id of the rule: how many of its relations were right, of how many.
    rules: BTreeMap<String, (u32, u32)>,
}

impl ConfidenceFile {
    /// The weights in the order of the signals.
    ///
    /// # Errors
    ///
    /// A signal without weight, a weight without signal, a share beyond 0 to 1.
    pub(crate) fn compile(&self) -> Result<Weights, String> {
        let mut weights =
            Weights { level: self.level, signals: [0.0; Signals::COUNT], office: share("office", self.office)? };
        for (name, weight) in &self.weights {
            let place = Signals::NAMES.iter().position(|signal| signal == name);
            weights.signals[place.ok_or_else(|| format!("unknown signal {name:?}"))?] = *weight;
        }
        let missing = Signals::NAMES.iter().find(|name| !self.weights.contains_key(**name));
        match (missing, self.prior > 0.0) {
            (Some(name), _) => Err(format!("no weight of the signal {name:?}")),
            (_, false) => Err(format!("prior {} (expected more than 0)", self.prior)),
            _ => Ok(weights),
        }
    }

    /// How often a rule is right: what its author thinks, corrected by what was counted.
    #[allow(clippy::cast_precision_loss)] // small numbers
    pub(crate) fn reliability(&self, rule: &str, weight: f32) -> f32 {
        let (right, given) = self.rules.get(rule).copied().unwrap_or_default();
        (right as f32 + self.prior * weight) / (given as f32 + self.prior)
    }

    /// The rules that were counted.
    #[cfg(test)]
    pub(crate) fn counted(&self) -> impl Iterator<Item = &str> {
        self.rules.keys().map(String::as_str)
    }
}

fn share(name: &str, value: f32) -> Result<f32, String> {
    if (0.0..=1.0).contains(&value) { Ok(value) } else { Err(format!("{name} {value} (expected 0 to 1)")) }
}
