use std::cmp::Reverse;

/// Most misses that are kept.
pub const MAX_MISSES: usize = 10_000;

/// Most bytes of an id that are kept, so that ten thousand of them do not fill the memory: 200 characters.
const MAX_ID_BYTES: usize = 800;

/// A missed or overdue case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missed {
    /// Open milliseconds beyond the target.
    pub overrun: i64,
    /// The number of its row.
    pub row: u64,
    /// Index of its group.
    pub group: usize,
    /// Milliseconds since 1970.
    pub submitted_at: i64,
    /// Whether it has not stopped.
    pub is_open: bool,
}

impl Missed {
    /// The longest overrun first; among equals, the earliest row.
    fn rank(&self) -> (Reverse<i64>, u64) {
        (Reverse(self.overrun), self.row)
    }
}

/// The misses with the longest overruns.
///
/// # Examples
///
/// ```
/// use case_slo_log::{Missed, Misses};
///
/// let mut misses = Misses::default();
/// misses.add(Missed { overrun: 60_000, row: 2, group: 0, submitted_at: 0, is_open: false }, b"T-1");
/// misses.add(Missed { overrun: 90_000, row: 3, group: 0, submitted_at: 0, is_open: true }, b"T-2");
/// let sorted = misses.into_sorted();
/// assert_eq!(sorted.iter().map(|(miss, id)| (miss.row, id)).next(), Some((3, &b"T-2"[..])));
/// ```
#[derive(Debug, Default)]
pub struct Misses {
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
        self.ids.extend_from_slice(id.get(..MAX_ID_BYTES).unwrap_or(id));
        self.list.push((miss, start, self.ids.len()));
        if self.list.len() >= 2 * MAX_MISSES {
            self.cut();
        }
    }

    /// The misses that are kept, the longest overrun first.
    pub fn into_sorted(mut self) -> SortedMisses {
        self.sort();
        self.list.truncate(MAX_MISSES);
        SortedMisses(self)
    }

    fn sort(&mut self) {
        self.list.sort_unstable_by_key(|(miss, ..)| miss.rank());
    }

    /// Drops the misses that will not be kept. It sorts them: to select the lesser half alone would be four more kilobytes of code.
    #[cold]
    fn cut(&mut self) {
        self.sort();
        self.list.truncate(MAX_MISSES);
        self.least = self.list.last().map(|(miss, ..)| miss.overrun);
        let ids = std::mem::take(&mut self.ids);
        for (_, start, end) in &mut self.list {
            let id = ids.get(*start..*end).unwrap_or_default();
            *start = self.ids.len();
            self.ids.extend_from_slice(id);
            *end = self.ids.len();
        }
    }
}

/// Misses in order.
#[derive(Debug)]
pub struct SortedMisses(Misses);

impl SortedMisses {
    /// The misses, each with its id.
    pub fn iter(&self) -> impl Iterator<Item = (&Missed, &[u8])> {
        let Misses { list, ids, .. } = &self.0;
        list.iter().map(|(miss, start, end)| (miss, ids.get(*start..*end).unwrap_or_default()))
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
                let miss = Missed { overrun: *overrun, row: row as u64, group: 0, submitted_at: 0, is_open: false };
                misses.add(miss, format!("case {row}").as_bytes());
            }
        }
        let text = |id: &[u8]| String::from_utf8_lossy(id).into_owned();
        let sorted = misses.into_sorted();
        let found: Vec<(i64, u64, String)> =
            sorted.iter().map(|(miss, id)| (miss.overrun, miss.row, text(id))).collect();
        let case = |(row, overrun): (u64, i64)| (overrun, row, format!("case {row}"));
        let mut expected: Vec<(i64, u64, String)> = (0..).zip(overruns).map(case).collect();
        expected.sort_by_key(|(overrun, row, _)| (Reverse(*overrun), *row));
        expected.truncate(MAX_MISSES);
        assert_eq!(found, expected);
    }
}
