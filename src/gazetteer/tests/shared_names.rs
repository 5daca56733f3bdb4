//! Names that two entities bear: a date, a cue or the context must tell them apart.

use std::collections::BTreeMap;

use deunicode::deunicode;

use super::world_and;
use crate::{
    gazetteer::{Gazetteer, Name, NameKind},
    text::Date,
};

/// Each name that nothing tells apart, with the entities that bear it; none for a decoy.
fn indistinct(gazetteer: &Gazetteer) -> Vec<(String, Vec<&str>)> {
    let mut names = BTreeMap::<String, Vec<&Name>>::new();
    // a surname alone is settled by the person before it, unless it needs none
    for name in gazetteer.names.iter().filter(|name| name.kind != NameKind::Surname || name.unmistakable) {
        names.entry(key(&name.text)).or_default().push(name);
    }
    let collide = |names: &[&Name]| {
        names
            .iter()
            .enumerate()
            .any(|(n, one)| names[n + 1..].iter().any(|other| are_indistinct(gazetteer, one, other)))
    };
    let id = |name: &&Name| name.entity.map_or("decoy", |entity| &gazetteer.entities[entity.index()].id);
    let colliding = names.into_iter().filter(|(_, names)| collide(names));
    colliding.map(|(key, names)| (key, names.iter().map(id).collect())).collect()
}

/// What names have in common that a text may write alike.
fn key(name: &str) -> String {
    deunicode(name).to_lowercase().replace('-', " ").replace('.', "")
}

fn are_indistinct(gazetteer: &Gazetteer, one: &Name, other: &Name) -> bool {
    let (times, other_times) = (interval(gazetteer, one), interval(gazetteer, other));
    one.entity != other.entity
        && times.0 < other_times.1
        && other_times.0 < times.1
        && !is_conditional(one)
        && !is_conditional(other)
}

fn is_conditional(name: &Name) -> bool {
    name.needs_context || !name.cues().is_empty() || !name.unless().is_empty()
}

/// When the name is in use by an entity that exists.
fn interval(gazetteer: &Gazetteer, name: &Name) -> (Date, Date) {
    let entity = name.entity.map(|entity| &gazetteer.entities[entity.index()]);
    let from = [name.from(), entity.and_then(|entity| entity.from)].into_iter().flatten().max();
    let to = [name.to(), entity.and_then(|entity| entity.to)].into_iter().flatten().min();
    let (first, last) = (Date::from_ymd(1, 1, 1), Date::from_ymd(9999, 12, 31));
    (from.or(first).expect("a day").earliest(), to.or(last).expect("a day").earliest())
}

#[test]
fn no_name_means_two() {
    let gazetteer = Gazetteer::embedded();
    assert_eq!(indistinct(&gazetteer), []);
}

#[test]
fn a_second_bearer_is_found() {
    let second = |kind: &str, more: &str| {
        let gazetteer =
            world_and(&format!("[[entity]]\nid = \"country:UTO\"\nname = \"Utopia\"\n{kind} = [{more}]")).unwrap();
        indistinct(&gazetteer).iter().map(|(_, ids)| ids.join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(second("names", r#""Southern-League""#), ["alliance:LEAGUE country:UTO"]);
    assert_eq!(second("acronyms", r#""S.O.L.E.""#), ["alliance:LEAGUE country:UTO"]);
    assert_eq!(second("demonyms", r#""Arcadian""#), ["country:ARC country:ARC country:UTO"]);
    assert_eq!(second("names", r#""Arcadia Times""#), ["country:UTO decoy"]);
    assert_eq!(second("names", r#"{ text = "Kingdom of Illyria", from = 1990-04-01 }"#), ["country:ILL country:UTO"]);
    for apart in [
        r#"{ text = "Kingdom of Illyria", from = 1990-05-01 }"#,
        r#"{ text = "Southern League", cues = ["Utopian"] }"#,
        r#"{ text = "Southern League", unless = ["Arcadian"] }"#,
        r#"{ text = "Southern League", flags = ["context"] }"#,
    ] {
        assert_eq!(second("names", apart), [""; 0], "{apart}");
    }
}
