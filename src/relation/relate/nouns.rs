//! Rules that nouns, compounds and insertions set off.

use std::cell::OnceCell;

use super::{Found, Relator};
use crate::relation::{
    RuleId,
    actors::{Actor, ActorList},
    apposition,
    clause::{Clause, Nouns},
    hints::Hint,
    insertion::{self, Insertion},
    lexicon::{Mood, Tag},
    noun_event::{self, Governor, NounEvent, Place},
    noun_group::NounGroup,
    rejection::Lack,
    rules::{Around, Slot, TriggerClass},
};
use crate::text::Span;

impl Relator<'_> {
    pub(super) fn nouns(&mut self, nouns: Nouns) {
        let s = self.actors.sentence;
        let governor = OnceCell::new();
        for group in s.groups(nouns) {
            let owner = group.owner.map(|owner| &s.reading.chunks.noun_groups[owner]);
            for named in owner.into_iter().chain([group]) {
                if let Some(title) = apposition::title(&s, named) {
                    self.group(nouns, &title, true, &governor);
                }
            }
            self.group(nouns, group, false, &governor);
        }
    }

    /// Applies the rules of a group's noun; only those of who is called so where the group is a name's title.
    fn group(&mut self, nouns: Nouns, group: &NounGroup, titled: bool, governor: &OnceCell<Option<Governor>>) {
        let s = self.actors.sentence;
        let head = &s.units()[group.head];
        if head.tag != Tag::Noun {
            return;
        }
        let (lemma, first) = s.noun_phrase(group.head).unwrap_or((head.lemma, group.head));
        let rules = self.rules;
        let mut ids = rules.triggered(TriggerClass::Noun, lemma);
        if ids.is_empty() {
            ids = rules.triggered(TriggerClass::Noun, head.lemma);
        }
        if ids.is_empty() {
            return;
        }
        // "broke off talks" is no talks, "a war of words" no war
        let consumed = !titled && (self.consumed.contains(&nouns.chunk) || s.is_inside_phrase(nouns.chunk, group.head));
        if consumed && self.rejected.is_none() {
            return;
        }
        let governor = *governor.get_or_init(|| noun_event::governor(&self.actors, nouns));
        let event = NounEvent { actors: self.actors, nouns, group, first, governor, titled };
        let stated_in = governor.map(|g| &s.clauses()[g.clause]);
        let around = event.around(&self.scene);
        let trigger = Span::new(s.units()[event.first].span.start, head.span.end);
        for &id in ids {
            if titled && !rules.rule(id).source.contains(&Slot::Apposed) {
                continue;
            }
            let pair = || rules.rule(id).predicate.is_symmetric() && event.may_pair(&self.scene);
            if !self.suits(&around, id) && !pair() {
                continue;
            }
            let lack = if consumed { Some(Lack::Consumed) } else { event.lack(rules.rule(id)) };
            if let Some(why) = lack {
                self.reject(id, trigger, why);
                continue;
            }
            self.noun(&event, &around, id, trigger, stated_in);
        }
    }

    fn noun(&mut self, event: &NounEvent<'_>, around: &Around, id: RuleId, trigger: Span, stated_in: Option<&Clause>) {
        let rule = self.rules.rule(id);
        let symmetric = rule.predicate.is_symmetric();
        let clause = event.governor.map(|g| g.clause);
        let (mut sources, mut targets) = (ActorList::new(), ActorList::new());
        let mut pair = symmetric && !rule.source.contains(&Slot::Apposed);
        if pair {
            sources = event.pair(rule);
            pair = sources.len() > 1;
        }
        let (mut stated, mut received, mut called) = (false, false, false);
        if !pair {
            let alone = rule.joint || symmetric || around.receiver;
            (sources, targets) = self.sides(rule, around, trigger, alone, |slot| event.slot(slot, rule));
            stated = rule.target.contains(&Slot::Clause) && !event.slot(Slot::Clause, rule).is_empty();
            if targets.is_empty() && !symmetric {
                targets = event.receiver();
                received = !targets.is_empty();
                let names = |a: &Actor| targets.iter().any(|b| a.mention == b.mention);
                if sources.iter().any(names) {
                    sources.clear();
                }
            }
            called = rule.source.contains(&Slot::Apposed) && event.apposed().iter().any(|a| sources.contains(a));
        }
        let joint = pair || rule.joint && targets.is_empty() && !called;
        if sources.is_empty() || targets.is_empty() && !joint {
            let lone = if joint { sources.len() < 2 } else { targets.is_empty() };
            self.reject(id, trigger, if lone { Lack::Target } else { Lack::Source });
            return;
        }
        let mut mood = event.mood(rule);
        if stated {
            mood = Mood::default(); // a charge was made whoever rejects it
        }
        if received {
            mood = event.received_mood(mood);
        }
        if called {
            mood = Mood::default(); // whatever becomes of him, he is what he is called
        }
        let teller = event.governor.filter(|g| g.place != Place::Subject && !pair).map(|g| g.clause);
        let told = teller.filter(|_| !targets.is_empty()).map(|c| &self.actors.sentence.clauses()[c]);
        let subjects = told.map_or_else(Vec::new, |c| self.actors.subjects(c));
        let attribution = self.attribution(stated_in);
        self.spread(&Found {
            id,
            rule,
            sources,
            targets,
            joint,
            mood,
            trigger,
            clause,
            nominal: true,
            attribution,
            teller,
            subjects,
        });
    }

    /// "Iran-backed Houthis".
    pub(super) fn compounds(&mut self) {
        let s = self.actors.sentence;
        let units = s.units();
        for nouns in s.rows().filter(|n| s.reading.hints.of_row(n.chunk).meets(Hint::NAME)) {
            for group in s.groups(nouns) {
                for i in group.modifiers() {
                    let joined = |at: usize, tag| {
                        units.get(at).is_some_and(|u: &crate::relation::unit::Unit| {
                            u.joined && (tag == Tag::Mark || u.tag == tag)
                        })
                    };
                    if units[i].mentions.is_none() || !joined(i + 1, Tag::Hyphen) || !joined(i + 2, Tag::Mark) {
                        continue;
                    }
                    let Some(word) = units[i + 2].word else { continue };
                    let rules = self.rules;
                    for &id in rules.compound(word) {
                        let mut sources = ActorList::new();
                        self.actors.mentions_of(i, 1.0, &mut sources);
                        let mut targets = ActorList::new();
                        if rules.rule(id).target.contains(&Slot::Parties) {
                            targets = self.actors.parties(nouns); // "a Qatar-brokered deal between"
                        } else if units[group.head].mentions.is_some() {
                            self.actors.mentions_of(group.head, 1.0, &mut targets);
                        } else {
                            self.actors.beside(group, nouns.chunk, 0.95, 0, &mut targets);
                        }
                        self.spread(&Found {
                            id,
                            rule: rules.rule(id),
                            sources,
                            targets,
                            joint: false,
                            mood: Mood::default(),
                            trigger: units[i + 2].span,
                            clause: None,
                            nominal: true,
                            attribution: None,
                            teller: None,
                            subjects: Vec::new(),
                        });
                    }
                }
            }
        }
    }

    /// "Zelensky, in Vilnius, fumed".
    pub(super) fn insertions(&mut self) {
        for Insertion { id, sources, targets, trigger } in insertion::insertions(&self.actors, self.rules) {
            self.spread(&Found {
                id,
                rule: self.rules.rule(id),
                sources,
                targets,
                joint: false,
                mood: Mood::default(),
                trigger,
                clause: None,
                nominal: true,
                attribution: None,
                teller: None,
                subjects: Vec::new(),
            });
        }
    }
}
