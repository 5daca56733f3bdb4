//! Whose statement a relation is.

use super::Relator;
use crate::gazetteer::EntityId;
use crate::relation::{
    clause::{Clause, Role},
    content,
    quoted::Quoted,
};

impl Relator<'_> {
    /// Whose statement it is: the subject of the verb that reports it, the owner of the claim, the speaker of the
    /// quotation around it, or whom "according to" names.
    pub(super) fn attribution(&self, stated_in: Option<&Clause>) -> Option<EntityId> {
        let s = &self.actors.sentence;
        let speaker = |index: usize| {
            let clause = &s.clauses()[index];
            // "was accused by Chad of arming"
            let by = clause.argument(Role::Preposition(s.lexicon.markers.agent));
            let rows = if clause.passive { [by, None] } else { clause.subject };
            let named = rows.into_iter().flatten();
            named.flat_map(|n| self.actors.agents(n)).map(|a| s.mentions.mentions[a.mention].entity).next()
        };
        if let Some(speaker) = stated_in.and_then(|c| c.stated_by).and_then(speaker) {
            return Some(speaker);
        }
        // "Nepal's claim that"
        let claimant = stated_in.and_then(|c| c.claim).map(|n| content::claimants(&self.actors, n));
        if let Some(claimant) = claimant.as_ref().and_then(|found| found.first()) {
            return Some(s.mentions.mentions[claimant.mention].entity);
        }
        let quoted = stated_in.is_some_and(|clause| Quoted { actors: self.actors, clause }.is_quoted());
        let source = || s.reading.clauses.sources.iter().flat_map(|n| self.actors.agents(*n)).map(|a| a.mention).next();
        let speaker = s.discourse.quoted.first().copied().filter(|_| quoted).or_else(source);
        speaker.map(|mention| s.mentions.mentions[mention].entity)
    }
}
