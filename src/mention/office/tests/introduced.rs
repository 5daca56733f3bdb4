use super::{check, find, of_form, offices};
use crate::mention::{Form, sample::WORLD};

#[test]
fn unknown_persons_after_state_and_title() {
    check(
        &[
            (
                "Japanese Ambassador Mr. Wada Mitsuhiro called on him.",
                "",
                &["wada-mitsuhiro represents JPN (Ambassador)"],
            ),
            (
                "Qatari Foreign Ministry spokesperson Majed al-Ansari said talks go on.",
                "",
                &["majed-al-ansari represents QAT (Foreign Ministry spokesperson)"],
            ),
            ("Togo's Foreign Minister Robert Dussey arrived.", "", &["robert-dussey leads TGO (Foreign Minister)"]),
            (
                "Russian Deputy Defense Minister Anatoly Antonov said that he agreed.",
                "",
                &["anatoly-antonov represents RUS (Deputy Defense Minister)"],
            ),
            (
                "China's commerce minister Wang Wentao complained about it.",
                "",
                &["wang-wentao leads CHN (commerce minister)"],
            ),
            (
                "Qatar's Prime Minister Sheikh Mohammed bin Abdulrahman Al Thani mediated.",
                "",
                &["mohammed-bin-abdulrahman-al-thani leads QAT (Prime Minister)"],
            ),
            (
                "French Minister of Foreign Affairs and International Trade Jean Du Pont agreed.",
                "",
                &["jean-du-pont leads FRA (Minister of Foreign Affairs and International Trade)"],
            ),
            (
                "US State Department spokesman Edward W. Price said so.",
                "",
                &["edward-w-price represents USA (State Department spokesman)"],
            ),
        ],
        offices,
    );
}

#[test]
fn unknown_persons_before_or_after_a_comma() {
    check(
        &[
            (
                "Tobias Ellwood, Britain's Minister for the Middle East, said he was appalled.",
                "",
                &["tobias-ellwood leads GBR (Minister for the Middle East)"],
            ),
            (
                "Ukraine's ambassador to Germany, Andriy Melnyk, was summoned.",
                "",
                &["andriy-melnyk represents UKR (ambassador)"],
            ),
            (
                "The foreign minister of Togo, Robert Dussey, was there.",
                "",
                &["robert-dussey leads TGO (foreign minister)"],
            ),
            ("Iran's UN envoy Amir Saeid Iravani denied it.", "", &["amir-saeid-iravani represents IRN (envoy)"]),
            ("Last Tuesday, Japan's prime minister, it was said, left.", "", &[]),
            ("In New Haven, Japan's prime minister, he said, was ill.", "", &[]),
            ("At Camp David, Japan's prime minister, he said, was ill.", "", &[]),
            ("Talks with Japan's prime minister, South African officials said, failed.", "", &[]),
            ("Japan's prime minister, Liberal Democratic Party chief, left.", "", &[]),
        ],
        offices,
    );
}

#[test]
fn what_is_no_name() {
    check(
        &[
            ("Russian Foreign Minister Slams West Over Sanctions Plan In Angry Speech", "", &[]),
            ("Japanese Prime Minister Visits Seoul For Talks", "", &[]),
            ("The Japanese Prime Minister Monday said he would go.", "", &[]),
            ("the Russian Foreign Ministry Press Office said.", "", &[]),
            ("Sindh Chief Minister Syed Murad Ali Shah on Sunday paid a visit to China.", "", &[]),
            ("Japan's Toyota president Akio Toyoda spoke to the press.", "", &[]),
            ("Foreign Minister Robert Dussey arrived in Togo on Sunday.", "", &[]),
        ],
        offices,
    );
}

#[test]
fn their_surnames_are_found_later() {
    let text = "Dussey was early. Togo's Foreign Minister Robert Dussey arrived. Dussey said no, but Mary Dussey \
                stayed. Mr Dussey’s plane left. Robert Dussey is tired. Dusseyland.";
    assert_eq!(of_form(text, "", Form::Surname), ["Dussey = robert-dussey", "Dussey = robert-dussey"]);
    assert_eq!(
        of_form(text, "", Form::Name),
        ["Togo = TGO", "Robert Dussey = robert-dussey", "Robert Dussey = robert-dussey"]
    );
    let found = find(text, "");
    let togo = WORLD.find("country:TGO");
    assert!(found.mentions.iter().all(|mention| mention.actor == togo));
    assert_eq!(found.introduced.len(), 1);
    assert_eq!(found.introduced[0].name(), "Robert Dussey");
}

#[test]
fn family_names_that_stand_first() {
    let text = "South Korean trade minister Ahn Duk-geun signed. Ahn left.";
    assert_eq!(of_form(text, "", Form::Surname), ["Ahn = ahn-duk-geun"]);
    let text = "Qatari envoy Majed al-Ansari signed. Al-Ansari left; then Ansari came.";
    assert_eq!(of_form(text, "", Form::Surname), ["Ansari = majed-al-ansari", "Ansari = majed-al-ansari"]);
}
