//! Logistic regression by gradient descent, with a prior for each coefficient.

use geopol::Signals;

/// How much a relation's signals say, and whether it is right.
pub(crate) struct Row {
    values: Vec<(&'static str, f32)>,
    right: f32,
}

impl Row {
    /// The signals, with another estimate of the rule's reliability.
    pub(crate) fn new(signals: &Signals, reliability: f32, right: bool) -> Self {
        let share = reliability.clamp(0.02, 0.98);
        let odds = (share / (1.0 - share)).ln();
        let values = signals.values().map(|(name, value)| (name, if name == "reliability" { odds } else { value }));
        Self { values: values.collect(), right: f32::from(u8::from(right)) }
    }
}

/// The coefficients.
pub(crate) struct Logistic {
    pub(crate) level: f32,
    pub(crate) weights: Vec<(&'static str, f32)>,
}

/// How strongly a coefficient is held to its prior: that of a rule's odds is 1, all others speak neither for nor against.
const RIDGE: f32 = 4.0;
const STEPS: usize = 20_000;
const STEP: f32 = 0.5;

impl Logistic {
    pub(crate) fn fit(rows: &[Row]) -> Self {
        let names: Vec<&str> =
            rows.first().map_or_else(Vec::new, |row| row.values.iter().map(|(name, _)| *name).collect());
        let prior: Vec<f32> = names.iter().map(|name| f32::from(u8::from(*name == "reliability"))).collect();
        let mut model = Self { level: 0.0, weights: names.into_iter().zip(prior.iter().copied()).collect() };
        let count = rows.len() as f32;
        for _ in 0..STEPS {
            let mut level = 0.0;
            let mut slopes: Vec<f32> =
                model.weights.iter().zip(&prior).map(|((_, weight), prior)| RIDGE * (prior - weight)).collect();
            for row in rows {
                let error = row.right - model.share(row);
                level += error;
                slopes.iter_mut().zip(&row.values).for_each(|(slope, (_, value))| *slope += error * value);
            }
            model.level += STEP * level / count;
            model.weights.iter_mut().zip(slopes).for_each(|((_, weight), slope)| *weight += STEP * slope / count);
        }
        model
    }

    /// Moves the level so that as many are right as are promised.
    pub(crate) fn move_level(&mut self, rows: &[Row]) {
        let right: f32 = rows.iter().map(|row| row.right).sum();
        let (mut low, mut high) = (-10.0, 10.0);
        for _ in 0..40 {
            self.level = f32::midpoint(low, high);
            let promised: f32 = rows.iter().map(|row| self.share(row)).sum();
            if promised < right { low = self.level } else { high = self.level }
        }
    }

    fn share(&self, row: &Row) -> f32 {
        let sum: f32 = self.weights.iter().zip(&row.values).map(|((_, weight), (_, value))| weight * value).sum();
        1.0 / (1.0 + (-self.level - sum).exp())
    }
}
