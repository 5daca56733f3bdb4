//! Extractions and graphs as text for people.

use std::fmt;

use super::plain::{one_line, shortened};
use crate::{
    extraction::Extraction,
    graph::{Evidence, GraphEdge, RelationGraph},
    relation::{Modality, Polarity, Predicate, Relation},
};

/// How many sentences an edge shows.
const SENTENCES: usize = 3;
/// At how many characters a sentence is cut.
const SENTENCE_LENGTH: usize = 400;

/// The relations by sentence, for reading:
///
/// ```
/// use geopol::{Date, Document, Extractor};
///
/// let date: Date = "2024-05-12".parse()?;
/// let document = Document::new("Japan may join AUKUS. It rained.").with_id("a-1").with_date(date);
/// let extraction = Extractor::new().extract(document);
/// let text = extraction.to_string();
/// assert!(text.starts_with("a-1, 2024-05-12: 2 mentions, 1 relation\n\n  Japan may join AUKUS.\n"), "{text}");
/// assert!(text.contains("\n    Japan —joins (possible)→ AUKUS  [join"), "{text}");
/// # Ok::<(), geopol::DateError>(())
/// ```
impl fmt::Display for Extraction<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&one_line(self.document().id().unwrap_or("document")))?;
        if let Some(date) = self.document().date() {
            write!(f, ", {date}")?;
        }
        let (mentions, relations) = (self.mentions().len(), self.relations().len());
        write!(f, ": {}, {}", Count(mentions, "mention"), Count(relations, "relation"))?;
        let mut last = None;
        for relation in self.relations() {
            let span = self.sentence(relation);
            if last.replace(span) != Some(span) {
                write!(f, "\n\n  {}", shortened(&one_line(span.of(self.text())), SENTENCE_LENGTH))?;
            }
            write!(f, "\n    {}", Line { extraction: self, relation })?;
        }
        Ok(())
    }
}

struct Line<'a, 't> {
    extraction: &'a Extraction<'t>,
    relation: &'a Relation,
}

impl fmt::Display for Line<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (all, relation) = (self.extraction, self.relation);
        let arrow = Arrow(relation.predicate(), relation.polarity(), relation.modality());
        write!(f, "{} {arrow} {}", one_line(all.source(relation).name()), one_line(all.target(relation).name()))?;
        if let Some(speaker) = relation.attribution() {
            write!(f, ", says {}", one_line(all.entity(speaker).name()))?;
        }
        let trigger = relation.trigger().of(all.text());
        write!(f, "  [{}; {}; {:.2}]", one_line(trigger), all.rule(relation), relation.confidence())
    }
}

/// The edges with their evidence, for reading: the first sentences of each.
///
/// ```
/// use geopol::{Extractor, RelationGraph};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("China has not condemned AUKUS."));
/// let text = graph.to_string();
/// assert!(text.starts_with("2 entities, 1 edge\n\nChina —not condemns→ AUKUS\n"), "{text}");
/// assert!(text.contains("\n    China has not condemned AUKUS.  [condemned"), "{text}");
/// ```
impl fmt::Display for RelationGraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entities = if self.node_count() == 1 { "entity" } else { "entities" };
        write!(f, "{} {entities}, {}", self.node_count(), Count(self.edge_count(), "edge"))?;
        self.edges().try_for_each(|edge| write!(f, "\n\n{edge}"))
    }
}

/// The edge on a line, its first sentences below.
impl fmt::Display for GraphEdge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let arrow = Arrow(self.predicate(), self.polarity(), self.modality());
        write!(f, "{} {arrow} {}", one_line(self.source().name()), one_line(self.target().name()))?;
        if self.count() > 1 {
            write!(f, "  ×{}", self.count())?;
        }
        match (self.first_date(), self.last_date()) {
            (Some(first), Some(last)) if first != last => write!(f, "  {first} to {last}")?,
            (Some(date), _) => write!(f, "  {date}")?,
            _ => {}
        }
        for evidence in self.reports().take(SENTENCES) {
            write!(f, "\n    {evidence}")?;
        }
        match self.count().saturating_sub(SENTENCES) {
            0 => Ok(()),
            more => write!(f, "\n    and {more} more"),
        }
    }
}

/// The sentence on a line, with what is known of its document, trigger and rule.
impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.document(), self.date()) {
            (Some(document), Some(date)) => write!(f, "{}, {date}: ", one_line(document))?,
            (Some(document), None) => write!(f, "{}: ", one_line(document))?,
            (None, Some(date)) => write!(f, "{date}: ")?,
            (None, None) => {}
        }
        write!(f, "{}  [", shortened(&one_line(self.sentence()), SENTENCE_LENGTH))?;
        if let Some(trigger) = self.trigger_text() {
            write!(f, "{}; ", one_line(trigger))?;
        }
        if let Some(rule) = self.rule() {
            write!(f, "{rule}; ")?;
        }
        write!(f, "{:.2}]", self.confidence())
    }
}

/// A predicate on its way from source to target; without a head where it holds both ways.
pub(super) struct Arrow(pub(super) Predicate, pub(super) Polarity, pub(super) Modality);

impl fmt::Display for Arrow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(predicate, polarity, modality) = *self;
        let not = if polarity == Polarity::Negated { "not " } else { "" };
        write!(f, "—{not}{predicate}")?;
        if modality != Modality::Actual {
            write!(f, " ({modality})")?;
        }
        f.write_str(if predicate.is_symmetric() { "—" } else { "→" })
    }
}

struct Count(usize, &'static str);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.0, self.1, if self.0 == 1 { "" } else { "s" })
    }
}
