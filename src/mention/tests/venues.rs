use crate::mention::testing::check;

#[test]
fn datelines_are_venues() {
    check("MOSCOW (TASS): Russia declined.", "MOSCOW=RUS/c@ | Russia=RUS");
    check("KYIV, Ukraine (AP) — Russia shelled Kyiv.", "KYIV=UKR/c@ | Ukraine=UKR@ | Russia=RUS | Kyiv=UKR/c");
    check("Report ISLAMABAD: Iran agreed.", "ISLAMABAD=PAK/c@ | Iran=IRN");
    check("LVIV, Ukraine (AP) — Russia", "Ukraine=UKR@ | Russia=RUS");
    check("MOSCOW: WEST IS TO BLAME", "MOSCOW=RUS/c");
    check("Moscow: the West is to blame", "Moscow=RUS/c");
}

#[test]
fn a_capital_after_a_preposition_of_place_is_a_venue() {
    check("They met in Vienna and Bern, outside Kyiv.", "Vienna=AUT/c@ | Bern=CHE/c@ | Kyiv=UKR/c@");
    check("In Vienna’s view, Moscow, in Tokyo", "Vienna=AUT/c | Moscow=RUS/c | Tokyo=JPN/c@");
    check(
        "Moscow told Beijing in the capital, Kyiv, that Russia in Japan",
        "Moscow=RUS/c | Beijing=CHN/c | Kyiv=UKR/c@ | Russia=RUS | Japan=JPN",
    );
}
