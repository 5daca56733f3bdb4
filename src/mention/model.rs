use serde::{Deserialize, Serialize};

use super::reason::Reason;
use crate::{
    gazetteer::{Entity, EntityId, Gazetteer, OfficeKind},
    text::Span,
};

/// How a mention denotes its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Form {
    /// A full name: "Japan", "Fumio Kishida".
    Name,
    /// "Japanese", "a Russian"; combining forms ("Sino-") too.
    Demonym,
    /// A capital that stands for the government.
    Capital,
    /// "NATO", "U.S.", "Aukus".
    Acronym,
    /// "Peskov", after the full name or a title.
    Surname,
    /// "the Japanese prime minister".
    Title,
    /// "the bloc", "the three nations": coreference.
    Nominal,
}

/// A span of text that denotes an entity.
///
/// A nominal for several ("the three nations") gives one mention for each, with the same span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub(crate) entity: EntityId,
    pub(crate) form: Form,
    pub(crate) span: Span,
    /// The state or alliance for which the entity acts at the text's date.
    pub(crate) actor: Option<EntityId>,
    /// Names a mere place: a dateline, or a capital in which something happens.
    pub(crate) venue: bool,
    /// Why it is read so.
    pub(crate) reason: Reason,
}

/// An office that the text itself states: "Japanese Prime Minister Fumio Kishida".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Index of the holder's mention.
    pub(crate) holder: usize,
    /// Index of the mention of the state or body, where the text names it next to the title.
    pub(crate) of_mention: Option<usize>,
    /// The state or body, named or known from the holder's tenure.
    pub(crate) of: EntityId,
    pub(crate) kind: OfficeKind,
    /// The title's words.
    pub(crate) title: Span,
    /// "former", "ex-", "then" before it, or "-elect" after it.
    pub(crate) current: bool,
}

/// What was found in one text: mentions in the order of their starts, offices, and the entities that
/// the text introduces itself.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    pub(crate) mentions: Vec<Mention>,
    pub(crate) offices: Vec<Office>,
    /// Persons with a stated office whom the gazetteer does not know; their ids follow the gazetteer's.
    pub(crate) introduced: Vec<Entity>,
}

impl Mentions {
    /// Forgets all of it, but keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.mentions.clear();
        self.offices.clear();
        self.introduced.clear();
    }

    /// The entity with this number, from the gazetteer or from the text.
    pub(crate) fn entity<'a>(&'a self, gazetteer: &'a Gazetteer, id: EntityId) -> &'a Entity {
        let known = gazetteer.entities().len();
        if id.index() < known { &gazetteer.entities()[id.index()] } else { &self.introduced[id.index() - known] }
    }
}

impl Mention {
    /// Whether two are neither one nor act for one, so that something can be between them.
    pub(crate) fn is_other(&self, other: &Self) -> bool {
        self.entity != other.entity && (self.actor.is_none() || self.actor != other.actor)
    }

    /// Whom it denotes.
    #[must_use]
    pub const fn entity(&self) -> EntityId {
        self.entity
    }

    /// How.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.form
    }

    /// Where.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The state or alliance for which the entity acts, if for any: at the text's date, or by the office that the text states.
    #[must_use]
    pub const fn actor(&self) -> Option<EntityId> {
        self.actor
    }

    /// Whether it names a mere place, in a dateline or after "in".
    #[must_use]
    pub const fn is_venue(&self) -> bool {
        self.venue
    }

    /// Why it denotes this entity and no other.
    ///
    /// ```
    /// use geopol::{Extractor, Reason};
    ///
    /// let extraction = Extractor::new().extract("NATO met. The alliance warned Georgia.");
    /// let reasons: Vec<Reason> = extraction.mentions().iter().map(|mention| mention.reason()).collect();
    /// assert_eq!(reasons, [Reason::Plain, Reason::Coreference, Reason::Plain]);
    /// ```
    #[must_use]
    pub const fn reason(&self) -> Reason {
        self.reason
    }
}

impl Office {
    /// Index of the holder's mention.
    #[must_use]
    pub const fn holder(&self) -> usize {
        self.holder
    }

    /// Of which state or body.
    #[must_use]
    pub const fn of(&self) -> EntityId {
        self.of
    }

    /// Whether the holder leads or represents it.
    #[must_use]
    pub const fn kind(&self) -> OfficeKind {
        self.kind
    }

    /// The title's words.
    #[must_use]
    pub const fn title(&self) -> Span {
        self.title
    }

    /// Whether it is held now, as the text says: not "former", not "-elect".
    #[must_use]
    pub const fn is_current(&self) -> bool {
        self.current
    }
}

impl Mentions {
    /// All mentions, in the order of their starts.
    #[must_use]
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// Offices that the text states.
    #[must_use]
    pub fn offices(&self) -> &[Office] {
        &self.offices
    }
}
