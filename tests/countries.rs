//! Whether the countries of the gazetteer are all there, and have what a country has.
//!
//! What one has not is listed in `tests/data/countries-without.toml` with the reason; a reason that holds no more is a
//! fault too.

use std::collections::{BTreeMap, BTreeSet};

use geopol::{EntityKind, Gazetteer, GazetteerFile, NameKind};

type Reasons = BTreeMap<String, BTreeMap<String, String>>;

fn reasons() -> Reasons {
    toml::from_str(include_str!("data/countries-without.toml")).unwrap()
}

fn no_reasons() -> Reasons {
    reasons().into_keys().map(|about| (about, BTreeMap::new())).collect()
}

/// One small country with all that is asked for, but for what is replaced.
fn utopia(old: &str, new: &str) -> Gazetteer {
    let entity = r#"
        [[entity]]
        id = "country:UTO"
        name = "Utopia"
        names = ["Republic of Utopia"]
        demonyms = ["Utopian"]
        capitals = ["Amaurot"]
    "#;
    assert!(entity.contains(old));
    Gazetteer::builder().without_embedded().add_str("mine.toml", entity.replace(old, new)).build().unwrap()
}

fn ids(gazetteer: &Gazetteer) -> BTreeSet<&str> {
    let countries = gazetteer.entities().iter().filter(|entity| entity.kind() == EntityKind::Country);
    countries.map(|country| country.id()).collect()
}

/// How two sets differ, apart from what has a reason.
fn differences(found: &BTreeSet<&str>, expected: &BTreeMap<String, String>) -> Vec<String> {
    let expected: BTreeSet<&str> = expected.keys().map(String::as_str).collect();
    let unexplained = found.difference(&expected).map(|id| format!("{id} without a reason"));
    unexplained.chain(expected.difference(found).map(|id| format!("{id} with a reason for nothing"))).collect()
}

/// The countries that have fewer names of these kinds than is asked for, apart from those with a reason.
fn lacking(gazetteer: &Gazetteer, reasons: &Reasons, what: &str, kinds: &[NameKind], least: usize) -> Vec<String> {
    let lacks = |id: &&str| {
        let names = gazetteer.names_of(gazetteer.find(id).unwrap()).iter().filter(|name| kinds.contains(&name.kind()));
        names.map(|name| name.text()).collect::<BTreeSet<_>>().len() < least
    };
    differences(&ids(gazetteer).into_iter().filter(lacks).collect(), &reasons[what])
}

fn without_capital(gazetteer: &Gazetteer, reasons: &Reasons) -> Vec<String> {
    lacking(gazetteer, reasons, "capital", &[NameKind::Capital], 1)
}

fn without_demonym(gazetteer: &Gazetteer, reasons: &Reasons) -> Vec<String> {
    lacking(gazetteer, reasons, "demonym", &[NameKind::Demonym], 1)
}

fn without_second_name(gazetteer: &Gazetteer, reasons: &Reasons) -> Vec<String> {
    lacking(gazetteer, reasons, "second-name", &[NameKind::Name, NameKind::Acronym], 2)
}

#[test]
fn every_country_has_a_capital_a_demonym_and_two_names() {
    let (gazetteer, reasons) = (Gazetteer::embedded(), reasons());
    assert_eq!(without_capital(&gazetteer, &reasons), [""; 0]);
    assert_eq!(without_demonym(&gazetteer, &reasons), [""; 0]);
    assert_eq!(without_second_name(&gazetteer, &reasons), [""; 0]);
}

#[test]
fn what_a_country_lacks_is_found() {
    let (whole, none) = (utopia("", ""), no_reasons());
    assert_eq!(without_capital(&whole, &none), [""; 0]);
    assert_eq!(without_capital(&utopia("\"Amaurot\"", ""), &none), ["country:UTO without a reason"]);
    assert_eq!(without_demonym(&utopia("\"Utopian\"", ""), &none), ["country:UTO without a reason"]);
    assert_eq!(without_second_name(&utopia("Republic of Utopia", "Eutopia"), &none), [""; 0]);
    assert_eq!(without_second_name(&utopia("\"Republic of Utopia\"", ""), &none), ["country:UTO without a reason"]);
    let mut stale = none;
    stale.get_mut("capital").unwrap().insert("country:UTO".to_owned(), "it moves".to_owned());
    assert_eq!(without_capital(&whole, &stale), ["country:UTO with a reason for nothing"]);
    assert_eq!(without_capital(&utopia("\"Amaurot\"", ""), &stale), [""; 0]);
}

/// The codes of ISO 3166-1 that are no country, and the countries that have none.
fn misplaced_codes(gazetteer: &Gazetteer, reasons: &Reasons) -> Vec<String> {
    let codes: Vec<String> = rust_iso3166::ALL_ALPHA3.iter().map(|code| format!("country:{code}")).collect();
    let (codes, ours): (BTreeSet<&str>, _) = (codes.iter().map(String::as_str).collect(), ids(gazetteer));
    let mut faults = differences(&codes.difference(&ours).copied().collect(), &reasons["code"]);
    faults.extend(differences(&ours.difference(&codes).copied().collect(), &reasons["no-code"]));
    faults
}

#[test]
fn codes_are_those_of_iso_3166() {
    assert_eq!(misplaced_codes(&Gazetteer::embedded(), &reasons()), [""; 0]);
}

#[test]
fn missing_and_invented_codes_are_found() {
    let faults = misplaced_codes(&utopia("", ""), &no_reasons());
    assert_eq!(faults.len(), 250);
    assert_eq!(faults[0], "country:ABW without a reason");
    assert_eq!(faults[249], "country:UTO without a reason");
}

/// The files whose header does not say what they hold, from where, or until when.
fn without_header(files: &[GazetteerFile]) -> Vec<&str> {
    let lacks = |file: &&GazetteerFile| file.title().is_none() || file.sources().is_empty() || file.checked().is_none();
    files.iter().filter(lacks).map(GazetteerFile::name).collect()
}

#[test]
fn every_file_says_what_it_holds_from_where_and_until_when() {
    let gazetteer = Gazetteer::embedded();
    assert!(gazetteer.files().len() > 10);
    assert_eq!(without_header(gazetteer.files()), [""; 0]);
}

#[test]
fn a_header_without_sources_is_found() {
    let header = |text: &str| {
        let gazetteer = Gazetteer::builder().without_embedded().add_str("mine.toml", text).build().unwrap();
        without_header(gazetteer.files()).len()
    };
    assert_eq!(header("[file]\ntitle = \"Islands\"\nsources = [\"a map\"]\nchecked = 2026-01-01"), 0);
    assert_eq!(header("[file]\ntitle = \"Islands\"\nsources = []\nchecked = 2026-01-01"), 1);
    assert_eq!(header("[file]\ntitle = \"Islands\"\nsources = [\"a map\"]"), 1);
    assert_eq!(header(""), 1);
}
