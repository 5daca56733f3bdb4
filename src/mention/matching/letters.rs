//! The first letters of words, by which names are looked for before they are compared.

use super::fold::{Case, Folded, fold};

/// So many bytes of a name's first word are looked up before the name is.
pub(super) const PREFIX: u32 = 6;

/// The first letters of the word that begins at `at`, as the walk over the text feeds them: of a name that stands there
/// they are the same, however it is written. A name may be no word's beginning, and has none then.
///
/// Also how many bytes of the text are just these letters; 0 where they were made of others.
pub(super) fn first_letters(text: &str, at: usize, case: Case) -> (u64, usize) {
    let loaded = load(text.as_bytes(), at);
    let words = words(loaded);
    let length = word_length(words);
    if length >= PREFIX || loaded >> (8 * length) & 0x80 == 0 {
        let letters = first_word(if case == Case::Lowered { lowered(loaded, words) } else { loaded }, length);
        return (letters, length.min(PREFIX) as usize);
    }
    (decoded_letters(text, at, case), 0)
}

#[cold]
fn decoded_letters(text: &str, at: usize, case: Case) -> u64 {
    let (mut letters, mut count) = (0, 0);
    for c in text[at..].chars() {
        match fold(c, case) {
            Folded::Skip => {}
            Folded::Text(short) if short.is_word() => {
                for &byte in short.as_bytes().iter().take((PREFIX - count) as usize) {
                    letters |= u64::from(byte) << (8 * count);
                    count += 1;
                }
            }
            _ => break,
        }
        if count >= PREFIX {
            break;
        }
    }
    letters
}

/// A hash that no other letters have, of which all bits depend on the letters, the high ones most.
pub(super) const fn spread(letters: u64) -> u64 {
    letters.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The first letters of the first word.
pub(super) const fn first_word(loaded: u64, length: u32) -> u64 {
    loaded & ((1 << (8 * if length < PREFIX { length } else { PREFIX })) - 1)
}

const EACH: u64 = u64::MAX / 255;
const EACH_HIGH: u64 = EACH << 7;

/// Eight bytes from `at`, the first lowest; zeros beyond the end.
pub(super) fn load(bytes: &[u8], at: usize) -> u64 {
    if let Some(block) = bytes.get(at..at + 8) {
        return u64::from_le_bytes(block.try_into().expect("eight bytes"));
    }
    let mut block = [0; 8];
    let rest = &bytes[at..];
    block[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(block)
}

/// The high bit of each byte that is an ASCII letter or digit.
pub(super) const fn words(block: u64) -> u64 {
    let low = block & !EACH_HIGH;
    let letters = within(low | (EACH * 0x20), b'a', b'z');
    (letters | within(low, b'0', b'9')) & !block & EACH_HIGH
}

/// The high bit of each byte, all below 128, that lies between two.
const fn within(block: u64, first: u8, last: u8) -> u64 {
    let reaches = block + EACH * (128 - first as u64);
    let exceeds = block + EACH * (127 - last as u64);
    reaches & !exceeds
}

/// The high bit of each byte that begins a character beyond ASCII.
pub(super) const fn leads(block: u64) -> u64 {
    block & block << 1 & EACH_HIGH
}

/// A block with small letters in its words: they have the bit 0x20, and digits have it too.
pub(super) const fn lowered(block: u64, words: u64) -> u64 {
    block | words >> 2
}

/// How many of the first bytes belong to the first word.
pub(super) const fn word_length(words: u64) -> u32 {
    (!words & EACH_HIGH).trailing_zeros() / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str, case: Case) -> String {
        let bytes = first_letters(text, 0, case).0.to_le_bytes();
        String::from_utf8_lossy(&bytes).trim_end_matches('\0').to_owned()
    }

    #[test]
    fn however_a_name_is_written_its_first_letters_are_the_same() {
        for (text, kept, lowered) in [
            ("Japanese", "Japane", "japane"),
            ("US-led", "US", "us"),
            ("U.S.", "U", "u"),
            ("G20", "G20", "g20"),
            ("Türkiye", "Turkiy", "turkiy"),
            ("Tu\u{308}rkiye", "Turkiy", "turkiy"),
            ("TU\u{308}RKİYE", "TURKIY", "turkiy"),
            ("Côte", "Cote", "cote"),
            ("Ja\u{ad}pan’s", "Japan", "japan"),
            ("US\u{308}", "US", "us"),
            ("US”", "US", "us"),
            ("Россия", "Рос", "рос"),
            ("”", "", ""),
            ("", "", ""),
        ] {
            assert_eq!(letters(text, Case::Kept), kept, "{text}");
            assert_eq!(letters(text, Case::Lowered), lowered, "{text}");
        }
    }

    #[test]
    fn classes_of_bytes() {
        for byte in 0..=u8::MAX {
            let block = u64::from(byte) << 24;
            assert_eq!(words(block) != 0, byte.is_ascii_alphanumeric(), "{byte}");
            assert_eq!(leads(block) != 0, byte >= 0xc0, "{byte}");
        }
    }
}
