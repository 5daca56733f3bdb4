//! Annotated texts, and which of the relations found in them are right.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use geopol::{Document, EntityId, Extraction, Extractor, Polarity, Predicate, RelationClass, Signals};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    #[serde(rename = "case")]
    texts: Vec<Text>,
}

/// A text and the relations that a reader finds in it; the form is told in `tests/cases/README.md`.
#[derive(Deserialize)]
pub(crate) struct Text {
    text: String,
    date: Option<toml::value::Datetime>,
    relations: Option<Vec<String>>,
    #[serde(default)]
    optional: Vec<String>,
}

/// A relation found.
pub(crate) struct Relation {
    pub(crate) rule: String,
    pub(crate) signals: Signals,
    pub(crate) confidence: f32,
    pub(crate) right: bool,
}

/// How often stated offices are right, of how many.
#[derive(Default)]
pub(crate) struct Offices {
    right: u32,
    given: u32,
}

impl Offices {
    /// With one wrong case added, since none is ever certain.
    pub(crate) fn share(&self) -> f32 {
        self.right as f32 / (self.given + 1) as f32
    }
}

/// All that was found in some texts.
#[derive(Default)]
pub(crate) struct Judged {
    pub(crate) relations: Vec<Relation>,
    pub(crate) offices: Offices,
    /// How many relations a reader finds.
    pub(crate) wanted: usize,
    /// The highest confidence with which each of them was found.
    best: Vec<f32>,
}

/// Who does what class of act to whom, at the level of states; symmetric ones with sorted sides.
type Key = (String, RelationClass, String, Polarity);

impl Text {
    /// The texts of files and folders.
    pub(crate) fn read_all(paths: &[&str]) -> Result<Vec<Self>, Box<dyn Error>> {
        let mut all = Vec::new();
        for path in paths {
            for file in files(Path::new(path))? {
                let read: File =
                    toml::from_str(&fs::read_to_string(&file)?).map_err(|e| format!("{}: {e}", file.display()))?;
                all.extend(read.texts.into_iter().filter(|text| text.relations.is_some()));
            }
        }
        Ok(all)
    }
}

fn files(path: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files: Vec<PathBuf> = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    Ok(files)
}

impl Judged {
    pub(crate) fn add(&mut self, text: &Text, extractor: &Extractor) -> Result<(), Box<dyn Error>> {
        let date = text.date.as_ref().map(|date| date.to_string().parse()).transpose()?;
        let extraction = extractor.extract(Document::new(&text.text).with_date(date));
        let keys = |lines: &[String]| -> Result<BTreeSet<Key>, String> {
            lines.iter().map(|line| expected(&extraction, line)).collect()
        };
        let (wanted, optional) = (keys(text.relations.as_deref().unwrap_or_default())?, keys(&text.optional)?);
        let offices = text
            .relations
            .iter()
            .flatten()
            .filter(|line| line.contains(" leads ") || line.contains(" represents "))
            .count();
        let mut best: BTreeMap<Key, f32> = BTreeMap::new();
        for relation in extraction.relations() {
            let [source, target] = [relation.source(), relation.target()]
                .map(|side| actor(&extraction, extraction.mentions()[side].entity()));
            let key = key(source, relation.predicate(), target, relation.polarity());
            if optional.contains(&key) && !wanted.contains(&key) {
                continue;
            }
            let right = wanted.contains(&key);
            if is_office(relation.predicate()) {
                self.offices.right += u32::from(right);
                self.offices.given += 1;
                continue;
            }
            if right {
                let best = best.entry(key).or_default();
                *best = best.max(relation.confidence());
            }
            self.relations.push(Relation {
                rule: extraction.rule(relation).to_owned(),
                signals: *relation.signals(),
                confidence: relation.confidence(),
                right,
            });
        }
        self.wanted += wanted.len() - offices;
        self.best.extend(best.into_values());
        Ok(())
    }

    /// How many of the wanted relations were found with at least this confidence.
    pub(crate) fn found(&self, least: f32) -> usize {
        self.best.iter().filter(|&&confidence| confidence >= least).count()
    }
}

fn is_office(predicate: Predicate) -> bool {
    matches!(predicate, Predicate::Leads | Predicate::Represents)
}

fn key(source: String, predicate: Predicate, target: String, polarity: Polarity) -> Key {
    let turned = predicate.is_symmetric() && target < source;
    let (source, target) = if turned { (target, source) } else { (source, target) };
    (source, predicate.class(), target, polarity)
}

/// The id of whom an entity acts for.
fn actor(extraction: &Extraction<'_>, id: EntityId) -> String {
    extraction.entity(extraction.actor(id).unwrap_or(id)).id().to_owned()
}

/// "country:JPN joins alliance:AUKUS planned".
fn expected(extraction: &Extraction<'_>, line: &str) -> Result<Key, String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [source, predicate, target, rest @ ..] = words.as_slice() else {
        return Err(format!("{line:?} is no relation"));
    };
    let predicate = Predicate::from_name(predicate).ok_or_else(|| format!("unknown predicate in {line:?}"))?;
    let lifted = |name: &str| {
        let found = extraction.entities().find(|(_, entity)| entity.id() == name);
        found.map_or_else(|| name.to_owned(), |(id, _)| actor(extraction, id))
    };
    let polarity = if rest.contains(&"negated") { Polarity::Negated } else { Polarity::Affirmed };
    Ok(key(lifted(source), predicate, lifted(target), polarity))
}

/// What the authors of rules think of them, by id.
pub(crate) fn weights_of_rules(folder: &str) -> Result<HashMap<String, f32>, Box<dyn Error>> {
    #[derive(Deserialize)]
    struct Rules {
        rule: Vec<Rule>,
    }
    #[derive(Deserialize)]
    struct Rule {
        id: String,
        weight: Option<f32>,
    }
    let mut weights = HashMap::new();
    for file in files(Path::new(folder))? {
        let rules: Rules = toml::from_str(&fs::read_to_string(file)?)?;
        weights.extend(rules.rule.into_iter().map(|rule| (rule.id, rule.weight.unwrap_or(0.85))));
    }
    Ok(weights)
}
