//! What stands around a trigger, as bits: which slots may be filled at all.

use super::{
    actors::Actors,
    chunk::ChunkKind,
    clause::{Clause, Link, Nouns, Role},
    hints::Hint,
    noun_event::NounEvent,
    rules::{Around, Lemmas, Needs, Slot, Slots},
    sentence::Sentence,
    verb_event::VerbEvent,
};

/// What holds for all triggers of a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scene {
    /// Hints behind which somebody may stand.
    alive: Hint,
    /// Hints for which something told may be looked up.
    looking: Hint,
    /// All hints of the sentence.
    all: Hint,
    /// Slots in which somebody may stand wherever the trigger is.
    around: Around,
}

impl Scene {
    pub(crate) fn of(actors: &Actors<'_>) -> Self {
        let s = &actors.sentence;
        let all = s.reading.hints.all();
        let told = Hint::DEED.and(Hint::PAIR);
        let mut scene = Self {
            alive: s.discourse.hints(),
            looking: if all.meets(told) { told.and(Hint::PRONOUN) } else { Hint::NONE },
            all,
            around: Around::default(),
        };
        let mut around = Around { receiver: all.meets(Hint::RECIPROCAL), ..Around::default() };
        around.may = Slots::of(Slot::Again);
        if scene.looking != Hint::NONE {
            around.looks = Slots::WITNESS;
        }
        if all.meets(Hint::NAME) {
            around.may = around.may.and(Slots::of(Slot::Earlier)).and(Slots::of(Slot::Later));
        }
        let list = &s.reading.chunks.chunks;
        for (at, chunk) in list.iter().enumerate() {
            let ChunkKind::Preposition(word) = chunk.kind else { continue };
            // "for which": whatever stands before
            let named = s.nouns_at(at + 1).map_or(all, |nouns| s.reading.hints.of_row(nouns.chunk));
            scene.fill(&mut around, Slots::of(Slot::Preposition(word)), named);
        }
        if s.clauses().iter().any(|c| c.link == Link::Condition) {
            scene.fill(&mut around, Slots::of(Slot::Condition), all);
        }
        scene.around = around;
        scene
    }

    fn fill(&self, around: &mut Around, slots: Slots, hint: Hint) {
        if hint.meets(self.alive) {
            around.may = around.may.and(slots);
        }
        if hint.meets(self.looking) {
            around.looks = around.looks.and(slots);
        }
    }
}

impl Sentence<'_> {
    /// The hints of whom [`Actors::subject`] may find.
    pub(crate) fn subject_hints(&self, clause: &Clause) -> Hint {
        if clause.link == Link::Relative {
            return self.reading.hints.all(); // who stands beside its antecedent
        }
        self.row_hints(clause.subject.into_iter().flatten().chain(clause.apposition))
    }

    fn row_hints(&self, rows: impl IntoIterator<Item = Nouns>) -> Hint {
        rows.into_iter().fold(Hint::NONE, |all, n| all.and(self.reading.hints.of_row(n.chunk)))
    }
}

impl VerbEvent<'_> {
    pub(crate) fn look_around(&self, scene: &Scene) -> Around {
        let s = &self.actors.sentence;
        let clause = &s.clauses()[self.index];
        let verbs = s.verbs(clause);
        let mut around = scene.around;
        let mut fill = |slot: Slot, hint: Hint| scene.fill(&mut around, Slots::of(slot), hint);
        let object = clause.argument(Role::Object);
        let indirect = clause.argument(Role::Indirect);
        let acting = s.subject_hints(clause);
        let apposed = if clause.passive { clause.apposition } else { clause.argument(Role::Apposition) };
        let subject = clause.subject.into_iter().flatten().filter(|_| clause.passive);
        let deep = s.row_hints(subject.chain(object));
        let relative = if clause.link == Link::Relative { scene.all } else { Hint::NONE };
        if verbs.last > verbs.head
            && let Some(particle) = s.units()[verbs.last].word
        {
            fill(Slot::Preposition(particle), deep);
        }
        if !clause.passive {
            fill(Slot::Subject, acting);
        }
        fill(Slot::Topic, acting);
        fill(Slot::Object, deep.and(s.row_hints(apposed)).and(relative));
        fill(Slot::Indirect, deep.and(s.row_hints(indirect)));
        fill(Slot::Owner, deep);
        fill(Slot::Compound, deep);
        if clause.passive || clause.link == Link::Participle {
            fill(Slot::Parties, scene.all);
        }
        let mut has = Needs::NONE;
        for governed in s.governed_by(self.index) {
            match governed.link {
                Link::Content => {
                    let beside = s.governed_by(governed.index).filter(|c| c.link == Link::Coordinate);
                    let says = std::iter::once(governed).chain(beside).any(|c| self.says(c));
                    has = has.and(Needs::STATED).and(Needs::SAYING.when(says));
                }
                Link::Controlled => has = has.and(Needs::DEED),
                _ => {}
            }
        }
        if has.meets(Needs::STATED) {
            fill(Slot::Clause, scene.all);
        }
        if has.meets(Needs::DEED) {
            fill(Slot::Deed, scene.all);
        }
        if clause.passive {
            let by = Slots::of(Slot::Preposition(s.lexicon.markers.agent));
            let subject = Slots::of(Slot::Subject);
            around.may = around.may.and(subject.when(around.may.meets(by)));
            around.looks = around.looks.and(subject.when(around.looks.meets(by)));
        }
        if clause.passive || object.is_some() || clause.link == Link::Participle {
            has = has.and(Needs::OBJECT);
            around.objects = Lemmas::of(self.object_lemmas(true));
        }
        if clause.arguments.iter().any(|a| matches!(a.role, Role::Preposition(_))) {
            has = has.and(Needs::PHRASE);
        }
        around.has = has;
        around
    }
}

impl VerbEvent<'_> {
    /// Whether a stated clause may say what a rule asks for.
    fn says(&self, clause: &Clause) -> bool {
        let verbs = self.actors.sentence.verbs(clause);
        let rules = self.actors.rules;
        verbs.copula || clause.adjective.is_some() || rules.asks_for(verbs.lemma) || rules.asks_for(verbs.verb)
    }
}

impl NounEvent<'_> {
    pub(crate) fn around(&self, scene: &Scene) -> Around {
        let s = &self.actors.sentence;
        let markers = &s.lexicon.markers;
        let own = s.reading.hints.of_row(self.nouns.chunk);
        let mut around = scene.around;
        let mut fill = |slot: Slot, hint: Hint| scene.fill(&mut around, Slots::of(slot), hint);
        let governor = self.governor.map(|g| &s.clauses()[g.clause]);
        let apposed = || s.clauses().iter().any(|c| c.apposition.is_some_and(|n| n.chunk == self.nouns.chunk));
        // a trigger of several words may begin in a row before
        fill(Slot::Owner, if self.first < self.group.first { scene.all } else { own });
        fill(Slot::Compound, own);
        fill(Slot::Apposed, scene.all);
        fill(Slot::Parties, scene.all);
        fill(Slot::Preposition(markers.agent), own);
        if governor.is_some() || apposed() {
            fill(Slot::Subject, scene.all);
            fill(Slot::Aided, scene.all);
        }
        if s.introduced_by(self.nouns.chunk).is_some() {
            fill(Slot::Antecedent, scene.all);
        }
        if let Some(whom) = governor.and_then(|clause| clause.argument(Role::Indirect)) {
            let hint = s.reading.hints.of_row(whom.chunk);
            markers.dative.iter().for_each(|&word| fill(Slot::Preposition(word), hint));
        }
        if s.clauses().iter().any(|c| c.claim.is_some_and(|n| n.chunk == self.nouns.chunk)) {
            fill(Slot::Clause, scene.all);
            around.has = Needs::STATED.and(Needs::SAYING);
        }
        if let Some(clause) = self.receiving() {
            around.receiver = s.subject_hints(clause).meets(scene.alive);
            around.receiver_looks = s.subject_hints(clause).meets(scene.looking);
        }
        around
    }

    /// Whether two whom the noun joins may be found beside it or through the verb that governs it.
    pub(crate) fn may_pair(&self, scene: &Scene) -> bool {
        let own = self.actors.sentence.reading.hints.of_row(self.nouns.chunk);
        let hint = if self.governor.is_some() || self.first < self.group.first { scene.all } else { own };
        hint.meets(scene.alive.and(scene.looking))
    }
}
