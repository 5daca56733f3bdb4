//! Relative clauses without their pronoun: "the sanctions Washington imposed on Libya", "the arms it gave".

use super::{
    Link, Nouns, Role,
    finite::LONGEST_CHAIN,
    reader::{Intro, Reader},
};
use crate::relation::{
    Modality,
    chunk::ChunkKind,
    lexicon::{Controller, Governs, Pronoun, Tag, WordList},
    verb_group::VerbForm,
};

impl Reader<'_> {
    /// Opens the relative clause whose subject the noun row is, if it stands right after the noun that its verb is about.
    pub(super) fn opens_contact(&mut self, subject: Nouns) -> bool {
        let Some(thing) = self.contact_antecedent(subject) else { return false };
        if let Some(clause) = self.current
            && self.pending[0].is_none()
            && self.intro == Intro::Main
            && self.states_object(clause, thing)
        {
            // "said the sanctions Peru imposed were": no object, but the subject of what is said
            let arguments = &mut self.out.clauses[clause].arguments;
            arguments.retain(|a| !(a.role == Role::Object && a.nouns == thing));
            self.pending = [Some(thing), None];
            self.intro = Intro::That;
        }
        self.suspend();
        self.intro = Intro::Relative { antecedent: Some(thing), preposition: None };
        self.pending = [Some(subject), None];
        true
    }

    /// The noun right before, if the row after it can only be the subject of a verb that lacks its object.
    fn contact_antecedent(&self, subject: Nouns) -> Option<Nouns> {
        let thing = self.row_at(subject.chunk.checked_sub(1)?)?;
        let waits = self.pending[0] == Some(thing);
        if self.fronted.iter().any(|a| a.nouns == thing) {
            return None; // "From the aircraft he sent"
        }
        let ChunkKind::Verbs(group) = self.kind(subject.chunk + 1)? else { return None };
        let verbs = &self.chunks.verb_groups[group];
        let finite = matches!(verbs.form, VerbForm::Finite | VerbForm::PastOrParticiple);
        // "the arms it gave Mali": the pronoun can be nothing but a subject
        let pronoun = self.is_subject_pronoun(subject);
        let object = matches!(self.kind(subject.chunk + 2), Some(ChunkKind::Nouns(row))
            if !self.is_time(Nouns { row, chunk: subject.chunk + 2 }));
        let states = matches!(self.kind(subject.chunk + 2), Some(ChunkKind::That));
        let gap = finite && !verbs.passive && !verbs.copula && !states && (!object || pronoun);
        let row = self.chunks.coordinations[thing.row];
        let single = row.end - row.first == 1;
        let common = self.head(thing).tag == Tag::Noun && single && !self.is_time(thing);
        let person = pronoun || self.names_somebody(subject);
        let intransitive = self.lexicon.is(WordList::Intransitive, verbs.verb) && verbs.lemma == verbs.verb;
        let taken =
            waits && !self.verb_is_left(subject.chunk + 2) || !waits && self.current.is_some_and(|c| self.addresses(c));
        (gap && common && person && !intransitive && !taken).then_some(thing)
    }

    /// Whether a finite verb comes before the sentence's part ends: whose subject still waits needs one.
    fn verb_is_left(&self, from: usize) -> bool {
        let part = self.list()[from..].iter().take_while(|c| c.kind != ChunkKind::Break);
        let finite = |kind: ChunkKind| match kind {
            ChunkKind::Verbs(group) => {
                matches!(self.chunks.verb_groups[group].form, VerbForm::Finite | VerbForm::PastOrParticiple)
            }
            _ => false,
        };
        part.into_iter().any(|c| finite(c.kind))
    }

    /// "told the minister Peru would": a verb with a person for its object, to whom something is said.
    fn addresses(&self, clause: usize) -> bool {
        let verbs = self.group(clause);
        let governs = self.lexicon.verb_governs(verbs.lemma, verbs.verb);
        let asks = |g: &Governs| g.controller == Controller::Object && g.modality == Some(Modality::Requested);
        self.takes_clause(clause) && governs.iter().any(asks)
    }

    /// Whether the noun right after a verb that states something is not what is stated, but the subject of it.
    fn states_object(&self, clause: usize, thing: Nouns) -> bool {
        let direct = self.out.clauses[clause].chunk + 1 == thing.chunk;
        direct && self.takes_clause(clause) && self.verb_is_left(thing.chunk + 3)
    }

    /// "said a letter sent by Peru had asked": an object that turns out to be the subject of what is said, once what was
    /// said of it in between has ended. Takes it from the verb.
    pub(super) fn stated_object(&mut self, inserted: usize) -> Option<Nouns> {
        let clauses = &self.out.clauses;
        let outer = |&c: &usize| clauses[c].governor.filter(|&g| g < c);
        let of_noun = |c: &usize| matches!(clauses[*c].link, Link::Participle | Link::Relative);
        let chain = std::iter::successors(Some(inserted), outer).take(LONGEST_CHAIN);
        let (saying, thing) = chain.filter(of_noun).find_map(|c| {
            let saying = clauses[c].governor.filter(|&g| self.takes_clause(g) && !self.addresses(g))?;
            let thing = clauses[saying].argument(Role::Object)?;
            let direct = clauses[saying].chunk + 1 == thing.chunk;
            let stated = clauses.iter().any(|c| c.governor == Some(saying) && c.link == Link::Content);
            (direct && !stated && clauses[c].chunk <= thing.chunk + 3 && clauses[c].chunk > thing.chunk)
                .then_some((saying, thing))
        })?;
        self.out.clauses[saying].arguments.retain(|a| a.role != Role::Object);
        Some(thing)
    }

    /// "it", "they", "he": what stands for somebody who acts.
    fn is_subject_pronoun(&self, nouns: Nouns) -> bool {
        let unit = self.head(nouns);
        let pronoun = unit.facts.pronoun;
        unit.tag == Tag::Pronoun
            && matches!(pronoun, Some(Pronoun::Thing | Pronoun::Person | Pronoun::Plural | Pronoun::Speaker))
    }

    pub(super) fn row_at(&self, chunk: usize) -> Option<Nouns> {
        match self.kind(chunk)? {
            ChunkKind::Nouns(row) => Some(Nouns { row, chunk }),
            _ => None,
        }
    }
}
