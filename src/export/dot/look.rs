//! How kinds of entity and of relation look.

use crate::{gazetteer::EntityKind, relation::QuadClass};

pub(in crate::export) struct NodeLook {
    pub(in crate::export) shape: &'static str,
    pub(in crate::export) style: &'static str,
    pub(in crate::export) fill: &'static str,
}

pub(in crate::export) const fn node(kind: EntityKind) -> NodeLook {
    let (shape, style, fill) = match kind {
        EntityKind::Country => ("box", "filled,rounded", "#dbe9f6"),
        EntityKind::Alliance => ("hexagon", "filled", "#fdf0c4"),
        EntityKind::Treaty => ("note", "filled", "#f6e3d3"),
        EntityKind::Leader => ("ellipse", "filled", "#e0f2e3"),
        EntityKind::Institution => ("box", "filled", "#e8e2f3"),
        EntityKind::Group => ("octagon", "filled", "#f9dcd9"),
        EntityKind::Region => ("box", "filled,dashed", "#f0f0f0"),
    };
    NodeLook { shape, style, fill }
}

pub(in crate::export) struct EdgeLook {
    pub(in crate::export) line: &'static str,
    /// Darker than the line where that is too light to be read.
    pub(in crate::export) text: &'static str,
}

/// Blue for cooperation, orange to red for conflict, deeds darker than words: told apart by colour-blind readers by hue and
/// in grey print by lightness.
pub(in crate::export) const fn edge(quad: Option<QuadClass>) -> EdgeLook {
    let (line, text) = match quad {
        Some(QuadClass::VerbalCooperation) => ("#3d9bd6", "#1c6fa6"),
        Some(QuadClass::MaterialCooperation) => ("#0b4f8a", "#0b4f8a"),
        Some(QuadClass::VerbalConflict) => ("#e08a00", "#9c5700"),
        Some(QuadClass::MaterialConflict) => ("#a32a00", "#a32a00"),
        None => ("#8a8a8a", "#5f5f5f"),
    };
    EdgeLook { line, text }
}

/// A line's width for a number of statements: one more for each doubling, six at most.
pub(in crate::export) fn width(count: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // an approximate logarithm will do
    let count = count.max(1) as f64;
    (1.2 + count.log2()).min(6.0)
}
