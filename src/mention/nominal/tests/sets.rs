use super::check;

#[test]
fn as_many_states_as_a_sentence_names_together() {
    check(&[
        ("Russia will work with China. The two countries trade more than ever.", &["The two countries = RUS CHN"]),
        (
            "The security of China and Russia, and the fact that both countries arm, matters.",
            &["both countries = CHN RUS"],
        ),
        (
            "Australia, Britain and the United States look at Tokyo. Offers come from all three countries.",
            &["all three countries = AUS GBR USA"],
        ),
        (
            "China met Russia on Monday. On Tuesday nothing happened. The two nations then signed.",
            &["The two nations = CHN RUS"],
        ),
        ("Vladimir Putin flew to see Xi Jinping. Both countries gained.", &["Both countries = RUS CHN"]),
        ("Iran and Syria met Turkey. Both countries gained.", &["Both countries = IRN SYR"]),
        (
            "Russia, China and the United States race. All three countries test. On top of this, the three countries quarrel.",
            &["All three countries = RUS CHN USA", "the three countries = RUS CHN USA"],
        ),
        ("US-Russia talks began. The two sides smiled.", &["The two sides = USA RUS"]),
        ("The EU spoke with China. The two sides smiled.", &["The two sides = EU CHN"]),
        ("In 1990 Iran acted. Syria answered. The two countries made peace.", &["The two countries = IRN SYR"]),
        (
            "Ukraine and Georgia met. The neighbouring countries smiled. Both neighbours won.",
            &["Both neighbours = UKR GEO"],
        ),
    ]);
}

#[test]
fn leaders_are_persons_before_they_are_states() {
    check(&[
        (
            "Vladimir Putin received Xi Jinping. The two leaders dined.",
            &["The two leaders = vladimir-putin xi-jinping"],
        ),
        ("China and Russia held a summit. The two leaders dined.", &["The two leaders = CHN RUS"]),
        (
            "The US, South Korea, and Japan met. Rain fell. The leaders issued a statement.",
            &["The leaders = USA KOR JPN"],
        ),
        ("The leaders of China and Russia dined. The trio left.", &[]),
    ]);
}

#[test]
fn a_named_alliance_with_as_many_members() {
    check(&[
        ("AUKUS grows. It was time, and the three countries knew it.", &["the three countries = USA AUS GBR"]),
        ("NATO grows. It was time, and the three countries knew it.", &[]),
    ]);
}

#[test]
fn numbers_that_fit_nothing() {
    check(&[
        ("Japan fell silent. The two countries trade.", &[]),
        ("China, Russia and Iran met. They said both countries lost.", &[]),
        ("China, Russia and Iran, it seems, said that both countries lost.", &[]),
        ("China and Russia met. Two countries refused to come.", &[]),
        ("China and Russia met. The other two countries refused to come.", &[]),
        ("China and Russia met. The two countries that stayed away were sad.", &[]),
        ("China and Russia met. The Baltic states were sad.", &[]),
        ("China and Russia met. The countries of the south were sad.", &[]),
    ]);
}

#[test]
fn no_farther_than_a_reader_remembers() {
    let filler = "Nothing happened at all in those long and quiet days. ".repeat(40);
    check(&[(&format!("China and Russia met. {filler}The two countries were silent."), &[])]);
    let paragraph = "\n\nNothing happened at all in those long and quiet days, which were many, and then it rained.";
    let text =
        |paragraphs| format!("China and Russia met.{}\n\nThe two countries slept.", paragraph.repeat(paragraphs));
    check(&[(&text(4), &[]), (&text(3), &["The two countries = CHN RUS"])]);
}

#[test]
fn where_something_happens_is_no_party() {
    check(&[
        ("Talks between Iran and China were held in Paris. Both countries smiled.", &["Both countries = IRN CHN"]),
        ("Iran met China. Fumio Kishida spoke of the war in Syria. Both countries smiled.", &[]),
        ("Russia fights on in Ukraine. Both countries suffer.", &["Both countries = RUS UKR"]),
    ]);
}

#[test]
fn a_list_of_three_outlasts_three_that_meet_by_chance() {
    check(&[(
        "The US, South Korea and Japan met. North Korea sends Russia troops against Ukraine. It rained. It stopped. \
         The three nations agreed.",
        &["The three nations = USA KOR JPN"],
    )]);
}
