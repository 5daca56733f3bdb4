//! The pass over the chunks: what opens, interrupts and ends clauses.

use std::cell::OnceCell;

use smallvec::SmallVec;

use super::{Argument, Clauses, Nouns, aside::Interrupted};
use crate::relation::{
    chunk::{Chunk, ChunkKind, Chunks},
    coordination::finite_follows,
    lexicon::{Complements, Governs, Lexicon, NounClass, Tag, WordId, WordList},
    unit::Unit,
    verb_group::{VerbForm, VerbGroup},
};

/// What the next finite verb's clause will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intro {
    Main,
    That,
    /// With the preposition before it, if there is one: "for which".
    Relative {
        antecedent: Option<Nouns>,
        preposition: Option<WordId>,
    },
    Subordinate {
        conditional: bool,
    },
    Coordinate,
}

/// A subject that waits behind an insertion.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    pub(super) subject: [Option<Nouns>; 2],
    /// Stands beside it.
    pub(super) apposed: Option<Nouns>,
    pub(super) intro: Intro,
}

/// Mostly one or none.
pub(super) type WaitingList = SmallVec<[Waiting; 2]>;
pub(super) type ArgumentList = SmallVec<[Argument; 2]>;

pub(super) struct Reader<'a> {
    pub(super) chunks: &'a Chunks,
    pub(super) units: &'a [Unit],
    pub(super) lexicon: &'a Lexicon,
    pub(super) out: &'a mut Clauses,
    pub(super) current: Option<usize>,
    /// Noun rows that wait for their verb.
    pub(super) pending: [Option<Nouns>; 2],
    /// Stands beside what waits.
    pub(super) apposed: Option<Nouns>,
    /// Subjects that wait behind an insertion.
    pub(super) suspended: WaitingList,
    pub(super) intro: Intro,
    /// Prepositional phrases before the verb.
    pub(super) fronted: ArgumentList,
    /// A participle clause before its subject.
    pub(super) dangling: Option<usize>,
    pub(super) negation: bool,
    /// What the report at hand interrupts.
    pub(super) interrupted: Option<Interrupted>,
    /// Reports that follow what they report.
    pub(super) reports: SmallVec<[usize; 2]>,
    /// A report before what it reports.
    pub(super) awaiting: Option<usize>,
    /// The noun whose that-clause comes.
    pub(super) claim: Option<Nouns>,
    /// The next clause is asked, not stated.
    pub(super) asked: bool,
    /// Where all dashes stand, once somebody asked.
    pub(super) dashes: OnceCell<SmallVec<[usize; 4]>>,
    /// Chunks before this one have been read.
    pub(super) skip_to: usize,
}

impl Reader<'_> {
    pub(super) fn list(&self) -> &[Chunk] {
        &self.chunks.chunks
    }

    pub(super) fn kind(&self, at: usize) -> Option<ChunkKind> {
        self.list().get(at).map(|c| c.kind)
    }

    pub(super) fn before(&self, at: usize) -> Option<ChunkKind> {
        at.checked_sub(1).and_then(|i| self.kind(i))
    }

    pub(super) fn group(&self, clause: usize) -> &VerbGroup {
        &self.chunks.verb_groups[self.out.clauses[clause].verbs]
    }

    /// A predicate adjective may follow: "is ready", "looks ready".
    pub(super) fn is_copular(&self, clause: usize) -> bool {
        let verbs = self.group(clause);
        verbs.copula || self.lexicon.is(WordList::Copular, verbs.verb)
    }

    pub(super) fn head(&self, nouns: Nouns) -> &Unit {
        let row = self.chunks.coordinations[nouns.row];
        &self.units[self.chunks.noun_groups[row.end - 1].head]
    }

    pub(super) fn is_negative(&self, unit: usize) -> bool {
        self.units[unit].facts.negative
    }

    pub(super) fn first_unit(&self, nouns: Nouns) -> usize {
        self.list()[nouns.chunk].first
    }

    pub(super) fn is_time(&self, nouns: Nouns) -> bool {
        let head = self.head(nouns);
        head.tag == Tag::Time || head.tag == Tag::Noun && self.lexicon.noun_class(head.lemma) == NounClass::Time
    }

    pub(super) fn chunk(&mut self, at: usize) {
        crate::steps::count(1);
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
            // "the turmoil that followed": what it opens lacks its subject
            ChunkKind::That | ChunkKind::Relative if self.lacks_subject(at) || self.is_of_summary(at) => {
                self.open_relative(at);
            }
            // "that it had lied, that it would"
            ChunkKind::Relative if self.is_that(at) && self.goes_on_stating(at) => {
                self.suspended.clear();
                self.intro = Intro::That;
                self.pending = [None; 2];
            }
            ChunkKind::That => {
                let relative = matches!(self.before(at), Some(ChunkKind::Nouns(_)))
                    && !self.current.is_some_and(|c| self.takes_clause(c));
                self.claim = self.claim_before(at);
                if relative && self.claim.is_none() {
                    self.open_relative(at);
                } else {
                    if relative {
                        self.suspend();
                    }
                    self.intro = Intro::That;
                    self.pending = [None; 2];
                }
            }
            ChunkKind::Relative if self.is_that(at) && self.current.is_some_and(|c| self.takes_clause(c)) => {
                self.claim = self.claim_before(at);
                self.intro = Intro::That;
                self.pending = [None; 2];
            }
            ChunkKind::Relative if self.is_that(at) && self.claim_before(at).is_some() => {
                self.claim = self.claim_before(at);
                self.suspend();
                self.intro = Intro::That;
            }
            ChunkKind::Relative => self.open_relative(at),
            ChunkKind::Subordinator { .. } if self.is_indirect(at) => {
                self.asked = true;
                self.intro = Intro::That;
                self.pending = [None; 2];
            }
            // "Chad, until then its ally, left"
            ChunkKind::Subordinator { .. } if self.is_verbless(at) => {}
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
                self.interrupted = None;
                self.awaiting = None;
            }
            ChunkKind::Conjunction => {
                self.negation |= self.denies(at);
                if self.pending[0].is_none() && self.intro == Intro::Main && self.current.is_some() {
                    self.intro = Intro::Coordinate;
                }
            }
            ChunkKind::Negation => self.negation = true,
            ChunkKind::ReportOpen => self.open_report(at),
            ChunkKind::ReportClose => self.close_report(),
            // "as the rebels advanced": what could be a preposition opens a clause when a finite verb follows
            ChunkKind::Preposition(word) if self.opens_clause(word, at) => {
                self.suspend();
                self.intro = Intro::Subordinate { conditional: false };
            }
            ChunkKind::Comma | ChunkKind::Preposition(_) => {}
        }
    }

    /// "nor did it sign": a conjunction that denies, before an auxiliary that stands before its subject.
    fn denies(&self, conjunction: usize) -> bool {
        let first = self.list()[conjunction].first;
        self.lexicon.denies(self.units[first].word) && self.units.get(first + 1).is_some_and(|u| u.tag.is_auxiliary())
    }

    /// Whether what a word opens has no verb before the comma that closes it, though a subject waits for one after it.
    fn is_verbless(&self, at: usize) -> bool {
        let inserted = self.pending[0].is_some() && self.before(at) == Some(ChunkKind::Comma);
        let within = |kind| matches!(kind, ChunkKind::Nouns(_) | ChunkKind::Preposition(_) | ChunkKind::Adjective);
        let end = self.list()[at + 1..].iter().position(|c| !within(c.kind)).map(|n| at + 1 + n);
        let closed = end.filter(|&end| end > at + 1 && self.kind(end) == Some(ChunkKind::Comma));
        inserted && closed.is_some_and(|end| matches!(self.kind(end + 1), Some(ChunkKind::Verbs(_))))
    }

    /// Whether what waits before a colon is one name alone.
    pub(super) fn is_speaker(&self) -> bool {
        let alone = |n: Nouns| self.head(n).mentions.is_some() && n.chunk == 0;
        self.current.is_none() && self.suspended.is_empty() && self.pending[0].is_some_and(alone)
    }

    pub(super) fn opens_clause(&self, word: WordId, at: usize) -> bool {
        self.lexicon.subordinates(word)
            && matches!(self.kind(at + 1), Some(ChunkKind::Nouns(_)))
            && finite_follows(self.chunks, self.units, self.lexicon, at + 1)
    }

    /// Whether a dash has a partner, so that the two stand for brackets.
    pub(super) fn pairs_up(&self, at: usize) -> bool {
        let dashes = self.dashes.get_or_init(|| {
            let is_dash = |&i: &usize| self.list()[i].kind == ChunkKind::Dash;
            (0..self.list().len()).filter(is_dash).collect()
        });
        let before = dashes.partition_point(|&dash| dash < at);
        before % 2 == 1 || dashes.last().is_some_and(|&last| last > at)
    }

    /// Sets the waiting subject aside while an insertion is read.
    pub(super) fn suspend(&mut self) {
        if self.pending[0].is_some() {
            self.suspended.push(Waiting { subject: self.pending, apposed: self.apposed.take(), intro: self.intro });
            self.pending = [None; 2];
        }
    }

    pub(super) fn open_relative(&mut self, at: usize) {
        // the antecedent stands before, over a comma or a preposition ("with which")
        let nouns = |i: usize| match self.list()[i].kind {
            ChunkKind::Nouns(row) => Some(Nouns { row, chunk: i }),
            _ => None,
        };
        let mut antecedent = (at.saturating_sub(3)..at).rev().find_map(nouns);
        // "an accord on Tuesday that"
        while let Some(time) = antecedent.filter(|n| self.is_time(*n))
            && matches!(self.before(time.chunk), Some(ChunkKind::Preposition(_)))
            && let Some(thing) = time.chunk.checked_sub(2).and_then(nouns)
        {
            antecedent = Some(thing);
        }
        let preposition = match self.before(at) {
            Some(ChunkKind::Preposition(word)) => Some(word),
            _ => None,
        };
        if preposition.is_some() {
            // "an attack on a hotel in Mogadishu, for which": not for Mogadishu
            while let Some(place) = antecedent
                && self.head(place).venue
                && matches!(self.before(place.chunk), Some(ChunkKind::Preposition(_)))
                && let Some(whole) = place.chunk.checked_sub(2).and_then(nouns)
            {
                antecedent = Some(whole);
            }
        }
        self.suspend();
        self.intro = Intro::Relative { antecedent, preposition };
    }

    /// "looks into whether": a question that stands as the object of the verb at hand or its preposition.
    fn is_indirect(&self, at: usize) -> bool {
        let whether = self.units[self.list()[at].first].word.is_some_and(|w| self.lexicon.markers.whether.contains(&w));
        let governed = matches!(self.before(at), Some(ChunkKind::Verbs(_) | ChunkKind::Preposition(_)));
        whether && governed && self.current.is_some() && self.pending[0].is_none()
    }

    /// The noun that a "that" belongs to: "the claim that Iran had left", not "the claim that Iran made".
    fn claim_before(&self, that: usize) -> Option<Nouns> {
        let nouns = |i: usize| match self.kind(i)? {
            ChunkKind::Nouns(row) => Some(Nouns { row, chunk: i }),
            _ => None,
        };
        let claims = |n: &Nouns| {
            let governs = self.lexicon.governs(Tag::Noun, self.head(*n).lemma);
            governs.iter().any(|g| g.complements.meets(Complements::THAT))
        };
        // "a claim by Nepal that"
        let whose = || match self.kind(that.checked_sub(2)?)? {
            ChunkKind::Preposition(word)
                if word == self.lexicon.markers.agent || self.lexicon.markers.origin.contains(&word) =>
            {
                nouns(that.checked_sub(3)?)
            }
            _ => None,
        };
        let claim = nouns(that.checked_sub(1)?).filter(claims).or_else(|| whose().filter(claims))?;
        nouns(that + 1).filter(|n| finite_follows(self.chunks, self.units, self.lexicon, n.chunk))?;
        let is_verbs = |i: &usize| matches!(self.kind(*i), Some(ChunkKind::Verbs(_)));
        let at = (that + 1..self.list().len()).find(is_verbs)?;
        let Some(ChunkKind::Verbs(group)) = self.kind(at) else { return None };
        let verbs = &self.chunks.verb_groups[group];
        let made = [WordList::Light, WordList::Receiving, WordList::Reporting];
        let gap = !verbs.passive && !matches!(self.kind(at + 1), Some(ChunkKind::Nouns(_) | ChunkKind::That));
        (!gap || !made.iter().any(|list| self.lexicon.is(*list, verbs.verb))).then_some(claim)
    }

    /// Whether a finite verb follows a "that" at once.
    fn lacks_subject(&self, at: usize) -> bool {
        let finite =
            |group: usize| matches!(self.chunks.verb_groups[group].form, VerbForm::Finite | VerbForm::PastOrParticiple);
        let after_noun = matches!(self.before(at), Some(ChunkKind::Nouns(_)));
        after_noun && self.is_that(at) && matches!(self.kind(at + 1), Some(ChunkKind::Verbs(group)) if finite(group))
    }

    /// ", a step that Chile deplored": after an apposition a "that" says more of it, unless that is a claim.
    fn is_of_summary(&self, at: usize) -> bool {
        let Some(noun) = at.checked_sub(1).and_then(|i| self.row_at(i)) else { return false };
        let first = &self.units[self.first_unit(noun)];
        let one = first.word.is_some_and(|word| self.lexicon.markers.indefinite.contains(&word));
        let apart = matches!(self.before(noun.chunk), Some(ChunkKind::Comma | ChunkKind::Dash));
        one && apart && self.is_that(at) && self.claim_before(at).is_none()
    }

    /// Whether a "that" after a comma states another thing, with a subject of its own, beside what is stated already.
    fn goes_on_stating(&self, at: usize) -> bool {
        let comma = self.before(at) == Some(ChunkKind::Comma);
        let own = matches!(self.kind(at + 1), Some(ChunkKind::Nouns(_)))
            && finite_follows(self.chunks, self.units, self.lexicon, at + 1);
        let states = |c: usize| self.takes_clause(self.content_governor(Some(c)).unwrap_or(c));
        comma && own && self.current.is_some_and(states)
    }

    /// "told reporters that": the word can open a that-clause.
    fn is_that(&self, at: usize) -> bool {
        let word = self.units[self.list()[at].first].word;
        word.is_some_and(|id| self.lexicon.word(id).readings.iter().any(|r| r.tag == Tag::That))
    }

    pub(super) fn takes_clause(&self, clause: usize) -> bool {
        let verbs = self.group(clause);
        let content = |g: &Governs| g.complements.meets(Complements::THAT);
        self.lexicon.verb_governs(verbs.lemma, verbs.verb).iter().any(content)
    }
}
