use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::patterns::{Class, DefaultRow, NominalPatterns};
use crate::{
    gazetteer::{Entity, EntityKind, Gazetteer},
    mention::{
        phrases::{Vocabulary, WordId},
        tokens::is_word,
    },
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
    Number { count: usize, definite: bool },
    List,
    Join,
}

/// All nouns with the words around them, made once for a gazetteer.
#[derive(Clone, Debug)]
pub(super) struct Lexicon {
    automaton: AhoCorasick,
    nouns: Vec<Noun>,
    words: Vocabulary,
    uses: HashMap<WordId, Use>,
    restrictive: Vec<WordId>,
    between: Vec<WordId>,
    spellings: HashMap<String, String>,
    default: [(EntityKind, Vec<String>); 3],
}

impl Lexicon {
    pub(super) fn new(gazetteer: &Gazetteer, patterns: NominalPatterns) -> Result<Self, aho_corasick::BuildError> {
        let mut words = Vocabulary::default();
        let mut uses = HashMap::new();
        let mut enter = |list: &[String], word_use: Use| {
            for word in list {
                for id in words.enter(word) {
                    uses.entry(id).or_insert(word_use);
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
            (&patterns.modifiers, Use::Modifier),
            (&patterns.qualities, Use::Quality),
        ] {
            enter(list, word_use);
        }
        let marks = patterns.joins.iter().filter(|join| join.starts_with(is_word));
        enter(&marks.cloned().collect::<Vec<_>>(), Use::Join);
        let mut ids = |list: &[String]| list.iter().flat_map(|word| words.enter(word)).collect();
        let (restrictive, between) = (ids(&patterns.restrictive), ids(&patterns.between));
        let spellings = patterns.spellings.iter().cloned().map(|[one, other]| (other, one)).collect();
        let mut lexicon = Self {
            automaton: AhoCorasick::new([""; 0])?,
            nouns: Vec::new(),
            words,
            uses,
            restrictive,
            between,
            spellings,
            default: defaults(patterns.default),
        };
        lexicon.enter_nouns(gazetteer, &patterns.noun, &patterns.near.nouns, &patterns.number)?;
        Ok(lexicon)
    }

    fn enter_nouns(
        &mut self,
        gazetteer: &Gazetteer,
        rows: &[super::patterns::NounRow],
        near: &[String],
        numbers: &[super::patterns::NumberRow],
    ) -> Result<(), aho_corasick::BuildError> {
        let mut texts: Vec<String> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let listed = gazetteer.entities().iter().flat_map(|entity| &entity.nominals);
        let default = self.default.iter().flat_map(|(_, nouns)| nouns);
        let other_spellings: Vec<String> = self.spellings.keys().cloned().collect();
        let of_bodies: Vec<String> =
            listed.chain(default).chain(&other_spellings).map(|noun| noun.to_lowercase()).collect();
        let classed = rows.iter().flat_map(|row| row.nouns.iter().map(move |noun| (noun.clone(), Some(row))));
        for (text, row) in classed.chain(of_bodies.into_iter().map(|noun| (noun, None))) {
            let place = *places.entry(text.clone()).or_insert(texts.len());
            if place < texts.len() {
                continue;
            }
            let number = numbers.iter().find(|number| number.words.contains(&text)).map(|number| number.count);
            self.nouns.push(Noun {
                class: row.map(|row| row.class),
                echo: row.is_some_and(|row| row.echo),
                near: near.contains(&text),
                count: number,
                text: self.spelling(&text).to_owned(),
            });
            texts.push(text);
        }
        self.automaton =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(&texts)?;
        Ok(())
    }

    fn spelling<'a>(&'a self, noun: &'a str) -> &'a str {
        self.spellings.get(noun).map_or(noun, String::as_str)
    }

    /// The nouns in the text from an offset on, as whole words.
    pub(super) fn nouns<'a>(&'a self, text: &'a str, from: usize) -> impl Iterator<Item = (Span, &'a Noun)> + 'a {
        let hits = self.automaton.find_iter(aho_corasick::Input::new(text).range(from..));
        hits.filter_map(move |hit| {
            let (start, end) = (hit.start(), hit.end());
            let is_whole = !text[..start].ends_with(is_word) && !text[end..].starts_with(is_word);
            is_whole.then(|| (Span::new(start, end), &self.nouns[hit.pattern().as_usize()]))
        })
    }

    pub(super) fn word_use(&self, word: &str) -> Option<Use> {
        self.uses.get(&self.words.id(word)?).copied()
    }

    pub(super) fn is_restrictive(&self, word: &str) -> bool {
        self.words.id(word).is_some_and(|id| self.restrictive.contains(&id))
    }

    pub(super) fn is_between(&self, word: &str) -> bool {
        self.words.id(word).is_some_and(|id| self.between.contains(&id))
    }

    /// Whether the noun can take up the entity.
    pub(super) fn takes_up(&self, noun: &Noun, entity: &Entity) -> bool {
        if !entity.nominals.is_empty() {
            return entity.nominals.iter().any(|listed| self.spelling(listed) == noun.text);
        }
        let of_kind = self.default.iter().find(|(kind, _)| *kind == entity.kind);
        of_kind.is_some_and(|(_, nouns)| nouns.iter().any(|listed| self.spelling(listed) == noun.text))
    }
}

fn defaults(row: DefaultRow) -> [(EntityKind, Vec<String>); 3] {
    [(EntityKind::Alliance, row.alliance), (EntityKind::Treaty, row.treaty), (EntityKind::Group, row.group)]
}
