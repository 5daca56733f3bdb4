//! The walk over the nouns of a text, with what it keeps in mind.

use memchr::memrchr_iter;

use super::{
    NominalScratch,
    bodies::Bodies,
    lexicon::{Lexicon, Noun},
    pacts::Pacts,
    patterns::Class,
    phrase::{Determiner, Phrase, phrase, word_after},
    sets::Set,
    states::Echoes,
};
use crate::{
    gazetteer::{EntityId, EntityKind, Gazetteer},
    mention::{Form, Mention, Mentions, Reason, tokens::floor},
    text::{Date, Span},
};

/// How far back a reader still knows whom a text has named: so many bytes, and so many paragraphs.
const REACH: usize = 1500;
const PARAGRAPHS: usize = 3;
/// What is shorter is a heading rather than a paragraph.
const HEADING: usize = 80;

/// One state of the walk.
#[derive(Debug)]
pub(super) struct Resolver<'a> {
    pub(super) text: &'a str,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) date: Option<Date>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) found: &'a Mentions,
    sentences: &'a [Span],
    pub(super) added: Vec<Mention>,
    /// The several taken up so far, in the order of the text.
    pub(super) sets: Vec<Set>,
    pub(super) bodies: Bodies,
    pub(super) pacts: Pacts,
    pub(super) echoes: Echoes,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(
        text: &'a str,
        gazetteer: &'a Gazetteer,
        date: Option<Date>,
        lexicon: &'a Lexicon,
        found: &'a Mentions,
        sentences: &'a [Span],
        NominalScratch { added, bodies }: NominalScratch,
    ) -> Self {
        Self {
            text,
            gazetteer,
            date,
            lexicon,
            found,
            sentences,
            added,
            sets: Vec::new(),
            bodies,
            pacts: Pacts::default(),
            echoes: Echoes::default(),
        }
    }

    pub(super) fn read(&mut self, span: Span, noun: &Noun) {
        crate::steps::count(1);
        if self.is_named(span) {
            return;
        }
        self.bodies_until(span.start);
        if noun.echo {
            self.echo(span, noun);
        }
        if noun.class == Some(Class::Pact) && self.names_a_pact(span) {
            return;
        }
        let Some(phrase) = phrase(self.text, span, self.lexicon).or_else(|| self.bare(span)) else { return };
        let is_state = noun.class == Some(Class::State);
        if self.is_named_but(phrase.span, is_state)
            || phrase.is_kind && !is_state
            || self.text[span.end..].starts_with(['-', '‐', '‑'])
        {
            return;
        }
        let after = word_after(self.text, span.end).map(|word| word.of(self.text));
        let is_restricted = after.is_some_and(|word| self.lexicon.is_restrictive(word));
        let count = phrase.count.or(noun.count);
        let is_several = matches!(noun.class, Some(Class::States | Class::Sides | Class::Leaders | Class::Number));
        match noun.class {
            // "All three countries of this structure", but not "the countries of the south".
            Some(_)
                if is_several
                    && (count.is_none()
                        || matches!(phrase.determiner, Determiner::Definite | Determiner::Demonstrative))
                    && is_restricted => {}
            Some(class) if is_several => self.several(class, &phrase, count),
            Some(Class::State) if after.is_some_and(|word| self.lexicon.is_loose(word)) && phrase.count.is_none() => {
                self.state(&phrase, noun);
            }
            Some(Class::Members) if phrase.count.is_none() && !is_restricted => self.members(&phrase),
            _ if is_restricted || phrase.count.is_some() => {}
            Some(Class::State) => self.state(&phrase, noun),
            class => self.body(&phrase, noun, class == Some(Class::Pact)),
        }
    }

    /// A noun without an article that begins a sentence with a capital: "Members are divided".
    fn bare(&self, noun: Span) -> Option<Phrase> {
        let is_capital = noun.of(self.text).starts_with(char::is_uppercase);
        let sentence = self.sentences[..self.sentence(noun.start)? + 1].last()?;
        let lead = &self.text[sentence.start.min(noun.start)..noun.start];
        let begins = lead.chars().all(|c| matches!(c, '“' | '"' | '‘' | '\'') || c.is_whitespace());
        (is_capital && begins).then_some(Phrase {
            span: noun,
            determiner: Determiner::None,
            count: None,
            is_plain: true,
            is_kind: false,
        })
    }

    /// The sentence that holds the offset, or the first after it.
    pub(super) fn sentence(&self, at: usize) -> Option<usize> {
        let sentence = self.sentences.partition_point(|sentence| sentence.end <= at);
        (sentence < self.sentences.len()).then_some(sentence)
    }

    /// The bytes of a sentence before an offset and within reach of it.
    pub(super) fn part(&self, sentence: usize, from: usize, to: usize) -> Span {
        let Span { start, end } = self.sentences[sentence];
        let start = start.max(from);
        Span::new(start, end.min(to).max(start))
    }

    /// Where the sentence before that of the offset begins.
    pub(super) fn two_sentences_before(&self, at: usize) -> usize {
        let Some(sentence) = self.sentence(at) else { return at };
        self.sentences[sentence.saturating_sub(1)].start.min(at)
    }

    /// The offset from which on the text is still in mind.
    pub(super) fn reach(&self, at: usize) -> usize {
        let first = floor(self.text, at.saturating_sub(REACH));
        let mut paragraphs = 0;
        let mut end = at;
        for found in memrchr_iter(b'\n', &self.text.as_bytes()[first..at]) {
            let line = first + found;
            if end - line > HEADING {
                paragraphs += 1;
            }
            if paragraphs > PARAGRAPHS {
                return end;
            }
            end = line;
        }
        first
    }

    /// The same for what a text takes up over headings and side notes: a list of just so many.
    pub(super) fn far_reach(&self, at: usize) -> usize {
        floor(self.text, at.saturating_sub(2 * REACH))
    }

    /// The mentions that begin within the bytes; of nested ones the outermost.
    pub(super) fn mentions(&self, within: Span) -> impl Iterator<Item = &'a Mention> + use<'a> {
        let mentions = &self.found.mentions;
        let first = mentions.partition_point(|mention| mention.span.start < within.start);
        let mut end = 0;
        let begin = mentions[first..].iter().take_while(move |mention| mention.span.start < within.end);
        begin.filter(move |mention| {
            let is_outer = mention.span.start >= end;
            end = end.max(mention.span.end);
            is_outer
        })
    }

    fn is_named(&self, span: Span) -> bool {
        self.is_named_but(span, false)
    }

    /// Whether something is named within the span; with `regions` these do not count: "the Caribbean island".
    fn is_named_but(&self, span: Span, regions: bool) -> bool {
        let mentions = &self.found.mentions;
        let next = mentions.partition_point(|mention| mention.span.start < span.end);
        // Nested mentions begin close before; a few steps back see every mention that reaches the span.
        mentions[..next].iter().rev().take(4).any(|mention| {
            let is_region =
                regions && self.kind(mention.entity) == EntityKind::Region && mention.span.start > span.start;
            mention.span.overlaps(span) && !is_region
        })
    }

    pub(super) fn kind(&self, entity: EntityId) -> EntityKind {
        self.found.entity(self.gazetteer, entity).kind
    }

    /// The state for which a mention stands.
    pub(super) fn country(&self, mention: &Mention) -> Option<EntityId> {
        mention.actor.filter(|&actor| self.kind(actor) == EntityKind::Country)
    }

    pub(super) fn add(&mut self, span: Span, entity: EntityId, actor: Option<EntityId>) {
        self.added.push(Mention {
            entity,
            form: Form::Nominal,
            span,
            actor,
            venue: false,
            reason: Reason::Coreference,
        });
    }
}
