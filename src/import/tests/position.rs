use crate::{
    Gazetteer,
    import::{draft::Draft, position::office},
};

#[test]
fn positions_name_a_role_and_a_body() {
    let draft = Draft::new(Gazetteer::embedded());
    let read = |label: &str, at: Option<&str>| match office(label, at, &draft) {
        Some(office) => format!("{} {}{}", office.role, office.of, if office.acting { " acting" } else { "" }),
        None => String::new(),
    };
    for (label, expected) in [
        ("President of Albania", "president country:ALB"),
        ("Prime Minister of the United Kingdom", "prime-minister country:GBR"),
        ("Minister of Foreign Affairs of Japan", "foreign-minister country:JPN"),
        ("Albanian foreign minister", "foreign-minister country:ALB"),
        ("Acting President of the Republic of Poland", "president country:POL acting"),
        ("Secretary General of NATO", "secretary-general alliance:NATO"),
        ("President of the Chess Club of Albania", ""),
        ("Keeper of the Seal of France", ""),
        ("of", ""),
        ("", ""),
        ("interim ", ""),
    ] {
        assert_eq!(read(label, None), expected, "{label}");
    }
    assert_eq!(read("Taoiseach", Some("country:IRL")), "prime-minister country:IRL");
    assert_eq!(read("foreign-minister", Some("country:IRL")), "foreign-minister country:IRL");
    // the label knows better than the column beside it
    assert_eq!(read("President of Albania", Some("country:IRL")), "president country:ALB");
    assert_eq!(read("Keeper of the Seal", Some("country:FRA")), "");
}
