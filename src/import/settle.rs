//! The last check: whatever the gazetteer's own reader would refuse is left out, and told.

use std::mem;

use super::{
    ImportFaultKind,
    draft::{Draft, Told},
    input::Line,
};
use crate::{
    error::{Error, ErrorKind},
    gazetteer::{
        EntityKind, GazetteerCounts,
        source::{compile, raw::RawEntity, read::File},
    },
};

/// The file that the draft comes to, and what it holds.
pub(super) fn settle(draft: &mut Draft, lines: usize) -> (File, GazetteerCounts) {
    let base = draft.gazetteer.rows();
    let mut entities: Vec<RawEntity> = mem::take(&mut draft.entities).into_values().filter(says_something).collect();
    entities.sort_by_key(|entity| EntityKind::of_id(entity.id.get_ref()));
    for entity in &mut entities {
        entity.tenures.sort_by_key(|row| (row.get_ref().from, row.get_ref().to));
    }
    loop {
        let (rows, faults) = compile(base.clone(), vec![File::of_lines(lines, entities.clone())]);
        if faults.is_empty() {
            let counts = rows.files.last().map(|file| file.counts().clone()).unwrap_or_default();
            return (File::of_lines(lines, entities), counts);
        }
        for fault in faults {
            let line = fault.position().and_then(|position| position.line()).map_or(0, |line| line - 1);
            let entry = leave_out(&mut entities, &fault, line);
            let (kind, reason) = (kind_of(&fault), format!("left out: {}", fault.kind()));
            draft.told.push(Told { line: Line(line), entry, kind, reason });
        }
        entities.retain(says_something);
    }
}

/// A block that extends an entity by nothing is none.
fn says_something(entity: &RawEntity) -> bool {
    let lists = [&entity.names, &entity.acronyms, &entity.surnames];
    !entity.extends || !entity.tenures.is_empty() || lists.iter().any(|list| !list.is_empty())
}

/// Takes out what is at fault: the rows of that line and sort, else the whole entity. Gives the entity's id.
fn leave_out(entities: &mut Vec<RawEntity>, fault: &Error, line: usize) -> Option<String> {
    let is_name = |name: &str| match fault.kind() {
        ErrorKind::DuplicateName { name: wrong, .. } | ErrorKind::BlankText { text: wrong, .. } => wrong == name,
        ErrorKind::Invalid { reason } => reason.contains(&format!("{name:?}")),
        ErrorKind::ReversedDates { .. } => true,
        _ => false,
    };
    let of_tenure = !matches!(
        fault.kind(),
        ErrorKind::DuplicateName { .. } | ErrorKind::BlankText { .. } | ErrorKind::DuplicateId { .. }
    );
    let at_fault = fault.entry_name();
    let found = entities.iter().position(|entity| Some(entity.id.get_ref().as_str()) == at_fault)?;
    let entity = &mut entities[found];
    let id = entity.id.get_ref().clone();
    let size =
        |entity: &RawEntity| entity.names.len() + entity.acronyms.len() + entity.surnames.len() + entity.tenures.len();
    let before = size(entity);
    for list in [&mut entity.names, &mut entity.acronyms, &mut entity.surnames] {
        list.retain(|name| name.span().start != line || !is_name(&name.get_ref().text));
    }
    if size(entity) == before && of_tenure {
        entity.tenures.retain(|row| row.span().start != line);
    }
    if size(entity) == before {
        entities.remove(found);
    }
    Some(id)
}

fn kind_of(fault: &Error) -> ImportFaultKind {
    match fault.kind() {
        ErrorKind::ReversedDates { .. } => ImportFaultKind::Reversed,
        ErrorKind::BlankText { .. } | ErrorKind::Invalid { .. } => ImportFaultKind::Name,
        ErrorKind::UnknownReference { .. } => ImportFaultKind::Unknown,
        _ => ImportFaultKind::Clash,
    }
}
