use super::{check, nominals};

#[test]
fn alliances_treaties_and_groups() {
    check(&[
        ("AUKUS partners stress that the bloc is no alliance.", &["the bloc = AUKUS"]),
        ("AUKUS spoke. China condemned the project.", &["the project = AUKUS"]),
        ("NATO grew. It rained. Sweden wants to join the alliance.", &["the alliance = NATO"]),
        ("NATO met. AUKUS met. China condemned the regional security pact.", &["the regional security pact = AUKUS"]),
        ("Hezbollah fired. Israel hit the militant group.", &["the militant group = hezbollah"]),
        ("North Korea left the NPT. It had signed the treaty.", &["the treaty = NPT"]),
        ("The UN met. The organisation is old.", &["The organisation = UN"]),
        ("AUKUS grew. The bloc did more. The pact is young.", &["The bloc = AUKUS", "The pact = AUKUS"]),
    ]);
}

#[test]
fn nouns_that_take_up_no_body() {
    check(&[
        ("NATO grew. The treaty was old.", &[]),
        ("NATO spoke with AUKUS. The alliance is strong.", &[]),
        ("AUKUS grew. The alliance of the willing is old.", &[]),
        ("AUKUS grew. An alliance is old.", &[]),
        ("AUKUS grew. The far-right bloc won.", &[]),
        ("The UN met. Rain fell. It stopped. The organisation Amnesty spoke, and the organisation is old.", &[]),
        ("AUKUS grew. The alliance-wide plan failed.", &[]),
        ("The group met. Hezbollah fired.", &[]),
    ]);
}

#[test]
fn pacts_of_named_states() {
    check(&[
        (
            "They condemned the Russia-North Korea military alliance. At the APEC summit all called this alliance a threat.",
            &["this alliance = RUS PRK"],
        ),
        ("The alliance between China and Russia is young. The pact alarms Japan.", &["The pact = CHN RUS"]),
        ("The Sino-Russian pact is young. Japan fears the alliance.", &["the alliance = CHN RUS"]),
        (
            "Japan and the US met. The two countries value their partnership more than the Russia-China alliance. \
             This alliance is strong.",
            &["The two countries = JPN USA"],
        ),
        ("The Russia-China alliance is old. NATO is older. Ukraine trusts the alliance.", &["the alliance = NATO"]),
        ("Russia met China. The alliance is strong.", &[]),
    ]);
}

#[test]
fn members_are_few() {
    assert_eq!(nominals("AUKUS grows. Members are divided.", "2024-05-12"), ["Members = USA AUS GBR"]);
    assert_eq!(nominals("AUKUS grows. Its members are divided.", "2024-05-12"), ["Its members = USA AUS GBR"]);
    assert_eq!(nominals("AUKUS grows. The members of parliament are divided.", "2024-05-12"), [""; 0]);
    assert_eq!(nominals("NATO grows. Members are divided.", "2024-05-12"), [""; 0]);
    assert_eq!(nominals("AUKUS was far. Members are divided.", "1999-05-12"), [""; 0]);
}
