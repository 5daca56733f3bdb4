//! Lines to records: names with `_` for blanks, aliases behind `+`, codes in brackets, comments behind `#`.

use super::{code::Cameo, date::interval};
use crate::import::{
    ImportFaultKind as Kind,
    draft::{Draft, When},
    input::{Input, Line},
};

/// A main name with its aliases and codes.
pub(super) struct Record {
    pub(super) line: Line,
    /// The main name first, with blanks, as they are cased there.
    pub(super) names: Vec<(Line, String)>,
    pub(super) codes: Vec<Code>,
}

pub(super) struct Code {
    pub(super) line: Line,
    pub(super) text: String,
    pub(super) when: When,
}

struct Parser<'d> {
    draft: &'d mut Draft,
    cameo: &'d Cameo,
    records: Vec<Record>,
    /// Whether a main name that could not be read is open, to which aliases and codes belong.
    lost: bool,
    sets: Vec<String>,
}

pub(super) fn parse(input: &Input, draft: &mut Draft, cameo: &Cameo) -> Vec<Record> {
    let mut parser = Parser { draft, cameo, records: Vec::new(), lost: false, sets: Vec::new() };
    for (n, line) in input.text.lines().enumerate() {
        parser.line(input.line(n as u64 + 1), line);
    }
    let Parser { draft, mut records, .. } = parser;
    records.retain(|record| {
        let coded = !record.codes.is_empty();
        if !coded {
            draft.tell(
                record.line,
                &record.names[0].1,
                Kind::Missing,
                "no code; is a `+` missing before it, or a line behind it?",
            );
        }
        coded
    });
    // a code that could not be read stands for nobody, and was told
    for record in &mut records {
        record.codes.retain(|code| !code.text.is_empty());
    }
    records.retain(|record| !record.codes.is_empty());
    records
}

impl Parser<'_> {
    fn line(&mut self, line: Line, text: &str) {
        let body = text.split('#').next().unwrap_or_default().trim();
        if body.is_empty() {
            return;
        }
        if body.starts_with('!') && body.contains('=') {
            return self.set(line, body);
        }
        let (name, codes) = match body.find('[') {
            Some(bracket) => (body[..bracket].trim(), Some(&body[bracket..])),
            None => (body, None),
        };
        if codes.is_some_and(|codes| codes.contains('~')) {
            return self.agent(line, name, codes.unwrap_or_default());
        }
        if let Some(alias) = name.strip_prefix('+') {
            self.alias(line, alias);
        } else if !name.is_empty() {
            self.main(line, name, codes.is_some());
        } else if self.records.is_empty() && !self.lost {
            self.draft.tell(line, "", Kind::Layout, "a code without a name before it");
        }
        if let Some(codes) = codes {
            self.codes(line, codes);
        }
    }

    fn main(&mut self, line: Line, raw: &str, coded: bool) {
        let mut names = self.names(line, raw);
        self.lost = names.is_empty();
        if !coded && let Some(word) = self.bare_code(raw) {
            let reason = format!("{word:?} looks like a code without brackets; read as part of the name");
            self.draft.tell(line, names.first().map_or(raw, |name| name), Kind::Missing, reason);
        }
        if !self.lost {
            let names = names.drain(..).map(|name| (line, name)).collect();
            self.records.push(Record { line, names, codes: Vec::new() });
        }
    }

    /// The last word, when it stands behind a blank and could be a code.
    fn bare_code<'r>(&self, raw: &'r str) -> Option<&'r str> {
        let (_, word) = raw.rsplit_once([' ', '\t'])?;
        let letters = word.len() >= 3 && word.len() % 3 == 0 && word.bytes().all(|b| b.is_ascii_uppercase());
        (letters && self.cameo.meaning(word, &self.draft.gazetteer).is_ok()).then_some(word)
    }

    fn alias(&mut self, line: Line, raw: &str) {
        let names = self.names(line, raw);
        if self.lost {
            return;
        }
        match self.records.last_mut() {
            Some(record) => record.names.extend(names.into_iter().map(|name| (line, name))),
            None => self.draft.tell(line, raw, Kind::Layout, "an alias without a name before it"),
        }
    }

    /// The names of a line: one, or what is left of several.
    fn names(&mut self, line: Line, raw: &str) -> Vec<String> {
        let parts: Vec<&str> = raw.split('+').collect();
        if parts.len() > 1 {
            self.draft.tell(line, raw, Kind::Name, "a `+` within the name; read as two names");
        }
        parts.into_iter().filter_map(|part| self.one_name(line, part)).collect()
    }

    fn one_name(&mut self, line: Line, raw: &str) -> Option<String> {
        let mut name = raw.trim();
        if name.contains(|c: char| c.is_control() && c != '\t' || c == '\u{fffd}') {
            self.draft.tell(line, name, Kind::Name, "left out: a letter is broken");
            return None;
        }
        if let Some(open) = name.find('(').filter(|_| !name.contains(')')) {
            self.draft.tell(line, name, Kind::Name, "a bracket is not closed; what it holds is left out");
            name = name[..open].trim();
        }
        if name.contains(')') && !name.contains('(') {
            self.draft.tell(line, name, Kind::Name, "a bracket is not opened; left out of the name");
        }
        if name.contains([' ', '\t']) {
            self.draft.tell(line, name, Kind::Name, "a blank where `_` is meant; read as one");
        }
        let words: Vec<&str> = name.split(['_', ' ', '\t']).filter(|word| !word.is_empty()).collect();
        let name = words.join(" ");
        let name = if name.contains('(') { name } else { name.replace(')', "") };
        if !name.contains(char::is_alphanumeric) {
            self.draft.tell(line, raw.trim(), Kind::Name, "left out: the name has no letter");
            return None;
        }
        Some(name)
    }

    /// `[AAA 900101-910101][BBB]`, with what stands between and behind.
    fn codes(&mut self, line: Line, text: &str) {
        let name = self.records.last().filter(|_| !self.lost).map_or(String::new(), |record| record.names[0].1.clone());
        let mut rest = text;
        while let Some(open) = rest.find('[') {
            self.outside(line, &name, &rest[..open]);
            let Some(close) = rest[open..].find(']').map(|close| open + close) else {
                self.draft.tell(line, &name, Kind::Layout, format!("left out: {:?} is not closed", &rest[open..]));
                self.push(line, String::new(), When::default());
                return;
            };
            self.code(line, &name, rest[open + 1..close].trim());
            rest = &rest[close + 1..];
        }
        self.outside(line, &name, rest);
    }

    fn outside(&mut self, line: Line, name: &str, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            let reason = format!("{text:?} stands behind the code without a `#`; read as a comment");
            self.draft.tell(line, name, Kind::Layout, reason);
        }
    }

    fn code(&mut self, line: Line, name: &str, text: &str) {
        let (code, dates) = text.split_once([' ', '\t']).unwrap_or((text, ""));
        if code.is_empty() {
            self.draft.tell(line, name, Kind::Missing, "an empty code");
        }
        match interval(dates) {
            Ok(when) => self.push(line, code.to_owned(), when),
            Err((kind, reason)) => {
                self.draft.tell(line, name, kind, format!("{code} is left out: {reason}"));
                self.push(line, String::new(), When::default());
            }
        }
    }

    fn push(&mut self, line: Line, text: String, when: When) {
        if let Some(record) = self.records.last_mut().filter(|_| !self.lost) {
            record.codes.push(Code { line, text, when });
        }
    }

    /// `!PERSON! = MAN, MEN`
    fn set(&mut self, line: Line, body: &str) {
        let name = body[1..].split('!').next().unwrap_or_default();
        self.sets.push(name.to_owned());
        self.draft.tell(line, body, Kind::NoPlace, "a set of words for agents");
    }

    /// `FOREIGN_!MINIST! {PLURAL} [~GOV]`: a noun that acts for whom it stands beside.
    fn agent(&mut self, line: Line, raw: &str, codes: &str) {
        let name = raw.split('{').next().unwrap_or_default().trim().trim_end_matches('_').replace('_', " ");
        if raw.contains('{') && !raw.contains('}') {
            self.draft.tell(line, &name, Kind::Layout, "the plural's bracket is not closed");
        }
        if !codes.contains(']') {
            return self.draft.tell(line, &name, Kind::Layout, format!("left out: {codes:?} is not closed"));
        }
        for set in raw.split('!').skip(1).step_by(2).filter(|set| !self.sets.iter().any(|known| known == set)) {
            self.draft.tell(line, &name, Kind::Unknown, format!("no set !{set}! before this line"));
        }
        let reason = "an agent; nouns that act for the state beside them are no names, and stand in patterns/english/agents.toml";
        self.draft.tell(line, &name, Kind::NoPlace, reason);
    }
}
