//! Rules that verbs, and adjectives after a copula, set off.

use super::{Found, Relator};
use crate::relation::{
    Polarity, RelationClass,
    lexicon::{Lemma, Mood, WordList},
    quoted::Quoted,
    rejection::Lack,
    rules::{Rule, Slot, TriggerClass},
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
        let event = VerbEvent::new(self.actors, index, self.scene);
        let adjective = event.predicate();
        let (class, lemma, trigger) = match adjective {
            Some(unit) => (TriggerClass::Adjective, s.units()[unit].lemma, s.units()[unit].span),
            // "is against the plan"
            None if verbs.copula => (TriggerClass::Verb, s.lexicon.be(), s.units()[verbs.head].span),
            None => {
                let (head, last) = (s.units()[verbs.head].span, s.units()[verbs.last].span);
                (TriggerClass::Verb, verbs.lemma, Span::new(head.start, last.end.max(head.end)))
            }
        };
        let fired = self.rules_of(&event, class, lemma, trigger, |_| true);
        if !fired && adjective.is_none() && !verbs.copula && verbs.verb != lemma {
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
        let all = self.rejected.is_some();
        let ids = || {
            triggered
                .iter()
                .filter(|&&id| all || event.around().suits(rules.asks(id)))
                .map(|&id| (id, rules.rule(id)))
                .filter(|(_, r)| wanted(r) && !r.inserted)
        };
        // "asked the envoy to go home" is no request
        let takes_deed = |r: &Rule| !r.deed.is_empty() && !r.target.contains(&Slot::Deed);
        let tells = |r: &Rule| {
            let (sources, targets) = self.sides(r, trigger, |slot| event.slot(slot, r));
            !sources.is_empty() && !targets.is_empty()
        };
        let deed = ids()
            .find(|(_, r)| takes_deed(r) && event.lack(r).is_none() && tells(r))
            .and_then(|(_, r)| event.governed(r));
        let mut any = false;
        for (id, rule) in ids() {
            crate::steps::count(1);
            let taken = (deed.is_some() && !takes_deed(rule) && !rule.denied).then_some(Lack::DeedTaken);
            if let Some(why) = taken.or_else(|| event.lack(rule)) {
                self.reject(id, trigger, why);
                continue;
            }
            let mut mood = event.mood();
            if rule.denied {
                // "denied having allowed" is no refusal
                let outer = clause.governs.is_some_and(|g| g.polarity == Some(Polarity::Negated)) && !clause.negated;
                if mood.polarity != Polarity::Negated || outer {
                    self.reject(id, trigger, Lack::Denial);
                    continue;
                }
                mood = Mood::default(); // "will not accept" is a refusal
            }
            let (sources, mut targets) = self.sides(rule, trigger, |slot| event.slot(slot, rule));
            if targets.is_empty() && rule.target.contains(&Slot::Subject) {
                targets = event.subject_as_patient(rule); // "Fiji's remarks angered"
            }
            let reciprocal = targets.is_empty() && self.actors.is_reciprocal(clause);
            let mut found = Found {
                id,
                rule,
                // "consulting Canada about" joins nobody among themselves
                joint: targets.is_empty()
                    && (rule.joint && whole && (rule.joint_about || !event.names_object()) || reciprocal),
                sources,
                targets,
                mood,
                trigger,
                clause: Some(event.index),
                nominal: false,
                attribution: None,
                teller: Some(event.index),
                subjects: Vec::new(),
            };
            let fired = !found.sources.is_empty() && (!found.targets.is_empty() || found.joint);
            any |= fired;
            // "hailed the withdrawal of French troops from Mali": they did withdraw
            let judged = rule.predicate.class() == RelationClass::Support;
            let light = s.lexicon.is(WordList::Light, s.verbs(clause).lemma);
            if fired && !rule.object.is_empty() && !light && !judged {
                self.consumed.extend(event.object_chunks());
            }
            if fired && let Some(deed) = deed {
                self.done.push(deed);
            }
            if fired {
                found.attribution = self.attribution(Some(clause));
                found.subjects = self.actors.subjects(clause);
            }
            self.spread(&found);
        }
        any
    }
}
