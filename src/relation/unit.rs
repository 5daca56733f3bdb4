//! A sentence as units: words, marks and mentions, each with its possible readings.

mod merge;
mod readings;

use super::lexicon::{Lemma, Lexicon, Tag, TagSet, WordFacts, WordId};
use crate::{
    gazetteer::{EntityId, EntityKind},
    mention::{Form, Mention},
    text::{CutKind, Pieces, Span},
};

/// A word, a mark, or a whole mention.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub(crate) span: Span,
    /// The reading chosen (by the tagger, where there are several).
    pub(crate) tag: Tag,
    pub(crate) lemma: Lemma,
    /// The form's number, where the lexicon knows it.
    pub(crate) word: Option<WordId>,
    /// What the lexicon knows of the form.
    pub(crate) facts: WordFacts,
    /// The mentions that the unit is: first index and count.
    pub(crate) mentions: Option<(usize, usize)>,
    /// Begins right after the unit before it, without a blank.
    pub(crate) joined: bool,
    pub(crate) capital: bool,
    /// Of a mention's entity.
    pub(crate) kind: Option<EntityKind>,
    pub(crate) entity: Option<EntityId>,
    /// A mention that names a mere place.
    pub(crate) venue: bool,
    /// A colon's class, but a dash.
    pub(crate) dash: bool,
    /// A question mark.
    pub(crate) question: bool,
}

impl Unit {
    /// Of which nothing else is known.
    fn new(span: Span, tag: Tag) -> Self {
        Self {
            span,
            tag,
            lemma: Lemma::UNKNOWN,
            word: None,
            facts: WordFacts::default(),
            mentions: None,
            joined: false,
            capital: false,
            kind: None,
            entity: None,
            venue: false,
            dash: false,
            question: false,
        }
    }

    /// Whether one of the readings that the lexicon has of it is such, whatever was chosen.
    pub(crate) const fn may_be(&self, tag: Tag) -> bool {
        self.facts.tags.has(tag)
    }

    /// The same for several classes.
    pub(crate) const fn may_be_any(&self, tags: TagSet) -> bool {
        self.facts.tags.meets(tags)
    }

    /// A number or a year.
    const fn is_number(&self) -> bool {
        matches!(self.tag, Tag::Number | Tag::Time)
    }

    fn set_word(&mut self, word: Option<WordId>, lexicon: &Lexicon) {
        self.word = word;
        self.facts = lexicon.facts(word);
    }
}

/// A quotation's inside, as units: first and the one after the last.
pub(crate) type Quotation = (usize, usize);

/// A sentence where it stands in its text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'t> {
    pub(crate) text: &'t str,
    pub(crate) span: Span,
    /// It begins inside a quotation.
    pub(crate) quoting: bool,
}

/// Buffers of the reading of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Units {
    pub(crate) units: Vec<Unit>,
    pub(crate) quotations: Vec<Quotation>,
    /// No stop ends the sentence.
    pub(crate) headline: bool,
    /// Before it stand marks only.
    first_word: usize,
    /// Apostrophes that are quotation marks, so far.
    apostrophes: usize,
    /// The first hyphen, of which most sentences have none.
    first_hyphen: Option<usize>,
    lower: String,
}

/// The first byte of "’" too.
const fn is_of_apostrophe(byte: u8) -> bool {
    byte == b'\'' || byte == 0xe2
}

impl Units {
    /// Cuts a sentence into units. `first` is the index of its first mention in the document's list.
    pub(crate) fn read(
        &mut self,
        piece: Piece<'_>,
        mentions: &[Mention],
        first: usize,
        kind: impl Fn(&Mention) -> EntityKind,
        lexicon: &Lexicon,
    ) {
        let Piece { text, span: sentence, quoting } = piece;
        self.units.clear();
        self.quotations.clear();
        self.apostrophes = 0;
        self.first_hyphen = None;
        let last = sentence.of(text).trim_end_matches(|c: char| c.is_whitespace() || "\"'’”»)".contains(c));
        self.headline = last.ends_with(char::is_alphanumeric);
        let mut at = sentence.start;
        let mut i = 0;
        while i < mentions.len() {
            let span = mentions[i].span;
            if span.start < at || span.end > sentence.end {
                i += 1; // inside a longer mention
                continue;
            }
            self.words(text, Span::new(at, span.start), lexicon);
            let count = mentions[i..].iter().take_while(|m| m.span == span).count();
            self.mention(text, &mentions[i], kind(&mentions[i]), first + i, count);
            at = span.end;
            i += count;
        }
        self.words(text, Span::new(at, sentence.end), lexicon);
        self.merge_hyphens(text, lexicon);
        self.merge_phrases(lexicon);
        self.find_quotations(text, quoting);
        let word = |u: &Unit| !u.tag.is_mark() || u.tag == Tag::Mark;
        self.first_word = self.units.iter().position(word).unwrap_or(self.units.len());
    }

    fn joined(&self, start: usize) -> bool {
        self.units.last().is_some_and(|last| last.span.end == start)
    }

    fn mention(&mut self, text: &str, mention: &Mention, kind: EntityKind, index: usize, count: usize) {
        let tag = if mention.form == Form::Demonym { Tag::Demonym } else { Tag::Name };
        self.units.push(Unit {
            mentions: Some((index, count)),
            joined: self.joined(mention.span.start),
            capital: mention.span.of(text).starts_with(char::is_uppercase),
            kind: Some(kind),
            entity: Some(mention.entity),
            venue: mention.venue,
            ..Unit::new(mention.span, tag)
        });
    }

    fn words(&mut self, text: &str, span: Span, lexicon: &Lexicon) {
        let mut span = span;
        let rest = span.of(text);
        let may_be_genitive = rest.as_bytes().first().is_some_and(|&byte| is_of_apostrophe(byte));
        if may_be_genitive
            && let Some(end) = ["'s", "’s", "'S", "’S"].iter().find(|end| rest.starts_with(**end))
            && self.joined(span.start)
            && !rest[end.len()..].starts_with(char::is_alphanumeric)
        {
            self.push_mark(Span::new(span.start, span.start + end.len()), Tag::Genitive);
            span.start += end.len();
        }
        for cut in Pieces::new(span.of(text)) {
            let start = span.start + cut.start;
            if self.units.last().is_some_and(|last| last.span.end > start) {
                continue;
            }
            let length = cut.end - cut.start;
            if let CutKind::Short(letters) = cut.kind {
                let known = lexicon.short_word_id(letters, length);
                self.push_letters(text, Span::new(start, start + length), known, lexicon);
                continue;
            }
            let word = &text[start..start + length];
            if let CutKind::Letters = cut.kind {
                let known = lexicon.word_id_in_lower_case(word);
                self.push_letters(text, Span::new(start, start + length), known, lexicon);
            } else if word.starts_with(char::is_alphanumeric) {
                let first = self.units.len();
                self.word(word, start, lexicon);
                self.mark_money(text, first, lexicon);
            } else {
                self.mark(text, word, start);
            }
        }
    }

    fn word(&mut self, word: &str, start: usize, lexicon: &Lexicon) {
        let apostrophe = word.bytes().any(is_of_apostrophe);
        if apostrophe && self.clitic(word, start, lexicon) {
            return;
        }
        let known = self.id(word, lexicon);
        let stem = || ["'s", "’s", "'S", "’S"].iter().find_map(|end| word.strip_suffix(end));
        if apostrophe
            && known.is_none()
            && let Some(stem) = stem()
        {
            let known = self.id(stem, lexicon);
            self.push_word(stem, start, known, lexicon);
            self.push_mark(Span::new(start + stem.len(), start + word.len()), Tag::Genitive);
        } else {
            self.push_word(word, start, known, lexicon);
        }
    }

    /// The number of a form in any case.
    fn id(&mut self, form: &str, lexicon: &Lexicon) -> Option<WordId> {
        if form.is_ascii() {
            return lexicon.word_id_in_lower_case(form);
        }
        self.lower.clear();
        self.lower.extend(form.chars().flat_map(char::to_lowercase));
        lexicon.word_id(&self.lower)
    }

    /// "we'll", "they've", "it's": a pronoun with its auxiliary.
    fn clitic(&mut self, word: &str, start: usize, lexicon: &Lexicon) -> bool {
        let Some(at) = word.find(['\'', '’']).filter(|&at| at > 0) else { return false };
        let (stem, end) = word.split_at(at);
        let Some(pronoun) = self.id(stem, lexicon).filter(|&w| lexicon.facts(Some(w)).pronoun.is_some()) else {
            return false;
        };
        // "it's" is "it is", and stands for "it has" now and then
        let auxiliary = if end.len() == '\''.len_utf8() + 1 && end.ends_with(['s', 'S']) || end == "’s" {
            self.id("is", lexicon)
        } else {
            self.id(end, lexicon)
        };
        let Some(auxiliary) = auxiliary.filter(|&w| lexicon.facts(Some(w)).tags.meets(TagSet::AUXILIARIES)) else {
            return false;
        };
        self.push_word(stem, start, Some(pronoun), lexicon);
        self.push_word(end, start + at, Some(auxiliary), lexicon);
        true
    }

    /// "$2", "€50bn": an amount of money.
    fn mark_money(&mut self, text: &str, first: usize, lexicon: &Lexicon) {
        for unit in self.units[first..].iter_mut().filter(|u| u.tag == Tag::Number) {
            if text[..unit.span.start].ends_with(['$', '€', '£', '¥', '₹', '₽', '₩', '₺', '₪', '₴']) {
                unit.lemma = lexicon.markers.money;
            }
        }
    }

    /// A word of ASCII letters.
    fn push_letters(&mut self, text: &str, span: Span, known: Option<WordId>, lexicon: &Lexicon) {
        crate::steps::count(1);
        self.units.push(Unit {
            word: known,
            facts: lexicon.facts(known),
            joined: self.joined(span.start),
            capital: text.as_bytes()[span.start].is_ascii_uppercase(),
            ..Unit::new(span, Tag::Mark)
        });
    }

    fn push_word(&mut self, word: &str, start: usize, known: Option<WordId>, lexicon: &Lexicon) {
        let is_year = || word.len() == 4 && word.parse().is_ok_and(|year: u32| (1000..=2100).contains(&year));
        let first = word.chars().next().unwrap_or(' ');
        let tag = match first.is_numeric() {
            true if is_year() => Tag::Time,
            true => Tag::Number,
            false => Tag::Mark,
        };
        crate::steps::count(1);
        self.units.push(Unit {
            word: known,
            facts: lexicon.facts(known),
            joined: self.joined(start),
            capital: first.is_uppercase(),
            ..Unit::new(Span::new(start, start + word.len()), tag)
        });
    }

    fn push_mark(&mut self, span: Span, tag: Tag) {
        let joined = self.joined(span.start);
        if tag == Tag::Hyphen {
            self.first_hyphen.get_or_insert(self.units.len());
        }
        crate::steps::count(1);
        self.units.push(Unit { joined, ..Unit::new(span, tag) });
    }

    fn mark(&mut self, text: &str, mark: &str, start: usize) {
        let span = Span::new(start, start + mark.len());
        let joined = self.joined(start);
        let after_word = joined && self.units.last().is_some_and(|u| !u.tag.is_mark() || u.tag == Tag::Mark);
        let next = text[span.end..].chars().next();
        let tag = match mark.chars().next().unwrap_or(' ') {
            '\'' | '’'
                if text[span.end..].starts_with(['s', 'S'])
                    && !text[span.end + 1..].starts_with(char::is_alphanumeric)
                    && !self.units.is_empty() =>
            {
                self.push_mark(Span::new(span.start, span.end + 1), Tag::Genitive);
                return;
            }
            '\'' | '’' if after_word => {
                // "weighing ‘sanctions’": an apostrophe closes what one has opened
                let open = self.apostrophes % 2 == 1;
                let plural = !open && text[..start].ends_with(['s', 'S']) && next.is_none_or(char::is_whitespace);
                if plural { Tag::Genitive } else { Tag::Quote }
            }
            ',' | '，' | '、' => Tag::Comma,
            '-' if !joined && next.is_none_or(char::is_whitespace) => Tag::Colon,
            '-' | '‐' | '‑' => Tag::Hyphen,
            '–' | '/' | '／' if joined && next.is_some_and(char::is_alphanumeric) => Tag::Hyphen,
            '–' | '—' | ':' | ';' | '：' | '；' | '|' => Tag::Colon,
            '"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»' | '„' => Tag::Quote,
            '(' | '[' | '（' => Tag::Open,
            ')' | ']' | '）' => Tag::Close,
            '.' if after_word && !text[span.end..].trim().is_empty() => return, // of an abbreviation
            '.' | '!' | '?' | '…' | '。' => Tag::Stop,
            '&' => Tag::Conjunction,
            _ => return,
        };
        self.apostrophes += usize::from(tag == Tag::Quote && mark.starts_with(['\'', '‘', '’']));
        self.push_mark(span, tag);
        if let Some(unit) = self.units.last_mut() {
            unit.dash = tag == Tag::Colon && mark.starts_with(['–', '—', '-']);
            unit.question = mark.starts_with(['?', '？']);
        }
    }

    fn find_quotations(&mut self, text: &str, quoting: bool) {
        let mut open = quoting.then_some(0);
        for (i, unit) in self.units.iter().enumerate() {
            if unit.tag != Tag::Quote {
                continue;
            }
            let mark = unit.span.of(text);
            match open.take() {
                Some(start) if !mark.starts_with(['“', '«', '„']) => self.quotations.push((start, i)),
                _ if mark.starts_with(['”', '»']) => self.quotations.push((0, i)),
                _ => open = Some(i + 1),
            }
        }
        if let Some(start) = open {
            self.quotations.push((start, self.units.len()));
        }
    }

    /// Whether a unit stands inside a quotation.
    pub(crate) fn is_quoted(&self, unit: usize) -> bool {
        self.quotations.iter().any(|&(first, end)| (first..end).contains(&unit))
    }

    /// Whether a quotation goes on after the sentence.
    pub(crate) fn is_quotation_open(&self) -> bool {
        self.quotations.last().is_some_and(|&(_, end)| end == self.units.len())
    }
}
