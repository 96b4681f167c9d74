use crate::bytes::first_words;
use crate::row::Cell;

/// Most different values that are remembered.
pub const MAX_VALUES: usize = 200;

/// Slots of the table, so many that some stay free.
const SLOTS: usize = 256;

/// The values of a column that have been met, each with a number that the caller gives it.
///
/// # Examples
///
/// ```
/// use case_slo_log::Values;
///
/// let mut values = Values::default();
/// values.add(b"Gold", 2);
/// assert_eq!((values.find(b"Gold"), values.find(b"Silver"), values.len()), (Some(2), None, 1));
/// ```
#[derive(Debug, Clone)]
pub struct Values {
    slots: Box<[Value; SLOTS]>,
    /// The texts of the values that are longer than two words.
    long: Vec<Box<[u8]>>,
    len: usize,
}

/// A value, or a free slot.
#[derive(Debug, Clone, Copy)]
struct Value {
    /// Its first sixteen bytes, filled up with zeros.
    start: (u64, u64),
    /// The number of its bytes; a free slot has one that no value has.
    length: u32,
    code: u16,
    /// Its index in `long`, if it is that long.
    long: u8,
}

const FREE: Value = Value { start: (0, 0), length: u32::MAX, code: 0, long: 0 };

impl Default for Values {
    fn default() -> Self {
        Self { slots: Box::new([FREE; SLOTS]), long: Vec::new(), len: 0 }
    }
}

impl Values {
    /// The number of a value.
    pub fn find(&self, value: &[u8]) -> Option<u16> {
        let start = first_words(value, 0, value.len());
        let mut slot = slot(start);
        // There is always a free one.
        loop {
            let known = &self.slots[slot];
            if known.start == start && known.length as usize == value.len() && self.ends_in(known, value) {
                return Some(known.code);
            }
            if known.length == FREE.length {
                return None;
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// The number of the value of a cell.
    #[inline(always)]
    pub fn find_cell(&self, cell: Cell) -> Option<u16> {
        let length = cell.end.wrapping_sub(cell.start);
        if length <= 16 {
            let start = first_words(cell.text, cell.start as usize, length as usize);
            let known = &self.slots[slot(start)];
            if known.start == start && known.length == length {
                return Some(known.code);
            }
        }
        self.find(cell.bytes())
    }

    /// Whether the rest of a value is that of a known one that begins like it and is as long.
    fn ends_in(&self, known: &Value, value: &[u8]) -> bool {
        value.len() <= 16 || self.long.get(usize::from(known.long)).is_some_and(|long| **long == *value)
    }

    /// Remembers a value, unless it is known already or there are too many.
    pub fn add(&mut self, value: &[u8], code: u16) {
        let Ok(length) = u32::try_from(value.len()) else { return };
        if self.len >= MAX_VALUES || length == FREE.length || self.find(value).is_some() {
            return;
        }
        let start = first_words(value, 0, value.len());
        let mut slot = slot(start);
        while self.slots[slot].length != FREE.length {
            slot = (slot + 1) % SLOTS;
        }
        self.slots[slot] = Value { start, length, code, long: self.long.len() as u8 };
        if value.len() > 16 {
            self.long.push(value.into());
        }
        self.len += 1;
    }

    /// The number of values that are remembered.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether no value is remembered.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

#[inline(always)]
fn slot((a, b): (u64, u64)) -> usize {
    ((a ^ b.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_whole() {
        let mut values = Values::default();
        let texts: Vec<String> =
            (0..40).map(|length| "abcdefghijklmnopqrstuvwxyz0123456789ABCD"[..length].to_owned()).collect();
        for (code, text) in (0..).zip(&texts) {
            values.add(text.as_bytes(), code);
            values.add(text.as_bytes(), 999);
        }
        for (code, text) in (0..).zip(&texts) {
            assert_eq!(values.find(text.as_bytes()), Some(code), "{text}");
            for around in ["", ",", "abcdefghijklmnop"] {
                let row = format!("{around}{text}{around}");
                let (from, to) = (around.len(), around.len() + text.len());
                let cell = Cell { text: row.as_bytes(), start: from as u32, end: to as u32 };
                assert_eq!(values.find_cell(cell), Some(code), "{row}");
            }
            for at in 0..text.len() {
                let mut other = text.clone().into_bytes();
                other[at] = b'_';
                assert_eq!(values.find(&other), None, "{text}");
            }
        }
    }

    #[test]
    fn too_many_are_not_remembered() {
        let mut values = Values::default();
        for number in 0..1_000u16 {
            values.add(format!("value {number}").as_bytes(), number);
        }
        assert_eq!(values.len(), MAX_VALUES);
        assert_eq!((values.find(b"value 7"), values.find(b"value 700"), values.find(b"")), (Some(7), None, None));
    }
}
