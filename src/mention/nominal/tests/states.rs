use super::check;

#[test]
fn one_state() {
    check(&[
        ("Iran fired missiles. Sanctions on the country were tightened.", &["the country = IRN"]),
        ("Iran fired missiles. Tehran said that the country was ready.", &["the country = IRN"]),
        ("Japan is made of islands. The island nation is old.", &["The island nation = JPN"]),
        ("Vladimir Putin spoke. His country was ready.", &["His country = RUS"]),
        ("Fumio Kishida spoke about his country.", &["his country = JPN"]),
        ("The Syrian regime fell. Russia and Turkey met. The regime was old.", &["The regime = SYR"]),
    ]);
}

#[test]
fn which_state_is_open() {
    check(&[
        ("Iran fired at Syria. The country was ready.", &[]),
        ("Iran fired missiles. Turkey left the country.", &[]),
        ("Rain fell. The country was ready.", &[]),
        ("Iran fired missiles. The country that knew was ready.", &[]),
        ("Iran fired missiles. This country was ready.", &[]),
        ("Vladimir Putin met Xi Jinping. His country was ready.", &[]),
    ]);
}
