/// Counts how often each duration occurs, in milliseconds: this is asked once a row.
///
/// Most logs keep time to the second, and most cases stop within a day or two. Those durations are counted in a list with a
/// place for every second, as long as the longest of them; any other goes into a hash table with open addressing.
#[derive(Debug, Clone, Default)]
pub struct Counter {
    /// Counts by second. The length is zero or a power of two.
    seconds: Vec<u32>,
    /// Number and count; a count of zero marks a free slot. The length is zero or a power of two.
    slots: Vec<(u64, u32)>,
    used: usize,
}

/// Seconds that have a place in the list: a day and a half, in half a megabyte where so long ones occur.
const MOST_SECONDS: u32 = 1 << 17;

impl Counter {
    /// Counts a number `times` more.
    #[inline]
    pub fn add(&mut self, number: u64, times: u32) {
        // Nothing that has a place in the list takes more than 32 bits.
        let low = number as u32;
        let second = low / 1_000;
        if second * 1_000 == low && u64::from(low) == number {
            if let Some(count) = self.seconds.get_mut(second as usize) {
                *count = count.saturating_add(times);
                return;
            }
        }
        self.add_rare(number, times);
    }

    /// Numbers and counts, ascending.
    pub fn sorted(&self) -> Vec<(u64, u32)> {
        let seconds = (0..).zip(&self.seconds).map(|(second, count)| (second * 1_000, *count));
        let mut found: Vec<(u64, u32)> =
            seconds.chain(self.slots.iter().copied()).filter(|(_, count)| *count > 0).collect();
        // The list is in order as it is.
        if self.used > 0 {
            found.sort_unstable();
        }
        found
    }

    /// Counts what has no place in the list, or none yet.
    #[inline(never)]
    fn add_rare(&mut self, number: u64, times: u32) {
        let second = (number / 1_000) as usize;
        if number.is_multiple_of(1_000) && number < u64::from(MOST_SECONDS) * 1_000 {
            self.seconds.resize((second + 1).next_power_of_two().max(1_024), 0);
            self.seconds[second] = times;
            return;
        }
        if self.used * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(number);
        let (known, count) = &mut self.slots[slot];
        if *count == 0 {
            *known = number;
            self.used += 1;
        }
        *count = count.saturating_add(times);
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
        for i in 0..90_000u64 {
            let number = match i % 3 {
                // Whole seconds within a day and beyond, some milliseconds, and more than 32 bits hold.
                0 => i * i % 100_009 * 1_000,
                1 => i * i % 1_009 * 1_000 + i % 2,
                _ => (i * i % 997) << 30,
            };
            counter.add(number, 1 + (i % 2) as u32);
            *map.entry(number).or_insert(0) += 1 + (i % 2) as u32;
        }
        assert_eq!(counter.sorted(), map.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn the_list_is_as_long_as_the_longest_duration() {
        let mut counter = Counter::default();
        for number in [0, 1, 86_400_000, 131_071_000, 131_072_000, u64::MAX, u64::MAX / 1_000 * 1_000] {
            assert!(counter.seconds.len() <= if number < 86_400_000 { 1_024 } else { 1 << 17 });
            counter.add(number, 1);
        }
        assert_eq!((counter.seconds.len(), counter.used), (1 << 17, 4));
        assert_eq!(counter.sorted().len(), 7);
    }
}
