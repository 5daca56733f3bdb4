//! What may follow the first letters of names, so that few names are looked at one by one.

use super::fold::Case;

/// A bit for each kind of what follows the first letters in some key, the blank after a word aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Follows(u64);

/// The letters alone are a key.
const END: u8 = 63;
/// Any key goes on. In a text it is what may be written in several ways.
const ANY: u8 = 62;
/// In a text, what may be a letter, or nothing; any key may go on over it.
const BEYOND: u8 = 61;
/// What tells of a second word only where it stands by itself.
const BLANK: u8 = 60;

/// The kind of each byte of a text.
static KEPT: [u8; 256] = kinds(Case::Kept);
static LOWERED: [u8; 256] = kinds(Case::Lowered);

const fn kinds(case: Case) -> [u8; 256] {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b @ b'a'..=b'z' => b - b'a',
            b @ b'A'..=b'Z' if matches!(case, Case::Lowered) => b - b'A',
            b @ b'A'..=b'Z' => 26 + b - b'A',
            b'0'..=b'9' => 52,
            b'.' => 53,
            b',' => 54,
            b'\'' => 55,
            b' ' | b'-' => BLANK,
            0x21..=0x7e => 56,
            0x80.. => BEYOND,
            _ => ANY,
        };
        byte += 1;
    }
    kinds
}

impl Follows {
    pub(super) const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    pub(super) const fn bits(self) -> u64 {
        self.0
    }

    /// Adds a key that begins with these letters.
    pub(super) fn add(&mut self, letters: u64, key: &[u8]) {
        let length = letters.to_le_bytes().iter().take_while(|&&byte| byte != 0).count();
        let kind = |byte: u8| KEPT[usize::from(byte)];
        self.0 |= 1 << BEYOND;
        self.0 |= match key.get(length..).unwrap_or_default() {
            [] => 1 << END,
            [b' ', second, ..] if kind(*second) < BLANK => 1 << ANY | 1 << kind(*second),
            [first, ..] if kind(*first) < BLANK => 1 << ANY | 1 << kind(*first),
            _ => u64::MAX >> 1,
        };
    }

    /// Whether the letters alone are a key, which is then the first.
    pub(super) const fn nothing(self) -> bool {
        self.0 >> END & 1 != 0
    }

    /// Whether a key may go on as the text does from `at`, behind letters of ASCII.
    #[inline]
    pub(super) fn goes_on(self, text: &str, at: usize, case: Case) -> bool {
        let kinds = if case == Case::Lowered { &LOWERED } else { &KEPT };
        // Of a blank or hyphen that ends the text or is not alone there is no more to say.
        let kind = |at: usize| text.as_bytes().get(at).map_or(ANY, |&byte| kinds[usize::from(byte)]);
        let mut next = kind(at);
        if next == BLANK {
            next = kind(at + 1);
            if next == BLANK {
                next = ANY;
            }
        }
        self.0 >> next & 1 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::matching::{fold::key, letters::first_letters};

    fn goes_on(names: &[&str], text: &str, case: Case) -> bool {
        let mut follows = Follows::default();
        names.iter().for_each(|name| follows.add(first_letters(name, 0, case).0, &key(name, case)));
        follows.goes_on(text, first_letters(text, 0, case).1, case)
    }

    #[test]
    fn the_next_letter_tells() {
        let names = ["Niger", "Niger Delta", "Niger's Army"];
        for text in
            ["Niger Delta", "Niger Day", "Niger-Delta", "Niger\nDelta", "Niger  Delta", "Niger's", "Niger Délta"]
        {
            assert!(goes_on(&names, text, Case::Kept), "{text}");
        }
        for text in ["Niger, the Delta", "Niger delta", "Niger and", "Niger. Delta", "Niger (Delta)"] {
            assert!(!goes_on(&names, text, Case::Kept), "{text}");
        }
        assert!(goes_on(&names, "NIGER DELTA", Case::Lowered));
        assert!(!goes_on(&names, "NIGER RIVER", Case::Lowered));
    }

    #[test]
    fn letters_alone_go_on_beyond_ascii_only() {
        for text in ["Niger", "Niger ", "Niger\n", "Niger-", "Niger River", "Niger."] {
            assert!(!goes_on(&["Niger"], text, Case::Kept), "{text}");
        }
        assert!(goes_on(&["Mauritan"], "Mauritan\u{300}", Case::Kept));
    }

    #[test]
    fn long_words_and_what_is_no_word_go_on() {
        assert!(goes_on(&["Mauritania"], "Mauritania", Case::Kept));
        assert!(!goes_on(&["Mauritania"], "Mauritan, the", Case::Kept));
        for name in ["AT&T", "U.S.", "G 20", "5+1", "A -- B"] {
            assert!(goes_on(&[name], name, Case::Kept), "{name}");
        }
    }
}
