use serde::{Deserialize, Serialize};

use super::Tag;

/// What a noun means for who acts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum NounClass {
    #[default]
    Thing,
    /// Acts for the state beside it.
    Agent,
    /// By which the state beside it acts.
    Instrument,
    /// A person or body that acts for nobody.
    Nobody,
    /// A people, which stands for its state.
    People,
    /// Counts what follows: "a group of".
    Quantity,
    /// A point or stretch of time.
    Time,
}

impl NounClass {
    /// By number; the last one only fills up.
    const ALL: [Self; 8] = [
        Self::Thing,
        Self::Agent,
        Self::Instrument,
        Self::Nobody,
        Self::People,
        Self::Quantity,
        Self::Time,
        Self::Thing,
    ];
}

/// Verbs and nouns that sentences are read by, as `verbs.toml`, `nouns.toml` and `agents.toml` list them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordList {
    /// Verbs that lend a noun of doing their subject: "hold talks".
    Light,
    /// Verbs that another follows without "to".
    Bare,
    /// Verbs whose subject the deed governed is aimed at: "rejected a request".
    Receiving,
    /// Verbs by which somebody owns up to what he did.
    Claiming,
    /// Verbs that a predicate adjective may follow.
    Copular,
    /// Verbs whose object does what another verb without "to" says: "let".
    Letting,
    /// Verbs that say nothing without an object.
    Transitive,
    /// Verbs that have no object.
    Intransitive,
    /// Nouns of what a state or body is, before its name: "the regional bloc ECOWAS".
    Body,
    /// Verbs by which somebody gives a thing a name of his own: "what it called aggression".
    /// Verbs after which a clause with a verb of its own may follow without "that".
    Saying,
    /// Nouns of what two share: "border".
    Shared,
    /// Nouns of those whose place names their state: "the government in Lima".
    Seated,
    /// Nouns of those whom somebody has beside him: "ally".
    Other,
    /// Nouns that take up whatever was done: "the move".
    Deed,
    /// Nouns of texts in which somebody speaks.
    Statement,
    /// Verbs that may follow what they report: "..., Syria said".
    Reporting,
    /// Nouns of those who speak for others: "a spokesman for".
    Voice,
    /// Verbs that give a thing a name: "what it called aggression".
    Naming,
    /// Verbs that say again what was said before: "do so", "follow suit".
    Repeating,
    /// Verbs that do so with a noun of [`WordList::Example`], or with nothing at all: "follow".
    Following,
    /// Nouns of what others do after somebody: "example".
    Example,
    /// Nouns of those who face each other: "both sides".
    Side,
    /// Nouns of one state: "the country".
    Land,
    /// Forces and their machines, of which one noun takes up another: "Israeli jets ... the planes".
    Force,
    /// Nouns of what a group is, after its name: "the Hamas movement".
    Grouping,
    /// Nouns of those who fight or act in secret for somebody: "fighters loyal to".
    Armed,
    /// Nouns of what is traded, which is whose it is from.
    Wares,
}

/// What is known of a lemma, a bit for each list it is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LemmaFacts(pub(super) u64);

const _: () = assert!((WordList::Wares as u32) < LemmaFacts::CLASS, "a bit for each list");

impl LemmaFacts {
    /// Above the lists stands the noun's class, as what it governs others, and whether there are phrases of several
    /// words that begin with it as a verb or end with it as a noun.
    const CLASS: u32 = 56;
    const GOVERNING: u64 = 1 << 59;
    pub(super) const VERB_PHRASE: u64 = 1 << 62;
    pub(super) const PHRASE: u64 = 1 << 63;

    pub(super) const fn is(self, list: WordList) -> bool {
        self.0 & 1 << list as u64 != 0
    }

    pub(super) const fn ends_phrase(self) -> bool {
        self.0 & Self::PHRASE != 0
    }

    pub(super) const fn begins_phrase(self) -> bool {
        self.0 & Self::VERB_PHRASE != 0
    }

    /// The bit that tells that a word of the class governs others.
    pub(super) const fn governing(class: Tag) -> u64 {
        match class {
            Tag::Verb => Self::GOVERNING,
            Tag::Noun => Self::GOVERNING << 1,
            Tag::Adjective => Self::GOVERNING << 2,
            _ => 0,
        }
    }

    pub(super) const fn governs(self, class: Tag) -> bool {
        self.0 & Self::governing(class) != 0
    }

    pub(super) fn noun_class(self) -> NounClass {
        NounClass::ALL[(self.0 >> Self::CLASS) as usize & 7]
    }

    pub(super) fn set_class(&mut self, class: NounClass) {
        self.0 = self.0 & !(7 << Self::CLASS) | (class as u64) << Self::CLASS;
    }
}
