//! What codes mean, by `gazetteers/import/cameo.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::gazetteer::Gazetteer;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::import) struct Cameo {
    pub(in crate::import) states: BTreeMap<String, String>,
    pub(in crate::import) bodies: BTreeMap<String, String>,
    kinds: Kinds,
    parts: Parts,
    pub(in crate::import) office: Office,
    pub(super) nominals: Nominals,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    bodies: Vec<String>,
    groups: Vec<String>,
    wide: Vec<String>,
    none: Vec<String>,
    nobody: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    acts: Vec<String>,
    former: Vec<String>,
    groups: Vec<String>,
    standing: Vec<String>,
    none: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::import) struct Office {
    pub(in crate::import) role: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nominals {
    pub(super) groups: Vec<String>,
    pub(super) bodies: Vec<String>,
}

/// Whom a code stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The state itself: its names, its people, its towns.
    State(String),
    /// Somebody who acts for the state or the body.
    ActsFor(String),
    /// A body of states, itself one that the gazetteer need not have.
    Body,
    /// An armed or political actor that is no state.
    Group,
    /// Somebody who then acts for nobody.
    Nobody,
    /// A kind of actor that a gazetteer has no place for.
    NoPlace(String),
}

impl Cameo {
    pub(in crate::import) fn new() -> Self {
        toml::from_str(include_str!("../../../gazetteers/import/cameo.toml")).expect("a test reads it")
    }

    /// The state of three letters.
    pub(super) fn state(&self, letters: &str, gazetteer: &Gazetteer) -> Option<String> {
        let given = self.states.get(letters).cloned();
        let id = given.unwrap_or_else(|| format!("country:{letters}"));
        gazetteer.find(&id).map(|_| id)
    }

    /// The meaning of a code, or the part of it that nobody knows.
    pub(super) fn meaning(&self, code: &str, gazetteer: &Gazetteer) -> Result<Meaning, String> {
        let has = |list: &[String], part: &str| list.iter().any(|known| known == part);
        let mut parts = parts(code);
        let Some(&first) = parts.first() else { return Err(code.to_owned()) };
        if has(&self.kinds.nobody, code) || has(&self.parts.former, first) {
            return Ok(Meaning::Nobody);
        }
        if has(&self.kinds.bodies, first) {
            let known = parts[1..].iter().rev().find_map(|part| self.bodies.get(*part));
            let known = known.filter(|id| gazetteer.find(id).is_some());
            return Ok(known.map_or(Meaning::Body, |id| Meaning::ActsFor(id.clone())));
        }
        if has(&self.kinds.groups, first) {
            return Ok(Meaning::Group);
        }
        let mut state = self.state(first, gazetteer);
        if state.is_none() {
            if has(&self.kinds.none, first) {
                return Ok(Meaning::NoPlace(first.to_owned()));
            }
            let is_second_state = parts.get(1).is_some_and(|part| self.state(part, gazetteer).is_some());
            if !has(&self.kinds.wide, first) && !is_second_state {
                return Err(first.to_owned());
            }
        }
        parts.remove(0);
        // a state within another: CHN HKG
        if let Some(inner) = parts.first().and_then(|part| self.state(part, gazetteer)) {
            state = Some(inner);
            parts.remove(0);
        }
        parts.retain(|part| !has(&self.parts.standing, part));
        let Some(&part) = parts.first() else {
            return Ok(state.map_or_else(|| Meaning::NoPlace(first.to_owned()), Meaning::State));
        };
        if has(&self.parts.former, part) {
            return Ok(Meaning::Nobody);
        }
        // a militia of the opposition is a group, wherever that stands
        if parts.iter().any(|part| has(&self.parts.groups, part)) {
            return Ok(Meaning::Group);
        }
        if has(&self.parts.acts, part) {
            return Ok(state.map_or_else(|| Meaning::NoPlace(first.to_owned()), Meaning::ActsFor));
        }
        if has(&self.parts.none, part) || has(&self.kinds.none, part) || has(&self.kinds.wide, part) {
            return Ok(Meaning::NoPlace(part.to_owned()));
        }
        Err(part.to_owned())
    }
}

/// The groups of three letters, the last with what is left.
fn parts(code: &str) -> Vec<&str> {
    let mut parts = Vec::with_capacity(code.len() / 3 + 1);
    let mut rest = code;
    while let Some((part, more)) = rest.split_at_checked(3) {
        parts.push(part);
        rest = more;
    }
    parts.extend((!rest.is_empty()).then_some(rest));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_what_there_is() {
        let (cameo, gazetteer) = (Cameo::new(), Gazetteer::embedded());
        for id in cameo.states.values().chain(cameo.bodies.values()) {
            assert!(gazetteer.find(id).is_some(), "{id}");
        }
        assert!(gazetteer.find_role(&cameo.office.role).is_some());
    }

    #[test]
    fn codes_mean_actors() {
        let (cameo, gazetteer) = (Cameo::new(), Gazetteer::embedded());
        let meaning = |code| cameo.meaning(code, &gazetteer);
        let id = str::to_owned;
        assert_eq!(meaning("FRA"), Ok(Meaning::State(id("country:FRA"))));
        assert_eq!(meaning("KSVUNO"), Ok(Meaning::State(id("country:XKX"))));
        assert_eq!(meaning("CHNHKGGOV"), Ok(Meaning::ActsFor(id("country:HKG"))));
        assert_eq!(meaning("TMPGOVMIL"), Ok(Meaning::ActsFor(id("country:TLS"))));
        assert_eq!(meaning("FRAELI"), Ok(Meaning::Nobody));
        assert_eq!(meaning("ELI"), Ok(Meaning::Nobody));
        assert_eq!(meaning("---"), Ok(Meaning::Nobody));
        assert_eq!(meaning("IGOUNODEVWBK"), Ok(Meaning::ActsFor(id("alliance:WORLD-BANK"))));
        assert_eq!(meaning("IGOUNODEV"), Ok(Meaning::ActsFor(id("alliance:UN"))));
        assert_eq!(meaning("IGOEAF"), Ok(Meaning::Body));
        assert_eq!(meaning("WEUREB"), Ok(Meaning::Group));
        assert_eq!(meaning("PHLOPPREB"), Ok(Meaning::Group));
        assert_eq!(meaning("IMGSEAMUSJMA"), Ok(Meaning::Group));
        assert_eq!(meaning("MNCUSA"), Ok(Meaning::NoPlace(id("MNC"))));
        assert_eq!(meaning("FRABUS"), Ok(Meaning::NoPlace(id("BUS"))));
        assert_eq!(meaning("EUR"), Ok(Meaning::NoPlace(id("EUR"))));
        assert_eq!(meaning("QQQREB"), Err(id("QQQ")));
        assert_eq!(meaning("FRAQQQ"), Err(id("QQQ")));
        assert_eq!(meaning("FR"), Err(id("FR")));
        assert_eq!(meaning("ÄÖ"), Err(id("ÄÖ")));
    }
}
