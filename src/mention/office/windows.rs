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
    for mention in mentions {
        let start = to_blank_before(text, mention.span.start.saturating_sub(BEFORE));
        let end = to_blank_after(text, mention.span.end.saturating_add(AFTER));
        match windows.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => windows.push(Span::new(start, end)),
        }
    }
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
