//! Persons, from whatever file.

use super::{
    ImportFaultKind as Kind,
    draft::{Draft, List, When},
    input::Line,
};
use crate::gazetteer::{EntityKind, source::raw::RawTenure};

/// A person with names and offices.
pub(super) struct Person {
    /// What tells the person from others of the same name, if the file does.
    pub(super) key: Option<String>,
    pub(super) id: Option<String>,
    /// The main name first.
    pub(super) names: Vec<(Line, String)>,
    pub(super) offices: Vec<(Line, RawTenure)>,
    /// Whether the offices say only for whom the person acted: then they tell nothing new of a body for which the
    /// gazetteer has a real office.
    pub(super) is_vague: bool,
}

impl Person {
    /// Adds the person to the draft, and gives the id.
    pub(super) fn import(self, draft: &mut Draft) -> Option<String> {
        let names = self.bare_names(draft);
        let Some(full) = names.iter().find(|(_, name)| name.contains(' ')).or(names.first()).cloned() else {
            if let Some((line, name)) = self.names.first() {
                draft.tell(*line, name, Kind::Name, "left out: a title alone names nobody");
            }
            return None;
        };
        let known = self.id.clone().or_else(|| self.known(&names, draft));
        let id = known.unwrap_or_else(|| draft.free_id(EntityKind::Leader, &full.1));
        if let Some(key) = &self.key {
            draft.keys.insert(id.clone(), key.clone());
        }
        let state = self.offices.first().map(|(_, office)| office.of.clone());
        let is_new = !draft.exists(&id);
        draft.block(full.0, &id, &full.1);
        for (line, name) in &names {
            if !name.contains(' ') && *name != full.1 {
                draft.name(*line, &id, List::Surnames, name, When::default());
                continue;
            }
            draft.name(*line, &id, List::Names, name, When::default());
        }
        // of the main name only: others may turn it round
        if is_new && let Some(surname) = draft.english.surname(&full.1, state.as_deref()).map(str::to_owned) {
            draft.name(full.0, &id, List::Surnames, &surname, When::default());
        }
        for (line, office) in self.offices {
            if !(self.is_vague && has_office(draft, &id, &office.of)) {
                draft.tenure(line, &id, office);
            }
        }
        Some(id)
    }

    /// The names without titles. A surname behind a title keeps it where there is no other name, being too short alone.
    fn bare_names(&self, draft: &Draft) -> Vec<(Line, String)> {
        // a small letter behind a title goes on with it: "Director of Central Intelligence"
        let behind =
            |name: &str| draft.behind_title(name).map(|rest| (rest.to_owned(), rest.starts_with(char::is_lowercase)));
        let (mut names, mut surnames) = (Vec::new(), Vec::new());
        for (line, name) in &self.names {
            match behind(name) {
                None => names.push((*line, name.clone())),
                Some((_, true)) => {}
                Some((rest, false)) if rest.contains(' ') => names.push((*line, rest)),
                Some((rest, false)) => surnames.push((*line, name.clone(), rest)),
            }
        }
        let alone = names.is_empty();
        names.extend(surnames.into_iter().map(|(line, name, surname)| (line, if alone { name } else { surname })));
        names
    }

    /// The person of that name, unless both acted for states, and for none in common.
    fn known(&self, names: &[(Line, String)], draft: &mut Draft) -> Option<String> {
        let is_state = |of: &&str| of.starts_with("country:");
        let mine: Vec<&str> = self.offices.iter().map(|(_, office)| office.of.as_str()).filter(is_state).collect();
        let full = names.iter().any(|(_, name)| name.contains(' '));
        let mut other = None;
        for (line, name) in names.iter().filter(|(_, name)| name.contains(' ') || !full) {
            for id in draft.bearers(name).iter().filter(|id| EntityKind::of_id(id) == Some(EntityKind::Leader)) {
                let is_keyed =
                    self.key.is_some() && draft.keys.get(id).is_some_and(|key| self.key.as_ref() != Some(key));
                if is_keyed || (!full && !is_main_name(draft, id, name)) {
                    continue;
                }
                let bodies = bodies(draft, id);
                let mut states = bodies.iter().map(String::as_str).filter(is_state).peekable();
                if mine.is_empty() || states.peek().is_none() || states.any(|state| mine.contains(&state)) {
                    return Some(id.clone());
                }
                other.get_or_insert((*line, name.clone(), id.clone()));
            }
        }
        if let Some((line, name, id)) = other {
            let reason = format!("taken for another person than {id}, who held office elsewhere");
            draft.tell(line, &name, Kind::Clash, reason);
        }
        None
    }
}

/// Whether it is what the person is called, and not a surname.
fn is_main_name(draft: &Draft, id: &str, name: &str) -> bool {
    let known = draft.gazetteer.find(id).and_then(|id| draft.gazetteer.entity(id)).map(|entity| entity.name());
    let here = draft.entities.get(id).and_then(|entity| entity.name.as_ref()).map(|name| name.get_ref().as_str());
    known.or(here).is_some_and(|known| draft.english.fold(known) == draft.english.fold(name))
}

/// For whom somebody is known to have acted.
fn bodies(draft: &Draft, id: &str) -> Vec<String> {
    let gazetteer = &draft.gazetteer;
    let known = gazetteer.find(id).into_iter().flat_map(|holder| gazetteer.tenures_of(holder));
    let mut bodies: Vec<String> = known
        .flat_map(|tenure| [Some(tenure.of()), gazetteer.actor_of(tenure.of(), None)])
        .filter_map(|of| gazetteer.entity(of?).map(|of| of.id().to_owned()))
        .collect();
    let here = draft.entities.get(id).into_iter().flat_map(|entity| &entity.tenures);
    bodies.extend(here.map(|row| row.get_ref().of.clone()));
    bodies
}

/// Whether the gazetteer has an office of this person at the body.
fn has_office(draft: &Draft, id: &str, of: &str) -> bool {
    let gazetteer = &draft.gazetteer;
    let rows = gazetteer.find(id).into_iter().flat_map(|holder| gazetteer.tenures_of(holder));
    rows.filter_map(|row| gazetteer.entity(row.of())).any(|body| body.id() == of)
}
