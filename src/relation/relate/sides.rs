//! Who stands on the two sides of a rule.

use super::Relator;
use crate::relation::{
    actors::Actor,
    rules::{Kinds, Rule, Slot},
};
use crate::text::Span;

impl Relator<'_> {
    /// Who stands in the slots of both sides. Nobody stands on both.
    pub(super) fn sides(
        &self,
        rule: &Rule,
        trigger: Span,
        slot: impl Fn(Slot) -> Vec<Actor>,
    ) -> (Vec<Actor>, Vec<Actor>) {
        let find = |slots: &[Slot], against: &[Actor], kinds: Kinds| {
            let fill = |&s: &Slot| {
                let mut found = match s {
                    Slot::Earlier => self.actors.only(0..trigger.start, against, kinds),
                    Slot::Later => self.actors.only(trigger.end..usize::MAX, against, kinds),
                    _ => slot(s),
                };
                found.retain(|a| against.iter().all(|b| b.mention != a.mention));
                found
            };
            slots.iter().map(fill).find(|found| !found.is_empty()).unwrap_or_default()
        };
        if rule.target.iter().any(|s| matches!(s, Slot::Earlier | Slot::Later)) {
            let sources = find(&rule.source, &[], rule.source_kinds);
            let targets = find(&rule.target, &sources, rule.target_kinds);
            return (sources, targets);
        }
        let mut targets = find(&rule.target, &[], rule.target_kinds);
        targets.retain(|a| !rule.named || a.is_named());
        (find(&rule.source, &targets, rule.source_kinds), targets)
    }
}
