//! Slots of rules that verbs, and adjectives after a copula, set off.

use std::cell::{Cell, OnceCell, RefCell};

use smallvec::SmallVec;

use super::{
    Modality, Polarity,
    actors::{ActorList, Actors, scaled},
    around::Scene,
    clause::{Argument, Clause, Link, Nouns, Role},
    content,
    lexicon::{Controller, Lemma, Mood, Tag, WordId},
    noun_group::NounGroup,
    parties::several,
    rejection::Lack,
    rules::{Around, Rule, Slot},
    sentence::Sentence,
};

/// A clause whose verb (or predicate adjective) is a trigger.
#[derive(Debug)]
pub(crate) struct VerbEvent<'a> {
    pub(crate) actors: Actors<'a>,
    pub(crate) index: usize,
    around: OnceCell<Around>,
    scene: Scene,
    memo: Memo,
}

/// What was found for one rule and holds for the others of its trigger too.
#[derive(Debug, Default)]
struct Memo {
    /// The lemmas of the object, without and with whose deal it is.
    objects: [OnceCell<SmallVec<[Lemma; 4]>>; 2],
    /// What [`VerbEvent::stated`] gives.
    stated: OnceCell<SmallVec<[(usize, bool); 2]>>,
    /// Who stands in a slot, as far as nothing more was told since.
    slots: RefCell<SmallVec<[(SlotKey, ActorList); 2]>>,
    told: Cell<usize>,
}

/// A slot with all that counts of a rule for who stands in it: [`Rule::people`], and whether it asks for no object.
type SlotKey = (Slot, bool, bool);

impl<'a> VerbEvent<'a> {
    pub(crate) fn new(actors: Actors<'a>, index: usize, scene: Scene) -> Self {
        Self { actors, index, scene, around: OnceCell::new(), memo: Memo::default() }
    }

    /// What stands around the trigger.
    pub(crate) fn around(&self) -> &Around {
        self.around.get_or_init(|| self.look_around(&self.scene))
    }

    fn clause(&self) -> &'a Clause {
        &self.actors.sentence.clauses()[self.index]
    }

    fn passive(&self) -> bool {
        self.clause().passive
    }

    /// The rows that are the deep object: the object, or the subject of the passive.
    fn object_rows(&self) -> impl Iterator<Item = Nouns> + use<'a> {
        let clause = self.clause();
        let subject = if self.passive() { clause.subject } else { [None; 2] };
        let object = if self.passive() { None } else { clause.argument(Role::Object) };
        subject.into_iter().flatten().chain(object)
    }

    /// What the participle's noun belongs to: "a truce with Chile mediated by".
    fn governing_rows(&self) -> impl Iterator<Item = Nouns> + use<'a> {
        let s = self.actors.sentence;
        let participle = self.passive() && self.clause().link == Link::Participle;
        let first = self.clause().subject[0].filter(|_| participle);
        let before = move |n: &Nouns| s.introduced_by(n.chunk).and_then(|(_, before)| before);
        std::iter::successors(first, before).skip(1).take(2)
    }

    /// Whether somebody stands in the object.
    pub(crate) fn names_object(&self) -> bool {
        let s = &self.actors.sentence;
        // "reopened their embassies" names nobody else
        let own = |n: Nouns| s.groups(n).all(|g| s.units()[g.first].tag == Tag::Possessive);
        let object = self.clause().argument(Role::Object).filter(|&n| !own(n));
        object.is_some_and(|n| !self.actors.patients(n, true).is_empty())
    }

    /// The clause's mood; "imposed no sanctions" is negated by its object.
    pub(crate) fn mood(&self) -> Mood {
        let s = &self.actors.sentence;
        let mut mood = self.clause().mood;
        if self.object_rows().flat_map(|n| s.groups(n)).any(|g| s.is_negative(g.first)) {
            mood.polarity = Polarity::Negated;
        }
        mood
    }

    /// The chunks of the deep object, and of what it counts.
    pub(crate) fn object_chunks(&self) -> impl Iterator<Item = usize> + use<'a> {
        let actors = self.actors;
        let counted = move |n: Nouns| actors.sentence.groups(n).filter_map(move |g| actors.counted(g, n.chunk));
        self.object_rows().flat_map(move |n| std::iter::once(n.chunk).chain(counted(n).map(|of| of.chunk)))
    }

    /// Whether something is said of the object that follows it: "see Assad removed".
    fn has_small_clause(&self) -> bool {
        let Some(object) = self.clause().argument(Role::Object) else { return false };
        let of_it = |c: &Clause| c.subject[0].is_some_and(|n| n.chunk == object.chunk) && c.chunk == object.chunk + 1;
        self.actors.sentence.clauses().iter().any(of_it)
    }

    /// Whether the object is one that the rule asks for.
    fn object_fits(&self, rule: &Rule) -> bool {
        if rule.alone.is_some_and(|alone| alone == self.has_small_clause()) {
            return false;
        }
        if rule.object.is_empty() && rule.not_object.is_empty() {
            return true;
        }
        let lemmas = self.object_lemmas(rule.target.contains(&Slot::Parties));
        let has = |list: &[Lemma]| lemmas.iter().any(|l| list.binary_search(l).is_ok());
        (rule.object.is_empty() || has(&rule.object)) && !has(&rule.not_object)
    }

    /// The lemmas by which the object is called; with `parties` also those of what it belongs to.
    pub(crate) fn object_lemmas(&self, parties: bool) -> &[Lemma] {
        self.memo.objects[usize::from(parties)].get_or_init(|| self.read_object_lemmas(parties))
    }

    fn read_object_lemmas(&self, parties: bool) -> SmallVec<[Lemma; 4]> {
        let s = &self.actors.sentence;
        let retained = if self.passive() { self.clause().argument(Role::Object) } else { None };
        let mut lemmas = SmallVec::new();
        let rows = self.object_rows().chain(self.governing_rows().filter(|_| parties));
        for row in rows.chain(retained) {
            for group in s.groups(row) {
                lemmas.extend([s.head_lemma(group), s.units()[group.head].lemma]);
                if s.is_counting(group, row.chunk)
                    && let Some((_, of)) = s.phrases_after(row.chunk).find(|(w, _)| *w == s.lexicon.markers.part)
                {
                    lemmas.extend(s.groups(of).map(|g| s.head_lemma(g)));
                }
            }
        }
        lemmas.extend(s.noun_of_verb(self.clause()).map(|unit| s.units()[unit].lemma));
        lemmas.retain(|l| *l != Lemma::UNKNOWN);
        lemmas.dedup();
        lemmas
    }

    /// What the rule asks for, beside its sides, and does not find.
    pub(crate) fn lack(&self, rule: &Rule) -> Option<Lack> {
        if !self.subject_fits(rule) {
            Some(Lack::Subject)
        } else if !self.object_fits(rule) {
            Some(Lack::Object)
        } else if !self.phrase_fits(rule) {
            Some(Lack::Phrase)
        } else if !self.content_fits(rule) {
            Some(Lack::Content)
        } else if !self.deed_fits(rule) {
            Some(Lack::Deed)
        } else {
            (!self.beside_fits(rule)).then_some(Lack::Beside)
        }
    }

    /// Whether the one who acts is called by one of the nouns that the rule asks for, and by none that it refuses.
    fn subject_fits(&self, rule: &Rule) -> bool {
        if rule.subject.is_empty() && rule.not_subject.is_empty() {
            return true;
        }
        let s = &self.actors.sentence;
        let rows =
            if self.passive() { [self.prepositional(s.lexicon.markers.agent), None] } else { self.clause().subject };
        let has = |list: &[Lemma]| rows.into_iter().flatten().flat_map(|n| s.groups(n)).any(|g| heads(s, g, list));
        (rule.subject.is_empty() || has(&rule.subject)) && !has(&rule.not_subject)
    }

    /// Whether a prepositional argument has one of the heads that the rule asks for: "on alert", "to the border".
    fn phrase_fits(&self, rule: &Rule) -> bool {
        if rule.phrase.is_empty() {
            return true;
        }
        let s = &self.actors.sentence;
        let prepositional = |a: &&Argument| matches!(a.role, Role::Preposition(_));
        let mut groups = self.clause().arguments.iter().filter(prepositional).flat_map(|a| s.groups(a.nouns));
        groups.any(|g| heads(s, g, &rule.phrase))
    }

    /// Whether somebody of the kinds that the rule asks for is named in one of its further slots: "invited to AUKUS".
    fn beside_fits(&self, rule: &Rule) -> bool {
        let Some((slots, kinds)) = &rule.beside else { return true };
        let s = &self.actors.sentence;
        let named = |n: Nouns| self.actors.agents(n).iter().any(|a| kinds.has(s.kind_of(a.mention)));
        slots.iter().any(|slot| match *slot {
            Slot::Preposition(word) => self.prepositional(word).is_some_and(named),
            Slot::Object => self.object_rows().any(named),
            _ => false,
        })
    }

    /// Whether a that-clause says what the rule asks for.
    fn content_fits(&self, rule: &Rule) -> bool {
        rule.content.is_any() && rule.clause_modality.is_none() || self.contents(rule).next().is_some()
    }

    /// Whether the verb governs one of the deeds that the rule asks for.
    fn deed_fits(&self, rule: &Rule) -> bool {
        rule.deed.is_empty() || self.governed(rule).is_some()
    }

    /// The clauses that the verb states, as far as they say what the rule asks for.
    fn contents<'e>(&'e self, rule: &'e Rule) -> impl Iterator<Item = &'a Clause> + use<'a, 'e> {
        let (actors, clauses) = (self.actors, self.actors.sentence.clauses());
        let any = rule.content.is_any() && rule.clause_modality.is_none();
        let own =
            move |c: &Clause| !rule.content.own || content::is_by(&actors, c, &actors.subject(&clauses[self.index]));
        let stated = self.memo.stated.get_or_init(|| self.stated()).iter();
        let clauses = stated.filter(move |(_, beside)| !any || !beside).map(move |&(c, _)| &clauses[c]);
        clauses.filter(move |c| content::states(&actors, c, rule) && own(c))
    }

    /// The clauses that the verb states, and whether they only stand beside one that it does: "said Hungary was wrong and
    /// Romania was reckless".
    fn stated(&self) -> SmallVec<[(usize, bool); 2]> {
        let s = self.actors.sentence;
        let mut found = SmallVec::new();
        for stated in s.governed_by(self.index).filter(|c| c.link == Link::Content) {
            found.push((stated.index, false));
            let beside = s.governed_by(stated.index).filter(|c| c.link == Link::Coordinate && !c.inherited);
            found.extend(beside.map(|c| (c.index, true)));
        }
        found.sort_unstable();
        found
    }

    /// The clause of the governed deed, if it is one that the rule asks for.
    pub(crate) fn governed(&self, rule: &Rule) -> Option<usize> {
        let s = &self.actors.sentence;
        let wanted = |c: &&Clause| {
            let verbs = s.verbs(c);
            rule.deed.is_empty() || [verbs.lemma, verbs.verb].iter().any(|l| rule.deed.binary_search(l).is_ok())
        };
        s.governed_by(self.index).find(|c| c.link == Link::Controlled).filter(wanted).map(|c| c.index)
    }

    /// To whom the governed verb does something: "threatened to attack Iran".
    fn deed(&self, rule: &Rule) -> ActorList {
        let Some(deed) = self.governed(rule).map(|i| &self.actors.sentence.clauses()[i]) else {
            return ActorList::new();
        };
        // "warned Egypt not to attack Iran": another's, and none
        let another = deed.governs.is_some_and(|g| g.controller == Controller::Object)
            && deed.subject.into_iter().flatten().any(|n| !self.actors.agents(n).is_empty());
        if deed.negated || another {
            return ActorList::new();
        }
        let rows = deed.arguments.iter().filter(|a| a.nouns.chunk > deed.chunk);
        rows.map(|a| self.actors.patients(a.nouns, rule.people)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Who stands in a slot.
    pub(crate) fn slot(&self, slot: Slot, rule: &Rule) -> ActorList {
        let key = match slot {
            Slot::Subject | Slot::Owner | Slot::Compound => (slot, false, false),
            Slot::Indirect | Slot::Preposition(_) => (slot, rule.people, false),
            Slot::Object => (slot, rule.people, rule.object.is_empty()),
            _ => return self.fill(slot, rule),
        };
        let Memo { slots, told, .. } = &self.memo;
        let now = self.actors.sentence.discourse.told_so_far.get();
        if told.replace(now) != now {
            slots.borrow_mut().clear();
        }
        if let Some((_, known)) = slots.borrow().iter().find(|(known, _)| *known == key) {
            return ActorList::from_slice(known);
        }
        let found = self.fill(slot, rule);
        slots.borrow_mut().push((key, ActorList::from_slice(&found)));
        found
    }

    fn fill(&self, slot: Slot, rule: &Rule) -> ActorList {
        let (clause, actors) = (self.clause(), &self.actors);
        let s = &actors.sentence;
        match slot {
            Slot::Subject if self.passive() => {
                let rows = self.prepositional(s.lexicon.markers.agent).into_iter().flat_map(|n| s.coordinated(n));
                actors.agents_of_rows(rows)
            }
            Slot::Subject => self.subject(),
            Slot::Object => {
                if self.passive() && clause.argument(Role::Object).is_some() && rule.object.is_empty() {
                    return clause
                        .argument(Role::Object)
                        .map_or_else(ActorList::new, |n| actors.patients(n, rule.people));
                }
                let found = actors.patients_of_rows(self.object_rows(), rule.people);
                if !found.is_empty() {
                    return found;
                }
                let apposed = if self.passive() { clause.apposition } else { clause.argument(Role::Apposition) };
                match apposed {
                    Some(nouns) => actors.agents(nouns),
                    None => actors.antecedent_beside(clause, !self.passive()),
                }
            }
            Slot::Indirect => {
                let row = if self.passive() && clause.argument(Role::Object).is_some() {
                    clause.subject[0]
                } else {
                    clause.argument(Role::Indirect)
                };
                row.map_or_else(|| self.fused_indirect(), |n| actors.patients(n, rule.people))
            }
            Slot::Owner => self.beside_object(),
            Slot::Compound => self.compound_object(),
            Slot::Preposition(word) => {
                let named = |n: Nouns| actors.patients_of_rows(s.coordinated(n), rule.people);
                let first = self.prepositional(word);
                let found = first.map_or_else(ActorList::new, named);
                if !found.is_empty() || first.is_none() {
                    return found;
                }
                // "take part in operations in Chad"
                let after = |a: &&Argument| {
                    a.role == Role::Preposition(word) && a.nouns.chunk > clause.chunk && Some(a.nouns) != first
                };
                let rows = clause.arguments.iter().filter(after).map(|a| named(a.nouns));
                rows.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
            }
            // whatever is alleged: the first
            Slot::Clause if rule.content.is_any() && rule.clause_modality.is_none() => {
                self.contents(rule).take(1).flat_map(|c| content::about(actors, c, rule)).collect()
            }
            Slot::Clause => self.contents(rule).flat_map(|c| content::about(actors, c, rule)).collect(),
            Slot::Condition => content::condition(actors),
            Slot::Deed => self.deed(rule),
            Slot::Again => actors.again(rule),
            Slot::Topic if self.names_receiver(rule) => ActorList::new(),
            Slot::Topic => actors.topic(rule, &self.subject()),
            // "A and B signed a deal brokered by"
            Slot::Parties if s.noun_of_verb(clause).is_some() => several(self.subject_as_agents()),
            Slot::Parties if self.passive() => {
                let rows = self.object_rows().chain(self.governing_rows());
                rows.map(|n| actors.parties(n)).find(|found| !found.is_empty()).unwrap_or_default()
            }
            Slot::Parties | Slot::Aided => ActorList::new(),
            Slot::Pair | Slot::Prefix | Slot::Head | Slot::Antecedent | Slot::Apposed | Slot::Earlier | Slot::Later => {
                ActorList::new()
            }
        }
    }

    fn subject_as_agents(&self) -> ActorList {
        self.clause().subject.into_iter().flatten().flat_map(|n| self.actors.agents(n)).collect()
    }

    /// Whether the clause says itself to whom it is done, be it nobody: "pledged money for farmers".
    fn names_receiver(&self, rule: &Rule) -> bool {
        let (clause, s) = (self.clause(), &self.actors.sentence);
        if clause.mood.modality == Modality::Requested {
            return true; // "were invited to join"
        }
        if self.passive() || rule.object.is_empty() && clause.argument(Role::Object).is_some() {
            return true;
        }
        // "some of its sanctions"
        let counted = self.object_chunks().count() > 1;
        rule.target.iter().any(|slot| match slot {
            Slot::Preposition(word) if counted && *word == s.lexicon.markers.part => false,
            Slot::Preposition(word) => {
                let after = self.prepositional(*word).filter(|n| n.chunk > clause.chunk && !s.is_time(*n));
                let object = clause.argument(Role::Object);
                let of_object = || {
                    object.into_iter().flat_map(|n| s.phrases_after(n.chunk)).any(|(w, n)| w == *word && !s.is_time(n))
                };
                after.is_some() || of_object()
            }
            Slot::Indirect => clause.argument(Role::Indirect).is_some(),
            _ => false,
        })
    }

    /// Whose thing the subject is.
    pub(crate) fn subject_as_patient(&self, rule: &Rule) -> ActorList {
        let rows = self.clause().subject.into_iter().flatten().filter(|_| !self.passive());
        self.actors.patients_of_rows(rows, rule.people)
    }

    fn subject(&self) -> ActorList {
        let clause = self.clause();
        let scale = if clause.inherited { 0.95 } else { 1.0 };
        scaled(self.actors.subject(clause), scale)
    }

    /// "gave Ukraine tanks": two objects that look like one noun group.
    fn fused_indirect(&self) -> ActorList {
        let s = &self.actors.sentence;
        let mut out = ActorList::new();
        let Some(object) = self.clause().argument(Role::Object).filter(|_| !self.passive()) else { return out };
        if let Some(group) = s.groups(object).next()
            && group.first < group.head
            && s.units()[group.first].tag == Tag::Name
            && !self.actors.is_compound_part(group.first)
        {
            self.actors.mentions_of(group.first, 0.95, &mut out);
        }
        out
    }

    /// Owners and names before the object's head.
    fn beside_object(&self) -> ActorList {
        let mut out = ActorList::new();
        for row in self.object_rows() {
            for group in self.actors.sentence.groups(row) {
                self.actors.beside(group, row.chunk, 0.9, 0, &mut out);
            }
        }
        out
    }

    /// Names, not adjectives, before the object's head: "lifted Iran sanctions".
    fn compound_object(&self) -> ActorList {
        let mut out = ActorList::new();
        for group in self.object_rows().flat_map(|row| self.actors.sentence.groups(row)) {
            self.actors.compounds(group, &mut out);
        }
        out
    }

    /// The row that the preposition introduces: after the verb, or in the phrases after one of its arguments.
    fn prepositional(&self, word: WordId) -> Option<Nouns> {
        let (clause, s) = (self.clause(), &self.actors.sentence);
        let verbs = s.verbs(clause);
        if verbs.last > verbs.head && s.units()[verbs.last].word == Some(word) {
            return self.object_rows().next(); // "met with": the particle introduces it
        }
        let mut own = clause.arguments.iter().filter(|a| a.role == Role::Preposition(word)).map(|a| a.nouns);
        let first = own.next();
        let after_verb = first.into_iter().chain(own).find(|n| n.chunk > clause.chunk);
        after_verb
            .or_else(|| {
                // "sanctions were imposed" has its "on Russia" before the verb too
                let subject = clause.subject.into_iter().flatten().filter(|_| self.passive());
                subject.flat_map(|n| s.phrases_after(n.chunk)).find(|(w, _)| *w == word).map(|(_, n)| n)
            })
            .or(first)
            .or_else(|| {
                // a noun before a participle has what follows the participle
                let object = clause.argument(Role::Object)?;
                let reduced =
                    |c: &&Clause| c.link == Link::Participle && c.subject[0].is_some_and(|n| n.chunk == object.chunk);
                // "lifted the sanctions it imposed on India"
                let relative = |c: &&Clause| {
                    c.link == Link::Relative && c.argument(Role::Object).is_some_and(|n| n.chunk == object.chunk)
                };
                let said_of_it = s.clauses().iter().find(|c| reduced(c) || relative(c))?;
                said_of_it.argument(Role::Preposition(word)).filter(|n| n.chunk > said_of_it.chunk)
            })
    }
}

/// Whether the group is headed by one of the nouns.
pub(crate) fn heads(s: &Sentence<'_>, group: &NounGroup, list: &[Lemma]) -> bool {
    [s.head_lemma(group), s.units()[group.head].lemma].iter().any(|l| list.binary_search(l).is_ok())
}
