use std::fmt;

use super::look;
use crate::{
    export::plain::{Escaped, shown},
    gazetteer::EntityKind,
    graph::RelationGraph,
    relation::QuadClass,
};

/// A graph's title and legend, as a label in Graphviz's likeness of HTML: of kinds of node and of edge those that there are.
pub(super) struct Caption<'a> {
    pub(super) title: Option<&'a str>,
    pub(super) graph: &'a RelationGraph,
}

impl fmt::Display for Caption<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<<table border=\"0\" cellspacing=\"2\">")?;
        if let Some(title) = self.title.map(shown).filter(|title| !title.is_empty()) {
            write!(f, "<tr><td>{}</td></tr>", Escaped(&title))?;
        }
        f.write_str("<tr><td><font point-size=\"10\" color=\"#555555\">")?;
        for quad in QuadClass::ALL.iter().copied().map(Some).chain([None]) {
            if self.graph.edges().any(|edge| edge.predicate().quad() == quad) {
                let name = quad.map_or_else(|| "office".to_owned(), |quad| quad.as_str().replace('_', " "));
                write!(f, "<font color=\"{}\"><b>━━</b></font> {name}   ", look::edge(quad).line)?;
            }
        }
        f.write_str("dashed: denied, or not a fact (yet)   wider: reported more often</font></td></tr>")?;
        let kinds: Vec<EntityKind> = EntityKind::ALL
            .iter()
            .copied()
            .filter(|kind| self.graph.nodes().any(|node| node.kind() == *kind))
            .collect();
        if !kinds.is_empty() {
            f.write_str("<tr><td><table border=\"0\" cellspacing=\"6\"><tr>")?;
            for kind in kinds {
                write!(f, "<td bgcolor=\"{}\"><font point-size=\"10\">{kind}</font></td>", look::node(kind).fill)?;
            }
            f.write_str("</tr></table></td></tr>")?;
        }
        f.write_str("</table>>")
    }
}
