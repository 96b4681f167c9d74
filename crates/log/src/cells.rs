//! Where cells end, for many rows at once.
//!
//! Reading a row cell by cell means to wait for the end of each before the next can be looked for. So all ends of some
//! kilobytes are found first, without regard to what the cells hold.

use crate::scan::{BLOCK, Details, Marks, block_of};

/// Bytes that are searched at once: as many as stay close to the processor together with what is made of them.
const WINDOW: usize = 16 << 10;

/// Ends that are written without asking whether there are so many.
const STRIDE: usize = 8;

/// The ends of the cells of a window.
#[derive(Debug)]
pub(crate) struct Cells {
    delimiter: u8,
    /// The byte before the first row, then every delimiter and line feed outside quotes. What is behind `count` is left over.
    ends: Vec<u32>,
    count: usize,
    quotes: Quotes,
    /// Whether any byte was a quote, and whether one stood behind another in a cell.
    has_quotes: bool,
    has_doubled_quotes: bool,
    is_ascii: bool,
}

/// What is known at the beginning of a block of the bytes before it.
#[derive(Debug, Clone, Copy)]
struct Quotes {
    /// All bits where the block begins inside quotes.
    inside: u64,
    /// Whether the byte before ended a cell, closed a quote, or was a carriage return outside quotes: a bit each.
    after_end: u64,
    after_closing: u64,
    after_return: u64,
}

impl Quotes {
    const NONE: Self = Self { inside: 0, after_end: 1, after_closing: 0, after_return: 0 };

    /// Whether they make a difference to a block without quotes, carriage returns and zeros.
    #[inline(always)]
    fn are_pending(self) -> bool {
        self.inside | self.after_closing | self.after_return != 0
    }
}

impl Cells {
    pub fn new(delimiter: u8) -> Self {
        let ends = vec![0; WINDOW + 2 * STRIDE];
        let (has_quotes, has_doubled_quotes) = (false, false);
        Self { delimiter, ends, count: 0, quotes: Quotes::NONE, has_quotes, has_doubled_quotes, is_ascii: true }
    }

    /// Finds the ends from the first byte on, where a row begins, up to the end of a window or of the bytes, or to something
    /// out of the ordinary: a zero, a quote inside a cell, text behind a closing quote, or a carriage return alone.
    pub fn find(&mut self, bytes: &[u8]) {
        self.quotes = Quotes::NONE;
        (self.has_quotes, self.has_doubled_quotes, self.is_ascii) = (false, false, true);
        self.ends[0] = u32::MAX;
        self.count = 1;
        let window = bytes.get(..WINDOW).unwrap_or(bytes);
        let (blocks, rest) = window.as_chunks();
        for (index, block) in blocks.iter().enumerate() {
            if !self.take(block, index * BLOCK) {
                return;
            }
        }
        if !rest.is_empty() {
            self.take(&block_of(rest, self.delimiter), blocks.len() * BLOCK);
        }
    }

    /// What [`Cells::find`] has found: the byte before the first row, then the end of every cell.
    #[inline(always)]
    pub fn ends(&self) -> &[u32] {
        self.ends.get(..self.count).unwrap_or_default()
    }

    /// Whether any of the bytes may be a quote.
    #[inline(always)]
    pub fn have_quotes(&self) -> bool {
        self.has_quotes
    }

    /// Whether any of the cells may have doubled quotes in it.
    pub fn have_doubled_quotes(&self) -> bool {
        self.has_doubled_quotes
    }

    /// Whether all of the bytes are ASCII.
    #[inline(always)]
    pub fn are_ascii(&self) -> bool {
        self.is_ascii
    }

    /// Takes note of the ends in the block at a position; false where it is out of the ordinary.
    #[inline(always)]
    fn take(&mut self, block: &[u8; BLOCK], at: usize) -> bool {
        let marks = Marks::of(block, self.delimiter);
        self.is_ascii &= marks.is_ascii;
        let (mut ends, mut is_ordinary) = (marks.ends, true);
        if marks.has_more || self.quotes.are_pending() {
            (ends, is_ordinary) = self.look_closely(ends, block);
        } else {
            self.quotes.after_end = ends >> (BLOCK - 1);
        }
        let (mut left, mut written) = (ends, self.count);
        while let Some(places) = self.ends.get_mut(written..).and_then(<[u32]>::first_chunk_mut::<STRIDE>) {
            for place in places {
                *place = at as u32 + left.trailing_zeros();
                left &= left.wrapping_sub(1);
            }
            if left == 0 {
                break;
            }
            written += STRIDE;
        }
        self.count += ends.count_ones() as usize;
        is_ordinary
    }

    /// The ends of a block in which quotes, carriage returns or zeros may be, up to the first thing that is out of the
    /// ordinary; and whether there is none.
    #[inline(never)]
    fn look_closely(&mut self, ends: u64, block: &[u8; BLOCK]) -> (u64, bool) {
        let Details { quotes, returns, feeds, zeros } = Details::of(block);
        let before = self.quotes;
        self.has_quotes |= quotes != 0;
        // Every quote changes between inside and outside, a doubled one twice.
        let inside = before.inside ^ up_to_each(quotes);
        let ends = ends & !inside;
        let returns = returns & !inside;
        let (opening, closing) = (quotes & inside, quotes & !inside);
        let behind = |marks: u64, carried: u64| marks << 1 | carried;
        let after_closing = behind(closing, before.after_closing);
        self.has_doubled_quotes |= opening & after_closing != 0;
        let after_return = behind(returns, before.after_return);
        let odd = zeros
            | opening & !(behind(ends, before.after_end) | after_closing)
            | after_closing & !(ends | opening | returns)
            | after_return & !feeds;
        self.quotes = Quotes {
            inside: if inside >> (BLOCK - 1) == 0 { 0 } else { u64::MAX },
            after_end: ends >> (BLOCK - 1),
            after_closing: closing >> (BLOCK - 1),
            after_return: returns >> (BLOCK - 1),
        };
        // Only what is before the first of them.
        (ends & (odd & odd.wrapping_neg()).wrapping_sub(1), odd == 0)
    }
}

/// Whether the number of marks up to and including each bit is odd.
fn up_to_each(marks: u64) -> u64 {
    [1, 2, 4, 8, 16, 32].into_iter().fold(marks, |sums, distance| sums ^ sums << distance)
}
