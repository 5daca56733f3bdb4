/// So much of a name's first word is looked up before the name is.
const PREFIX: u32 = 6;
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
        let bit = self.bit(load(key, 0));
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
        let bit = self.bit(loaded);
        goes_beyond_ascii || self.known[bit / 64] >> (bit % 64) & 1 != 0
    }

    /// The place of the first word's first letters.
    fn bit(&self, loaded: u64) -> usize {
        let prefix = loaded & ((1 << (8 * word_length(loaded).min(PREFIX))) - 1);
        (prefix.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }
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
    let letters = within(low | EACH * 0x20, b'a', b'z');
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
        let names = ["Japan", "al-Qaeda", "US", "Saint Lucia", "5+1"];
        let keys = |case| names.iter().map(|name| key(name, case)).collect::<Vec<_>>();
        let starts = Starts::new(&keys(Case::Kept), &keys(Case::Lowered));
        starts.iter(text).map(|at| text[at..].split(' ').next().unwrap()).collect()
    }

    #[test]
    fn first_words_of_names_begin_them() {
        assert_eq!(starts("also in Japan, for al-Qaeda"), ["Japan,", "al-Qaeda"]);
        assert_eq!(starts("The US, US-led, the Saints and Saint Lucia of 5"), ["US,", "US-led,", "Saint", "5"]);
        assert_eq!(starts("JAPAN, AL-QAEDA, USA, xUS, 5US, _US"), ["JAPAN,", "AL-QAEDA,", "US"]);
        assert_eq!(starts("japan us Us"), Vec::<&str>::new());
    }

    #[test]
    fn letters_beyond_ascii_are_left_to_the_walk() {
        assert_eq!(starts("a Jápan, “Us, Ja\u{ad}pan"), ["Jápan,", "“Us,", "Ja\u{ad}pan"]);
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
