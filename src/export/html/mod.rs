//! Pages for browsers, each one file that loads nothing.

mod data;
mod document;
mod graph;

pub use document::DocumentHtml;
pub use graph::GraphHtml;

use super::plain::{Escaped, shown};

/// Forbids whatever the page does not bring with it, should anything ever get past the escapes.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A page's beginning, up to its body.
fn head(title: &str, css: &str) -> String {
    let title = shown(title);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"geopol {}\">\n<title>{}</title>\n<style>\n{css}</style>\n</head>\n<body>\n",
        env!("CARGO_PKG_VERSION"),
        Escaped(&title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(Escaped("<a b='c'>&\"").to_string(), "&lt;a b=&#39;c&#39;&gt;&amp;&quot;");
        assert!(head("</title><script>", "").contains("<title>&lt;/title&gt;&lt;script&gt;</title>"));
    }
}
