//! Names told from what else is called so, and why.

use crate::mention::{
    Reason, Refusal, Scratch,
    testing::{check, check_dated, finder},
};

/// The refusals of an undated text, as "text: why".
fn refused(text: &str) -> Vec<String> {
    let row = |name: &crate::mention::RefusedName| format!("{}: {:?}", name.span.of(text), name.refusal);
    finder().refused(text, None).iter().map(row).collect()
}

#[track_caller]
fn check_refused(text: &str, expected: &[(&str, Refusal)]) {
    let expected: Vec<String> = expected.iter().map(|(name, refusal)| format!("{name}: {refusal:?}")).collect();
    assert_eq!(refused(text), expected, "{text}");
}

#[test]
fn a_town_stands_before_its_state() {
    for text in [
        "He left Poland, Ohio.",
        "He left Poland, N.Y., for good.",
        "in Poland, Ind., and",
        "POLAND, Pa. — A fire",
        "Poland, Ohio, on Monday",
        "Poland, Ohio on Monday",
        "Poland, Ohio's oldest town",
        "Poland, OH, and",
        "Poland,\nOhio, is old.",
        "born in Poland, New York, in 1950",
        "in Poland, New York.",
        "POLAND, OHIO, ON MONDAY",
    ] {
        check(text, "");
    }
}

#[test]
fn a_comma_before_a_state_may_be_any_comma() {
    for text in [
        "From Poland, Ohio officials said, came cars.",
        "Poland, Ohio and Texas agreed.",
        "Poland, New York and Tallinn",
        "In Estonia, Poland, New York.",
        "Poland, Washington and Minsk",
        "In Poland, Indigo grew.",
        "In Poland, OK things happen.",
        "Poland. Ohio, too.",
    ] {
        assert!(super::super::testing::mentions(text, None)[0].starts_with("Poland=POL"), "{text}");
    }
}

#[test]
fn a_state_of_the_us_stands_in_a_row() {
    check("Voters in Ohio, Washington and Georgia waited.", "");
    check("Georgia, Washington, and Ohio voted.", "");
    check("Washington and Georgia voted.", "Washington=USA/c | Georgia=GEO");
    check("Russia, Georgia and Iran met.", "Russia=RUS | Georgia=GEO | Iran=IRN");
}

#[test]
fn longer_names_are_known_by_their_form() {
    for text in [
        "She teaches there, at the Poland Polytechnic University",
        "a shop in Poland Street",
        "He died at the American Hospital of Paris last year.",
        "the Hotel Poland opened",
        "in the Rue de Poland there",
        "said Ms. London, who",
    ] {
        check(text, "");
    }
    check("the London University's Japan centre", "Japan=JPN");
    check("Poland Prime Minister and the Poland army", "Poland=POL | Poland=POL");
    check("He met Japan's School Board", "Japan=JPN");
}

#[test]
fn persons_are_known_by_what_they_are_and_do() {
    check("Chad, a retired roofer from Ohio, won.", "");
    check("Chad, a landlocked state, won.", "Chad=TCD");
    check("Chad, a farmer-dominated state, won.", "Chad=TCD");
    check("Jordan scored twice.", "");
    check("Boris Johnson, a plumber from Leeds, won.", "");
    check("Boris Johnson, a plumber in his youth, leads the UK.", "Boris Johnson=boris-johnson | UK=GBR/a");
    check("Boris Johnson, a liar, won.", "Boris Johnson=boris-johnson");
}

#[test]
fn one_sense_to_a_document() {
    check("Neil Jordan left. Jordan won.", "");
    check("Neil Jordan left. He flew to Iraq? He died in Jordan.", "Jordan=JOR");
    check("Neil Jordan left. Iran and Jordan won.", "Iran=IRN | Jordan=JOR");
    check("Neil Jordan left. Amman said nothing. Jordan won.", "Amman=JOR/c | Jordan=JOR");
    check("He often went there, to see the Jordan Valley. Jordan won.", "Jordan=JOR");
    check("POLAND, Ohio — A fire. Poland burned.", "");
    check_dated("2005-05-05", "George W. Bush left. Kate Bush sang. Bush laughed.", "George W. Bush=george-w-bush");
}

#[test]
fn an_unsupported_name_gives_its_parts() {
    check("The US-led coalition met.", "US=USA/a");
    check("The US-led coalition met in Nowhere.", "US-led coalition=COALITION");
    check("The Washington Post came.", "");
}

#[test]
fn every_name_has_a_reason() {
    let text =
        "President Bush and the Quad met in Japan. Bush left. Putin spoke of the World Health Organization (HO).";
    let found = finder().by_name(text, None, &mut Scratch::default());
    let reasons: Vec<(&str, Reason)> =
        found.mentions.iter().map(|mention| (mention.span.of(text), mention.reason)).collect();
    assert_eq!(
        reasons,
        [
            ("Bush", Reason::Introduced),
            ("Quad", Reason::Cue),
            ("Japan", Reason::Plain),
            ("Putin", Reason::Unmistakable),
            ("World Health Organization", Reason::Plain),
            ("HO", Reason::Defined),
        ]
    );
}

#[test]
fn refusals_have_reasons() {
    check_refused("the Washington Post", &[("Washington Post", Refusal::Decoy)]);
    check_refused("He left Poland, Ohio.", &[("Poland", Refusal::Town)]);
    check_refused("Georgia, Ohio and Utah", &[("Georgia", Refusal::State)]);
    check_refused("Michael Jordan won.", &[("Jordan", Refusal::PartOfName)]);
    check_refused("Chad, a roofer, won.", &[("Chad", Refusal::Occupation)]);
    check_refused("A Quad of his own", &[("Quad", Refusal::NoCue)]);
    check_refused("Johnson won.", &[("Johnson", Refusal::Unknown)]);
    check_refused("Neil Jordan left. Jordan won.", &[("Neil Jordan", Refusal::Decoy), ("Jordan", Refusal::OtherSense)]);
    check_refused("Japan won.", &[]);
}
