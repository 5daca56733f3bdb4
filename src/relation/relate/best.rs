//! Of relations that say the same, the surest.

use super::Relator;
use std::collections::{HashMap, hash_map::Entry};

use crate::relation::{Relation, actors::faces, rejection::Lack};

impl Relator<'_> {
    /// One relation for each (source, predicate, target, polarity) of the sentence: the surest.
    pub(super) fn keep_best(&mut self, first: usize) {
        if self.out.len() > first + 1 {
            self.leave_out_weaker(first);
        }
        let mentions = &self.actors.sentence.mentions.mentions;
        for relation in &self.out[first..] {
            if faces(relation.predicate.class()) {
                let of = |m: usize| mentions[m].actor.unwrap_or(mentions[m].entity);
                let (a, b) = (relation.source, relation.target);
                self.actors.sentence.discourse.count((a, b), (of(a), of(b)));
            }
        }
    }

    fn leave_out_weaker(&mut self, first: usize) {
        let entity = |mention: usize| self.actors.sentence.mentions.mentions[mention].entity;
        let key = |r: &Relation| {
            let (a, b) = (entity(r.source), entity(r.target));
            let sides = if r.predicate.is_symmetric() && b < a { (b, a) } else { (a, b) };
            (r.predicate, sides, r.polarity)
        };
        // not the confidence: that a thing is planned does not make its reading worse
        let strength = |r: &Relation| r.signals.reliability * r.signals.certainty;
        let mut places = HashMap::new();
        let mut weaker = Vec::new();
        let mut kept = first;
        for at in first..self.out.len() {
            match places.entry(key(&self.out[at])) {
                Entry::Occupied(place) => {
                    let best: usize = *place.get();
                    if strength(&self.out[best]) < strength(&self.out[at]) {
                        self.out.swap(best, at);
                    }
                    weaker.push((self.out[at].rule, self.out[at].trigger));
                }
                Entry::Vacant(place) => {
                    place.insert(kept);
                    self.out.swap(kept, at);
                    kept += 1;
                }
            }
        }
        self.out.truncate(kept);
        for (rule, trigger) in weaker {
            self.reject(rule, trigger, Lack::Surer);
        }
    }
}
