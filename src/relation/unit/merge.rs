//! Several units that are one word: what hyphens join, and fixed phrases.

use super::{Unit, Units};
use crate::{
    relation::lexicon::{InPhrases, Lexicon, Phrase, Tag, TagSet},
    text::Span,
};

impl Units {
    /// "far-reaching" is one word; a hyphen beside a mention stays.
    pub(super) fn merge_hyphens(&mut self, text: &str, lexicon: &Lexicon) {
        let Some(first) = self.first_hyphen else { return };
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
        let is = |at: usize, place| self.units.get(at).is_some_and(|unit| unit.facts.phrases.is(place));
        if !is(at, InPhrases::FIRST) || !is(at + 1, InPhrases::SECOND) {
            return None;
        }
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
    pub(super) fn merge_phrases(&mut self, lexicon: &Lexicon) {
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
}
