//! Outlines of nodes.

use layout::core::geometry::Point;

use crate::gazetteer::EntityKind;

/// The outline of a node in a box, as an element of SVG without its end.
pub(super) fn outline(kind: EntityKind, at: Point, size: Point) -> String {
    let (x, y, w, h) = (at.x, at.y, size.x, size.y);
    let points = |points: &[(f64, f64)]| {
        let points: Vec<String> = points.iter().map(|(px, py)| format!("{:.1},{:.1}", x + px, y + py)).collect();
        format!("<polygon points=\"{}\"", points.join(" "))
    };
    let rounded =
        |corner| format!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"{corner}\"");
    let cut = 8.0;
    match kind {
        EntityKind::Country => rounded(7),
        EntityKind::Institution => rounded(0),
        EntityKind::Region => rounded(0) + " stroke-dasharray=\"4,3\"",
        EntityKind::Leader => {
            let (rx, ry) = (w / 2.0, h / 2.0);
            format!("<ellipse cx=\"{:.1}\" cy=\"{:.1}\" rx=\"{rx:.1}\" ry=\"{ry:.1}\"", x + rx, y + ry)
        }
        EntityKind::Alliance => {
            points(&[(0.0, h / 2.0), (cut, 0.0), (w - cut, 0.0), (w, h / 2.0), (w - cut, h), (cut, h)])
        }
        EntityKind::Treaty => points(&[(0.0, 0.0), (w - cut, 0.0), (w, cut), (w, h), (0.0, h)]),
        EntityKind::Group => points(&[
            (cut, 0.0),
            (w - cut, 0.0),
            (w, cut),
            (w, h - cut),
            (w - cut, h),
            (cut, h),
            (0.0, h - cut),
            (0.0, cut),
        ]),
    }
}
