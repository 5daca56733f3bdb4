//! Texts that are no news: nothing panics, nothing fails, every offset fits.

use std::sync::LazyLock;

use geopol::{Extraction, Extractor};
use proptest::prelude::*;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// Every span lies in the text, on character boundaries, and says what it is said to say.
fn check(extraction: &Extraction<'_>) {
    let text = extraction.text();
    for mention in extraction.mentions() {
        assert!(text.get(mention.span().range()).is_some(), "{:?} in {text:?}", mention.span());
    }
    for relation in extraction.relations() {
        let sentence = extraction.sentence(relation);
        assert!(text.get(sentence.range()).is_some());
        assert!(sentence.contains(relation.trigger()), "{:?} outside {sentence:?}", relation.trigger());
        assert!(relation.source() < extraction.mentions().len() && relation.target() < extraction.mentions().len());
        assert!((0.0..=1.0).contains(&relation.confidence()));
    }
}

fn relations(text: &str) -> usize {
    let extraction = EXTRACTOR.extract(text);
    check(&extraction);
    extraction.relations().len()
}

#[test]
fn texts_without_words_give_nothing() {
    for text in
        ["", " ", "\n\n\n", "\0", "\u{301}\u{301}", "....!!!???", "’’’“”‘", "((((((((", "--–—-", "\u{202e}\u{200f}"]
    {
        assert_eq!(relations(text), 0, "{text:?}");
    }
}

#[test]
fn marks_and_scripts_among_the_words_leave_the_offsets_right() {
    assert_eq!(relations("China\0condemned Japan."), 1);
    assert_eq!(relations("\u{feff}China condemned Japan."), 1);
    assert_eq!(relations("قال: China condemned Japan. שלום"), 1);
    assert_eq!(relations("\u{301}China\u{301} condemned Japan\u{301}."), 1);
    relations("China condemned\u{301} Japan.");
    assert_eq!(relations("China\u{a0}condemned\u{2009}Japan\u{2026}"), 1);
    relations("“China” (condemned) – «Japan’s» … ‘U.S.’s’ --- N.A.T.O.’");
}

/// Work grows with the length: these take a second or two, not minutes.
#[test]
fn a_megabyte_without_a_sentence_end_is_read() {
    assert!(relations(&"China condemned Japan and ".repeat(40_000)) > 100);
    assert!(relations(&"Iran, Iraq, China, ".repeat(20_000)) < 1_000);
    relations(&"the two countries and their alliance, who said that he ".repeat(5_000));
    relations(&"( [ “ ".repeat(50_000));
    relations(&"x".repeat(1 << 20));
    relations(&"China’s ".repeat(20_000));
    relations(&"Japan-".repeat(20_000));
}

#[test]
fn a_thousand_names_in_one_sentence_are_bounded() {
    let names = ["Iran", "Iraq", "China", "Japan", "Chad", "Mali", "Peru", "Cuba"].join(", ");
    let text = format!(
        "{} and Ghana condemned {} and Togo.",
        [names.as_str(); 40].join(", "),
        [names.as_str(); 40].join(", ")
    );
    assert!(relations(&text) < 2_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        relations(&text);
    }

    #[test]
    fn any_row_of_words_is_read(words in proptest::collection::vec(
        prop_oneof![
            Just("China"), Just("Japan’s"), Just("Biden"), Just("the"), Just("condemned"), Just("to"), Just("talks"),
            Just("with"), Just(","), Just("and"), Just("who"), Just("that"), Just("not"), Just("“"), Just("”"), Just("-"),
            Just("sanctions"), Just("on"), Just("by"), Just("is"), Just("said"), Just("they"), Just("its"), Just("."),
            Just("–"), Just("("), Just(")"), Just("if"), Just("will"), Just("imposed"), Just("alliance"), Just("2024"),
            Just("the two countries"), Just("former"), Just("president"), Just("of"), Just("between"), Just(":"), Just("?"),
        ],
        0..60,
    )) {
        relations(&words.join(" "));
    }
}
