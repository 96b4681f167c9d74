//! Sixteen bytes at a time, by instructions that WebAssembly has for them.

use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128, v128_any_true, v128_or};

use super::{BLOCK, Marks};

/// The marks of a block.
#[inline(always)]
pub(super) fn marks(block: &[u8; BLOCK], delimiter: u8) -> Marks {
    let (mut ends, mut feeds, mut rare, mut all) = (0, 0, u8x16_splat(0), u8x16_splat(0));
    for (at, bytes) in vectors(block).enumerate() {
        let equal = |byte| u8x16_eq(bytes, u8x16_splat(byte));
        let feed = equal(b'\n');
        ends |= u64::from(u8x16_bitmask(v128_or(equal(delimiter), feed))) << (at * 16);
        feeds |= u64::from(u8x16_bitmask(feed)) << (at * 16);
        rare = v128_or(rare, v128_or(equal(b'"'), v128_or(equal(b'\r'), equal(0))));
        all = v128_or(all, bytes);
    }
    Marks { ends, feeds, has_more: v128_any_true(rare), is_ascii: u8x16_bitmask(all) == 0 }
}

/// The positions of a byte in a block.
#[inline(always)]
pub(super) fn positions(block: &[u8; BLOCK], byte: u8) -> u64 {
    let mark = |bytes| u64::from(u8x16_bitmask(u8x16_eq(bytes, u8x16_splat(byte))));
    vectors(block).enumerate().fold(0, |found, (at, bytes)| found | mark(bytes) << (at * 16))
}

#[inline(always)]
fn vectors(block: &[u8; BLOCK]) -> impl Iterator<Item = v128> {
    let halves = block.as_chunks().0.as_chunks().0;
    halves.iter().map(|[a, b]| u64x2(u64::from_le_bytes(*a), u64::from_le_bytes(*b)))
}
