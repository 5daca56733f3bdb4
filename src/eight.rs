//! Eight bytes of text at a time, the first the lowest, and eight times as many.

/// Eight bytes.
pub(crate) type Eight = u64;

/// A one in each byte.
pub(crate) const EACH: Eight = 0x0101_0101_0101_0101;
/// The high bit of each byte.
pub(crate) const EACH_HIGH: Eight = 0x80 * EACH;

/// Those from `at`, with zeros beyond the end.
#[inline]
pub(crate) fn load(bytes: &[u8], at: usize) -> Eight {
    let rest = &bytes[at..];
    rest.first_chunk().map_or_else(|| last(rest), |&eight| Eight::from_le_bytes(eight))
}

#[cold]
fn last(rest: &[u8]) -> Eight {
    fewer(rest)
}

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

/// The high bit of each byte that is in the range, which is of ASCII.
pub(crate) const fn between(eight: Eight, first: u8, last: u8) -> Eight {
    let low = eight & !EACH_HIGH;
    let from = low + EACH * (0x80 - first as Eight);
    let beyond = low + EACH * (0x7f - last as Eight);
    from & !beyond & !eight & EACH_HIGH
}

/// With its ASCII letters in lower case.
pub(crate) const fn to_lower_case(eight: Eight) -> Eight {
    eight | between(eight, b'A', b'Z') >> 2
}

/// How many ASCII letters it begins with.
pub(crate) const fn letters(eight: Eight) -> usize {
    let others = !between(eight | (0x20 * EACH), b'a', b'z') & EACH_HIGH;
    others.trailing_zeros() as usize / 8
}

/// So many bytes are looked at together.
pub(crate) const BLOCK: usize = 64;

/// What is left where there is no whole block, with zeros after it.
#[cold]
pub(crate) fn last_block(rest: &[u8]) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    block[..rest.len()].copy_from_slice(rest);
    block
}

/// A bit for each letter and digit of ASCII.
#[inline(always)]
pub(crate) fn words(block: &[u8; BLOCK]) -> u64 {
    let mut flags = [0; BLOCK];
    // Many are looked at in one step: by its index each is known to lie in the block.
    let mut at = 0;
    while at < BLOCK {
        let is_letter = (block[at] | 0x20).wrapping_sub(b'a') <= b'z' - b'a';
        flags[at] = u8::from(is_letter | (block[at].wrapping_sub(b'0') <= b'9' - b'0'));
        at += 1;
    }
    let gather = |(number, eight): (usize, &[u8; 8])| gathered(Eight::from_le_bytes(*eight)) << (8 * number);
    flags.as_chunks().0.iter().enumerate().map(gather).fold(0, |all, bits| all | bits)
}

/// The lowest bits of its bytes, which have no others, beside each other.
pub(crate) const fn gathered(bits: Eight) -> Eight {
    bits.wrapping_mul(0x0102_0408_1020_4080) >> 56
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
