use serde::{Deserialize, Serialize};

use super::TagSet;
use crate::relation::Modality;

/// What is known of a word form, at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WordFacts {
    /// The classes of its readings; see [`super::Lexicon::index`].
    #[serde(skip)]
    pub(crate) tags: TagSet,
    pub(crate) modal: Option<Modality>,
    pub(crate) negative: bool,
    pub(crate) conditional: bool,
    pub(crate) sport: bool,
    pub(crate) phrases: InPhrases,
    /// Of auxiliaries: base, participle or gerund.
    pub(crate) form: AuxiliaryForm,
    pub(crate) pronoun: Option<Pronoun>,
}

/// Where a word stands in phrases of several words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct InPhrases(pub(super) u8);

impl InPhrases {
    /// It is the first word of one of [`super::Lexicon::phrases`].
    pub(crate) const FIRST: u8 = 1;
    /// The second of one.
    pub(crate) const SECOND: u8 = 1 << 1;
    /// The first after the verb of one of [`super::Lexicon::verb_phrases`].
    pub(crate) const AFTER_VERB: u8 = 1 << 2;

    pub(crate) const fn is(self, place: u8) -> bool {
        self.0 & place != 0
    }
}

/// An auxiliary's form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum AuxiliaryForm {
    #[default]
    Finite,
    Base,
    Participle,
    Gerund,
}

/// What a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Pronoun {
    Person,
    Thing,
    Plural,
    /// Who acts himself.
    Reflexive,
    Reciprocal,
    /// Who speaks, and for whom.
    Speaker,
    /// What was told: "rejected this".
    Fact,
}
