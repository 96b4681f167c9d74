use super::counter::hash;

/// Which ids have been seen: a hash table with open addressing of eight bytes an id, and as many free.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// Hashes; zero marks a free slot. The length is zero or a power of two.
    slots: Vec<u64>,
    used: usize,
}

impl Ids {
    /// Takes note of an id; false where it has been seen before.
    #[inline]
    pub fn add(&mut self, id: &[u8]) -> bool {
        if self.used * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let wanted = hash(id).max(1);
        let slot = self.slot(wanted);
        if self.slots[slot] == wanted {
            return false;
        }
        self.slots[slot] = wanted;
        self.used += 1;
        true
    }

    /// The slot of a hash, or the free one where it belongs. There is always a free one.
    #[inline]
    fn slot(&self, wanted: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = wanted as usize & mask;
        while self.slots[at] != 0 && self.slots[at] != wanted {
            at = (at + 1) & mask;
        }
        at
    }

    #[cold]
    fn grow(&mut self) {
        let larger = vec![0; (self.slots.len() * 2).max(64)];
        for known in std::mem::replace(&mut self.slots, larger) {
            if known != 0 {
                let slot = self.slot(known);
                self.slots[slot] = known;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_new_once() {
        let mut ids = Ids::default();
        for round in 0..2 {
            for number in 0..10_000 {
                assert_eq!(ids.add(format!("case {number}").as_bytes()), round == 0, "{number}");
            }
        }
    }
}
