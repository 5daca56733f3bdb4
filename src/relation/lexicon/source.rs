//! The language files as they are written, one type a file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A language file's head.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    /// What the file holds.
    pub(crate) about: String,
}

/// `words.toml`: the closed classes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) file: Head,
    /// Class → words. Beside the tags' names there are three classes with a meaning of their own:
    /// `negative-determiner`, `conditional` and `infinitive-marker`-like `to`.
    pub(crate) words: BTreeMap<String, Vec<String>>,
    pub(crate) modals: Modals,
    /// Words that negate what they introduce beside those of the class `negation`: "without".
    pub(crate) negative: Vec<String>,
    /// Words of sport: a sentence with one of them relates nobody.
    pub(crate) sport: Vec<String>,
    /// Forms of be, have and do that are no finite verbs.
    pub(crate) forms: AuxiliaryForms,
    /// Class → words (lemmas) that seldom are of it, though they can be.
    pub(crate) rare: BTreeMap<String, Vec<String>>,
    /// Class → words (lemmas) that hardly ever are of it.
    pub(crate) seldom: BTreeMap<String, Vec<String>>,
    pub(crate) markers: Markers,
    pub(crate) pronouns: Pronouns,
    /// Ending → classes of unknown words that have it; the empty ending is any.
    pub(crate) endings: BTreeMap<String, Vec<String>>,
}

/// What a modal verb says of its event.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Modals {
    pub(crate) planned: Vec<String>,
    pub(crate) possible: Vec<String>,
    pub(crate) hypothetical: Vec<String>,
    pub(crate) requested: Vec<String>,
    /// Contracted with "not".
    pub(crate) negative: Vec<String>,
}

/// Prepositions with a grammatical task.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Markers {
    /// Introduces who acts in the passive: "by".
    pub(crate) agent: String,
    /// Joins a noun to what it is of.
    pub(crate) part: String,
    /// Introduces both sides at once.
    pub(crate) between: Vec<String>,
    /// Introduces whose statement it is: "according to".
    pub(crate) attribution: Vec<String>,
    /// Introduces whom a call is for: "a call on".
    pub(crate) addressing: Vec<String>,
    /// Introduces the occasion on which something is done.
    pub(crate) occasion: Vec<String>,
    /// Says when: what follows the noun after it is none of the noun before it.
    pub(crate) moment: Vec<String>,
    /// Introduces to whom something is given, as the first of two objects does.
    pub(crate) dative: Vec<String>,
    /// Introduces the place where something is.
    pub(crate) place: Vec<String>,
    /// Introduces the other of two.
    pub(crate) together: Vec<String>,
    /// Introduces where an official comes from.
    pub(crate) origin: Vec<String>,
    /// Adjectives of those who act no longer: "the former president".
    pub(crate) former: Vec<String>,
    /// Determiners by which a noun takes up what was told: "the attack", "such threats".
    pub(crate) definite: Vec<String>,
    /// Determiners of somebody in particular but unknown: "a Russian" is nobody.
    pub(crate) indefinite: Vec<String>,
    /// Stands for a thing and what is said of it: "what it called aggression".
    pub(crate) fused: Vec<String>,
    /// Opens a question that a verb or preposition governs.
    pub(crate) whether: Vec<String>,
    /// What an amount with a currency's sign is.
    pub(crate) money: String,
    /// Conjunctions over which a denial holds on: "did not sign or ratify".
    pub(crate) alternative: Vec<String>,
    /// Conjunctions over which a denial does not hold on: "did not sign but".
    pub(crate) adversative: Vec<String>,
    /// Words after which an auxiliary alone stands before its subject: "so did Chile".
    pub(crate) inverting: Vec<String>,
    /// Determiners and numbers of two: "both sides".
    pub(crate) pair: Vec<String>,
    /// What another is to somebody: "its neighbour".
    pub(crate) related: Vec<String>,
    /// Determiners of a part: "several members of the bloc" are not the bloc.
    pub(crate) partial: Vec<String>,
    /// Participles that make a name before a hyphen the owner: "a Serb-held village".
    pub(crate) owned: Vec<String>,
    /// Participles and adjectives after which "to" tells for whom somebody acts: "fighters loyal to".
    pub(crate) loyal: Vec<String>,
    /// Introduces one of those whom a noun names: "members such as".
    pub(crate) example: Vec<String>,
    /// Introduces what somebody is who acts: "as a member".
    pub(crate) capacity: Vec<String>,
    /// Introduces what somebody suffers: "is under attack".
    pub(crate) suffered: Vec<String>,
    /// Introduces, after "be", what somebody thinks of but does not do: "is against sanctions".
    pub(crate) aloof: Vec<String>,
}

/// What a pronoun can stand for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pronouns {
    /// A person: "he", "her".
    pub(crate) person: Vec<String>,
    /// A state, a body: "it".
    pub(crate) thing: Vec<String>,
    /// Several: "they".
    pub(crate) plural: Vec<String>,
    /// Each the other.
    pub(crate) reciprocal: Vec<String>,
    /// Who acts himself: "itself".
    pub(crate) reflexive: Vec<String>,
    /// What was told: "this".
    pub(crate) fact: Vec<String>,
    /// The speaker, and those for whom he speaks.
    pub(crate) speaker: Vec<String>,
}

/// The auxiliaries' forms.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AuxiliaryForms {
    pub(crate) base: Vec<String>,
    pub(crate) participle: Vec<String>,
    pub(crate) gerund: Vec<String>,
}

/// `verbs.toml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Verbs {
    pub(crate) file: Head,
    pub(crate) verbs: Vec<String>,
    /// "lemma past participle".
    pub(crate) irregular: Vec<String>,
    /// Verbs whose last consonant is doubled though the spelling does not tell.
    pub(crate) double: Vec<String>,
    /// Verbs of which a noun governed as object takes the subject: "hold talks", "impose sanctions".
    pub(crate) light: Vec<String>,
    /// Verbs that another follows without "to": "help keep".
    pub(crate) bare: Vec<String>,
    /// Verbs whose subject is whom the noun of doing governed as object is aimed at: "rejected a US request".
    pub(crate) receiving: Vec<String>,
    /// Verbs by which somebody owns up to what a noun of doing names: "for which it has claimed responsibility".
    pub(crate) claiming: Vec<String>,
    /// Verbs that a predicate adjective may follow as it follows "be": "look", "remain".
    pub(crate) copular: Vec<String>,
    /// Verbs after whose object another follows without "to": "let Peru join".
    pub(crate) letting: Vec<String>,
    /// Verbs that are nouns too, and as verbs always have an object right after them: "sanction".
    pub(crate) transitive: Vec<String>,
    /// Verbs that are nouns too, and as verbs never have an object: "talk".
    pub(crate) intransitive: Vec<String>,
    /// Verbs after which another clause mostly follows without "that": "say".
    pub(crate) saying: Vec<String>,
    /// The verb as whose content a quotation is read that has no verb of its own.
    pub(crate) say: String,
    /// Verbs that may follow what they report: "..., Syria said".
    pub(crate) reporting: Vec<String>,
    /// Verbs that give a thing a name: "what it called aggression".
    pub(crate) naming: Vec<String>,
    /// Verbs that say again what was said before, of another subject: "follow suit".
    pub(crate) repeating: Vec<String>,
    /// Verbs that do so with a noun of the list `examples` as object, or without any: "followed its example".
    pub(crate) following: Vec<String>,
}

/// `nouns.toml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nouns {
    pub(crate) file: Head,
    pub(crate) nouns: Vec<String>,
    /// "singular plural".
    pub(crate) irregular: Vec<String>,
    /// Nouns that measure or count what follows with "of": "group", "number".
    pub(crate) quantity: Vec<String>,
    /// Nouns of time: a noun group with such a head is no argument.
    pub(crate) time: Vec<String>,
    /// Nouns that say what a state or body is, and stand before its name: "bloc".
    pub(crate) bodies: Vec<String>,
    /// Nouns of what two share, the other with "with": "its border with Peru".
    pub(crate) shared: Vec<String>,
    /// Nouns of texts in which somebody speaks: "statement by".
    pub(crate) statements: Vec<String>,
    /// Nouns that take up whatever was done: "the move".
    pub(crate) deeds: Vec<String>,
    /// Nouns of what others do after somebody: "followed its example".
    pub(crate) examples: Vec<String>,
    /// Nouns of those who face each other: "both sides".
    pub(crate) sides: Vec<String>,
    /// Nouns of one state: "the country".
    pub(crate) lands: Vec<String>,
    /// What is traded: "goods from Mexico".
    pub(crate) wares: Vec<String>,
}

/// `adjectives.toml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Adjectives {
    pub(crate) file: Head,
    pub(crate) adjectives: Vec<String>,
    /// Adverbs that do not end in -ly.
    pub(crate) adverbs: Vec<String>,
}

/// `agents.toml`: who acts for the state that stands beside it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Agents {
    pub(crate) file: Head,
    /// Organs, forces and officials: "government", "troops".
    pub(crate) agents: Vec<String>,
    /// Those of them whose seat names the state: "the government in Lima".
    pub(crate) seated: Vec<String>,
    /// Forces and their machines, of which one noun takes up another: "Israeli jets ... the planes".
    pub(crate) forces: Vec<String>,
    /// What a group is, and acts for it where it stands after the name: "the Hamas movement".
    pub(crate) groupings: Vec<String>,
    /// Those who fight or act in secret for somebody: "fighters loyal to".
    pub(crate) armed: Vec<String>,
    /// Those of them who speak "for" whom they act: "a spokesman for the ministry".
    pub(crate) voices: Vec<String>,
    /// Whom a state has beside it, and who acts for neither: "ally", "rival".
    pub(crate) others: Vec<String>,
    /// Things by which they act: "missile", "warship".
    pub(crate) instruments: Vec<String>,
    /// Persons and bodies that act for nobody: "student", "company".
    pub(crate) nobody: Vec<String>,
    /// Peoples as a whole, which stand for the state: "people", "nation".
    pub(crate) peoples: Vec<String>,
}

/// `transitions.toml`: the tagger's costs.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Transitions {
    pub(crate) file: Head,
    pub(crate) default: TransitionDefaults,
    pub(crate) after: BTreeMap<String, BTreeMap<String, u8>>,
}

/// What is not listed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct TransitionDefaults {
    pub(crate) after_word: u8,
    pub(crate) after_mark: u8,
    pub(crate) second_finite: u8,
    pub(crate) no_finite: u8,
}

/// `control.toml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Controls {
    pub(crate) file: Head,
    pub(crate) control: Vec<Control>,
}

/// Words that govern another event.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Control {
    #[serde(default)]
    pub(crate) verbs: Vec<String>,
    #[serde(default)]
    pub(crate) nouns: Vec<String>,
    #[serde(default)]
    pub(crate) adjectives: Vec<String>,
    pub(crate) complement: Vec<String>,
    #[serde(default)]
    pub(crate) controller: Controller,
    #[serde(default)]
    pub(crate) modality: Option<String>,
    #[serde(default)]
    pub(crate) polarity: Option<String>,
    /// The subject is the source of the governed statement.
    #[serde(default)]
    pub(crate) attribution: bool,
}

/// Whose subject the governed verb takes over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Controller {
    #[default]
    Subject,
    Object,
    /// Nobody's: the governed clause has a subject of its own, or none.
    None,
}

/// All that is known of one language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Language {
    pub(crate) words: Words,
    pub(crate) verbs: Verbs,
    pub(crate) nouns: Nouns,
    pub(crate) adjectives: Adjectives,
    pub(crate) agents: Agents,
    pub(crate) transitions: Transitions,
    pub(crate) controls: Controls,
}
