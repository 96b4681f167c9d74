/// Counts how often each duration occurs, in milliseconds.
///
/// Most logs keep time to the second, and most cases stop within a day or two. Those durations are counted in a list with a
/// place for every second; any other waits until it is sorted into a second list. The first list grows with the number of
/// durations, so that many counters of few durations stay small.
///
/// # Examples
///
/// ```
/// use case_slo_log::Counter;
///
/// let mut counter = Counter::default();
/// for millis in [60_000, 90_000, 600_000] {
///     counter.add(millis);
/// }
/// counter.settle();
/// assert_eq!(counter.total(), 3);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Counter {
    /// Seconds that have not been counted yet.
    pending: Vec<u32>,
    /// Durations in whole seconds so far, those that are pending not among them.
    settled: usize,
    /// Counts by second. The length is zero or a power of two.
    seconds: Vec<u32>,
    /// Other durations with their counts, ascending, and those that have not been sorted yet.
    others: Vec<(u64, u32)>,
    unsorted: Vec<u64>,
}

/// Figures of the numbers that have been counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The number at each rank; `None` where there are not so many.
    pub at: Vec<Option<u64>>,
    /// Numbers in each bin.
    pub bins: Vec<u64>,
    /// Numbers beyond the last edge.
    pub beyond: u64,
    /// The largest.
    pub largest: Option<u64>,
}

/// Durations that wait before they are counted. The list is larger than the memory close to the processor, which waits for
/// many places of the list at once if nothing else is done in between.
const MOST_PENDING: usize = 1 << 10;

/// Seconds that have a place in the list: a day and a half, in half a megabyte where so long ones occur.
const MOST_SECONDS: u32 = 1 << 17;

/// Places of the list that are passed over at once where no duration occurs.
const BLOCK: usize = 16;

/// Other durations that wait before they are sorted for the first time.
const MOST_UNSORTED: usize = 1 << 14;

impl Counter {
    /// Counts a number.
    #[inline(always)]
    pub fn add(&mut self, number: u64) {
        // Nothing that has a place in the list takes more than 32 bits.
        let low = number as u32;
        let second = low / 1_000;
        if second * 1_000 != low || u64::from(low) != number || second >= MOST_SECONDS {
            return self.add_other(number);
        }
        if self.pending.len() >= MOST_PENDING {
            self.count_pending();
        }
        self.pending.push(second);
    }

    /// Counts what is pending, and sorts what is not sorted.
    pub fn settle(&mut self) {
        self.count_pending();
        self.sort_others();
    }

    #[inline(never)]
    fn count_pending(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        self.settled = self.settled.saturating_add(pending.len());
        let wanted = pending.iter().max().map_or(0, |longest| *longest as usize + 1).next_power_of_two();
        // A place takes four bytes, and a duration gets up to 64 places.
        let length = wanted.min(self.settled.saturating_mul(64).next_power_of_two()).max(1_024);
        if self.seconds.len() < length && wanted > 0 {
            self.seconds.resize(length, 0);
        }
        for second in &pending {
            match self.seconds.get_mut(*second as usize) {
                Some(count) => *count = count.saturating_add(1),
                None => self.add_other(u64::from(*second) * 1_000),
            }
        }
        self.pending = pending;
        self.pending.clear();
    }

    /// Counts everything that another counter has counted, with nothing pending.
    pub fn add_all(&mut self, other: &Self) {
        debug_assert!(other.pending.is_empty());
        if self.seconds.len() < other.seconds.len() {
            self.seconds.resize(other.seconds.len(), 0);
        }
        for (sum, count) in self.seconds.iter_mut().zip(&other.seconds) {
            *sum = sum.saturating_add(*count);
        }
        self.others = merged(&self.others, other.others.iter().copied());
    }

    /// Visits the numbers with their counts, ascending; those that are pending are not among them. A number that was counted
    /// before the list had a place for it comes twice.
    #[inline(always)]
    fn visit(&self, mut visit: impl FnMut(u64, u32)) {
        let mut others = self.others.iter().copied().peekable();
        for (block, counts) in (0..).step_by(BLOCK).zip(self.seconds.chunks(BLOCK)) {
            // Most blocks are empty where durations scatter.
            if counts.iter().fold(0, |all, count| all | count) == 0 {
                continue;
            }
            for (second, count) in (block..).zip(counts).filter(|(_, count)| **count > 0) {
                while let Some((number, count)) = others.next_if(|(number, _)| *number < second * 1_000) {
                    visit(number, count);
                }
                visit(second * 1_000, *count);
            }
        }
        others.for_each(|(number, count)| visit(number, count));
    }

    /// The number of durations that have been counted.
    pub fn total(&self) -> u64 {
        let seconds: u64 = self.seconds.iter().map(|count| u64::from(*count)).sum();
        seconds + self.others.iter().map(|(_, count)| u64::from(*count)).sum::<u64>()
    }

    /// Finds the numbers at some ranks, which ascend from 1 on, and counts the numbers in bins, each up to and including its
    /// edge; the edges ascend too.
    pub fn summary(&self, ranks: &[u64], edges: &[u64]) -> Summary {
        let mut summary = Summary { at: vec![None; ranks.len()], bins: vec![0; edges.len()], beyond: 0, largest: None };
        let (mut seen, mut rank, mut edge) = (0, 0, 0);
        self.visit(|number, count| {
            seen += u64::from(count);
            while ranks.get(rank).is_some_and(|rank| seen >= *rank) {
                summary.at[rank] = Some(number);
                rank += 1;
            }
            while edges.get(edge).is_some_and(|edge| number > *edge) {
                edge += 1;
            }
            *summary.bins.get_mut(edge).unwrap_or(&mut summary.beyond) += u64::from(count);
            summary.largest = Some(number);
        });
        summary
    }

    /// Counts a number that has no place in the list of seconds.
    #[inline(never)]
    fn add_other(&mut self, number: u64) {
        self.unsorted.push(number);
        // As many as there are already, so that each is moved a few times only.
        if self.unsorted.len() > self.others.len().max(MOST_UNSORTED) {
            self.sort_others();
        }
    }

    fn sort_others(&mut self) {
        if !self.unsorted.is_empty() {
            self.unsorted.sort_unstable();
            self.others = merged(&self.others, self.unsorted.drain(..).map(|number| (number, 1)));
        }
    }
}

/// Two ascending lists of numbers and counts as one.
fn merged(one: &[(u64, u32)], other: impl Iterator<Item = (u64, u32)>) -> Vec<(u64, u32)> {
    let mut list: Vec<(u64, u32)> = Vec::with_capacity(one.len() + other.size_hint().0);
    let mut add = |(number, count): (u64, u32)| match list.last_mut() {
        Some((last, sum)) if *last == number => *sum = sum.saturating_add(count),
        _ => list.push((number, count)),
    };
    let mut one = one.iter().copied().peekable();
    for entry in other {
        while let Some(before) = one.next_if(|before| before.0 <= entry.0) {
            add(before);
        }
        add(entry);
    }
    one.for_each(add);
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn sorted(counter: &Counter) -> Vec<(u64, u32)> {
        let mut found: Vec<(u64, u32)> = Vec::new();
        counter.visit(|number, count| match found.last_mut() {
            Some((last, sum)) if *last == number => *sum += count,
            _ => found.push((number, count)),
        });
        found
    }

    #[test]
    fn it_counts_like_an_ordered_map() {
        let (mut counter, mut map) = (Counter::default(), BTreeMap::new());
        for i in 0..90_000u64 {
            let number = match i % 3 {
                // Whole seconds within a day and beyond, some milliseconds, and more than 32 bits hold.
                0 => i * i % 200_003 * 1_000,
                1 => i * i % 1_009 * 1_000 + i % 2,
                _ => (i * i % 997) << 30,
            };
            for _ in 0..1 + i % 2 {
                counter.add(number);
                *map.entry(number).or_insert(0) += 1;
            }
        }
        counter.settle();
        assert_eq!(sorted(&counter), map.clone().into_iter().collect::<Vec<_>>());
        assert_eq!(counter.total(), 135_000);
        let mut twice = Counter::default();
        twice.add(7);
        twice.settle();
        twice.add_all(&counter);
        twice.add_all(&counter);
        map.values_mut().for_each(|count| *count *= 2);
        *map.entry(7).or_insert(0) += 1;
        assert_eq!(sorted(&twice), map.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn the_summary_is_that_of_the_numbers_in_order() {
        let mut counter = Counter::default();
        let mut all: Vec<u64> = (0..5_000u64).map(|i| i * i % 9_973 * if i % 5 == 0 { 999 } else { 1_000 }).collect();
        all.iter().for_each(|number| counter.add(*number));
        counter.settle();
        all.sort_unstable();
        let edges = [0, 500_000, 500_001, 6_000_000];
        let found = counter.summary(&[1, 2_500, 2_500, 5_000, 5_001], &edges);
        assert_eq!(found.at, [Some(all[0]), Some(all[2_499]), Some(all[2_499]), Some(all[4_999]), None]);
        let up_to = |edge: u64| all.iter().filter(|number| **number <= edge).count() as u64;
        let below = [0, up_to(0), up_to(500_000), up_to(500_001), up_to(6_000_000)];
        let bins: Vec<u64> = below.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert_eq!((found.bins, found.beyond), (bins, 5_000 - below[4]));
        assert_eq!(found.largest, all.last().copied());
        let none = Summary { at: vec![None], bins: vec![0], beyond: 0, largest: None };
        assert_eq!(Counter::default().summary(&[1], &[5]), none);
    }

    #[test]
    fn the_list_is_as_long_as_the_longest_duration() {
        let mut counter = Counter::default();
        for number in [0, 1, 86_400_000, 131_071_000, 131_072_000, u64::MAX, u64::MAX / 1_000 * 1_000] {
            counter.add(number);
        }
        (0..4_000).for_each(|second| counter.add(second * 10_000));
        counter.settle();
        counter.add(131_071_000);
        counter.settle();
        assert!(counter.seconds.len() == 1 << 17, "{}", counter.seconds.len());
        assert_eq!(counter.total(), 4_008);
        assert_eq!(sorted(&counter).iter().map(|(_, count)| u64::from(*count)).sum::<u64>(), 4_008);
    }

    #[test]
    fn a_few_long_durations_take_little_memory() {
        let mut counter = Counter::default();
        for day in 1..20 {
            counter.add(day * 86_400_000 / 20);
            counter.settle();
        }
        assert!(counter.seconds.len() <= 2_048 && counter.others.len() <= 19);
        assert_eq!((counter.total(), sorted(&counter).len()), (19, 19));
    }
}
