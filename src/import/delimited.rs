//! Tables with a delimiter: rows by line, cells by column.

use super::{
    ImportFaultKind as Kind,
    draft::Draft,
    input::{Input, Line},
};

pub(super) struct Table {
    pub(super) columns: Vec<String>,
    pub(super) header: Line,
    pub(super) rows: Vec<(Line, Vec<String>)>,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Commas, quotes, and lines behind `#` for readers.
    Own,
    /// Commas and quotes.
    Commas,
    /// Tabs; quotes belong to the cells.
    Tabs,
}

/// Reads a table; rows of another length than the first are told and left out.
pub(super) fn read(input: &Input, form: Form, draft: &mut Draft) -> Table {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if form == Form::Tabs { b'\t' } else { b',' })
        .quoting(form != Form::Tabs)
        .comment((form == Form::Own).then_some(b'#'))
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(input.text.as_bytes());
    let mut table = Table { columns: Vec::new(), header: input.line(1), rows: Vec::new() };
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = input.line(record.position().map_or(1, csv::Position::line));
                let cells = record.iter().map(str::to_owned).collect();
                if table.columns.is_empty() {
                    (table.columns, table.header) = (cells, line);
                } else {
                    table.rows.push((line, cells));
                }
            }
            Err(error) => {
                let line = input.line(error.position().map_or(1, csv::Position::line));
                let reason = match error.kind() {
                    csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                        format!("left out: {len} cells, but {expected_len} columns")
                    }
                    _ => format!("left out: {error}"),
                };
                draft.tell(line, "", Kind::Layout, reason);
            }
        }
    }
    if table.columns.is_empty() {
        draft.tell(table.header, "", Kind::Layout, "no line with the names of the columns");
    }
    table
}
