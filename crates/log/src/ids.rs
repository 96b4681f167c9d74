use crate::bytes::{ONES, TOPS, first_words};
use crate::row::Cell;

/// The ids of a log, to tell whether one comes again.
///
/// Most ids end in a number, and most logs count upwards. An id is kept as the text before its last digits, which is stored
/// once, and as a bit for the number that the digits are. A million ids in a row take a quarter of a megabyte. Ids without
/// such an order are stored whole. Every id is compared by its text, so that two different ids are never taken for one; the
/// hash that finds them has a seed, so that the writer of a log cannot choose ids that are found slowly.
///
/// The memory has a limit. Beyond it, an id that comes again is taken for a new one.
///
/// # Examples
///
/// ```
/// use case_slo_log::{Cell, Ids};
///
/// let mut ids = Ids::new(0);
/// assert!(ids.add(Cell::from(&b"T-1"[..])));
/// assert!(!ids.add(Cell::from(&b"T-1"[..])));
/// ```
#[derive(Debug)]
pub struct Ids {
    seed: u64,
    /// The texts before the digits, one after the other.
    texts: Vec<u8>,
    prefixes: Vec<Prefix>,
    /// By hash, the index of a prefix plus one; zero is a free slot. The length is zero or a power of two.
    slots: Vec<Slot>,
    /// By prefix and number, 64 numbers at a time. Bits that are all zero are a free slot. The length is zero or a power of
    /// two.
    words: Vec<Word>,
    words_used: usize,
    /// The prefix and the word of the last id, which the next one often has as well.
    last: Last,
    most_bytes: usize,
    is_full: bool,
}

/// The text before the last digits of some ids.
#[derive(Debug, Clone, Copy)]
struct Prefix {
    /// Its place among the texts.
    start: u32,
    length: u32,
    /// The number of digits behind it: "7" and "07" are two ids.
    digits: u8,
    /// The first word of its numbers: most prefixes of ids without an order have one number only.
    word: u32,
    bits: u64,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u32,
    /// Index of the prefix plus one.
    prefix: u32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Word {
    prefix: u32,
    word: u32,
    bits: u64,
}

#[derive(Debug, Clone, Copy)]
struct Last {
    prefix: u32,
    /// Its text as two numbers where it has at most sixteen bytes, and its length; for a longer one no id has this length.
    text: (u64, u64),
    length: u32,
    /// The word among `words`, or [`NOWHERE`].
    word: u32,
    slot: usize,
}

/// No word: a number of eight digits has less than 2²¹ words.
const NOWHERE: u32 = u32::MAX;

const NO_ID: Last = Last { prefix: 0, text: (0, 0), length: u32::MAX, word: NOWHERE, slot: 0 };

/// Most memory for ids, in bytes: half a gigabyte.
const MOST_BYTES: usize = 512 << 20;

impl Default for Ids {
    fn default() -> Self {
        Self::new(0)
    }
}

impl Ids {
    /// No ids yet. A caller that reads the log of a stranger gives a random seed.
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            texts: Vec::new(),
            prefixes: Vec::new(),
            slots: Vec::new(),
            words: Vec::new(),
            words_used: 0,
            last: NO_ID,
            most_bytes: MOST_BYTES,
            is_full: false,
        }
    }

    /// Takes note of an id; false where it has been seen before.
    #[inline]
    pub fn add(&mut self, cell: Cell) -> bool {
        let id = cell.bytes();
        // Almost always the same short text and eight digits behind it.
        if let Some((prefix, digits)) = id.split_last_chunk::<8>()
            && let Some(number) = eight_digits(u64::from_le_bytes(*digits))
        {
            let length = prefix.len() as u32;
            if length == self.last.length && first_words(cell.text, cell.start as usize, prefix.len()) == self.last.text
            {
                return self.add_number(self.last.prefix, number);
            }
            return self.add_parts(prefix, 8, number);
        }
        let digits = id.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let (prefix, digits) = id.split_at(id.len() - digits);
        let number = digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
        self.add_parts(prefix, digits.len() as u8, number)
    }

    /// Whether there have been more ids than are remembered.
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    /// Takes note of an id in two parts.
    #[inline(never)]
    fn add_parts(&mut self, prefix: &[u8], digits: u8, number: u32) -> bool {
        let hash = self.hash(prefix, digits);
        if self.prefixes.len() * 4 >= self.slots.len() * 3 {
            self.grow_slots();
        }
        let slot = self.slot_of(prefix, digits, hash);
        if let Some(index) = self.slots[slot].prefix.checked_sub(1) {
            if digits == 8 && prefix.len() <= 16 {
                let text = first_words(prefix, 0, prefix.len());
                self.last = Last { prefix: index, text, length: prefix.len() as u32, ..NO_ID };
            }
            return self.add_number(index, number);
        }
        if self.has_no_room(prefix.len() + size_of::<Prefix>()) {
            return true;
        }
        let (start, length) = (self.texts.len() as u32, prefix.len() as u32);
        self.texts.extend_from_slice(prefix);
        self.prefixes.push(Prefix { start, length, digits, word: number >> 6, bits: 1 << (number & 63) });
        self.slots[slot] = Slot { hash, prefix: self.prefixes.len() as u32 };
        true
    }

    /// Takes note of a number behind a prefix.
    #[inline]
    fn add_number(&mut self, index: u32, number: u32) -> bool {
        let (word, bit) = (number >> 6, 1 << (number & 63));
        if self.last.word != word || self.last.prefix != index {
            let prefix = &mut self.prefixes[index as usize];
            if prefix.word == word {
                let is_new = prefix.bits & bit == 0;
                prefix.bits |= bit;
                return is_new;
            }
            if self.words_used * 4 >= self.words.len() * 3 {
                self.grow_words();
            }
            let slot = self.slot_of_word(index, word);
            if self.words[slot].bits == 0 {
                if self.has_no_room(size_of::<Word>()) {
                    return true;
                }
                self.words[slot] = Word { prefix: index, word, bits: 0 };
                self.words_used += 1;
            }
            (self.last.word, self.last.slot) = (word, slot);
            if self.last.prefix != index {
                self.last = Last { prefix: index, word, slot, ..NO_ID };
            }
        }
        let bits = &mut self.words[self.last.slot].bits;
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new
    }

    /// Whether so many bytes more are more than the limit.
    fn has_no_room(&mut self, bytes: usize) -> bool {
        let used = self.texts.len() + self.prefixes.len() * size_of::<Prefix>() + self.words_used * size_of::<Word>();
        self.is_full |= used + bytes > self.most_bytes;
        self.is_full
    }

    /// The slot of a prefix, or the free one where it belongs.
    fn slot_of(&self, prefix: &[u8], digits: u8, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            let Some(index) = slot.prefix.checked_sub(1) else { return at };
            if slot.hash == hash {
                let known = self.prefixes[index as usize];
                let text = self.texts.get(known.start as usize..(known.start + known.length) as usize);
                if known.digits == digits && text == Some(prefix) {
                    return at;
                }
            }
            at = (at + 1) & mask;
        }
    }

    /// The slot of a word, or the free one where it belongs.
    fn slot_of_word(&self, prefix: u32, word: u32) -> usize {
        let mask = self.words.len() - 1;
        let mut at = mixed(u64::from(prefix) << 32 | u64::from(word), self.seed) as usize & mask;
        loop {
            let known = &self.words[at];
            if known.bits == 0 || (known.prefix, known.word) == (prefix, word) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    #[cold]
    fn grow_slots(&mut self) {
        let larger = vec![Slot::default(); (self.slots.len() * 2).max(64)];
        let mask = larger.len() - 1;
        for slot in std::mem::replace(&mut self.slots, larger) {
            if slot.prefix > 0 {
                let mut at = slot.hash as usize & mask;
                while self.slots[at].prefix > 0 {
                    at = (at + 1) & mask;
                }
                self.slots[at] = slot;
            }
        }
    }

    #[cold]
    fn grow_words(&mut self) {
        self.last.word = NOWHERE;
        let larger = vec![Word::default(); (self.words.len() * 2).max(64)];
        for known in std::mem::replace(&mut self.words, larger) {
            if known.bits != 0 {
                let slot = self.slot_of_word(known.prefix, known.word);
                self.words[slot] = known;
            }
        }
    }

    /// A hash of a prefix, eight bytes at a time.
    fn hash(&self, prefix: &[u8], digits: u8) -> u32 {
        let mut hash = mixed(prefix.len() as u64 | u64::from(digits) << 32, self.seed);
        let (words, rest) = prefix.as_chunks::<8>();
        for word in words {
            hash = mixed(u64::from_le_bytes(*word), hash);
        }
        let rest = rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        (mixed(rest, hash) >> 32) as u32
    }
}

/// A hash of two numbers: both halves of a product that depends on every bit of both.
#[inline]
fn mixed(one: u64, other: u64) -> u64 {
    let product = u128::from(one ^ 0xa076_1d64_78bd_642f) * u128::from(other ^ 0xe703_7ed1_a0b4_28db);
    (product as u64 ^ (product >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The number that eight digits are.
#[inline(always)]
fn eight_digits(word: u64) -> Option<u32> {
    let digits = word ^ (ONES * u64::from(b'0'));
    // Carries a byte that is not a digit to the top bit.
    if (digits | digits.wrapping_add(ONES * (0x7f - 9))) & TOPS != 0 {
        return None;
    }
    // Neighbours become numbers of two digits, then of four, then of eight.
    let pairs = digits * 10 + (digits >> 8);
    const EVEN: u64 = 0x0000_00ff_0000_00ff;
    let high = (pairs & EVEN).wrapping_mul(1_000_000 << 32 | 100);
    let low = (pairs >> 16 & EVEN).wrapping_mul(10_000 << 32 | 1);
    Some((high.wrapping_add(low) >> 32) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bytes::word;
    use std::collections::HashSet;

    impl Ids {
        fn add_text(&mut self, id: &str) -> bool {
            self.add(Cell::from(id.as_bytes()))
        }
    }

    #[test]
    fn an_id_is_new_once() {
        for seed in [0, 1, u64::MAX] {
            let mut ids = Ids::new(seed);
            for round in 0..2 {
                for number in 0..10_000 {
                    for id in [format!("case {number}"), format!("case 0{number}"), format!("case {number} b")] {
                        assert_eq!(ids.add_text(&id), round == 0, "{id}");
                    }
                }
            }
            for id in ["", "0", "00", "184467440737095516160", "84467440737095516160", "00000000", "000000000"] {
                assert!(ids.add_text(id) && !ids.add_text(id), "{id}");
            }
        }
    }

    #[test]
    fn ids_in_any_order_are_told_apart_like_those_of_a_set() {
        let (mut ids, mut set, mut state) = (Ids::new(3), HashSet::new(), 1u64);
        for _ in 0..300_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let number = state >> 33;
            let id = match number % 6 {
                0 => format!("CASE-{:08}", number % 50_000),
                1 => format!("INC{}", number % 90_000),
                2 => format!("{:x}", number % 70_000),
                3 => format!("a longer prefix {:08}", number % 9_000),
                4 => format!("{:04}-{:06}", number % 50, number % 999),
                _ => format!("é{}é", number % 10_000),
            };
            assert_eq!(ids.add_text(&id), set.insert(id.clone()), "{id}");
        }
    }

    #[test]
    fn ids_are_read_in_place_from_a_row() {
        let row = b"x,CASE-00000001,CASE-00000002,CASE-00000001,C";
        let cell = |start, end| Cell { text: row, start, end };
        let mut ids = Ids::default();
        assert!(ids.add(cell(2, 15)) && ids.add(cell(16, 29)) && !ids.add(cell(30, 43)) && ids.add(cell(44, 45)));
    }

    #[test]
    fn ids_beyond_the_limit_are_not_remembered() {
        let mut ids = Ids { most_bytes: 100_000, ..Ids::default() };
        let id = |number: u64| format!("{:016x}", number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        for number in 0..10_000 {
            assert!(ids.add_text(&id(number)));
        }
        assert!(ids.is_full() && ids.texts.len() + ids.prefixes.len() * size_of::<Prefix>() <= 100_000);
        assert!((0..1_000).all(|number| !ids.add_text(&id(number))), "a remembered id stays");
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
            assert!(ids.add_text(&format!("CASE-{number:08}")));
        }
        assert!(ids.words.len() <= 1 << 15 && ids.prefixes.len() == 1, "{}", ids.words.len());
    }

    #[test]
    fn another_seed_gives_other_slots() {
        let ids: Vec<String> = (0..10_000u64).map(|n| format!("{:x}", n.wrapping_mul(0x9e37_79b9_7f4a_7c15))).collect();
        let buckets = |seed| {
            let hashes = Ids::new(seed);
            ids.iter().map(|id| hashes.hash(id.as_bytes(), 0) & 0xff).collect::<Vec<_>>()
        };
        let (one, other) = (buckets(1), buckets(2));
        let same = one.iter().zip(&other).filter(|(one, other)| one == other).count();
        assert!(same < 200, "{same} of 10,000 ids share their slot under both seeds");
        let most = |buckets: &[u32]| (0..256).map(|bucket| buckets.iter().filter(|b| **b == bucket).count()).max();
        assert!(most(&one) < Some(100), "{:?}", most(&one));
    }
}
