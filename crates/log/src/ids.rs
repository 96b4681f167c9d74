use crate::bytes::{ONES, TOPS, first, word};

/// Which ids have been seen.
///
/// Ids mostly end in a number and come one after the other. An id is turned into a number of 64 bits to which those of its
/// neighbours are neighbours: a hash of what stands before its last digits, and those digits added. Numbers are kept as
/// bits, sixty-four in a word, so that a million ids in a row take a quarter of a megabyte, and those without order sixteen
/// bytes each, and as many free.
///
/// There is an end to what is remembered: beyond it, an id that comes again may be taken for a new one.
#[derive(Debug)]
pub struct Ids {
    /// Number of a word and its bits, of which one at least is set; a word without bits is a free slot. The length is zero
    /// or a power of two.
    slots: Vec<(u64, u64)>,
    used: usize,
    most: usize,
    is_full: bool,
    /// The word of the id before and where it stands: the next one often has the same.
    last: (u64, usize),
    /// What stands before the digits of the id before, and its hash.
    prefix: Prefix,
}

/// What stands before the last digits of an id.
#[derive(Debug, Clone, Copy)]
struct Prefix {
    /// Its bytes, where they are no more than eight, and the length of the whole id.
    known: (u64, u64),
    hash: u64,
}

/// Most slots: 25 million ids without order, in half a gigabyte.
const MOST_SLOTS: usize = 1 << 25;

impl Default for Ids {
    fn default() -> Self {
        Self { slots: Vec::new(), used: 0, most: MOST_SLOTS, is_full: false, last: NOWHERE, prefix: Prefix::NONE }
    }
}

impl Ids {
    /// Takes note of an id; false where it has been seen before.
    #[inline]
    pub fn add(&mut self, id: &[u8]) -> bool {
        if self.used * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let number = self.prefix.number(id);
        let (wanted, bit) = (number >> 6, 1 << (number & 63));
        if self.last.0 != wanted {
            self.last = (wanted, self.slot(wanted));
        }
        let (known, bits) = &mut self.slots[self.last.1];
        if *bits == 0 {
            if self.is_full {
                return true;
            }
            *known = wanted;
            self.used += 1;
        }
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new
    }

    /// Whether there have been more ids than are remembered.
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    /// The slot of a word, or the free one where it belongs. There is always a free one.
    #[inline]
    fn slot(&self, wanted: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (wanted.wrapping_mul(SPREAD) >> 32) as usize & mask;
        while self.slots[at].1 != 0 && self.slots[at].0 != wanted {
            at = (at + 1) & mask;
        }
        at
    }

    #[cold]
    fn grow(&mut self) {
        self.is_full = self.slots.len() >= self.most;
        if self.is_full {
            return;
        }
        let larger = vec![(0, 0); (self.slots.len() * 2).max(64)];
        self.last = NOWHERE;
        for (known, bits) in std::mem::replace(&mut self.slots, larger) {
            if bits != 0 {
                let slot = self.slot(known);
                self.slots[slot] = (known, bits);
            }
        }
    }
}

/// No word is this number: it has lost six bits.
const NOWHERE: (u64, usize) = (u64::MAX, 0);

/// An odd number without a pattern: the fraction of the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Prefix {
    /// No id is as long.
    const NONE: Self = Self { known: (0, u64::MAX), hash: 0 };

    /// The number of an id. Two ids of a million have the same by chance once in thirty million logs.
    #[inline(always)]
    fn number(&mut self, id: &[u8]) -> u64 {
        // "7" and "07" are two ids: the length counts.
        let length = id.len() as u64;
        let Some((prefix, digits)) = id.split_last_chunk::<8>() else { return short_number(id) };
        let Some(last) = eight_digits(u64::from_le_bytes(*digits)) else { return short_number(id) };
        if prefix.len() > 8 {
            return hash(id, prefix.len(), length).wrapping_add(last);
        }
        // There are eight bytes from its start on: the digits follow.
        let known = (first(word(id, 0).unwrap_or_default(), prefix.len()), length);
        if self.known != known {
            *self = Self { known, hash: hash(id, prefix.len(), length) };
        }
        self.hash.wrapping_add(last)
    }
}

/// The number of an id that does not end in eight digits.
#[inline(never)]
fn short_number(id: &[u8]) -> u64 {
    let mut start = id.len();
    let (mut last, mut place) = (0, 1);
    // There are less than eight.
    while let Some(digit) = start.checked_sub(1).map(|at| id[at].wrapping_sub(b'0')).filter(|digit| *digit < 10) {
        last += u64::from(digit) * place;
        place *= 10;
        start -= 1;
    }
    hash(id, start, id.len() as u64).wrapping_add(last)
}

/// The number that eight digits are.
#[inline(always)]
fn eight_digits(word: u64) -> Option<u64> {
    let digits = word ^ (ONES * u64::from(b'0'));
    // Carries what is no digit to the top bit.
    if (digits | digits.wrapping_add(ONES * (0x7f - 9))) & TOPS != 0 {
        return None;
    }
    // Neighbours become numbers of two digits, then of four, then of eight.
    let pairs = digits * 10 + (digits >> 8);
    const EVEN: u64 = 0x0000_00ff_0000_00ff;
    let high = (pairs & EVEN).wrapping_mul(1_000_000 << 32 | 100);
    let low = (pairs >> 16 & EVEN).wrapping_mul(10_000 << 32 | 1);
    Some(high.wrapping_add(low) >> 32)
}

/// A hash of the bytes before a position, eight at a time.
#[inline]
fn hash(bytes: &[u8], end: usize, seed: u64) -> u64 {
    let fold = |hash: u64, word: u64| {
        let mixed = (hash ^ word).wrapping_mul(0xd6e8_feb8_6659_fd93);
        mixed ^ mixed >> 32
    };
    let mut hash = fold(0xa076_1d64_78bd_642f, seed);
    let mut at = 0;
    while at + 8 <= end {
        hash = fold(hash, word(bytes, at).unwrap_or_default());
        at += 8;
    }
    let rest = match word(bytes, at) {
        Some(next) => first(next, end - at),
        None => bytes[at..end].iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    fold(fold(hash, rest), SPREAD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn an_id_is_new_once() {
        let mut ids = Ids::default();
        for round in 0..2 {
            for number in 0..10_000 {
                assert_eq!(ids.add(format!("case {number}").as_bytes()), round == 0, "{number}");
                assert_eq!(ids.add(format!("case 0{number}").as_bytes()), round == 0, "0{number}");
                assert_eq!(ids.add(format!("case {number} b").as_bytes()), round == 0, "{number} b");
            }
        }
        assert!(ids.add(b"") && !ids.add(b""));
        assert!(
            ids.add(b"0") && ids.add(b"00") && ids.add(b"184467440737095516160") && ids.add(b"84467440737095516160")
        );
    }

    #[test]
    fn there_is_an_end_to_what_is_remembered() {
        let mut ids = Ids { most: 1 << 10, ..Ids::default() };
        let id = |number: u64| format!("{:016x}", number.wrapping_mul(SPREAD));
        for number in 0..10_000 {
            assert!(ids.add(id(number).as_bytes()));
            assert_eq!(ids.is_full(), number >= 768, "{number}");
        }
        assert_eq!(ids.slots.len(), 1 << 10);
        assert!((0..700).all(|number| !ids.add(id(number).as_bytes())), "what is remembered stays");
    }

    #[test]
    fn eight_digits_are_a_number() {
        for number in (0..100_000_000).step_by(99_991).chain([99_999_999, 10_000_000, 9]) {
            let text = format!("{number:08}");
            assert_eq!(word(text.as_bytes(), 0).and_then(eight_digits), Some(number));
            for at in 0..8 {
                for other in [b'/', b':', b'a', 0, 0xff, b'0' | 0x80] {
                    let mut bytes = text.clone().into_bytes();
                    bytes[at] = other;
                    assert_eq!(word(&bytes, 0).and_then(eight_digits), None);
                }
            }
        }
    }

    #[test]
    fn ids_in_a_row_share_their_words() {
        let mut ids = Ids::default();
        for number in 0..1_000_000 {
            assert!(ids.add(format!("CASE-{number:08}").as_bytes()));
        }
        assert!(ids.slots.len() <= 1 << 15, "{}", ids.slots.len());
    }

    #[test]
    fn ids_that_differ_have_numbers_that_differ() {
        let (mut seen, mut prefix) = (HashSet::new(), Prefix::NONE);
        for i in 0..300_000u64 {
            let spread = i.wrapping_mul(SPREAD);
            for id in [
                format!("CASE-{i:07}"),
                format!("{i}-x"),
                format!("{spread:016x}"),
                format!("{spread}"),
                format!("é{i}é"),
            ] {
                assert!(seen.insert(prefix.number(id.as_bytes())), "{id}");
            }
        }
    }
}
