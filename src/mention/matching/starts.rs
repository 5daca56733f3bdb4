/// A byte within a word.
const WORD: u8 = 1;
/// A byte with which a name may begin.
const START: u8 = 2;
/// Such a byte that also begins many other words: the next one must fit too.
const CHECKED: u8 = 4;

/// Tells where names may begin, by bytes alone: every capital or non-ASCII letter that begins a pattern, and
/// small letters and digits where the first two bytes begin one ("al-Qaeda").
#[derive(Clone, Debug)]
pub(super) struct Starts {
    classes: [u8; 256],
    /// A bit for each pair of bytes.
    pairs: Box<[u64]>,
}

impl Starts {
    pub(super) fn new<'k>(keys: impl IntoIterator<Item = &'k [u8]>) -> Self {
        let mut classes = [0; 256];
        let mut pairs = vec![0; 1024].into_boxed_slice();
        for b in 0..=u8::MAX {
            let is_word = b.is_ascii_alphanumeric() || b == b'_';
            // A letter with marks may stand for any letter.
            let is_lead = b >= 0xc2;
            classes[usize::from(b)] = if is_word { WORD } else { 0 } | if is_lead { START } else { 0 };
        }
        for key in keys {
            let Some(&first) = key.first() else { continue };
            classes[usize::from(first)] |= if first.is_ascii_uppercase() { START } else { CHECKED };
            // Names of one byte, and those with a mark after the first.
            for second in key.get(1).copied().map_or(0..=u8::MAX, |second| second..=second).chain(0x80..=u8::MAX) {
                let pair = pair(first, second);
                pairs[pair / 64] |= 1 << (pair % 64);
            }
        }
        Self { classes, pairs }
    }

    /// Offsets of bytes that may begin a name and follow no ASCII letter or digit, in order.
    pub(super) fn iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let bytes = text.as_bytes();
        let mut before = 0;
        bytes.iter().enumerate().filter_map(move |(at, &byte)| {
            let class = self.classes[usize::from(byte)];
            let is_start = class & (START | CHECKED) != 0 && before & WORD == 0;
            before = class;
            (is_start && (class & START != 0 || self.has_pair(bytes, at))).then_some(at)
        })
    }

    fn has_pair(&self, bytes: &[u8], at: usize) -> bool {
        let pair = pair(bytes[at], bytes.get(at + 1).copied().unwrap_or(0));
        self.pairs[pair / 64] & 1 << (pair % 64) != 0
    }
}

fn pair(first: u8, second: u8) -> usize {
    usize::from(first) << 8 | usize::from(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_known_pairs_begin_names() {
        let keys = ["Japan", "al Qaeda", "7 Up"];
        let starts = Starts::new(keys.iter().map(|key| key.as_bytes()));
        let found = |text: &str| starts.iter(text).map(|at| text[at..].to_owned()).collect::<Vec<_>>();
        assert_eq!(
            found("also in Japan, for al-Qaeda"),
            ["also in Japan, for al-Qaeda", "Japan, for al-Qaeda", "al-Qaeda"]
        );
        assert_eq!(found("the Korean, 77"), Vec::<String>::new());
        assert_eq!(found("xJapan 7 ápan"), ["7 ápan", "ápan"]);
    }
}
