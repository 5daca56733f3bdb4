use std::cmp::Reverse;

use super::Mentions;

impl Mentions {
    /// Puts all mentions in the order of their starts, longer ones first, and lets the offices know.
    pub(super) fn put_in_order(&mut self) {
        let key = |at: usize| (self.mentions[at].span.start, Reverse(self.mentions[at].span.end));
        let count = self.mentions.len();
        let Some(in_order) = (1..count).find(|&at| key(at) < key(at - 1)) else { return };
        // New ones stand behind the old, which are in order.
        let mut new: Vec<usize> = (in_order..count).collect();
        new.sort_by_key(|&at| key(at));
        let mut order = Vec::with_capacity(count);
        let mut old = 0;
        for at in new {
            while old < in_order && key(old) <= key(at) {
                order.push(old);
                old += 1;
            }
            order.push(at);
        }
        order.extend(old..in_order);
        let mut places = vec![0; order.len()];
        for (place, &old) in order.iter().enumerate() {
            places[old] = place;
        }
        self.mentions = order.iter().map(|&old| self.mentions[old].clone()).collect();
        for office in &mut self.offices {
            office.holder = places[office.holder];
            office.of_mention = office.of_mention.map(|mention| places[mention]);
        }
    }
}
