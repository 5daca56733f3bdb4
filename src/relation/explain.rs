//! How a sentence was read, for people who write rules.

use std::fmt::{self, Write as _};

use super::{
    Modality, Polarity, Relation,
    chunk::ChunkKind,
    clause::{Clause, Nouns, Role},
    lexicon::{Tag, WordList},
    rules::{RuleSet, Slot},
    sentence::Sentence,
};

/// How many governors are asked for what makes a clause less than a fact.
const MOST_GOVERNORS: usize = 4;

/// Writes units with their classes, then the clauses with their slots.
pub(crate) fn explain(text: &str, sentence: &Sentence<'_>, out: &mut String) -> fmt::Result {
    for chunk in &sentence.reading.chunks.chunks {
        let words = &sentence.units()[chunk.first..=chunk.last];
        let kind = match chunk.kind {
            ChunkKind::Nouns(_) => "nouns",
            ChunkKind::Verbs(_) => "verbs",
            ChunkKind::Preposition(_) => "preposition",
            ChunkKind::Adjective => "adjective",
            ChunkKind::Conjunction => "conjunction",
            ChunkKind::Comma => "comma",
            ChunkKind::Subordinator { conditional: true } => "condition",
            ChunkKind::Subordinator { .. } => "subordinator",
            ChunkKind::That => "that",
            ChunkKind::Relative => "relative",
            ChunkKind::Break => "break",
            ChunkKind::Dash => "dash",
            ChunkKind::Negation => "negation",
            ChunkKind::ReportOpen | ChunkKind::ReportClose => "report",
        };
        write!(out, "  {kind:<12}")?;
        for unit in words {
            let tag = if unit.mentions.is_some() { format!("{:?}*", unit.tag) } else { format!("{:?}", unit.tag) };
            let mark = if unit.tag == Tag::Mark { "?".to_owned() } else { tag.to_lowercase() };
            write!(out, " {}/{mark}", unit.span.of(text).replace('\n', " "))?;
        }
        writeln!(out)?;
    }
    for (i, clause) in sentence.clauses().iter().enumerate() {
        let verbs = sentence.verbs(clause);
        let words = sentence.units()[verbs.first].span.start..sentence.units()[verbs.last].span.end;
        write!(out, "  clause {i}: {:?} [{}]", clause.link, &text[words])?;
        if clause.passive {
            out.write_str(" passive")?;
        }
        write!(out, " {} {}", clause.mood.polarity, clause.mood.modality)?;
        let cues: Vec<&str> =
            cues(sentence, clause, 0).into_iter().map(|u| sentence.units()[u].span.of(text)).collect();
        if !cues.is_empty() {
            write!(out, " by {}", cues.join(" "))?;
        }
        for nouns in clause.subject.into_iter().flatten() {
            write!(out, ", subject [{}]", row(text, sentence, nouns))?;
        }
        if let Some(adjective) = clause.adjective {
            write!(out, ", is [{}]", sentence.units()[adjective].span.of(text))?;
        }
        for argument in &clause.arguments {
            let role = match argument.role {
                Role::Object => "object",
                Role::Indirect => "indirect",
                Role::Apposition => "apposition",
                Role::Preposition(word) => sentence.lexicon.form(word),
            };
            write!(out, ", {role} [{}]", row(text, sentence, argument.nouns))?;
        }
        if let Some(governor) = clause.governor {
            write!(out, ", under clause {governor}")?;
        }
        if let Some(speaker) = clause.stated_by {
            write!(out, ", stated in clause {speaker}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The words that make a clause negated or less than a fact.
fn cues(s: &Sentence<'_>, clause: &Clause, depth: usize) -> Vec<usize> {
    let verbs = s.verbs(clause);
    let cue = |&u: &usize| s.units()[u].tag == Tag::Modal || s.is_negative(u);
    let mut found: Vec<usize> = (verbs.first..=verbs.last).filter(cue).collect();
    if let (Some(governs), Some(governor)) = (clause.governs, clause.governor)
        && (governs.modality.is_some() || governs.polarity.is_some())
        && depth < MOST_GOVERNORS
    {
        let governor = &s.clauses()[governor];
        found.extend(cues(s, governor, depth + 1));
        let noun = governor.argument(Role::Object).filter(|_| s.lexicon.is(WordList::Light, s.verbs(governor).lemma));
        let nouns = noun.into_iter().flat_map(|n| s.groups(n));
        found.extend(nouns.flat_map(|g| [g.first, g.head]));
        found.push(governor.adjective.unwrap_or(s.verbs(governor).head));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Writes what rules told, and from what its confidence comes.
pub(crate) fn told(
    text: &str,
    s: &Sentence<'_>,
    rules: &RuleSet,
    relations: &[Relation],
    out: &mut String,
) -> fmt::Result {
    for relation in relations {
        let name = |mention: usize| s.mentions.entity(s.gazetteer, s.mentions.mentions[mention].entity).name();
        let trigger = relation.trigger.of(text).replace('\n', " ");
        let (source, target) = (name(relation.source), name(relation.target));
        write!(out, "  told by {trigger:?}: {source} {} {target}", relation.predicate)?;
        if relation.polarity != Polarity::Affirmed {
            write!(out, ", {}", relation.polarity)?;
        }
        if relation.modality != Modality::Actual {
            write!(out, ", {}", relation.modality)?;
        }
        let rule = rules.rule(relation.rule);
        let slots = |slots: &[Slot]| slots.iter().map(|&slot| slot_name(s, slot)).collect::<Vec<_>>().join(" or ");
        writeln!(out, " (rule {}, from {} to {})", rule.id, slots(&rule.source), slots(&rule.target))?;
        write!(out, "    confidence {:.2}:", relation.confidence)?;
        for (name, value) in relation.signals.values().filter(|(name, value)| *value != 0.0 && *name != "reliability") {
            write!(out, " {name} {value:.2},")?;
        }
        writeln!(out, " rule {:.2}", relation.signals.reliability)?;
    }
    Ok(())
}

fn slot_name<'s>(s: &Sentence<'s>, slot: Slot) -> &'s str {
    match slot {
        Slot::Preposition(word) => s.lexicon.form(word),
        slot => slot.as_str(),
    }
}

fn row<'t>(text: &'t str, sentence: &Sentence<'_>, nouns: Nouns) -> &'t str {
    let chunk = &sentence.reading.chunks.chunks[nouns.chunk];
    &text[sentence.units()[chunk.first].span.start..sentence.units()[chunk.last].span.end]
}
