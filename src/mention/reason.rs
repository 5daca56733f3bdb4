//! Why a name was read as it was, or not read at all.

use std::fmt;

use crate::{gazetteer::EntityId, text::Span};

/// Why a mention denotes what it denotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Reason {
    /// Nobody else bears the name, and nothing around it speaks against it.
    Plain,
    /// One of the name's cues stands in the sentence.
    Cue,
    /// The document names the entity beyond doubt elsewhere.
    Document,
    /// Of several that bear the name it suits best: by the date, by what is said of it, by the place.
    Best,
    /// The text itself gives the short form in brackets.
    Defined,
    /// The full name stands there, or stood before the surname.
    FullName,
    /// A title or a state stands next to the name.
    Introduced,
    /// The surname is known without more.
    Unmistakable,
    /// A title that stands for its holder or its state, or a person whom the text introduces by it.
    Office,
    /// A noun that takes up what was named before.
    Coreference,
}

impl Reason {
    /// In words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "nothing else bears the name",
            Self::Cue => "a cue in the sentence",
            Self::Document => "the document names it elsewhere",
            Self::Best => "the best of several",
            Self::Defined => "the text gives the short form",
            Self::FullName => "by the full name",
            Self::Introduced => "a title or a state next to it",
            Self::Unmistakable => "an unmistakable surname",
            Self::Office => "by the office",
            Self::Coreference => "takes up what was named",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a name of the gazetteer that stands in a text denotes nobody there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Refusal {
    /// Part of a longer name that is no actor: a newspaper, a company, a dish.
    Decoy,
    /// A town in a state of the US and the like: "Paris, Texas".
    Town,
    /// One of the states of the US, in a row of them.
    State,
    /// Part of a name that the gazetteer does not know: "Michael Jordan", "Jordan River".
    PartOfName,
    /// "Ms." and the like stand before it.
    Courtesy,
    /// The text says that it is somebody else: "Boris Johnson, a plumber".
    Occupation,
    /// It does what only persons do.
    Deed,
    /// Part of the name of a school, a company, a street.
    Institution,
    /// A word of the sentence speaks against it.
    RuledOut,
    /// The word next to it speaks against it.
    NextWord,
    /// Nothing in the text supports it.
    NoCue,
    /// The document uses the name for something else.
    OtherSense,
    /// Written as a common word, or as part of one.
    Spelling,
    /// The name was taken for another's.
    Another,
    /// A surname, but the text has not said whose.
    Unknown,
    /// No capital any more, or not yet, when the text was published.
    FormerCapital,
}

impl Refusal {
    /// In words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decoy => "decoy",
            Self::Town => "town in a state",
            Self::State => "in a row of states",
            Self::PartOfName => "a name stands next to it",
            Self::Courtesy => "a person's title before it",
            Self::Occupation => "another occupation",
            Self::Deed => "does what persons do",
            Self::Institution => "part of an institution's name",
            Self::RuledOut => "a word of the sentence against it",
            Self::NextWord => "the word next to it against it",
            Self::NoCue => "no cue",
            Self::OtherSense => "another sense in this document",
            Self::Spelling => "written as a word",
            Self::Another => "another bears the name here",
            Self::Unknown => "a surname of which the text has not said whose",
            Self::FormerCapital => "no capital at the date",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A name of the gazetteer that stands in a text and denotes nobody there, or not this entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RefusedName {
    pub(crate) span: Span,
    pub(crate) entity: Option<EntityId>,
    pub(crate) refusal: Refusal,
}

impl RefusedName {
    /// Where it stands.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Whose name it is; nobody's for a decoy.
    #[must_use]
    pub const fn entity(&self) -> Option<EntityId> {
        self.entity
    }

    /// Why it was refused.
    #[must_use]
    pub const fn refusal(&self) -> Refusal {
        self.refusal
    }
}
