//! Slots of rules that nouns set off: "sanctions on", "China's criticism of", "talks between".

use super::{
    Modality, Polarity,
    actors::{ActorList, Actors, scaled},
    clause::{Clause, Link, Nouns, Role},
    content,
    lexicon::{Complements, Controller, Governs, Mood, Tag, WordId, WordList},
    noun_group::NounGroup,
    rejection::Lack,
    rules::{Rule, Slot},
};

/// A noun group whose head is a trigger.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NounEvent<'a> {
    pub(crate) actors: Actors<'a>,
    pub(crate) nouns: Nouns,
    pub(crate) group: &'a NounGroup,
    /// The first unit of a trigger of several words.
    pub(crate) first: usize,
    pub(crate) governor: Option<Governor>,
    /// The group ends before the name that heads it: "NATO member" of "NATO member Hungary".
    pub(crate) titled: bool,
}

/// The clause of which the noun is an argument, and as what.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Governor {
    pub(crate) clause: usize,
    pub(crate) place: Place,
}

/// Where in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Subject,
    Object,
    Preposition(WordId),
}

/// The clause that governs the row.
pub(crate) fn governor(actors: &Actors<'_>, nouns: Nouns) -> Option<Governor> {
    let s = &actors.sentence;
    crate::steps::count(1);
    if let Some((word, Some(before))) = s.introduced_by(nouns.chunk)
        && word == s.lexicon.markers.part
        && s.groups(before).any(|g| s.is_counting(g, before.chunk) || s.is_inside_phrase(before.chunk, g.head))
    {
        return governor(actors, before); // "a new round of talks", "a war of words"
    }
    let as_argument = s.reading.clauses.holding(nouns.chunk).next_back().and_then(|c| {
        let argument = c.arguments.iter().find(|a| a.nouns.chunk == nouns.chunk)?;
        Some(match argument.role {
            Role::Preposition(word) => Governor { clause: c.index, place: Place::Preposition(word) },
            _ => Governor { clause: c.index, place: Place::Object },
        })
    });
    let as_subject = || {
        let clause = s.reading.clauses.owned_by(nouns.chunk).next();
        clause.map(|c| Governor { clause: c.index, place: Place::Subject })
    };
    as_argument.or_else(as_subject)
}

impl<'a> NounEvent<'a> {
    fn clause(&self) -> Option<(&'a Clause, Place)> {
        self.governor.map(|g| (&self.actors.sentence.clauses()[g.clause], g.place))
    }

    /// What the governing verb does to an event noun as its object.
    fn governs(&self) -> Option<Governs> {
        let s = &self.actors.sentence;
        let (clause, place) = self.clause()?;
        let verbs = s.verbs(clause);
        let shape = match place {
            Place::Object => Complements::OBJECT,
            Place::Subject if clause.passive => Complements::OBJECT,
            Place::Subject => return None,
            // "on a trip to Peru, called for" is no "call on"
            Place::Preposition(_) if self.nouns.chunk < clause.chunk => return None,
            Place::Preposition(word) => Complements::preposition(s.lexicon.form(word)),
        };
        let adjective = clause.adjective.map(|unit| s.lexicon.governs(Tag::Adjective, s.units()[unit].lemma));
        let governs = adjective.unwrap_or_else(|| s.lexicon.verb_governs(verbs.lemma, verbs.verb));
        governs.iter().find(|g| g.complements.meets(shape)).copied()
    }

    /// What the rule asks for and does not find: that the noun states something, as in "the claim that".
    pub(crate) fn lack(&self, rule: &Rule) -> Option<Lack> {
        let any = rule.content.is_any() && rule.clause_modality.is_none();
        let fits = any || content::claimed(self.actors, self.nouns, rule).next().is_some();
        (!fits).then_some(Lack::Content)
    }

    /// Who gets what the noun names: "rejected a US request", "faces Western sanctions", "is under French occupation".
    pub(crate) fn receiver(&self) -> ActorList {
        self.receiving().map_or_else(ActorList::new, |clause| scaled(self.actors.subject(clause), 0.9))
    }

    /// The clause whose subject gets what the noun names.
    pub(crate) fn receiving(&self) -> Option<&'a Clause> {
        let (clause, place) = self.clause()?;
        let s = &self.actors.sentence;
        let receives = match place {
            Place::Object => s.lexicon.is(WordList::Receiving, s.verbs(clause).lemma),
            Place::Preposition(_) => self.is_suffered(clause, place),
            Place::Subject => false,
        };
        (receives && !clause.passive).then_some(clause)
    }

    /// "is under attack": right after a verb without object.
    fn is_suffered(&self, clause: &Clause, place: Place) -> bool {
        let suffered = |word| self.actors.sentence.lexicon.markers.suffered.contains(&word);
        let after = self.nouns.chunk == clause.chunk + 2 && clause.argument(Role::Object).is_none();
        matches!(place, Place::Preposition(word) if suffered(word) && after)
    }

    /// Who acts with what the noun names: "with Iran's support, Syria retook the town".
    fn aided(&self) -> ActorList {
        let together = |word| self.actors.sentence.lexicon.markers.together.contains(&word);
        match self.clause() {
            Some((clause, Place::Preposition(word))) if together(word) && !clause.passive => {
                scaled(self.actors.subject(clause), 0.9)
            }
            _ => ActorList::new(),
        }
    }

    /// A request turned down was made; what somebody is under is as real as that he is.
    pub(crate) fn received_mood(&self, mood: Mood) -> Mood {
        match self.clause() {
            Some((clause, Place::Preposition(_))) => mood.under(clause.mood),
            _ => Mood::default(),
        }
    }

    /// Whether the governing verb lends the noun its subject: "hold talks", "is a member".
    fn is_light(&self) -> bool {
        let s = &self.actors.sentence;
        let Some((clause, place)) = self.clause() else { return false };
        let verbs = s.verbs(clause);
        let light = verbs.copula || s.lexicon.is(WordList::Light, verbs.lemma);
        match place {
            Place::Object => light || self.governs().is_some_and(|g| g.controller == Controller::Subject),
            // "sanctions were imposed", "talks began"
            Place::Subject => {
                let acts = s.lexicon.is(WordList::Other, s.head_lemma(self.group)); // "its allies sent tanks to"
                light && !verbs.copula && !acts
            }
            // "is in talks", "engaged in talks", but not "is against sanctions"
            Place::Preposition(word) => {
                let aloof = verbs.copula && s.lexicon.markers.aloof.contains(&word);
                let copular = s.lexicon.is(WordList::Copular, verbs.lemma);
                // "is committed to the fight"
                if clause.adjective.is_some() && self.nouns.chunk == clause.chunk + 3 {
                    return self.governs().is_some_and(|g| g.modality == Some(Modality::Planned));
                }
                light && !aloof && !copular && self.nouns.chunk == clause.chunk + 2
            }
        }
    }

    /// "raised the matter in a call with", "said during a visit to": where the subject did something else.
    fn is_occasion(&self) -> bool {
        let occasion = |word: WordId| self.actors.sentence.lexicon.markers.occasion.contains(&word);
        self.clause().is_some_and(|(_, place)| matches!(place, Place::Preposition(word) if occasion(word)))
    }

    /// Who stands in a slot.
    pub(crate) fn slot(&self, slot: Slot, rule: &Rule) -> ActorList {
        let s = &self.actors.sentence;
        match slot {
            Slot::Owner => {
                let mut out = ActorList::new();
                self.actors.beside(self.group, self.nouns.chunk, 1.0, 0, &mut out);
                if out.is_empty() && self.first < self.group.first {
                    self.owner_of_phrase(&mut out);
                }
                // "the trade of Peru with Chile"
                let part = s.lexicon.markers.part;
                let shared = rule.predicate.is_symmetric() && !rule.target.contains(&Slot::Preposition(part));
                if out.is_empty() && shared {
                    let of = s.phrases_after(self.nouns.chunk).next().filter(|(word, _)| *word == part);
                    out = of.map_or_else(ActorList::new, |(_, n)| self.actors.agents(n));
                }
                out
            }
            Slot::Compound => {
                let mut out = ActorList::new();
                self.actors.compounds(self.group, &mut out);
                out
            }
            Slot::Subject => self.subject(rule),
            Slot::Apposed => self.apposed(),
            Slot::Parties => self.actors.parties(self.nouns),
            Slot::Aided => self.aided(),
            Slot::Clause => content::claimed(self.actors, self.nouns, rule)
                .flat_map(|c| content::about(&self.actors, c, rule))
                .collect(),
            Slot::Antecedent => {
                let hangs = |(word, _): &(WordId, Option<Nouns>)| s.lexicon.markers.occasion.contains(word);
                let before = s.introduced_by(self.nouns.chunk).filter(hangs).and_then(|(_, before)| before);
                before.map_or_else(ActorList::new, |n| self.actors.agents(n))
            }
            Slot::Preposition(word) => {
                let rows = self.prepositional(word).into_iter().flat_map(|n| s.coordinated(n));
                let found = self.actors.patients_of_rows(rows, rule.people);
                if !found.is_empty() || word != s.lexicon.markers.agent {
                    return found;
                }
                self.actors.doer(self.nouns.chunk).map_or(found, |n| self.actors.agents(n))
            }
            Slot::Pair
            | Slot::Object
            | Slot::Indirect
            | Slot::Prefix
            | Slot::Head
            | Slot::Condition
            | Slot::Deed
            | Slot::Again
            | Slot::Topic
            | Slot::Earlier
            | Slot::Later => ActorList::new(),
        }
    }

    /// "Peru's withdrawal of troops": who stands before the first noun of a trigger that spans several groups.
    fn owner_of_phrase(&self, out: &mut ActorList) {
        let s = &self.actors.sentence;
        let mut row = self.nouns;
        while let Some((_, Some(before))) = s.introduced_by(row.chunk) {
            if let Some(group) = s.groups(before).find(|g| (g.first..=g.last).contains(&self.first)) {
                self.actors.beside(group, before.chunk, 1.0, 0, out);
                return;
            }
            if before.chunk >= row.chunk {
                return;
            }
            row = before;
        }
    }

    fn subject(&self, rule: &Rule) -> ActorList {
        // "Slovenia, a NATO member, bought"
        let apposed = |c: &&Clause| c.apposition.is_some_and(|n| n.chunk == self.nouns.chunk);
        if let Some(clause) = self.actors.sentence.clauses().iter().find(apposed) {
            return self.actors.agents_of_rows(clause.subject.into_iter().flatten());
        }
        if !(self.is_light() || rule.occasion && self.is_occasion()) {
            return ActorList::new();
        }
        let s = &self.actors.sentence;
        let Some((clause, place)) = self.clause() else { return ActorList::new() };
        if clause.passive {
            if rule.occasion && self.is_occasion() {
                // "were killed in a clash with"
                return self.actors.patients_of_rows(clause.subject.into_iter().flatten(), true);
            }
            let by = clause.argument(Role::Preposition(s.lexicon.markers.agent));
            return by.map_or_else(ActorList::new, |n| self.actors.agents(n));
        }
        if place == Place::Subject {
            return ActorList::new();
        }
        let scale = if clause.inherited { 0.95 } else { 1.0 };
        scaled(self.actors.subject(clause), scale)
    }

    /// The row that the preposition introduces: right after the noun, or as argument of the verb that governs it.
    fn prepositional(&self, word: WordId) -> Option<Nouns> {
        let s = &self.actors.sentence;
        let markers = &s.lexicon.markers;
        // "strikes, with support from": from belongs to the nearer one
        let agent = word == markers.agent || markers.origin.contains(&word);
        // "a pact after talks with", "a call for a truce with"
        let together = markers.together.contains(&word);
        let mut phrases = s.phrases_after(self.nouns.chunk);
        let mut own = |(w, n): (WordId, Nouns)| {
            let event = || s.groups(n).any(|g| self.actors.is_event(s.head_lemma(g)));
            if w == word {
                Some(Some(n))
            } else if (agent && w != markers.part || together && (markers.moment.contains(&w) || self.asks(w)))
                && event()
            {
                Some(None)
            } else {
                None
            }
        };
        let found = phrases.find_map(&mut own);
        // who is with the event between is not with this one by way of the verb
        let crossed = if found == Some(None) && together { phrases.find(|(w, _)| *w == word) } else { None };
        found
            .flatten()
            .or_else(|| {
                let (clause, _) = self.clause()?;
                if !self.is_light() {
                    return None;
                }
                // "gave Putin a warning" is a warning to Putin
                let dative = clause.argument(Role::Indirect).filter(|_| s.lexicon.markers.dative.contains(&word));
                let beside = clause.argument(Role::Preposition(word));
                beside.filter(|n| crossed.is_none_or(|(_, c)| c.chunk != n.chunk)).or(dative)
            })
            .or_else(|| {
                // "sanctions imposed by the US on Iran"
                let reduced = s.clauses().iter().find(|c| {
                    let of_this = c.subject[0].is_some_and(|n| n.chunk == self.nouns.chunk);
                    c.link == Link::Participle && of_this && s.lexicon.is(WordList::Light, s.verbs(c).lemma)
                })?;
                reduced.argument(Role::Preposition(word))
            })
    }

    /// Whether the noun asks for what the preposition introduces: "a call for".
    fn asks(&self, word: WordId) -> bool {
        let s = &self.actors.sentence;
        let shape = Complements::preposition(s.lexicon.form(word));
        let governs = s.lexicon.governs(Tag::Noun, s.head_lemma(self.group));
        governs.iter().any(|g| g.modality == Some(Modality::Requested) && g.complements.meets(shape))
    }

    /// Two or more that the noun joins: before it, or after "between".
    pub(crate) fn pair(&self, rule: &Rule) -> ActorList {
        let s = &self.actors.sentence;
        let mut before = ActorList::new();
        self.actors.beside(self.group, self.nouns.chunk, 1.0, 0, &mut before);
        if before.len() > 1 {
            return before;
        }
        for word in &s.lexicon.markers.between {
            if let Some(nouns) = self.prepositional(*word) {
                let found = self.actors.patients(nouns, false);
                if found.len() > 1 {
                    return found;
                }
            }
        }
        let part = s.lexicon.markers.part;
        if rule.target.contains(&Slot::Preposition(part)) {
            return ActorList::new(); // "an ally of Russia and China"
        }
        let of = self.prepositional(part).map_or_else(ActorList::new, |n| self.actors.agents(n));
        if of.len() > 1 { of } else { ActorList::new() }
    }

    /// Polarity and modality from the determiner, the governing verb and the noun that governs this one.
    pub(crate) fn mood(&self, rule: &Rule) -> Mood {
        let s = &self.actors.sentence;
        let mut mood = Mood::default();
        if s.is_negative(self.group.first) {
            mood.polarity = Polarity::Negated;
        }
        if let Some((clause, place)) = self.clause() {
            if let Some(governs) = self.governs() {
                mood.modality = mood.modality.max(governs.modality.unwrap_or(Modality::Actual));
                mood.polarity = mood.polarity.max(governs.polarity.unwrap_or(Polarity::Affirmed));
                mood = mood.under(clause.mood);
            } else if self.is_light() || place == Place::Subject && s.verbs(clause).copula {
                mood = mood.under(clause.mood);
            } else if rule.occasion && self.is_occasion() {
                mood.modality = mood.modality.max(clause.mood.modality);
            }
        }
        if let Some((word, Some(before))) = s.introduced_by(self.nouns.chunk)
            && let Some(group) = s.groups(before).next_back()
        {
            let shape = Complements::preposition(s.lexicon.form(word));
            let head = &s.units()[group.head];
            if let Some(g) = s.lexicon.governs(Tag::Noun, head.lemma).iter().find(|g| g.complements.meets(shape)) {
                mood.modality = mood.modality.max(g.modality.unwrap_or(Modality::Actual));
                mood.polarity = mood.polarity.max(g.polarity.unwrap_or(Polarity::Affirmed));
                if s.is_negative(group.first) {
                    mood.polarity = Polarity::Negated;
                }
            }
        }
        mood
    }
}
