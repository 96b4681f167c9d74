//! Rows that wait until the whole log has been read.

use std::collections::BTreeMap;

use crate::row::{Cell, Encoding, Row};

/// Rows of which some cells are kept, because other rows decide how they are read or whether they count.
///
/// # Examples
///
/// ```
/// use case_slo_log::{Cell, HeldRows};
///
/// let mut held = HeldRows::new(2);
/// held.add(7, [Cell::from(&b"T-1"[..]), Cell::from(&b"low"[..])].into_iter());
/// assert_eq!(held.iter().map(|(number, row)| (number, row.texts())).next(), Some((7, vec!["T-1".to_owned(), "low".to_owned()])));
/// ```
#[derive(Debug)]
pub struct HeldRows {
    columns: usize,
    text: Vec<u8>,
    /// For each row, as [`Row`] has them, from its first byte on.
    ends: Vec<u32>,
    /// Number of each row, and the position of its first byte; zero for one that another has replaced.
    rows: Vec<(u64, usize)>,
    /// Index of the last row of each key.
    keys: BTreeMap<Box<[u8]>, usize>,
    replaced: u64,
    key_bytes: usize,
}

/// Most memory for rows, in bytes: 128 MiB.
const MOST_BYTES: usize = 128 << 20;

impl HeldRows {
    /// No rows yet, each of which will have so many cells.
    pub fn new(columns: usize) -> Self {
        let (text, ends, rows) = (Vec::new(), Vec::new(), Vec::new());
        Self { columns, text, ends, rows, keys: BTreeMap::new(), replaced: 0, key_bytes: 0 }
    }

    /// Whether no row is held.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether there is no room for more rows.
    pub fn is_full(&self) -> bool {
        self.text.len() + self.key_bytes + self.ends.len() * 4 + self.rows.len() * 16 > MOST_BYTES
    }

    /// Rows that a later one has replaced.
    pub fn replaced(&self) -> u64 {
        self.replaced
    }

    /// Adds a row.
    pub fn add<'a>(&mut self, number: u64, cells: impl Iterator<Item = Cell<'a>>) {
        let start = self.text.len();
        self.ends.push(u32::MAX);
        for cell in cells.chain(std::iter::repeat(Cell::EMPTY)).take(self.columns) {
            self.text.extend_from_slice(cell.bytes());
            // A row has at most 1 MiB, and each cell comes in it only a few times.
            self.ends.push((self.text.len() - start) as u32);
            self.text.push(b',');
        }
        self.rows.push((number, start));
    }

    /// Adds a row in place of the one with the same key.
    pub fn replace<'a>(&mut self, key: &[u8], number: u64, cells: impl Iterator<Item = Cell<'a>>) {
        let at = self.rows.len();
        self.add(number, cells);
        let before = match self.keys.get_mut(key) {
            Some(last) => std::mem::replace(last, at),
            None => {
                // A tree needs about as much again.
                self.key_bytes += 2 * key.len() + 64;
                self.keys.insert(key.into(), at);
                return;
            }
        };
        self.replaced += 1;
        if let Some(row) = self.rows.get_mut(before) {
            row.0 = 0;
        }
        if self.rows.len() > 2 * self.keys.len() + 10_000 {
            self.compact();
        }
    }

    /// The row of a key that counts so far.
    pub fn last(&self, key: &[u8]) -> Option<Row<'_>> {
        let at = *self.keys.get(key)?;
        let (columns, (_, start)) = (self.columns + 1, self.rows.get(at)?);
        Some(self.row(*start, self.ends.get(at * columns..(at + 1) * columns)?))
    }

    fn row<'a>(&'a self, start: usize, ends: &'a [u32]) -> Row<'a> {
        let bytes = self.text.get(start..).unwrap_or_default();
        Row { bytes, ends, end: u32::MAX, has_quotes: false, encoding: Encoding::Utf8 }
    }

    /// Drops what rows were that others have replaced.
    fn compact(&mut self) {
        let mut kept = Self::new(self.columns);
        let mut places = vec![0; self.rows.len()];
        for (at, (number, row)) in (0..).zip(self.all()).filter(|(_, (number, _))| *number > 0) {
            if let Some(place) = places.get_mut(at) {
                *place = kept.rows.len();
            }
            kept.add(number, (0..row.len()).map(|column| row.cell(column)));
        }
        (self.text, self.ends, self.rows) = (kept.text, kept.ends, kept.rows);
        for at in self.keys.values_mut() {
            *at = places.get(*at).copied().unwrap_or_default();
        }
    }

    /// The rows that count with their numbers, in order.
    pub fn iter(&self) -> impl Iterator<Item = (u64, Row<'_>)> {
        self.all().filter(|(number, _)| *number > 0)
    }

    fn all(&self) -> impl Iterator<Item = (u64, Row<'_>)> {
        let rows = self.rows.iter().zip(self.ends.chunks(self.columns + 1));
        rows.map(|((number, start), ends)| (*number, self.row(*start, ends)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_row_of_a_key_stays_in_its_place() {
        let mut held = HeldRows::new(2);
        for number in 1..=60_000u64 {
            let (key, text) = (format!("T-{}", number % 7), format!("row {number}"));
            held.replace(key.as_bytes(), number, [key.as_bytes(), text.as_bytes()].into_iter().map(Cell::from));
        }
        let found: Vec<(u64, Vec<String>)> = held.iter().map(|(number, row)| (number, row.texts())).collect();
        let expected: Vec<_> =
            (59_994..=60_000u64).map(|n| (n, vec![format!("T-{}", n % 7), format!("row {n}")])).collect();
        assert_eq!((found, held.replaced()), (expected, 59_993));
        assert_eq!(held.last(b"T-3").map(|row| row.texts()), Some(vec!["T-3".to_owned(), "row 60000".to_owned()]));
        assert!(held.last(b"T-8").is_none());
        assert!(held.rows.len() < 10_100 && !held.is_full());
    }

    #[test]
    fn cells_that_are_missing_are_empty() {
        let mut held = HeldRows::new(3);
        held.add(2, [Cell::from(&b"a"[..])].into_iter());
        assert_eq!(
            held.iter().map(|(_, row)| row.texts()).next(),
            Some(vec!["a".to_owned(), String::new(), String::new()])
        );
    }
}
