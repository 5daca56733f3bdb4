//! Offices and coreference in texts of any kind: nothing panics, and every span is one of the text.

use proptest::prelude::*;

use super::{
    Mentions,
    nominal::{NominalScratch, Nominals},
    office::{OfficeScratch, Offices},
    sample::{WORLD, date, mentions},
};
use crate::text::Sentences;

fn read(text: &str, on: &str) -> Mentions {
    let mut found = mentions(text, date(on));
    Offices::new(&WORLD).find(text, &WORLD, date(on), &mut OfficeScratch::default(), &mut found);
    let sentences: Vec<_> = Sentences::new(text).collect();
    Nominals::new(&WORLD).resolve(text, &WORLD, date(on), &mut NominalScratch::default(), &mut found, &sentences);
    found
}

const WORDS: &[&str] = &[
    "Japan",
    "Japanese",
    "U.S.",
    "Russia",
    "NATO",
    "AUKUS",
    "Kremlin",
    "the",
    "The",
    "his",
    "its",
    "both",
    "two",
    "three",
    "prime minister",
    "Prime Minister",
    "Foreign Minister",
    "secretary-general",
    "deputy",
    "vice",
    "former",
    "ex-",
    "-elect",
    "spokesman",
    "envoy",
    "of",
    "to",
    "for",
    "and",
    ",",
    ".",
    "\n",
    "\n\n",
    "’s",
    "'s",
    "-",
    "–",
    "“",
    "countries",
    "leaders",
    "bloc",
    "alliance",
    "members",
    "regime",
    "country",
    "pact between",
    "Joe Biden",
    "Biden",
    "Vladimir Putin",
    "Péter Szijjártó",
    "Robert Dussey",
    "al-Ansari",
    "Mr.",
    "counterpart",
    "was elected",
    "who",
    "é",
    "\u{301}",
    "日本",
    "\u{200e}",
    "İ",
    "",
    " ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read(words in prop::collection::vec(prop::sample::select(WORDS), 0..60), joint in "[ ]{0,2}", on in "(2024-05-12)?") {
        let text = words.join(&joint);
        let found = read(&text, &on);
        prop_assert!(found.mentions.is_sorted_by_key(|mention| mention.span.start));
        for mention in &found.mentions {
            prop_assert!(!mention.span.is_empty() && text.get(mention.span.range()).is_some());
            found.entity(&WORLD, mention.entity);
        }
        for office in &found.offices {
            prop_assert!(text.get(office.title.range()).is_some());
            prop_assert!(office.holder < found.mentions.len());
            prop_assert!(office.of_mention.is_none_or(|of| found.mentions[of].entity == office.of));
        }
    }

    #[test]
    fn even_what_is_no_language(text in "\\PC{0,200}") {
        read(&text, "");
    }
}
