use crate::{
    mention::{Mention, tokens::floor},
    text::Span,
};

/// How far from a mention a title is looked for, in bytes.
const BEFORE: usize = 120;
const AFTER: usize = 160;
/// How far an end is moved lest it cut a word.
const WORD: usize = 40;

/// The stretches around the mentions; close ones are one.
pub(super) fn windows(text: &str, mentions: &[Mention], windows: &mut Vec<Span>) {
    windows.clear();
    // Most mentions are close to the one before: where words end is looked for at the last of them.
    let mut last: Option<Span> = None;
    for mention in mentions {
        let (start, end) = (mention.span.start.saturating_sub(BEFORE), mention.span.end.saturating_add(AFTER));
        if let Some(last) = &mut last {
            if start <= last.end {
                last.end = last.end.max(end);
                continue;
            }
            last.end = to_blank_after(text, last.end);
            let start = to_blank_before(text, start);
            if start <= last.end {
                last.end = end;
                continue;
            }
            windows.push(*last);
        }
        last = Some(Span::new(to_blank_before(text, start), end));
    }
    windows.extend(last.map(|last| Span::new(last.start, to_blank_after(text, last.end))));
}

fn to_blank_before(text: &str, at: usize) -> usize {
    let low = at.saturating_sub(WORD);
    let blank = text.as_bytes()[low..at].iter().rposition(u8::is_ascii_whitespace);
    floor(text, blank.map_or(at, |blank| low + blank))
}

fn to_blank_after(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    let high = (at + WORD).min(text.len());
    let blank = text.as_bytes()[at..high].iter().position(u8::is_ascii_whitespace);
    floor(text, blank.map_or(high, |blank| at + blank))
}
