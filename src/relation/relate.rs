//! Applies the rules to a sentence that has been read, and gives its relations.

use std::collections::{HashMap, hash_map::Entry};

use super::{
    Modality, Polarity, Predicate, Relation, RelationClass, RuleId, Signals,
    actors::{Actor, Actors, faces},
    apposition,
    clause::{Clause, Nouns},
    content,
    discourse::{Side, Told},
    insertion::{self, Insertion},
    lexicon::{Lemma, Mood, Tag, WordList},
    noun_event::{self, Governor, NounEvent, Place},
    noun_group::NounGroup,
    quoted::Quoted,
    rejection::{Lack, Rejection},
    rules::{Kinds, Rule, RuleSet, Slot, TriggerClass},
    sentence::Sentence,
    verb_event::VerbEvent,
};
use crate::{gazetteer::EntityId, mention::Reason, text::Span};

/// The most actors of one slot that are related: a longer list is no sentence of news.
const MOST_ACTORS: usize = 24;

/// The most clauses above a trigger that are counted.
const MOST_DEPTH: usize = 8;
/// How much less sure than what was told what another clause only repeats is.
const REPEATED: f32 = 0.9;

/// What a rule found, before it is spread over the actors.
struct Found<'r> {
    id: RuleId,
    rule: &'r Rule,
    sources: Vec<Actor>,
    targets: Vec<Actor>,
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
    /// How many the sentence names.
    named: usize,
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
        let mut named: Vec<EntityId> = units
            .iter()
            .filter_map(|u| u.mentions)
            .flat_map(|(first, count)| &sentence.mentions.mentions[first..first + count])
            .map(|m| m.actor.unwrap_or(m.entity))
            .collect();
        named.sort_unstable();
        named.dedup();
        Self {
            actors: Actors { sentence, rules },
            rules,
            consumed: Vec::new(),
            done: Vec::new(),
            sentence_index,
            named: named.len(),
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
        let lexicon = self.actors.sentence.lexicon;
        let sport = |u: &super::unit::Unit| u.word.is_some_and(|id| lexicon.word(id).facts.sport);
        if self.actors.sentence.units().iter().any(sport) {
            return;
        }
        self.all();
        if self.actors.sentence.discourse.missed.get() && self.out.len() > first {
            self.all(); // "After raids on the camps, Kenya condemned the attacks": told in the same sentence
        }
        self.compounds();
        self.insertions();
        self.repetitions();
        self.keep_best(first);
    }

    /// What clauses without a verb of their own repeat.
    fn repetitions(&mut self) {
        let actors = self.actors;
        let s = actors.sentence;
        let clauses = (0..s.clauses().len()).filter_map(|index| actors.repetition(index));
        for repetition in clauses.collect::<Vec<_>>().into_iter().chain(actors.gaps()) {
            let stated_in = Some(&s.clauses()[repetition.clause]).filter(|_| !repetition.gapped);
            for (told, source, target, mood) in actors.repeated(&repetition) {
                let certainty = told.signals.certainty * source.certainty * target.certainty * REPEATED;
                let signals = Signals { certainty, unreal: mood != Mood::default(), ..told.signals };
                let side = told.side;
                s.discourse.tell(Told {
                    at: repetition.trigger.start,
                    source: source.mention,
                    target: target.mention,
                    signals,
                    mood,
                    plain: mood == Mood::default(),
                    denied: repetition.bare && mood.polarity == Polarity::Negated,
                    clause: Some(repetition.clause),
                    side,
                    ..told
                });
                self.out.push(Relation {
                    predicate: told.predicate,
                    source: source.mention,
                    target: target.mention,
                    polarity: mood.polarity,
                    modality: mood.modality,
                    attribution: self.attribution(stated_in),
                    confidence: self.rules.weights.confidence(&signals),
                    signals,
                    sentence: self.sentence_index,
                    trigger: repetition.trigger,
                    rule: told.rule,
                });
            }
        }
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

    fn verb(&mut self, index: usize) {
        let s = self.actors.sentence;
        let clause = &s.clauses()[index];
        let verbs = s.verbs(clause);
        if self.done.contains(&index) {
            return;
        }
        let event = VerbEvent { actors: self.actors, index };
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
    fn quoted(&mut self, index: usize) {
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
    fn rules_of(
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
        let ids = || {
            rules
                .triggered(class, lemma)
                .iter()
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
            let taken = (deed.is_some() && !takes_deed(rule)).then_some(Lack::DeedTaken);
            if let Some(why) = taken.or_else(|| event.lack(rule)) {
                self.reject(id, trigger, why);
                continue;
            }
            let mut mood = event.mood();
            if rule.denied {
                if mood.polarity != Polarity::Negated {
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
                joint: targets.is_empty() && (rule.joint && whole && !event.names_object() || reciprocal),
                sources,
                targets,
                mood,
                trigger,
                clause: Some(event.index),
                nominal: false,
                attribution: self.attribution(Some(clause)),
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
                found.subjects = self.actors.subjects(clause);
            }
            self.spread(&found);
        }
        any
    }

    fn nouns(&mut self, nouns: Nouns) {
        let s = self.actors.sentence;
        let governor = noun_event::governor(&self.actors, nouns);
        for group in s.groups(nouns) {
            let owner = group.owner.map(|owner| &s.reading.chunks.noun_groups[owner]);
            for named in owner.into_iter().chain([group]) {
                if let Some(title) = apposition::title(&s, named) {
                    self.group(nouns, &title, true, governor);
                }
            }
            self.group(nouns, group, false, governor);
        }
    }

    /// Applies the rules of a group's noun; only those of who is called so where the group is a name's title.
    fn group(&mut self, nouns: Nouns, group: &NounGroup, titled: bool, governor: Option<Governor>) {
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
        let event = NounEvent { actors: self.actors, nouns, group, first, governor, titled };
        let stated_in = governor.map(|g| &s.clauses()[g.clause]);
        let trigger = Span::new(s.units()[event.first].span.start, head.span.end);
        for &id in ids {
            if titled && !rules.rule(id).source.contains(&Slot::Apposed) {
                continue;
            }
            let lack = if consumed { Some(Lack::Consumed) } else { event.lack(rules.rule(id)) };
            if let Some(why) = lack {
                self.reject(id, trigger, why);
                continue;
            }
            self.noun(&event, id, trigger, stated_in);
        }
    }

    fn noun(&mut self, event: &NounEvent<'_>, id: RuleId, trigger: Span, stated_in: Option<&Clause>) {
        let rule = self.rules.rule(id);
        let mut mood = event.mood(rule);
        let attribution = self.attribution(stated_in);
        let clause = event.governor.map(|g| g.clause);
        let teller = event.governor.filter(|g| g.place != Place::Subject).map(|g| g.clause);
        let subjects = |fired: bool| {
            let clause = teller.filter(|_| fired).map(|c| &self.actors.sentence.clauses()[c]);
            clause.map_or_else(Vec::new, |c| self.actors.subjects(c))
        };
        if rule.predicate.is_symmetric() && !rule.source.contains(&Slot::Apposed) {
            let pair = event.pair(rule);
            if pair.len() > 1 {
                self.spread(&Found {
                    id,
                    rule,
                    sources: pair,
                    targets: Vec::new(),
                    joint: true,
                    mood,
                    trigger,
                    clause,
                    nominal: true,
                    attribution,
                    teller: None,
                    subjects: Vec::new(),
                });
                return;
            }
        }
        let (mut sources, mut targets) = self.sides(rule, trigger, |slot| event.slot(slot, rule));
        if rule.target.contains(&Slot::Clause) && !event.slot(Slot::Clause, rule).is_empty() {
            mood = Mood::default(); // a charge was made whoever rejects it
        }
        if targets.is_empty() && !rule.predicate.is_symmetric() {
            targets = event.receiver();
            if !targets.is_empty() {
                mood = event.received_mood(mood);
            }
            let names = |a: &Actor| targets.iter().any(|b| a.mention == b.mention);
            if sources.iter().any(names) {
                sources.clear();
            }
        }
        let called = rule.source.contains(&Slot::Apposed) && event.apposed().iter().any(|a| sources.contains(a));
        if called {
            mood = Mood::default(); // whatever becomes of him, he is what he is called
        }
        let joint = rule.joint && targets.is_empty() && !called;
        let subjects = subjects(!sources.is_empty() && !targets.is_empty());
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

    /// Who stands in the slots of both sides. Nobody stands on both.
    fn sides(&self, rule: &Rule, trigger: Span, slot: impl Fn(Slot) -> Vec<Actor>) -> (Vec<Actor>, Vec<Actor>) {
        let find = |slots: &[Slot], against: &[Actor], kinds: Kinds| {
            let fill = |&s: &Slot| {
                let mut found = match s {
                    Slot::Earlier => self.actors.only(0..trigger.start, against, kinds),
                    Slot::Later => self.actors.only(trigger.end..usize::MAX, against, kinds),
                    _ => slot(s),
                };
                found.retain(|a| against.iter().all(|b| b.mention != a.mention));
                found
            };
            slots.iter().map(fill).find(|found| !found.is_empty()).unwrap_or_default()
        };
        if rule.target.iter().any(|s| matches!(s, Slot::Earlier | Slot::Later)) {
            let sources = find(&rule.source, &[], rule.source_kinds);
            let targets = find(&rule.target, &sources, rule.target_kinds);
            return (sources, targets);
        }
        let mut targets = find(&rule.target, &[], rule.target_kinds);
        targets.retain(|a| !rule.named || a.is_named());
        (find(&rule.source, &targets, rule.source_kinds), targets)
    }

    /// "Iran-backed Houthis".
    fn compounds(&mut self) {
        let s = self.actors.sentence;
        let units = s.units();
        for nouns in s.rows() {
            for group in s.groups(nouns) {
                for i in group.modifiers() {
                    let joined = |at: usize, tag| {
                        units
                            .get(at)
                            .is_some_and(|u: &super::unit::Unit| u.joined && (tag == Tag::Mark || u.tag == tag))
                    };
                    if units[i].mentions.is_none() || !joined(i + 1, Tag::Hyphen) || !joined(i + 2, Tag::Mark) {
                        continue;
                    }
                    let Some(word) = units[i + 2].word else { continue };
                    let rules = self.rules;
                    for &id in rules.compound(word) {
                        let mut sources = Vec::new();
                        self.actors.mentions_of(i, 1.0, &mut sources);
                        let mut targets = Vec::new();
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
    fn insertions(&mut self) {
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

    /// One relation for each pair, of the first so many.
    fn spread(&mut self, found: &Found<'_>) {
        let lone = if found.joint { found.sources.len() < 2 } else { found.targets.is_empty() };
        if found.sources.is_empty() || lone {
            self.reject(found.id, found.trigger, if lone { Lack::Target } else { Lack::Source });
            return;
        }
        let sources = &found.sources[..found.sources.len().min(MOST_ACTORS)];
        let targets = &found.targets[..found.targets.len().min(MOST_ACTORS)];
        if found.joint {
            for (i, a) in sources.iter().enumerate() {
                for b in &sources[i + 1..] {
                    self.push(found, a, b);
                    if !found.rule.predicate.is_symmetric() {
                        self.push(found, b, a);
                    }
                }
            }
            return;
        }
        for a in sources {
            for b in targets {
                if found.rule.reverse { self.push(found, b, a) } else { self.push(found, a, b) }
            }
        }
    }

    fn reject(&mut self, rule: RuleId, trigger: Span, why: Lack) {
        if let Some(rejected) = &mut self.rejected {
            rejected.push(Rejection { rule, trigger, why });
        }
    }

    fn push(&mut self, found: &Found<'_>, source: &Actor, target: &Actor) {
        let s = &self.actors.sentence;
        let (from, to) = (&s.mentions.mentions[source.mention], &s.mentions.mentions[target.mention]);
        let same_actor = from.actor.is_some() && from.actor == to.actor;
        if from.entity == to.entity || same_actor {
            self.reject(found.id, found.trigger, Lack::Other);
            return;
        }
        let (from_kind, to_kind) = (s.kind_of(source.mention), s.kind_of(target.mention));
        if !found.rule.source_kinds.has(from_kind) || !found.rule.target_kinds.has(to_kind) {
            let source = !found.rule.source_kinds.has(from_kind);
            self.reject(found.id, found.trigger, if source { Lack::SourceKind } else { Lack::TargetKind });
            return;
        }
        if from.venue && !source.placed
            || to.venue && !target.placed && !found.rule.hosts && !takes_place(found.rule.predicate)
        {
            self.reject(found.id, found.trigger, Lack::Venue);
            return;
        }
        let mood = Mood {
            polarity: found.rule.polarity.unwrap_or(Polarity::Affirmed).max(found.mood.polarity),
            modality: found.rule.modality.unwrap_or(Modality::Actual).max(found.mood.modality),
        };
        let signals = self.signals(found, source, target, mood != Mood::default());
        let verbs = found.teller.map(|c| s.verbs(&s.clauses()[self.actors.finite(c)]));
        let is = |a: &Actor| found.subjects.contains(&a.mention);
        s.discourse.tell(Told {
            predicate: found.rule.predicate,
            at: found.trigger.start,
            source: source.mention,
            target: target.mention,
            rule: found.id,
            signals,
            mood,
            plain: found.mood == Mood::default(),
            denied: verbs.is_some_and(|v| v.negated),
            modal: verbs.is_some_and(|v| v.modal.is_some()),
            be: verbs.is_some_and(|v| v.passive || v.copula),
            clause: found.teller,
            side: match (is(source), is(target)) {
                (true, false) => Side::Source,
                (false, true) => Side::Target,
                _ => Side::None,
            },
        });
        self.out.push(Relation {
            predicate: found.rule.predicate,
            source: source.mention,
            target: target.mention,
            polarity: mood.polarity,
            modality: mood.modality,
            attribution: found.attribution,
            confidence: self.rules.weights.confidence(&signals),
            signals,
            sentence: self.sentence_index,
            trigger: found.trigger,
            rule: found.id,
        });
    }

    /// What speaks for and against a relation.
    fn signals(&self, found: &Found<'_>, source: &Actor, target: &Actor, unreal: bool) -> Signals {
        let s = &self.actors.sentence;
        let sides = [source, target].map(|side| &s.mentions.mentions[side.mention]);
        let [from, to] = sides.map(|m| m.span);
        let governor = |clause: &usize| s.clauses()[*clause].governor;
        Signals {
            reliability: found.rule.reliability,
            certainty: source.certainty * target.certainty,
            distance: from.end.abs_diff(to.start).min(to.end.abs_diff(from.start)),
            depth: std::iter::successors(found.clause, governor).skip(1).take(MOST_DEPTH).count(),
            elsewhere: sides.iter().filter(|m| !self.span.contains(m.span)).count(),
            doubtful: sides
                .iter()
                .filter(|m| matches!(m.reason, Reason::Best | Reason::Document | Reason::Cue))
                .count(),
            crowd: self.named.saturating_sub(2),
            unreal,
            nominal: found.nominal,
        }
    }

    /// Whose statement it is: the subject of the verb that reports it, the owner of the claim, the speaker of the
    /// quotation around it, or whom "according to" names.
    fn attribution(&self, stated_in: Option<&Clause>) -> Option<EntityId> {
        let s = &self.actors.sentence;
        let speaker = |index: usize| {
            let clause = &s.clauses()[index];
            let rows = clause.subject.into_iter().flatten();
            rows.flat_map(|n| self.actors.agents(n)).map(|a| s.mentions.mentions[a.mention].entity).next()
        };
        if let Some(speaker) = stated_in.and_then(|c| c.stated_by).and_then(speaker) {
            return Some(speaker);
        }
        // "Nepal's claim that"
        let claimant = stated_in.and_then(|c| c.claim).map(|n| content::claimants(&self.actors, n));
        if let Some(claimant) = claimant.as_ref().and_then(|found| found.first()) {
            return Some(s.mentions.mentions[claimant.mention].entity);
        }
        let quoted = stated_in.is_some_and(|clause| Quoted { actors: self.actors, clause }.is_quoted());
        let source = || s.reading.clauses.sources.iter().flat_map(|n| self.actors.agents(*n)).map(|a| a.mention).next();
        let speaker = s.discourse.quoted.first().copied().filter(|_| quoted).or_else(source);
        speaker.map(|mention| s.mentions.mentions[mention].entity)
    }

    /// One relation for each (source, predicate, target, polarity) of the sentence: the surest.
    fn keep_best(&mut self, first: usize) {
        let entity = |mention: usize| self.actors.sentence.mentions.mentions[mention].entity;
        let key = |r: &Relation| {
            let (a, b) = (entity(r.source), entity(r.target));
            let sides = if r.predicate.is_symmetric() && b < a { (b, a) } else { (a, b) };
            (r.predicate, sides, r.polarity)
        };
        // not the confidence: that a thing is planned does not make its reading worse
        let strength = |r: &Relation| r.signals.reliability * r.signals.certainty;
        let mut kept: Vec<Relation> = Vec::new();
        let mut places: HashMap<_, usize> = HashMap::new();
        let found: Vec<Relation> = self.out.drain(first..).collect();
        let mut weaker = Vec::new();
        for mut relation in found {
            match places.entry(key(&relation)) {
                Entry::Occupied(place) => {
                    let best = &mut kept[*place.get()];
                    if strength(best) < strength(&relation) {
                        std::mem::swap(best, &mut relation);
                    }
                    weaker.push((relation.rule, relation.trigger));
                }
                Entry::Vacant(place) => {
                    place.insert(kept.len());
                    kept.push(relation);
                }
            }
        }
        let mentions = &self.actors.sentence.mentions.mentions;
        for relation in &kept {
            if faces(relation.predicate.class()) {
                let of = |m: usize| mentions[m].actor.unwrap_or(mentions[m].entity);
                let (a, b) = (relation.source, relation.target);
                self.actors.sentence.discourse.count((a, b), (of(a), of(b)));
            }
        }
        self.out.extend(kept);
        for (rule, trigger) in weaker {
            self.reject(rule, trigger, Lack::Surer);
        }
    }
}

/// Whether a mere place may be a target.
fn takes_place(predicate: Predicate) -> bool {
    matches!(
        predicate.class(),
        RelationClass::Assault | RelationClass::Mobilize | RelationClass::Coerce | RelationClass::Retreat
    ) || predicate == Predicate::Visits
}
