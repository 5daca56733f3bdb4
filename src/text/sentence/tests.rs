use proptest::prelude::*;

use super::{LONGEST, Sentences, words::SentenceWords};
use crate::text::Span;

/// The sentences of a text that marks its boundaries with `|`.
fn check(marked: &str) {
    let text = marked.replace('|', "");
    let expected: Vec<&str> = marked.split('|').map(str::trim).filter(|sentence| !sentence.is_empty()).collect();
    let found: Vec<&str> = Sentences::new(&text).map(|span| span.of(&text)).collect();
    assert_eq!(found, expected, "in {text:?}");
}

fn check_all(cases: &[&str]) {
    cases.iter().for_each(|case| check(case));
}

#[test]
fn stops_end_sentences() {
    check_all(&[
        "",
        " \n ",
        "Japan protested.",
        "Japan protested. |China denied it! |Who lies? |Nobody knows",
        "Talks ended on 5 May 2014. |Japan left.",
        "They spent 3.5 billion on it.",
        "See example.com or www.Example.org for more.",
        "Is it war?! |Nobody said so.",
        "Growth fell to 2.1%. |Exports rose.",
        "The plan (see below) failed. |(It was the third.) |The next one may work.",
        "Peace came at last.[12] |The king left.[3][4] |He died.",
        "A scraped page was signed.|The text goes on.",
    ]);
}

#[test]
fn titles_and_ranks_do_not() {
    check_all(&[
        "Mr. Abe met Mrs. Park and Ms. Tsai.",
        "Gen. Mark Milley called Sen. Lindsey Graham. |Rep. Mike Turner listened.",
        "Gov. Kim, Lt. Gen. Park, Maj. Gen. Osipov, Col. Doe, Sgt. Roe, Capt. Poe and Adm. Lee agreed.",
        "Lt.-Gen. Smith and Prof. Rev. Jones left for Ft. Bragg and Mt. Athos.",
        "GEN. MILLEY MET SEN. GRAHAM",
        "Gen. (ret.) Wesley Clark and Sen. Bob Menendez (D-N.J.) met Mike Rogers, R-Ala., there.",
    ]);
    check("Martin Luther King Jr. spoke there. |So did John Smith Jr. |The others did not.");
}

#[test]
fn initials_do_not() {
    check_all(&[
        "George W. Bush met J. D. Vance and J.K. Rowling.",
        "John F. Kennedy and J. Robert Oppenheimer agreed.",
        "It was plan B. |The other one failed.",
    ]);
}

#[test]
fn dotted_names_end_a_sentence_only_before_an_opening() {
    check_all(&[
        "The U.S. Senate met in Washington, D.C. on Monday.",
        "He went to the U.S. |The visit was short.",
        "It angered the U.S. |In Beijing nobody cared.",
        "U.K. Prime Minister Keir Starmer, the U.N. Security Council and the E.U. Commission met.",
        "The U.S.-led force and the U.S.’s allies left the U.S., then returned.",
        "Talks ended at 5 p.m. |They will go on at 9 a.m. |He did not say why.",
        "It opens at 9 a.m. Tokyo time.",
        "WASHINGTON, D.C. — The president spoke.",
        "They met in Washington, D.C. |Seoul has not answered.",
        "Nobody told the U.S. Congress has not met.",
        "He works for Acme Inc. |She left Globex Corp. |They sold Initech Ltd. |It is in Scranton, Pa. |Nobody knows.",
        "Acme Inc. Chairman Doe met Globex Co. Ltd. managers in St. Louis, Mo. Tuesday.",
        "The men, i.e. Russians, vs. Chinese, etc. were there, e.g. Mr Xi.",
        "Joseph “J.R.” Smith agreed.",
    ]);
    check("“We will never again trust them, nor the U.S.” |Mr Xi left.");
}

#[test]
fn numbers_follow_some() {
    check_all(&[
        "On Jan. 5 and Sept. 11 he cited Art. 5, No. 7, pp. 3 and Res. 1701.",
        "He said no. |Japan said yes.",
        "They met in Dec. |The next talks are in Feb. |They may fail.",
        "It is modern art. |Tokyo loves it.",
        "Soldiers left in 2014. |15 of them died.",
    ]);
}

#[test]
fn closing_quotation_marks_belong_to_the_sentence_before() {
    check_all(&[
        "“We want peace.” |He said so.",
        "\"We want peace.\" |He said so.",
        "‘We want peace.’ |“So do we.” |He left.",
        "He said: “We want peace. |We want it now.”",
        "“Do you want war?” he asked.",
        "“Do you want war?” President Xi Jinping asked. |Nobody answered.",
        "“Will it be war?” |The president did not answer.",
        "“It is over!” Trump said.",
        "“Peace.”|He left. |‘We stay.’|China left.",
    ]);
}

#[test]
fn ellipses_end_one_before_a_capital_only() {
    check_all(&[
        "He said that … China would leave.",
        "He said that ... China would leave.",
        "He left... and came back.",
        "He left… |Japan stayed.",
        "He left ... |The others stayed.",
        "We ... will . . . Japan said.",
        "“We want ...” |He left.",
    ]);
}

#[test]
fn exclaimed_names_do_not() {
    check_all(&["Yahoo! News said so.", "It was on Yahoo! |The site denied it.", "Yemen’s Ansarullah! Movement"]);
}

#[test]
fn other_scripts_have_their_own_stops() {
    check_all(&[
        "中国抗议。|日本否认！|谁在说谎？",
        "「和平。」|他说。",
        "هل انتهت الحرب؟ |نعم.",
        "भारत ने कहा। |पाकिस्तान चुप है।",
        "Él se fue. |Ésta es otra. |¿Qué pasa? |Nada.",
        "Россия ушла. |Украина осталась.",
    ]);
}

#[test]
fn lower_case_goes_on() {
    check_all(&[
        "The firm Foo. bar is new.",
        "The war ended. |al-Qaeda denied it.",
        "Sales rose. |iPhone sales fell.",
        "He left. – Reuters",
    ]);
}

#[test]
fn blank_lines_and_headings_end_sentences() {
    check_all(&[
        "Japan protests to China\n\n|Tokyo protested on Monday.",
        "Japan protests to China\r\n\r\n|Tokyo protested on Monday.",
        "Japan protests to China\n|Tokyo protested on Monday, and this line is so long that nobody can have broken it for its length alone.",
        "By Jane Doe\n|TOKYO (Reuters) - Japan protested.\n|China did not answer.",
        "Japan\n|China\n|Korea",
        "Japan protests to Mr.\n\n|China answers",
        "He worked for Acme Inc.\n|Japan said no.",
    ]);
}

#[test]
fn items_of_lists_end_sentences() {
    check_all(&[
        "They agreed:\n|- to meet again\n|- to talk\n|- to trade",
        "They agreed:\n|• peace\n|• trade",
        "1. Japan leaves.\n|2. China stays.\n|3. Nobody cares",
        "(a) peace of a kind\n|(b) trade of a kind\n|b. love",
    ]);
}

#[test]
fn lines_broken_for_their_length_go_on() {
    check(
        "The foreign ministers of Japan, China and South Korea met in Seoul on Monday
for the first time in years and agreed to resume trade talks as soon as
possible. |The meeting, the first since 2019, had been delayed by the pandemic and
South Korea's anger at Japan over the forced labour of its people during the
war. |Mr.
Abe was not there.",
    );
    // A heading above running text, and a short last line.
    check(
        "Ministers meet in Seoul
|The foreign ministers of Japan, China and South Korea met in Seoul on Monday
for the first time in years and agreed to resume trade talks as soon as they
wish
|See also: the history of the three-way summit",
    );
    // Two full-length headings.
    check(
        "Japan protests to China over islands as tension grows in the region
|Russia and Ukraine trade blame after the dam collapse in Kherson",
    );
    // A word at the end that wants another.
    check("Ministers meet in the\nSouth");
    check("Tokyo said it wants peace with\nChina and the\nUnited States.");
}

#[test]
fn queries_agree_with_iteration() {
    let text = "  One is here. Two is there.\n\nThree.  ";
    let all: Vec<Span> = Sentences::new(text).collect();
    let mut sentences = Sentences::new(text);
    assert_eq!(sentences.get(2), Some(all[2]));
    assert_eq!(sentences.get(3), None);
    assert_eq!(sentences.index_at(0), None);
    assert_eq!(sentences.at(1), Span::new(1, 1));
    assert_eq!(sentences.index_at(2), Some(0));
    assert_eq!(sentences.at(14), all[0], "the blank after");
    assert_eq!(sentences.at(15), all[1]);
    assert_eq!(sentences.at(text.len() - 1), all[2]);
    assert_eq!(sentences.at(text.len()), Span::new(text.len(), text.len()));
    assert_eq!(sentences.at(usize::MAX).start, text.len());
}

#[test]
fn endless_sentences_are_cut_at_blanks() {
    for unit in ["word ", "a", "..", ".", "é", "?\u{301}", "a.b", "!”", "1\u{a0}", "\u{0}", "\n.", ". a", "a\n"] {
        let text = unit.repeat(100_000 / unit.len());
        let mut end = 0;
        for sentence in Sentences::new(&text) {
            assert!(sentence.len() <= LONGEST && sentence.start >= end, "{unit:?}: {sentence:?}");
            assert!(unit != "word " || sentence.len() % 5 == 4, "cut inside a word");
            end = sentence.end;
        }
        assert!(text[end..].trim().is_empty());
    }
    // Blanks count to no sentence.
    let text = format!("One.{}two", " ".repeat(1_000_000));
    assert_eq!(Sentences::new(&text).count(), 2);
    assert_eq!(Sentences::new(&" ".repeat(1_000_000)).count(), 0);
}

#[test]
fn the_words_file_is_checked() {
    let fault = |text: &str| SentenceWords::read("words.toml", text).unwrap_err().to_string();
    insta::assert_snapshot!(fault("[file]\nabout = \"x\"\n[words]"), @"words.toml:3: unknown field `words`, expected one of `file`, `abbreviations`, `sentences`");
    insta::assert_snapshot!(fault("[file]\nabout = \"x\"\n[abbreviations]\nbefore_names = [3]"), @"words.toml:4: invalid type: integer `3`, expected a string");
    let text = include_str!("../../../patterns/english/abbreviations.toml");
    insta::assert_snapshot!(fault(&text.replace("\"Mr\"", "\"Mr.\"")), @r#"words.toml: "Mr." is not one word without its last stop"#);
}

proptest! {
    #[test]
    fn sentences_tile_the_text(text in r#"(\PC|[ .!?\n\r"”’。…\-]|U\.S\. |Mr\. |\u{301}|[a-zA-Z ]{1,12}){0,60}"#) {
        let mut end = 0;
        for sentence in Sentences::new(&text) {
            prop_assert!(sentence.start >= end && !sentence.is_empty());
            prop_assert!(text.is_char_boundary(sentence.start) && text.is_char_boundary(sentence.end));
            prop_assert!(text[end..sentence.start].trim().is_empty(), "lost {:?}", &text[end..sentence.start]);
            prop_assert_eq!(sentence.of(&text).trim(), sentence.of(&text));
            end = sentence.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }

    #[test]
    fn queries_in_any_order_agree(text in r#"([ .!?\n”]|[a-zA-Z ]{1,12}){0,40}"#, bytes in prop::collection::vec(0_usize..300, 0..10)) {
        let all: Vec<Span> = Sentences::new(&text).collect();
        let mut sentences = Sentences::new(&text);
        for byte in bytes {
            let expected = all.iter().rposition(|sentence| sentence.start <= byte).filter(|_| byte < text.len());
            prop_assert_eq!(sentences.index_at(byte), expected);
        }
    }
}
