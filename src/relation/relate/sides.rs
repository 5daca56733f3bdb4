//! Who stands on the two sides of a rule.

use super::Relator;
use crate::relation::{
    actors::{Actor, ActorList},
    rules::{Around, Kinds, Rule, Slot, Slots},
};
use crate::text::Span;

impl Relator<'_> {
    /// Who stands in the slots of both sides, of those that may be filled. Nobody stands on both. Where the target's side
    /// is empty and the rule tells nothing `alone`, who is on the other is of no use.
    pub(super) fn sides(
        &self,
        rule: &Rule,
        around: &Around,
        trigger: Span,
        alone: bool,
        slot: impl Fn(Slot) -> ActorList,
    ) -> (ActorList, ActorList) {
        let find = |slots: &[Slot], against: &[Actor], kinds: Kinds| {
            for &s in slots.iter().filter(|&&s| around.admits(Slots::of(s))) {
                let mut found = match s {
                    Slot::Earlier => self.actors.only(0..trigger.start, against, kinds),
                    Slot::Later => self.actors.only(trigger.end..usize::MAX, against, kinds),
                    _ => slot(s),
                };
                if !against.is_empty() {
                    found.retain(|a| against.iter().all(|b| b.mention != a.mention));
                }
                if !found.is_empty() {
                    return found;
                }
            }
            ActorList::new()
        };
        if rule.target.iter().any(|s| matches!(s, Slot::Earlier | Slot::Later)) {
            let sources = find(&rule.source, &[], rule.source_kinds);
            let targets = find(&rule.target, &sources, rule.target_kinds);
            return (sources, targets);
        }
        let mut targets = find(&rule.target, &[], rule.target_kinds);
        if rule.named {
            targets.retain(|a| a.is_named());
        }
        if targets.is_empty() && !alone && !around.looks_back() {
            return (ActorList::new(), targets);
        }
        (find(&rule.source, &targets, rule.source_kinds), targets)
    }
}
