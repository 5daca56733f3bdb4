//! What clauses without a verb of their own repeat.

use super::Relator;
use crate::relation::{Polarity, Relation, Signals, discourse::Told, lexicon::Mood};

/// How much less sure than what was told what another clause only repeats is.
const REPEATED: f32 = 0.9;

impl Relator<'_> {
    /// What clauses without a verb of their own repeat.
    pub(super) fn repetitions(&mut self) {
        let actors = self.actors;
        let s = actors.sentence;
        if s.discourse.repeatable.is_empty() && !s.discourse.told_in(&s) {
            return;
        }
        let clauses = (0..s.clauses().len()).filter_map(|index| actors.repetition(index));
        for repetition in clauses.collect::<Vec<_>>().into_iter().chain(actors.gaps()) {
            let stated_in = Some(&s.clauses()[repetition.clause]).filter(|_| !repetition.gapped);
            for (told, source, target, mood) in actors.repeated(&repetition) {
                let certainty = told.signals.certainty * source.certainty * target.certainty * REPEATED;
                let signals = Signals { certainty, unreal: mood != Mood::default(), ..told.signals };
                let side = told.side;
                s.discourse.tell(Told {
                    at: repetition.trigger.start,
                    source: source.mention,
                    target: target.mention,
                    signals,
                    mood,
                    plain: mood == Mood::default(),
                    denied: repetition.bare && mood.polarity == Polarity::Negated,
                    clause: Some(repetition.clause),
                    side,
                    ..told
                });
                self.out.push(Relation {
                    predicate: told.predicate,
                    source: source.mention,
                    target: target.mention,
                    polarity: mood.polarity,
                    modality: mood.modality,
                    attribution: self.attribution(stated_in),
                    confidence: self.rules.weights.confidence(&signals),
                    signals,
                    sentence: self.sentence_index,
                    trigger: repetition.trigger,
                    rule: told.rule,
                });
            }
        }
    }
}
