//! Where noun rows go: subjects in waiting, objects, prepositional arguments, appositions.

use super::{
    Argument, Link, Nouns, Role,
    reader::{Intro, Reader, Waiting},
};
use crate::relation::{
    chunk::ChunkKind,
    coordination::finite_follows,
    lexicon::{Tag, WordId},
    verb_group::VerbForm,
};

impl Reader<'_> {
    pub(super) fn nouns(&mut self, nouns: Nouns) {
        if self.opens_with_whose(nouns) {
            // "the premier, whose country joined in 2004, urged"
            self.suspend();
            self.intro = Intro::Relative { antecedent: None, preposition: None };
            self.pending = [Some(nouns), None];
            return;
        }
        if let Some(ChunkKind::Preposition(word)) = self.before(nouns.chunk)
            && !self.opens_clause(word, nouns.chunk - 1)
        {
            if self.lexicon.markers.attribution.contains(&word) {
                self.out.sources.push(nouns);
                return;
            }
            if self.is_absolute(word, nouns.chunk) {
                return; // "met in Nairobi, with Peru presiding"
            }
            let argument = Argument { role: Role::Preposition(word), nouns };
            match self.current {
                // "offered approval, a move by Peru": of the move
                Some(clause)
                    if word != self.lexicon.markers.part
                        && self.pending[0].is_none()
                        && self.is_of_apposition(nouns.chunk, clause) => {}
                Some(clause) if self.pending[0].is_none() && self.clause_is_open() => {
                    self.out.clauses[clause].arguments.push(argument);
                }
                // "in letters to Peru the minister wrote": of the letters, not of the verb
                _ if self.pending[0].is_none() && self.hangs_on_nouns(nouns.chunk) => {}
                _ => self.fronted.push(argument),
            }
            return;
        }
        // "announced four days of drills"
        let counts =
            matches!(self.kind(nouns.chunk + 1), Some(ChunkKind::Preposition(w)) if w == self.lexicon.markers.part);
        if self.is_time(nouns) && !counts {
            return;
        }
        if self.opens_contact(nouns) {
            return;
        }
        let expecting = self.current.is_none() || self.intro != Intro::Main;
        if !expecting {
            let clause = self.current.expect("a clause is open");
            let after_comma = matches!(self.before(nouns.chunk), Some(ChunkKind::Comma | ChunkKind::ReportClose));
            let finite = finite_follows(self.chunks, self.units, self.lexicon, nouns.chunk);
            if finite && self.takes_clause(clause) && !after_comma {
                self.intro = Intro::That;
                self.pending = [Some(nouns), None];
            } else if finite && after_comma {
                self.intro = Intro::Coordinate;
                self.pending = [Some(nouns), None];
            } else if !after_comma || self.out.clauses[clause].arguments.is_empty() && !self.group(clause).copula {
                self.object(clause, nouns);
            } else {
                let arguments = &mut self.out.clauses[clause].arguments;
                if arguments.last().is_some_and(|a| a.role == Role::Object && a.nouns.chunk + 2 == nouns.chunk) {
                    arguments.push(Argument { role: Role::Apposition, nouns });
                }
            }
            return;
        }
        if let Some(first) = self.resumed(nouns) {
            self.suspended.pop();
            self.pending = [Some(first), Some(nouns)];
            self.intro = Intro::Main;
            return;
        }
        match (self.pending[0], self.before(nouns.chunk)) {
            (None, _) => self.pending[0] = Some(nouns),
            (Some(_), Some(ChunkKind::Conjunction)) if self.pending[1].is_none() => self.pending[1] = Some(nouns),
            // "At recent meetings they": a pronoun is nobody's apposition
            (Some(_), Some(ChunkKind::Comma)) if self.is_pronoun(nouns) => self.pending = [Some(nouns), None],
            // the first was no subject: a fronted adverbial, a headline's tag
            (Some(first), Some(ChunkKind::Comma))
                if self.units[self.first_unit(first)].tag != Tag::Number
                    && !self.names_somebody(first)
                    && self.names_somebody(nouns) =>
            {
                self.pending[0] = Some(nouns);
            }
            (Some(_), Some(ChunkKind::Comma | ChunkKind::Dash | ChunkKind::Subordinator { .. }))
                if self.apposed.is_none() =>
            {
                self.apposed = Some(nouns)
            }
            _ => {}
        }
    }

    /// Whether the preposition before a chunk stands after nouns between commas that are no argument of the verb.
    fn is_of_apposition(&self, chunk: usize, clause: usize) -> bool {
        let Some(beside) = chunk.checked_sub(2).and_then(|at| self.row_at(at)) else { return false };
        let apart = matches!(self.before(beside.chunk), Some(ChunkKind::Comma | ChunkKind::Dash));
        let argument = |a: &Argument| a.nouns.chunk == beside.chunk && a.role != Role::Apposition;
        apart && !self.is_time(beside) && !self.out.clauses[clause].arguments.iter().any(argument)
    }

    fn opens_with_whose(&self, nouns: Nouns) -> bool {
        let first = &self.units[self.first_unit(nouns)];
        let relative = |id| self.lexicon.word(id).readings.iter().any(|r| r.tag == Tag::Relative);
        first.tag == Tag::Possessive
            && first.word.is_some_and(relative)
            && matches!(self.before(nouns.chunk), Some(ChunkKind::Comma | ChunkKind::Nouns(_)))
    }

    /// "Peru, which borders Chile, and Bolivia held": the subject that waits is joined by another.
    fn resumed(&self, nouns: Nouns) -> Option<Nouns> {
        let before = |n: usize| nouns.chunk.checked_sub(n).and_then(|at| self.kind(at));
        let joins = (before(1), before(2)) == (Some(ChunkKind::Conjunction), Some(ChunkKind::Comma));
        let &Waiting { subject: [first, None], intro: Intro::Main, .. } = self.suspended.last()? else { return None };
        let insertion =
            self.current.is_some_and(|c| matches!(self.out.clauses[c].link, Link::Relative | Link::Participle));
        let named = first.is_some_and(|n| self.names_somebody(n)) && self.names_somebody(nouns);
        (joins && insertion && named && self.pending[0].is_none()).then_some(first?)
    }

    pub(super) fn is_pronoun(&self, nouns: Nouns) -> bool {
        let row = self.chunks.coordinations[nouns.row];
        let head = &self.units[self.chunks.noun_groups[row.end - 1].head];
        head.tag == Tag::Pronoun && head.facts.pronoun.is_some()
    }

    /// Whether the preposition before a chunk stands right after nouns that are no time.
    fn hangs_on_nouns(&self, chunk: usize) -> bool {
        let before = chunk.checked_sub(2).and_then(|at| match self.kind(at) {
            Some(ChunkKind::Nouns(row)) => Some(Nouns { row, chunk: at }),
            _ => None,
        });
        before.is_some_and(|nouns| !self.is_time(nouns))
    }

    /// Whether "with" opens what accompanies the deed: a gerund follows, and a comma stands before or nothing after.
    fn is_absolute(&self, word: WordId, chunk: usize) -> bool {
        let form = |at: usize| match self.kind(at) {
            Some(ChunkKind::Verbs(group)) => Some(self.chunks.verb_groups[group].form),
            _ => None,
        };
        // "with Peru expected to join"
        if form(chunk + 1) == Some(VerbForm::PastOrParticiple) && form(chunk + 2) == Some(VerbForm::Infinitive) {
            return self.lexicon.markers.together.contains(&word);
        }
        let gerund = form(chunk + 1) == Some(VerbForm::Gerund);
        let comma = chunk < 2 || matches!(self.kind(chunk - 2), Some(ChunkKind::Comma));
        let ends = matches!(self.kind(chunk + 2), None | Some(ChunkKind::Break));
        self.lexicon.markers.together.contains(&word) && gerund && (comma || ends)
    }

    /// Whether what follows still belongs to the current verb.
    pub(super) fn clause_is_open(&self) -> bool {
        matches!(self.intro, Intro::Main | Intro::Coordinate)
    }

    pub(super) fn names_somebody(&self, nouns: Nouns) -> bool {
        let row = self.chunks.coordinations[nouns.row];
        self.chunks.noun_groups[row.first..row.end]
            .iter()
            .any(|g| g.owner.is_some() || self.units[g.first..=g.last].iter().any(|u| u.mentions.is_some()))
    }

    pub(super) fn object(&mut self, clause: usize, nouns: Nouns) {
        let arguments = &mut self.out.clauses[clause].arguments;
        match arguments.iter_mut().find(|a| a.role == Role::Object) {
            None => arguments.push(Argument { role: Role::Object, nouns }),
            Some(first) if first.nouns.chunk + 1 == nouns.chunk => {
                first.role = Role::Indirect;
                arguments.push(Argument { role: Role::Object, nouns });
            }
            Some(_) => {}
        }
    }
}
