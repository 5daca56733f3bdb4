//! Noun groups: "Russian Foreign Minister Sergei Lavrov", "China's growing military cooperation".

use super::{
    lexicon::{Complements, Lexicon, NounClass, Tag, TagSet, WordList},
    unit::Unit,
};
use crate::gazetteer::EntityKind;

/// A noun with what stands before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NounGroup {
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// The noun, name, pronoun or number that the group is about.
    pub(crate) head: usize,
    /// The group before the genitive: "China" in "China's army"; an index into the same list.
    pub(crate) owner: Option<usize>,
}

impl NounGroup {
    /// The units between the determiner and the head.
    pub(crate) fn modifiers(&self) -> std::ops::Range<usize> {
        self.first..self.head
    }
}

const NOMINAL: TagSet = TagSet::of(&[Tag::Noun, Tag::Name, Tag::Demonym, Tag::Number, Tag::Time]);

/// What can be the head of a noun group.
pub(crate) const HEADS: TagSet = NOMINAL.with(Tag::Pronoun);

/// What may follow a participle or adjective within a group.
fn continues(tag: Tag) -> bool {
    matches!(tag, Tag::Noun | Tag::Name | Tag::Demonym | Tag::Adjective | Tag::Number)
}

/// Two names side by side are two groups, unless the second is an organ or a person of the first.
fn new_name(units: &[Unit], at: usize, head: Option<usize>) -> bool {
    let second = matches!(units[at].kind, Some(EntityKind::Country | EntityKind::Alliance | EntityKind::Region));
    second && !units[at].joined && head.is_some_and(|h| h + 1 == at && units[h].kind.is_some())
}

/// Whether an adjective or demonym follows the conjunction or comma at `at`, and a noun ends the row.
fn coordinates_modifiers(units: &[Unit], at: usize) -> bool {
    // "political, military and economic support"
    let both = |u: &Unit| u.tag == Tag::Noun && u.may_be(Tag::Adjective);
    let modifier = |u: &Unit| matches!(u.tag, Tag::Adjective | Tag::Demonym) || both(u);
    if at == 0 || !modifier(&units[at - 1]) {
        return false;
    }
    let mut i = at;
    let mut conjunction = false;
    while i < units.len() && i < at + 12 {
        let skip = match units[i].tag {
            Tag::Conjunction => {
                conjunction = true;
                1
            }
            Tag::Comma if units.get(i + 1).is_some_and(|u| u.tag == Tag::Conjunction) => {
                conjunction = true;
                2
            }
            Tag::Comma => 1,
            _ => return false,
        };
        i += skip;
        let start = i;
        while units.get(i).is_some_and(modifier) {
            i += 1;
        }
        if i == start {
            return false;
        }
        match units.get(i).map(|u| u.tag) {
            Some(Tag::Noun | Tag::Name) => return conjunction,
            Some(Tag::Comma | Tag::Conjunction) => {}
            _ => return false,
        }
    }
    false
}

/// "in the strongest terms Ethiopia's decision": a state after a thing begins a group of its own; after a person or a
/// body it does not ("neighbour Ukraine").
fn new_state(units: &[Unit], at: usize, head: Option<usize>, lexicon: &Lexicon) -> bool {
    let state = matches!(units[at].kind, Some(EntityKind::Country | EntityKind::Alliance)) && !units[at].joined;
    let thing = |h: usize| {
        units[h].tag == Tag::Noun
            && !lexicon.is(WordList::Body, units[h].lemma)
            && matches!(lexicon.noun_class(units[h].lemma), NounClass::Thing | NounClass::Time)
    };
    // "the rebels Chad armed", but "the neighbours Chad and Niger"
    let row = units.get(at + 1).is_some_and(|u| matches!(u.tag, Tag::Comma | Tag::Conjunction));
    let many = |h: usize| {
        let noun = &units[h];
        !row && noun.tag == Tag::Noun && noun.word.is_some_and(|word| lexicon.is_plural(word, noun.lemma))
    };
    state && units[at].tag == Tag::Name && head.is_some_and(|h| h + 1 == at && (thing(h) || many(h)))
}

/// "of favoured buyers", "returned looted bronzes", "sign fishing pact": a participle right after a preposition or a verb
/// (and its particle) that says something of the nouns after it.
pub(crate) fn is_attribute(units: &[Unit], at: usize, lexicon: &Lexicon) -> bool {
    const PARTICIPLES: TagSet = TagSet::of(&[Tag::VerbEd, Tag::VerbEn, Tag::VerbIng]);
    let tag = units[at].tag;
    if !PARTICIPLES.has(tag) {
        return false;
    }
    let Some(before) = at.checked_sub(1).map(|i| &units[i]) else { return false };
    let takes = |verb: &Unit| {
        verb.tag.is_verb()
            && !lexicon.is(WordList::Copular, verb.lemma)
            && !lexicon.is(WordList::Letting, verb.lemma)
            && !lexicon.is(WordList::Bare, verb.lemma)
    };
    let noun = units.get(at + 1).is_some_and(|u| matches!(u.tag, Tag::Noun | Tag::Demonym));
    if tag == Tag::VerbIng {
        let gerunds =
            |verb: &Unit| lexicon.governs(Tag::Verb, verb.lemma).iter().any(|g| g.complements.meets(Complements::ING));
        return noun && units[at + 1].tag == Tag::Noun && takes(before) && !gerunds(before);
    }
    if before.tag == Tag::Adverb {
        // "persuade newly elected US president"
        let title = || units[at + 1..].iter().take(2).map(|u| u.tag).eq([Tag::Name, Tag::Noun]);
        let Some(verb) = at.checked_sub(2).map(|i| &units[i]).filter(|v| takes(v)) else { return false };
        return noun || !is_particle(verb, before, lexicon) && title();
    }
    noun && (takes(before) || before.tag == Tag::Preposition)
}

fn is_particle(verb: &Unit, word: &Unit, lexicon: &Lexicon) -> bool {
    lexicon.verb_phrases(verb.lemma).iter().any(|p| p.rest.is_empty() && Some(p.first) == word.word)
}

/// What a noun group can begin with.
pub(crate) const OPENING: TagSet = TagSet::of(&[
    Tag::Determiner,
    Tag::Possessive,
    Tag::Pronoun,
    Tag::Noun,
    Tag::Name,
    Tag::Demonym,
    Tag::Number,
    Tag::Time,
    Tag::Adjective,
    Tag::VerbEd,
    Tag::VerbEn,
    Tag::VerbIng,
    Tag::Hyphen,
    Tag::Comma,
    Tag::Conjunction,
    Tag::Quote,
]);

/// Reads the group that begins at `at`; adds it (and its owners before it) to `groups` and gives its last unit.
pub(crate) fn read(units: &[Unit], at: usize, lexicon: &Lexicon, groups: &mut Vec<NounGroup>) -> Option<usize> {
    let mut first = at;
    let mut head = None;
    let mut owner = None;
    let mut i = at;
    while i < units.len() {
        let unit = &units[i];
        let next = units.get(i + 1).map(|u| u.tag);
        let before = (i > at).then(|| units[i - 1].tag);
        match unit.tag {
            Tag::Determiner | Tag::Possessive if head.is_none() => {}
            Tag::Pronoun if i == first && owner.is_none() => {
                head = Some(i);
                i += 1;
                if units.get(i).is_some_and(|u| u.tag == Tag::Genitive) {
                    i += 1;
                }
                break;
            }
            Tag::Time if head.is_some_and(|h| !matches!(units[h].tag, Tag::Time | Tag::Number)) => break,
            Tag::Name | Tag::Noun
                if head.is_some_and(|h| {
                    units[h].tag == Tag::Time && (h > first && h + 1 == i || unit.mentions.is_some())
                }) =>
            {
                break;
            }
            Tag::Name if new_name(units, i, head) || new_state(units, i, head, lexicon) => break,
            // "Eritrea nine years ago"
            Tag::Number if head.is_some_and(|h| units[h].mentions.is_some()) => break,
            // "gave the envoy three days", but "Resolution 242"
            Tag::Number
                if head.is_some_and(|h| h + 1 == i && units[h].tag == Tag::Noun)
                    && next.is_some_and(|t| matches!(t, Tag::Noun | Tag::Adjective)) =>
            {
                break;
            }
            // "granted asylum hours earlier"
            Tag::Noun
                if head.is_some_and(|h| h + 1 == i && units[h].tag != Tag::Number)
                    && lexicon.noun_class(unit.lemma) == NounClass::Time
                    && next == Some(Tag::Adverb) =>
            {
                break;
            }
            // "January 1"
            Tag::Number if head.is_some_and(|h| h + 1 == i && units[h].tag == Tag::Time) => {}
            tag if NOMINAL.has(tag) => head = Some(i),
            Tag::Adjective if head.is_none_or(|h| h + 1 == i && next.is_some_and(continues)) => {}
            Tag::Adjective if head.is_some() && next.is_some_and(continues) => {}
            Tag::Adverb
                if i > first && head.is_none() && matches!(next, Some(Tag::Adjective | Tag::VerbEn | Tag::VerbEd)) => {}
            Tag::VerbEn | Tag::VerbEd | Tag::VerbIng if i == at && is_attribute(units, at, lexicon) => {}
            Tag::VerbEn | Tag::VerbEd | Tag::VerbIng
                if before.is_some_and(|t| {
                    matches!(t, Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Adverb)
                }) && next.is_some_and(continues) => {}
            Tag::Hyphen
                if unit.joined && next.is_some_and(|t| continues(t) || t == Tag::VerbEd || t == Tag::VerbEn) =>
            {
                // "US-backed militia": the part after the hyphen is a modifier, whatever it may be alone
                let follows = units.get(i + 2).map(|u| u.tag);
                if matches!(next, Some(Tag::VerbEd | Tag::VerbEn)) {
                    if !follows.is_some_and(continues) {
                        break;
                    }
                    i += 1;
                }
            }
            Tag::Comma | Tag::Conjunction if coordinates_modifiers(units, i) => {
                if units[i - 1].tag == Tag::Noun {
                    head = None; // "military" of "military, economic and other support"
                }
            }
            Tag::Quote if next.is_some_and(continues) => {}
            Tag::Genitive if head.is_some() => {
                groups.push(NounGroup { first, last: i - 1, head: head?, owner });
                owner = Some(groups.len() - 1);
                first = i + 1;
                head = None;
            }
            _ => break,
        }
        i += 1;
    }
    let Some(head) = head else {
        // a genitive with nothing after it: the owner is the group
        return owner.map(|group| groups[group].last + 1).filter(|&last| last < units.len());
    };
    let mut last = i - 1;
    while last > head
        && (units[last].tag.is_mark() || matches!(units[last].tag, Tag::Adjective | Tag::Adverb))
        && units[last].tag != Tag::Genitive
    {
        last -= 1;
    }
    groups.push(NounGroup { first, last, head, owner });
    Some(last)
}
