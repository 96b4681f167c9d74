use crate::calendar::{Instant, LocalTime, week, week_name};

use super::counter::Counter;
use super::distribution::{Distribution, wilson};
use super::judge::{Judged, Outcome};
use super::result::{Bin, Group, Week};

/// What is counted of the cases of one group.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    met: u64,
    missed: u64,
    running: u64,
    not_stated: u64,
    /// Open milliseconds to the stop.
    elapsed: Counter,
    weeks: Weeks,
}

/// Cases, met and missed, by the number of the week.
#[derive(Debug, Clone, Default)]
struct Weeks {
    first: i32,
    counts: Vec<[u64; 3]>,
}

impl Tally {
    /// Counts a case.
    #[inline]
    pub fn add(&mut self, case: &Judged, week: i32) {
        let count = self.weeks.of(week);
        count[0] += 1;
        match case.outcome {
            Outcome::Met => {
                self.met += 1;
                count[1] += 1;
            }
            Outcome::Missed { .. } => {
                self.missed += 1;
                count[2] += 1;
            }
            Outcome::Running => self.running += 1,
            Outcome::NotStated => self.not_stated += 1,
        }
        if let Some(elapsed) = case.stopped_after {
            self.elapsed.add(elapsed, 1);
        }
    }

    /// Counts all cases of another tally.
    pub fn add_all(&mut self, other: &Self) {
        self.met += other.met;
        self.missed += other.missed;
        self.running += other.running;
        self.not_stated += other.not_stated;
        for (elapsed, times) in other.elapsed.sorted() {
            self.elapsed.add(elapsed, times);
        }
        for (week, counts) in other.weeks.iter() {
            let sums = self.weeks.of(week);
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum += count;
            }
        }
    }

    /// The figures; `of` is the tier and severity.
    pub fn group(&self, of: Option<(&str, &str)>) -> Group {
        let distribution = Distribution::new(&self.elapsed);
        let judged = self.met + self.missed;
        Group {
            tier: of.map(|(tier, _)| tier.to_owned()),
            severity: of.map(|(_, severity)| severity.to_owned()),
            cases: judged + self.running + self.not_stated,
            met: self.met,
            missed: self.missed,
            running: self.running,
            not_stated: self.not_stated,
            attainment: (judged > 0).then(|| self.met as f64 / judged as f64),
            interval: wilson(self.met, judged),
            p50: distribution.percentile(50),
            p90: distribution.percentile(90),
            p95: distribution.percentile(95),
            histogram: distribution
                .histogram()
                .into_iter()
                .map(|(up_to_seconds, count)| Bin { up_to_seconds, count })
                .collect(),
        }
    }

    /// The first week with a case and the last.
    pub fn span(&self) -> Option<(i32, i32)> {
        let length = i32::try_from(self.weeks.counts.len()).ok().filter(|length| *length > 0)?;
        Some((self.weeks.first, self.weeks.first + length - 1))
    }

    /// One week, where it has a case; `of` is the tier and severity.
    pub fn week(&self, week: i32, of: Option<(&str, &str)>) -> Option<Week> {
        let [cases, met, missed] = self.weeks.get(week).filter(|[cases, ..]| *cases > 0)?;
        Some(Week {
            week: week_name(week),
            tier: of.map(|(tier, _)| tier.to_owned()),
            severity: of.map(|(_, severity)| severity.to_owned()),
            cases,
            met,
            missed,
        })
    }
}

impl Weeks {
    /// The counts of a week. There are 12,001 weeks from 1970 to 2199, so that a row of them is never long.
    #[inline]
    fn of(&mut self, week: i32) -> &mut [u64; 3] {
        if self.counts.is_empty() {
            self.first = week;
        }
        if week < self.first {
            let before = self.first.abs_diff(week) as usize;
            self.counts.splice(..0, std::iter::repeat_n([0; 3], before));
            self.first = week;
        }
        let at = week.abs_diff(self.first) as usize;
        if at >= self.counts.len() {
            self.counts.resize(at + 1, [0; 3]);
        }
        &mut self.counts[at]
    }

    fn get(&self, week: i32) -> Option<[u64; 3]> {
        self.counts.get(usize::try_from(week - self.first).ok()?).copied()
    }

    fn iter(&self) -> impl Iterator<Item = (i32, [u64; 3])> {
        (self.first..).zip(self.counts.iter().copied())
    }
}

/// In which week a case was submitted, by the wall clock of a zone, else in UTC.
#[inline]
pub(super) fn week_of(submitted: Instant, zone: Option<&LocalTime>) -> i32 {
    week(zone.map_or(submitted.millis(), |zone| zone.local(submitted)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_grow_at_both_ends() {
        let mut weeks = Weeks::default();
        for week in [5, 7, 3, 3, -1, 7] {
            weeks.of(week)[0] += 1;
        }
        let found: Vec<(i32, u64)> = weeks.iter().map(|(week, [cases, ..])| (week, cases)).collect();
        assert_eq!(found, [(-1, 1), (0, 0), (1, 0), (2, 0), (3, 2), (4, 0), (5, 1), (6, 0), (7, 2)]);
        assert_eq!((weeks.get(8), weeks.get(-2), weeks.get(5)), (None, None, Some([1, 0, 0])));
    }
}
