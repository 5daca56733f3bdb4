//! For whom pronouns stand.

use super::{Actor, ActorList, Actors, MAX_DEPTH, certainty, scaled};
use crate::{
    gazetteer::EntityKind,
    relation::{
        Predicate, RelationClass,
        chunk::ChunkKind,
        clause::{Clause, Link, Nouns, Role},
        lexicon::{Pronoun, Tag},
        rules::TriggerClass,
        verb_group::VerbForm,
    },
};

impl Actors<'_> {
    /// For whom a pronoun stands: the nearest fitting subject before it, here or in the sentence before.
    pub(super) fn antecedents(&self, unit: usize, chunk: usize, depth: usize, out: &mut ActorList) {
        let s = &self.sentence;
        let depth = depth.max(MAX_DEPTH - 2);
        let Some(pronoun) = s.units()[unit].facts.pronoun else { return };
        let fits = |found: &[Actor]| {
            let persons = found.iter().filter(|a| s.kind_of(a.mention) == EntityKind::Leader).count();
            match pronoun {
                // "Burundi's president flew home, where he": an official too
                Pronoun::Person => found.len() == 1 && (persons == 1 || found[0].certainty < 1.0),
                Pronoun::Thing => found.len() == 1 && persons == 0,
                Pronoun::Plural => !found.is_empty() && (found.len() > 1 || persons == 0),
                Pronoun::Reflexive | Pronoun::Reciprocal | Pronoun::Speaker | Pronoun::Fact => false,
            }
        };
        if pronoun == Pronoun::Speaker {
            let quoted = s.reading.units.is_quoted(unit);
            let speakers = if quoted { &s.discourse.quoted } else { &s.discourse.voice };
            out.extend(speakers.iter().map(|&mention| Actor::new(mention, certainty::COREFERENCE)));
            return;
        }
        if pronoun == Pronoun::Fact {
            self.told(None, s.units()[unit].span.start, out);
            return;
        }
        let own = s.units()[unit].tag == Tag::Pronoun;
        // "supports Ukraine in its fight": the nearest noun group, to which the phrase belongs
        if !own && let Some((_, Some(before))) = s.introduced_by(chunk) {
            let found = self.agents_at(before, depth);
            if fits(&found) {
                out.extend(scaled(found, certainty::COREFERENCE));
                return;
            }
        }
        // "Mali and its ally Niger"
        if !own && let Some(found) = self.beside_in_row(unit, chunk, depth).filter(|found| fits(found)) {
            out.extend(scaled(found, certainty::COREFERENCE));
            return;
        }
        // "urged Iran to halt its attacks": the one who is to act, and if he is nobody, nobody
        if !own && let Some(rows) = self.others_deed(chunk) {
            let rows = rows.into_iter().flatten().filter(|n| n.chunk < chunk);
            let found: ActorList = rows.flat_map(|n| self.agents_at(n, depth)).collect();
            if fits(&found) {
                out.extend(scaled(found, certainty::COREFERENCE));
            }
            return;
        }
        let object = own && s.reading.clauses.holding(chunk).next().is_some();
        let beside = self.report_beside(chunk);
        // "The rebels advanced. Chad armed them": not those who act now
        let doers = if object { self.doers_upon(chunk, depth) } else { ActorList::new() };
        // “He has been arrested,” said the minister: whoever speaks is not "he"
        let quoted = s.reading.units.is_quoted(unit);
        let speaks = |a: &Actor| quoted && s.discourse.quoted.iter().any(|&b| self.same(a, &Actor::new(b, 1.0)));
        let fits =
            |found: &[Actor]| fits(found) && !found.iter().any(|a| speaks(a) || doers.iter().any(|b| self.same(a, b)));
        for (index, clause) in s.clauses().iter().enumerate().rev() {
            crate::steps::count(1);
            if clause.inherited || beside.is_some_and(|report| self.is_across(report, index, chunk)) {
                continue;
            }
            let is_own = clause.arguments.iter().any(|a| a.nouns.chunk == chunk);
            let subject_before = clause.subject[0].is_some_and(|n| n.chunk < chunk);
            if !subject_before || object && is_own {
                continue;
            }
            let pronoun_free = |n: &Nouns| !s.groups(*n).any(|g| s.units()[g.head].tag == Tag::Pronoun);
            let rows = clause.subject.iter().flatten().copied();
            let named = |n: Nouns| self.agents_at(n, depth);
            let mut found: ActorList = rows.filter(pronoun_free).flat_map(named).collect();
            if !fits(&found) && pronoun == Pronoun::Person {
                // only what stands before the pronoun, so that the search ends
                found = clause.apposition.filter(|n| n.chunk < chunk).map_or(found, named); // "the prime minister, Ulf Kristersson, said he"
            }
            if fits(&found) {
                let blamed = if object || !own { ActorList::new() } else { self.blamed(index, chunk, depth) };
                let found = if blamed.len() == 1 && fits(&blamed) { blamed } else { found };
                out.extend(scaled(found, certainty::COREFERENCE));
                return;
            }
        }
        if object && pronoun == Pronoun::Thing {
            // "flew to Algeria and thanked it"; "took Chile to court, accusing it": the object rather than others
            // but not "most members of the EU have recognised it"
            let of_subject = |c: &Clause, at: usize| c.subject[0].is_some_and(|n| n.chunk < at) && at < c.chunk;
            let own = |c: &'_ Clause| {
                c.arguments.iter().filter(|a| !of_subject(c, a.nouns.chunk)).copied().collect::<Vec<_>>()
            };
            // "turned to Jordan, which had backed Iraq, and offered it": what is only said of another is left out
            let here = |c: &Clause| c.arguments.iter().any(|a| a.nouns.chunk == chunk);
            let aside = |c: &&Clause| c.link != Link::Relative || here(c);
            let earlier = || s.clauses().iter().filter(aside).flat_map(own).filter(|a| a.nouns.chunk < chunk);
            let named = |objects: bool| -> ActorList {
                earlier()
                    .filter(|a| !objects || a.role == Role::Object)
                    .filter(|a| !s.groups(a.nouns).any(|g| s.units()[g.head].tag == Tag::Pronoun))
                    .flat_map(|a| self.agents_at(a.nouns, depth))
                    .collect()
            };
            if let Some(found) = [named(false), named(true)].into_iter().find(|found| fits(found)) {
                out.extend(scaled(found, certainty::COREFERENCE));
                return;
            }
        }
        // "“Iran must stop,” he said": who spoke last, unless somebody else was told of since
        let person = |mention: &usize| s.kind_of(*mention) == EntityKind::Leader;
        let told_of = s.discourse.last_subject.iter().any(person);
        let speaks = |m: &usize| pronoun == Pronoun::Person && !told_of || pronoun == Pronoun::Thing && !person(m);
        if let Some(speaker) = s.discourse.speaker.first().copied().filter(speaks)
            && beside.is_some_and(|report| s.clauses()[report].subject[0].is_some_and(|n| n.chunk == chunk))
        {
            out.push(Actor::new(speaker, certainty::COREFERENCE));
            return;
        }
        for last in [&s.discourse.last_subject, &s.discourse.last_object] {
            if s.discourse.persons_only && pronoun != Pronoun::Person {
                return;
            }
            let found: ActorList = last.iter().map(|&mention| Actor::new(mention, 0.9)).collect();
            // "them" is no single state
            let several = found.len() > 1 || found.iter().any(|a| s.kind_of(a.mention) == EntityKind::Group);
            let vague = object && pronoun == Pronoun::Plural && !several;
            // "him" is no body, but may be a state's minister
            let body = |a: &Actor| !matches!(s.kind_of(a.mention), EntityKind::Leader | EntityKind::Country);
            let nobody = object && pronoun == Pronoun::Person && found.iter().any(body);
            if fits(&found) && !vague && !nobody {
                out.extend(scaled(found, certainty::COREFERENCE));
                return;
            }
            if !object {
                return;
            }
        }
    }

    /// "Jordan, whose king had backed": the row to which a relative possessive belongs.
    pub(super) fn before_whose(&self, unit: usize, chunk: usize) -> Option<Nouns> {
        let s = &self.sentence;
        let relative = |id| s.lexicon.word(id).readings.iter().any(|r| r.tag == Tag::Relative);
        s.units()[unit].word.filter(|&id| relative(id))?;
        let mut at = chunk.checked_sub(1)?;
        if matches!(s.kind_at(at), Some(ChunkKind::Preposition(_))) {
            at = at.checked_sub(1)?; // "over whose country"
        }
        s.nouns_at(if s.is_pause(at) { at.checked_sub(1)? } else { at })
    }

    /// "expelled Mali after it attacked": whom somebody is punished or blamed for, rather than who does so.
    fn blamed(&self, clause: usize, chunk: usize, depth: usize) -> ActorList {
        let clauses = self.sentence.clauses();
        let reason = |c: &Clause| {
            c.link == Link::Adverbial && c.governor == Some(clause) && c.subject[0].is_some_and(|n| n.chunk == chunk)
        };
        let outer = &clauses[clause];
        let lemma = self.sentence.verbs(outer).lemma;
        let blames = |predicate: Predicate| {
            let class = predicate.class();
            predicate == Predicate::Excludes
                || matches!(class, RelationClass::Accuse | RelationClass::Sanction | RelationClass::Threaten)
        };
        let judges = || {
            let rules = self.rules.triggered(TriggerClass::Verb, lemma);
            let told =
                |wanted: &dyn Fn(Predicate) -> bool| rules.iter().any(|&id| wanted(self.rules.rule(id).predicate));
            told(&blames) && !told(&|predicate| predicate.class() == RelationClass::Assault)
        };
        let object = outer.argument(Role::Object).filter(|n| n.chunk < chunk && !outer.passive);
        match object {
            Some(nouns) if clauses.iter().any(reason) && judges() => self.agents_at(nouns, depth),
            _ => ActorList::new(),
        }
    }

    /// Those who stand before the unit in the same row: for a single one the last.
    fn beside_in_row(&self, unit: usize, chunk: usize, depth: usize) -> Option<ActorList> {
        let s = &self.sentence;
        let row = s.rows().find(|n| n.chunk == chunk)?;
        let before = s.groups(row).take_while(|g| g.last < unit && g.owner.is_none()).last()?;
        let mut found = ActorList::new();
        self.agents_of(before, chunk, depth + 1, &mut found);
        // "agreements in Asia, and its warships": a region has none
        let acts = |a: &Actor| s.kind_of(a.mention) != EntityKind::Region;
        found.iter().all(acts).then_some(found)
    }

    /// Who is to do that of which the chunk is an argument, where it is not who says so.
    fn others_deed(&self, chunk: usize) -> Option<[Option<Nouns>; 2]> {
        let clauses = self.sentence.clauses();
        let deed = self.sentence.reading.clauses.holding(chunk).next_back().filter(|c| c.link == Link::Controlled)?;
        let governor = &clauses[deed.governor?];
        // "thanked Spain for saving its ship", "accused it of": his who thanks or accuses
        let infinitive = self.sentence.verbs(deed).form == VerbForm::Infinitive;
        (infinitive && deed.subject[0].is_some() && deed.subject != governor.subject).then_some(deed.subject)
    }

    /// The report that stands after what it reports, of a sentence in which the chunk is one or the other's.
    fn report_beside(&self, chunk: usize) -> Option<usize> {
        let s = &self.sentence;
        let content = s.clauses().iter().find(|c| {
            c.link == Link::Content && c.governor.is_some_and(|g| s.clauses()[g].chunk > c.chunk && c.chunk < chunk)
        });
        content.and_then(|c| c.governor)
    }

    /// Whether a clause is the report and the chunk stands in what is reported, or the other way round: "“Iran must stop,”
    /// he said, “for it has lied”" takes up nobody over the quotation marks.
    fn is_across(&self, report: usize, clause: usize, chunk: usize) -> bool {
        let s = &self.sentence;
        let of_report = s.clauses()[report].subject[0].is_some_and(|n| n.chunk == chunk);
        (clause == report) != of_report
    }

    /// Who acts in the clause of which the chunk is an argument.
    pub(super) fn doers_upon(&self, chunk: usize, depth: usize) -> ActorList {
        let s = &self.sentence;
        let clause = s.reading.clauses.holding(chunk).next();
        // only what stands before, so that the search ends
        let rows = clause.into_iter().flat_map(|c| c.subject).flatten().filter(|n| n.chunk < chunk);
        rows.flat_map(|n| self.agents_at(n, depth)).collect()
    }

    /// Whether two stand for one.
    pub(crate) fn same(&self, a: &Actor, b: &Actor) -> bool {
        let mentions = &self.sentence.mentions.mentions;
        let (a, b) = (&mentions[a.mention], &mentions[b.mention]);
        a.entity == b.entity || a.actor.unwrap_or(a.entity) == b.actor.unwrap_or(b.entity)
    }

    /// Whether an argument of a clause's verb is "each other".
    pub(crate) fn is_reciprocal(&self, clause: &Clause) -> bool {
        let s = &self.sentence;
        let reciprocal = |unit: usize| {
            let unit = &s.units()[unit];
            unit.tag == Tag::Pronoun && unit.facts.pronoun == Some(Pronoun::Reciprocal)
        };
        clause
            .arguments
            .iter()
            .filter(|a| a.role != Role::Indirect)
            .any(|a| s.groups(a.nouns).any(|g| reciprocal(g.head)))
    }
}
