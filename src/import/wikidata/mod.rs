//! Results of the Wikidata query service: a person and a position a row.

mod date;
mod terms;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    ImportFaultKind as Kind,
    delimited::{self, Form},
    draft::{Draft, When},
    input::{Input, Line},
    rows::{PersonRow, Persons},
};

/// The columns that are read, by every name that they may have.
const COLUMNS: [(Column, &[&str]); 10] = [
    (Column::Item, &["item", "person"]),
    (Column::Label, &["itemLabel", "personLabel", "label", "name"]),
    (Column::Aliases, &["aliases", "alias", "itemAltLabel", "personAltLabel", "altLabel"]),
    (Column::Position, &["positionLabel", "position"]),
    (Column::Iso, &["iso", "iso3", "countryISO", "countryIso", "countryCode"]),
    (Column::Country, &["countryLabel", "country"]),
    (Column::Start, &["start", "startDate", "startTime"]),
    (Column::End, &["end", "endDate", "endTime"]),
    (Column::StartPrecision, &["startPrecision"]),
    (Column::EndPrecision, &["endPrecision"]),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Item,
    Label,
    Aliases,
    Position,
    Iso,
    Country,
    Start,
    End,
    StartPrecision,
    EndPrecision,
}

pub(super) fn import(input: &Input, draft: &mut Draft) {
    let text = input.text.trim_start();
    let (columns, header, rows) = if text.starts_with('{') {
        match json(input) {
            Ok((columns, rows)) => (columns, input.line(1), rows),
            Err((line, reason)) => return draft.tell(line, "", Kind::Layout, reason),
        }
    } else {
        let first = text.lines().next().unwrap_or_default();
        let tabs = first.contains('\t') || first.starts_with('?');
        // terms of the tab-separated form have quotes of their own
        let table = delimited::read(input, if tabs { Form::Tabs } else { Form::Commas }, draft);
        (table.columns, table.header, table.rows)
    };
    let columns: Vec<(String, Option<Column>)> = columns
        .into_iter()
        .map(|name| {
            let name = name.trim_start_matches('?').to_owned();
            let column = COLUMNS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column);
            (name, column)
        })
        .collect();
    for (name, _) in columns.iter().filter(|(_, column)| column.is_none()) {
        draft.tell(header, name, Kind::Layout, "a column that is not read");
    }
    if !columns.is_empty() && !columns.iter().any(|(_, column)| *column == Some(Column::Label)) {
        return draft.tell(header, "", Kind::Layout, "left out: no column `itemLabel`");
    }
    let mut persons = Persons::default();
    for (line, cells) in rows {
        if let Some(row) = row(line, &columns, &cells, draft) {
            persons.add(row, draft);
        }
    }
    persons.import(draft);
}

#[derive(Deserialize)]
struct Results<'t> {
    head: Head,
    #[serde(borrow)]
    results: Bindings<'t>,
}

#[derive(Deserialize)]
struct Head {
    vars: Vec<String>,
}

#[derive(Deserialize)]
struct Bindings<'t> {
    #[serde(borrow)]
    bindings: Vec<&'t RawValue>,
}

#[derive(Deserialize)]
struct Term {
    #[serde(rename = "type")]
    kind: String,
    value: String,
}

type Rows = (Vec<String>, Vec<(Line, Vec<String>)>);

fn json(input: &Input) -> Result<Rows, (Line, String)> {
    let wrong = |error: &serde_json::Error, first: Line| {
        // serde_json counts lines from 1
        (Line(first.0 + error.line().saturating_sub(1)), format!("left out: no result of a query: {error}"))
    };
    let results: Results<'_> = serde_json::from_str(&input.text).map_err(|error| wrong(&error, input.line(1)))?;
    let columns = results.head.vars;
    let mut rows = Vec::with_capacity(results.results.bindings.len());
    // the bindings follow each other, so that lines are counted once
    let (mut byte, mut line) = (0, input.line(1));
    for raw in results.results.bindings {
        let at = raw.get().as_ptr() as usize - input.text.as_ptr() as usize;
        line.0 += input.text.as_bytes()[byte..at].iter().filter(|&&b| b == b'\n').count();
        byte = at;
        let binding: std::collections::HashMap<String, Term> =
            serde_json::from_str(raw.get()).map_err(|error| wrong(&error, line))?;
        let cell = |name: &String| match binding.get(name) {
            Some(term) if term.kind != "bnode" => term.value.trim().to_owned(),
            _ => String::new(),
        };
        rows.push((line, columns.iter().map(cell).collect()));
    }
    Ok((columns, rows))
}

fn row(line: Line, columns: &[(String, Option<Column>)], cells: &[String], draft: &mut Draft) -> Option<PersonRow> {
    let cells: Vec<String> = cells.iter().map(|cell| terms::value(cell)).collect();
    let find =
        |wanted| columns.iter().zip(&cells).find(|((_, column), cell)| *column == Some(wanted) && !cell.is_empty());
    let cell = |wanted| find(wanted).map_or("", |(_, cell)| cell.as_str());
    // an entity's address is not its name: the label beside it is read
    let word = |wanted| {
        let mut all = columns.iter().zip(&cells).filter(|((_, column), _)| *column == Some(wanted));
        all.find(|(_, cell)| !cell.is_empty() && !terms::is_address(cell)).map_or("", |(_, cell)| cell.as_str())
    };
    let item = cell(Column::Item).rsplit('/').next().unwrap_or_default();
    let name = word(Column::Label);
    if name.is_empty() || terms::is_item(name) {
        draft.tell(line, if name.is_empty() { item } else { name }, Kind::Name, "left out: no label in English");
        return None;
    }
    let aliases = find(Column::Aliases).map_or(Vec::new(), |((column, _), cell)| terms::list(column, cell));
    let date = |column, precision, draft: &mut Draft| match date::read(cell(column), cell(precision)) {
        Ok(date) => Some(date),
        Err(reason) => {
            draft.tell(line, name, Kind::Date, format!("the office is left out: {reason}"));
            None
        }
    };
    let from = date(Column::Start, Column::StartPrecision, draft);
    let to = date(Column::End, Column::EndPrecision, draft);
    let when = from.zip(to).and_then(|(from, to)| match date::interval(from, to) {
        Some((from, to)) => Some(When { from, to }),
        None => {
            draft.tell(line, name, Kind::Reversed, "the office is left out: it ends before it begins");
            None
        }
    });
    // a code is a country's, even where a body has the same letters
    let of = match word(Column::Iso) {
        "" => word(Column::Country).to_owned(),
        code => format!("country:{code}"),
    };
    Some(PersonRow {
        line,
        key: (!item.is_empty()).then(|| item.to_owned()),
        id: None,
        name: name.to_owned(),
        aliases,
        position: if when.is_some() { word(Column::Position).to_owned() } else { String::new() },
        of,
        when: when.unwrap_or_default(),
    })
}
