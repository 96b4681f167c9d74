//! The ends of cells, found for many rows at once.
//!
//! A reader that goes from cell to cell waits for the end of each before it can look for the next. So all ends of some
//! kilobytes are found first, without regard to the text of the cells, and rows are then read from the list of ends.

use crate::row::{Encoding, Row};
use crate::scan::{BLOCK, Details, Marks, block_of};

/// Bytes that are searched at once. They stay close to the processor together with the list of ends.
const WINDOW: usize = 16 << 10;

/// Ends that are written without asking how many there are.
const STRIDE: usize = 8;

/// The ends of the cells of a window, and the next row in it.
#[derive(Debug)]
pub(crate) struct Window {
    delimiter: u8,
    /// The byte before the first row, then every delimiter and line feed outside quotes. Entries from `count` on are left
    /// over from windows before.
    ends: Vec<u32>,
    count: usize,
    /// The entry of `ends` before the first cell of every row, then that of the last end of a row.
    rows: Vec<u32>,
    /// The entry of `rows` for the next row.
    next: usize,
    quotes: Quotes,
    /// Whether any byte was a quote.
    has_quotes: bool,
    /// The positions of doubled quotes in cells, and how many of them lie before the next row.
    doubled_quotes: Vec<u32>,
    passed: usize,
    is_ascii: bool,
    /// Whether the whole rows of the window are UTF-8.
    is_utf8: bool,
    /// Bytes of the whole rows.
    length: usize,
}

/// The place of a row in a window.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowPlace {
    /// The entry of the list before its first cell, and that of its last end.
    first: u32,
    last: u32,
    /// Its first byte, and the one behind its last, without the line end.
    pub start: u32,
    pub end: u32,
}

/// The state of quotes at the beginning of a block.
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

    /// Whether the state matters to a block without quotes, carriage returns and zeros.
    #[inline(always)]
    fn are_pending(self) -> bool {
        self.inside | self.after_closing | self.after_return != 0
    }
}

impl Window {
    pub fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            ends: Vec::new(),
            count: 0,
            rows: Vec::new(),
            next: 0,
            quotes: Quotes::NONE,
            has_quotes: false,
            doubled_quotes: Vec::new(),
            passed: 0,
            is_ascii: true,
            is_utf8: true,
            length: 0,
        }
    }

    /// Opens a window at the first byte, where a row begins; whether a whole row lies in it. The window ends with the bytes,
    /// after some kilobytes, or before anything unusual: a zero, a quote inside a cell, text behind a closing quote, or a
    /// carriage return alone.
    pub fn open(&mut self, bytes: &[u8]) -> bool {
        self.find_ends(bytes);
        let last = self.rows.last().map_or(0, |last| *last as usize);
        self.length = if last == 0 { 0 } else { self.ends[last] as usize + 1 };
        self.is_utf8 = self.is_ascii || std::str::from_utf8(&bytes[..self.length]).is_ok();
        self.length > 0
    }

    /// Closes the window; how many bytes its rows are.
    pub fn close(&mut self) -> usize {
        self.rows.clear();
        self.next = 0;
        std::mem::take(&mut self.length)
    }

    /// The place of the next row.
    #[inline(always)]
    pub fn next(&mut self, bytes: &[u8]) -> Option<RowPlace> {
        let [first, last] = *self.rows.get(self.next..)?.first_chunk()?;
        let (start, end) = (self.ends.get(first as usize)?.wrapping_add(1), *self.ends.get(last as usize)?);
        let has_return = end > start && bytes.get(end as usize - 1) == Some(&b'\r');
        self.next += 1;
        Some(RowPlace { first, last, start, end: end - u32::from(has_return) })
    }

    /// The row at a place.
    #[inline(always)]
    pub fn row<'a>(&'a self, bytes: &'a [u8], place: RowPlace) -> Row<'a> {
        let ends = self.ends.get(place.first as usize..=place.last as usize).unwrap_or_default();
        let encoding = if self.is_utf8 { Encoding::Utf8 } else { Encoding::of(text_of(bytes, place)) };
        Row { bytes, ends, end: place.end, has_quotes: self.has_quotes, encoding }
    }

    /// Whether some row of the window is not UTF-8.
    #[inline(always)]
    pub fn has_other_text(&self) -> bool {
        !self.is_utf8
    }

    /// Whether a row has doubled quotes in a cell. Rows are asked for in order.
    #[inline(always)]
    pub fn has_doubled_quotes(&mut self, place: RowPlace) -> bool {
        while let Some(at) = self.doubled_quotes.get(self.passed) {
            if *at >= place.start {
                return *at < place.end;
            }
            self.passed += 1;
        }
        false
    }

    /// Finds the ends from the first byte on.
    fn find_ends(&mut self, bytes: &[u8]) {
        self.ends.resize(WINDOW + 2 * STRIDE, 0);
        self.quotes = Quotes::NONE;
        (self.has_quotes, self.is_ascii) = (false, true);
        self.doubled_quotes.clear();
        self.passed = 0;
        self.ends[0] = u32::MAX;
        self.count = 1;
        self.rows.clear();
        self.rows.push(0);
        self.next = 0;
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

    /// Takes note of the ends in the block at a position; false where something in it is unusual.
    #[inline(always)]
    fn take(&mut self, block: &[u8; BLOCK], at: usize) -> bool {
        let marks = Marks::of(block, self.delimiter);
        self.is_ascii &= marks.is_ascii;
        let (mut ends, mut is_usual) = (marks.ends, true);
        if marks.has_more || self.quotes.are_pending() {
            (ends, is_usual) = self.look_closely(marks, block, at);
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
        let mut feeds = marks.feeds & ends;
        while feeds != 0 {
            let before = feeds & feeds.wrapping_neg();
            // The ends up to and including the feed.
            self.rows.push((self.count as u32 - 1) + (ends & (before | (before - 1))).count_ones());
            feeds ^= before;
        }
        self.count += ends.count_ones() as usize;
        is_usual
    }

    /// The ends of a block in which quotes, carriage returns or zeros may be, up to the first unusual byte; and whether
    /// there is none.
    #[inline(never)]
    fn look_closely(&mut self, marks: Marks, block: &[u8; BLOCK], at: usize) -> (u64, bool) {
        let Details { quotes, returns, zeros } = Details::of(block);
        let before = self.quotes;
        self.has_quotes |= quotes != 0;
        // Every quote changes between inside and outside, a doubled one twice.
        let inside = before.inside ^ up_to_each(quotes);
        let ends = marks.ends & !inside;
        let returns = returns & !inside;
        let (opening, closing) = (quotes & inside, quotes & !inside);
        let behind = |marks: u64, carried: u64| marks << 1 | carried;
        let after_closing = behind(closing, before.after_closing);
        let mut doubled = opening & after_closing;
        while doubled != 0 {
            self.doubled_quotes.push(at as u32 + doubled.trailing_zeros());
            doubled &= doubled - 1;
        }
        let after_return = behind(returns, before.after_return);
        let odd = zeros
            | opening & !(behind(ends, before.after_end) | after_closing)
            | after_closing & !(ends | opening | returns)
            | after_return & !marks.feeds;
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

/// The bytes of a row without its line end.
fn text_of(bytes: &[u8], place: RowPlace) -> &[u8] {
    bytes.get(place.start as usize..place.end as usize).unwrap_or_default()
}
