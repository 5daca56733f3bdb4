//! A sentence as units: words, marks and mentions, each with its possible readings.

use super::lexicon::{Lemma, Lexicon, Phrase, Reading, Tag, TagSet, WordFacts, WordId};
use crate::{
    gazetteer::{EntityId, EntityKind},
    mention::{Form, Mention},
    text::{Pieces, Span},
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
    /// Whether one of the readings that the lexicon has of it is such, whatever was chosen.
    pub(crate) const fn may_be(&self, tag: Tag) -> bool {
        self.facts.tags.has(tag)
    }

    /// The same for several classes.
    pub(crate) const fn may_be_any(&self, tags: TagSet) -> bool {
        self.facts.tags.meets(tags)
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
    lower: String,
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
        self.mark_money(text, lexicon);
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
            span: mention.span,
            tag,
            lemma: Lemma::UNKNOWN,
            word: None,
            facts: WordFacts::default(),
            mentions: Some((index, count)),
            joined: self.joined(mention.span.start),
            capital: mention.span.of(text).starts_with(char::is_uppercase),
            kind: Some(kind),
            entity: Some(mention.entity),
            venue: mention.venue,
            dash: false,
            question: false,
        });
    }

    fn words(&mut self, text: &str, span: Span, lexicon: &Lexicon) {
        let mut span = span;
        let rest = span.of(text);
        let genitive = ["'s", "’s", "'S", "’S"].iter().find(|end| rest.starts_with(**end));
        if let Some(end) = genitive
            && self.joined(span.start)
            && !rest[end.len()..].starts_with(char::is_alphanumeric)
        {
            self.push_mark(Span::new(span.start, span.start + end.len()), Tag::Genitive);
            span.start += end.len();
        }
        for (offset, word) in Pieces::new(span.of(text)) {
            let start = span.start + offset;
            if self.units.last().is_some_and(|last| last.span.end > start) {
                continue;
            }
            if word.starts_with(char::is_alphanumeric) {
                self.word(word, start, lexicon);
            } else {
                self.mark(text, word, start);
            }
        }
    }

    fn word(&mut self, word: &str, start: usize, lexicon: &Lexicon) {
        let apostrophe = word.bytes().any(|byte| byte == b'\'' || byte == 0xe2); // of "’" the first byte
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
        self.lower.clear();
        if form.is_ascii() {
            self.lower.push_str(form);
            self.lower.make_ascii_lowercase();
        } else {
            self.lower.extend(form.chars().flat_map(char::to_lowercase));
        }
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
    fn mark_money(&mut self, text: &str, lexicon: &Lexicon) {
        for unit in self.units.iter_mut().filter(|u| u.tag == Tag::Number) {
            if text[..unit.span.start].ends_with(['$', '€', '£', '¥', '₹', '₽', '₩', '₺', '₪', '₴']) {
                unit.lemma = lexicon.markers.money;
            }
        }
    }

    fn push_word(&mut self, word: &str, start: usize, known: Option<WordId>, lexicon: &Lexicon) {
        let is_year = || word.len() == 4 && word.parse().is_ok_and(|year: u32| (1000..=2100).contains(&year));
        let tag = match word.starts_with(char::is_numeric) {
            true if is_year() => Tag::Time,
            true => Tag::Number,
            false => Tag::Mark,
        };
        crate::steps::count(1);
        self.units.push(Unit {
            span: Span::new(start, start + word.len()),
            tag,
            lemma: Lemma::UNKNOWN,
            word: known,
            facts: lexicon.facts(known),
            mentions: None,
            joined: self.joined(start),
            capital: word.starts_with(char::is_uppercase),
            kind: None,
            entity: None,
            venue: false,
            dash: false,
            question: false,
        });
    }

    fn push_mark(&mut self, span: Span, tag: Tag) {
        let joined = self.joined(span.start);
        crate::steps::count(1);
        self.units.push(Unit {
            span,
            tag,
            lemma: Lemma::UNKNOWN,
            word: None,
            facts: WordFacts::default(),
            mentions: None,
            joined,
            capital: false,
            kind: None,
            entity: None,
            venue: false,
            dash: false,
            question: false,
        });
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

    /// "far-reaching" is one word; a hyphen beside a mention stays.
    fn merge_hyphens(&mut self, text: &str, lexicon: &Lexicon) {
        // most sentences have none
        let Some(first) = self.units.iter().position(|u| u.tag == Tag::Hyphen) else { return };
        let plain = |unit: &Unit| unit.mentions.is_none() && (unit.word.is_some() || unit.tag == Tag::Mark);
        let mut kept = first.saturating_sub(1);
        let mut i = kept;
        while i < self.units.len() {
            let mut unit = self.units[i];
            let mut end = i;
            // "F-16": a name of letters and numbers
            let model = unit.capital
                && unit.mentions.is_none()
                && unit.span.len() <= 4
                && i + 2 < self.units.len()
                && self.units[i + 1].tag == Tag::Hyphen
                && self.units[i + 1].joined
                && self.units[i + 2].joined
                && self.units[i + 2].tag == Tag::Number
                && !self.units.get(i + 3).is_some_and(|u| u.joined && u.tag == Tag::Hyphen);
            if model {
                unit.span = Span::new(unit.span.start, self.units[i + 2].span.end);
                unit.set_word(self.id(unit.span.of(text), lexicon), lexicon);
                unit.tag = Tag::Mark;
                self.units[kept] = unit;
                kept += 1;
                i += 3;
                continue;
            }
            while plain(&self.units[end])
                && end + 2 < self.units.len()
                && self.units[end + 1].tag == Tag::Hyphen
                && self.units[end + 1].joined
                && self.units[end + 2].joined
                && plain(&self.units[end + 2])
            {
                end += 2;
            }
            if end > i {
                let last = self.units[end];
                unit.span = Span::new(unit.span.start, last.span.end);
                let whole = self.id(unit.span.of(text), lexicon).filter(|&id| !lexicon.facts(Some(id)).tags.is_empty());
                unit.set_word(whole.or(last.word), lexicon);
                // "war-torn", "Iran-backed", "long-running": an adjective, whatever its last part may be alone
                const PARTICIPLES: TagSet = TagSet::VERBS.without(TagSet::of(&[Tag::Verb, Tag::VerbS]));
                let participle = last.may_be_any(PARTICIPLES);
                if whole.is_none() && (participle || last.word.is_none()) {
                    unit.set_word(None, lexicon);
                    unit.tag = if participle { Tag::Adjective } else { Tag::Mark };
                }
            }
            self.units[kept] = unit;
            kept += 1;
            i = end + 1;
        }
        self.units.truncate(kept);
    }

    /// The longest phrase that begins at a unit.
    fn phrase_at<'l>(&self, at: usize, lexicon: &'l Lexicon) -> Option<&'l Phrase> {
        let phrases = lexicon.phrases(self.units[at].word?);
        let rest = &self.units[at + 1..];
        let second = rest.first()?.word?;
        phrases.iter().find(|phrase| {
            phrase.rest.first() == Some(&second)
                && phrase.rest.len() <= rest.len()
                && phrase.rest.iter().zip(rest).all(|(want, unit)| unit.word == Some(*want))
        })
    }

    /// "according to" is one word.
    fn merge_phrases(&mut self, lexicon: &Lexicon) {
        let mut kept = 0;
        let mut i = 0;
        while i < self.units.len() {
            let mut end = i;
            if let Some(phrase) = self.phrase_at(i, lexicon) {
                end = i + phrase.rest.len();
                self.units[i].span.end = self.units[end].span.end;
                self.units[i].set_word(Some(phrase.word), lexicon);
            }
            if kept < i {
                self.units[kept] = self.units[i];
            }
            kept += 1;
            i = end + 1;
        }
        self.units.truncate(kept);
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

    /// Whether most long words begin with a capital, as in headlines; then capitals say nothing.
    pub(crate) fn is_title_case(&self) -> bool {
        let (mut capital, mut all) = (0, 0);
        for unit in self.units.iter().filter(|u| u.span.len() > 3 && u.mentions.is_none() && u.tag != Tag::Number) {
            if unit.word.is_some() || unit.tag == Tag::Mark {
                all += 1;
                capital += usize::from(unit.capital);
            }
        }
        all > 0 && capital * 10 >= all * 7
    }

    /// The readings of the unit at `index`.
    pub(crate) fn readings(
        &self,
        index: usize,
        text: &str,
        title_case: bool,
        lexicon: &Lexicon,
        out: &mut Vec<Reading>,
    ) {
        out.clear();
        let unit = &self.units[index];
        let counts = matches!(unit.tag, Tag::Number | Tag::Time);
        if unit.mentions.is_some() || counts || (unit.tag != Tag::Mark && unit.word.is_none()) {
            out.push(Reading { lemma: unit.lemma, ..Reading::plain(unit.tag) });
            return;
        }
        let known = unit.word.map_or(&[][..], |id| lexicon.word(id).readings);
        let first = index <= self.first_word;
        let proper = unit.capital && !title_case && !first && self.units[index - 1].tag != Tag::Quote;
        out.extend_from_slice(known);
        if proper {
            // inside a sentence a capital makes a noun or a part of a name of what could be anything
            let open = |r: &Reading| r.tag.is_verb() || r.tag == Tag::Adverb;
            out.retain(|r| !open(r));
            if out.is_empty() {
                out.push(Reading::plain(Tag::Name));
            }
            return;
        }
        if out.is_empty() {
            if unit.capital && !title_case {
                out.push(Reading::plain(Tag::Name));
                if !first {
                    return;
                }
            }
            let lower = unit.span.of(text).to_lowercase();
            let compound = lower.contains('-');
            let adverb = lexicon.guess(&lower).contains(&Tag::Adverb);
            let guessed = lexicon.guess(&lower).iter().filter(|tag| !(compound && tag.is_verb()));
            out.extend(guessed.map(|&tag| Reading::plain(tag)));
            // after "to" or a modal anything may be a verb, but "to swiftly close"
            let governed = |u: &Unit| u.may_be_any(TagSet::of(&[Tag::To, Tag::Modal]));
            if !compound && !adverb && index > 0 && governed(&self.units[index - 1]) {
                out.push(Reading::plain(Tag::Verb));
            }
        }
    }
}
