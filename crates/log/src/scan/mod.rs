//! Search for the bytes of a CSV that have a meaning: delimiters, quotes and line ends.
//!
//! Blocks of 64 bytes give a bit for each byte, the first byte in the lowest bit. Where WebAssembly has SIMD, 16 bytes are
//! compared at once, elsewhere 8.

#[cfg(target_feature = "simd128")]
mod vectors;
#[cfg(not(target_feature = "simd128"))]
mod words;

#[cfg(target_feature = "simd128")]
use vectors as parts;
#[cfg(not(target_feature = "simd128"))]
use words as parts;

/// Bytes of a block.
pub(crate) const BLOCK: usize = 64;

/// The bytes that end a cell where there are no quotes, and whether there is more to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Marks {
    /// Delimiters and line feeds.
    pub ends: u64,
    /// Line feeds.
    pub feeds: u64,
    /// Whether a quote, a carriage return or a zero may be among the bytes: then [`Details`] tell.
    pub has_more: bool,
    /// Whether all bytes are ASCII.
    pub is_ascii: bool,
}

/// The marks of a block that has quotes, carriage returns or zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Details {
    /// Quotes.
    pub quotes: u64,
    /// Carriage returns.
    pub returns: u64,
    /// Bytes that are zero.
    pub zeros: u64,
}

impl Marks {
    /// Finds the marks of a block.
    #[inline(always)]
    pub fn of(block: &[u8; BLOCK], delimiter: u8) -> Self {
        parts::marks(block, delimiter)
    }
}

impl Details {
    /// Finds the details of a block.
    pub fn of(block: &[u8; BLOCK]) -> Self {
        let find = |byte| parts::positions(block, byte);
        Self { quotes: find(b'"'), returns: find(b'\r'), zeros: find(0) }
    }
}

/// A block of fewer bytes, filled up with bytes that have no meaning.
pub(crate) fn block_of(bytes: &[u8], delimiter: u8) -> [u8; BLOCK] {
    let mut block = [if delimiter == b' ' { b'_' } else { b' ' }; BLOCK];
    block.iter_mut().zip(bytes).for_each(|(place, byte)| *place = *byte);
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_searched_like_its_bytes_one_by_one() {
        let mut seed = 7u32;
        for round in 0..20_000 {
            let mut block = [0u8; BLOCK];
            for byte in &mut block {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *byte = match seed >> 28 {
                    0 => b';',
                    1 if round % 2 == 0 => b'"',
                    2 => b'\n',
                    3 if round % 3 == 0 => b'\r',
                    4 if round % 5 == 0 => 0,
                    5 if round % 7 == 0 => (seed >> 16) as u8,
                    _ => b' ' + (seed >> 16) as u8 % 2,
                };
            }
            let find = |wanted: &[u8]| {
                (0..BLOCK).filter(|i| wanted.contains(&block[*i])).fold(0u64, |found, at| found | 1 << at)
            };
            let details = Details { quotes: find(b"\""), returns: find(b"\r"), zeros: find(b"\0") };
            let has_more = find(b"\"\r\0") != 0;
            let expected = Marks { ends: find(b";\n"), feeds: find(b"\n"), has_more, is_ascii: block.is_ascii() };
            assert_eq!((Marks::of(&block, b';'), Details::of(&block)), (expected, details), "{block:?}");
        }
    }
}
