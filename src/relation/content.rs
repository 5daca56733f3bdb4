//! What is said: whether a clause says what a rule asks for, and whom it is about.

use super::{
    Modality, Polarity,
    actors::{Actor, Actors},
    clause::{Clause, Role},
    lexicon::Lemma,
    rules::Rule,
    verb_event::heads,
};

/// Whether a clause that somebody states says what the rule asks for.
pub(crate) fn states(actors: &Actors<'_>, clause: &Clause, rule: &Rule) -> bool {
    if rule.clause_modality.is_some_and(|modality| clause.mood.modality != modality) {
        return false;
    }
    // "said that Iran must be stopped" asks nothing of Iran
    if rule.clause_modality == Some(Modality::Requested) && clause.passive {
        return false;
    }
    if rule.content.is_any() {
        return true;
    }
    // what is said not to be so, or to be done to somebody, is no charge against him
    if clause.mood.polarity == Polarity::Negated || clause.passive {
        return false;
    }
    let s = &actors.sentence;
    let verbs = s.verbs(clause);
    let has = |list: &[Lemma], lemma: Lemma| list.binary_search(&lemma).is_ok();
    let adjective = clause.adjective.map(|unit| s.units()[unit].lemma);
    let noun = clause.argument(Role::Object).filter(|_| verbs.copula);
    !verbs.copula && [verbs.lemma, verbs.verb].iter().any(|&l| has(&rule.content.verbs, l))
        || adjective.is_some_and(|l| has(&rule.content.adjectives, l))
        || noun.is_some_and(|n| s.groups(n).any(|g| heads(s, g, &rule.content.nouns)))
}

/// Whom a stated clause is about: who acts in it; where the rule asks for what it says, also whose thing its subject is.
pub(crate) fn about(actors: &Actors<'_>, clause: &Clause, rule: &Rule) -> Vec<Actor> {
    let rows = || clause.subject.into_iter().flatten();
    let found: Vec<Actor> = rows().flat_map(|n| actors.agents(n)).collect();
    if !found.is_empty() || rule.content.is_any() {
        return found;
    }
    rows().flat_map(|n| actors.patients(n, rule.people)).collect() // "said Iran's move was"
}
