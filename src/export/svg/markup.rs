//! What pictures are made of.

use std::fmt::Write;

use crate::{
    export::{dot::edge_look, plain::shown},
    relation::QuadClass,
};

/// The size of letters, in pixels.
pub(super) const FONT: usize = 12;
/// The height of a line of them.
pub(super) const LINE: f64 = 15.0;

/// A picture's beginning, with its title above it.
pub(super) fn opening(width: f64, height: f64, title: Option<&str>) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" \
         height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"Helvetica,Arial,sans-serif\" \
         font-size=\"{FONT}\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
    );
    if let Some(title) = title {
        let title = escaped(title);
        let _ = writeln!(out, "<title>{title}</title>");
        let middle = width / 2.0;
        let _ =
            writeln!(out, "<text x=\"{middle:.0}\" y=\"26\" font-size=\"16\" text-anchor=\"middle\">{title}</text>");
    }
    out
}

/// How much room the legend takes.
pub(super) const LEGEND_WIDTH: f64 = 640.0;

/// What colours, dashes and widths mean, on two lines, and how many labels are hidden.
pub(super) fn legend(hidden: usize) -> String {
    let mut out = colors();
    let more = match hidden {
        0 => String::new(),
        some => format!("; {some} labels without room are in the tooltips"),
    };
    let _ = writeln!(
        out,
        "<text x=\"0\" y=\"27\" font-size=\"11\" fill=\"#555555\">dashed: denied, or not a fact (yet); wider: reported more often{more}</text>"
    );
    out
}

/// What colours mean, on a line.
pub(super) fn colors() -> String {
    let quads = QuadClass::ALL.iter().map(|&quad| (Some(quad), quad.as_str().replace('_', " ")));
    let mut out = String::new();
    let mut x = 0.0;
    for (quad, name) in quads.chain([(None, "office".to_owned())]) {
        let color = edge_look(quad).line;
        let _ = writeln!(
            out,
            "<path d=\"M{x:.0} 8h22\" stroke=\"{color}\" stroke-width=\"3\"/><text x=\"{:.0}\" y=\"12\" font-size=\"11\">{name}</text>",
            x + 27.0
        );
        #[allow(clippy::cast_precision_loss)] // a few letters
        let letters = name.len() as f64;
        x += 44.0 + letters * 5.6;
    }
    out
}

/// Text as an element's content.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in shown(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out
}

pub(super) fn escaped_lines(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    lines.join("\n")
}
