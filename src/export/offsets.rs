//! Byte offsets in the units of other languages.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// In what offsets are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of the UTF-8 text.
    #[default]
    Byte,
    /// Unicode scalar values, as Python counts.
    Char,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

/// From bytes to another unit: counts at every 64th byte, the rest counted when asked.
pub(super) struct Offsets<'t> {
    text: &'t str,
    unit: OffsetUnit,
    marks: Vec<(usize, usize)>,
}

impl<'t> Offsets<'t> {
    const STEP: usize = 64;

    pub(super) fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut marks = vec![(0, 0)];
        if unit != OffsetUnit::Byte {
            let mut count = 0;
            for (byte, c) in text.char_indices() {
                if byte >= marks.len() * Self::STEP {
                    marks.push((byte, count));
                }
                count += width(c, unit);
            }
        }
        Self { text, unit, marks }
    }

    fn at(&self, byte: usize) -> usize {
        if self.unit == OffsetUnit::Byte {
            return byte;
        }
        let mark = self.marks.partition_point(|&(at, _)| at <= byte).saturating_sub(1);
        let (from, count) = self.marks[mark];
        count + self.text[from..byte].chars().map(|c| width(c, self.unit)).sum::<usize>()
    }

    /// The span's start and end in the unit.
    pub(super) fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }
}

/// The span of bytes that an offset pair in the unit means; nothing when it does not fit the text.
pub(super) fn byte_span(text: &str, unit: OffsetUnit, start: usize, end: usize) -> Option<Span> {
    let byte = |offset: usize| {
        if unit == OffsetUnit::Byte {
            return text.is_char_boundary(offset).then_some(offset);
        }
        let mut count = 0;
        let ends = text.char_indices().map(|(at, c)| (at, width(c, unit))).chain([(text.len(), 1)]);
        for (at, width) in ends {
            if count >= offset {
                return (count == offset).then_some(at);
            }
            count += width;
        }
        None
    };
    let (start, end) = (byte(start)?, byte(end)?);
    (start <= end).then(|| Span::new(start, end))
}

fn width(c: char, unit: OffsetUnit) -> usize {
    if unit == OffsetUnit::Utf16 { c.len_utf16() } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_in_their_unit() {
        let text = "Zażółć 😀 Japan ".repeat(20);
        for unit in [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16] {
            let offsets = Offsets::new(&text, unit);
            for (byte, _) in text.char_indices() {
                let expected = match unit {
                    OffsetUnit::Byte => byte,
                    OffsetUnit::Char => text[..byte].chars().count(),
                    OffsetUnit::Utf16 => text[..byte].encode_utf16().count(),
                };
                assert_eq!(offsets.at(byte), expected);
                assert_eq!(byte_span(&text, unit, 0, expected), Some(Span::new(0, byte)));
            }
            assert_eq!(byte_span(&text, unit, 0, offsets.at(text.len())), Some(Span::new(0, text.len())));
            assert_eq!(byte_span(&text, unit, 0, offsets.at(text.len()) + 1), None);
            assert_eq!(byte_span(&text, unit, 3, 2), None);
        }
        assert_eq!(byte_span("😀", OffsetUnit::Utf16, 0, 1), None);
    }
}
