/// Counts how often each number occurs; a hash table with open addressing, because this is asked once a row.
#[derive(Debug, Clone, Default)]
pub struct Counter {
    /// Number and count; a count of zero marks a free slot. The length is zero or a power of two.
    slots: Vec<(u64, u32)>,
    used: usize,
}

impl Counter {
    /// Counts a number once more and returns how often it has been counted before.
    #[inline]
    pub fn add(&mut self, number: u64, times: u32) -> u32 {
        if self.used * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(number);
        let (known, count) = &mut self.slots[slot];
        let before = *count;
        if before == 0 {
            *known = number;
            self.used += 1;
        }
        *count = before.saturating_add(times);
        before
    }

    /// Numbers and counts, ascending.
    pub fn sorted(&self) -> Vec<(u64, u32)> {
        let mut found: Vec<(u64, u32)> = self.slots.iter().copied().filter(|(_, count)| *count > 0).collect();
        found.sort_unstable();
        found
    }

    /// The slot of a number, or the free one where it belongs. There is always a free one.
    #[inline]
    fn slot(&self, number: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
        while self.slots[at].1 != 0 && self.slots[at].0 != number {
            at = (at + 1) & mask;
        }
        at
    }

    #[cold]
    fn grow(&mut self) {
        let larger = vec![(0, 0); (self.slots.len() * 2).max(64)];
        for (number, count) in std::mem::replace(&mut self.slots, larger) {
            if count > 0 {
                let slot = self.slot(number);
                self.slots[slot] = (number, count);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn it_counts_like_an_ordered_map() {
        let (mut counter, mut map) = (Counter::default(), BTreeMap::new());
        for i in 0..50_000u64 {
            let number = i * i % 1_009 * 1_000;
            assert_eq!(counter.add(number, 1), map.get(&number).copied().unwrap_or(0));
            *map.entry(number).or_insert(0) += 1;
        }
        assert_eq!(counter.sorted(), map.into_iter().collect::<Vec<_>>());
    }
}
