use crate::mention::testing::check;

#[test]
fn a_first_name_or_surname_is_no_state() {
    for text in [
        "Michael Jordan scored.",
        "Then Chad Smith drummed.",
        "Paris Hilton sang.",
        "Chad Smith-Jones drummed.",
        "Mr. Jordan left.",
        "M. Jordan left.",
        "President Jordan spoke to the club.",
        "Smith-Jordan left.",
        "“Michael Jordan",
        "the Jordan River",
    ] {
        check(text, "");
    }
}

#[test]
fn a_state_may_stand_next_to_capitals_that_explain_themselves() {
    for text in [
        "In Jordan, they met.",
        "On Monday Jordan said no.",
        "Visiting Jordan, he said no.",
        "Jordan Foreign Minister Safadi",
        "the Jordan Government",
        "Jordan On Tuesday",
        "aid for Jordan.",
        "Northern Jordan",
        "Jordan's Petra",
        "pro-Jordan feeling",
    ] {
        check(text, "Jordan=JOR");
    }
    check("Iraq? Jordan, Chad and Japan", "Jordan=JOR | Chad=TCD | Japan=JPN");
    check("The Chad-Jordan pact; US Jordan policy", "Chad=TCD | Jordan=JOR | US=USA/a | Jordan=JOR");
    check("King Abdullah of Jordan spoke.", "King Abdullah of Jordan=abdullah-ii");
}

#[test]
fn in_title_case_a_neighbour_says_little() {
    check("Jordan Condemns Attack on Embassy in Russia", "Jordan=JOR | Russia=RUS");
    check("Michael Jordan Buys Another Team", "");
    check("Protesters Storm Jordan Embassy\nThe Jordanian king", "Jordan=JOR | Jordanian=JOR/d");
}

#[test]
fn words_of_the_sentence_rule_a_reading_in_or_out() {
    check("Alabama, Georgia and Florida voted.", "");
    check("In Athens, Georgia, they sang.", "");
    check("Athens and Georgia Tech", "Athens=GRC/c");
    check("The University of Georgia lost. GEORGIA TECH WON AGAIN", "");
    check("Florida sent aid to Georgia by way of Tbilisi.", "Georgia=GEO | Tbilisi=GEO/c");
    check("Georgia joined. Florida voted.", "Georgia=GEO");
}

#[test]
fn context_names_need_a_cue_or_the_entity() {
    check("A Quad of his own", "");
    check("The Quad met in Japan.", "Quad=QUAD | Japan=JPN");
    check(
        "The Quadrilateral Security Dialogue met. It was over. The Quad will meet again.",
        "Quadrilateral Security Dialogue=QUAD | Quad=QUAD",
    );
}

#[test]
fn a_seat_stands_for_its_body_when_the_text_is_about_it() {
    check("The EU acted. Brussels warned London.", "EU=EU/a | Brussels=EU/c | London=GBR/c");
    check("NATO met in Brussels.", "NATO=NATO/a | Brussels=BEL/c@");
    check("Brussels warned London.", "Brussels=BEL/c | London=GBR/c");
    check("Belgium acted. Brussels warned London.", "Belgium=BEL | Brussels=BEL/c | London=GBR/c");
}
