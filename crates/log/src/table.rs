//! What stands in the cells of rows.

use crate::decoded::{Decoded, Place, Stamp};
use crate::timestamp::{Common, Timestamp};
use crate::values::Values;

/// Bytes whose cells are known.
#[derive(Clone, Copy)]
pub(crate) struct Table<'a> {
    pub bytes: &'a [u8],
    pub ends: &'a [u32],
    /// Whether any cell may be in quotes, and have doubled ones inside.
    pub has_quotes: bool,
    pub has_doubled_quotes: bool,
}

/// What stands in a cell cannot be read here.
pub(crate) struct Unreadable;

impl Table<'_> {
    /// Reads a column: of each row, where the cell stands. In a row that is not ordinary that may be anywhere.
    #[inline(always)]
    pub fn read(self, rows: &mut [Decoded], column: usize, mut read: impl FnMut(Place, &mut Decoded)) {
        for row in rows {
            let ends = self.ends.get(row.at as usize + column..).and_then(<[u32]>::first_chunk);
            let [before, end] = ends.copied().unwrap_or_default();
            let mut place = (before.wrapping_add(1), end.min(row.place.1));
            if self.has_quotes {
                place = self.unquoted(place, row);
            }
            read(place, row);
        }
    }

    /// A cell without the quotes around it. Where there are any inside, its row is not ordinary.
    #[inline(always)]
    fn unquoted(self, (from, to): Place, row: &mut Decoded) -> Place {
        // A quote that opens a cell is closed at its end: anything else has been out of the ordinary before.
        if self.bytes.get(from as usize) != Some(&b'"') || to < from + 2 {
            return (from, to);
        }
        let place = (from + 1, to - 1);
        if self.has_doubled_quotes {
            row.is_ordinary &= !self.bytes.get(place.0 as usize..place.1 as usize).unwrap_or_default().contains(&b'"');
        }
        place
    }

    /// What a value stands for; `u16::MAX` where it is not known.
    #[inline(always)]
    pub fn code(self, (from, to): Place, values: &Values) -> u16 {
        values.find_in(self.bytes, from as usize, to as usize).unwrap_or(u16::MAX)
    }

    /// A timestamp, or nothing.
    #[inline(always)]
    pub fn stamp(self, (from, to): Place, common: &mut Common) -> Result<Option<Stamp>, Unreadable> {
        let text = self.bytes.get(from as usize..).unwrap_or_default();
        let length = to.wrapping_sub(from) as usize;
        match common.read(text, length) {
            Some(timestamp) => stamp(timestamp).map(Some),
            None if length == 0 => Ok(None),
            None => self.odd_stamp((from, to)),
        }
    }

    /// A timestamp in another form, or nothing but space.
    #[inline(never)]
    fn odd_stamp(self, (from, to): Place) -> Result<Option<Stamp>, Unreadable> {
        let text = self.bytes.get(from as usize..to as usize).unwrap_or_default().trim_ascii();
        if text.is_empty() { Ok(None) } else { stamp(Timestamp::read(text)).map(Some) }
    }
}

#[inline(always)]
fn stamp(timestamp: Timestamp) -> Result<Stamp, Unreadable> {
    match timestamp {
        Timestamp::Instant(millis) => Ok(Stamp { millis, is_local: false }),
        Timestamp::Local(millis) => Ok(Stamp { millis, is_local: true }),
        Timestamp::Ambiguous | Timestamp::Unreadable => Err(Unreadable),
    }
}
