//! The files that are imported, with their lines numbered through.

use crate::{
    error::{Error, Position},
    source::Source,
};

/// A line of all the files, counted from 0 through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line(pub(super) usize);

pub(super) struct Input {
    pub(super) name: String,
    pub(super) text: String,
    first: usize,
}

#[derive(Default)]
pub(super) struct Inputs(pub(super) Vec<Input>);

impl Inputs {
    /// Reads all files. Lines that are not UTF-8 become empty and are given back.
    pub(super) fn read(sources: &[Source]) -> Result<(Self, Vec<Line>), Error> {
        let (mut inputs, mut first, mut bad) = (Vec::new(), 0, Vec::new());
        for source in sources {
            let (name, bytes) = source.load_bytes()?;
            let mut text = String::with_capacity(bytes.len());
            let mut lines = 0;
            for (n, line) in bytes.split_inclusive(|&byte| byte == b'\n').enumerate() {
                match std::str::from_utf8(line) {
                    Ok(line) => text.push_str(if n == 0 { line.trim_start_matches('\u{feff}') } else { line }),
                    Err(_) => {
                        bad.push(Line(first + n));
                        text.push('\n');
                    }
                }
                lines = n + 1;
            }
            inputs.push(Input { name, text, first });
            // one more, for what is wrong at the end
            first += lines + 1;
        }
        Ok((Self(inputs), bad))
    }

    pub(super) fn position(&self, line: Line) -> Position {
        let input = self.0.iter().rev().find(|input| input.first <= line.0);
        input.map_or_else(
            || Position::new("", None),
            |input| Position::new(input.name.clone(), line.0 - input.first + 1),
        )
    }

    /// How many lines there are.
    pub(super) fn lines(&self) -> usize {
        self.0.last().map_or(0, |last| last.first + last.text.lines().count() + 1)
    }
}

impl Input {
    /// The line of this file, counted from 1.
    pub(super) fn line(&self, number: u64) -> Line {
        Line(self.first + usize::try_from(number).unwrap_or(1).max(1) - 1)
    }
}
