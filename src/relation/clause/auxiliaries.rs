//! Auxiliaries, denials and governing words that a verb shares with the one before it: "will condemn and sanction",
//! "did not sign or ratify", "refused to sign or ratify", "denied arming or training".

use super::{Link, reader::Reader};
use crate::relation::{
    Polarity,
    chunk::ChunkKind,
    lexicon::{Tag, WordId},
    verb_group::VerbForm,
};

/// How a verb is joined to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// "and", or a comma in a row.
    Also,
    Or,
    But,
}

impl Reader<'_> {
    /// Gives verbs without auxiliaries of their own those of the verb whose subject they take over.
    pub(super) fn share_auxiliaries(&mut self) {
        for i in 1..self.out.clauses.len() {
            let Some(joint) = self.joint(i) else { continue };
            let Some(first) = self.shares_with(i) else { continue };
            let (tag, before) = (self.tag_of(i), &self.out.clauses[first]);
            let form = self.group(first).form;
            let governed = form == VerbForm::Infinitive && tag == Tag::Verb
                || form == VerbForm::Gerund && tag == Tag::VerbIng && before.link == Link::Controlled;
            let base = tag == Tag::Verb && (before.modal.is_some() || governed);
            // "may have armed or trained", not "may have armed Chad and left"
            let beside = self.out.clauses[i].chunk == before.chunk + 2 && tag == Tag::VerbEd;
            let modal = before.modal.filter(|_| base || beside);
            let denied = before.negated || before.mood.polarity == Polarity::Negated;
            let denied = denied && (joint == Joint::Or || joint == Joint::Also && (base || governed));
            let clause = &mut self.out.clauses[i];
            clause.modal = clause.modal.or(modal);
            clause.negated |= denied;
        }
    }

    fn tag_of(&self, clause: usize) -> Tag {
        self.units[self.group(clause).head].tag
    }

    /// How a verb without auxiliaries hangs on what stands before it.
    fn joint(&self, clause: usize) -> Option<Joint> {
        let verbs = self.group(clause);
        let own = |tag: Tag| tag.is_auxiliary() || tag == Tag::To;
        if verbs.copula || self.units[verbs.first..=verbs.head].iter().any(|u| own(u.tag)) {
            return None;
        }
        let before = self.out.clauses[clause].chunk.checked_sub(1)?;
        match self.kind(before)? {
            ChunkKind::Comma if self.tag_of(clause) == Tag::Verb => Some(Joint::Also),
            ChunkKind::Conjunction => {
                let markers = &self.lexicon.markers;
                let is =
                    |list: &[WordId]| self.units[self.list()[before].first].word.is_some_and(|w| list.contains(&w));
                Some(match () {
                    () if is(&markers.alternative) => Joint::Or,
                    () if is(&markers.adversative) => Joint::But,
                    () => Joint::Also,
                })
            }
            _ => None,
        }
    }

    /// The verb before with the same subject; of a base form, what a base form can follow.
    fn shares_with(&self, clause: usize) -> Option<usize> {
        let own = &self.out.clauses[clause];
        let base = self.tag_of(clause) == Tag::Verb;
        let fits = |&c: &usize| {
            let form = self.group(c).form;
            let before = &self.out.clauses[c];
            before.subject == own.subject
                && match self.tag_of(clause) {
                    Tag::Verb => before.modal.is_some() || form == VerbForm::Infinitive || self.does(c),
                    Tag::VerbIng => self.tag_of(c) == Tag::VerbIng,
                    _ => form != VerbForm::Infinitive && form != VerbForm::Gerund,
                }
        };
        // what two or more clauses lie between is too far away to be sure
        let mut nearest = (clause.saturating_sub(3)..clause).rev();
        if base { nearest.find(fits) } else { nearest.next().filter(fits) }
    }

    /// "did sign": the verb after it is a base form.
    fn does(&self, clause: usize) -> bool {
        let verbs = self.group(clause);
        self.units[verbs.first..verbs.head].iter().any(|u| u.tag == Tag::Do)
    }
}
