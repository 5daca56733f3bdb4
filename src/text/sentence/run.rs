/// A run is looked at no further than this, in bytes.
const LONGEST_RUN: usize = 64;

/// One or more stops with the closing marks after them: `.`, `?!`, `...`, `.”`, `.)[3]`.
pub(super) struct Run {
    pub(super) end: usize,
    pub(super) kind: Stop,
    pub(super) closed: bool,
    pub(super) quoted: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// One `.`.
    Full,
    /// `...` or `…`.
    Ellipsis,
    /// `!` or `?` somewhere.
    Strong,
    /// A stop of a script that sets no blank after it.
    Wide,
}

impl Run {
    pub(super) fn read(text: &str, at: usize) -> Self {
        let mut run = Self { end: at, kind: Stop::Full, closed: false, quoted: false };
        let mut stops = 0;
        while run.end - at < LONGEST_RUN {
            let rest = &text[run.end..];
            let Some(c) = rest.chars().next() else { break };
            match c {
                '.' | '\u{ff0e}' => stops += 1,
                '…' => stops += 3,
                '!' | '?' | '؟' | '۔' | '।' | '॥' | '‼' | '⁇' | '⁈' | '⁉' | '‽' => {
                    (stops, run.kind) = (stops + 1, Stop::Strong)
                }
                '。' | '！' | '？' | '｡' => (stops, run.kind) = (stops + 1, Stop::Wide),
                // Before the first stop nothing closes.
                _ if stops == 0 => break,
                '"' | '\'' | '’' | '”' | '»' | '›' | '“' | '‘' if !opens(rest, c) => {
                    (run.closed, run.quoted) = (true, true)
                }
                ')' | ']' | '}' | '」' | '』' | '）' | '】' | '》' | '〉' => run.closed = true,
                '[' => match footnote(rest) {
                    Some(length) => {
                        run.closed = true;
                        run.end += length;
                        continue;
                    }
                    None => break,
                },
                // ". . ."
                ' ' if rest[1..].starts_with('.') && !rest[2..].starts_with(|c: char| c.is_alphanumeric()) => {}
                _ => break,
            }
            run.end += c.len_utf8();
        }
        if stops > 1 && run.kind == Stop::Full {
            run.kind = Stop::Ellipsis;
        }
        run
    }
}

/// Whether a quotation mark that could do either opens what follows.
fn opens(rest: &str, mark: char) -> bool {
    matches!(mark, '“' | '‘') && rest[mark.len_utf8()..].starts_with(char::is_alphanumeric)
}

/// The length of a mark such as "[12]".
fn footnote(rest: &str) -> Option<usize> {
    let digits = rest.bytes().skip(1).take_while(u8::is_ascii_digit).take(4).count();
    (digits > 0 && rest[1 + digits..].starts_with(']')).then_some(digits + 2)
}
