use std::collections::BTreeMap;

use super::GraphEntity;
use crate::gazetteer::EntityKind;

/// An entity in a graph, with how often the documents mention it.
#[derive(Clone, Debug)]
pub struct GraphNode {
    entity: GraphEntity,
    mentions: usize,
    /// For whom it acted in how many of its mentions, where for another than itself: an office-holder's state depends on
    /// the document's date.
    acting: BTreeMap<GraphEntity, usize>,
}

impl GraphNode {
    pub(super) const fn new(entity: GraphEntity) -> Self {
        Self { entity, mentions: 0, acting: BTreeMap::new() }
    }

    pub(super) fn mentioned(&mut self, actor: Option<GraphEntity>, times: usize) {
        self.mentions += times;
        if let Some(actor) = actor.filter(|actor| *actor != self.entity) {
            *self.acting.entry(actor).or_default() += times;
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.mentions += other.mentions;
        for (actor, times) in other.acting {
            *self.acting.entry(actor).or_default() += times;
        }
    }

    /// The entity.
    #[must_use]
    pub const fn entity(&self) -> &GraphEntity {
        &self.entity
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.entity.id()
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> EntityKind {
        self.entity.kind()
    }

    /// Its canonical name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.entity.name()
    }

    /// How often the documents that were added mention it, in relations or not.
    #[must_use]
    pub const fn mentions(&self) -> usize {
        self.mentions
    }

    /// For which other entities it acted, in how many of its mentions each.
    pub fn acting_for(&self) -> impl Iterator<Item = (&GraphEntity, usize)> {
        self.acting.iter().map(|(actor, &times)| (actor, times))
    }
}
