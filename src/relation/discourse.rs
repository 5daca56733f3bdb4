//! What one sentence leaves for the next: its subject, whose quotation goes on, and in whose name the text speaks.

use std::{
    cell::{Cell, RefCell},
    mem,
};

use smallvec::SmallVec;

use super::{
    Predicate, RuleId, Signals,
    actors::{Actor, ActorList, Actors, OrganList, remember},
    clause::{Clause, Link, Role},
    ellipsis::Antecedent,
    hints::Hint,
    lexicon::{Lemma, Mood, Pronoun, Tag, WordList},
    sentence::Sentence,
};
use crate::{gazetteer::EntityId, mention::Mention, text::Span};

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

/// An organ that was named with its state.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Echo {
    pub(crate) noun: Lemma,
    pub(crate) mention: usize,
    pub(crate) state: EntityId,
    /// Where its sentence began, and that which last named another state's.
    pub(crate) at: usize,
    pub(crate) other: Option<usize>,
}

/// Two of whom something was told, and how often.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    /// Mentions; and the entities, the lower one first.
    pub(crate) sides: (usize, usize),
    entities: (EntityId, EntityId),
    pub(crate) count: usize,
}

/// Over so many sentences without names a person is still in mind.
const MOST_PASSED: usize = 2;

/// So many pairs are counted.
const PAIRS: usize = 16;

/// So many relations are remembered.
const REMEMBERED: usize = 32;

/// Mentions by their indices: mostly one or two.
pub(crate) type MentionList = SmallVec<[usize; 2]>;

/// What has been said so far in a document.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    /// To whom the main subject of the sentence before referred.
    pub(crate) last_subject: MentionList,
    /// Sentences without names stand between: only "he" still goes on.
    pub(crate) persons_only: bool,
    /// And its object.
    pub(crate) last_object: MentionList,
    /// Who spoke last.
    pub(crate) speaker: MentionList,
    /// For whom the text itself says "we".
    pub(crate) voice: MentionList,
    /// Whether the sentence at hand begins inside a quotation.
    pub(crate) quoting: bool,
    /// Who says what the sentence at hand quotes.
    pub(crate) quoted: MentionList,
    /// What was told last: in this sentence and the two before, in the order in which it was found.
    pub(crate) told: RefCell<Vec<Told>>,
    /// How many relations were told in all.
    pub(crate) told_so_far: Cell<usize>,
    /// Something told was looked for in vain.
    pub(crate) missed: Cell<bool>,
    /// Something told was looked for since this was last reset.
    pub(crate) looked_back: Cell<bool>,
    /// Organs that were named with their states.
    pub(crate) echoes: Vec<Echo>,
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
    /// Forgets a document, and keeps its memory for the next.
    pub(crate) fn forget(&mut self) {
        let Self { mut told, mut pairs, mut echoes, mut repeatable, .. } = mem::take(self);
        told.get_mut().clear();
        pairs.get_mut().clear();
        echoes.clear();
        repeatable.clear();
        *self = Self { told, pairs, echoes, repeatable, ..Self::default() };
    }

    /// Reads the quotation marks up to a sentence: whether one is open where it begins.
    pub(crate) fn reach(&mut self, text: &str, sentence: Span) {
        self.quoting = is_open(&text[self.read..sentence.start], self.quoting);
        self.read = sentence.start;
        let from = self.begins[0];
        self.begins = [self.begins[1], sentence.start];
        self.told.get_mut().retain(|told| told.at >= from);
        self.missed.set(false);
    }

    /// Forgets over so many sentences that were not read whom these may have spoken of instead.
    pub(crate) fn pass_over(&mut self, sentences: usize) {
        self.persons_only = sentences > 0;
        if sentences > MOST_PASSED {
            self.last_subject.clear();
        }
        if sentences > 0 {
            self.last_object.clear();
            self.repeatable.clear();
        }
    }

    /// The hints behind which somebody may stand, as far as something was told.
    pub(crate) fn hints(&self) -> Hint {
        if self.echoes.is_empty() { Hint::LASTING } else { Hint::LASTING.and(Hint::ORGAN) }
    }

    /// Remembers what was told.
    pub(crate) fn tell(&self, told: Told) {
        let mut all = self.told.borrow_mut();
        if all.len() == REMEMBERED {
            all.remove(0);
        }
        all.push(told);
        self.told_so_far.set(self.told_so_far.get() + 1);
    }

    /// Whether a sentence has told something.
    pub(crate) fn told_in(&self, sentence: &Sentence<'_>) -> bool {
        let here = sentence.units().first().map_or(0, |u| u.span.start);
        self.told.borrow().iter().any(|told| told.at >= here)
    }

    /// Whether the sentence and what its words can take up name two that do not act for one; without them there is nothing to
    /// tell.
    pub(crate) fn may_tell(&self, actors: &Actors<'_>) -> bool {
        let s = &actors.sentence;
        let mentions = &s.mentions.mentions;
        let mut offered = Offered { mentions, first: None };
        let here = s.units().iter().filter_map(|u| u.mentions).flat_map(|(first, count)| first..first + count);
        if offered.another(here) {
            return true;
        }
        let hints = s.reading.hints.all();
        let sides = |told: &Told| [told.source, told.target];
        if hints.meets(Hint::PRONOUN) {
            let lists = [&self.last_subject, &self.last_object, &self.speaker, &self.voice, &self.quoted];
            if lists.into_iter().any(|list| offered.another(list.iter().copied())) {
                return true;
            }
        }
        if !s.reading.units.quotations.is_empty() && offered.another(self.quoted.iter().copied()) {
            return true;
        }
        if hints.meets(Hint::ORGAN) && offered.another(self.echoes.iter().map(|echo| echo.mention)) {
            return true;
        }
        if hints.meets(Hint::PAIR) && offered.another(self.pairs.borrow().iter().flat_map(|p| [p.sides.0, p.sides.1])) {
            return true;
        }
        let recalls = s.clauses().iter().any(|c| actors.recalls(c));
        let taken_up = recalls || hints.meets(Hint::DEED.and(Hint::PAIR).and(Hint::LAND));
        if taken_up && offered.another(self.told.borrow().iter().flat_map(sides))
            || offered.another(self.repeatable.iter().flat_map(sides))
        {
            return true;
        }
        if !recalls && !hints.meets(Hint::RELATED) {
            return false;
        }
        let end = s.units().last().map_or(0, |u| u.span.end);
        let first = mentions.partition_point(|m| m.span.start < self.before());
        offered.another((first..mentions.len()).take_while(|&m| mentions[m].span.start < end))
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
    pub(crate) fn left_by(&self, text: &str, sentence: Span, actors: &Actors<'_>, speaker: MentionList) -> Left {
        let s = &actors.sentence;
        let voice = if !speaker.is_empty() && sentence.of(text).ends_with(':') {
            Some(speaker.clone()) // "The minister said:", and a statement follows
        } else if self.begun {
            None
        } else {
            Some(declarer(actors))
        };
        let some = |found: ActorList| (!found.is_empty()).then(|| mentions(&found));
        let subject = s.clauses().iter().find_map(|c| some(actors.agents(c.subject[0]?)));
        let main = s.clauses().iter().filter(|c| c.link == Link::Main);
        let object = main.filter_map(|c| c.argument(Role::Object)).find_map(|n| some(actors.patients(n, false)));
        let repeatable = match self.told_in(s).then(|| actors.antecedent(s.clauses().len(), None)) {
            Some(Antecedent::Told(told)) => told,
            _ => Vec::new(),
        };
        let known = if !speaker.is_empty() {
            Some(speaker)
        } else if self.quoted.is_empty() && self.speaker.is_empty() {
            None
        } else if reports(actors, |_| true).next().is_some() {
            Some(MentionList::new()) // “It is late,” said a baker: whoever is quoted next is not who spoke before
        } else {
            Some(&self.quoted).filter(|quoted| !quoted.is_empty()).cloned()
        };
        Left {
            organs: actors.organs(),
            at: sentence.start,
            repeatable,
            speaker: known,
            voice,
            subject: subject.unwrap_or_default(),
            object: object.unwrap_or_default(),
        }
    }

    pub(crate) fn take(&mut self, left: Left) {
        self.begun = true;
        if let Some(speaker) = left.speaker {
            self.speaker = speaker;
        }
        if let Some(voice) = left.voice {
            self.voice = voice;
        }
        self.last_subject = left.subject;
        self.last_object = left.object;
        self.repeatable = left.repeatable;
        remember(&mut self.echoes, left.organs, left.at);
    }
}

/// Whom a sentence can tell something of.
struct Offered<'m> {
    mentions: &'m [Mention],
    first: Option<usize>,
}

impl Offered<'_> {
    /// Whether one of these is another than the first of all.
    fn another(&mut self, found: impl IntoIterator<Item = usize>) -> bool {
        let Self { mentions, first } = self;
        found.into_iter().any(|m| mentions[*first.get_or_insert(m)].is_other(&mentions[m]))
    }
}

/// What one sentence leaves.
#[derive(Debug)]
pub(crate) struct Left {
    organs: OrganList,
    at: usize,
    repeatable: Vec<Told>,
    /// Who spoke last and for whom the text says "we", where that changes.
    speaker: Option<MentionList>,
    voice: Option<MentionList>,
    subject: MentionList,
    object: MentionList,
}

/// Whether a quotation is open after a piece of text; a blank line ends it.
fn is_open(text: &str, open: bool) -> bool {
    let bytes = text.as_bytes();
    let mut at = if open { closed(text, 0) } else { Some(0) };
    while let Some(from) = at {
        // “ „ «
        let marks = memchr::memchr3_iter(b'"', 0xe2, 0xc2, &bytes[from..]).map(|mark| from + mark);
        let opens = |&mark: &usize| match bytes[mark..] {
            [0xe2, second, third, ..] => second == 0x80 && matches!(third, 0x9c | 0x9e),
            [0xc2, second, ..] => second == 0xab,
            _ => true,
        };
        let Some(opening) = { marks }.find(opens) else { return false };
        at = closed(text, opening + 1);
    }
    true
}

/// The place after which a quotation that is open at `from` is not, if it is closed.
fn closed(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut line = None;
    for (at, &byte) in bytes.iter().enumerate().skip(from) {
        match byte {
            b'"' => return Some(at + 1),
            b'\n' => {
                if line.is_some_and(|line| text[line..at].trim().is_empty()) {
                    return Some(at + 1);
                }
                line = Some(at);
            }
            // ” »
            0xe2 if matches!(bytes[at..], [_, 0x80, 0x9d, ..]) => return Some(at + 1),
            0xc2 if matches!(bytes[at..], [_, 0xbb, ..]) => return Some(at + 1),
            _ => {}
        }
    }
    None
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

fn mentions(of: &[Actor]) -> MentionList {
    of.iter().map(|a| a.mention).collect()
}

/// Who speaks in a sentence: the subject of a verb of saying outside the quotation, or whom "according to" names.
pub(crate) fn speaker(actors: &Actors<'_>) -> MentionList {
    let s = &actors.sentence;
    let hints = s.discourse.hints();
    let said = reports(actors, |c| s.subject_hints(c).meets(hints)).map(|c| mentions(&actors.subject(c)));
    let sources = s.reading.clauses.sources.iter().map(|n| mentions(&actors.agents(*n)));
    said.chain(sources).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The clauses that report, outside a quotation, of those that are wanted.
fn reports<'a, F>(actors: &Actors<'a>, wanted: F) -> impl Iterator<Item = &'a Clause> + use<'a, F>
where
    F: Fn(&Clause) -> bool,
{
    let s = actors.sentence;
    s.clauses().iter().filter(move |c| {
        let verbs = s.verbs(c);
        !c.passive
            && matches!(c.link, Link::Main | Link::Coordinate)
            && wanted(c)
            && !s.reading.units.is_quoted(verbs.head)
            && s.lexicon.governs(Tag::Verb, verbs.lemma).iter().any(|g| g.attribution)
    })
}

/// In whose name a text speaks that begins so: "Japan condemns ...", "Statement by President Obama on ...".
fn declarer(actors: &Actors<'_>) -> MentionList {
    let s = &actors.sentence;
    let first = s.clauses().iter().find(|c| c.link == Link::Main);
    if let Some(clause) = first {
        let found = mentions(&actors.subject(clause));
        // "We, the foreign ministers of"
        let speaks = clause.subject[0]
            .into_iter()
            .flat_map(|n| s.groups(n))
            .any(|g| s.pronoun(g.head) == Some(Pronoun::Speaker));
        if !found.is_empty() && (speaks || found.len() == 1 && !s.verbs(clause).past) {
            return found;
        }
    }
    let Some(heading) = s.rows().next() else { return MentionList::new() };
    let Some(group) = s.groups(heading).next_back() else { return MentionList::new() };
    if !s.lexicon.is(WordList::Statement, s.head_lemma(group)) {
        return MentionList::new();
    }
    let by = |w| w == s.lexicon.markers.agent || w == s.lexicon.markers.part || s.lexicon.markers.origin.contains(&w);
    let of = s.phrases_after(heading.chunk).take(1).find(|(w, _)| by(*w));
    let found = match of {
        Some((_, nouns)) => actors.agents(nouns),
        None => {
            let mut out = ActorList::new();
            actors.beside(group, heading.chunk, 1.0, 0, &mut out);
            out
        }
    };
    mentions(&found)
}
