//! Rows about persons, brought together person by person.

use std::collections::HashMap;

use super::{
    ImportFaultKind as Kind,
    draft::{Draft, When},
    input::Line,
    person::Person,
    position,
};

/// What a row says of a person.
pub(super) struct PersonRow {
    pub(super) line: Line,
    /// Tells persons of one name apart.
    pub(super) key: Option<String>,
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    /// A role or the label of a position; empty for none.
    pub(super) position: String,
    /// The state or body, as it is written; empty for none.
    pub(super) of: String,
    pub(super) when: When,
}

/// Persons in the order of their first rows.
#[derive(Default)]
pub(super) struct Persons {
    persons: Vec<Person>,
    by_key: HashMap<String, usize>,
}

impl Persons {
    pub(super) fn add(&mut self, row: PersonRow, draft: &mut Draft) {
        let key = row.key.clone().or_else(|| row.id.clone()).unwrap_or_else(|| draft.english.fold(&row.name));
        let number = *self.by_key.entry(key).or_insert(self.persons.len());
        if number == self.persons.len() {
            let (key, id) = (row.key.clone(), row.id.clone());
            self.persons.push(Person { key, id, names: Vec::new(), offices: Vec::new(), is_vague: false });
        }
        let person = &mut self.persons[number];
        for name in std::iter::once(&row.name).chain(&row.aliases) {
            if !person.names.iter().any(|(_, known)| known == name) {
                person.names.push((row.line, name.clone()));
            }
        }
        if let Some(mut office) = office(&row, draft) {
            (office.from, office.to) = (row.when.from, row.when.to);
            person.offices.push((row.line, office));
        }
    }

    pub(super) fn import(self, draft: &mut Draft) {
        for person in self.persons {
            person.import(draft);
        }
    }
}

fn office(row: &PersonRow, draft: &mut Draft) -> Option<crate::gazetteer::source::raw::RawTenure> {
    if row.position.is_empty() {
        return None;
    }
    let of = (!row.of.is_empty()).then(|| position::body(&row.of, draft)).flatten();
    let office = position::office(&row.position, of.as_deref(), draft);
    if office.is_none() {
        let reason = match (&*row.of, &of) {
            ("", _) => {
                format!("the office is left out: {:?} names no role of a state or body that is known", row.position)
            }
            (named, None) => format!("the office is left out: {named:?} is no state or body that is known"),
            (_, Some(of)) => format!("the office is left out: {:?} is no role or title at {of}", row.position),
        };
        draft.tell(row.line, &row.name, Kind::Unknown, reason);
    }
    office
}
