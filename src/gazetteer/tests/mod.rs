//! Tests of the gazetteer as a whole: faults, look-ups, and the embedded files.

mod embedded;
mod faults;
mod lookup;
mod shared_names;

use super::Gazetteer;

/// Roles and entities that the tests' own entries refer to.
const WORLD: &str = r#"
[file]
title = "A small world"
checked = 2026-11-01

[[role]]
id = "president"
titles = ["president", "head of state"]
relation = "leads"
single = true
scope = "any"

[[role]]
id = "foreign-minister"
titles = ["foreign minister"]
relation = "leads"
single = true
scope = "country"

[[role]]
id = "spokesperson"
titles = ["spokesman", "spokeswoman"]
relation = "represents"
single = false
scope = "any"

[[post]]
role = "foreign-minister"
of = "country:ARC"
titles = ["Secretary of State"]

[[entity]]
id = "country:ARC"
name = "Arcadia"
adjectives = ["Arcadian"]
demonyms = ["Arcadian", "Arcadians"]
capitals = ["Megalopolis"]

[[entity]]
id = "country:ILL"
name = "Illyria"
names = [{ text = "Kingdom of Illyria", to = 1990-05-01 }]

[[entity]]
id = "alliance:LEAGUE"
name = "Southern League"
acronyms = ["SOLE"]
nominals = ["league"]
members = [
  { who = ["ARC"], role = "founder", from = 1950-06-01 },
  { who = ["ILL"], from = 1960-01-01, to = 1999-01-01 },
  { who = ["ILL"], from = 2010-01-01 },
  { who = ["ILL"], role = "suspended", from = 2015-01-01, to = 2016-01-01 },
]

[[entity]]
id = "institution:arcadian-guard"
name = "Arcadian Guard"
actor = "country:ARC"

[[entity]]
id = "region:tempe"
name = "Vale of Tempe"

[[entity]]
id = "treaty:TEMPE"
name = "Treaty of Tempe"
members = [{ who = ["ARC", "ILL"], from = "1971-03" }]

[[entity]]
id = "leader:ada-stone"
name = "Ada Stone"
surnames = ["Stone"]
tenures = [
  { role = "foreign-minister", of = "country:ARC", from = 2001-02-03, to = 2005-02-03 },
  { role = "president", of = "country:ARC", from = 2005-02-03, to = 2013-02-03 },
  { role = "president", of = "alliance:LEAGUE", from = 2014-01-01 },
  { role = "spokesperson", of = "country:ILL", from = 2014-06-01, to = 2020-06-01 },
]

[[entity]]
id = "leader:boris-field"
name = "Boris Field"
tenures = [
  { role = "president", of = "country:ARC", from = 2013-02-03 },
  { role = "spokesperson", of = "institution:arcadian-guard", from = 2003 },
]

[[entity]]
id = "leader:carl-pretender"
name = "Carl Pretender"
tenures = [{ role = "president", of = "country:ARC", from = 2015-01-01, contested = true }]

[[decoy]]
reason = "newspapers"
names = ["Arcadia Times"]
"#;

fn world_and(more: &str) -> Result<Gazetteer, crate::Error> {
    Gazetteer::builder().without_embedded().add_str("world.toml", WORLD).add_str("more.toml", more).build()
}
