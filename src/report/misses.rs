use std::cmp::Reverse;

use crate::calendar::Instant;

use super::messages::cut;

/// Most misses that a result holds.
pub const MAX_MISSES: usize = 10_000;

/// Most characters of an id that a miss holds, so that ten thousand of them do not fill the memory.
const MAX_ID: usize = 200;

/// A missed or overdue case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Missed {
    /// Open milliseconds beyond the target.
    pub overrun: i64,
    pub row: u64,
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
    /// Up to twice as many as will be kept, each with the place of its id; then the lesser half goes.
    list: Vec<(Missed, usize, usize)>,
    /// The ids, one after the other: most of them go again, and are not worth a piece of memory each.
    ids: Vec<u8>,
    /// A miss with this overrun, or a smaller one, will not be kept.
    least: Option<i64>,
}

impl Misses {
    /// Whether a miss with such an overrun, in a row behind all others, would be kept as it stands.
    #[inline]
    pub fn would_keep(&self, overrun: i64) -> bool {
        self.least.is_none_or(|least| overrun > least)
    }

    /// Adds a miss that is to be kept.
    pub fn add(&mut self, miss: Missed, id: &[u8]) {
        let start = self.ids.len();
        // No character takes more than four bytes.
        self.ids.extend_from_slice(id.get(..4 * MAX_ID).unwrap_or(id));
        self.list.push((miss, start, self.ids.len()));
        if self.list.len() >= 2 * MAX_MISSES {
            self.cut();
        }
    }

    /// The longest overrun first, each with its id.
    pub fn into_sorted(mut self) -> impl Iterator<Item = (Missed, String)> {
        if self.list.len() > MAX_MISSES {
            self.cut();
        }
        self.list.sort_unstable_by_key(|(miss, ..)| miss.rank());
        let Self { list, ids, .. } = self;
        list.into_iter().map(move |(miss, start, end)| {
            let id = String::from_utf8_lossy(ids.get(start..end).unwrap_or_default());
            (miss, cut(&id, MAX_ID))
        })
    }

    /// Drops the misses that will not be kept.
    #[cold]
    fn cut(&mut self) {
        let (_, (last, ..), _) = self.list.select_nth_unstable_by_key(MAX_MISSES - 1, |(miss, ..)| miss.rank());
        self.least = Some(last.overrun);
        self.list.truncate(MAX_MISSES);
        let ids = std::mem::take(&mut self.ids);
        for (_, start, end) in &mut self.list {
            let id = ids.get(*start..*end).unwrap_or_default();
            *start = self.ids.len();
            self.ids.extend_from_slice(id);
            *end = self.ids.len();
        }
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
                let miss = Missed { overrun: *overrun, row: row as u64, group: 0, submitted_at: Instant::MIN };
                misses.add(miss, format!("case {row}").as_bytes());
            }
        }
        let found: Vec<(i64, u64, String)> =
            misses.into_sorted().map(|(miss, id)| (miss.overrun, miss.row, id)).collect();
        let case = |(row, overrun): (u64, i64)| (overrun, row, format!("case {row}"));
        let mut expected: Vec<(i64, u64, String)> = (0..).zip(overruns).map(case).collect();
        expected.sort_by_key(|(overrun, row, _)| (Reverse(*overrun), *row));
        expected.truncate(MAX_MISSES);
        assert_eq!(found, expected);
    }
}
