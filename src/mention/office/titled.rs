//! Names that begin with a title: "King Juan Carlos" is one name, and says what its bearer is.

use super::lexicon::{Lexicon, Uses};
use crate::{
    gazetteer::{EntityId, Gazetteer},
    mention::{
        Mention,
        tokens::{Token, TokenKind, tokens},
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
    buffer: &mut Vec<Token>,
) {
    let starts = |token: &Token| {
        let TokenKind::Mention(index) = token.kind else { return false };
        let name = token.span.of(text);
        let first = name.split(' ').next().unwrap_or_default();
        let may_open =
            first.len() < name.len() && lexicon.id(first).is_some_and(|id| lexicon.uses(id).any(Uses::IN_TITLE));
        may_open && !gazetteer.tenures_of(mentions[index].entity).is_empty()
    };
    if !buffer.iter().any(starts) {
        return;
    }
    let whole = std::mem::take(buffer);
    for token in whole {
        if starts(&token)
            && let TokenKind::Mention(index) = token.kind
            && let Some(end) = title_end(text, lexicon, gazetteer, date, mentions[index].entity, token.span)
        {
            tokens(text, Span::new(token.span.start, end), &[], buffer);
            buffer.push(Token { span: Span::new(end + 1, token.span.end), ..token });
        } else {
            buffer.push(token);
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
