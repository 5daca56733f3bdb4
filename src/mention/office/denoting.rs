//! Titles that stand for a person: "the Japanese prime minister", "the foreign minister".

use memchr::memmem;

use super::{
    group::Article,
    lexicon::Uses,
    read::{Named, Read, Unnamed},
    recent::{Asked, Recent, World},
    record::Record,
    scan::Scan,
    title::Before,
};
use crate::{
    gazetteer::{EntityId, EntityKind, OfficeKind, RoleId},
    mention::{
        Form,
        tokens::{TokenKind, Tokens, floor, is_word},
    },
    text::Span,
};

/// How far a title with the text before its last word may reach after its article.
const TITLE: usize = 90;

impl Record<'_> {
    /// Enters the titles that stand for somebody named before, or known at the date.
    pub(super) fn denoting(&mut self, read: &Read) {
        let officials = std::mem::take(&mut self.officials);
        let world = World { text: self.text, gazetteer: self.gazetteer, lexicon: self.lexicon, date: self.date };
        let mut recent = Recent::default();
        for official in officials.iter().filter(|official| official.current) {
            recent.has_office(official.person, &official.named, official.of);
        }
        let alone = self.alone(read);
        let asked = read.unnamed.iter().map(|unnamed| (unnamed.span, &unnamed.named, Some(unnamed)));
        let mut asked: Vec<_> = asked.chain(alone.iter().map(|named| (named.span, named, None))).collect();
        asked.sort_by_key(|(span, ..)| span.start);
        let mut persons: Vec<(usize, EntityId)> = self.persons().collect();
        persons.sort_unstable_by_key(|(at, _)| *at);
        let mut next = 0;
        for (span, named, unnamed) in asked {
            while let Some(&(at, person)) = persons.get(next).filter(|(at, _)| *at < span.start) {
                recent.named(person, at);
                next += 1;
            }
            let of = unnamed.map(|unnamed| unnamed.of);
            let person = recent.bearer(&world, &Asked { named, of }).or_else(|| self.holder_at(unnamed?));
            if let Some(person) = person {
                self.add(person, Form::Title, span);
                recent.named(person, span.start);
            }
        }
    }

    fn persons(&self) -> impl Iterator<Item = (usize, EntityId)> + '_ {
        let is_person = |id| self.found.entity(self.gazetteer, id).kind == EntityKind::Leader;
        let persons = self.found.mentions.iter().filter(move |mention| is_person(mention.entity));
        persons.map(|mention| (mention.span.start, mention.entity))
    }

    /// The one person who has the office on the text's date.
    fn holder_at(&self, unnamed: &Unnamed) -> Option<EntityId> {
        let date = Some(self.date?);
        let mut holders = unnamed.named.roles.iter().filter(|&&role| self.is_for_one(unnamed, role)).map(|&role| {
            let mut holders = self.gazetteer.holders(unnamed.of, role, date).map(|tenure| tenure.holder);
            let first = holders.next()?;
            Some(holders.all(|other| other == first).then_some(first))
        });
        holders.find_map(|holder| holder)?
    }

    /// Whether an office has one holder: by its role, as the head of a body, or since one body's post is called so.
    fn is_for_one(&self, unnamed: &Unnamed, role: RoleId) -> bool {
        let of_country = self.gazetteer.entity(unnamed.of).is_some_and(|entity| entity.kind == EntityKind::Country);
        let title = &self.lexicon.titles[unnamed.named.title];
        let row = &self.gazetteer.roles()[role.0 as usize];
        row.single || (!of_country && row.office == OfficeKind::Leads) || title.posts.contains(&(unnamed.of, role))
    }

    /// Titles with nothing but the article: "the prime minister".
    fn alone(&self, read: &Read) -> Vec<Named> {
        let mut found = Vec::new();
        let mut persons = self.persons().map(|(at, _)| at);
        let Some(first) = persons.next().map(|first| persons.fold(first, usize::min)) else { return found };
        let mentions = &self.found.mentions[..self.old];
        let mut taken = read.titles.iter().peekable();
        let mut tokens = Tokens::default();
        for at in memmem::find_iter(&self.text.as_bytes()[first..], b"he ").map(|at| first + at) {
            if !self.is_article(at) {
                continue;
            }
            let start = at + 3;
            while taken.next_if(|title| title.end <= start).is_some() {}
            let window = Span::new(start, floor(self.text, start + TITLE));
            if !self.opens_title(window) {
                continue;
            }
            tokens.clear();
            tokens.read(self.text, window, mentions);
            let scan = Scan::new(self.text, self.gazetteer, self.lexicon, self.date, mentions, &tokens);
            let named = scan.alone();
            found.extend(named.filter(|named| taken.peek().is_none_or(|title| !title.overlaps(named.span))));
        }
        found
    }

    /// Whether "he " at the offset is the end of an article.
    fn is_article(&self, at: usize) -> bool {
        let before = &self.text.as_bytes()[..at];
        match before {
            [.., b' ' | b'\n' | b'"', b't' | b'T'] | [b't' | b'T'] => true,
            [.., b't' | b'T'] => !self.text[..at - 1].ends_with(is_word),
            _ => false,
        }
    }

    /// Whether a title may begin with the window's first word.
    fn opens_title(&self, window: Span) -> bool {
        let bytes = &self.text.as_bytes()[window.range()];
        let length = bytes.iter().position(|byte| matches!(byte, b' ' | b'-')).unwrap_or(bytes.len());
        let word = &self.text[window.start..window.start + length];
        let opens = self.lexicon.id(word.trim_end_matches(|c: char| !c.is_alphanumeric()));
        let can_open = Uses::IN_TITLE.or(Uses::DEPARTMENT).or(Uses::LOWERS);
        opens.is_some_and(|word| self.lexicon.uses(word).any(can_open))
    }
}

impl Scan<'_> {
    /// The title that the window begins with, when nothing goes on to say whose it is.
    fn alone(&self) -> Option<Named> {
        let title = self
            .title_at(0, Before::Departments)
            .filter(|title| !title.plural && !self.title(title.title).is_nobodys())?;
        let group = self.group(title)?;
        let small = &self.lexicon.small;
        let goes_on = [small.of, small.to, small.r#for].into_iter().any(|word| self.is(group.end, word))
            || self.mention(group.end).is_some()
            || self.is_capitalised(group.end)
            || group.past
            || self.is_kind(group.end, TokenKind::Hyphen)
            || group.end != title.end;
        debug_assert_eq!(group.article, Article::None);
        let entry = self.title(title.title);
        let by_words = title.lowered || title.department;
        let roles = if by_words { Vec::new() } else { entry.all_roles().collect() };
        let named = Named {
            span: self.span(0, title.end),
            title: title.title,
            roles,
            office: OfficeKind::Represents,
            by_words,
        };
        (!goes_on && !entry.counterpart).then_some(named)
    }
}
