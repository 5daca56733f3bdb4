//! Goes over a document's sentences that name at least two, and reads them.

use super::{
    Modality, Polarity, Predicate, Relation, RuleId, Signals,
    actors::Actors,
    confidence::Weights,
    discourse::{self, Discourse},
    explain,
    grammar::Grammar,
    lexicon::Lexicon,
    rejection,
    relate::Relator,
    rules::RuleSet,
    sentence::{Reading, Sentence},
    unit::Piece,
};
use crate::{
    gazetteer::{Gazetteer, OfficeKind},
    mention::{Mentions, Office},
    text::{Sentences, Span},
};

/// Finds relations in one document after another; its buffers are reused.
#[derive(Debug)]
pub(crate) struct RelationFinder<'a> {
    gazetteer: &'a Gazetteer,
    grammar: &'a Grammar,
    reading: Reading,
    /// Of a later sentence, which says who speaks in this one.
    ahead: Reading,
}

/// Sentences with relations or mentions: number in the document, and span.
pub(crate) type FoundSentences = Vec<(usize, Span)>;

impl<'a> RelationFinder<'a> {
    pub(crate) fn new(gazetteer: &'a Gazetteer, grammar: &'a Grammar) -> Self {
        Self { gazetteer, grammar, reading: Reading::default(), ahead: Reading::default() }
    }

    /// The sentences in which something was found, and the relations.
    pub(crate) fn find(
        &mut self,
        text: &str,
        mentions: &Mentions,
        sentences: &mut Sentences<'_>,
    ) -> (FoundSentences, Vec<Relation>) {
        let (mut found, mut relations) = (Vec::new(), Vec::new());
        self.each(text, mentions, sentences, |number, span, sentence, rules| {
            Relator::new(*sentence, rules, found.len(), &mut relations).run();
            found.push((number, span));
        });
        offices(mentions, &found, &self.grammar.rules.weights, &mut relations);
        relations.sort_by_key(|r| (r.sentence, r.trigger.start));
        (found, relations)
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
        let Self { gazetteer, grammar: Grammar { lexicon, rules }, reading, ahead } = self;
        let context = Context { mentions, gazetteer, lexicon, rules };
        let mut discourse = Discourse::default();
        let mut last = 0;
        let mut first = 0;
        while let Some(mention) = mentions.mentions.get(first) {
            let span = sentences.at(mention.span.start);
            let number = sentences.index_at(mention.span.start).unwrap_or(0);
            let count = mentions.mentions[first..].iter().take_while(|m| m.span.start < span.end).count().max(1);
            if number != last + 1 {
                discourse.last_subject.clear();
                discourse.last_object.clear();
                discourse.repeatable.clear();
            }
            discourse.reach(text, span);
            let piece = Piece { text, span, quoting: discourse.quoting };
            reading.read(piece, mentions, first..first + count, gazetteer, lexicon);
            let own = discourse::speaker(&context.actors(reading, &discourse));
            discourse.quoted = own;
            if own.is_none() && !reading.units.quotations.is_empty() {
                discourse.quoted = discourse.speaker;
                if !discourse.quoting
                    && reading.units.is_quotation_open()
                    && let Some(end) = discourse::quotation_end(text, span.end)
                {
                    // “We protest. We shall act,” said the minister.
                    let span = sentences.at(end);
                    let from = mentions.mentions.partition_point(|m| m.span.start < span.start);
                    let to = mentions.mentions.partition_point(|m| m.span.start < span.end);
                    let piece = Piece { text, span, quoting: true };
                    ahead.read(piece, mentions, from..to, gazetteer, lexicon);
                    let said = discourse::speaker(&context.actors(ahead, &discourse));
                    discourse.quoted = said.or(discourse.speaker);
                }
            }
            let actors = context.actors(reading, &discourse);
            visit(number, span, &actors.sentence, rules);
            let left = discourse.left_by(text, span, &actors, own);
            discourse.take(left);
            last = number;
            first += count;
        }
    }
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
    for office in mentions.offices.iter().filter(|office| office.current) {
        let Some(target) = office.of_mention.or_else(|| body(mentions, office)) else { continue };
        let at = mentions.mentions[office.holder].span;
        let Some(sentence) = sentences.iter().position(|(_, span)| span.contains(at)) else { continue };
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

/// A mention of the state or body that the title leaves unsaid ("Defense Secretary Robert Gates"), if there is one.
fn body(mentions: &Mentions, office: &Office) -> Option<usize> {
    let at = mentions.mentions[office.holder].span.start;
    let of = |m: &crate::mention::Mention| m.entity == office.of;
    let nearest = |i: &usize| mentions.mentions[*i].span.start.abs_diff(at);
    (0..mentions.mentions.len()).filter(|&i| of(&mentions.mentions[i])).min_by_key(nearest)
}
