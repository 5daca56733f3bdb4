//! Rules that verbs, and adjectives after a copula, set off.

use super::{Found, Relator};
use crate::relation::{
    Polarity, RelationClass,
    actors::ActorList,
    lexicon::{Lemma, Mood, WordList},
    quoted::Quoted,
    rejection::Lack,
    rules::{Asks, Needs, Rule, Slot, TriggerClass},
    verb_event::VerbEvent,
};
use crate::text::Span;

impl<'a> Relator<'a> {
    pub(super) fn verb(&mut self, index: usize) {
        let s = self.actors.sentence;
        let clause = &s.clauses()[index];
        let verbs = s.verbs(clause);
        if self.done.contains(&index) {
            return;
        }
        // adjectives need a copula
        let adjective = clause.adjective.filter(|_| verbs.copula);
        let (class, lemma, trigger) = match adjective {
            Some(unit) => (TriggerClass::Adjective, s.units()[unit].lemma, s.units()[unit].span),
            // "is against the plan"
            None if verbs.copula => (TriggerClass::Verb, s.lexicon.be(), s.units()[verbs.head].span),
            None => {
                let (head, last) = (s.units()[verbs.head].span, s.units()[verbs.last].span);
                (TriggerClass::Verb, verbs.lemma, Span::new(head.start, last.end.max(head.end)))
            }
        };
        let shorter = adjective.is_none() && !verbs.copula && verbs.verb != lemma;
        let is_trigger = |lemma| self.rules.is_trigger(class, lemma);
        if !is_trigger(lemma) && !(shorter && (is_trigger(verbs.shorter) || is_trigger(verbs.verb))) {
            return;
        }
        let event = VerbEvent::new(self.actors, index, self.scene);
        let fired = self.rules_of(&event, class, lemma, trigger, |_| true);
        if !fired && shorter {
            // "opened fire on", "met with": where the phrase says nothing, what is shorter does with its preposition
            let particle = s.units()[verbs.last].word.map(Slot::Preposition);
            let with_it = |rule: &Rule| particle.is_some_and(|slot| rule.target.contains(&slot));
            let fired = verbs.shorter != verbs.verb && self.rules_of(&event, class, verbs.shorter, trigger, with_it);
            if !fired {
                self.rules_of(&event, class, verbs.verb, trigger, with_it);
            }
        }
    }

    /// What a quotation says in its speaker's name.
    pub(super) fn quoted(&mut self, index: usize) {
        let s = self.actors.sentence;
        let clause = &s.clauses()[index];
        let quoted = Quoted { actors: self.actors, clause };
        let speakers = quoted.speakers();
        if speakers.is_empty() {
            return;
        }
        let (verbs, rules) = (s.verbs(clause), self.rules);
        let trigger = Span::new(s.units()[verbs.head].span.start, s.units()[verbs.last.max(verbs.head)].span.end);
        for &id in rules.triggered(TriggerClass::Verb, s.lexicon.say()) {
            let rule = rules.rule(id);
            if quoted.fits(rule) {
                self.spread(&Found {
                    id,
                    rule,
                    sources: speakers.clone(),
                    targets: quoted.about(rule),
                    joint: false,
                    mood: Mood::default(),
                    trigger,
                    clause: Some(index),
                    nominal: false,
                    attribution: None,
                    teller: None,
                    subjects: Vec::new(),
                });
            }
        }
    }

    /// Applies the rules of a trigger to a clause; whether one of them told something.
    pub(super) fn rules_of(
        &mut self,
        event: &VerbEvent<'a>,
        class: TriggerClass,
        lemma: Lemma,
        trigger: Span,
        wanted: impl Fn(&Rule) -> bool,
    ) -> bool {
        let s = self.actors.sentence;
        let clause = &s.clauses()[event.index];
        let whole = class == TriggerClass::Adjective || lemma == s.verbs(clause).lemma;
        let rules = self.rules;
        let triggered = rules.triggered(class, lemma);
        if triggered.is_empty() {
            return false;
        }
        let around = event.around();
        let all = self.rejected.is_some();
        let ids = || {
            let suited =
                triggered.iter().map(|&id| (id, rules.asks(id))).filter(|(_, asks)| all || around.suits(*asks));
            suited.map(|(id, asks)| (id, asks, rules.rule(id))).filter(|(_, _, r)| wanted(r) && !r.inserted)
        };
        let tells = |r: &Rule| {
            let (sources, targets) = self.sides_of(event, r, trigger);
            !sources.is_empty() && !targets.is_empty()
        };
        let takes_deed = |asks: &Asks| around.has.meets(Needs::DEED) && asks.takes_deed();
        let deed = ids()
            .find(|(_, asks, r)| takes_deed(asks) && event.lack(r).is_none() && tells(r))
            .and_then(|(.., r)| event.governed(r));
        let mut any = false;
        for (id, asks, rule) in ids() {
            crate::steps::count(1);
            let taken = (deed.is_some() && !asks.takes_deed() && !rule.denied).then_some(Lack::DeedTaken);
            if let Some(why) = taken.or_else(|| event.lack(rule)) {
                self.reject(id, trigger, why);
                continue;
            }
            // "denied having allowed" is no refusal
            let outer = || clause.governs.is_some_and(|g| g.polarity == Some(Polarity::Negated)) && !clause.negated;
            if rule.denied && (event.mood().polarity != Polarity::Negated || outer()) {
                self.reject(id, trigger, Lack::Denial);
                continue;
            }
            let (sources, mut targets) = self.sides_of(event, rule, trigger);
            if targets.is_empty() && rule.target.contains(&Slot::Subject) {
                targets = event.subject_as_patient(rule); // "Fiji's remarks angered"
            }
            let reciprocal = || targets.is_empty() && around.receiver && self.actors.is_reciprocal(clause);
            // "consulting Canada about" joins nobody among themselves
            let joint = targets.is_empty()
                && (rule.joint && whole && (rule.joint_about || !event.names_object()) || reciprocal());
            if sources.is_empty() || targets.is_empty() && !joint {
                let lone = if joint { sources.len() < 2 } else { targets.is_empty() };
                self.reject(id, trigger, if lone { Lack::Target } else { Lack::Source });
                continue;
            }
            any = true;
            // "hailed the withdrawal of French troops from Mali": they did withdraw
            let judged = rule.predicate.class() == RelationClass::Support;
            let light = s.lexicon.is(WordList::Light, s.verbs(clause).lemma);
            if !rule.object.is_empty() && !light && !judged {
                self.consumed.extend(event.object_chunks());
            }
            self.done.extend(deed);
            self.spread(&Found {
                id,
                rule,
                joint,
                sources,
                targets,
                // "will not accept" is a refusal
                mood: if rule.denied { Mood::default() } else { event.mood() },
                trigger,
                clause: Some(event.index),
                nominal: false,
                attribution: self.attribution(Some(clause)),
                teller: Some(event.index),
                subjects: self.actors.subjects(clause),
            });
        }
        any
    }

    /// Who stands on the sides of a verb's rule.
    fn sides_of(&self, event: &VerbEvent<'a>, rule: &Rule, trigger: Span) -> (ActorList, ActorList) {
        let around = event.around();
        let alone = rule.joint || around.receiver || rule.target.contains(&Slot::Subject);
        self.sides(rule, around, trigger, alone, |slot| event.slot(slot, rule))
    }
}
