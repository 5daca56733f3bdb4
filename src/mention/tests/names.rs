use crate::mention::testing::check;

#[test]
fn names_demonyms_and_capitals() {
    check(
        "Japan and the Chinese navy watched as Seoul thanked Russians.",
        "Japan=JPN | Chinese=CHN/d | Seoul=KOR/c | Russians=RUS/d",
    );
}

#[test]
fn possessives_and_hyphens_end_names() {
    check(
        "Iran's envoy praised Russia’s plan for US-led talks on the Russia-North Korea pact.",
        "Iran=IRN | Russia=RUS | US=USA/a | Russia=RUS | North Korea=PRK",
    );
    check("pro-Russian, non-NATO and anti-Japanese", "Russian=RUS/d | NATO=NATO/a | Japanese=JPN/d");
}

#[test]
fn combining_forms_need_their_hyphen() {
    check(
        "the Sino-Russian border and the Russo–Japanese war",
        "Sino=CHN/d | Russian=RUS/d | Russo=RUS/d | Japanese=JPN/d",
    );
    check("Sino stocks", "");
}

#[test]
fn the_longest_name_wins() {
    check("North Korea, South Korean envoys and the North", "North Korea=PRK | South Korean=KOR/d");
    check("the Niger juntas", "Niger=NER");
    check("the Nigerien junta", "");
}

#[test]
fn of_overlapping_names_the_longer_wins() {
    check(
        "told the Pacific Islands Forum; across the Pacific Islands",
        "Pacific Islands Forum=PIF | the Pacific=pacific",
    );
}

#[test]
fn decoys_hide_what_they_contain() {
    check("The South China Morning Post and the Bank of Japan asked China.", "China=CHN");
    check("the South Australian branch; an Australian branch", "Australian=AUS/d");
    check("She won the US Open in the US.", "US=USA/a");
}

#[test]
fn accents_and_apostrophes_may_be_missing_or_differ() {
    for name in ["Côte d'Ivoire", "Côte d’Ivoire", "Cote d'Ivoire", "Co\u{302}te d\u{2bc}Ivoire"] {
        check(&format!("{name} voted."), &format!("{name}=CIV"));
    }
    for name in ["Türkiye", "Turkiye", "Tu\u{308}rkiye"] {
        check(&format!("in {name}."), &format!("{name}=TUR"));
    }
    check("Bogota\u{301}’s plan", "Bogota\u{301}=COL/c");
}

#[test]
fn blanks_hyphens_and_line_ends_are_one() {
    for name in ["Guinea-Bissau", "Guinea Bissau", "Guinea\u{2011}Bissau", "Guinea–Bissau", "Guinea\u{a0}Bissau"] {
        check(&format!("to {name}, he said"), &format!("{name}=GNB"));
    }
    for name in ["Czech\nRepublic", "Czech\r\nRepublic", "Czech  Republic", "Czech\u{202f}Republic", "Czech\tRepublic"]
    {
        check(&format!("The {name} agreed."), &format!("{name}=CZE"));
    }
    check("the Czech\n\nRepublic", "Czech=CZE/d");
    check("the Soviet\u{ad} Union and Ja\u{ad}pan", "Soviet\u{ad} Union=SUN | Ja\u{ad}pan=JPN");
}

#[test]
fn names_in_small_letters_have_their_own_starts() {
    check("against al-Qaeda, Al-Qaeda and al Qaeda also", "al-Qaeda=al-qaeda | Al-Qaeda=al-qaeda | al Qaeda=al-qaeda");
}

#[test]
fn addresses_handles_and_tags_name_nobody() {
    check("See www.Russia.com, https://x.org/China-Japan and press@NATO.int", "");
    check("@NATO #Ukraine Ukraine.ua Russia_1", "");
    check("Russia/Ukraine talks", "Russia=RUS | Ukraine=UKR");
}

#[test]
fn spans_are_bytes_of_the_given_text() {
    let found =
        crate::mention::testing::finder().by_name("Zażółć — Türkiye’s", None, &mut crate::mention::Scratch::default());
    assert_eq!(found.mentions[0].span, crate::text::Span::new(15, 23));
}
