//! What stands in nodes and beside edges.

use crate::{
    export::plain::{one_line, shortened},
    gazetteer::EntityKind,
    graph::{Evidence, GraphEdge, GraphNode},
    relation::{Modality, Polarity},
};

/// At how many characters a name becomes long: from there on it is broken into lines.
const LINE: usize = 22;

/// At how many characters a name is cut, be it an entity's or a document's.
const NAME_LENGTH: usize = 120;

/// At how many characters a tooltip's sentence is cut.
const SENTENCE_LENGTH: usize = 300;

/// A name on lines of bearable length; a long one of an alliance or a treaty by its short form, which is the id's:
/// "NATO".
pub(in crate::export) fn name(node: &GraphNode) -> Vec<String> {
    let name = self::short(node.name());
    let short = node.id().split_once(':').map(|(_, short)| short).filter(|short| !short.is_empty());
    match short {
        Some(short)
            if name.chars().count() > LINE && matches!(node.kind(), EntityKind::Alliance | EntityKind::Treaty) =>
        {
            wrapped(&short.replace('-', " "))
        }
        _ => wrapped(&name),
    }
}

/// "not joins (planned) ×3".
pub(in crate::export) fn edge(edge: &GraphEdge) -> String {
    let mut label = act(edge, edge.modality());
    if edge.count() > 1 {
        label.push_str(&format!(" ×{}", edge.count()));
    }
    label
}

/// "not joins (planned)".
pub(in crate::export) fn act(edge: &GraphEdge, modality: Modality) -> String {
    let mut label = String::new();
    if edge.polarity() == Polarity::Negated {
        label.push_str("not ");
    }
    label.push_str(edge.predicate().as_str());
    if modality != Modality::Actual {
        label.push_str(&format!(" ({modality})"));
    }
    label
}

/// The edge in words, then its first reports.
pub(in crate::export) fn tooltip(edge: &GraphEdge, sentences: usize) -> Vec<String> {
    let (source, target) = (short(edge.source().name()), short(edge.target().name()));
    let mut lines = vec![format!("{source}: {} {target}", self::edge(edge))];
    lines.extend(edge.reports().take(sentences).map(report));
    let more = edge.count().saturating_sub(sentences);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines
}

/// "wire-17, 2024-05-12: China condemned AUKUS."
pub(in crate::export) fn report(report: &Evidence) -> String {
    let sentence = one_line(report.sentence());
    let sentence = shortened(&sentence, SENTENCE_LENGTH);
    match (report.document().map(short), report.date()) {
        (Some(document), Some(date)) => format!("{document}, {date}: {sentence}"),
        (Some(document), None) => format!("{document}: {sentence}"),
        (None, Some(date)) => format!("{date}: {sentence}"),
        (None, None) => sentence.into_owned(),
    }
}

/// A name on one line.
pub(in crate::export) fn short(name: &str) -> String {
    shortened(&one_line(name), NAME_LENGTH).into_owned()
}

fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in text.split(' ') {
        let more = word.chars().count();
        if length > 0 && length + 1 + more > LINE {
            lines.push(String::new());
            length = 0;
        }
        let line = lines.last_mut().expect("there is a line");
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += more;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_broken() {
        assert_eq!(wrapped(""), [""]);
        assert_eq!(wrapped("Ministry of Foreign Affairs of Japan"), ["Ministry of Foreign", "Affairs of Japan"]);
    }
}
