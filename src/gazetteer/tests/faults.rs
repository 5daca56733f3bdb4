use proptest::prelude::*;

use super::{WORLD, world_and};
use crate::{ErrorKind, Gazetteer};

fn fault(more: &str) -> String {
    world_and(more.trim_start()).expect_err(more).to_string()
}

fn faults(more: &str) -> Vec<String> {
    let mut builder = Gazetteer::builder();
    builder.without_embedded().add_str("world.toml", WORLD).add_str("more.toml", more);
    builder.check().iter().map(ToString::to_string).collect()
}

#[test]
fn a_fault_names_file_line_entity_and_reason() {
    let unknown = fault("[[entity]]\nid = \"country:UTO\"\nname = \"Utopia\"\nflag = \"blue\"");
    insta::assert_snapshot!(unknown, @r#"more.toml:4: entity "country:UTO": unknown field `flag`, expected one of `id`, `extends`, `name`, `names`, `acronyms`, `adjectives`, `demonyms`, `combining`, `capitals`, `seats`, `surnames`, `nominals`, `actor`, `parent`, `successor`, `members`, `tenures`, `from`, `to`, `note`"#);
    let table = fault("[[entities]]\nid = \"country:UTO\"");
    insta::assert_snapshot!(table, @"more.toml:1: unknown table `entities`, expected one of `file`, `entity`, `role`, `post`, `decoy`");
    let header = fault("[file]\nname = \"x\"");
    insta::assert_snapshot!(header, @"more.toml:2: unknown field `name`, expected one of `title`, `sources`, `checked`");
    let syntax = fault("[[entity]]\nid = country:UTO");
    insta::assert_snapshot!(syntax, @"more.toml:2: string values must be quoted, expected literal string");
    let shape = fault("entity = 3");
    insta::assert_snapshot!(shape, @"more.toml:1: invalid type: integer `3`, expected the table of an entity");
    let name = fault("[[entity]]\nid = \"country:UTO\"\nname = \"Utopia\"\nnames = [\"Eutopia\",\n 3]");
    insta::assert_snapshot!(name, @r#"more.toml:5: entity "country:UTO": invalid type: integer `3`, expected a name: a string, or a table with `text`"#);
    let flag = fault(
        "[[entity]]\nid = \"country:UTO\"\nname = \"Utopia\"\nnames = [{ text = \"Utopia\", flags = [\"vague\"] }]",
    );
    insta::assert_snapshot!(flag, @r#"more.toml:4: entity "country:UTO": unknown variant `vague`, expected one of `exact`, `context`, `person`, `unmistakable`"#);
}

#[test]
fn every_fault_of_an_entity_is_told() {
    let more = r#"[[entity]]
id = "leader:dora-lake"
name = "Dora Lake"
nmes = ["Lake Dora"]
names = ["D. Lake", 3, "  "]
surnames = [{ text = "Lake", flags = ["vague"] }, { txt = "Laker" }]
capitals = ["Lakeside"]
from = 1990-02-30x
"#;
    let syntax = faults(more);
    assert_eq!(syntax.len(), 1, "a text that is no TOML has no entities: {syntax:?}");
    let told = faults(&more.replace("from = 1990-02-30x", "tenures = [\n  { role = \"archon\", of = \"country:ARC\" },\n  \
        { role = \"president\", of = \"country:ARC\", from = \"soon\" },\n  { role = \"spokesperson\" },\n]\nfrom = \"later\""));
    insta::assert_snapshot!(told.join("\n"), @r#"
more.toml:4: entity "leader:dora-lake": unknown field `nmes`, expected one of `id`, `extends`, `name`, `names`, `acronyms`, `adjectives`, `demonyms`, `combining`, `capitals`, `seats`, `surnames`, `nominals`, `actor`, `parent`, `successor`, `members`, `tenures`, `from`, `to`, `note`
more.toml:5: entity "leader:dora-lake": invalid type: integer `3`, expected a name: a string, or a table with `text`
more.toml:5: entity "leader:dora-lake": "  " in `names` has outer, double or special blanks, or nothing else
more.toml:6: entity "leader:dora-lake": unknown variant `vague`, expected one of `exact`, `context`, `person`, `unmistakable`
more.toml:6: entity "leader:dora-lake": unknown field `txt`, expected one of `text`, `from`, `to`, `flags`, `cues`, `unless`, `not_before`, `not_after`
more.toml:7: entity "leader:dora-lake": field `capitals` is not one of a leader
more.toml:9: entity "leader:dora-lake": `role` refers to "archon", which does not exist
more.toml:10: entity "leader:dora-lake": "soon" is no date (expected YYYY-MM-DD, YYYY-MM or YYYY)
more.toml:11: entity "leader:dora-lake": missing field `of`
more.toml:13: entity "leader:dora-lake": "later" is no date (expected YYYY-MM-DD, YYYY-MM or YYYY)
"#);
    let lost = faults("[[entity]]\nid = \"leader:x\"\nname = 3\nnames = [4]\n\n[[role]]\nid = \"r\"\ntitles = 3");
    insta::assert_snapshot!(lost.join("\n"), @r#"
more.toml:3: entity "leader:x": invalid type: integer `3`, expected a string
more.toml:8: role "r": invalid type: integer `3`, expected a sequence
"#);
}

#[test]
fn ids_are_checked() {
    let syntax = fault("[[entity]]\nid = \"country:utopia\"\nname = \"Utopia\"");
    insta::assert_snapshot!(syntax, @r#"more.toml:2: entity "country:utopia": the id does not fit its kind (expected country: and three capital letters)"#);
    let kind = fault("[[entity]]\nid = \"planet:utopia\"\nname = \"Utopia\"");
    insta::assert_snapshot!(kind, @r#"more.toml:2: entity "planet:utopia": the id does not fit its kind (expected country:, alliance:, treaty:, leader:, institution:, group: or region: and a name)"#);
    let duplicate = fault("[[entity]]\nid = \"country:ARC\"\nname = \"Arcady\"");
    insta::assert_snapshot!(duplicate, @r#"more.toml:2: entity "country:ARC": the id is taken since world.toml:33"#);
    let role = fault(
        "[[role]]\nid = \"president\"\ntitles = [\"doge\"]\nrelation = \"leads\"\nsingle = true\nscope = \"any\"",
    );
    insta::assert_snapshot!(role, @r#"more.toml:2: role "president": the id is taken since world.toml:7"#);
    let nameless = fault("[[entity]]\nid = \"country:UTO\"");
    insta::assert_snapshot!(nameless, @r#"more.toml:2: entity "country:UTO": missing field `name`"#);
}

#[test]
fn references_are_checked() {
    let actor = fault("[[entity]]\nid = \"institution:diet\"\nname = \"Diet\"\nactor = \"country:UTO\"");
    insta::assert_snapshot!(actor, @r#"more.toml:4: entity "institution:diet": `actor` refers to "country:UTO", which does not exist"#);
    let idle = fault("[[entity]]\nid = \"institution:diet\"\nname = \"Diet\"");
    insta::assert_snapshot!(idle, @r#"more.toml:2: entity "institution:diet": missing field `actor`"#);
    let kind = fault("[[entity]]\nid = \"institution:diet\"\nname = \"Diet\"\nactor = \"region:tempe\"");
    insta::assert_snapshot!(kind, @r#"more.toml:4: entity "institution:diet": `actor` refers to "region:tempe" (expected country or alliance or group)"#);
    let member =
        fault("[[entity]]\nid = \"alliance:PACT\"\nname = \"Pact\"\nmembers = [\n{ who = [\"ARC\",\n\"UTO\"] }]");
    insta::assert_snapshot!(member, @r#"more.toml:6: entity "alliance:PACT": `who` refers to "country:UTO", which does not exist"#);
    let tenure = "[[entity]]\nid = \"leader:x\"\nname = \"X\"\ntenures = [\n{ role = \"doge\", of = \"country:ARC\" }]";
    insta::assert_snapshot!(fault(tenure), @r#"more.toml:5: entity "leader:x": `role` refers to "doge", which does not exist"#);
    let body = tenure.replace("doge", "president").replace("country:ARC", "leader:ada-stone");
    insta::assert_snapshot!(fault(&body), @r#"more.toml:5: entity "leader:x": `of` refers to "leader:ada-stone" (expected country or alliance or institution or group)"#);
    let scope = tenure.replace("doge", "foreign-minister").replace("country:ARC", "alliance:LEAGUE");
    insta::assert_snapshot!(fault(&scope), @r#"more.toml:5: entity "leader:x": `of` refers to "alliance:LEAGUE" (expected a body within the scope of "foreign-minister")"#);
    let own = fault("[[entity]]\nid = \"country:UTO\"\nname = \"Utopia\"\nsuccessor = \"country:UTO\"");
    insta::assert_snapshot!(own, @r#"more.toml:4: entity "country:UTO": `successor` refers to "country:UTO" (expected another entity)"#);
    let post = fault("[[post]]\nrole = \"doge\"\nof = \"country:ARC\"\ntitles = [\"doge\"]");
    insta::assert_snapshot!(post, @r#"more.toml:2: post "doge": `role` refers to "doge", which does not exist"#);
    let extends = fault("[[entity]]\nid = \"country:UTO\"\nextends = true");
    insta::assert_snapshot!(extends, @r#"more.toml:2: entity "country:UTO": `id` refers to "country:UTO", which does not exist"#);
    let renamed = fault("[[entity]]\nid = \"country:ARC\"\nextends = true\nname = \"Arcady\"");
    insta::assert_snapshot!(renamed, @r#"more.toml:2: entity "country:ARC": field `name` cannot be given by a block that extends the entity"#);
}

#[test]
fn fields_fit_the_kind() {
    let tenures = fault("[[entity]]\nid = \"country:UTO\"\nname = \"Utopia\"\n\ntenures = []");
    insta::assert_snapshot!(tenures, @r#"more.toml:5: entity "country:UTO": field `tenures` is not one of a country"#);
    let flag = fault(
        "[[entity]]\nid = \"country:UTO\"\nname = \"Utopia\"\nnames = [{ text = \"Utopia\", flags = [\"unmistakable\"] }]",
    );
    insta::assert_snapshot!(flag, @r#"more.toml:4: entity "country:UTO": flag "unmistakable" in `names` (expected in `surnames` only)"#);
}

#[test]
fn dates_are_checked() {
    let entity = |dates: &str| fault(&format!("[[entity]]\nid = \"country:UTO\"\nname = \"Utopia\"\n{dates}"));
    insta::assert_snapshot!(entity("from = 2023-02-30"), @r#"more.toml:4: entity "country:UTO": invalid date, expected day between 01 and 28"#);
    insta::assert_snapshot!(entity("from = \"2023-13\""), @r#"more.toml:4: entity "country:UTO": "2023-13" is no date (expected YYYY-MM-DD, YYYY-MM or YYYY)"#);
    insta::assert_snapshot!(entity("from = 20230101"), @r#"more.toml:4: entity "country:UTO": "20230101" is no date (expected YYYY-MM-DD, YYYY-MM or YYYY)"#);
    insta::assert_snapshot!(entity("from = 2020-01-01T00:00:00Z"), @r#"more.toml:4: entity "country:UTO": "2020-01-01T00:00:00Z" is no date (expected YYYY-MM-DD, YYYY-MM or YYYY)"#);
    insta::assert_snapshot!(entity("from = true"), @r#"more.toml:4: entity "country:UTO": invalid type: boolean `true`, expected a date such as 2021-10-04, "2021-10" or 2021"#);
    insta::assert_snapshot!(entity("from = 2020-05-01\nto = 2020-05-01"), @r#"more.toml:2: entity "country:UTO": `to` 2020-05-01 is not after `from` 2020-05-01"#);
    insta::assert_snapshot!(entity("from = 2020-05-01\nto = 2020"), @r#"more.toml:2: entity "country:UTO": `to` 2020 is not after `from` 2020-05-01"#);
    insta::assert_snapshot!(entity("names = [{ text = \"Eutopia\", from = 2000, to = 1990 }]"), @r#"more.toml:4: entity "country:UTO": `to` 1990 is not after `from` 2000"#);
}

#[test]
fn names_are_checked() {
    let names = |names: &str| fault(&format!("[[entity]]\nid = \"country:UTO\"\nname = \"Utopia\"\n{names}"));
    insta::assert_snapshot!(names("names = [\"\"]"), @r#"more.toml:4: entity "country:UTO": empty text in `names`"#);
    insta::assert_snapshot!(names("names = [\"Eu  topia\"]"), @r#"more.toml:4: entity "country:UTO": "Eu  topia" in `names` has outer, double or special blanks, or nothing else"#);
    insta::assert_snapshot!(names("names = [\"Eutopia\\u00A0\"]"), @r#"more.toml:4: entity "country:UTO": "Eutopia\u{a0}" in `names` has outer, double or special blanks, or nothing else"#);
    insta::assert_snapshot!(names("names = [\"--\"]"), @r#"more.toml:4: entity "country:UTO": "--" in `names` has no letter"#);
    insta::assert_snapshot!(names("names = [{ text = \"Eutopia\", cues = [\" \"] }]"), @r#"more.toml:4: entity "country:UTO": " " in `cues` has outer, double or special blanks, or nothing else"#);
    insta::assert_snapshot!(names("names = [\"Utopia\"]"), @r#"more.toml:4: entity "country:UTO": "Utopia" in `names` is there already"#);
    let extends = fault("[[entity]]\nid = \"country:ARC\"\nextends = true\ncapitals = [\"Megalopolis\"]");
    insta::assert_snapshot!(extends, @r#"more.toml:4: entity "country:ARC": "Megalopolis" in `capitals` is there already"#);
    // Two times of one name are two names.
    let twice = "[[entity]]\nid = \"country:UTO\"\nname = \"Utopia\"\nnames = [{ text = \"Utopia\", to = 1950 }, { text = \"Utopia\", from = 1960 }]";
    assert!(world_and(twice).is_ok());
}

#[test]
fn an_office_for_one_has_one_holder() {
    let second = |row: &str| format!("[[entity]]\nid = \"leader:x\"\nname = \"X\"\ntenures = [\n{{ {row} }}]");
    let president = |rest: &str| second(&format!("role = \"president\", of = \"country:ARC\", {rest}"));
    insta::assert_snapshot!(fault(&president("from = 2012-01-01, to = 2012-06-01")), @r#"more.toml:5: entity "leader:x": "president" of "country:ARC" is for one holder, but "leader:ada-stone" holds it too from 2012-01-01"#);
    insta::assert_snapshot!(fault(&president("from = 2013-01-01, to = 2013-02-05")), @r#"more.toml:5: entity "leader:x": "president" of "country:ARC" is for one holder, but "leader:ada-stone" holds it too from 2013-01-01"#);
    for fine in [
        "from = 1990-01-01, to = 2005-02-03",
        "from = 1990-01-01, to = 2005-02-04",
        "from = 2012, to = 2012-06-01", // no day is certain
        "from = 2012-01-01, to = 2012-06-01, acting = true",
        "from = 2012-01-01, to = 2012-06-01, contested = true",
    ] {
        let more = president(fine);
        assert!(world_and(&more).is_ok(), "{fine}: {:?}", world_and(&more).err());
    }
    let many = second("role = \"spokesperson\", of = \"country:ILL\", from = 2015-01-01");
    assert!(world_and(&many).is_ok());
    let twice = "[[entity]]\nid = \"leader:ada-stone\"\nextends = true\ntenures = [{ role = \"president\", of = \"country:ARC\", from = 2006-01-01, to = 2007-01-01 }]";
    insta::assert_snapshot!(fault(twice), @r#"more.toml:4: entity "leader:ada-stone": `tenures` says twice for the same time: "president" of "country:ARC""#);
    let member =
        "[[entity]]\nid = \"alliance:LEAGUE\"\nextends = true\nmembers = [{ who = [\"ARC\"], from = 1970-01-01 }]";
    insta::assert_snapshot!(fault(member), @r#"more.toml:4: entity "alliance:LEAGUE": `members` says twice for the same time: country:ARC"#);
}

#[test]
fn all_faults_are_found_at_once_and_none_twice() {
    let more = r#"
[[entity]]
id = "country:UTO"
nam = "Utopia"

[[entity]]
id = "leader:x"
name = "X"
tenures = [{ role = "president", of = "country:UTO" }, { role = "president", of = "country:ARK" }]

[[entity]]
id = "Leader:y"
name = ""
"#;
    let mut builder = Gazetteer::builder();
    let faults = builder.without_embedded().add_str("world.toml", WORLD).add_str("more.toml", more).check();
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(faults.join("\n"), @r#"
    more.toml:4: entity "country:UTO": unknown field `nam`, expected one of `id`, `extends`, `name`, `names`, `acronyms`, `adjectives`, `demonyms`, `combining`, `capitals`, `seats`, `surnames`, `nominals`, `actor`, `parent`, `successor`, `members`, `tenures`, `from`, `to`, `note`
    more.toml:9: entity "leader:x": `of` refers to "country:ARK", which does not exist
    more.toml:12: entity "Leader:y": the id does not fit its kind (expected country:, alliance:, treaty:, leader:, institution:, group: or region: and a name)
    "#);
}

#[test]
fn a_missing_file_is_an_error_with_its_name() {
    let error = Gazetteer::builder().add_file("no/such.toml").build().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Io { .. }));
    assert_eq!(error.position().unwrap().file(), "no/such.toml");
    assert_eq!(error.position().unwrap().line(), None);
    assert!(std::error::Error::source(&error).is_some());
    assert!(error.to_string().starts_with("no/such.toml: cannot read the file: "), "{error}");
}

proptest! {
    #[test]
    fn no_text_stops_the_check(
        at in 0..WORLD.len(),
        length in 0_usize..40,
        with in prop_oneof![
            Just(String::new()),
            "\\PC{0,8}",
            "[\\[\\]{}\"=,\n]{0,4}",
            Just("[[entity]]\nid = 3\n".to_owned()),
            Just("entity = [[]]".to_owned()),
        ],
    ) {
        let mut text = WORLD.to_owned();
        text.replace_range(at..(at + length).min(WORLD.len()), &with);
        let mut builder = Gazetteer::builder();
        let faults = builder.without_embedded().add_str("world.toml", &*text).check();
        prop_assert_eq!(builder.build().is_ok(), faults.is_empty());
        for fault in faults {
            prop_assert!(fault.position().is_some_and(|position| position.line().is_some()), "{}", fault);
        }
    }
}
