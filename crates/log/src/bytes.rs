//! Eight bytes at a time, in a number: the first byte is the lowest.

pub(crate) const ONES: u64 = 0x0101_0101_0101_0101;
pub(crate) const TOPS: u64 = ONES << 7;

/// The eight bytes from a position on; `None` where there are fewer.
#[inline(always)]
pub(crate) fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
}

/// By length, the bits of two words that belong to a text.
const MASKS: [(u64, u64); 17] = {
    let mut masks = [(0, 0); 17];
    let mut length = 1;
    while length < masks.len() {
        let (a, b) = masks[length - 1];
        masks[length] = (a << 8 | 0xff, if length > 8 { b << 8 | 0xff } else { 0 });
        length += 1;
    }
    masks
};

/// The first sixteen of so many bytes from a position on, in two numbers that are filled up with zeros.
#[inline(always)]
pub(crate) fn first_words(bytes: &[u8], at: usize, length: usize) -> (u64, u64) {
    match bytes.get(at..).and_then(<[u8]>::first_chunk::<16>) {
        // Almost always more bytes follow, which are cut off: bytes need not be put together one by one.
        Some(chunk) => {
            let both = u128::from_le_bytes(*chunk);
            let (first, second) = MASKS.get(length).copied().unwrap_or((u64::MAX, u64::MAX));
            (both as u64 & first, (both >> 64) as u64 & second)
        }
        None => put_together(bytes.get(at..at + length).unwrap_or_default()),
    }
}

/// Fewer than sixteen bytes in two numbers.
#[inline(never)]
fn put_together(bytes: &[u8]) -> (u64, u64) {
    let (first, second) = bytes.split_at_checked(8).unwrap_or((bytes, &[]));
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
    (number(first), number(second))
}
