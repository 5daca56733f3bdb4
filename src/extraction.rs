use std::sync::Arc;

use crate::{
    gazetteer::{Entity, EntityId, Gazetteer},
    input::Document,
    mention::{Mention, Mentions, Office},
    relation::{Grammar, Relation},
    text::Span,
};

/// What was found in one document. It borrows the document's text.
///
/// ```
/// use geopol::Extractor;
///
/// let extraction = Extractor::new().extract("Japan may join AUKUS. Nothing else happened.");
/// let relation = &extraction.relations()[0];
/// assert_eq!(extraction.sentence(relation).of(extraction.text()), "Japan may join AUKUS.");
/// assert_eq!(relation.trigger().of(extraction.text()), "join");
/// assert!(extraction.rule(relation).starts_with("join"));
/// ```
#[derive(Clone, Debug)]
pub struct Extraction<'t> {
    document: Document<'t>,
    gazetteer: Arc<Gazetteer>,
    grammar: Arc<Grammar>,
    found: FoundParts,
}

/// What an extraction owns.
#[derive(Clone, Debug, Default)]
pub(crate) struct FoundParts {
    pub(crate) mentions: Mentions,
    /// The sentences with mentions or relations: number in the document, and span.
    pub(crate) sentences: Vec<(usize, Span)>,
    pub(crate) relations: Vec<Relation>,
}

impl<'t> Extraction<'t> {
    pub(crate) fn new(
        document: Document<'t>,
        gazetteer: Arc<Gazetteer>,
        grammar: Arc<Grammar>,
        found: FoundParts,
    ) -> Self {
        Self { document, gazetteer, grammar, found }
    }

    pub(crate) fn into_parts(self) -> FoundParts {
        self.found
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Document<'t> {
        &self.document
    }

    /// The document's text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.document.text()
    }

    /// Mentions in the order of their starts.
    #[must_use]
    pub fn mentions(&self) -> &[Mention] {
        self.found.mentions.mentions()
    }

    /// Offices that the text states.
    #[must_use]
    pub fn offices(&self) -> &[Office] {
        self.found.mentions.offices()
    }

    /// Relations in the order of their sentences.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.found.relations
    }

    /// The entity with this number, from the gazetteer or introduced by the text.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> &Entity {
        self.found.mentions.entity(&self.gazetteer, id)
    }

    /// The entities mentioned, each once, in the order of their first mention.
    pub fn entities(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        let mut seen = std::collections::HashSet::new();
        self.mentions().iter().map(|m| m.entity()).filter(move |id| seen.insert(*id)).map(|id| (id, self.entity(id)))
    }

    /// The entities as [`entities`](Self::entities) gives them, each with the one for whom it acts.
    #[cfg(feature = "json")]
    pub(crate) fn acting(&self) -> impl Iterator<Item = (&Entity, Option<EntityId>)> {
        let mut seen = std::collections::HashSet::new();
        let first = self.mentions().iter().filter(move |m| seen.insert(m.entity()));
        first.map(|m| (self.entity(m.entity()), m.actor()))
    }

    /// The state or alliance for which an entity acts in this document: the same for all of its mentions.
    #[must_use]
    pub fn actor(&self, id: EntityId) -> Option<EntityId> {
        self.mentions().iter().find(|m| m.entity() == id).and_then(Mention::actor)
    }

    /// A relation's source.
    #[must_use]
    pub fn source(&self, relation: &Relation) -> &Entity {
        self.entity(self.mentions()[relation.source()].entity())
    }

    /// A relation's target.
    #[must_use]
    pub fn target(&self, relation: &Relation) -> &Entity {
        self.entity(self.mentions()[relation.target()].entity())
    }

    /// The sentence in which a relation was found.
    #[must_use]
    pub fn sentence(&self, relation: &Relation) -> Span {
        self.found.sentences[relation.sentence].1
    }

    /// The number, within the document, of the sentence in which a relation was found.
    #[must_use]
    pub fn sentence_index(&self, relation: &Relation) -> usize {
        self.found.sentences[relation.sentence].0
    }

    /// The number of the sentence at a byte at which a mention begins.
    #[must_use]
    pub fn sentence_index_at(&self, byte: usize) -> usize {
        let after = self.found.sentences.partition_point(|(_, span)| span.start <= byte);
        after.checked_sub(1).map_or(0, |i| self.found.sentences[i].0)
    }

    /// The id of the rule that found a relation.
    #[must_use]
    pub fn rule(&self, relation: &Relation) -> &str {
        self.grammar.rule_name(relation.rule)
    }

    /// The gazetteer behind it.
    #[must_use]
    pub fn gazetteer(&self) -> &Arc<Gazetteer> {
        &self.gazetteer
    }
}
