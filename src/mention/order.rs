use std::cmp::Reverse;

use super::Mentions;

impl Mentions {
    /// Puts all mentions in the order of their starts, longer ones first, and lets the offices know.
    pub(super) fn put_in_order(&mut self) {
        let key = |at: &usize| (self.mentions[*at].span.start, Reverse(self.mentions[*at].span.end));
        if (0..self.mentions.len()).is_sorted_by_key(|at| key(&at)) {
            return;
        }
        let mut order: Vec<usize> = (0..self.mentions.len()).collect();
        order.sort_by_key(key);
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
