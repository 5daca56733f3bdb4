use aho_corasick::{
    Anchored,
    automaton::{Automaton as _, StateID},
    nfa::contiguous::NFA,
};

use super::{
    boundary,
    fold::{Case, Folded, fold},
};

/// Finds the longest pattern that begins at one place and ends where a word does.
///
/// The patterns are keys as [`super::fold::key`] makes them; the walk folds the text as it goes.
#[derive(Clone, Debug)]
pub(super) struct Automaton {
    nfa: NFA,
    start: StateID,
    case: Case,
    fed: &'static [u8; 256],
}

/// What each byte is fed as in this case; 0 where more has to be looked at.
const fn fed(case: Case) -> [u8; 256] {
    let mut fed = [0; 256];
    let mut byte = 0x21_u8;
    while byte <= 0x7e {
        fed[byte as usize] = if matches!(case, Case::Lowered) { byte.to_ascii_lowercase() } else { byte };
        byte += 1;
    }
    fed[b'-' as usize] = b' ';
    fed
}

static KEPT: [u8; 256] = fed(Case::Kept);
static LOWERED: [u8; 256] = fed(Case::Lowered);

impl Automaton {
    /// # Panics
    ///
    /// When the keys need more states than 32 bits number, which [`super::index::NameIndex`] rules out.
    pub(super) fn new<K: AsRef<[u8]>>(keys: impl IntoIterator<Item = K>, case: Case) -> Self {
        let nfa = NFA::builder().prefilter(false).build(keys).expect("the length of all names is bounded");
        let start = nfa.start_state(Anchored::Yes).expect("this kind has both starts");
        Self { nfa, start, case, fed: if case == Case::Lowered { &LOWERED } else { &KEPT } }
    }

    /// The end of the longest pattern from `at`, which must be a character boundary, and the pattern's number.
    pub(super) fn longest(&self, text: &str, mut at: usize) -> Option<(usize, u32)> {
        let bytes = text.as_bytes();
        let mut walk = Walk { nfa: &self.nfa, state: self.start, fed: 0 };
        let mut longest = None;
        while let Some(&byte) = bytes.get(at) {
            let mut plain = self.fed[usize::from(byte)];
            // A blank alone needs no closer look either.
            if byte == b' ' && bytes.get(at + 1).is_some_and(|&next| self.fed[usize::from(next)] != 0) {
                plain = b' ';
            }
            if plain != 0 {
                walk.feed(plain);
                at += 1;
            } else {
                at = self.step(text, at, &mut walk);
            }
            if self.nfa.is_special(walk.state) {
                if self.nfa.is_dead(walk.state) {
                    break;
                }
                if let Some(pattern) = walk.pattern() {
                    longest = boundary::word_end(text, at).map(|end| (end, pattern)).or(longest);
                }
            }
        }
        longest
    }

    /// Feeds what is no plain character and returns where it ends.
    fn step(&self, text: &str, at: usize, walk: &mut Walk<'_>) -> usize {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { return at };
        match fold(c, self.case) {
            Folded::Skip => {}
            Folded::Text(short) => short.as_bytes().iter().for_each(|&byte| walk.feed(byte)),
            Folded::Blank | Folded::Break => {
                walk.feed(b' ');
                // Without a way on, the length of the blanks does not matter.
                if !self.nfa.is_dead(walk.state) {
                    return at + walk.blanks(rest);
                }
            }
        }
        at + c.len_utf8()
    }
}

struct Walk<'a> {
    nfa: &'a NFA,
    state: StateID,
    fed: usize,
}

impl Walk<'_> {
    #[inline]
    fn feed(&mut self, byte: u8) {
        self.state = self.nfa.next_state(Anchored::Yes, self.state, byte);
        self.fed += 1;
    }

    /// The length of the run of blanks with which `rest` begins; an empty line ends the walk.
    fn blanks(&mut self, rest: &str) -> usize {
        let (mut lines, mut after_return, mut end) = (0, false, rest.len());
        for (at, c) in rest.char_indices() {
            match fold(c, Case::Kept) {
                Folded::Break => lines += usize::from(!(c == '\n' && after_return)),
                Folded::Blank | Folded::Skip => {}
                Folded::Text(_) => {
                    end = at;
                    break;
                }
            }
            after_return = c == '\r';
        }
        if lines > 1 {
            self.state = self.nfa.next_state(Anchored::Yes, self.state, 0);
        }
        end
    }

    /// The pattern that ends here and began at the start, not one that ends in it.
    fn pattern(&self) -> Option<u32> {
        if !self.nfa.is_match(self.state) {
            return None;
        }
        let pattern = self.nfa.match_pattern(self.state, 0);
        (self.nfa.pattern_len(pattern) == self.fed).then(|| pattern.as_u32())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::matching::fold::key;

    fn longest(names: &[&str], text: &str) -> Option<String> {
        let keys: Vec<_> = names.iter().map(|name| key(name, Case::Kept)).collect();
        let automaton = Automaton::new(&keys, Case::Kept);
        automaton.longest(text, 0).map(|(end, pattern)| format!("{}={}", names[pattern as usize], &text[..end]))
    }

    #[test]
    fn the_longest_end_at_a_word_boundary_wins() {
        let names = ["Niger", "Niger junta", "Nigeria", "South Korea", "Korea"];
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
