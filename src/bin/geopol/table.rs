//! Answers as tables.

use std::io::{self, Write};

use serde_json::Value;

use crate::arguments::AnswerFormat;

/// Rows of text and numbers under names.
pub(crate) struct Table {
    columns: &'static [&'static str],
    rows: Vec<Vec<Value>>,
}

/// How wide a column of text is at most, the last one excepted.
const WIDTH: usize = 40;

impl Table {
    pub(crate) const fn new(columns: &'static [&'static str]) -> Self {
        Self { columns, rows: Vec::new() }
    }

    pub(crate) fn row<const N: usize>(&mut self, cells: [Value; N]) {
        debug_assert_eq!(N, self.columns.len());
        self.rows.push(cells.into());
    }

    /// Writes it as JSON Lines, CSV, or else as text.
    pub(crate) fn write(&self, format: AnswerFormat, writer: &mut dyn Write) -> io::Result<()> {
        match format {
            AnswerFormat::Jsonl => self.rows.iter().try_for_each(|row| {
                // in the order of the columns
                let members = self.columns.iter().zip(row).map(|(name, cell)| format!("{}:{cell}", Value::from(*name)));
                writeln!(writer, "{{{}}}", members.collect::<Vec<_>>().join(","))
            }),
            AnswerFormat::Csv => {
                let mut table = csv::Writer::from_writer(writer);
                table.write_record(self.columns)?;
                for row in &self.rows {
                    table.write_record(row.iter().map(|cell| match cell {
                        // no spreadsheet shall reckon what the web wrote
                        Value::String(text) if text.starts_with(['=', '+', '-', '@']) => format!("'{text}"),
                        cell => plain(cell),
                    }))?;
                }
                table.flush()
            }
            _ => self.text(writer),
        }
    }

    fn text(&self, writer: &mut dyn Write) -> io::Result<()> {
        let rows: Vec<Vec<String>> = self.rows.iter().map(|row| row.iter().map(plain).collect()).collect();
        let last = self.columns.len() - 1;
        let width = |column: usize| {
            let cells = rows.iter().map(|row| row[column].chars().count());
            cells.chain([self.columns[column].len()]).max().unwrap_or(0).min(WIDTH)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        let numeric = |column: usize| self.rows.iter().all(|row| row[column].is_number() || row[column].is_null());
        let numeric: Vec<bool> = (0..self.columns.len()).map(|column| numeric(column) && !rows.is_empty()).collect();
        let mut line = |cells: &mut dyn Iterator<Item = &str>| {
            let mut out = String::new();
            for (column, cell) in cells.enumerate() {
                let width = widths[column];
                if numeric[column] {
                    out.push_str(&format!("{cell:>width$}"));
                } else if column == last {
                    out.push_str(cell);
                } else {
                    out.push_str(&format!("{cell:<width$}"));
                }
                out.push_str("  ");
            }
            writeln!(writer, "{}", out.trim_end())
        };
        line(&mut self.columns.iter().copied())?;
        rows.iter().try_for_each(|row| line(&mut row.iter().map(String::as_str)))
    }
}

fn plain(cell: &Value) -> String {
    match cell {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
