//! Participles, infinitives and gerunds: whose subject they take over, and from what word.

use super::{
    Link, Nouns, Role,
    finite::LONGEST_CHAIN,
    reader::{Intro, Reader},
};
use crate::relation::{
    Modality, Polarity,
    chunk::ChunkKind,
    lexicon::{Complements, Controller, Governs, NounClass, Pronoun, Tag, WordId, WordList},
    verb_group::VerbForm,
};

impl Reader<'_> {
    pub(super) fn participle(&mut self, group: usize, at: usize) {
        let before = self.before(at);
        let (subject, governor) = match before {
            // "Iran attack on Israel condemned by Peru": a headline's only verb is said of what it begins with
            Some(ChunkKind::Nouns(_)) if self.is_dropped_be(group, at) => (self.pending, None),
            Some(ChunkKind::Nouns(row)) => ([Some(Nouns { row, chunk: at - 1 }), None], self.current),
            _ if self.pending[0].is_some() => (self.pending, self.current),
            // "announced a truce, brokered by Egypt"
            Some(ChunkKind::Comma)
                if at > 1
                    && self.chunks.verb_groups[group].form != VerbForm::Gerund
                    && matches!(self.kind(at - 2), Some(ChunkKind::Nouns(_))) =>
            {
                let Some(ChunkKind::Nouns(row)) = self.kind(at - 2) else { unreachable!("just seen") };
                ([Some(Nouns { row, chunk: at - 2 }), None], self.current)
            }
            Some(ChunkKind::Conjunction) => {
                let beside = self.current.map(|c| self.alike(c, group));
                (beside.map_or([None; 2], |c| self.out.clauses[c].subject), beside)
            }
            // "crossed in trucks decked with flags, ending": of the whole
            Some(ChunkKind::Comma) if self.current.is_some() => {
                let clause = self.current.map_or(0, |c| self.outermost(c));
                (self.out.clauses[clause].subject, Some(clause))
            }
            _ => match self.current {
                Some(clause) => (self.out.clauses[clause].subject, Some(clause)),
                None => ([None; 2], None),
            },
        };
        self.suspend();
        let index = self.push(group, at, subject, Link::Participle, governor);
        self.out.clauses[index].passive |= self.chunks.verb_groups[group].form != VerbForm::Gerund;
        if subject[0].is_none() {
            self.dangling = Some(index);
            // what follows belongs to the participle until its clause ends
        }
        if self.negation {
            self.out.clauses[index].mood.polarity = Polarity::Negated;
        }
        self.intro = Intro::Main;
    }

    /// "forcing villagers to flee and prompting": the clause above, of the same form, with which "and" goes on.
    fn alike(&self, last: usize, group: usize) -> usize {
        let form = self.chunks.verb_groups[group].form;
        let outer = |&c: &usize| self.out.clauses[c].governor.filter(|&g| g < c);
        let beside = |&c: &usize| self.group(c).form == form && self.out.clauses[c].link == Link::Participle;
        std::iter::successors(Some(last), outer).take(LONGEST_CHAIN).find(beside).unwrap_or(last)
    }

    /// "gave it three days to leave": who was given the time.
    fn given_time(&self, at: usize, shape: Complements) -> Option<Nouns> {
        let time = self.nouns_at(at.checked_sub(1)?).filter(|n| self.is_time(*n))?;
        let clause = &self.out.clauses[self.current?];
        let patient = clause.argument(Role::Object)?;
        let light = self.lexicon.is(WordList::Light, self.chunks.verb_groups[clause.verbs].verb);
        (shape == Complements::TO && light && patient.chunk + 1 == time.chunk && !clause.passive).then_some(patient)
    }

    /// Whether a participle followed by "by" is a sentence's only verb, with its subject before a prepositional phrase.
    fn is_dropped_be(&self, group: usize, at: usize) -> bool {
        let agent = matches!(self.kind(at + 1), Some(ChunkKind::Preposition(w)) if w == self.lexicon.markers.agent);
        agent
            && self.current.is_none()
            && self.pending[0].is_some_and(|n| n.chunk == 0)
            && self.chunks.verb_groups[group].form != VerbForm::Gerund
            && !self.list()[at + 1..].iter().any(|c| matches!(c.kind, ChunkKind::Verbs(_)))
    }

    pub(super) fn infinitive(&mut self, group: usize, at: usize) {
        self.controlled(group, at, Complements::TO);
    }

    pub(super) fn gerund(&mut self, group: usize, at: usize) {
        if self.goes_on_in_series(group, at) {
            return;
        }
        match self.before(at) {
            Some(ChunkKind::Preposition(word)) => {
                let shape = self.preposition(word);
                self.controlled(group, at, shape);
            }
            Some(ChunkKind::Nouns(row)) if self.pending[0].is_some() || self.current.is_some() => {
                let noun = Nouns { row, chunk: at - 1 };
                // "issued a statement urging": who issued it urges; "a jet flying" does so itself
                let text = self.lexicon.noun_class(self.head(noun).lemma) == NounClass::Thing;
                let holder = self.current.filter(|_| text && !self.names_somebody(noun));
                let subject = holder.map_or([Some(noun), None], |c| self.out.clauses[c].subject);
                self.suspend();
                self.push(group, at, subject, Link::Participle, self.current);
                self.intro = Intro::Main;
            }
            Some(ChunkKind::Verbs(_)) => self.controlled(group, at, Complements::ING),
            _ => self.participle(group, at),
        }
    }

    pub(super) fn preposition(&self, word: WordId) -> Complements {
        Complements::preposition(self.lexicon.form(word))
    }

    /// An infinitive or a gerund: finds what governs it, and whose subject it takes over.
    pub(super) fn controlled(&mut self, group: usize, at: usize, shape: Complements) {
        let pending = self.pending;
        self.suspend();
        let governor = self.current;
        let noun = self.governing_noun(at, shape);
        let mut own = false;
        let planner = if noun.is_none() { self.planner(at, shape) } else { None };
        let asked = if noun.is_none() { self.asked_of(at, shape) } else { None };
        let (governs, subject, noun_negated) = if let Some((asked, governs, negated)) = asked {
            (Some(governs), [Some(asked), None], negated)
        } else if let Some((planner, governs, negated)) = planner {
            (Some(governs), [Some(planner), None], negated)
        } else if let Some((nouns, governs)) = noun {
            let row = self.chunks.coordinations[nouns.row];
            let holder = self.chunks.noun_groups[row.end - 1];
            let negated = self.is_negative(holder.first) || governor.is_some_and(|c| self.turns_down(c, nouns));
            // "Japan's bid to join": the noun itself stands for its owner
            let owned = holder.owner.is_some()
                || self.units[holder.modifiers()].iter().any(|u| u.mentions.is_some() || u.tag == Tag::Possessive);
            let subject = if owned && self.units[holder.first].tag != Tag::Possessive {
                [Some(nouns), None]
            } else {
                governor.map_or(pending, |c| self.out.clauses[c].subject)
            };
            (Some(governs), subject, negated)
        } else if let Some(patient) = self.given_time(at, shape) {
            let governs = governor.and_then(|c| self.governing_predicate(c, shape));
            (governs, [Some(patient), None], false)
        } else {
            let mut governs = governor.and_then(|c| self.governing_predicate(c, shape));
            let object = governor.and_then(|c| self.controlling_object(c));
            let subject = match governs.map(|g| g.controller) {
                _ if governor.is_some_and(|c| self.is_expletive(c)) && self.introduced(at).is_some() => {
                    own = true;
                    if governor.is_some_and(|c| self.out.clauses[c].adjective.is_none()) {
                        governs = None; // "is to leave" is something else
                    }
                    [self.introduced(at), None] // "it is time for Syria to leave"
                }
                Some(Controller::Object) if object.is_some() => [object, None],
                Some(Controller::None) => [None; 2],
                _ => governor.map_or(pending, |c| self.out.clauses[c].subject),
            };
            (governs, subject, false)
        };
        let index = self.push(group, at, subject, Link::Controlled, governor);
        let clause = &mut self.out.clauses[index];
        clause.inherited = !own;
        clause.governs = governs;
        if subject[0].is_none() && governor.is_none() {
            self.dangling = Some(index); // "After condemning the attack, Japan ..."
        }
        // "without condemning"
        let without = matches!(self.before(at), Some(ChunkKind::Preposition(w)) if self.lexicon.word(w).facts.negative);
        let clause = &mut self.out.clauses[index];
        if self.negation || noun_negated || without {
            clause.mood.polarity = Polarity::Negated;
        }
        let past = governor.is_some_and(|c| self.chunks.verb_groups[self.out.clauses[c].verbs].past);
        if governs.is_none() && shape == Complements::TO && !past {
            // of purpose; what was done, was done: "met to sign"; "a mistake for Peru to attack" is only judged
            self.out.clauses[index].mood.modality = if own { Modality::Hypothetical } else { Modality::Planned };
        }
        self.intro = Intro::Main;
    }

    /// "it is": a copula whose subject is a pronoun that may stand for nothing.
    fn is_expletive(&self, clause: usize) -> bool {
        let thing = |n: Nouns| {
            let word = self.head(n).word;
            word.is_some_and(|id| self.lexicon.word(id).facts.pronoun == Some(Pronoun::Thing))
        };
        self.group(clause).copula && self.out.clauses[clause].subject[0].is_some_and(thing)
    }

    /// The nouns right before an infinitive that a preposition introduces.
    fn introduced(&self, at: usize) -> Option<Nouns> {
        let ChunkKind::Nouns(row) = self.before(at)? else { return None };
        let ChunkKind::Preposition(_) = self.kind(at.checked_sub(2)?)? else { return None };
        Some(Nouns { row, chunk: at - 1 })
    }

    /// "plans to", "its bid to", "threat of": a noun right before that governs.
    pub(super) fn governing_noun(&self, at: usize, shape: Complements) -> Option<(Nouns, Governs)> {
        let back = if matches!(self.before(at), Some(ChunkKind::Preposition(_))) { 2 } else { 1 };
        let chunk = at.checked_sub(back)?;
        let ChunkKind::Nouns(row) = self.kind(chunk)? else { return None };
        self.governs_as(Nouns { row, chunk }, shape)
    }

    /// Whose plan it is: "efforts by Iran to destabilise", "a bid from Peru to join".
    fn planner(&self, at: usize, shape: Complements) -> Option<(Nouns, Governs, bool)> {
        let before = at.checked_sub(3)?;
        let (ChunkKind::Nouns(row), ChunkKind::Preposition(word)) = (self.kind(at - 1)?, self.kind(at - 2)?) else {
            return None;
        };
        let planner = Nouns { row, chunk: at - 1 };
        let markers = &self.lexicon.markers;
        let by = word == markers.agent || word == markers.part || markers.origin.contains(&word);
        let ChunkKind::Nouns(plan) = self.kind(before)? else { return None };
        let (plan, governs) = self.governs_as(Nouns { row: plan, chunk: before }, shape)?;
        let negated = self.is_negative(self.first_unit(plan));
        // a call by one is for another to do it
        let own = governs.controller == Controller::Subject && governs.modality != Some(Modality::Requested);
        (by && own && self.names_somebody(planner)).then_some((planner, governs, negated))
    }

    /// Of whom a noun asks it: "an invitation to Bolivia to join", "a call on Chad to leave".
    fn asked_of(&self, at: usize, shape: Complements) -> Option<(Nouns, Governs, bool)> {
        let asked = self.nouns_at(at.checked_sub(1)?)?;
        let ChunkKind::Preposition(word) = self.kind(at.checked_sub(2)?)? else { return None };
        let request = self.nouns_at(at.checked_sub(3)?)?;
        let markers = &self.lexicon.markers;
        let (request, governs) = self.governs_as(request, shape)?;
        let asks = shape == Complements::TO
            && governs.controller == Controller::Object
            && (markers.dative.contains(&word) || markers.addressing.contains(&word));
        (asks && self.names_somebody(asked)).then(|| (asked, governs, self.is_negative(self.first_unit(request))))
    }

    /// "rejected calls to", "vetoed a plan to": the object is turned down, and what it is for with it.
    fn turns_down(&self, clause: usize, object: Nouns) -> bool {
        let governs = || self.governing_predicate(clause, Complements::REQUEST);
        let active = &self.out.clauses[clause];
        !active.passive
            && active.argument(Role::Object) == Some(object)
            && governs().is_some_and(|g| g.polarity == Some(Polarity::Negated))
    }

    fn nouns_at(&self, chunk: usize) -> Option<Nouns> {
        match self.kind(chunk)? {
            ChunkKind::Nouns(row) => Some(Nouns { row, chunk }),
            _ => None,
        }
    }

    fn governs_as(&self, nouns: Nouns, shape: Complements) -> Option<(Nouns, Governs)> {
        let head = self.head(nouns);
        let governs = self.lexicon.governs(Tag::Noun, head.lemma).iter().find(|g| g.complements.meets(shape))?;
        Some((nouns, *governs))
    }

    pub(super) fn governing_predicate(&self, clause: usize, shape: Complements) -> Option<Governs> {
        let verbs = self.group(clause);
        let found = match self.out.clauses[clause].adjective {
            Some(unit) => self.lexicon.governs(Tag::Adjective, self.units[unit].lemma),
            None if verbs.copula => self.lexicon.governs(Tag::Verb, self.lexicon.be()),
            None => self.lexicon.verb_governs(verbs.lemma, verbs.verb),
        };
        // "wants to join" and "wants Japan to join"
        let object = !self.out.clauses[clause].passive && self.has_object(clause);
        let fits = |g: &&Governs| g.complements.meets(shape);
        let by_object = |g: &&Governs| fits(g) && (g.controller == Controller::Object) == object;
        let governs = *found.iter().find(by_object).or_else(|| found.iter().find(fits))?;
        // "is expected to", "was urged to": in the passive the subject is the object that controls
        if self.out.clauses[clause].passive && governs.controller == Controller::Object {
            return Some(Governs { controller: Controller::Subject, ..governs });
        }
        Some(governs)
    }

    pub(super) fn has_object(&self, clause: usize) -> bool {
        self.out.clauses[clause].arguments.iter().any(|a| matches!(a.role, Role::Object | Role::Indirect))
    }

    pub(super) fn controlling_object(&self, clause: usize) -> Option<Nouns> {
        let clause = &self.out.clauses[clause];
        clause
            .argument(Role::Indirect)
            .or_else(|| clause.argument(Role::Object))
            .or_else(|| clause.arguments.iter().rev().find(|a| self.names_somebody(a.nouns)).map(|a| a.nouns))
    }
}
