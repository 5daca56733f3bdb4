use std::io::{self, Write};

use super::{data::data, head};
use crate::graph::RelationGraph;

/// Writes a graph as a page for browsers: one file, which needs no network.
///
/// The graph can be dragged, zoomed and searched, and filtered by kind of act, class, predicate, dates, confidence and count. An edge
/// shows its sentences with source, trigger and target marked, an entity its reports by date. All of it can be reached by the
/// keyboard; colours are those of [`Dot`](crate::Dot), light or dark as the reader's system is. Names and sentences are
/// data to the page's script, never markup. The page carries modules of D3 with their licences.
///
/// ```
/// use geopol::{Extractor, GraphHtml, RelationGraph};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("China condemned AUKUS."));
/// let mut page = Vec::new();
/// GraphHtml::new(&graph).title("AUKUS").write(&mut page)?;
/// assert!(String::from_utf8(page)?.starts_with("<!DOCTYPE html>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct GraphHtml<'g> {
    graph: &'g RelationGraph,
    title: Option<String>,
}

impl<'g> GraphHtml<'g> {
    /// Will write this graph.
    #[must_use]
    pub const fn new(graph: &'g RelationGraph) -> Self {
        Self { graph, title: None }
    }

    /// Sets the page's title.
    pub fn title(&mut self, title: impl Into<String>) -> &mut Self {
        self.title = Some(title.into());
        self
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write<W: Write>(&self, mut writer: W) -> io::Result<()> {
        let title = self.title.as_deref().unwrap_or("Who did what to whom");
        writer.write_all(head(title, include_str!("page.css")).as_bytes())?;
        writer.write_all(include_bytes!("page.html"))?;
        write!(writer, "<script id=\"data\" type=\"application/json\">{}</script>\n<script>\n", data(self.graph)?)?;
        writer.write_all(include_bytes!("vendor/d3.min.js"))?;
        writer.write_all(b"</script>\n<script>\n")?;
        writer.write_all(include_bytes!("page.js"))?;
        writer.write_all(b"</script>\n</body>\n</html>\n")?;
        writer.flush()
    }
}
