//! What a quotation says without a verb of saying of its own: its speaker's demands, charges and judgements.
//!
//! "“Iran must stop,” the minister said. “It has lied.”": the second sentence is read as what he said, by the rules of
//! the plainest verb of saying. So is what "according to" introduces, or a name before a colon.

use super::{
    actors::{Actor, ActorList, Actors, scaled},
    clause::{Clause, Link},
    content,
    rules::{Rule, Slot},
};

/// How much less sure a speaker is whom another sentence names.
const ELSEWHERE: f32 = 0.85;

/// A clause that somebody says whom its sentence's verbs do not name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quoted<'a> {
    pub(crate) actors: Actors<'a>,
    pub(crate) clause: &'a Clause,
}

impl Quoted<'_> {
    /// Who says it.
    pub(crate) fn speakers(&self) -> ActorList {
        let s = &self.actors.sentence;
        let own = matches!(self.clause.link, Link::Main | Link::Coordinate) && self.clause.stated_by.is_none();
        if !own {
            return ActorList::new();
        }
        if s.reading.clauses.sources.is_empty() && s.reading.units.quotations.is_empty() {
            return ActorList::new();
        }
        if self.is_quoted() {
            let speaker = s.discourse.quoted.first().map(|&mention| Actor::new(mention, ELSEWHERE));
            return speaker.into_iter().collect();
        }
        scaled(self.actors.agents_of_rows(s.reading.clauses.sources.iter().copied()), ELSEWHERE)
    }

    /// Whether it stands in a quotation as a whole; a single word in quotation marks is nobody's statement.
    pub(crate) fn is_quoted(&self) -> bool {
        let s = &self.actors.sentence;
        let quotations = &s.reading.units;
        let subject = self.clause.subject[0].map(|n| s.reading.chunks.chunks[n.chunk].last);
        quotations.is_quoted(s.verbs(self.clause).head) && subject.is_some_and(|unit| quotations.is_quoted(unit))
    }

    /// Whether a rule of saying holds of it.
    pub(crate) fn fits(&self, rule: &Rule) -> bool {
        let asks = rule.clause_modality.is_some() || !rule.content.is_any();
        let more = [&rule.object, &rule.phrase, &rule.subject, &rule.deed];
        asks && !rule.denied
            && rule.target.iter().any(|slot| matches!(slot, Slot::Clause | Slot::Condition))
            && more.iter().all(|list| list.is_empty())
            && content::states(&self.actors, self.clause, rule)
            && (!rule.content.own || content::is_by(&self.actors, self.clause, &self.speakers()))
    }

    /// Whom it is about.
    pub(crate) fn about(&self, rule: &Rule) -> ActorList {
        if rule.target.contains(&Slot::Condition) {
            return content::condition(&self.actors);
        }
        content::about(&self.actors, self.clause, rule)
    }
}
