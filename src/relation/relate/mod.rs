//! Applies the rules to a sentence that has been read, and gives its relations.

mod attribution;
mod best;
mod nouns;
mod repeat;
mod sides;
mod tell;
mod verbs;

use std::cell::OnceCell;

use super::{
    Relation, RuleId,
    actors::{ActorList, Actors},
    around::Scene,
    lexicon::Mood,
    rejection::Rejection,
    rules::{Around, Rule, RuleSet},
    sentence::Sentence,
};
use crate::{gazetteer::EntityId, text::Span};

/// What a rule found, before it is spread over the actors.
struct Found<'r> {
    id: RuleId,
    rule: &'r Rule,
    sources: ActorList,
    targets: ActorList,
    /// The sources among each other, where a symmetric relation has no other side.
    joint: bool,
    mood: Mood,
    trigger: Span,
    /// The trigger's clause.
    clause: Option<usize>,
    /// A noun triggered it.
    nominal: bool,
    attribution: Option<EntityId>,
    /// The clause whose verb tells it, and the mentions that are its subject.
    teller: Option<usize>,
    subjects: Vec<usize>,
}

/// Finds the relations of one sentence.
#[derive(Debug)]
pub(crate) struct Relator<'a> {
    actors: Actors<'a>,
    rules: &'a RuleSet,
    /// Chunks of nouns that a rule with `object` has taken in with its verb.
    consumed: Vec<usize>,
    /// Clauses that a rule with `deed` has taken in.
    done: Vec<usize>,
    sentence_index: usize,
    /// What holds for all triggers.
    scene: Scene,
    /// How many the sentence names, once something was told.
    named: OnceCell<usize>,
    span: Span,
    /// What was not told and why, if somebody wants to know.
    rejected: Option<&'a mut Vec<Rejection>>,
    out: &'a mut Vec<Relation>,
}

impl<'a> Relator<'a> {
    pub(crate) fn new(
        sentence: Sentence<'a>,
        rules: &'a RuleSet,
        sentence_index: usize,
        out: &'a mut Vec<Relation>,
    ) -> Self {
        let units = sentence.units();
        let span =
            units.first().zip(units.last()).map_or(Span::new(0, 0), |(a, b)| Span::new(a.span.start, b.span.end));
        let actors = Actors { sentence, rules };
        Self {
            actors,
            rules,
            scene: Scene::default(),
            consumed: Vec::new(),
            done: Vec::new(),
            sentence_index,
            named: OnceCell::new(),
            span,
            rejected: None,
            out,
        }
    }

    /// Notes what is not told.
    pub(crate) fn noting(mut self, rejected: &'a mut Vec<Rejection>) -> Self {
        self.rejected = Some(rejected);
        self
    }

    /// Applies all rules.
    pub(crate) fn run(&mut self) {
        let first = self.out.len();
        if self.rejected.is_none() && !self.actors.sentence.discourse.may_tell(&self.actors) {
            return;
        }
        if self.actors.sentence.units().iter().any(|u| u.facts.sport) {
            return;
        }
        self.scene = Scene::of(&self.actors);
        self.all();
        if self.actors.sentence.discourse.missed.get() && self.out.len() > first {
            self.all(); // "After raids on the camps, Kenya condemned the attacks": told in the same sentence
        }
        self.compounds();
        self.insertions();
        self.repetitions();
        if self.out.len() > first {
            self.keep_best(first);
        }
    }

    /// Whether a rule need be asked, with this around its trigger; all are if somebody wants to know why not.
    fn suits(&self, around: &Around, id: RuleId) -> bool {
        self.rejected.is_some() || around.suits(self.rules.asks(id))
    }

    fn all(&mut self) {
        for index in 0..self.actors.sentence.clauses().len() {
            self.verb(index);
            self.quoted(index);
        }
        for nouns in self.actors.sentence.rows() {
            self.nouns(nouns);
        }
    }
}
