use case_slo_log::{Counter, Moment};

use crate::calendar::{month_name, week_name};

use super::distribution::{Distribution, wilson};
use super::judge::{Judged, Outcome};
use super::result::{Bin, Group, Hour, Month, Week};

/// What is counted of the cases of one group.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    met: u64,
    missed: u64,
    running: u64,
    not_stated: u64,
    /// Open milliseconds to the stop.
    elapsed: Counter,
    weeks: Periods,
    months: Periods,
}

/// Cases, met and missed.
pub(super) type Counts = [u64; 3];

/// Counts by the number of the week or month.
#[derive(Debug, Clone, Default)]
struct Periods {
    first: i32,
    counts: Vec<Counts>,
}

impl Tally {
    /// Counts a case.
    #[inline]
    pub fn add(&mut self, case: &Judged, when: Moment) {
        match case.outcome {
            Outcome::Met => self.met += 1,
            Outcome::Missed { .. } => self.missed += 1,
            Outcome::Running => self.running += 1,
            Outcome::NotStated => self.not_stated += 1,
        }
        count(self.weeks.of(when.week), case.outcome);
        count(self.months.of(when.month()), case.outcome);
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
        self.weeks.add_all(&other.weeks);
        self.months.add_all(&other.months);
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
    pub fn weeks(&self) -> Option<(i32, i32)> {
        self.weeks.span()
    }

    /// The first month with a case and the last.
    pub fn months(&self) -> Option<(i32, i32)> {
        self.months.span()
    }

    /// One week, where it has a case; `of` is the tier and severity.
    pub fn week(&self, week: i32, of: Option<(&str, &str)>) -> Option<Week> {
        let [cases, met, missed] = self.weeks.get(week)?;
        let (tier, severity) = (of.map(|(tier, _)| tier.to_owned()), of.map(|(_, severity)| severity.to_owned()));
        Some(Week { week: week_name(week), tier, severity, cases, met, missed })
    }

    /// One month, where it has a case; `of` is the tier and severity.
    pub fn month(&self, month: i32, of: Option<(&str, &str)>) -> Option<Month> {
        let [cases, met, missed] = self.months.get(month)?;
        let (tier, severity) = (of.map(|(tier, _)| tier.to_owned()), of.map(|(_, severity)| severity.to_owned()));
        Some(Month { month: month_name(month), tier, severity, cases, met, missed })
    }
}

/// Counts a case.
#[inline]
pub(super) fn count(counts: &mut Counts, outcome: Outcome) {
    counts[0] += 1;
    match outcome {
        Outcome::Met => counts[1] += 1,
        Outcome::Missed { .. } => counts[2] += 1,
        Outcome::Running | Outcome::NotStated => {}
    }
}

impl Periods {
    /// The counts of a week or month. There are 12,001 weeks from 1970 to 2199, so that a row of them is never long.
    #[inline]
    fn of(&mut self, period: i32) -> &mut Counts {
        if self.counts.is_empty() {
            self.first = period;
        }
        if period < self.first {
            let before = self.first.abs_diff(period) as usize;
            self.counts.splice(..0, std::iter::repeat_n([0; 3], before));
            self.first = period;
        }
        let at = period.abs_diff(self.first) as usize;
        if at >= self.counts.len() {
            self.counts.resize(at + 1, [0; 3]);
        }
        &mut self.counts[at]
    }

    /// The counts of a week or month that has a case.
    fn get(&self, period: i32) -> Option<Counts> {
        let counts = self.counts.get(usize::try_from(period - self.first).ok()?).copied();
        counts.filter(|[cases, ..]| *cases > 0)
    }

    /// The first with a case and the last.
    fn span(&self) -> Option<(i32, i32)> {
        let length = i32::try_from(self.counts.len()).ok().filter(|length| *length > 0)?;
        Some((self.first, self.first + length - 1))
    }

    fn add_all(&mut self, other: &Self) {
        for (period, counts) in (other.first..).zip(&other.counts) {
            for (sum, count) in self.of(period).iter_mut().zip(counts) {
                *sum += count;
            }
        }
    }
}

/// Counts by hour of the week.
#[derive(Debug)]
pub(super) struct Hours([Counts; 7 * 24]);

impl Default for Hours {
    fn default() -> Self {
        Self([[0; 3]; 7 * 24])
    }
}

impl Hours {
    /// Counts a case.
    #[inline]
    pub fn add(&mut self, when: Moment, outcome: Outcome) {
        if let Some(counts) = self.0.get_mut(when.hour_of_week()) {
            count(counts, outcome);
        }
    }

    /// The hours with a case.
    pub fn into_result(self) -> Vec<Hour> {
        let hour = |(at, [cases, met, missed]): (usize, Counts)| {
            (cases > 0).then_some(Hour { weekday: at / 24 + 1, hour: at % 24, cases, met, missed })
        };
        self.0.into_iter().enumerate().filter_map(hour).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_grow_at_both_ends() {
        let mut periods = Periods::default();
        for period in [5, 7, 3, 3, -1, 7] {
            periods.of(period)[0] += 1;
        }
        let found: Vec<Option<u64>> = (-2..9).map(|period| periods.get(period).map(|[cases, ..]| cases)).collect();
        let none = None;
        assert_eq!(found, [none, Some(1), none, none, none, Some(2), none, Some(1), none, Some(2), none]);
        assert_eq!(periods.span(), Some((-1, 7)));
    }
}
