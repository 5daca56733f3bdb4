use crate::mention::testing::{check, check_dated};

#[test]
fn acronyms_are_exact_dotted_or_title_cased() {
    check(
        "The US, the U.S., the U. S. and the U.S-led UN",
        "US=USA/a | U.S.=USA/a | U. S.=USA/a | U.S=USA/a | UN=UN/a",
    );
    check("Nato and Aukus met the NATO chief.", "Nato=NATO/a | Aukus=AUKUS/a | NATO=NATO/a");
    check("told us who would unite Un", "");
    check("the USSR and U.S.S.R. of old", "USSR=SUN/a | U.S.S.R.=SUN/a");
}

#[test]
fn a_title_cased_acronym_is_no_part_of_another_name() {
    check("Mr. Nato Smith; Ambassador Aukus Wada", "");
}

#[test]
fn a_sentence_may_end_with_a_dotted_acronym() {
    check("He left the U.S. Japan did not.", "U.S.=USA/a | Japan=JPN");
    check("He left the U.S.", "U.S.=USA/a");
    check("the U.S.'s and the U.S.-led", "U.S.=USA/a | U.S.=USA/a");
}

#[test]
fn brackets_bring_in_a_known_acronym() {
    check("The SCO met.", "");
    check(
        "The Shanghai Cooperation Organization (SCO) met. The SCO said no.",
        "Shanghai Cooperation Organization=SCO | SCO=SCO/a | SCO=SCO/a",
    );
    check(
        "The SCO met. Shanghai Cooperation Organization states agreed.",
        "SCO=SCO/a | Shanghai Cooperation Organization=SCO",
    );
}

#[test]
fn brackets_bring_in_an_unknown_acronym() {
    check(
        "The OX is new. Organisation X (“OX”) was founded by Japan; OX-led, OXEN, #OX.",
        "OX=OX/a | Organisation X=OX | OX=OX/a | Japan=JPN | OX=OX/a",
    );
    check("Organisation X (AP) was founded. AP said so.", "Organisation X=OX");
    check("Japan (JP) is JP.", "Japan=JPN");
}

#[test]
fn a_definition_overrules_what_the_acronym_means_elsewhere() {
    check("Organisation X (NATO-X)", "Organisation X=OX | NATO=NATO/a");
    check_dated("2020-01-01", "Union of Organisation X (OX)", "Organisation X=OX | OX=OX/a");
}
