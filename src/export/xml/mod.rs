//! Graphs in XML.

mod gexf;
mod graphml;

use std::io::{self, Write};

use quick_xml::{
    Writer,
    events::{BytesDecl, Event},
};

pub use gexf::Gexf;
pub use graphml::GraphMl;

/// Writes a document: the declaration, then what the function writes.
fn document<W: Write>(writer: W, content: impl FnOnce(&mut Writer<W>) -> io::Result<()>) -> io::Result<()> {
    let mut writer = Writer::new_with_indent(writer, b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    content(&mut writer)?;
    writer.get_mut().write_all(b"\n")?;
    writer.get_mut().flush()
}
