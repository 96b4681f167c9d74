//! Eight bytes at a time, in a number: the first byte is the lowest.

pub(crate) const ONES: u64 = 0x0101_0101_0101_0101;
pub(crate) const TOPS: u64 = ONES << 7;

/// The eight bytes from a position on; `None` where there are fewer.
#[inline(always)]
pub(crate) fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
}

/// The first `count` bytes of a word; the rest is zero.
#[inline(always)]
pub(crate) fn first(word: u64, count: usize) -> u64 {
    if count >= 8 { word } else { word & !(u64::MAX << (count * 8)) }
}

/// The top bits of bytes that are less than `limit`, which is at most 128. Only the first of them is exact: behind it, a
/// byte may be marked that is not less.
#[inline(always)]
pub(crate) fn less(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(ONES * u64::from(limit)) & !word & TOPS
}

/// The top bits of bytes that equal `byte`, of which only the first is exact.
#[inline(always)]
pub(crate) fn equal(word: u64, byte: u8) -> u64 {
    less(word ^ (ONES * u64::from(byte)), 1)
}

/// Position of the first marked byte of a word that has one.
#[inline(always)]
pub(crate) fn position(marks: u64) -> usize {
    (marks.trailing_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_mark_is_exact() {
        let mut seed = 3u64;
        for _ in 0..200_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let bytes = (seed ^ seed >> 29).to_le_bytes().map(|byte| if byte & 3 == 0 { byte >> 2 } else { byte });
            let word = u64::from_le_bytes(bytes);
            for (marks, expected) in [
                (less(word, 16), bytes.iter().position(|byte| *byte < 16)),
                (equal(word, b','), bytes.iter().position(|byte| *byte == b',')),
                (less(word, 16) | equal(word, b';'), bytes.iter().position(|byte| *byte < 16 || *byte == b';')),
            ] {
                assert_eq!((marks != 0).then(|| position(marks)), expected, "{bytes:?}");
            }
        }
    }
}
