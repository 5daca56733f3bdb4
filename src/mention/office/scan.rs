use super::{
    lexicon::{Lexicon, Uses},
    model::Title,
};
use crate::{
    gazetteer::{EntityId, EntityKind, Gazetteer},
    mention::{
        Mention,
        phrases::{Phrases, WordId},
        tokens::{Token, TokenKind, Tokens},
    },
    text::{Date, Span},
};

/// No phrase has more words.
const LONGEST_PHRASE: usize = 12;

/// A stretch of text around mentions, as tokens, with what is needed to read it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) lexicon: &'a Lexicon,
    pub(super) date: Option<Date>,
    pub(super) mentions: &'a [Mention],
    pub(super) tokens: &'a [Token],
    /// Which of the tokens are mentions.
    pub(super) named: &'a [usize],
}

impl<'a> Scan<'a> {
    pub(super) fn new(
        text: &'a str,
        gazetteer: &'a Gazetteer,
        lexicon: &'a Lexicon,
        date: Option<Date>,
        mentions: &'a [Mention],
        tokens: &'a Tokens,
    ) -> Self {
        Self { text, gazetteer, lexicon, date, mentions, tokens: &tokens.all, named: &tokens.mentions }
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn is_kind(&self, at: usize, kind: TokenKind) -> bool {
        self.kind(at) == Some(kind)
    }

    /// The text of a word.
    pub(super) fn str(&self, at: usize) -> Option<&'a str> {
        self.tokens.get(at).filter(|token| token.kind == TokenKind::Word).map(|token| token.span.of(self.text))
    }

    pub(super) fn word(&self, at: usize) -> Option<WordId> {
        let cell = &self.tokens.get(at)?.word;
        let word = cell.get().unwrap_or_else(|| self.str(at).and_then(|word| self.lexicon.id(word)));
        cell.set(Some(word));
        word
    }

    pub(super) fn is(&self, at: usize, word: WordId) -> bool {
        self.word(at) == Some(word)
    }

    pub(super) fn uses(&self, at: usize) -> Uses {
        self.word(at).map_or(Uses::default(), |word| self.lexicon.uses(word))
    }

    pub(super) fn can(&self, at: usize, uses: Uses) -> bool {
        self.uses(at).any(uses)
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.str(at).and_then(|word| word.chars().next()).is_some_and(char::is_uppercase)
    }

    /// The mention that the token is, with its index.
    pub(super) fn mention(&self, at: usize) -> Option<(usize, &'a Mention)> {
        let Some(TokenKind::Mention(index)) = self.kind(at) else { return None };
        Some((index, &self.mentions[index]))
    }

    pub(super) fn entity_kind(&self, id: EntityId) -> Option<EntityKind> {
        self.gazetteer.entity(id).map(|entity| entity.kind)
    }

    fn mention_of(&self, at: usize, kinds: &[EntityKind]) -> Option<(usize, &'a Mention)> {
        let found = self.mention(at)?;
        kinds.contains(&self.entity_kind(found.1.entity)?).then_some(found)
    }

    /// A mention of what can have offices: a state, an alliance, an organ, an armed group.
    pub(super) fn body(&self, at: usize) -> Option<(usize, &'a Mention)> {
        self.mention_of(at, &[EntityKind::Country, EntityKind::Alliance, EntityKind::Institution, EntityKind::Group])
    }

    /// A mention of a person.
    pub(super) fn leader(&self, at: usize) -> Option<(usize, &'a Mention)> {
        self.mention_of(at, &[EntityKind::Leader])
    }

    /// A mention of what a portfolio or an envoy may be for.
    pub(super) fn place(&self, at: usize) -> Option<(usize, &'a Mention)> {
        self.mention(at).filter(|(_, mention)| self.entity_kind(mention.entity) != Some(EntityKind::Leader))
    }

    /// The longest of the phrases that begins with the token, and the token after it.
    pub(super) fn phrase<T>(&self, phrases: &'a Phrases<T>, at: usize) -> Option<(usize, &'a T)> {
        let mut ends = [at; LONGEST_PHRASE];
        let mut next = at;
        let words = ends.iter_mut().map_while(|end| {
            let word = self.word(self.past_hyphen(next))?;
            next = self.past_hyphen(next) + 1;
            *end = next;
            Some(word)
        });
        let (count, value) = phrases.longest(words)?;
        Some((ends[count - 1], value))
    }

    pub(super) fn title(&self, index: usize) -> &'a Title {
        &self.lexicon.titles[index]
    }

    /// The bytes from one token to before another.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }

    /// The token before, where there is one; hyphens are blanks.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let at = at.checked_sub(1)?;
        if self.is_kind(at, TokenKind::Hyphen) { at.checked_sub(1) } else { Some(at) }
    }

    /// The token itself, or that after it when it is a hyphen.
    pub(super) fn past_hyphen(&self, at: usize) -> usize {
        if self.is_kind(at, TokenKind::Hyphen) { at + 1 } else { at }
    }

    pub(super) fn is_and(&self, at: usize) -> bool {
        self.is(at, self.lexicon.small.and)
    }

    /// The token after an optional article.
    pub(super) fn past_the(&self, at: usize) -> usize {
        if self.is(at, self.lexicon.small.the) { at + 1 } else { at }
    }

    /// The token after an optional possessive.
    pub(super) fn past_possessive(&self, at: usize) -> usize {
        if self.is_kind(at, TokenKind::Possessive) { at + 1 } else { at }
    }

    /// Whether the token ends a clause or sets something off: a comma, a stop, a mark, or nothing more.
    pub(super) fn is_closed(&self, at: usize) -> bool {
        matches!(self.kind(at), None | Some(TokenKind::Comma | TokenKind::Stop | TokenKind::Break))
    }
}
