use std::cmp::Reverse;

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
    /// The longest overrun first; among equals, the earliest row.
    fn rank(&self) -> (Reverse<i64>, u64) {
        (Reverse(self.overrun), self.row)
    }
}

/// The misses with the longest overruns.
#[derive(Debug, Default)]
pub(super) struct Misses {
    /// Up to twice as many as will be kept; then the lesser half goes.
    list: Vec<Missed>,
    /// Nothing that overran by as little as this will be kept.
    least: Option<i64>,
}

impl Misses {
    /// Whether a miss with such an overrun, in a row behind all others, would be kept as it stands.
    #[inline]
    pub fn would_keep(&self, overrun: i64) -> bool {
        self.least.is_none_or(|least| overrun > least)
    }

    /// Adds a miss that is to be kept.
    pub fn add(&mut self, miss: Missed) {
        self.list.push(miss);
        if self.list.len() >= 2 * MAX_MISSES {
            self.cut();
        }
    }

    /// The longest overrun first.
    pub fn into_sorted(mut self) -> impl Iterator<Item = Missed> {
        if self.list.len() > MAX_MISSES {
            self.cut();
        }
        self.list.sort_unstable_by_key(Missed::rank);
        self.list.into_iter()
    }

    /// Keeps those that will be kept.
    #[cold]
    fn cut(&mut self) {
        let (_, last, _) = self.list.select_nth_unstable_by_key(MAX_MISSES - 1, Missed::rank);
        self.least = Some(last.overrun);
        self.list.truncate(MAX_MISSES);
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
