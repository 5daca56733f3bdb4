//! Names by their first letters: many small automata, each made when a text first asks for it.

use std::sync::OnceLock;

use super::{
    automaton::Automaton,
    boundary::word_end,
    fold::Case,
    keys::Keys,
    letters::first_letters,
    walk::{Place, Way, longest},
};

/// So few keys are compared one by one, which is quicker than to make an automaton, and to walk it.
const FEW: usize = 2;

/// Finds the longest key that begins at one place and ends where a word does.
#[derive(Clone, Debug)]
pub(super) struct Shards {
    keys: Keys,
    case: Case,
    /// The automaton of each group that was asked for.
    made: Vec<OnceLock<Box<Automaton>>>,
}

impl Shards {
    /// Of keys in this case.
    pub(super) fn new(keys: Keys, case: Case) -> Self {
        let made = (0..keys.groups()).map(|_| OnceLock::new()).collect();
        Self { keys, case, made }
    }

    pub(super) const fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The end of the longest key that begins at `at`, which must be a character boundary, and the key's number.
    pub(super) fn longest(&self, text: &str, at: usize) -> Option<(usize, u32)> {
        let (letters, plain) = first_letters(text, at, self.case);
        let group = self.keys.group(letters)?;
        // All keys of the group begin with these letters.
        let from = at + plain;
        if plain > 0 && !group.follows.goes_on(text, from, self.case) {
            return if group.follows.nothing() { Some((word_end(text, from)?, group.first_key)) } else { None };
        }
        self.walk(text, from, plain, group.number)
    }

    /// The same along the keys of a group, of whose first letters so many stand before.
    #[inline(never)]
    fn walk(&self, text: &str, from: usize, plain: usize, group: usize) -> Option<(usize, u32)> {
        let keys = self.keys.keys(group);
        if keys.len() <= FEW {
            let of_key = |key: usize| {
                let one = One { key: key as u32, rest: Some(&self.keys.text(key)[plain..]) };
                longest(one, text, from, self.case)
            };
            // Of two that end together, the second goes on over the first.
            return keys.filter_map(of_key).max_by_key(|&(end, _)| end);
        }
        let automaton = self.made[group].get_or_init(|| Box::new(Automaton::new(&self.keys, keys)));
        longest(automaton.way(plain), text, from, self.case)
    }
}

/// The way along one key.
struct One<'k> {
    key: u32,
    /// What was not fed yet; none when something else was.
    rest: Option<&'k [u8]>,
}

impl Way for One<'_> {
    #[inline(always)]
    fn feed(&mut self, byte: u8) {
        self.rest = self.rest.and_then(|rest| rest.strip_prefix(&[byte]));
    }

    #[inline(always)]
    fn place(&self) -> Place {
        match self.rest {
            None => Place::Nowhere,
            Some([]) => Place::End(self.key),
            Some(_) => Place::Within,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::matching::{entries::Entries, fold::key};

    /// What shards find, and an automaton of all names as well.
    fn longest(names: &[&str], text: &str) -> Option<String> {
        let keys = |letters: fn(&str) -> u64| {
            let mut entries = Entries::default();
            for (name, number) in names.iter().zip(0..) {
                entries.add(letters(name), &key(name, Case::Kept), number);
            }
            entries.into_keys()
        };
        let show = |keys: &Keys, (end, key): (usize, u32)| {
            format!("{}={}", names[keys.names(key as usize).next().unwrap() as usize], &text[..end])
        };
        let shards = Shards::new(keys(|name| first_letters(name, 0, Case::Kept).0), Case::Kept);
        let in_shards = shards.longest(text, 0).map(|found| show(&shards.keys, found));
        let keys = keys(|_| 0);
        let automaton = Automaton::new(&keys, 0..keys.len());
        let in_one = super::longest(automaton.way(0), text, 0, Case::Kept).map(|found| show(&keys, found));
        assert_eq!(in_shards, in_one, "{text}");
        in_one
    }

    #[test]
    fn the_longest_end_at_a_word_boundary_wins() {
        let names = ["Niger", "Niger junta", "Niger River", "Nigeria", "South Korea", "Korea"];
        for (text, found) in [
            ("Niger juntas", Some("Niger=Niger")),
            ("Niger junta", Some("Niger junta=Niger junta")),
            ("Nigerien", None),
            ("Nigeria", Some("Nigeria=Nigeria")),
            ("South Koreans", None),
            ("South Korea's", Some("South Korea=South Korea")),
        ] {
            assert_eq!(longest(&names, text).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn one_line_end_and_any_blanks_are_one_blank() {
        let names = ["Czech Republic", "Czech"];
        for text in
            ["Czech\nRepublic", "Czech \r\n Republic", "Czech\u{202f}\u{a0}\tRepublic", "Czech\u{2009}\u{ad}Republic"]
        {
            assert_eq!(longest(&names, text), Some(format!("Czech Republic={text}")));
        }
        for text in ["Czech\n\nRepublic", "Czech\r\n\r\nRepublic", "Czech, Republic", "Czech - Republic"] {
            assert_eq!(longest(&names, text).as_deref(), Some("Czech=Czech"));
        }
    }

    #[test]
    fn marks_belong_to_the_span_and_soft_hyphens_do_not_end_a_word() {
        assert_eq!(longest(&["Bogotá"], "Bogota\u{301},").as_deref(), Some("Bogotá=Bogota\u{301}"));
        assert_eq!(longest(&["Japan"], "Ja\u{ad}pan").as_deref(), Some("Japan=Ja\u{ad}pan"));
        assert_eq!(longest(&["Japan"], "Japan\u{ad}ese"), None);
        assert_eq!(longest(&["Weißrussland"], "Weissrussland").as_deref(), Some("Weißrussland=Weissrussland"));
    }
}
