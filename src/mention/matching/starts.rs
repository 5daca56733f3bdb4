/// So much of a name's first word is looked up before the name is.
const PREFIX: u32 = 6;
/// Of words shorter than this there are too many: what follows is looked up with them.
const SHORT: u32 = 4;
/// Bits of the table: 32 KB, which stay near the processor.
const MOST_BITS: usize = 1 << 18;

/// Tells where names may begin, eight bytes at a time: at words whose first letters begin a name, and at those with
/// letters beyond ASCII, for which they are not looked up.
#[derive(Clone, Debug)]
pub(super) struct Starts {
    /// A bit for each prefix, at its hash.
    known: Box<[u64]>,
    shift: u32,
}

impl Starts {
    /// `keys` are the names as they are written, `folded` those that are also found in capitals.
    pub(super) fn new(keys: &[Vec<u8>], folded: &[Vec<u8>]) -> Self {
        let bits = (16 * (keys.len() + folded.len())).next_power_of_two().clamp(1 << 12, MOST_BITS);
        let mut starts = Self { known: vec![0; bits / 64].into(), shift: 64 - bits.trailing_zeros() };
        keys.iter().for_each(|key| starts.add(key));
        folded.iter().for_each(|key| starts.add(&key.to_ascii_uppercase()));
        starts
    }

    fn add(&mut self, key: &[u8]) {
        let loaded = load(key, 0);
        let is_long = key.len() >= PREFIX as usize && has_second_word(loaded);
        let bit = self.bit(if is_long { first_words(loaded) } else { first_word(loaded) });
        self.known[bit / 64] |= 1 << (bit % 64);
    }

    /// Offsets at which a name may begin, in order; what stands before is not looked at closely.
    pub(super) fn iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let bytes = text.as_bytes();
        let (mut block, mut left, mut after_word) = (0, 0, 0);
        std::iter::from_fn(move || {
            loop {
                while left == 0 {
                    if block >= bytes.len() {
                        return None;
                    }
                    let loaded = load(bytes, block);
                    let words = words(loaded);
                    left = (words | leads(loaded)) & !(words << 8 | after_word);
                    after_word = words >> 56;
                    block += 8;
                }
                let at = block - 8 + left.trailing_zeros() as usize / 8;
                left &= left - 1;
                let loaded = load(bytes, at);
                if self.has(loaded) {
                    return Some(at);
                }
            }
        })
    }

    fn has(&self, loaded: u64) -> bool {
        let length = word_length(loaded);
        let goes_beyond_ascii = length < PREFIX && loaded >> (8 * length) & 0x80 != 0;
        goes_beyond_ascii
            || self.knows(first_word(loaded))
            || length < SHORT && (is_wide(loaded) || self.knows(first_words(loaded)))
    }

    fn knows(&self, prefix: u64) -> bool {
        let bit = self.bit(prefix);
        self.known[bit / 64] >> (bit % 64) & 1 != 0
    }

    fn bit(&self, prefix: u64) -> usize {
        (prefix.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }
}

/// The first letters of the first word.
const fn first_word(loaded: u64) -> u64 {
    let length = word_length(loaded);
    loaded & ((1 << (8 * if length < PREFIX { length } else { PREFIX })) - 1)
}

/// The first letters of the first words, whatever stands between them.
const fn first_words(loaded: u64) -> u64 {
    let words = words(loaded);
    // All bits of the bytes of words, by their high ones.
    loaded & ((words >> 7) * 255) & ((1 << (8 * PREFIX)) - 1)
}

/// Whether a short word is followed by one byte and another word.
const fn has_second_word(loaded: u64) -> bool {
    let length = word_length(loaded);
    length < SHORT && words(loaded) >> (8 * (length + 1)) & 0x80 != 0
}

/// Whether a short word is followed by a blank and no word yet.
const fn is_wide(loaded: u64) -> bool {
    let after = loaded >> (8 * word_length(loaded));
    after & 0xff <= 0x20 && words(after) & 0x8000 == 0
}

const EACH: u64 = u64::MAX / 255;
const EACH_HIGH: u64 = EACH << 7;

/// Eight bytes from `at`, the first lowest; zeros beyond the end.
fn load(bytes: &[u8], at: usize) -> u64 {
    if let Some(block) = bytes.get(at..at + 8) {
        return u64::from_le_bytes(block.try_into().expect("eight bytes"));
    }
    let mut block = [0; 8];
    let rest = &bytes[at..];
    block[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(block)
}

/// The high bit of each byte that is an ASCII letter or digit.
const fn words(block: u64) -> u64 {
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
const fn leads(block: u64) -> u64 {
    block & block << 1 & EACH_HIGH
}

/// How many of the first bytes belong to the first word.
const fn word_length(loaded: u64) -> u32 {
    (!words(loaded) & EACH_HIGH).trailing_zeros() / 8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::matching::fold::{Case, key};

    fn starts(text: &str) -> Vec<&str> {
        let names = ["Japan", "al-Qaeda", "US", "Saint Lucia", "5+1", "the Grenadines"];
        let keys = |case| names.iter().map(|name| key(name, case)).collect::<Vec<_>>();
        let starts = Starts::new(&keys(Case::Kept), &keys(Case::Lowered));
        starts.iter(text).map(|at| text[at..].split(' ').next().unwrap()).collect()
    }

    #[test]
    fn first_words_of_names_begin_them() {
        assert_eq!(starts("also in Japan, for al-Qaeda"), ["Japan,", "al-Qaeda"]);
        assert_eq!(starts("The US, US-led, the Saints and Saint Lucia of 5"), ["US,", "US-led,", "Saint", "5"]);
        assert_eq!(starts("all the green islands of the Grenadines, the\n\nending."), ["the", "the\n\nending."]);
        assert_eq!(starts("JAPAN, AL-QAEDA, USA, xUS, 5US, _US"), ["JAPAN,", "AL-QAEDA,", "US"]);
        assert_eq!(starts("japan us. Us."), Vec::<&str>::new());
    }

    #[test]
    fn letters_beyond_ascii_are_left_to_the_walk() {
        assert_eq!(starts("a Jápan, “Us, Ja\u{ad}pan."), ["Jápan,", "“Us,", "Ja\u{ad}pan."]);
    }

    #[test]
    fn all_offsets_within_a_block_are_found() {
        for blanks in 0..20 {
            assert_eq!(starts(&format!("{}Japan", " ".repeat(blanks))).len(), 1);
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
