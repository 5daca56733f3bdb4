//! Of relations that say the same, the surest.

use super::Relator;
use std::collections::{HashMap, hash_map::Entry};

use crate::relation::{Relation, actors::faces, rejection::Lack};

impl Relator<'_> {
    /// One relation for each (source, predicate, target, polarity) of the sentence: the surest.
    pub(super) fn keep_best(&mut self, first: usize) {
        let entity = |mention: usize| self.actors.sentence.mentions.mentions[mention].entity;
        let key = |r: &Relation| {
            let (a, b) = (entity(r.source), entity(r.target));
            let sides = if r.predicate.is_symmetric() && b < a { (b, a) } else { (a, b) };
            (r.predicate, sides, r.polarity)
        };
        // not the confidence: that a thing is planned does not make its reading worse
        let strength = |r: &Relation| r.signals.reliability * r.signals.certainty;
        let mut kept: Vec<Relation> = Vec::new();
        let mut places: HashMap<_, usize> = HashMap::new();
        let found: Vec<Relation> = self.out.drain(first..).collect();
        let mut weaker = Vec::new();
        for mut relation in found {
            match places.entry(key(&relation)) {
                Entry::Occupied(place) => {
                    let best = &mut kept[*place.get()];
                    if strength(best) < strength(&relation) {
                        std::mem::swap(best, &mut relation);
                    }
                    weaker.push((relation.rule, relation.trigger));
                }
                Entry::Vacant(place) => {
                    place.insert(kept.len());
                    kept.push(relation);
                }
            }
        }
        let mentions = &self.actors.sentence.mentions.mentions;
        for relation in &kept {
            if faces(relation.predicate.class()) {
                let of = |m: usize| mentions[m].actor.unwrap_or(mentions[m].entity);
                let (a, b) = (relation.source, relation.target);
                self.actors.sentence.discourse.count((a, b), (of(a), of(b)));
            }
        }
        self.out.extend(kept);
        for (rule, trigger) in weaker {
            self.reject(rule, trigger, Lack::Surer);
        }
    }
}
