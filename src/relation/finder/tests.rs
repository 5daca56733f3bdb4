//! What is refused at a glance would tell nothing: all texts of the tests are read with and without the glances.

use std::{fs, path::Path};

use super::*;
use crate::{data_files::toml_files, mention::MentionFinder, relation::hints};

/// All that the rules tell, with a look at the bits first or, for who asks what was not told, without.
fn told(names: &MentionFinder, text: &str, asking_all: bool) -> Vec<Relation> {
    hints::ALL.set(asking_all);
    let (gazetteer, grammar) = (Gazetteer::embedded(), Grammar::embedded());
    let mut sentences = Sentences::new(text);
    let mut mentions = Mentions::default();
    names.find(text, None, &mut sentences, &mut crate::mention::Scratch::default(), &mut mentions);
    let mut readings = Readings::default();
    let mut finder = RelationFinder::new(&gazetteer, &grammar, &mut readings);
    let (mut relations, mut rejected) = (Vec::new(), Vec::new());
    finder.each(text, &mentions, &mut sentences, |number, _, sentence, rules| {
        let mut relator = Relator::new(*sentence, rules, number, &mut relations);
        if asking_all { relator.noting(&mut rejected).run() } else { relator.run() }
    });
    relations
}

/// All values of "text" in TOML files.
fn texts(files: Vec<(String, String)>) -> Vec<String> {
    fn collect(value: toml::Value, texts: &mut Vec<String>) {
        match value {
            toml::Value::Table(fields) => {
                for (field, value) in fields {
                    match value {
                        toml::Value::String(text) if field == "text" => texts.push(text),
                        value => collect(value, texts),
                    }
                }
            }
            toml::Value::Array(items) => items.into_iter().for_each(|item| collect(item, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    files.iter().for_each(|(_, file)| collect(toml::from_str(file).unwrap(), &mut texts));
    texts
}

#[test]
fn what_is_refused_at_a_glance_tells_nothing() {
    let names = MentionFinder::new(Gazetteer::embedded()).unwrap();
    let mut texts: Vec<String> = ["patterns/relations", "tests/cases"]
        .iter()
        .flat_map(|folder| self::texts(toml_files(folder).unwrap()))
        .collect();
    // passages of one after the other: what is taken up from before
    texts.extend(texts.chunks(7).map(|some| some.join(" ")).collect::<Vec<_>>());
    for article in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles")).unwrap() {
        texts.extend(fs::read_to_string(article.unwrap().path()));
    }
    let mut count = 0;
    for text in texts {
        let all = told(&names, &text, true);
        assert_eq!(told(&names, &text, false), all, "{text:?}");
        count += all.len();
    }
    assert!(count > 4000, "{count}");
}
