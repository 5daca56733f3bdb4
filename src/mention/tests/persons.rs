use crate::mention::testing::{check, check_dated};

#[test]
fn a_surname_follows_the_full_name() {
    check("Dmitry Peskov spoke. Peskov’s words", "Dmitry Peskov=dmitry-peskov | Peskov=dmitry-peskov/s");
    check("Peskov spoke. Then Dmitry Peskov left.", "Dmitry Peskov=dmitry-peskov");
    check("Kishida to visit\nFumio Kishida will", "Kishida=fumio-kishida/s | Fumio Kishida=fumio-kishida");
}

#[test]
fn an_unmistakable_surname_needs_nothing() {
    check("Putin met Biden.", "Putin=vladimir-putin/s | Biden=joe-biden/s");
}

#[test]
fn a_title_introduces_a_surname() {
    check("Prime Minister Kishida left.", "Kishida=fumio-kishida/s");
    check("the Russian president, Medvedev, left", "Russian=RUS/d | Medvedev=dmitry-medvedev/s");
    check("US Secretary of State Rubio", "US=USA/a | Rubio=marco-rubio/s");
    check("Mr. Peskov spoke for Russia.", "Peskov=dmitry-peskov/s | Russia=RUS");
    check("General Li spoke for Mr. Peskov.", "");
    check(
        "Russia’s Medvedev and ex-President Medvedev",
        "Russia=RUS | Medvedev=dmitry-medvedev/s | Medvedev=dmitry-medvedev/s",
    );
    check("He told the president. Medvedev left. Foreign Minister Kishida", "");
}

#[test]
fn the_date_and_the_office_choose_among_namesakes() {
    check_dated("2003-03-19", "President Bush spoke.", "Bush=george-w-bush/s");
    check_dated("1990-08-02", "President Bush spoke.", "Bush=george-h-w-bush/s");
    check("President Bush spoke.", "Bush=george-w-bush/s");
    check_dated("2024-06-01", "Premier Li spoke.", "Li=li-qiang/s");
    check_dated("2020-06-01", "Chinese Premier Li spoke.", "Chinese=CHN/d | Li=li-keqiang/s");
    check_dated("2020-06-01", "President Li spoke.", "");
}

#[test]
fn the_one_last_named_in_full_is_meant() {
    check_dated(
        "2003-03-19",
        "George W. Bush called George H. W. Bush. Bush wept.",
        "George W. Bush=george-w-bush | George H. W. Bush=george-h-w-bush | Bush=george-h-w-bush/s",
    );
    check("Li Keqiang left, Li Qiang came. Li smiled.", "Li Keqiang=li-keqiang | Li Qiang=li-qiang | Li=li-qiang/s");
}

#[test]
fn somebody_else_of_the_same_surname() {
    check("Anwar Biden lost.", "");
    check("Hunter Biden spoke. Biden wept.", "");
    check("Hunter Biden spoke. President Biden wept.", "Biden=joe-biden/s");
    check("Hunter Biden called Joe Biden. Biden wept.", "Joe Biden=joe-biden | Biden=joe-biden/s");
    check("Kim Jong Un left. Kim Kardashian came.", "Kim Jong Un=kim-jong-un");
    check("Kim Kardashian landed in Seoul. Trump Tower", "Seoul=KOR/c@");
    check("Prime Minister Kishida Albanese left.", "");
    check("Mr Biden Smith", "Biden=joe-biden/s");
}

#[test]
fn middle_names_and_initials_belong_to_the_full_name() {
    check(
        "Donald J. Trump and Vladimir Vladimirovich Putin",
        "Donald J. Trump=donald-trump | Vladimir Vladimirovich Putin=vladimir-putin",
    );
    check("Dmitry A. Medvedev left. Medvedev", "Dmitry A. Medvedev=dmitry-medvedev | Medvedev=dmitry-medvedev/s");
    check("Ivanka M. Trump", "");
}

#[test]
fn surnames_that_are_words() {
    check("May may yet be the warmest May.", "");
    check("Theresa May met him on May 5. May left.", "Theresa May=theresa-may | May=theresa-may/s");
    check("how to play a trump card with li and kim", "");
}

#[test]
fn spellings_of_one_name() {
    check(
        "Kim Jong-un, Kim Jong Un, Kishida Fumio",
        "Kim Jong-un=kim-jong-un | Kim Jong Un=kim-jong-un | Kishida Fumio=fumio-kishida",
    );
}
