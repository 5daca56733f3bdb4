//! Chunks to clauses: who is the subject of which verb, what are its arguments, and which clause governs which.
//!
//! One pass from left to right with a stack of suspended subjects, in the manner of the finite-state cascades of
//! FASTUS (Hobbs et al. 1997): each chunk is looked at once, so the work is linear in the sentence.

use super::{
    chunk::{Chunk, ChunkKind, Chunks},
    coordination::{finite_follows, is_participle},
    lexicon::{Complements, Controller, Governs, Lexicon, Mood, NounClass, Tag, WordId},
    unit::Unit,
    verb_group::{VerbForm, VerbGroup},
};
use crate::relation::{Modality, Polarity};

/// A place of a noun row in a sentence: index of the row, and of its chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Nouns {
    pub(crate) row: usize,
    pub(crate) chunk: usize,
}

/// How an argument stands to its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Object,
    /// The first of two objects.
    Indirect,
    /// Stands beside the object and says who it is: "its neighbour, Ukraine".
    Apposition,
    Preposition(WordId),
}

/// An argument after (or, with a preposition, before) the verb.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Argument {
    pub(crate) role: Role,
    pub(crate) nouns: Nouns,
}

/// How a clause hangs on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    Main,
    /// Follows its governor's verb as that-clause, with or without "that".
    Content,
    /// Infinitive, gerund: takes over a subject.
    Controlled,
    Relative,
    /// A participle beside its noun or clause.
    Participle,
    Adverbial,
    Condition,
    Coordinate,
}

/// A verb group with its subject and arguments.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    pub(crate) verbs: usize,
    pub(crate) chunk: usize,
    /// Rows in subject position (of the passive too); two where "and" joins what no row holds.
    pub(crate) subject: [Option<Nouns>; 2],
    /// What stands beside the subject and says who it is: "three partners – Japan, Korea and Peru –".
    pub(crate) apposition: Option<Nouns>,
    /// The subject was taken over from another clause.
    pub(crate) inherited: bool,
    pub(crate) arguments: Vec<Argument>,
    /// The verb group is passive, or a participle that stands beside its noun: "sanctions imposed by".
    pub(crate) passive: bool,
    /// A predicate adjective's unit.
    pub(crate) adjective: Option<usize>,
    pub(crate) governor: Option<usize>,
    pub(crate) link: Link,
    /// What the governing word does to this clause.
    pub(crate) governs: Option<Governs>,
    pub(crate) mood: Mood,
    /// The clause whose subject states this one.
    pub(crate) stated_by: Option<usize>,
}

impl Clause {
    /// Rows that are the object of the active verb.
    pub(crate) fn argument(&self, role: Role) -> Option<Nouns> {
        self.arguments.iter().find(|a| a.role == role).map(|a| a.nouns)
    }
}

/// A sentence's clauses, in the order of their verbs.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    pub(crate) clauses: Vec<Clause>,
    /// Rows introduced as sources of the whole sentence ("according to Seoul").
    pub(crate) sources: Vec<Nouns>,
}

impl Clauses {
    /// Reads the chunks of a sentence.
    pub(crate) fn read(&mut self, chunks: &Chunks, units: &[Unit], lexicon: &Lexicon) {
        self.clauses.clear();
        self.sources.clear();
        let mut reader = Reader {
            chunks,
            units,
            lexicon,
            out: self,
            current: None,
            pending: [None; 2],
            apposed: None,
            suspended: Vec::new(),
            intro: Intro::Main,
            fronted: Vec::new(),
            dangling: None,
            negation: false,
        };
        for at in 0..chunks.chunks.len() {
            reader.chunk(at);
        }
        reader.finish();
    }
}

/// What the next finite verb's clause will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Intro {
    Main,
    That,
    Relative(Option<Nouns>),
    Subordinate { conditional: bool },
    Coordinate,
}

struct Reader<'a> {
    chunks: &'a Chunks,
    units: &'a [Unit],
    lexicon: &'a Lexicon,
    out: &'a mut Clauses,
    current: Option<usize>,
    /// Noun rows that wait for their verb.
    pending: [Option<Nouns>; 2],
    /// Stands beside what waits.
    apposed: Option<Nouns>,
    /// Subjects that wait behind an insertion.
    suspended: Vec<([Option<Nouns>; 2], Intro)>,
    intro: Intro,
    /// Prepositional phrases before the verb.
    fronted: Vec<Argument>,
    /// A participle clause before its subject.
    dangling: Option<usize>,
    negation: bool,
}

impl Reader<'_> {
    fn list(&self) -> &[Chunk] {
        &self.chunks.chunks
    }

    fn kind(&self, at: usize) -> Option<ChunkKind> {
        self.list().get(at).map(|c| c.kind)
    }

    fn before(&self, at: usize) -> Option<ChunkKind> {
        at.checked_sub(1).and_then(|i| self.kind(i))
    }

    fn group(&self, clause: usize) -> &VerbGroup {
        &self.chunks.verb_groups[self.out.clauses[clause].verbs]
    }

    /// A predicate adjective may follow: "is ready", "looks ready".
    fn is_copular(&self, clause: usize) -> bool {
        let verbs = self.group(clause);
        verbs.copula || self.lexicon.is_copular(verbs.verb)
    }

    fn head(&self, nouns: Nouns) -> &Unit {
        let row = self.chunks.coordinations[nouns.row];
        &self.units[self.chunks.noun_groups[row.end - 1].head]
    }

    fn is_negative(&self, unit: usize) -> bool {
        self.units[unit].word.is_some_and(|id| self.lexicon.word(id).facts.negative)
    }

    fn first_unit(&self, nouns: Nouns) -> usize {
        self.list()[nouns.chunk].first
    }

    fn is_time(&self, nouns: Nouns) -> bool {
        let head = self.head(nouns);
        head.tag == Tag::Time || head.tag == Tag::Noun && self.lexicon.noun_class(head.lemma) == NounClass::Time
    }

    fn chunk(&mut self, at: usize) {
        match self.list()[at].kind {
            ChunkKind::Nouns(row) => self.nouns(Nouns { row, chunk: at }),
            ChunkKind::Verbs(group) => self.verbs(group, at),
            ChunkKind::Adjective => {
                if let Some(clause) = self.current
                    && self.is_copular(clause)
                    && self.out.clauses[clause].adjective.is_none()
                    && self.pending[0].is_none()
                {
                    self.out.clauses[clause].adjective = Some(self.list()[at].first);
                }
            }
            ChunkKind::That => {
                let relative = matches!(self.before(at), Some(ChunkKind::Nouns(_)))
                    && !self.current.is_some_and(|c| self.takes_clause(c));
                if relative {
                    self.open_relative(at);
                } else {
                    self.intro = Intro::That;
                    self.pending = [None; 2];
                }
            }
            ChunkKind::Relative if self.states(at) => {
                self.intro = Intro::That;
                self.pending = [None; 2];
            }
            ChunkKind::Relative => self.open_relative(at),
            ChunkKind::Subordinator { conditional } => {
                self.suspend();
                self.intro = Intro::Subordinate { conditional };
            }
            ChunkKind::Dash if self.pairs_up(at) => {}
            // "Zelensky: Russia has attacked ..."
            ChunkKind::Break if self.units[self.list()[at].first].tag == Tag::Colon && self.is_speaker() => {
                self.out.sources.extend(self.pending[0].take());
            }
            ChunkKind::Break | ChunkKind::Dash => {
                self.pending = [None; 2];
                self.suspended.clear();
                self.intro = Intro::Main;
                self.current = None;
                self.fronted.clear();
            }
            ChunkKind::Conjunction => {
                if self.pending[0].is_none() && self.intro == Intro::Main && self.current.is_some() {
                    self.intro = Intro::Coordinate;
                }
            }
            ChunkKind::Negation => self.negation = true,
            // "as the rebels advanced": what could be a preposition opens a clause when a finite verb follows
            ChunkKind::Preposition(word) if self.opens_clause(word, at) => {
                self.suspend();
                self.intro = Intro::Subordinate { conditional: false };
            }
            ChunkKind::Comma | ChunkKind::Preposition(_) => {}
        }
    }

    /// Whether what waits before a colon is one name alone.
    fn is_speaker(&self) -> bool {
        let alone = |n: Nouns| self.head(n).mentions.is_some() && n.chunk == 0;
        self.current.is_none() && self.suspended.is_empty() && self.pending[0].is_some_and(alone)
    }

    fn opens_clause(&self, word: WordId, at: usize) -> bool {
        let subordinates = self.lexicon.word(word).readings.iter().any(|r| r.tag == Tag::Subordinator);
        subordinates
            && matches!(self.kind(at + 1), Some(ChunkKind::Nouns(_)))
            && finite_follows(self.chunks, self.units, self.lexicon, at + 1)
    }

    /// Whether a dash has a partner, so that the two stand for brackets.
    fn pairs_up(&self, at: usize) -> bool {
        let dashes = |range: &[Chunk]| range.iter().filter(|c| c.kind == ChunkKind::Dash).count();
        let (before, after) = (dashes(&self.list()[..at]), dashes(&self.list()[at + 1..]));
        before % 2 == 1 || after > 0
    }

    /// Sets the waiting subject aside while an insertion is read.
    fn suspend(&mut self) {
        if self.pending[0].is_some() {
            self.suspended.push((self.pending, self.intro));
            self.pending = [None; 2];
        }
    }

    fn open_relative(&mut self, at: usize) {
        // the antecedent stands before, over a comma or a preposition ("with which")
        let antecedent = self.list()[..at].iter().enumerate().rev().take(3).find_map(|(i, c)| match c.kind {
            ChunkKind::Nouns(row) => Some(Nouns { row, chunk: i }),
            _ => None,
        });
        self.suspend();
        self.intro = Intro::Relative(antecedent);
    }

    /// "told reporters that": the word can open a that-clause, and the verb before takes one.
    fn states(&self, at: usize) -> bool {
        let word = self.units[self.list()[at].first].word;
        let that = word.is_some_and(|id| self.lexicon.word(id).readings.iter().any(|r| r.tag == Tag::That));
        that && self.current.is_some_and(|c| self.takes_clause(c))
    }

    fn takes_clause(&self, clause: usize) -> bool {
        let verbs = self.group(clause);
        let content = |g: &Governs| g.complements.meets(Complements::THAT);
        self.lexicon.verb_governs(verbs.lemma, verbs.verb).iter().any(content)
    }

    fn nouns(&mut self, nouns: Nouns) {
        if let Some(ChunkKind::Preposition(word)) = self.before(nouns.chunk)
            && !self.opens_clause(word, nouns.chunk - 1)
        {
            if self.lexicon.markers.attribution.contains(&word) {
                self.out.sources.push(nouns);
                return;
            }
            let argument = Argument { role: Role::Preposition(word), nouns };
            match self.current {
                Some(clause) if self.pending[0].is_none() && self.clause_is_open() => {
                    self.out.clauses[clause].arguments.push(argument);
                }
                _ => self.fronted.push(argument),
            }
            return;
        }
        if self.is_time(nouns) {
            return;
        }
        let expecting = self.current.is_none() || self.intro != Intro::Main;
        if !expecting {
            let clause = self.current.expect("a clause is open");
            let after_comma = matches!(self.before(nouns.chunk), Some(ChunkKind::Comma));
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
        match (self.pending[0], self.before(nouns.chunk)) {
            (None, _) => self.pending[0] = Some(nouns),
            (Some(_), Some(ChunkKind::Conjunction)) if self.pending[1].is_none() => self.pending[1] = Some(nouns),
            // the first was no subject: a fronted adverbial, a headline's tag
            (Some(first), Some(ChunkKind::Comma))
                if self.units[self.first_unit(first)].tag != Tag::Number
                    && !self.names_somebody(first)
                    && self.names_somebody(nouns) =>
            {
                self.pending[0] = Some(nouns);
            }
            (Some(_), Some(ChunkKind::Comma | ChunkKind::Dash)) if self.apposed.is_none() => self.apposed = Some(nouns),
            _ => {}
        }
    }

    /// Whether what follows still belongs to the current verb.
    fn clause_is_open(&self) -> bool {
        matches!(self.intro, Intro::Main | Intro::Coordinate)
    }

    fn names_somebody(&self, nouns: Nouns) -> bool {
        let row = self.chunks.coordinations[nouns.row];
        self.chunks.noun_groups[row.first..row.end]
            .iter()
            .any(|g| g.owner.is_some() || self.units[g.first..=g.last].iter().any(|u| u.mentions.is_some()))
    }

    fn object(&mut self, clause: usize, nouns: Nouns) {
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

    fn verbs(&mut self, group: usize, at: usize) {
        let verbs = self.chunks.verb_groups[group];
        match verbs.form {
            VerbForm::Finite => self.finite(group, at),
            VerbForm::PastOrParticiple if !self.reads_as_participle(at) => self.finite(group, at),
            VerbForm::PastOrParticiple | VerbForm::Participle => self.participle(group, at),
            VerbForm::Infinitive => self.infinitive(group, at),
            VerbForm::Gerund => self.gerund(group, at),
        }
        self.negation = false;
    }

    fn reads_as_participle(&self, at: usize) -> bool {
        // with nothing that could be its subject it is one; so too right after the object of another verb
        let no_subject = self.pending[0].is_none() && self.suspended.is_empty() && self.intro == Intro::Main;
        let after_noun = matches!(self.before(at), Some(ChunkKind::Nouns(_)));
        let sentence_start = self.current.is_none() && self.pending[0].is_none() && self.suspended.is_empty();
        if sentence_start {
            return true;
        }
        if no_subject && after_noun {
            return true;
        }
        let after_comma = matches!(self.before(at), Some(ChunkKind::Comma));
        if after_comma && let Some(waiting) = self.pending[0] {
            // the first comma after the subject opens an insertion, the second closes it
            let between = &self.list()[waiting.chunk..at - 1];
            let first = !between.iter().any(|c| c.kind == ChunkKind::Comma);
            return first && self.main_verb_follows(at);
        }
        self.pending[0].is_some() && is_participle(self.chunks, self.units, self.lexicon, at)
    }

    /// Whether a comma and a finite verb come after an insertion that begins at `at`.
    fn main_verb_follows(&self, at: usize) -> bool {
        self.list()[at + 1..].windows(2).any(|pair| {
            let finite = match pair[1].kind {
                ChunkKind::Verbs(group) => {
                    matches!(self.chunks.verb_groups[group].form, VerbForm::Finite | VerbForm::PastOrParticiple)
                }
                _ => false,
            };
            finite && matches!(pair[0].kind, ChunkKind::Comma | ChunkKind::Dash)
        })
    }

    fn push(
        &mut self,
        group: usize,
        at: usize,
        subject: [Option<Nouns>; 2],
        link: Link,
        governor: Option<usize>,
    ) -> usize {
        let index = self.out.clauses.len();
        self.out.clauses.push(Clause {
            verbs: group,
            chunk: at,
            subject,
            apposition: None,
            inherited: false,
            arguments: Vec::new(),
            passive: self.chunks.verb_groups[group].passive,
            adjective: None,
            governor,
            link,
            governs: None,
            mood: Mood::default(),
            stated_by: None,
        });
        self.current = Some(index);
        index
    }

    fn finite(&mut self, group: usize, at: usize) {
        let intro = self.intro;
        let governor = self.current;
        let (mut subject, mut link, mut inherited) = (self.pending, Link::Main, false);
        let mut object = None;
        match intro {
            Intro::Relative(antecedent) => {
                link = Link::Relative;
                if subject[0].is_none() {
                    subject[0] = antecedent;
                } else {
                    object = antecedent;
                }
            }
            Intro::That => link = Link::Content,
            Intro::Subordinate { conditional } => link = if conditional { Link::Condition } else { Link::Adverbial },
            Intro::Coordinate if subject[0].is_some() => link = Link::Coordinate,
            Intro::Main | Intro::Coordinate => {}
        }
        if subject[0].is_none() {
            let after_conjunction = matches!(self.before(at), Some(ChunkKind::Conjunction));
            let embedded = governor.is_some_and(|c| {
                matches!(
                    self.out.clauses[c].link,
                    Link::Relative | Link::Participle | Link::Adverbial | Link::Controlled
                )
            });
            if let (true, Some((waiting, before))) = (!after_conjunction || !embedded, self.suspended.last().copied()) {
                self.suspended.pop();
                subject = waiting;
                link = match before {
                    Intro::That => Link::Content,
                    Intro::Relative(_) => Link::Relative,
                    _ => Link::Main,
                };
            } else if let Some(clause) = governor {
                if let Some(inverted) = self.inverted_subject(group, at) {
                    subject[0] = Some(inverted);
                } else if let Some(ChunkKind::Nouns(row)) = self.before(at) {
                    // a relative clause without its pronoun, or a noun that looks like a verb
                    subject[0] = Some(Nouns { row, chunk: at - 1 });
                    link = Link::Relative;
                } else {
                    // ", and warned" goes on from the main clause, "and warned" from the last
                    let over = after_conjunction && at > 1 && self.kind(at - 2) == Some(ChunkKind::Comma);
                    let last = &self.out.clauses[if over { self.outermost(clause) } else { clause }];
                    subject = last.subject;
                    link = if last.link == Link::Controlled { Link::Coordinate } else { last.link };
                    inherited = true;
                }
            } else {
                subject[0] = self.inverted_subject(group, at);
            }
        }
        let governor = match link {
            Link::Content => self.content_governor(governor),
            Link::Coordinate if inherited => governor.and_then(|c| self.out.clauses[c].governor),
            _ => governor,
        };
        let index = self.push(group, at, subject, link, governor);
        let fronted = std::mem::take(&mut self.fronted);
        let apposition = self.apposed.take();
        // "was suspended by Thailand and warned by Singapore"
        let agent = matches!(self.kind(at + 1), Some(ChunkKind::Preposition(w)) if w == self.lexicon.markers.agent);
        let passive = agent && self.chunks.verb_groups[group].form == VerbForm::PastOrParticiple;
        let clause = &mut self.out.clauses[index];
        clause.inherited = inherited;
        clause.passive |= passive;
        clause.apposition = apposition;
        clause.arguments.extend(fronted);
        if let Some(nouns) = object {
            clause.arguments.push(Argument { role: Role::Object, nouns });
        }
        // "no country", "neither Japan nor China"
        let negative = subject[0].filter(|_| !inherited).is_some_and(|n| self.is_negative(self.list()[n.chunk].first));
        let clause = &mut self.out.clauses[index];
        if self.negation || negative {
            clause.mood.polarity = Polarity::Negated;
        }
        if let Some(dangling) = self.dangling.take() {
            self.out.clauses[dangling].subject = subject;
        }
        self.pending = [None; 2];
        self.intro = Intro::Main;
    }

    /// The clause on which a clause hangs in the end.
    fn outermost(&self, clause: usize) -> usize {
        let mut clause = clause;
        while let (
            Link::Relative | Link::Adverbial | Link::Condition | Link::Participle | Link::Controlled,
            Some(outer),
        ) = (self.out.clauses[clause].link, self.out.clauses[clause].governor)
        {
            clause = outer;
        }
        clause
    }

    /// "..., said Lavrov": the subject follows a verb of saying.
    fn inverted_subject(&self, group: usize, at: usize) -> Option<Nouns> {
        if matches!(self.before(at), Some(ChunkKind::Conjunction)) {
            return None; // "accused China and urged Russia"
        }
        let verb = self.chunks.verb_groups[group].lemma;
        let says = self.lexicon.governs(Tag::Verb, verb).iter().any(|g| g.attribution);
        match self.kind(at + 1) {
            Some(ChunkKind::Nouns(row)) if says => Some(Nouns { row, chunk: at + 1 }),
            _ => None,
        }
    }

    /// The nearest clause whose verb takes a that-clause.
    fn content_governor(&self, from: Option<usize>) -> Option<usize> {
        let from = from?;
        (0..=from).rev().take(4).find(|&c| self.takes_clause(c)).or(Some(from))
    }

    fn participle(&mut self, group: usize, at: usize) {
        let before = self.before(at);
        let (subject, governor) = match before {
            Some(ChunkKind::Nouns(row))
                if self.pending[0].is_none() || self.pending[0].is_some_and(|p| p.chunk + 1 == at) =>
            {
                ([Some(Nouns { row, chunk: at - 1 }), None], self.current)
            }
            Some(ChunkKind::Nouns(row)) => ([Some(Nouns { row, chunk: at - 1 }), None], self.current),
            _ if self.pending[0].is_some() => (self.pending, self.current),
            // "announced a truce, brokered by Egypt"
            Some(ChunkKind::Comma)
                if at > 1
                    && self.chunks.verb_groups[group].form != VerbForm::Gerund
                    && matches!(self.kind(at - 2), Some(ChunkKind::Nouns(_))) =>
            {
                let Some(ChunkKind::Nouns(row)) = self.kind(at - 2) else { unreachable!("just seen") };
                ([Some(Nouns { row, chunk: at - 2 }), None], self.current)
            }
            Some(ChunkKind::Conjunction) => {
                (self.current.map_or([None; 2], |c| self.out.clauses[c].subject), self.current)
            }
            _ => match self.current {
                Some(clause) => (self.out.clauses[clause].subject, Some(clause)),
                None => ([None; 2], None),
            },
        };
        self.suspend();
        let index = self.push(group, at, subject, Link::Participle, governor);
        self.out.clauses[index].passive |= self.chunks.verb_groups[group].form != VerbForm::Gerund;
        if subject[0].is_none() {
            self.dangling = Some(index);
            // what follows belongs to the participle until its clause ends
        }
        if self.negation {
            self.out.clauses[index].mood.polarity = Polarity::Negated;
        }
        self.intro = Intro::Main;
    }

    fn infinitive(&mut self, group: usize, at: usize) {
        self.controlled(group, at, Complements::TO);
    }

    fn gerund(&mut self, group: usize, at: usize) {
        match self.before(at) {
            Some(ChunkKind::Preposition(word)) => {
                let shape = self.preposition(word);
                self.controlled(group, at, shape);
            }
            Some(ChunkKind::Nouns(row)) if self.pending[0].is_some() || self.current.is_some() => {
                let noun = Nouns { row, chunk: at - 1 };
                // "issued a statement urging": who issued it urges
                let holder = self.current.filter(|_| !self.names_somebody(noun));
                let subject = holder.map_or([Some(noun), None], |c| self.out.clauses[c].subject);
                self.suspend();
                self.push(group, at, subject, Link::Participle, self.current);
                self.intro = Intro::Main;
            }
            Some(ChunkKind::Verbs(_)) => self.controlled(group, at, Complements::ING),
            _ => self.participle(group, at),
        }
    }

    fn preposition(&self, word: WordId) -> Complements {
        Complements::preposition(self.lexicon.form(word))
    }

    /// An infinitive or a gerund: finds what governs it, and whose subject it takes over.
    fn controlled(&mut self, group: usize, at: usize, shape: Complements) {
        let pending = self.pending;
        self.suspend();
        let governor = self.current;
        let noun = self.governing_noun(at, shape);
        let (governs, subject, noun_negated) = if let Some((nouns, governs)) = noun {
            let row = self.chunks.coordinations[nouns.row];
            let holder = self.chunks.noun_groups[row.end - 1];
            let negated = self.is_negative(holder.first);
            // "Japan's bid to join": the noun itself stands for its owner
            let owned = holder.owner.is_some()
                || self.units[holder.modifiers()].iter().any(|u| u.mentions.is_some() || u.tag == Tag::Possessive);
            let subject = if owned && self.units[holder.first].tag != Tag::Possessive {
                [Some(nouns), None]
            } else {
                governor.map_or(pending, |c| self.out.clauses[c].subject)
            };
            (Some(governs), subject, negated)
        } else {
            let governs = governor.and_then(|c| self.governing_predicate(c, shape));
            let object = governor.and_then(|c| self.controlling_object(c));
            let subject = match governs.map(|g| g.controller) {
                Some(Controller::Object) if object.is_some() => [object, None],
                Some(Controller::None) => [None; 2],
                _ => governor.map_or(pending, |c| self.out.clauses[c].subject),
            };
            (governs, subject, false)
        };
        let index = self.push(group, at, subject, Link::Controlled, governor);
        let clause = &mut self.out.clauses[index];
        clause.inherited = true;
        clause.governs = governs;
        if subject[0].is_none() && governor.is_none() {
            self.dangling = Some(index); // "After condemning the attack, Japan ..."
        }
        // "without condemning"
        let without = matches!(self.before(at), Some(ChunkKind::Preposition(w)) if self.lexicon.word(w).facts.negative);
        let clause = &mut self.out.clauses[index];
        if self.negation || noun_negated || without {
            clause.mood.polarity = Polarity::Negated;
        }
        let past = governor.is_some_and(|c| self.chunks.verb_groups[self.out.clauses[c].verbs].past);
        if governs.is_none() && shape == Complements::TO && !past {
            self.out.clauses[index].mood.modality = Modality::Planned; // of purpose; what was done, was done: "met to sign"
        }
        self.intro = Intro::Main;
    }

    /// "plans to", "its bid to", "threat of": a noun right before that governs.
    fn governing_noun(&self, at: usize, shape: Complements) -> Option<(Nouns, Governs)> {
        let back = if matches!(self.before(at), Some(ChunkKind::Preposition(_))) { 2 } else { 1 };
        let chunk = at.checked_sub(back)?;
        let ChunkKind::Nouns(row) = self.kind(chunk)? else { return None };
        let nouns = Nouns { row, chunk };
        let head = self.head(nouns);
        let governs = self.lexicon.governs(Tag::Noun, head.lemma).iter().find(|g| g.complements.meets(shape))?;
        Some((nouns, *governs))
    }

    fn governing_predicate(&self, clause: usize, shape: Complements) -> Option<Governs> {
        let verbs = self.group(clause);
        let found = match self.out.clauses[clause].adjective {
            Some(unit) => self.lexicon.governs(Tag::Adjective, self.units[unit].lemma),
            None if verbs.copula => self.lexicon.governs(Tag::Verb, self.lexicon.lemma("be").unwrap_or_default()),
            None => self.lexicon.verb_governs(verbs.lemma, verbs.verb),
        };
        // "wants to join" and "wants Japan to join"
        let object = !self.out.clauses[clause].passive && self.has_object(clause);
        let fits = |g: &&Governs| g.complements.meets(shape);
        let by_object = |g: &&Governs| fits(g) && (g.controller == Controller::Object) == object;
        let governs = *found.iter().find(by_object).or_else(|| found.iter().find(fits))?;
        // "is expected to", "was urged to": in the passive the subject is the object that controls
        if self.out.clauses[clause].passive && governs.controller == Controller::Object {
            return Some(Governs { controller: Controller::Subject, ..governs });
        }
        Some(governs)
    }

    fn has_object(&self, clause: usize) -> bool {
        self.out.clauses[clause].arguments.iter().any(|a| matches!(a.role, Role::Object | Role::Indirect))
    }

    fn controlling_object(&self, clause: usize) -> Option<Nouns> {
        let clause = &self.out.clauses[clause];
        clause
            .argument(Role::Indirect)
            .or_else(|| clause.argument(Role::Object))
            .or_else(|| clause.arguments.iter().rev().find(|a| self.names_somebody(a.nouns)).map(|a| a.nouns))
    }

    fn finish(&mut self) {
        let asked = self.is_asked();
        for i in 0..self.out.clauses.len() {
            self.mood(i);
            if asked {
                let mood = &mut self.out.clauses[i].mood;
                mood.modality = mood.modality.max(Modality::Possible);
            }
        }
    }

    /// "Will Japan join?": begins with an auxiliary and ends with a question mark.
    fn is_asked(&self) -> bool {
        let words = |u: &&Unit| !u.tag.is_mark();
        let first = self.units.iter().find(words).is_some_and(|u| u.tag.is_auxiliary());
        first && self.units.iter().rev().take(2).any(|u| u.question)
    }

    /// The clause's own mood under that of what governs it; governors come first, so theirs is known.
    fn mood(&mut self, i: usize) {
        let clause = &self.out.clauses[i];
        let verbs = &self.chunks.verb_groups[clause.verbs];
        let governor = clause.governor.map(|g| (g, &self.out.clauses[g]));
        let mut own = clause.mood;
        if verbs.negated {
            own.polarity = Polarity::Negated;
        }
        if let Some(modal) = verbs.modal {
            // "said it would": the future of the past
            let reported = clause.link == Link::Content && governor.is_some_and(|(g, _)| self.group(g).past);
            own.modality = own.modality.max(match modal {
                Modality::Hypothetical if reported => Modality::Planned,
                modal => modal,
            });
        }
        if clause.link == Link::Condition {
            own.modality = own.modality.max(Modality::Hypothetical);
        }
        if let Some(governs) = clause.governs {
            own.modality = own.modality.max(governs.modality.unwrap_or(Modality::Actual));
            own.polarity = own.polarity.max(governs.polarity.unwrap_or(Polarity::Affirmed));
        }
        let mut stated_by = None;
        if let Some((g, outer)) = governor {
            match clause.link {
                Link::Controlled => {
                    let requested = clause.governs.is_some_and(|c| c.modality == Some(Modality::Requested));
                    let denied = clause.governs.is_some_and(|c| c.polarity.is_some());
                    if !requested && !denied && clause.governs.is_some() {
                        own = own.under(outer.mood);
                    } else if !requested {
                        own.modality = own.modality.max(outer.mood.modality);
                    }
                    stated_by = outer.stated_by;
                    if clause.governs.is_some_and(|c| c.attribution) {
                        stated_by = Some(g);
                    }
                }
                Link::Content => {
                    let verbs = self.group(g);
                    let content = |c: &&Governs| c.complements.meets(Complements::THAT);
                    if let Some(governs) = self.lexicon.verb_governs(verbs.lemma, verbs.verb).iter().find(content) {
                        own.modality = own.modality.max(governs.modality.unwrap_or(Modality::Actual));
                        own.polarity = own.polarity.max(governs.polarity.unwrap_or(Polarity::Affirmed));
                        stated_by = if governs.attribution { Some(g) } else { outer.stated_by };
                    }
                }
                Link::Coordinate | Link::Relative | Link::Participle | Link::Adverbial | Link::Condition => {
                    stated_by = outer.stated_by;
                }
                Link::Main => {}
            }
        }
        let clause = &mut self.out.clauses[i];
        clause.mood = own;
        clause.stated_by = stated_by;
    }
}
