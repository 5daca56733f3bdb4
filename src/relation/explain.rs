//! How a sentence was read, for people who write rules.

use std::fmt::{self, Write as _};

use super::{
    chunk::ChunkKind,
    clause::{Nouns, Role},
    lexicon::Tag,
    sentence::Sentence,
};

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

fn row<'t>(text: &'t str, sentence: &Sentence<'_>, nouns: Nouns) -> &'t str {
    let chunk = &sentence.reading.chunks.chunks[nouns.chunk];
    &text[sentence.units()[chunk.first].span.start..sentence.units()[chunk.last].span.end]
}
