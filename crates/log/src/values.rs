use crate::bytes::{first, word};

/// Most different values that are remembered.
pub const MAX_VALUES: usize = 200;

/// Slots of the table, so many that some stay free.
const SLOTS: usize = 256;

/// Short texts with the number that each stands for: what has been seen in a column, and what it means.
#[derive(Debug, Clone)]
pub struct Values {
    known: Vec<Value>,
    /// Where a value stands in `known`, and one; zero is a free slot.
    slots: [u8; SLOTS],
}

#[derive(Debug, Clone)]
struct Value {
    /// Its first eight bytes, filled up with zeros, and its last eight where it has as many.
    ends: (u64, u64),
    bytes: Box<[u8]>,
    code: u16,
}

impl Default for Values {
    fn default() -> Self {
        Self { known: Vec::new(), slots: [0; SLOTS] }
    }
}

impl Values {
    /// The number of a value.
    #[inline]
    pub fn find(&self, value: &[u8]) -> Option<u16> {
        self.find_by(ends(value), value)
    }

    /// The number of the value that stands between two positions, the first of which is not greater.
    #[inline(always)]
    pub(crate) fn find_in(&self, bytes: &[u8], from: usize, to: usize) -> Option<u16> {
        let value = bytes.get(from..to)?;
        // Almost always something follows: one word, cut off, where eight bytes would have to be put together.
        let ends = match word(bytes, from) {
            Some(start) if value.len() < 8 => (first(start, value.len()), 0),
            _ => ends(value),
        };
        self.find_by(ends, value)
    }

    #[inline(always)]
    fn find_by(&self, ends: (u64, u64), value: &[u8]) -> Option<u16> {
        let mut slot = slot(ends);
        // There is always a free slot.
        loop {
            let known = self.known.get(usize::from(self.slots[slot]).checked_sub(1)?)?;
            if known.ends == ends && known.bytes.len() == value.len() && (value.len() <= 16 || *known.bytes == *value) {
                return Some(known.code);
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// Remembers a value, unless it is known already or there are too many.
    pub fn add(&mut self, value: &[u8], code: u16) {
        if self.known.len() >= MAX_VALUES || self.find(value).is_some() {
            return;
        }
        let ends = ends(value);
        let mut slot = slot(ends);
        while self.slots[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        self.known.push(Value { ends, bytes: value.into(), code });
        self.slots[slot] = self.known.len() as u8;
    }

    /// How many are remembered.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

#[inline(always)]
fn ends(value: &[u8]) -> (u64, u64) {
    match word(value, 0) {
        Some(start) => (start, word(value, value.len() - 8).unwrap_or_default()),
        None => (short(value), 0),
    }
}

/// Less than eight bytes, filled up with zeros.
#[inline(always)]
fn short(value: &[u8]) -> u64 {
    let half = |at: usize| value.get(at..)?.first_chunk().map(|half| u64::from(u32::from_le_bytes(*half)));
    match (half(0), value) {
        (Some(start), _) => {
            // Four bytes from the start and four from the end; those between are in both.
            let end = half(value.len() - 4).unwrap_or_default();
            start | first(end << ((value.len() - 4) * 8), value.len())
        }
        (None, [a, b, c]) => u64::from(*a) | u64::from(*b) << 8 | u64::from(*c) << 16,
        (None, [a, b]) => u64::from(*a) | u64::from(*b) << 8,
        (None, [a]) => u64::from(*a),
        _ => 0,
    }
}

#[inline(always)]
fn slot((start, end): (u64, u64)) -> usize {
    ((start ^ end.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as usize % SLOTS
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
                assert_eq!(values.find_in(row.as_bytes(), from, to), Some(code), "{row}");
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
