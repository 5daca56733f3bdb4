//! Goes over a document's sentences that name at least two, and reads them.

use super::{
    Modality, Polarity, Predicate, Relation, RuleId,
    actors::Actors,
    explain,
    grammar::Grammar,
    relate::Relator,
    sentence::{Reading, Sentence},
};
use crate::{
    gazetteer::{Gazetteer, OfficeKind},
    mention::{Mentions, Office},
    text::{Sentences, Span},
};

/// How sure an office beside its state is, and one known from the holder's tenure alone.
const STATED_OFFICE: f32 = 0.95;
const KNOWN_OFFICE: f32 = 0.9;

/// Finds relations in one document after another; its buffers are reused.
#[derive(Debug)]
pub(crate) struct RelationFinder<'a> {
    gazetteer: &'a Gazetteer,
    grammar: &'a Grammar,
    reading: Reading,
}

/// Sentences with relations or mentions: number in the document, and span.
pub(crate) type FoundSentences = Vec<(usize, Span)>;

impl<'a> RelationFinder<'a> {
    pub(crate) fn new(gazetteer: &'a Gazetteer, grammar: &'a Grammar) -> Self {
        Self { gazetteer, grammar, reading: Reading::default() }
    }

    /// The sentences in which something was found, and the relations.
    pub(crate) fn find(
        &mut self,
        text: &str,
        mentions: &Mentions,
        sentences: &mut Sentences<'_>,
    ) -> (FoundSentences, Vec<Relation>) {
        let (mut found, mut relations) = (Vec::new(), Vec::new());
        let mut last_subject: Vec<usize> = Vec::new();
        let mut last_sentence = 0;
        let mut first = 0;
        while let Some(mention) = mentions.mentions.get(first) {
            let span = sentences.at(mention.span.start);
            let number = sentences.index_at(mention.span.start).unwrap_or(0);
            let count = mentions.mentions[first..].iter().take_while(|m| m.span.start < span.end).count().max(1);
            if number != last_sentence + 1 {
                last_subject.clear();
            }
            self.sentence(text, span, mentions, first..first + count, found.len(), &mut last_subject, &mut relations);
            last_sentence = number;
            found.push((number, span));
            first += count;
        }
        offices(mentions, &found, &mut relations);
        relations.sort_by_key(|r| (r.sentence, r.trigger.start));
        (found, relations)
    }

    /// How the sentences that name somebody are read.
    pub(crate) fn explain(&mut self, text: &str, mentions: &Mentions, sentences: &mut Sentences<'_>) -> String {
        let mut out = String::new();
        let mut first = 0;
        while let Some(mention) = mentions.mentions.get(first) {
            let span = sentences.at(mention.span.start);
            let count = mentions.mentions[first..].iter().take_while(|m| m.span.start < span.end).count().max(1);
            let lexicon = &self.grammar.lexicon;
            self.reading.read(text, span, mentions, first..first + count, self.gazetteer, lexicon);
            let reading = &self.reading;
            let sentence = Sentence { reading, mentions, gazetteer: self.gazetteer, lexicon, last_subject: &[] };
            out.push_str(&span.of(text).replace('\n', " "));
            out.push('\n');
            explain::explain(text, &sentence, &mut out).expect("a string takes all");
            first += count;
        }
        out
    }

    #[expect(clippy::too_many_arguments, reason = "the pieces of one sentence's context")]
    fn sentence(
        &mut self,
        text: &str,
        span: Span,
        mentions: &Mentions,
        range: std::ops::Range<usize>,
        index: usize,
        last_subject: &mut Vec<usize>,
        relations: &mut Vec<Relation>,
    ) {
        let lexicon = &self.grammar.lexicon;
        self.reading.read(text, span, mentions, range, self.gazetteer, lexicon);
        let sentence = Sentence { reading: &self.reading, mentions, gazetteer: self.gazetteer, lexicon, last_subject };
        Relator::new(sentence, &self.grammar.rules, index, relations).run();
        let actors = Actors { sentence, rules: &self.grammar.rules };
        let subject = sentence.clauses().iter().find_map(|c| {
            let found = actors.agents(c.subject[0]?);
            (!found.is_empty()).then(|| found.iter().map(|a| a.mention).collect::<Vec<_>>())
        });
        *last_subject = subject.unwrap_or_default();
    }
}

/// What offices themselves state: who leads or represents whom.
fn offices(mentions: &Mentions, sentences: &[(usize, Span)], relations: &mut Vec<Relation>) {
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
            confidence: if office.of_mention.is_some() { STATED_OFFICE } else { KNOWN_OFFICE },
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
