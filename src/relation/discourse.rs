//! What one sentence leaves for the next: its subject, whose quotation goes on, and in whose name the text speaks.

use std::cell::{Cell, RefCell};

use super::{
    Predicate, RuleId, Signals,
    actors::Actors,
    clause::{Clause, Link, Role},
    ellipsis::Antecedent,
    lexicon::{Mood, NounClass, Tag, WordList},
};
use crate::{gazetteer::EntityId, text::Span};

/// Which side of a relation its clause's subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Source,
    Target,
    None,
}

/// A relation that was told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) predicate: Predicate,
    /// Of the trigger, in the text.
    pub(crate) at: usize,
    pub(crate) source: usize,
    pub(crate) target: usize,
    pub(crate) rule: RuleId,
    pub(crate) signals: Signals,
    pub(crate) mood: Mood,
    /// Neither denied nor less than a fact by the words around it.
    pub(crate) plain: bool,
    /// The clause's own verb denies it, or weakens it with a modal.
    pub(crate) denied: bool,
    pub(crate) modal: bool,
    /// It is a passive, or be with its predicate.
    pub(crate) be: bool,
    /// The clause of its sentence that told it.
    pub(crate) clause: Option<usize>,
    pub(crate) side: Side,
}

/// Two of whom something was told, and how often.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    /// Mentions; and the entities, the lower one first.
    pub(crate) sides: (usize, usize),
    entities: (EntityId, EntityId),
    pub(crate) count: usize,
}

/// So many pairs are counted.
const PAIRS: usize = 16;

/// So many relations are remembered.
const REMEMBERED: usize = 32;

/// What has been said so far in a document. Mentions are given by their indices.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    /// To whom the main subject of the sentence before referred.
    pub(crate) last_subject: Vec<usize>,
    /// And its object.
    pub(crate) last_object: Vec<usize>,
    /// Who spoke last.
    pub(crate) speaker: Option<usize>,
    /// For whom the text itself says "we".
    pub(crate) voice: Option<usize>,
    /// Whether the sentence at hand begins inside a quotation.
    pub(crate) quoting: bool,
    /// Who says what the sentence at hand quotes.
    pub(crate) quoted: Option<usize>,
    /// What was told last: in this sentence and the two before, in the order in which it was found.
    pub(crate) told: RefCell<Vec<Told>>,
    /// Something told was looked for in vain.
    pub(crate) missed: Cell<bool>,
    /// Who faced whom in the text so far.
    pub(crate) pairs: RefCell<Vec<Pair>>,
    /// What the last clause of the sentence before told, for one that leaves it out.
    pub(crate) repeatable: Vec<Told>,
    /// Where the last sentences began.
    begins: [usize; 2],
    /// Up to where quotation marks have been read.
    read: usize,
    begun: bool,
}

impl Discourse {
    /// Reads the quotation marks up to a sentence: whether one is open where it begins.
    pub(crate) fn reach(&mut self, text: &str, sentence: Span) {
        self.quoting = is_open(&text[self.read..sentence.start], self.quoting);
        self.read = sentence.start;
        let from = self.begins[0];
        self.begins = [self.begins[1], sentence.start];
        self.told.get_mut().retain(|told| told.at >= from);
        self.missed.set(false);
    }

    /// Remembers what was told.
    pub(crate) fn tell(&self, told: Told) {
        let mut all = self.told.borrow_mut();
        if all.len() == REMEMBERED {
            all.remove(0);
        }
        all.push(told);
    }

    /// Counts two who face each other.
    pub(crate) fn count(&self, sides: (usize, usize), entities: (EntityId, EntityId)) {
        let entities = (entities.0.min(entities.1), entities.0.max(entities.1));
        let mut pairs = self.pairs.borrow_mut();
        if let Some(pair) = pairs.iter_mut().find(|p| p.entities == entities) {
            (pair.sides, pair.count) = (sides, pair.count + 1);
        } else if pairs.len() < PAIRS {
            pairs.push(Pair { sides, entities, count: 1 });
        }
    }

    /// Where the sentence before began.
    pub(crate) fn before(&self) -> usize {
        self.begins[0]
    }

    /// What a sentence that has been read leaves for the next; `speaker` is who speaks in it.
    pub(crate) fn left_by(&self, text: &str, sentence: Span, actors: &Actors<'_>, speaker: Option<usize>) -> Left {
        let s = &actors.sentence;
        let voice = match speaker {
            Some(speaker) if sentence.of(text).ends_with(':') => Some(speaker), // "The minister said:", and a statement follows
            _ if self.begun => self.voice,
            _ => declarer(actors),
        };
        let subject = s.clauses().iter().find_map(|c| {
            let found = actors.agents(c.subject[0]?);
            (!found.is_empty()).then(|| found.iter().map(|a| a.mention).collect::<Vec<_>>())
        });
        let main = s.clauses().iter().filter(|c| c.link == Link::Main);
        let object = main.filter_map(|c| c.argument(Role::Object)).find_map(|n| {
            let found = actors.patients(n, false);
            (!found.is_empty()).then(|| found.iter().map(|a| a.mention).collect::<Vec<_>>())
        });
        let stranger = speaker.is_none() && reports(actors).next().is_some();
        let repeatable = match actors.antecedent(s.clauses().len(), None) {
            Antecedent::Told(told) => told,
            Antecedent::Other | Antecedent::None => Vec::new(),
        };
        Left {
            repeatable,
            // “It is late,” said a baker: whoever is quoted next is not who spoke before
            speaker: if stranger { None } else { speaker.or(self.quoted).or(self.speaker) },
            voice,
            subject: subject.unwrap_or_default(),
            object: object.unwrap_or_default(),
        }
    }

    pub(crate) fn take(&mut self, left: Left) {
        self.begun = true;
        self.speaker = left.speaker;
        self.voice = left.voice;
        self.last_subject = left.subject;
        self.last_object = left.object;
        self.repeatable = left.repeatable;
    }
}

/// What one sentence leaves.
#[derive(Debug)]
pub(crate) struct Left {
    repeatable: Vec<Told>,
    speaker: Option<usize>,
    voice: Option<usize>,
    subject: Vec<usize>,
    object: Vec<usize>,
}

/// Whether a quotation is open after a piece of text; a blank line ends it.
fn is_open(text: &str, mut open: bool) -> bool {
    let mut lines = 0;
    for c in text.chars() {
        match c {
            '“' | '«' | '„' => open = true,
            '”' | '»' => open = false,
            '"' => open = !open,
            _ => {}
        }
        lines = match c {
            '\n' => lines + 1,
            c if c.is_whitespace() => lines,
            _ => 0,
        };
        if lines > 1 {
            open = false;
        }
    }
    open
}

/// How far the end of a quotation is looked for, in bytes.
const FAR: usize = 2048;

/// Where the quotation that is open at the end of a sentence ends, if it does soon and within the paragraph.
pub(crate) fn quotation_end(text: &str, from: usize) -> Option<usize> {
    let mut last = '\0';
    for (at, c) in text[from..].char_indices().take_while(|(at, _)| *at < FAR) {
        match (last, c) {
            (_, '”' | '»' | '"') => return Some(from + at),
            ('\n', '\n') => return None,
            _ => last = c,
        }
    }
    None
}

/// Who speaks in a sentence: the subject of a verb of saying outside the quotation, or whom "according to" names.
pub(crate) fn speaker(actors: &Actors<'_>) -> Option<usize> {
    let s = &actors.sentence;
    let said = reports(actors).flat_map(|c| actors.subject(c)).map(|a| a.mention).next();
    said.or_else(|| s.reading.clauses.sources.iter().flat_map(|n| actors.agents(*n)).map(|a| a.mention).next())
}

/// The clauses that report, outside a quotation.
fn reports<'a>(actors: &Actors<'a>) -> impl Iterator<Item = &'a Clause> + use<'a> {
    let s = actors.sentence;
    s.clauses().iter().filter(move |c| {
        let verbs = s.verbs(c);
        !c.passive
            && matches!(c.link, Link::Main | Link::Coordinate)
            && !s.reading.units.is_quoted(verbs.head)
            && s.lexicon.governs(Tag::Verb, verbs.lemma).iter().any(|g| g.attribution)
    })
}

/// In whose name a text speaks that begins so: "Japan condemns ...", "Statement by President Obama on ...".
fn declarer(actors: &Actors<'_>) -> Option<usize> {
    let s = &actors.sentence;
    let first = s.clauses().iter().find(|c| c.link == Link::Main);
    if let Some(clause) = first
        && !s.verbs(clause).past
        && let [only] = actors.subject(clause)[..]
    {
        return Some(only.mention);
    }
    let heading = s.rows().next()?;
    let group = s.groups(heading).next_back()?;
    if s.lexicon.noun_class(s.head_lemma(group)) != NounClass::Thing
        || !s.lexicon.is(WordList::Statement, s.head_lemma(group))
    {
        return None;
    }
    let by = |w| w == s.lexicon.markers.agent || w == s.lexicon.markers.part || s.lexicon.markers.origin.contains(&w);
    let of = s.phrases_after(heading.chunk).take(1).find(|(w, _)| by(*w));
    let found = match of {
        Some((_, nouns)) => actors.agents(nouns),
        None => {
            let mut out = Vec::new();
            actors.beside(group, heading.chunk, 1.0, 0, &mut out);
            out
        }
    };
    found.first().map(|a| a.mention)
}
