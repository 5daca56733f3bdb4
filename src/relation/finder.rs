//! Goes over a document's sentences that name at least two, and reads them.

use std::ops::Range;

use super::{
    Modality, Polarity, Predicate, Relation, RuleId, Signals,
    actors::Actors,
    confidence::Weights,
    discourse::{self, Discourse},
    explain,
    grammar::Grammar,
    lexicon::{Lexicon, Pronoun},
    rejection,
    relate::Relator,
    rules::RuleSet,
    sentence::{Reading, Sentence},
    unit::Piece,
};
use crate::{
    gazetteer::{EntityId, Gazetteer, OfficeKind},
    mention::{Mention, Mentions, Office},
    text::{Sentences, Span},
};

/// Finds relations in one document after another.
#[derive(Debug)]
pub(crate) struct RelationFinder<'a> {
    gazetteer: &'a Gazetteer,
    grammar: &'a Grammar,
    readings: &'a mut Readings,
}

/// Buffers that one document leaves to the next.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    reading: Reading,
    /// Of a later sentence, which says who speaks in this one.
    ahead: Reading,
    /// What the document at hand has said so far.
    discourse: Discourse,
}

/// Sentences with relations or mentions: number in the document, and span.
pub(crate) type FoundSentences = Vec<(usize, Span)>;

impl<'a> RelationFinder<'a> {
    pub(crate) fn new(gazetteer: &'a Gazetteer, grammar: &'a Grammar, readings: &'a mut Readings) -> Self {
        Self { gazetteer, grammar, readings }
    }

    /// The sentences in which something was found, and the relations; what the lists held is gone.
    pub(crate) fn find(
        &mut self,
        text: &str,
        mentions: &Mentions,
        sentences: &mut Sentences<'_>,
        found: &mut FoundSentences,
        relations: &mut Vec<Relation>,
    ) {
        found.clear();
        relations.clear();
        if names_others(&mentions.mentions) {
            self.each(text, mentions, sentences, |number, span, sentence, rules| {
                let before = relations.len();
                Relator::new(*sentence, rules, found.len(), relations).run();
                if relations.len() > before || sentence.names_any() {
                    found.push((number, span));
                }
            });
        } else {
            named_sentences(mentions, sentences, found);
        }
        offices(mentions, found, &self.grammar.rules.weights, relations);
        relations.sort_by_key(|r| (r.sentence, r.trigger.start));
    }

    /// How the sentences that name somebody are read.
    pub(crate) fn explain(&mut self, text: &str, mentions: &Mentions, sentences: &mut Sentences<'_>) -> String {
        let mut out = String::new();
        let (mut relations, mut rejected) = (Vec::new(), Vec::new());
        self.each(text, mentions, sentences, |number, span, sentence, rules| {
            out.push_str(&span.of(text).replace('\n', " "));
            out.push('\n');
            Relator::new(*sentence, rules, number, &mut relations).noting(&mut rejected).run();
            explain::explain(text, sentence, &mut out)
                .and_then(|()| explain::told(text, sentence, rules, &relations, &mut out))
                .and_then(|()| rejection::write(text, rules, &rejected, &mut out))
                .expect("a string takes all");
            relations.clear();
            rejected.clear();
        });
        out
    }

    /// Reads the sentences that name somebody, one after the other.
    fn each(
        &mut self,
        text: &str,
        mentions: &Mentions,
        sentences: &mut Sentences<'_>,
        mut visit: impl FnMut(usize, Span, &Sentence<'_>, &RuleSet),
    ) {
        let Self { gazetteer, grammar: Grammar { lexicon, rules }, readings } = self;
        let Readings { reading, ahead, discourse } = &mut **readings;
        discourse.forget();
        let context = Context { mentions, gazetteer, lexicon, rules };
        let mut last = None;
        let mut first = 0;
        let mut led = 0;
        loop {
            // a sentence without names is read only if it goes on about those of the sentence before
            let next =
                last.filter(|_| led < MOST_LED).and_then(|last: usize| Some((last + 1, sentences.get(last + 1)?)));
            let named = mentions.mentions.get(first).map(|m| m.span.start);
            let goes_on =
                next.filter(|(_, span)| named.is_none_or(|at| at >= span.end) && is_led(span.of(text), lexicon));
            let (number, span) = match (goes_on, named) {
                (Some(next), _) => next,
                (None, Some(at)) => (sentences.index_at(at).unwrap_or(0), sentences.at(at)),
                (None, None) => break,
            };
            let mut count = mentions.mentions[first..].iter().take_while(|m| m.span.start < span.end).count();
            if goes_on.is_none() {
                count = count.max(1);
            }
            led = if goes_on.is_some() { led + 1 } else { 0 };
            discourse.pass_over(last.map_or(0, |last| number - last - 1));
            discourse.reach(text, span);
            let piece = Piece { text, span, quoting: discourse.quoting };
            context.read(reading, piece, first..first + count);
            let own = discourse::speaker(&context.actors(reading, discourse));
            let before = std::mem::replace(&mut discourse.quoted, own.clone());
            if own.is_empty() && !reading.units.quotations.is_empty() {
                discourse.quoted = discourse.speaker.clone();
                if !discourse.quoting
                    && reading.units.is_quotation_open()
                    && let Some(end) = discourse::quotation_end(text, span.end)
                {
                    // “We protest. We shall act,” said the minister.
                    let span = sentences.at(end);
                    let from = mentions.mentions.partition_point(|m| m.span.start < span.start);
                    let to = mentions.mentions.partition_point(|m| m.span.start < span.end);
                    let piece = Piece { text, span, quoting: true };
                    context.read(ahead, piece, from..to);
                    let said = discourse::speaker(&context.actors(ahead, discourse));
                    discourse.quoted = if said.is_empty() { discourse.speaker.clone() } else { said };
                }
            }
            if discourse.quoted != before {
                reading.forget();
            }
            let actors = context.actors(reading, discourse);
            visit(number, span, &actors.sentence, rules);
            let left = discourse.left_by(text, span, &actors, own);
            discourse.take(left);
            last = Some(number);
            first += count;
        }
    }
}

/// Whether two are named that do not act for one: without them no rule can tell anything.
fn names_others(mentions: &[Mention]) -> bool {
    mentions.first().is_some_and(|first| mentions.iter().any(|m| first.is_other(m)))
}

/// The sentences that name somebody.
fn named_sentences(mentions: &Mentions, sentences: &mut Sentences<'_>, found: &mut FoundSentences) {
    let mut rest = &mentions.mentions[..];
    while let Some(first) = rest.first() {
        let at = first.span.start;
        let (number, span) = (sentences.index_at(at).unwrap_or(0), sentences.at(at));
        let here = rest.iter().take_while(|m| m.span.start < span.end).count().max(1);
        if rest[..here].iter().any(|m| span.contains(m.span)) {
            found.push((number, span));
        }
        rest = &rest[here..];
    }
}

/// So many sentences without names are read after one with names.
const MOST_LED: usize = 2;

/// Whether a sentence begins with a word that goes on about those of the sentence before: "It condemned the raid."
fn is_led(sentence: &str, lexicon: &Lexicon) -> bool {
    let start = sentence.find(char::is_alphabetic).unwrap_or(sentence.len());
    let word = sentence[start..].split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let mut lower = [0; 16];
    let id = match lower.get_mut(..word.len()) {
        Some(lower) if word.is_ascii() => {
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            std::str::from_utf8(lower).ok().and_then(|word| lexicon.word_id(word))
        }
        _ => lexicon.word_id(&word.to_lowercase()),
    };
    let Some(id) = id else { return false };
    let pronoun = lexicon.word(id).facts.pronoun.is_some_and(|p| p != Pronoun::Fact);
    pronoun || lexicon.markers.pair.contains(&id)
}

/// What all sentences of a document are read with.
#[derive(Clone, Copy)]
struct Context<'c> {
    mentions: &'c Mentions,
    gazetteer: &'c Gazetteer,
    lexicon: &'c Lexicon,
    rules: &'c RuleSet,
}

impl<'c> Context<'c> {
    /// Reads a sentence with these mentions.
    fn read(self, reading: &mut Reading, piece: Piece<'_>, range: Range<usize>) {
        let Self { mentions, gazetteer, lexicon, rules } = self;
        reading.read(piece, mentions, range, gazetteer, lexicon);
        reading.find_hints(lexicon, rules);
    }

    fn actors<'s>(self, reading: &'s Reading, discourse: &'s Discourse) -> Actors<'s>
    where
        'c: 's,
    {
        let Self { mentions, gazetteer, lexicon, rules } = self;
        Actors { sentence: Sentence { reading, mentions, gazetteer, lexicon, discourse }, rules }
    }
}

/// What offices themselves state: who leads or represents whom.
fn offices(mentions: &Mentions, sentences: &[(usize, Span)], weights: &Weights, relations: &mut Vec<Relation>) {
    let mut bodies = Vec::new();
    for office in mentions.offices.iter().filter(|office| office.current) {
        let Some(target) = office.of_mention.or_else(|| body(mentions, office, &mut bodies)) else { continue };
        let at = mentions.mentions[office.holder].span;
        let sentence = sentences.partition_point(|(_, span)| span.end < at.end);
        if !sentences.get(sentence).is_some_and(|(_, span)| span.contains(at)) {
            continue;
        }
        relations.push(Relation {
            predicate: match office.kind {
                OfficeKind::Leads => Predicate::Leads,
                OfficeKind::Represents => Predicate::Represents,
            },
            source: office.holder,
            target,
            polarity: Polarity::Affirmed,
            modality: Modality::Actual,
            attribution: None,
            confidence: weights.office,
            signals: Signals::certain(weights.office),
            sentence,
            trigger: office.title,
            rule: RuleId::OFFICE,
        });
    }
}

/// A mention of the state or body that the title leaves unsaid ("Defense Secretary Robert Gates"), if there is one: the
/// nearest. `bodies` are all mentions by whom they denote and where; they are put down when first asked for.
fn body(mentions: &Mentions, office: &Office, bodies: &mut Vec<(EntityId, usize, usize)>) -> Option<usize> {
    if bodies.is_empty() {
        bodies.extend(mentions.mentions.iter().enumerate().map(|(i, m)| (m.entity, m.span.start, i)));
        bodies.sort_unstable();
    }
    let at = mentions.mentions[office.holder].span.start;
    let first = bodies.partition_point(|&(entity, ..)| entity < office.of);
    let end = bodies.partition_point(|&(entity, ..)| entity <= office.of);
    let of_it = &bodies[first..end];
    let after = of_it.partition_point(|&(_, start, _)| start <= at);
    // of those that begin at one place the first
    let before = after.checked_sub(1).map(|last| of_it.partition_point(|&(_, start, _)| start < of_it[last].1));
    let near = before.into_iter().map(|i| of_it[i]).chain(of_it.get(after).copied());
    near.min_by_key(|&(_, start, _)| start.abs_diff(at)).map(|(.., mention)| mention)
}

#[cfg(test)]
mod tests;
