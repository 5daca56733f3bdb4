//! News as the benchmarks read it, made by a seeded generator of sentences and words that are checked in.

mod cast;
mod dense;
mod random;

use std::{collections::BTreeMap, sync::Arc};

use cast::{Cast, State};
pub use dense::Dense;
use geopol::{Date, Document, Gazetteer};
use random::Random;
use serde::Deserialize;

/// What `vocabulary.toml` holds.
#[derive(Debug, Deserialize)]
struct Vocabulary {
    cast: Frequent,
    sentences: BTreeMap<String, Vec<String>>,
    words: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
struct Frequent {
    frequent: Vec<String>,
    with_article: Vec<String>,
}

/// One made document.
#[derive(Clone, Debug)]
pub struct Article {
    pub text: String,
    pub date: Date,
}

impl Article {
    pub fn document(&self) -> Document<'_> {
        Document::new(&self.text).with_date(self.date)
    }
}

/// Makes documents, always the same ones for one seed.
#[derive(Debug)]
pub struct News {
    vocabulary: Arc<Vocabulary>,
    cast: Arc<Cast>,
    random: Random,
    date: Date,
}

/// How often, of a thousand sentences, each kind stands in documents about the world and in others.
const WORLD: &[(&str, usize)] = &[("two", 225), ("two_plain", 15), ("one", 470), ("none", 290)];
const OTHERS: &[(&str, usize)] = &[("two", 40), ("two_plain", 30), ("one", 450), ("none", 480)];

impl News {
    pub fn new(gazetteer: &Gazetteer, seed: u64) -> Self {
        let vocabulary: Vocabulary = toml::from_str(include_str!("vocabulary.toml")).expect("it is well formed");
        let date = Date::from_ymd(2024, 5, 14).expect("there is such a day");
        let Frequent { frequent, with_article } = &vocabulary.cast;
        let cast = Cast::new(gazetteer, frequent, with_article, date);
        Self { vocabulary: Arc::new(vocabulary), cast: Arc::new(cast), random: Random::new(seed), date }
    }

    /// Documents of so many bytes together, or a little more.
    pub fn articles(&mut self, bytes: usize) -> Vec<Article> {
        let mut length = 0;
        self.take_while(|article| {
            let wanted = length < bytes;
            length += article.text.len();
            wanted
        })
        .collect()
    }
}

impl Iterator for News {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        let (vocabulary, cast) = (self.vocabulary.clone(), self.cast.clone());
        let random = &mut self.random;
        let mut states = [cast.state(random); 3];
        for number in 1..3 {
            while states[..number].iter().any(|other| other.names[0] == states[number].names[0]) {
                states[number] = cast.state(random);
            }
        }
        let mut writer = Writer { vocabulary: &vocabulary, cast: &cast, states, random, out: String::new() };
        writer.article();
        Some(Article { text: writer.out, date: self.date })
    }
}

/// Writes one document.
struct Writer<'a> {
    vocabulary: &'a Vocabulary,
    cast: &'a Cast,
    /// Whom it is about.
    states: [&'a State; 3],
    random: &'a mut Random,
    out: String,
}

impl<'a> Writer<'a> {
    fn article(&mut self) {
        let length = 2000 + self.random.below(2000);
        let kinds = if self.random.chance(350) { WORLD } else { OTHERS };
        self.sentence("headline");
        self.out.push_str("\n\n");
        self.sentence("dateline");
        while self.out.len() < length {
            for _ in 0..=self.random.below(3) {
                let mut draw = self.random.below(1000);
                let kind = kinds.iter().find(|(_, share)| {
                    let found = draw < *share;
                    draw = draw.saturating_sub(*share);
                    found
                });
                self.sentence(kind.expect("the shares make a thousand").0);
                self.out.push(' ');
            }
            self.out.pop();
            self.out.push_str("\n\n");
        }
        // Some publishers curl their quotation marks.
        if self.random.chance(60) {
            self.curl();
        }
    }

    fn sentence(&mut self, kind: &str) {
        let start = self.out.len();
        let vocabulary = self.vocabulary;
        let template = self.random.pick(&vocabulary.sentences[kind]);
        // One of the document's states, or now and then any.
        let first = self.random.below(3);
        let mut pair = [self.states[first], self.states[(first + 1) % 3]];
        let other = self.cast.state(self.random);
        if self.random.chance(150) && other.names[0] != pair[0].names[0] {
            pair[1] = other;
        }
        self.expand(template, pair);
        capitalise(&mut self.out, start);
    }

    fn expand(&mut self, template: &str, pair: [&'a State; 2]) {
        let mut rest = template;
        while let Some((before, slot)) = rest.split_once('{') {
            let (slot, after) = slot.split_once('}').expect("slots are closed");
            self.out.push_str(before);
            self.slot(slot, pair);
            rest = after;
        }
        self.out.push_str(rest);
    }

    fn slot(&mut self, slot: &str, pair: [&'a State; 2]) {
        let start = self.out.len();
        let (article, slot) = slot.strip_prefix("a:").map_or((false, slot), |slot| (true, slot));
        let (upper, slot) = slot.strip_prefix('^').map_or((false, slot), |slot| (true, slot));
        let (cast, vocabulary) = (self.cast, self.vocabulary);
        match slot.split_once('.').unwrap_or((slot, "")) {
            ("A", form) => self.state(pair[0], form),
            ("B", form) => self.state(pair[1], form),
            ("alliance", _) => self.out.push_str(self.random.pick::<String>(&cast.alliances)),
            ("group", _) => self.out.push_str(self.random.pick::<String>(&cast.groups)),
            ("region", _) => self.out.push_str(self.random.pick::<String>(&cast.regions)),
            ("treaty", _) => self.out.push_str(self.random.pick::<String>(&cast.treaties)),
            (word, _) => {
                let words = vocabulary.words.get(word).unwrap_or_else(|| panic!("no list of words named {word}"));
                let word = self.random.pick(words);
                self.expand(word, pair);
            }
        }
        if article {
            let vowel = self.out[start..].starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O']);
            self.out.insert_str(start, if vowel { "an " } else { "a " });
        }
        if upper {
            capitalise(&mut self.out, start);
        }
    }

    fn state(&mut self, state: &State, form: &str) {
        match form {
            "" if self.random.chance(880) => self.out.push_str(&state.names[0]),
            "" => self.out.push_str(self.random.pick::<String>(&state.names)),
            "adjective" => self.out.push_str(&state.adjective),
            "people" => self.out.push_str(&state.people),
            "capital" => self.out.push_str(&state.capital),
            "CAPITAL" => self.out.push_str(&state.capital.to_uppercase()),
            "person" | "surname" if state.leaders.is_empty() => {
                self.out.push_str("the president of ");
                self.out.push_str(&state.names[0]);
            }
            "person" => {
                let (title, name, _) = self.random.pick_early(&state.leaders);
                let adjective = if self.random.chance(400) { state.adjective.as_str() } else { "" };
                let words = [adjective, if self.random.chance(700) { title } else { "" }, name];
                let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
                self.out.push_str(&words.join(" "));
            }
            "surname" => {
                let (_, _, surname) = &state.leaders[0];
                self.out.push_str(if self.random.chance(300) { "Mr. " } else { "" });
                self.out.push_str(surname);
            }
            _ => panic!("no form of states named {form}"),
        }
    }

    fn curl(&mut self) {
        let mut curled = String::with_capacity(self.out.len() + 64);
        let mut before = ' ';
        for c in self.out.chars() {
            curled.push(match c {
                '"' if before.is_whitespace() => '“',
                '"' => '”',
                '\'' => '’',
                c => c,
            });
            before = c;
        }
        self.out = curled;
    }
}

/// Puts a capital where a sentence starts, behind its quotation mark.
fn capitalise(out: &mut String, start: usize) {
    let Some(at) = out[start..].find(|c: char| c.is_alphabetic()).map(|at| start + at) else { return };
    if out[start..at].chars().all(|c| c == '"') && out.as_bytes()[at].is_ascii_lowercase() {
        let upper = out[at..=at].to_ascii_uppercase();
        out.replace_range(at..=at, &upper);
    }
}
