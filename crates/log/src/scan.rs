//! Finding the bytes of a CSV that mean something: delimiters, quotes and line ends.
//!
//! Everything else is skipped, sixteen bytes at a time.

/// Which positions of one block hold a delimiter, a quote or a line end: bit `i` for byte `i`.
pub(crate) type Mask = u32;

/// Bytes a block.
pub(crate) const BLOCK: usize = 16;

/// Looks for the four structural bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scanner {
    pub delimiter: u8,
}

impl Scanner {
    /// The structural bytes of one whole block.
    #[inline]
    pub fn structural(self, block: &[u8; BLOCK]) -> Mask {
        let (low, high) = halves(block);
        let find = |word: u64| {
            let found = zeros(word, b'\n') | zeros(word, b'\r') | zeros(word, self.delimiter) | zeros(word, b'"');
            // Gathers the top bit of each byte into one byte.
            (found.wrapping_mul(0x0002_0408_1020_4081) >> 56) as Mask
        };
        find(low) | find(high) << 8
    }

    /// The structural bytes of less than a block.
    pub fn structural_in_tail(self, tail: &[u8]) -> Mask {
        let found = tail.iter().take(BLOCK).enumerate().filter(|(_, byte)| self.is_structural(**byte));
        found.fold(0, |mask, (at, _)| mask | 1 << at)
    }

    fn is_structural(self, byte: u8) -> bool {
        byte == self.delimiter || matches!(byte, b'"' | b'\n' | b'\r')
    }
}

fn halves(block: &[u8; BLOCK]) -> (u64, u64) {
    let both = u128::from_le_bytes(*block);
    (both as u64, (both >> 64) as u64)
}

/// The top bit of each byte of `word` that equals `byte`, exactly: no borrow runs from one byte into the next.
#[inline]
fn zeros(word: u64, byte: u8) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let x = word ^ (u64::from(byte) * 0x0101_0101_0101_0101);
    !(((x & LOW) + LOW) | x | LOW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_searched_like_its_bytes_one_by_one() {
        let scanner = Scanner { delimiter: b';' };
        let mut seed = 7u32;
        for _ in 0..20_000 {
            let mut block = [0u8; BLOCK];
            for byte in &mut block {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *byte = match seed >> 29 {
                    0 => b';',
                    1 => b'"',
                    2 => b'\n',
                    3 => b'\r',
                    _ => (seed >> 16) as u8,
                };
            }
            let expected = (0..BLOCK).filter(|i| scanner.is_structural(block[*i])).fold(0, |m: Mask, i| m | 1 << i);
            assert_eq!(scanner.structural(&block), expected, "{block:?}");
        }
    }
}
