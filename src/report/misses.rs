use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::calendar::Instant;

/// Most misses that a result holds.
pub const MAX_MISSES: usize = 10_000;

/// A missed or overdue case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Missed {
    /// Open milliseconds beyond the target.
    pub overrun: i64,
    pub row: u64,
    pub id: String,
    /// Index of its group.
    pub group: usize,
    pub submitted_at: Instant,
}

impl Missed {
    /// The longer overrun is the greater; among equals, the earlier row.
    fn rank(&self) -> (i64, Reverse<u64>) {
        (self.overrun, Reverse(self.row))
    }
}

impl Ord for Missed {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Missed {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The misses with the longest overruns; the least of them is on top, the first to go.
#[derive(Debug, Default)]
pub(super) struct Misses(BinaryHeap<Reverse<Missed>>);

impl Misses {
    /// Whether a miss with such an overrun, in a row behind all others, would be kept.
    #[inline]
    pub fn would_keep(&self, overrun: i64) -> bool {
        self.0.len() < MAX_MISSES || self.0.peek().is_some_and(|Reverse(least)| overrun > least.overrun)
    }

    /// Adds a miss that is to be kept.
    pub fn add(&mut self, miss: Missed) {
        if self.0.len() >= MAX_MISSES {
            self.0.pop();
        }
        self.0.push(Reverse(miss));
    }

    /// The longest overrun first.
    pub fn into_sorted(self) -> impl Iterator<Item = Missed> {
        self.0.into_sorted_vec().into_iter().map(|Reverse(miss)| miss)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_overruns_stay() {
        let mut misses = Misses::default();
        let overruns: Vec<i64> = (0..25_000).map(|i| i * 7_919 % 12_001).collect();
        for (row, overrun) in overruns.iter().enumerate() {
            if misses.would_keep(*overrun) {
                let id = String::new();
                misses.add(Missed { overrun: *overrun, row: row as u64, id, group: 0, submitted_at: Instant::MIN });
            }
        }
        let found: Vec<(i64, u64)> = misses.into_sorted().map(|miss| (miss.overrun, miss.row)).collect();
        let mut expected: Vec<(i64, u64)> = overruns.into_iter().zip(0..).collect();
        expected.sort_by_key(|(overrun, row)| (Reverse(*overrun), *row));
        expected.truncate(MAX_MISSES);
        assert_eq!(found, expected);
    }
}
