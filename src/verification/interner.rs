/// Lists of numbers, each kept once and known by its number.
///
/// A table with open addressing in forty lines, where the map of the standard library would weigh more than the rest of
/// this room.
#[derive(Debug, Default)]
pub(super) struct Interner {
    words: Vec<u32>,
    ends: Vec<u32>,
    /// Number of a list plus one, at a place that follows from the list; 0 where there is none.
    slots: Vec<u32>,
}

impl Interner {
    /// The number of a list, and whether it is new.
    pub fn intern(&mut self, list: &[u32]) -> (u32, bool) {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(list);
        if self.slots[slot] != 0 {
            return (self.slots[slot] - 1, false);
        }
        self.words.extend_from_slice(list);
        self.ends.push(self.words.len() as u32);
        self.slots[slot] = self.ends.len() as u32;
        (self.ends.len() as u32 - 1, true)
    }

    /// The list of a number that was given out.
    pub fn list(&self, number: u32) -> &[u32] {
        let at = number as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.words[start..self.ends[at] as usize]
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The position of a list, or the position at which it would be inserted.
    fn slot(&self, list: &[u32]) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(list) as usize & mask;
        while self.slots[slot] != 0 && self.list(self.slots[slot] - 1) != list {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        for number in 0..self.ends.len() as u32 {
            let slot = self.slot(self.list(number));
            self.slots[slot] = number + 1;
        }
    }
}

fn hash(list: &[u32]) -> u32 {
    let mixed = list
        .iter()
        .fold(0u64, |hash, word| (hash.rotate_left(5) ^ u64::from(*word)).wrapping_mul(0x517c_c1b7_2722_0a95));
    (mixed >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_kept_once() {
        let mut interner = Interner::default();
        for round in 0..2 {
            for number in 0..1_000u32 {
                let list = vec![number; number as usize % 5 + 1];
                assert_eq!(interner.intern(&list), (number, round == 0));
                assert_eq!(interner.list(number), list);
            }
        }
        assert_eq!(interner.len(), 1_000);
    }
}
