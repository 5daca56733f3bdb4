use std::fmt::{self, Write};

use super::{Escaped, head};
use crate::{
    export::{plain::shown, text::Arrow},
    extraction::Extraction,
    relation::{QuadClass, Relation},
    text::Span,
};

/// A document for browsers: its text with mentions marked in the colours of their kinds and triggers underlined, below each
/// paragraph the relations that were found in it. It has no script.
///
/// As text it is an `article` of a page; [`page`](Self::page) makes a page of one, and [`head`](Self::head) and
/// [`TAIL`](Self::TAIL) stand around several.
///
/// ```
/// use geopol::{DocumentHtml, Extractor};
///
/// let extraction = Extractor::new().extract("China condemned AUKUS.");
/// let page = DocumentHtml::new(&extraction).page();
/// assert!(page.contains("<mark class=\"country\" title=\"country:CHN: nothing else bears the name\">China"));
/// assert!(page.contains("<u class=\"verbal_conflict\">condemned</u>"));
/// ```
#[derive(Clone, Debug)]
pub struct DocumentHtml<'e, 't> {
    extraction: &'e Extraction<'t>,
}

impl<'e, 't> DocumentHtml<'e, 't> {
    /// What ends a page.
    pub const TAIL: &'static str = "</body>\n</html>\n";

    /// The document of an extraction.
    #[must_use]
    pub const fn new(extraction: &'e Extraction<'t>) -> Self {
        Self { extraction }
    }

    /// What begins a page of this title.
    #[must_use]
    pub fn head(title: &str) -> String {
        head(title, include_str!("document.css"))
    }

    /// A page of this document alone.
    #[must_use]
    pub fn page(&self) -> String {
        let title = self.extraction.document().id().unwrap_or("document");
        format!("{}{self}{}", Self::head(title), Self::TAIL)
    }

    /// The text of a paragraph with its marks.
    fn paragraph(&self, span: Span, marks: &[Mark<'_>], f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.extraction.text();
        f.write_str("<p dir=\"auto\">")?;
        let mut at = span.start;
        let first = marks.partition_point(|mark| mark.span.start < span.start);
        for mark in marks[first..].iter().take_while(|mark| mark.span.end <= span.end) {
            write!(f, "{}", Escaped(&plain(&text[at..mark.span.start])))?;
            let words = plain(mark.span.of(text));
            match &mark.kind {
                MarkKind::Mention { class, title } => {
                    write!(f, "<mark class=\"{class}\" title=\"{}\">{}</mark>", Escaped(title), Escaped(&words))?;
                }
                MarkKind::Trigger(quad) => write!(f, "<u class=\"{quad}\">{}</u>", Escaped(&words))?,
            }
            at = mark.span.end;
        }
        writeln!(f, "{}</p>", Escaped(&plain(&text[at..span.end])))
    }

    fn relation(&self, relation: &Relation, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.extraction;
        let arrow = Arrow(relation.predicate(), relation.polarity(), relation.modality()).to_string();
        let name = |name: &str| shown(name).into_owned();
        write!(
            f,
            "<li><b>{}</b> <span class=\"{}\">{arrow}</span> <b>{}</b>",
            Escaped(&name(all.source(relation).name())),
            quad(relation),
            Escaped(&name(all.target(relation).name()))
        )?;
        if let Some(speaker) = relation.attribution() {
            write!(f, ", says {}", Escaped(&name(all.entity(speaker).name())))?;
        }
        writeln!(f, " · {} · {:.2}</li>", Escaped(all.rule(relation)), relation.confidence())
    }
}

struct Mark<'e> {
    span: Span,
    kind: MarkKind<'e>,
}

enum MarkKind<'e> {
    Mention { class: &'e str, title: String },
    Trigger(&'static str),
}

fn quad(relation: &Relation) -> &'static str {
    relation.predicate().quad().map_or("office", QuadClass::as_str)
}

/// Marks in the order of the text, none within another: mentions first, then triggers where they leave room.
fn marks<'e>(extraction: &'e Extraction<'_>) -> Vec<Mark<'e>> {
    let mut mentions: Vec<Mark<'e>> = Vec::new();
    for mention in extraction.mentions() {
        let entity = extraction.entity(mention.entity());
        let about = format!("{}: {}", shown(entity.id()), mention.reason());
        match mentions.last_mut() {
            // words for several, such as "the three nations"
            Some(Mark { span, kind: MarkKind::Mention { title, .. } }) if *span == mention.span() => {
                title.push_str("; ");
                title.push_str(&about);
            }
            _ => {
                let kind = MarkKind::Mention { class: entity.kind().as_str(), title: about };
                mentions.push(Mark { span: mention.span(), kind });
            }
        }
    }
    let triggers = extraction.relations().iter();
    let triggers = triggers.map(|r| Mark { span: r.trigger(), kind: MarkKind::Trigger(quad(r)) });
    let mut marks: Vec<Mark<'e>> = mentions.into_iter().chain(triggers).filter(|mark| !mark.span.is_empty()).collect();
    marks.sort_by_key(|mark| (mark.span.start, matches!(mark.kind, MarkKind::Trigger(_)), mark.span.end));
    // a trigger gives way to the mention that begins within it
    let starts: Vec<usize> =
        marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Mention { .. })).map(|mark| mark.span.start).collect();
    let mut end = 0;
    marks.retain(|mark| {
        let trigger = matches!(mark.kind, MarkKind::Trigger(_));
        let next = starts.partition_point(|&start| start < mark.span.start);
        let room = mark.span.start >= end && !(trigger && starts.get(next).is_some_and(|&start| start < mark.span.end));
        if room {
            end = mark.span.end;
        }
        room
    });
    marks
}

/// Text without what would turn or hide it; blanks at its ends stay.
fn plain(text: &str) -> String {
    let blank = |at_start: bool| {
        let c = if at_start { text.chars().next() } else { text.chars().next_back() };
        c.is_some_and(char::is_whitespace)
    };
    let inside = shown(text);
    if inside.is_empty() {
        return if blank(true) { " ".to_owned() } else { String::new() };
    }
    format!("{}{inside}{}", if blank(true) { " " } else { "" }, if blank(false) { " " } else { "" })
}

impl fmt::Display for DocumentHtml<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (extraction, text) = (self.extraction, self.extraction.text());
        let marks = marks(extraction);
        let title = shown(extraction.document().id().unwrap_or("document"));
        write!(f, "<article>\n<h1>{}</h1>\n<p class=\"about\">", Escaped(&title))?;
        if let Some(date) = extraction.document().date() {
            write!(f, "{date} · ")?;
        }
        writeln!(f, "{} mentions, {} relations</p>", extraction.mentions().len(), extraction.relations().len())?;
        let mut relations = extraction.relations().iter().peekable();
        let (mut start, mut end) = (0, 0);
        for line in text.split_inclusive('\n') {
            end += line.len();
            // a name may go over the line's end
            let next = marks.partition_point(|mark| mark.span.end <= end);
            if marks.get(next).is_some_and(|mark| mark.span.start < end) {
                continue;
            }
            let span = Span::new(start, end);
            start = end;
            if !span.of(text).trim().is_empty() {
                self.paragraph(span, &marks, f)?;
            }
            let mut told = String::new();
            while let Some(relation) = relations.next_if(|relation| extraction.sentence(relation).start < span.end) {
                write!(told, "{}", Told(self, relation))?;
            }
            if !told.is_empty() {
                write!(f, "<ul class=\"told\">\n{told}</ul>\n")?;
            }
        }
        f.write_str("</article>\n")
    }
}

struct Told<'a, 'e, 't>(&'a DocumentHtml<'e, 't>, &'a Relation);

impl fmt::Display for Told<'_, '_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.relation(self.1, f)
    }
}
