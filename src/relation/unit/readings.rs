//! The readings that a unit may have where it stands.

use std::borrow::Cow;

use super::Units;
use crate::relation::lexicon::{Lexicon, Reading, Tag, TagSet};

impl Units {
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

    /// The readings of the unit at `index`, from the lexicon or as they are written to `own`.
    #[inline]
    pub(crate) fn readings<'r>(
        &self,
        index: usize,
        text: &str,
        title_case: bool,
        lexicon: &'r Lexicon,
        own: &'r mut Vec<Reading>,
    ) -> &'r [Reading] {
        let unit = &self.units[index];
        // most are known, and in lower case
        if let (Tag::Mark, false, Some(word), false) = (unit.tag, unit.capital, unit.word, unit.facts.tags.is_empty()) {
            return lexicon.readings(word);
        }
        self.other_readings(index, text, title_case, lexicon, own)
    }

    fn other_readings<'r>(
        &self,
        index: usize,
        text: &str,
        title_case: bool,
        lexicon: &'r Lexicon,
        own: &'r mut Vec<Reading>,
    ) -> &'r [Reading] {
        let unit = &self.units[index];
        let first = index <= self.first_word;
        let proper = unit.capital && !title_case && !first && self.units[index - 1].tag != Tag::Quote;
        let fixed = unit.tag != Tag::Mark && (unit.mentions.is_some() || unit.word.is_none() || unit.is_number());
        if !fixed && !proper && !unit.facts.tags.is_empty() {
            return unit.word.map_or(&[], |id| lexicon.readings(id));
        }
        own.clear();
        if fixed {
            own.push(Reading { lemma: unit.lemma, ..Reading::plain(unit.tag) });
            return own;
        }
        if proper {
            // inside a sentence a capital makes a noun or a part of a name of what could be anything
            let open = |r: &Reading| r.tag.is_verb() || r.tag == Tag::Adverb;
            let known = unit.word.map_or(&[][..], |id| lexicon.readings(id));
            own.extend(known.iter().filter(|r| !open(r)));
            if own.is_empty() {
                own.push(Reading::plain(Tag::Name));
            }
            return own;
        }
        if unit.capital && !title_case {
            own.push(Reading::plain(Tag::Name));
            if !first {
                return own;
            }
        }
        let form = unit.span.of(text);
        let is_lower = form.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let lower = if is_lower { Cow::Borrowed(form) } else { Cow::Owned(form.to_lowercase()) };
        let compound = lower.contains('-');
        let guess = lexicon.guess(&lower);
        own.extend(guess.iter().filter(|tag| !(compound && tag.is_verb())).map(|&tag| Reading::plain(tag)));
        // after "to" or a modal anything may be a verb, but "to swiftly close"
        const GOVERNING: TagSet = TagSet::of(&[Tag::To, Tag::Modal]);
        let governed = index > 0 && self.units[index - 1].may_be_any(GOVERNING);
        if !compound && !guess.contains(&Tag::Adverb) && governed {
            own.push(Reading::plain(Tag::Verb));
        }
        own
    }
}
