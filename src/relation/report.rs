//! Finds reports that stand beside what they report: "Israel must withdraw, Syria said", "the raid, Lima said, was".
//!
//! The comma before such a report and the one after it get classes of their own, so that nothing is joined over them
//! and the clause reader can set aside what they interrupt.

use super::{
    chunk::{Chunk, ChunkKind, Chunks},
    coordination::finite_follows,
    lexicon::{Complements, Controller, Governs, Lexicon, Tag, WordList},
    noun_group::NounGroup,
    unit::Unit,
    verb_group::{VerbForm, VerbGroup},
};
use crate::relation::Modality;

/// Marks the reports of a sentence.
pub(crate) fn mark(chunks: &mut Chunks, units: &[Unit], lexicon: &Lexicon) {
    let mut from = 0;
    for at in 0..chunks.chunks.len() {
        let finder = Finder { chunks, units, lexicon, from };
        let Some((open, close)) = finder.report(at) else { continue };
        chunks.chunks[open].kind = ChunkKind::ReportOpen;
        if let Some(close) = close {
            chunks.chunks[close].kind = ChunkKind::ReportClose;
        }
        from = close.unwrap_or(at) + 1;
    }
}

struct Finder<'a> {
    chunks: &'a Chunks,
    units: &'a [Unit],
    lexicon: &'a Lexicon,
    /// Where the last report ended.
    from: usize,
}

impl Finder<'_> {
    fn kind(&self, at: usize) -> Option<ChunkKind> {
        self.chunks.chunks.get(at).map(|c| c.kind)
    }

    fn verbs(&self, at: usize) -> Option<&VerbGroup> {
        match self.kind(at)? {
            ChunkKind::Verbs(group) => Some(&self.chunks.verb_groups[group]),
            _ => None,
        }
    }

    fn is_nouns(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(ChunkKind::Nouns(_)))
    }

    fn is_time(&self, at: usize) -> bool {
        let Some(ChunkKind::Nouns(row)) = self.kind(at) else { return false };
        let NounGroup { head, .. } = self.chunks.noun_groups[self.chunks.coordinations[row].end - 1];
        self.units[head].tag == Tag::Time
    }

    /// The marks around the report whose verb is the chunk at `at`: before it, and after it if what it reports goes on.
    fn report(&self, at: usize) -> Option<(usize, Option<usize>)> {
        let verbs = self.verbs(at)?;
        let finite = matches!(verbs.form, VerbForm::Finite | VerbForm::PastOrParticiple);
        let plain = verbs.modal.is_none() && !verbs.negated && !verbs.passive;
        if !finite || !plain || !self.lexicon.is(WordList::Reporting, verbs.verb) {
            return None;
        }
        let before = at.checked_sub(1)?;
        let straight = || self.around(self.before_subject(before)?, self.end(at, false)?);
        // "said Estonia"; of other verbs than "say" what follows may be the object
        let inverted = || {
            let subject = self.is_nouns(at + 1) && !self.is_time(at + 1);
            let says = || self.is_quote_beside(before) || verbs.verb == self.lexicon.say();
            if self.opens(before) && subject && says() { self.around(before, self.end(at, true)?) } else { None }
        };
        straight().or_else(inverted)
    }

    /// The marks around a report after the one at `open`; the chunk after it is at `end`.
    fn around(&self, open: usize, end: usize) -> Option<(usize, Option<usize>)> {
        let stated = self.is_stated_before(open);
        let close = self.close(end, stated);
        (open >= self.from && (stated || close.is_some())).then_some((open, close))
    }

    /// What may stand before a report; the mark at the end of a quotation too.
    fn opens(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(ChunkKind::Comma) => true,
            Some(ChunkKind::Break) => {
                self.units[self.chunks.chunks[at].first].tag == Tag::Stop && self.is_quote_beside(at)
            }
            _ => false,
        }
    }

    fn is_quote_beside(&self, at: usize) -> bool {
        let Chunk { first, last, .. } = self.chunks.chunks[at];
        let quote = |i: usize| self.units.get(i).is_some_and(|u| u.tag == Tag::Quote);
        quote(last + 1) || first.checked_sub(1).is_some_and(quote)
    }

    /// The mark before the subject that ends at `last`: nouns with their phrases, and a name beside them.
    fn before_subject(&self, last: usize) -> Option<usize> {
        if self.kind(last) != Some(ChunkKind::Comma) {
            return self.before_nouns(last).filter(|&open| self.opens(open) && !self.is_in_row(open));
        }
        // "Estonia's president, Toomas Ilves, said"
        let beside = self.before_nouns(last.checked_sub(1)?)?;
        if self.kind(beside) != Some(ChunkKind::Comma) {
            return None;
        }
        self.before_nouns(beside.checked_sub(1)?).filter(|&open| self.opens(open))
    }

    /// "the pact that Peru, Chile and Bolivia announced": a comma of the row that a clause begins with.
    fn is_in_row(&self, comma: usize) -> bool {
        let mut at = comma;
        while self.kind(at) == Some(ChunkKind::Comma) && at > 1 && self.is_nouns(at - 1) {
            at -= 2;
        }
        let joined = self.list()[comma + 1..].iter().take(2).any(|c| c.kind == ChunkKind::Conjunction);
        let opens =
            matches!(self.kind(at), Some(ChunkKind::That | ChunkKind::Relative | ChunkKind::Subordinator { .. }));
        at < comma && joined && opens
    }

    fn list(&self) -> &[Chunk] {
        &self.chunks.chunks
    }

    /// What stands before nouns with their phrases, of which the last is at `last`.
    fn before_nouns(&self, last: usize) -> Option<usize> {
        let mut at = last;
        loop {
            if !self.is_nouns(at) {
                return None;
            }
            let before = at.checked_sub(1)?;
            at = match self.kind(before)? {
                ChunkKind::Preposition(_) | ChunkKind::Conjunction => before.checked_sub(1)?,
                ChunkKind::Nouns(_) => before,
                _ => return Some(before),
            };
        }
    }

    /// The chunk after the report; nothing where the verb has its clause after it.
    fn end(&self, verb: usize, inverted: bool) -> Option<usize> {
        let verbs = self.verbs(verb)?;
        let mut at = verb + 1;
        if inverted {
            at += 1;
        } else if self.is_nouns(at) && !self.is_time(at) {
            // "told reporters"
            let addresses = |g: &Governs| {
                g.complements.meets(Complements::TO)
                    && g.controller == Controller::Object
                    && g.modality == Some(Modality::Requested)
            };
            if !self.lexicon.governs(Tag::Verb, verbs.verb).iter().any(addresses) {
                return None;
            }
            at += 1;
        }
        loop {
            at = match self.kind(at) {
                Some(ChunkKind::Preposition(_)) if self.is_nouns(at + 1) => at + 2,
                Some(ChunkKind::Nouns(_)) if self.is_time(at) => at + 1,
                _ => break,
            };
        }
        match self.kind(at) {
            None
            | Some(ChunkKind::Comma | ChunkKind::Dash | ChunkKind::Conjunction | ChunkKind::Subordinator { .. }) => {
                Some(at)
            }
            // "said on Monday: ..."
            Some(ChunkKind::Break) => (self.units[self.chunks.chunks[at].first].tag == Tag::Stop).then_some(at),
            Some(ChunkKind::Relative) if inverted => Some(at),
            Some(ChunkKind::Verbs(_)) => {
                // "said in a statement read on television"
                let finite = self.verbs(at).is_some_and(|v| v.form == VerbForm::Finite);
                (!finite && at > verb + 1 && !(inverted && at == verb + 2)).then_some(at)
            }
            _ => None,
        }
    }

    /// Whether a finite verb stands before the report, in its part of the sentence.
    fn is_stated_before(&self, open: usize) -> bool {
        if self.kind(open) == Some(ChunkKind::Break) {
            return true;
        }
        let part = (self.from..open).rev().take_while(|&i| self.kind(i) != Some(ChunkKind::Break));
        part.filter_map(|i| self.verbs(i)).any(|v| matches!(v.form, VerbForm::Finite | VerbForm::PastOrParticiple))
    }

    /// The mark after which what is reported goes on.
    fn close(&self, end: usize, stated: bool) -> Option<usize> {
        let mut at = end;
        loop {
            if self.kind(at) != Some(ChunkKind::Comma) {
                return None;
            }
            let quoted = self.units.get(self.chunks.chunks[at].last + 1).is_some_and(|u| u.tag == Tag::Quote);
            let goes_on = match self.kind(at + 1)? {
                _ if quoted => true,
                ChunkKind::Verbs(_) => self.verbs(at + 1).is_some_and(|v| v.form != VerbForm::Gerund),
                ChunkKind::Conjunction => stated && self.is_nouns(at + 2),
                // "the raid, Lima said, was": not "asked Chad for aid, a request"
                ChunkKind::Nouns(_) => !stated && finite_follows(self.chunks, self.units, self.lexicon, at + 1),
                _ => false,
            };
            if goes_on {
                return Some(at);
            }
            // "said Mark Rutte, the Dutch premier, “and"
            if !self.is_nouns(at + 1) {
                return None;
            }
            at += 2;
            while matches!(self.kind(at), Some(ChunkKind::Preposition(_))) && self.is_nouns(at + 1) {
                at += 2;
            }
        }
    }
}
