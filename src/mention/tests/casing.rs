use crate::mention::testing::check;

#[test]
fn headlines_in_capitals() {
    check("CHINA WARNS US OVER NORTH KOREA\n\nChina said so.", "CHINA=CHN | US=USA/a | NORTH KOREA=PRK | China=CHN");
    check("TÜRKİYE AND CÔTE D’IVOIRE SIGN\n", "TÜRKİYE=TUR | CÔTE D’IVOIRE=CIV");
    check("PUTIN MEETS KIM JONG UN", "PUTIN=vladimir-putin/s | KIM JONG UN=kim-jong-un");
    check("RUSSIA has accused GREAT BRITAIN of lies", "RUSSIA=RUS | GREAT BRITAIN=GBR");
}

#[test]
fn capitals_do_not_make_names_of_words() {
    check("TURKEY PRICES FALL AS THANKSGIVING NEARS", "");
    check("JAPAN TAUGHT US TO LOVE TRAINS", "JAPAN=JPN");
    check("POLISH YOUR SHOES WITH RUSSIAN POLISH", "RUSSIAN=RUS/d");
    check("WHO TELLS US THE TRUTH ABOUT THE UN", "WHO=WHO/a | US=USA/a | UN=UN/a");
}

#[test]
fn lines_without_capitals() {
    check("iran threatens to close hormuz, us navy unmoved", "iran=IRN | us=USA/a");
    check("japan taught us to love trains, says chinese designer", "japan=JPN | chinese=CHN/d");
    check("nato chief who warned russia over u.s. troops", "nato=NATO/a | russia=RUS | u.s.=USA/a");
    check("how to polish the trump card of turkey", "turkey=TUR");
}

#[test]
fn wrapped_lines_of_mixed_case_are_left_alone() {
    check("The guests said that they\nwould let us eat the turkey with them\nin the evening.", "");
}

#[test]
fn the_case_of_one_line_is_its_own() {
    check("iran will not yield to anyone\nIran and turkey", "iran=IRN | Iran=IRN");
}
