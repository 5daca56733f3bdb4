//! Eight bytes of text at a time, the first the lowest.

/// Eight bytes.
pub(crate) type Eight = u64;

const ONES: Eight = 0x0101_0101_0101_0101;
const HIGH: Eight = 0x80 * ONES;

/// Up to seven bytes, with zeros after them.
#[inline]
pub(crate) fn fewer(bytes: &[u8]) -> Eight {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let last = Eight::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
        return Eight::from(u32::from_le_bytes(*first)) | last;
    }
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | Eight::from(byte))
}

/// The first bytes, fewer than eight, with zeros after them.
#[inline]
pub(crate) const fn first(eight: Eight, count: usize) -> Eight {
    eight & !(Eight::MAX << (8 * count))
}

/// The highest bit of each byte that is in the range, which is of ASCII.
const fn between(eight: Eight, first: u8, last: u8) -> Eight {
    let low = eight & !HIGH;
    let from = low + ONES * (0x80 - first as Eight);
    let beyond = low + ONES * (0x7f - last as Eight);
    from & !beyond & !eight & HIGH
}

/// With its ASCII letters in lower case.
pub(crate) const fn to_lower_case(eight: Eight) -> Eight {
    eight | between(eight, b'A', b'Z') >> 2
}

/// How many ASCII letters it begins with.
pub(crate) const fn letters(eight: Eight) -> usize {
    let others = !between(eight | (0x20 * ONES), b'a', b'z') & HIGH;
    others.trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_is_told_for_itself() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut bytes = *b"aZzA\xc3mMq";
                bytes[place] = byte;
                let lower = to_lower_case(Eight::from_le_bytes(bytes)).to_le_bytes();
                assert_eq!(lower, bytes.map(|b| b.to_ascii_lowercase()), "{byte} at {place}");
                let letters_first = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
                assert_eq!(letters(Eight::from_le_bytes(bytes)), letters_first, "{byte} at {place}");
            }
        }
        assert_eq!(letters(Eight::from_le_bytes(*b"abcdEFGH")), 8);
    }

    #[test]
    fn fewer_bytes_are_told_apart() {
        let words = ["", "a", "b", "ab", "ba", "abc", "abd", "abcd", "abcde", "abcdx", "xbcde", "abcdef", "abcdefg"];
        for (a, b) in words.iter().flat_map(|a| words.map(|b| (*a, b))).filter(|(a, b)| a.len() == b.len()) {
            assert_eq!(fewer(a.as_bytes()) == fewer(b.as_bytes()), a == b, "{a} {b}");
        }
        for length in 0..8 {
            assert_eq!(fewer(&b"abcdefgh"[..length]), first(Eight::from_le_bytes(*b"abcdefgh"), length));
        }
    }
}
