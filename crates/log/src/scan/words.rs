//! Eight bytes at a time, in numbers that any processor has.

use super::{BLOCK, Marks};

const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;

/// The marks of a block.
#[inline(always)]
pub(super) fn marks(block: &[u8; BLOCK], delimiter: u8) -> Marks {
    let (mut ends, mut feeds, mut rare, mut high) = (0, 0, 0, 0);
    for (at, word) in words(block).enumerate() {
        let feed = equal(word, b'\n');
        ends |= gathered(equal(word, delimiter) | feed) << (at * 8);
        feeds |= gathered(feed) << (at * 8);
        rare |= equal(word, b'"') | equal(word, b'\r') | equal(word, 0);
        high |= word;
    }
    Marks { ends, feeds, has_more: rare != 0, is_ascii: high & !LOW == 0 }
}

/// The positions of a byte in a block.
pub(super) fn positions(block: &[u8; BLOCK], byte: u8) -> u64 {
    words(block).enumerate().fold(0, |found, (at, word)| found | gathered(equal(word, byte)) << (at * 8))
}

/// The first byte of each is the lowest.
#[inline(always)]
fn words(block: &[u8; BLOCK]) -> impl Iterator<Item = u64> {
    block.as_chunks().0.iter().map(|bytes| u64::from_le_bytes(*bytes))
}

/// The top bits of the bytes that equal `byte`, exactly: no borrow runs from one byte into the next.
#[inline(always)]
fn equal(word: u64, byte: u8) -> u64 {
    let x = word ^ (u64::from(byte) * 0x0101_0101_0101_0101);
    !(((x & LOW) + LOW) | x | LOW)
}

/// The top bits of eight bytes, in one byte.
#[inline(always)]
fn gathered(tops: u64) -> u64 {
    tops.wrapping_mul(0x0002_0408_1020_4081) >> 56
}
