use std::{collections::HashSet, hash::BuildHasherDefault};

use super::patterns::{Class, DefaultRow, NominalPatterns};
use crate::{
    gazetteer::{Entity, EntityKind, Gazetteer},
    mention::{
        matching::Terms,
        phrases::{Vocabulary, WordId},
        tokens::is_word,
    },
    quick_map::QuickHasher,
    text::Span,
};

/// A noun that may take something up.
#[derive(Clone, Debug)]
pub(super) struct Noun {
    /// In small letters, of two spellings the first.
    pub(super) text: String,
    pub(super) class: Option<Class>,
    pub(super) echo: bool,
    pub(super) near: bool,
    /// Listed with a capital, and counts only so: "the North".
    pub(super) capital: bool,
    /// Some countries are of this kind: "kingdom".
    pub(super) kind: bool,
    /// For "trio" and the like.
    pub(super) count: Option<usize>,
}

/// What a word does before a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Definite,
    Demonstrative,
    Owner,
    Personal,
    All,
    Modifier,
    Quality,
    Kind,
    Number { count: usize, definite: bool },
    List,
    Place,
    Join,
}

/// All nouns with the words around them, made once for a gazetteer.
#[derive(Clone, Debug)]
pub(super) struct Lexicon {
    terms: Terms,
    nouns: Vec<Noun>,
    words: Vocabulary,
    uses: Vec<Option<Use>>,
    restrictive: Vec<WordId>,
    loose: Vec<WordId>,
    between: Vec<WordId>,
    /// Few: the other spelling, and that which counts.
    spellings: Vec<(String, String)>,
    default: [(EntityKind, Vec<String>); 3],
}

impl Lexicon {
    pub(super) fn new(gazetteer: &Gazetteer, patterns: NominalPatterns) -> Self {
        let mut words = Vocabulary::default();
        let mut uses: Vec<Option<Use>> = Vec::new();
        let mut enter = |list: &[String], word_use: Use| {
            for word in list {
                for id in words.enter(word) {
                    let place = id as usize;
                    uses.resize(uses.len().max(place + 1), None);
                    uses[place].get_or_insert(word_use);
                }
            }
        };
        for row in &patterns.number {
            enter(&row.words, Use::Number { count: row.count, definite: row.definite });
        }
        for (list, word_use) in [
            (&patterns.definite, Use::Definite),
            (&patterns.demonstrative, Use::Demonstrative),
            (&patterns.owners, Use::Owner),
            (&patterns.personal, Use::Personal),
            (&patterns.all, Use::All),
            (&patterns.lists, Use::List),
            (&patterns.places, Use::Place),
            (&patterns.modifiers, Use::Modifier),
            (&patterns.qualities, Use::Quality),
            (&patterns.kinds, Use::Kind),
        ] {
            enter(list, word_use);
        }
        let marks = patterns.joins.iter().filter(|join| join.starts_with(is_word));
        enter(&marks.cloned().collect::<Vec<_>>(), Use::Join);
        let mut ids = |list: &[String]| list.iter().flat_map(|word| words.enter(word)).collect();
        let (restrictive, between) = (ids(&patterns.restrictive), ids(&patterns.between));
        let loose = ids(&patterns.loose);
        let spellings = patterns.spellings.iter().cloned().map(|[one, other]| (other, one)).collect();
        let mut lexicon = Self {
            terms: Terms::new(&[]),
            nouns: Vec::new(),
            words,
            uses,
            restrictive,
            loose,
            between,
            spellings,
            default: defaults(patterns.default),
        };
        lexicon.enter_nouns(gazetteer, &patterns.noun, &patterns.near.nouns, &patterns.number);
        lexicon
    }

    fn enter_nouns(
        &mut self,
        gazetteer: &Gazetteer,
        rows: &[super::patterns::NounRow],
        near: &[String],
        numbers: &[super::patterns::NumberRow],
    ) {
        let mut texts: Vec<String> = Vec::new();
        let mut known: HashSet<String> = HashSet::new();
        // Many entities have the same nouns.
        let of_countries = |country: bool| {
            let entities = gazetteer.entities().iter().filter(move |e| (e.kind == EntityKind::Country) == country);
            entities.flat_map(|entity| &entity.nominals).collect::<HashSet<&String, BuildHasherDefault<QuickHasher>>>()
        };
        let (countries, others) = (of_countries(true), of_countries(false));
        let kinds: HashSet<String> = countries.iter().map(|noun| noun.to_lowercase()).collect();
        let proper = countries.difference(&others).filter(|noun| noun.starts_with(char::is_uppercase));
        let proper: HashSet<String> = proper.map(|noun| noun.to_lowercase()).collect();
        let mut seen = HashSet::<&String, BuildHasherDefault<QuickHasher>>::default();
        let all = gazetteer.entities().iter().flat_map(|entity| &entity.nominals);
        let listed: Vec<&String> = all.filter(|noun| seen.insert(*noun)).collect();
        let default = self.default.iter().flat_map(|(_, nouns)| nouns);
        let other_spellings: Vec<String> = self.spellings.iter().map(|(other, _)| other.clone()).collect();
        let of_bodies: Vec<String> =
            listed.into_iter().chain(default).chain(&other_spellings).map(|noun| noun.to_lowercase()).collect();
        let classed = rows.iter().flat_map(|row| row.nouns.iter().map(move |noun| (noun.clone(), Some(row))));
        for (text, row) in classed.chain(of_bodies.into_iter().map(|noun| (noun, None))) {
            if !known.insert(text.clone()) {
                continue;
            }
            let number = numbers.iter().find(|number| number.words.contains(&text)).map(|number| number.count);
            let last = text.rsplit(' ').next().unwrap_or(&text);
            let pact = rows.iter().find(|row| row.class == Class::Pact && row.nouns.iter().any(|noun| noun == last));
            self.nouns.push(Noun {
                class: row.or(pact).map(|row| row.class),
                echo: row.is_some_and(|row| row.echo),
                near: near.contains(&text),
                capital: proper.contains(&text),
                kind: kinds.contains(&text),
                count: number,
                text: self.spelling(&text).to_owned(),
            });
            texts.push(text);
        }
        self.terms = Terms::new(&texts);
    }

    fn spelling<'a>(&'a self, noun: &'a str) -> &'a str {
        self.spellings.iter().find(|(other, _)| other == noun).map_or(noun, |(_, one)| one)
    }

    /// Calls with the nouns in the text from an offset on, as whole words.
    pub(super) fn nouns(&self, text: &str, from: usize, mut found: impl FnMut(Span, &Noun)) {
        self.terms.find(text, from, |span, noun| found(span, &self.nouns[noun]));
    }

    pub(super) fn word_use(&self, word: &str) -> Option<Use> {
        *self.uses.get(self.words.id(word)? as usize)?
    }

    pub(super) fn is_restrictive(&self, word: &str) -> bool {
        self.words.id(word).is_some_and(|id| self.restrictive.contains(&id))
    }

    /// Whether the restrictive word says nothing of a state.
    pub(super) fn is_loose(&self, word: &str) -> bool {
        self.words.id(word).is_some_and(|id| self.loose.contains(&id))
    }

    pub(super) fn is_between(&self, word: &str) -> bool {
        self.words.id(word).is_some_and(|id| self.between.contains(&id))
    }

    /// Whether the noun can take up the entity.
    pub(super) fn takes_up(&self, noun: &Noun, entity: &Entity) -> bool {
        let default = || self.default.iter().find(|(kind, _)| *kind == entity.kind).map(|(_, nouns)| nouns);
        let nouns = if entity.nominals.is_empty() { default() } else { Some(&entity.nominals) };
        nouns.is_some_and(|nouns| {
            nouns.iter().any(|listed| {
                self.is_called(noun, self.spelling(listed)) || noun.capital && listed.to_lowercase() == noun.text
            })
        })
    }

    /// "Security pact" is a pact too.
    fn is_called(&self, noun: &Noun, listed: &str) -> bool {
        let before = noun.text.strip_suffix(listed);
        before.is_some_and(|before| {
            let is_modifier = |word| self.word_use(word) == Some(Use::Modifier);
            before.is_empty() || before.ends_with(' ') && before.split_whitespace().all(is_modifier)
        })
    }
}

fn defaults(row: DefaultRow) -> [(EntityKind, Vec<String>); 3] {
    [(EntityKind::Alliance, row.alliance), (EntityKind::Treaty, row.treaty), (EntityKind::Group, row.group)]
}
