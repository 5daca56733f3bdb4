//! What stands in nodes and beside edges.

use crate::{
    export::plain::one_line,
    gazetteer::EntityKind,
    graph::{GraphEdge, GraphNode},
    relation::{Modality, Polarity},
};

/// At how many characters a name becomes long: from there on it is broken into lines.
const LINE: usize = 22;

/// A name on lines of bearable length; a long one of an alliance or a treaty by its short form, which is the id's:
/// "NATO".
pub(super) fn name(node: &GraphNode) -> Vec<String> {
    let name = one_line(node.name());
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
pub(super) fn edge(edge: &GraphEdge) -> String {
    let mut label = String::new();
    if edge.polarity() == Polarity::Negated {
        label.push_str("not ");
    }
    label.push_str(edge.predicate().as_str());
    if edge.modality() != Modality::Actual {
        label.push_str(&format!(" ({})", edge.modality()));
    }
    if edge.count() > 1 {
        label.push_str(&format!(" ×{}", edge.count()));
    }
    label
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
