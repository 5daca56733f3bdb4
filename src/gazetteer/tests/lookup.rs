use super::world_and;
use crate::{
    Date, EntityId, Gazetteer, NameKind,
    gazetteer::{
        index::Index,
        source::{Rows, compile, read},
    },
};

fn world() -> Gazetteer {
    world_and("").unwrap()
}

fn date(text: &str) -> Option<Date> {
    Some(text.parse().unwrap())
}

fn id(gazetteer: &Gazetteer, id: &str) -> EntityId {
    gazetteer.find(id).unwrap_or_else(|| panic!("{id}"))
}

fn names(gazetteer: &Gazetteer, ids: impl IntoIterator<Item = EntityId>) -> Vec<&str> {
    ids.into_iter().map(|id| gazetteer.entity(id).unwrap().name()).collect()
}

#[test]
fn entities_are_found_by_id() {
    let world = world();
    for (n, entity) in world.entities().iter().enumerate() {
        assert_eq!(world.find(entity.id()).unwrap().index(), n);
    }
    assert_eq!(world.find("country:XXX"), None);
    assert_eq!(world.find(""), None);
    let beyond = EntityId(u32::try_from(world.entities().len()).unwrap());
    assert_eq!(world.entity(beyond), None);
    assert_eq!(world.actor_of(beyond, None), None);
    assert!(world.names_of(beyond).is_empty() && world.tenures_of(beyond).is_empty());
}

#[test]
fn names_lie_with_their_entities() {
    let world = world();
    let of = |entity: &str| -> Vec<(&str, NameKind)> {
        world.names_of(id(&world, entity)).iter().map(|name| (name.text(), name.kind())).collect()
    };
    assert_eq!(
        of("country:ARC"),
        [
            ("Arcadia", NameKind::Name),
            ("Arcadian", NameKind::Adjective),
            ("Arcadian", NameKind::Demonym),
            ("Arcadians", NameKind::Demonym),
            ("Megalopolis", NameKind::Capital),
        ]
    );
    assert_eq!(of("leader:ada-stone"), [("Ada Stone", NameKind::Name), ("Stone", NameKind::Surname)]);
    let decoy = world.names().last().unwrap();
    assert_eq!((decoy.text(), decoy.entity()), ("Arcadia Times", None));
}

#[test]
fn actors_follow_offices_and_dates() {
    let world = world();
    let actor =
        |of: &str, date: Option<Date>| world.actor_of(id(&world, of), date).map(|id| world.entity(id).unwrap().id());
    assert_eq!(actor("country:ARC", None), Some("country:ARC"));
    assert_eq!(actor("alliance:LEAGUE", date("1900")), Some("alliance:LEAGUE"));
    assert_eq!(actor("institution:arcadian-guard", None), Some("country:ARC"));
    assert_eq!(actor("region:tempe", None), None);
    assert_eq!(actor("treaty:TEMPE", None), None);
    assert_eq!(actor("leader:ada-stone", date("2005-02-02")), Some("country:ARC"));
    assert_eq!(actor("leader:ada-stone", date("2013-06-01")), None);
    assert_eq!(actor("leader:ada-stone", date("2000-01-01")), None);
    assert_eq!(actor("leader:ada-stone", date("2014-03-01")), Some("alliance:LEAGUE"));
    // Leading comes before representing, with and without a date.
    assert_eq!(actor("leader:ada-stone", date("2015-01-01")), Some("alliance:LEAGUE"));
    assert_eq!(actor("leader:ada-stone", None), Some("alliance:LEAGUE"));
    // A vague date counts for whatever it may mean.
    assert_eq!(actor("leader:ada-stone", date("2001")), Some("country:ARC"));
    // The head of an institution acts for whom the institution acts for.
    assert_eq!(actor("leader:boris-field", date("2004-01-01")), Some("country:ARC"));
    assert_eq!(actor("leader:carl-pretender", date("2016-01-01")), Some("country:ARC"));
}

#[test]
fn holders_come_latest_first_and_uncontested() {
    let world = world();
    let president = world.find_role("president").unwrap();
    let arcadia = id(&world, "country:ARC");
    let holders = |date| names(&world, world.holders(arcadia, president, date).map(|tenure| tenure.holder()));
    assert_eq!(holders(date("2013-02-02")), ["Ada Stone"]);
    assert_eq!(holders(date("2013-02-03")), ["Boris Field"]);
    assert_eq!(holders(date("2013")), ["Boris Field", "Ada Stone"]);
    assert_eq!(holders(date("2020-01-01")), ["Boris Field"]);
    assert_eq!(holders(None), ["Boris Field", "Ada Stone"]);
    assert!(holders(date("1990")).is_empty());
    let illyria = id(&world, "country:ILL");
    assert_eq!(world.holders(illyria, president, None).count(), 0);
}

#[test]
fn titles_mean_roles_of_a_body() {
    let world = world();
    let roles = |title, of: &str| -> Vec<&str> {
        world.roles_titled(title, id(&world, of)).map(|role| world.role(role).unwrap().id()).collect()
    };
    assert_eq!(roles("Secretary of State", "country:ARC"), ["foreign-minister"]);
    assert_eq!(roles("foreign minister", "country:ARC"), ["foreign-minister"]);
    assert!(roles("Secretary of State", "country:ILL").is_empty());
    assert_eq!(roles("HEAD OF STATE", "alliance:LEAGUE"), ["president"]);
    assert!(roles("foreign minister", "alliance:LEAGUE").is_empty());
}

#[test]
fn members_come_and_go() {
    let world = world();
    let (league, illyria) = (id(&world, "alliance:LEAGUE"), id(&world, "country:ILL"));
    let members = |date| names(&world, world.members(league, date));
    assert_eq!(members(date("1955-01-01")), ["Arcadia"]);
    assert_eq!(members(date("1970-01-01")), ["Arcadia", "Illyria"]);
    assert_eq!(members(date("2005-01-01")), ["Arcadia"]);
    assert_eq!(members(date("2015-06-01")), ["Arcadia", "Illyria"]);
    assert_eq!(members(None), ["Arcadia", "Illyria"]);
    assert_eq!(names(&world, world.bodies_of(illyria, date("2005-01-01"))), ["Treaty of Tempe"]);
    assert_eq!(names(&world, world.bodies_of(illyria, None)), ["Southern League", "Treaty of Tempe"]);
    assert!(world.is_member(illyria, league, date("1998-12-31")));
    assert!(!world.is_member(illyria, league, date("1999-01-01")));
    assert!(world.is_member(illyria, league, None));
    assert!(!world.is_member(league, illyria, None));
    assert_eq!(world.memberships_of(league).len(), 4);
}

#[test]
fn a_later_file_extends_and_succeeds() {
    let base = world();
    let mut faults = Vec::new();
    let file = read("world.toml", super::WORLD, &mut faults);
    let (rows, _) = compile(Rows::default(), vec![file]);
    let index = Index::default().grown(&rows);
    let more = r#"
[[entity]]
id = "country:ARC"
extends = true
names = ["Arcady"]

[[entity]]
id = "leader:dora-hill"
name = "Dora Hill"
tenures = [{ role = "president", of = "country:ARC", from = 2026-12-01 }]
"#;
    let file = read("more.toml", more, &mut faults);
    let (rows, more) = compile(rows, vec![file]);
    assert!(faults.is_empty() && more.is_empty(), "{faults:?} {more:?}");
    let index = index.grown(&rows);
    assert!(index == Index::default().grown(&rows));
    let world = Gazetteer::new(rows, index, Vec::new());
    let arcadia = id(&world, "country:ARC");
    assert!(world.names_of(arcadia).iter().any(|name| name.text() == "Arcady"));
    assert_eq!(world.names_of(arcadia).len(), base.names_of(arcadia).len() + 1);
    let president = world.find_role("president").unwrap();
    let holders = |date| names(&world, world.holders(arcadia, president, date).map(|tenure| tenure.holder()));
    assert_eq!(holders(date("2026-11-30")), ["Boris Field"]);
    assert_eq!(holders(date("2026-12-01")), ["Dora Hill"]);
    assert_eq!(world.files().len(), 2);
}
