//! Names that begin with a title: "King Juan Carlos" is one name, and says what its bearer is.

use super::lexicon::{Lexicon, Uses};
use crate::{
    gazetteer::{EntityId, Gazetteer},
    mention::{
        Mention,
        tokens::{Token, TokenKind, Tokens},
    },
    text::{Date, Span},
};

/// Cuts the title off the names that begin with one which their bearer has at the text's date.
pub(super) fn split(
    text: &str,
    lexicon: &Lexicon,
    gazetteer: &Gazetteer,
    date: Option<Date>,
    mentions: &[Mention],
    tokens: &mut Tokens,
    whole: &mut Tokens,
) {
    let starts = |token: &Token| {
        let TokenKind::Mention(index) = token.kind else { return false };
        let name = token.span.of(text);
        let first = name.bytes().position(|byte| byte == b' ').map(|end| &name[..end]);
        let may_open = first.and_then(|first| lexicon.id(first));
        may_open.is_some_and(|id| lexicon.uses(id).any(Uses::IN_TITLE))
            && !gazetteer.tenures_of(mentions[index].entity).is_empty()
    };
    if !tokens.mentions.iter().any(|&at| starts(&tokens.all[at])) {
        return;
    }
    std::mem::swap(tokens, whole);
    tokens.clear();
    for token in whole.all.drain(..) {
        if starts(&token)
            && let TokenKind::Mention(index) = token.kind
            && let Some(end) = title_end(text, lexicon, gazetteer, date, mentions[index].entity, token.span)
        {
            tokens.read(text, Span::new(token.span.start, end), &[]);
            tokens.push(Token { span: Span::new(end + 1, token.span.end), ..token });
        } else {
            tokens.push(token);
        }
    }
}

/// Where the title ends with which the name begins, before a blank.
fn title_end(
    text: &str,
    lexicon: &Lexicon,
    gazetteer: &Gazetteer,
    date: Option<Date>,
    person: EntityId,
    span: Span,
) -> Option<usize> {
    let name = span.of(text);
    let words = name.split(' ').map_while(|word| lexicon.id(word));
    let (count, entry) = lexicon.entries.longest(words)?;
    let title = &lexicon.titles[entry.title];
    let has = gazetteer
        .tenures_of(person)
        .iter()
        .any(|tenure| tenure.is_valid(date) && title.roles_of(gazetteer, tenure.of).contains(&tenure.role));
    let (end, _) = name.match_indices(' ').nth(count - 1)?;
    (has && !entry.plural).then_some(span.start + end)
}
