use proptest::prelude::*;

use crate::mention::{Scratch, testing::finder};

/// Texts made of names, parts of names, and everything that stands between them.
fn newsy() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        prop::sample::select(vec![
            "Japan",
            "US",
            "U.S.",
            "Czech",
            "Republic",
            "Türkiye",
            "TU\u{308}RKİYE",
            "Jordan",
            "Michael",
            "Bush",
            "President",
            "Kim",
            "al-Qaeda",
            "Georgia",
            "Brussels",
            "Organisation X (OX)",
            "OX",
            "MOSCOW (TASS):",
            "Putin",
            "J.",
            "iran",
            "NATO",
            "Guinea",
            "Bissau",
            "ß",
            "ﬁ",
            "the",
            "former",
            "Côte d’",
            "Ivoire",
            "www.",
            "://",
            "capital,",
            "in",
        ])
        .prop_map(str::to_owned),
        prop::sample::select(vec![
            " ",
            "  ",
            "\n",
            "\r\n",
            "\n\n",
            "-",
            "–",
            "’s ",
            "'s ",
            ". ",
            ", ",
            "(",
            ") ",
            "\u{a0}",
            "\u{ad}",
            "\u{301}",
            "\u{200b}",
            "“",
            "”",
            "/",
            "@",
            "#",
            "_",
            ": ",
            " — ",
            "--",
            "日",
            "\u{1f600}",
            "\0",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

fn check(text: &str) {
    let mut scratch = Scratch::default();
    let found = finder().by_name(text, None, &mut scratch);
    for mention in &found.mentions {
        assert!(mention.span.end <= text.len() && !mention.span.is_empty());
        assert!(text.is_char_boundary(mention.span.start) && text.is_char_boundary(mention.span.end));
    }
    assert!(found.mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    assert_eq!(finder().by_name(text, None, &mut scratch).mentions, found.mentions, "memory of the last text shows");
}

proptest! {
    #[test]
    fn spans_lie_in_any_text_in_order(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn spans_lie_in_texts_made_of_names(text in newsy()) {
        check(&text);
    }
}

#[test]
fn long_runs_of_one_thing_take_linear_time() {
    for part in [
        "A",
        "Japan",
        "Japan\n",
        "Jordan ",
        "a.",
        "Bush ",
        "OX (OX) ",
        " ",
        "US-",
        "MOSCOW, ",
        "\u{301}",
        "Mr ",
        "of the president ",
    ] {
        check(&part.repeat(10_000 / part.len()));
        check(&format!("Organisation X (OX) {}", part.repeat(10_000 / part.len())));
    }
}
