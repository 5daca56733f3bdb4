//! What a record stands for, and what becomes of it.

use std::collections::BTreeSet;

use super::{
    code::{Cameo, Meaning},
    parse::Record,
};
use crate::{
    gazetteer::{EntityKind, source::raw::RawTenure},
    import::{
        ImportFaultKind as Kind,
        casing::is_acronym,
        draft::{Draft, List, When, at},
        input::Line,
        person::Person,
    },
    text::Date,
};

/// The meaning of a code for a time; of codes that overlap the first counts.
struct Stretch {
    line: Line,
    meaning: Meaning,
    when: When,
}

pub(super) fn import(record: &Record, draft: &mut Draft, cameo: &Cameo) {
    let mut meanings = Vec::new();
    for code in &record.codes {
        match cameo.meaning(&code.text, &draft.gazetteer) {
            Ok(meaning) => meanings.push(Stretch { line: code.line, meaning, when: code.when }),
            Err(part) => {
                let reason = format!("{part:?} of the code {:?} is not known", code.text);
                draft.tell(code.line, &record.names[0].1, Kind::Unknown, reason);
            }
        }
    }
    if meanings.is_empty() {
        return;
    }
    let is_dated = meanings.iter().any(|stretch| stretch.when != When::default());
    let names: Vec<(Line, String)> = record
        .names
        .iter()
        .map(|(line, name)| (*line, draft.english.cased(draft.english.without_article(name))))
        .collect();
    let any = |fits: fn(&Meaning) -> bool| meanings.iter().any(|stretch| fits(&stretch.meaning));
    let is_office = any(|meaning| matches!(meaning, Meaning::ActsFor(_) | Meaning::Body));
    if any(|meaning| matches!(meaning, Meaning::State(_))) {
        state(&names, disjoint(meanings), draft);
    } else if any(|meaning| *meaning == Meaning::Group) && !is_office {
        group(&names, draft, cameo);
    } else if is_office && is_body(&names, is_dated, draft) {
        body(&names, &meanings, draft, cameo);
    } else if is_office && !is_dated {
        known_or_ambiguous(&names, draft);
    } else if is_office || any(|meaning| *meaning == Meaning::Nobody) {
        person(&names, disjoint(meanings), draft, cameo);
    } else if let Some(Meaning::NoPlace(what)) = meanings.first().map(|stretch| &stretch.meaning) {
        let reason = format!("a gazetteer has no place for actors of the kind {what}");
        draft.tell(record.line, &names[0].1, Kind::NoPlace, reason);
    }
}

/// Whether a word tells that it is a body: in the main name, or without a date in any that no title begins.
fn is_body(names: &[(Line, String)], is_dated: bool, draft: &Draft) -> bool {
    let tells = |(_, name): &(Line, String)| draft.english.is_body(name) && draft.behind_title(name).is_none();
    tells(&names[0]) || (!is_dated && !names[0].1.contains(' ') && names.iter().any(tells))
}

/// The same without overlaps: every day to the first code that fits it. Neighbours of one meaning are joined, and
/// so are those a day apart: many an end is the last day instead of the one after.
fn disjoint(codes: Vec<Stretch>) -> Vec<Stretch> {
    let mut taken: Vec<Stretch> = Vec::new();
    for code in codes {
        let mut free = vec![code.when];
        for other in &taken {
            free = free.into_iter().flat_map(|when| without(when, other.when)).collect();
        }
        taken.extend(free.into_iter().map(|when| Stretch { line: code.line, meaning: code.meaning.clone(), when }));
    }
    // that somebody then acts for nobody is what no row means too
    taken.retain(|stretch| stretch.meaning != Meaning::Nobody);
    taken.sort_by_key(|stretch| stretch.when.from);
    let mut joined: Vec<Stretch> = Vec::new();
    for stretch in taken {
        match joined.last_mut() {
            Some(last) if last.meaning == stretch.meaning && meet(last.when.to, stretch.when.from) => {
                last.when.to = stretch.when.to;
            }
            _ => joined.push(stretch),
        }
    }
    joined
}

fn meet(to: Option<Date>, from: Option<Date>) -> bool {
    to.zip(from).is_some_and(|(to, from)| (0..=1).contains(&(from.day_number() - to.day_number())))
}

/// What is left of an interval.
fn without(when: When, other: When) -> Vec<When> {
    let begins = |date: Option<Date>| date.map_or(i32::MIN, Date::day_number);
    let ends = |date: Option<Date>| date.map_or(i32::MAX, Date::day_number);
    if ends(other.to) <= begins(when.from) || ends(when.to) <= begins(other.from) {
        return vec![when];
    }
    let before = (begins(when.from) < begins(other.from)).then_some(When { from: when.from, to: other.from });
    let after = (ends(other.to) < ends(when.to)).then_some(When { from: other.to, to: when.to });
    before.into_iter().chain(after).collect()
}

/// Names of a state, at all times or for as long as they were those of that one.
fn state(names: &[(Line, String)], stretches: Vec<Stretch>, draft: &mut Draft) {
    let of = |meaning: &Meaning| match meaning {
        Meaning::State(id) | Meaning::ActsFor(id) => Some(id.clone()),
        _ => None,
    };
    let states: BTreeSet<String> = stretches.iter().filter_map(|stretch| of(&stretch.meaning)).collect();
    for stretch in &stretches {
        let Some(id) = of(&stretch.meaning) else { continue };
        let when = if states.len() == 1 { When::default() } else { stretch.when };
        for (line, name) in names {
            draft.block(*line, &id, name);
            add_name(draft, *line, &id, name, names, when);
        }
    }
}

fn group(names: &[(Line, String)], draft: &mut Draft, cameo: &Cameo) {
    let known = known(names, &[EntityKind::Group], draft);
    let is_new = known.is_none();
    let (line, main) = &names[0];
    let id = known.unwrap_or_else(|| draft.free_id(EntityKind::Group, without_acronym(main).0));
    let block = draft.block(*line, &id, without_acronym(main).0);
    if is_new {
        block.nominals = cameo.nominals.groups.iter().map(|noun| at(*line, noun.clone())).collect();
    }
    for (line, name) in names {
        add_name(draft, *line, &id, name, names, When::default());
    }
}

/// An institution of a state, or a body of states.
fn body(names: &[(Line, String)], meanings: &[Stretch], draft: &mut Draft, cameo: &Cameo) {
    let owner = meanings.iter().find_map(|stretch| match &stretch.meaning {
        Meaning::ActsFor(id) => Some(id.clone()),
        _ => None,
    });
    let of_state = owner.as_deref().is_some_and(|id| id.starts_with("country:"));
    let kind = if of_state { EntityKind::Institution } else { EntityKind::Alliance };
    let known = known(names, &[EntityKind::Institution, EntityKind::Alliance], draft);
    let is_new = known.is_none();
    let (line, main) = &names[0];
    let main = without_acronym(main).0;
    let id = known.unwrap_or_else(|| draft.free_id(kind, main));
    let block = draft.block(*line, &id, main);
    if is_new {
        let owner = owner.map(|owner| at(*line, owner));
        if of_state {
            block.actor = owner;
        } else {
            block.parent = owner;
            block.nominals = cameo.nominals.bodies.iter().map(|noun| at(*line, noun.clone())).collect();
        }
    }
    for (line, name) in names {
        add_name(draft, *line, &id, name, names, When::default());
    }
}

/// A code without a date fits an organ and an official alike, unless the gazetteer knows the name.
fn known_or_ambiguous(names: &[(Line, String)], draft: &mut Draft) {
    let kinds = [EntityKind::Institution, EntityKind::Alliance, EntityKind::Leader];
    let Some(id) = known(names, &kinds, draft) else {
        let reason = "left out: neither a date nor a word of the name tells whether it is a person or a body";
        return draft.tell(names[0].0, &names[0].1, Kind::Ambiguous, reason);
    };
    draft.block(names[0].0, &id, &names[0].1);
    for (line, name) in names {
        // a title and a surname are found as they are
        let is_full = || name.contains(' ') && draft.behind_title(name).is_none();
        if EntityKind::of_id(&id) != Some(EntityKind::Leader) || is_full() {
            add_name(draft, *line, &id, name, names, When::default());
        }
    }
}

fn person(names: &[(Line, String)], stretches: Vec<Stretch>, draft: &mut Draft, cameo: &Cameo) {
    let offices = stretches.into_iter().filter_map(|stretch| {
        let Meaning::ActsFor(of) = stretch.meaning else { return None };
        let When { from, to } = stretch.when;
        let role = cameo.office.role.clone();
        Some((stretch.line, RawTenure { role, of, from, to, acting: false, contested: false }))
    });
    Person { key: None, id: None, names: names.to_vec(), offices: offices.collect(), is_vague: true }.import(draft);
}

/// The entity of these kinds that the gazetteer or the draft has by the main name, or that all other known names name.
fn known(names: &[(Line, String)], kinds: &[EntityKind], draft: &Draft) -> Option<String> {
    let mut bare = names.iter().map(|(_, name)| without_acronym(name).0);
    let main = bare.next().unwrap_or_default();
    if let Some(id) = draft.named(main, kinds) {
        return Some(id.to_owned());
    }
    // the same but for marks: "Producer's", "Producers'"
    let mut ids = kinds.iter().filter(|kind| **kind != EntityKind::Leader).map(|kind| draft.first_id(*kind, main));
    if let Some(id) = ids.find(|id| draft.exists(id)) {
        return Some(id);
    }
    // an entry may gather several bodies, of which one alone is known
    let others: Vec<&str> = bare.collect();
    let mut found: Vec<&str> = others.iter().filter_map(|name| draft.named(name, kinds)).collect();
    let most = found.len() * 2 > others.len();
    found.dedup();
    if let [id] = found[..] { (most || kinds == [EntityKind::Group]).then(|| id.to_owned()) } else { None }
}

/// Adds a name, or the name and the acronym in brackets behind it.
fn add_name(draft: &mut Draft, line: Line, id: &str, name: &str, all: &[(Line, String)], when: When) {
    let (name, acronym) = without_acronym(name);
    if let Some(acronym) = acronym {
        draft.name(line, id, List::Acronyms, &acronym.to_uppercase(), when);
    }
    let upper = name.to_uppercase();
    let is_initials = |other: &str| initials(other).contains(&upper);
    if is_acronym(name) || all.iter().any(|(_, other)| other != name && is_initials(other)) {
        draft.name(line, id, List::Acronyms, &upper, when);
    } else {
        draft.name(line, id, List::Names, name, when);
    }
}

/// "Earth Liberation Front (ELF)" in its two parts; "Korea (South)" has one.
fn without_acronym(name: &str) -> (&str, Option<&str>) {
    const LONGEST: usize = 6;
    let fits = |name: &str, inner: &str| {
        let begins = name.chars().next().is_some_and(|first| inner.starts_with(first));
        inner.len() <= LONGEST && inner.chars().all(char::is_alphanumeric) && (begins || is_acronym(inner))
    };
    match name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")) {
        Some((name, inner)) if fits(name, inner) => (name, Some(inner)),
        _ => (name, None),
    }
}

/// The first letters of all words, and of the longer ones; nothing for a name of one or two words.
fn initials(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let of = |words: &[&str]| words.iter().filter_map(|word| word.chars().next()).collect::<String>().to_uppercase();
    let big: Vec<&str> = words.iter().copied().filter(|word| word.starts_with(char::is_uppercase)).collect();
    [of(&words), of(&big)].into_iter().filter(|letters| letters.chars().count() > 2).collect()
}
