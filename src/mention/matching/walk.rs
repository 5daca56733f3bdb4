//! From a place in the text along the names that begin like it.

use super::{
    boundary,
    fold::{Case, Folded, fold},
    keys::{Keys, NONE, Node},
    letters::first_letters,
};

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

/// The end of the longest key that begins at `at`, which must be a character boundary, and ends where a word does; and the
/// key's number.
///
/// Keys are as [`super::fold::key`] makes them in this case; the walk folds the text as it goes.
pub(super) fn longest(keys: &Keys, text: &str, mut at: usize, case: Case) -> Option<(usize, u32)> {
    let (letters, plain) = first_letters(text, at, case);
    let mut walk = Walk::new(keys, keys.root(letters)?);
    // All keys below this root begin with these letters.
    walk.rest = &walk.rest[plain..];
    at += plain;
    let (bytes, fed) = (text.as_bytes(), if case == Case::Lowered { &LOWERED } else { &KEPT });
    let mut longest = None;
    loop {
        if let Some(key) = walk.whole() {
            longest = boundary::word_end(text, at).map(|end| (end, key)).or(longest);
        }
        let Some(&byte) = bytes.get(at) else { return longest };
        let mut plain = fed[usize::from(byte)];
        // A blank alone needs no closer look either.
        if byte == b' ' && bytes.get(at + 1).is_some_and(|&next| fed[usize::from(next)] != 0) {
            plain = b' ';
        }
        if plain != 0 {
            walk.feed(plain);
            at += 1;
        } else {
            at = walk.step(text, at, case);
        }
        if walk.is_dead {
            return longest;
        }
    }
}

/// A place in the tree of the keys that begin with what was fed.
struct Walk<'a> {
    keys: &'a Keys,
    number: usize,
    node: Node,
    /// The node's letters that were not fed yet.
    rest: &'a [u8],
    is_dead: bool,
}

impl<'a> Walk<'a> {
    fn new(keys: &'a Keys, number: usize) -> Self {
        let node = keys.node(number);
        Self { keys, number, node, rest: keys.letters(node), is_dead: false }
    }

    #[inline]
    fn feed(&mut self, byte: u8) {
        if let Some((&first, rest)) = self.rest.split_first() {
            self.rest = rest;
            self.is_dead |= first != byte;
        } else if !self.is_dead
            && let Some(child) = self.keys.child(self.node, byte)
        {
            *self = Self::new(self.keys, child);
            self.rest = &self.rest[1..];
        } else {
            self.is_dead = true;
        }
    }

    /// The key that was fed whole.
    #[inline]
    const fn whole(&self) -> Option<u32> {
        if self.rest.is_empty() && self.node.name != NONE { Some(self.number as u32) } else { None }
    }

    /// Feeds what is no plain character and returns where it ends.
    fn step(&mut self, text: &str, at: usize, case: Case) -> usize {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { return at };
        match fold(c, case) {
            Folded::Skip => {}
            Folded::Text(short) => short.as_bytes().iter().for_each(|&byte| self.feed(byte)),
            Folded::Blank | Folded::Break => {
                self.feed(b' ');
                // Without a way on, the length of the blanks does not matter.
                if !self.is_dead {
                    return at + self.blanks(rest);
                }
            }
        }
        at + c.len_utf8()
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
            self.is_dead = true;
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::matching::{entries::Entries, fold::key};

    fn longest(names: &[&str], text: &str) -> Option<String> {
        let mut entries = Entries::default();
        for (name, number) in names.iter().zip(0..) {
            entries.add(first_letters(name, 0, Case::Kept).0, &key(name, Case::Kept), number);
        }
        let keys = entries.into_keys();
        let (end, key) = super::longest(&keys, text, 0, Case::Kept)?;
        Some(format!("{}={}", names[keys.names(key as usize).next()? as usize], &text[..end]))
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
