//! From what a rule found to relations: one for each pair, with what speaks for it.

use super::{Found, Relator};
use crate::relation::{
    Modality, Polarity, Predicate, Relation, RelationClass, RuleId, Signals,
    actors::Actor,
    discourse::{Side, Told},
    lexicon::Mood,
    rejection::{Lack, Rejection},
};
use crate::{
    gazetteer::{EntityId, EntityKind},
    mention::Reason,
    text::Span,
};

/// The most clauses above a trigger that are counted.
const MOST_DEPTH: usize = 8;

/// The most actors of one slot that are related: a longer list is no sentence of news.
const MOST_ACTORS: usize = 24;

impl Relator<'_> {
    /// One relation for each pair, of the first so many.
    pub(super) fn spread(&mut self, found: &Found<'_>) {
        let lone = if found.joint { found.sources.len() < 2 } else { found.targets.is_empty() };
        if found.sources.is_empty() || lone {
            self.reject(found.id, found.trigger, if lone { Lack::Target } else { Lack::Source });
            return;
        }
        let sources = &found.sources[..found.sources.len().min(MOST_ACTORS)];
        let targets = &found.targets[..found.targets.len().min(MOST_ACTORS)];
        if found.joint {
            for (i, a) in sources.iter().enumerate() {
                for b in &sources[i + 1..] {
                    self.push(found, a, b);
                    if !found.rule.predicate.is_symmetric() {
                        self.push(found, b, a);
                    }
                }
            }
            return;
        }
        // "its members warned that the three countries": who acts was misread
        let among = |a: &Actor| targets.iter().any(|b| self.actors.same(a, b));
        if sources.len() > 1 && sources.len() == targets.len() && sources.iter().all(among) {
            self.reject(found.id, found.trigger, Lack::Other);
            return;
        }
        for a in sources {
            for b in targets {
                if found.rule.reverse { self.push(found, b, a) } else { self.push(found, a, b) }
            }
        }
    }

    pub(super) fn reject(&mut self, rule: RuleId, trigger: Span, why: Lack) {
        if let Some(rejected) = &mut self.rejected {
            rejected.push(Rejection { rule, trigger, why });
        }
    }

    pub(super) fn push(&mut self, found: &Found<'_>, source: &Actor, target: &Actor) {
        let s = &self.actors.sentence;
        crate::steps::count(1);
        let (from, to) = (&s.mentions.mentions[source.mention], &s.mentions.mentions[target.mention]);
        if !from.is_other(to) {
            self.reject(found.id, found.trigger, Lack::Other);
            return;
        }
        let (from_kind, to_kind) = (s.kind_of(source.mention), s.kind_of(target.mention));
        if !found.rule.source_kinds.has(from_kind) || !found.rule.target_kinds.has(to_kind) {
            let source = !found.rule.source_kinds.has(from_kind);
            self.reject(found.id, found.trigger, if source { Lack::SourceKind } else { Lack::TargetKind });
            return;
        }
        if from.venue && !source.placed
            || to.venue && !target.placed && !found.rule.hosts && !takes_place(found.rule.predicate)
        {
            self.reject(found.id, found.trigger, Lack::Venue);
            return;
        }
        // nobody answers for a sea
        if to_kind == EntityKind::Region && to.actor.is_none() && speaks_to(found.rule.predicate) {
            self.reject(found.id, found.trigger, Lack::TargetKind);
            return;
        }
        let mood = Mood {
            polarity: found.rule.polarity.unwrap_or(Polarity::Affirmed).max(found.mood.polarity),
            modality: found.rule.modality.unwrap_or(Modality::Actual).max(found.mood.modality),
        };
        let signals = self.signals(found, source, target, mood != Mood::default());
        let verbs = found.teller.map(|c| s.verbs(&s.clauses()[self.actors.finite(c)]));
        let is = |a: &Actor| found.subjects.contains(&a.mention);
        s.discourse.tell(Told {
            predicate: found.rule.predicate,
            at: found.trigger.start,
            source: source.mention,
            target: target.mention,
            rule: found.id,
            signals,
            mood,
            plain: found.mood == Mood::default(),
            denied: verbs.is_some_and(|v| v.negated),
            modal: verbs.is_some_and(|v| v.modal.is_some()),
            be: verbs.is_some_and(|v| v.passive || v.copula),
            clause: found.teller,
            side: match (is(source), is(target)) {
                (true, false) => Side::Source,
                (false, true) => Side::Target,
                _ => Side::None,
            },
        });
        self.out.push(Relation {
            predicate: found.rule.predicate,
            source: source.mention,
            target: target.mention,
            polarity: mood.polarity,
            modality: mood.modality,
            attribution: found.attribution,
            confidence: self.rules.weights.confidence(&signals),
            signals,
            sentence: self.sentence_index,
            trigger: found.trigger,
            rule: found.id,
        });
    }

    /// How many the sentence names.
    fn named(&self) -> usize {
        let s = &self.actors.sentence;
        *self.named.get_or_init(|| {
            let spans = s.units().iter().filter_map(|u| u.mentions);
            let mentions = spans.flat_map(|(first, count)| &s.mentions.mentions[first..first + count]);
            let mut named: Vec<EntityId> = mentions.map(|m| m.actor.unwrap_or(m.entity)).collect();
            named.sort_unstable();
            named.dedup();
            named.len()
        })
    }

    /// What speaks for and against a relation.
    pub(super) fn signals(&self, found: &Found<'_>, source: &Actor, target: &Actor, unreal: bool) -> Signals {
        let s = &self.actors.sentence;
        let sides = [source, target].map(|side| &s.mentions.mentions[side.mention]);
        let [from, to] = sides.map(|m| m.span);
        let governor = |clause: &usize| s.clauses()[*clause].governor;
        Signals {
            reliability: found.rule.reliability,
            certainty: source.certainty * target.certainty,
            distance: from.end.abs_diff(to.start).min(to.end.abs_diff(from.start)),
            depth: std::iter::successors(found.clause, governor).skip(1).take(MOST_DEPTH).count(),
            elsewhere: sides.iter().filter(|m| !self.span.contains(m.span)).count(),
            doubtful: sides
                .iter()
                .filter(|m| matches!(m.reason, Reason::Best | Reason::Document | Reason::Cue))
                .count(),
            crowd: self.named().saturating_sub(2),
            unreal,
            nominal: found.nominal,
        }
    }
}

/// Whether somebody must answer for the target.
fn speaks_to(predicate: Predicate) -> bool {
    let class = predicate.class();
    matches!(class, RelationClass::Accuse | RelationClass::Request | RelationClass::Agree | RelationClass::Consult)
        && predicate != Predicate::Visits
}

/// Whether a mere place may be a target.
fn takes_place(predicate: Predicate) -> bool {
    matches!(
        predicate.class(),
        RelationClass::Assault | RelationClass::Mobilize | RelationClass::Coerce | RelationClass::Retreat
    ) || predicate == Predicate::Visits
}
