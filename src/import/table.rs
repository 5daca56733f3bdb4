//! Tables of one's own: a name or an office a row.

use toml::Spanned;

use super::{
    ImportFaultKind as Kind,
    delimited::{self, Form},
    draft::{Draft, List, When, at},
    input::{Input, Line},
    position,
    rows::{PersonRow, Persons},
};
use crate::{gazetteer::EntityKind, text::Date};

const COLUMNS: [&str; 8] = ["name", "kind", "id", "aliases", "country", "role", "from", "to"];

/// A row, its cells by column.
struct Row<'t> {
    line: Line,
    columns: &'t [String],
    cells: &'t [String],
}

impl<'t> Row<'t> {
    fn get(&self, column: &str) -> &'t str {
        let at = self.columns.iter().position(|known| known == column);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }
}

pub(super) fn import(input: &Input, draft: &mut Draft) {
    let table = delimited::read(input, Form::Own, draft);
    if table.columns.is_empty() {
        return;
    }
    let unknown: Vec<&String> = table.columns.iter().filter(|column| !COLUMNS.contains(&column.as_str())).collect();
    for column in &unknown {
        let reason = format!("no such column (expected {})", COLUMNS.join(", "));
        draft.tell(table.header, column, Kind::Layout, reason);
    }
    if !table.columns.iter().any(|column| column == "name") {
        return draft.tell(table.header, "", Kind::Layout, "left out: no column `name`");
    }
    if !unknown.is_empty() {
        return draft.tell(table.header, "", Kind::Layout, "the file is left out for its columns");
    }
    let mut persons = Persons::default();
    for (line, cells) in &table.rows {
        let row = Row { line: *line, columns: &table.columns, cells };
        if let Err((kind, reason)) = one(&row, &mut persons, draft) {
            draft.tell(*line, row.get("name"), kind, reason);
        }
    }
    persons.import(draft);
}

type Fault = (Kind, String);

fn one(row: &Row<'_>, persons: &mut Persons, draft: &mut Draft) -> Result<(), Fault> {
    let name = row.get("name");
    if name.is_empty() {
        return Err((Kind::Missing, "left out: no name".to_owned()));
    }
    let kind = kind(row)?;
    let when = When { from: date(row.get("from"))?, to: date(row.get("to"))? };
    if let When { from: Some(from), to: Some(to) } = when
        && to.earliest() <= from.earliest()
    {
        return Err((Kind::Reversed, format!("left out: `to` {to} is not after `from` {from}")));
    }
    let aliases = row.get("aliases").split(';').map(str::trim).filter(|alias| !alias.is_empty()).map(str::to_owned);
    if kind == EntityKind::Leader {
        let text = |column| row.get(column).to_owned();
        let id = Some(text("id")).filter(|id| !id.is_empty());
        let (position, of) = (text("role"), text("country"));
        if position.is_empty() && when != When::default() {
            return Err((Kind::Missing, "left out: `from` and `to` are a role's, and there is none".to_owned()));
        }
        let aliases = aliases.collect();
        persons.add(
            PersonRow { line: row.line, key: None, id, name: name.to_owned(), aliases, position, of, when },
            draft,
        );
        return Ok(());
    }
    if !row.get("role").is_empty() {
        return Err((Kind::Layout, format!("left out: a {kind} has no role")));
    }
    let owner = match row.get("country") {
        "" => None,
        text => Some(
            position::body(text, draft)
                .ok_or_else(|| (Kind::Unknown, format!("left out: {text:?} is no state or body that is known")))?,
        ),
    };
    let id = id(row, kind, owner.as_deref(), draft)?;
    thing(row, &id, kind, owner, when, draft)?;
    for alias in aliases {
        draft.name(row.line, &id, List::Names, &alias, names_when(&id, when, draft));
    }
    Ok(())
}

fn kind(row: &Row<'_>) -> Result<EntityKind, Fault> {
    let kinds = || EntityKind::ALL.map(EntityKind::as_str).join(", ");
    let of = |text: &str| EntityKind::of_id(&format!("{text}:"));
    match (row.get("id"), row.get("kind")) {
        ("", "") if !row.get("role").is_empty() => Ok(EntityKind::Leader),
        ("", "") => Err((Kind::Missing, format!("left out: neither kind nor id nor role (kinds: {})", kinds()))),
        ("", kind) => {
            of(kind).ok_or_else(|| (Kind::Unknown, format!("left out: {kind:?} is no kind (expected {})", kinds())))
        }
        (id, kind) => match EntityKind::of_id(id) {
            Some(found) if kind.is_empty() || of(kind) == Some(found) => Ok(found),
            Some(found) => Err((Kind::Clash, format!("left out: the id {id:?} is a {found}'s, the kind is {kind:?}"))),
            None => Err((Kind::Unknown, format!("left out: the id {id:?} names no kind (expected {})", kinds()))),
        },
    }
}

/// The id of the row, of what bears its name already, or one made of the name.
fn id(row: &Row<'_>, kind: EntityKind, owner: Option<&str>, draft: &Draft) -> Result<String, Fault> {
    let (id, name) = (row.get("id"), row.get("name"));
    if !id.is_empty() {
        return Ok(id.to_owned());
    }
    if let Some(known) = draft.named(name, &[kind]) {
        return Ok(known.to_owned());
    }
    match (kind, owner) {
        (EntityKind::Country, Some(owner)) if owner.starts_with("country:") => Ok(owner.to_owned()),
        (EntityKind::Country, _) => Err((Kind::Missing, "left out: a new country needs an id".to_owned())),
        _ => Ok(draft.free_id(kind, name)),
    }
}

/// An entity that is no person.
fn thing(
    row: &Row<'_>,
    id: &str,
    kind: EntityKind,
    owner: Option<String>,
    when: When,
    draft: &mut Draft,
) -> Result<(), Fault> {
    let (name, line) = (row.get("name"), row.line);
    let is_new = !draft.exists(id);
    if is_new && kind == EntityKind::Institution && owner.is_none() {
        return Err((Kind::Missing, "left out: an institution needs the country that it acts for".to_owned()));
    }
    let block = draft.block(line, id, name);
    if is_new {
        (block.from, block.to) = (when.from, when.to);
        let owner = owner.map(|owner| at(line, owner));
        let is = |owner: &Spanned<String>, prefix: &str| owner.get_ref().starts_with(prefix);
        match (kind, owner) {
            (EntityKind::Institution, owner) => block.actor = owner,
            (EntityKind::Region, Some(owner)) if is(&owner, "country:") => block.actor = Some(owner),
            (EntityKind::Alliance, Some(owner)) if is(&owner, "alliance:") => block.parent = Some(owner),
            (EntityKind::Country, _) | (_, None) => {}
            (kind, Some(owner)) => {
                let reason = format!("{} is left out: a {kind} does not act for it", owner.get_ref());
                draft.tell(line, name, Kind::NoPlace, reason);
            }
        }
    }
    draft.name(line, id, List::Names, name, names_when(id, when, draft));
    Ok(())
}

/// Of what the gazetteer has, the dates of a row are those of its names.
fn names_when(id: &str, when: When, draft: &Draft) -> When {
    if draft.in_gazetteer(id) { when } else { When::default() }
}

fn date(text: &str) -> Result<Option<Date>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|error| (Kind::Date, format!("left out: {error}")))
}
