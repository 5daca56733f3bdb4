use crate::mention::testing::{check, check_dated};

#[test]
fn a_name_of_another_time_still_names_when_alone() {
    check_dated("2024-01-01", "Swaziland and Eswatini", "Swaziland=SWZ | Eswatini=SWZ");
    check_dated("2024-01-01", "the Soviet Union fell", "Soviet Union=SUN");
}

#[test]
fn dates_choose_between_bearers_of_a_name() {
    check_dated("1990-05-01", "Yugoslavia votes.", "Yugoslavia=YUG");
    check_dated("1999-05-01", "Yugoslavia is bombed.", "Yugoslavia=SCG");
    check_dated("1985-05-01", "Moscow declined.", "Moscow=SUN/c");
    check_dated("2015-05-01", "Moscow declined.", "Moscow=RUS/c");
    check("Moscow declined.", "Moscow=RUS/c");
}
