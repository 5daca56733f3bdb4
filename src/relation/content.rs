//! What is said: whether a clause says what a rule asks for, and whom it is about.

use super::{
    Modality, Polarity,
    actors::{Actor, ActorList, Actors},
    clause::{Clause, Link, Nouns, Role},
    lexicon::{Controller, Lemma, WordId, WordList},
    rules::Rule,
    verb_event::heads,
};

/// Whether a clause that somebody states says what the rule asks for.
pub(crate) fn states(actors: &Actors<'_>, clause: &Clause, rule: &Rule) -> bool {
    // "said Syria has to leave"
    let requested = |c: &Clause| {
        c.link == Link::Controlled
            && !c.passive
            && c.governs.is_some_and(|g| {
                g.modality == Some(Modality::Requested) && g.controller == Controller::Subject && !clause.passive
            })
    };
    let asks = || {
        clause.mood.polarity == Polarity::Affirmed
            && clause.adjective.is_none()
            && actors.sentence.governed_by(clause.index).any(requested)
    };
    let as_sure = |modality| clause.mood.modality == modality || modality == Modality::Requested && asks();
    if !rule.clause_modality.is_none_or(as_sure) {
        return false;
    }
    // "said that Iran must be stopped" asks nothing of Iran
    if rule.clause_modality == Some(Modality::Requested) && clause.passive {
        return false;
    }
    if clause.asked && !rule.content.asked {
        return false;
    }
    let s = &actors.sentence;
    let verbs = s.verbs(clause);
    if [verbs.lemma, verbs.verb].iter().any(|l| rule.content.not_verbs.binary_search(l).is_ok()) {
        return false;
    }
    if rule.content.is_any() {
        return true;
    }
    // what is said not to be so, or to be done to somebody, is no charge against him
    let no = || clause.argument(Role::Object).is_some_and(|n| s.groups(n).any(|g| s.is_negative(g.first)));
    let denied = clause.mood.polarity == Polarity::Negated || no();
    if denied != rule.content.denied || clause.passive != rule.content.passive {
        return false;
    }
    let has = |list: &[Lemma], lemma: Lemma| list.binary_search(&lemma).is_ok();
    let adjective = clause.adjective.map(|unit| s.units()[unit].lemma);
    let noun = clause.argument(Role::Object).or_else(|| s.nouns_at(clause.chunk + 1)).filter(|_| verbs.copula);
    let wanted = &rule.content;
    if wanted.expletive && deed_for(actors, clause).is_none() {
        return false;
    }
    let verb = !verbs.copula && [verbs.lemma, verbs.verb].iter().any(|&l| has(&wanted.verbs, l));
    let object = || clause.argument(Role::Object).is_some_and(|n| s.groups(n).any(|g| heads(s, g, &wanted.objects)));
    verb && (wanted.objects.is_empty() || object())
        || verbs.copula && wanted.phrases.iter().any(|&phrase| is_in(actors, clause, phrase))
        || adjective.is_some_and(|l| has(&rule.content.adjectives, l))
        || noun.is_some_and(|n| s.groups(n).any(|g| heads(s, g, &rule.content.nouns)))
}

/// "it is time for Syria to leave", "it was wrong of Syria to stay": the deed, with a subject of its own.
fn deed_for<'a>(actors: &Actors<'a>, clause: &Clause) -> Option<&'a Clause> {
    let of = |c: &&Clause| c.link == Link::Controlled && !c.inherited;
    actors.sentence.governed_by(clause.index).find(of).filter(|_| actors.sentence.verbs(clause).copula)
}

/// "was behind the attack", "is in breach of", "was to blame for".
fn is_in(actors: &Actors<'_>, clause: &Clause, (word, lemma): (WordId, Lemma)) -> bool {
    let s = &actors.sentence;
    let mut arguments = clause.arguments.iter().filter(|a| a.role == Role::Preposition(word));
    let noun = arguments.any(|a| s.groups(a.nouns).any(|g| heads(s, g, &[lemma])));
    let deed = || {
        let to = |c: &&Clause| c.link == Link::Controlled;
        let verbs = s.governed_by(clause.index).find(to).map(|c| s.verbs(c));
        verbs.is_some_and(|v| v.verb == lemma && s.units()[v.first].word == Some(word))
    };
    noun || deed()
}

/// Whom a stated clause is about: who acts in it; where the rule asks for what it says, also whose thing its subject is.
pub(crate) fn about(actors: &Actors<'_>, clause: &Clause, rule: &Rule) -> ActorList {
    let s = &actors.sentence;
    if let Some(deed) = deed_for(actors, clause) {
        return actors.agents_of_rows(deed.subject.into_iter().flatten());
    }
    let rows = || clause.subject.into_iter().flatten();
    let found = actors.agents_of_rows(rows());
    if !found.is_empty() || rule.content.is_any() || rule.content.doer {
        return found;
    }
    // "this was an act of aggression by Sudan"
    let predicate = clause.argument(Role::Object).filter(|_| s.verbs(clause).copula);
    if let Some(by) = predicate.and_then(|n| actors.doer(n.chunk)) {
        return actors.agents(by);
    }
    actors.patients_of_rows(rows(), rule.people) // "said Iran's move was"
}

/// Who acts in the only condition of the sentence: "would retaliate if Israel attacked".
pub(crate) fn condition(actors: &Actors<'_>) -> ActorList {
    let mut conditions = actors.sentence.clauses().iter().filter(|c| c.link == Link::Condition);
    match (conditions.next(), conditions.next()) {
        (Some(only), None) => actors.agents_of_rows(only.subject.into_iter().flatten()),
        _ => ActorList::new(),
    }
}

/// Who makes a claim: its owner, whom "by" names, or the subject of "made the claim".
pub(crate) fn claimants(actors: &Actors<'_>, claim: Nouns) -> ActorList {
    let s = &actors.sentence;
    let mut out = ActorList::new();
    for group in s.groups(claim) {
        actors.beside(group, claim.chunk, 1.0, 0, &mut out);
    }
    if out.is_empty()
        && let Some(by) = actors.doer(claim.chunk)
    {
        out = actors.agents(by);
    }
    if out.is_empty() {
        let holds = |c: &&Clause| c.argument(Role::Object).is_some_and(|n| n.chunk == claim.chunk);
        let light = |c: &&Clause| s.lexicon.is(WordList::Light, s.verbs(c).lemma) && !c.passive;
        let clause = s.clauses().iter().find(holds).filter(light);
        out = clause.map_or_else(ActorList::new, |c| actors.subject(c));
    }
    out
}

/// The clauses that a noun states, as far as they say what the rule asks for.
pub(crate) fn claimed<'a, 'r>(
    actors: Actors<'a>,
    claim: Nouns,
    rule: &'r Rule,
) -> impl Iterator<Item = &'a Clause> + use<'a, 'r> {
    let of_it = move |c: &&Clause| c.claim.is_some_and(|n| n.chunk == claim.chunk);
    actors.sentence.clauses().iter().filter(of_it).filter(move |c| states(&actors, c, rule))
}

/// Whether one of these acts in the clause: "said it would retaliate".
pub(crate) fn is_by(actors: &Actors<'_>, clause: &Clause, speakers: &[Actor]) -> bool {
    let doers = actors.subject(clause);
    doers.iter().any(|a| speakers.iter().any(|b| actors.same(a, b)))
}
