use crate::counter::Counter;
use crate::moment::Moment;

/// How many cases stand how to their objectives: by [`Outcome`].
pub type Counts = [u64; 4];

/// How a case stands to its objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Stopped in time.
    Met,
    /// Stopped too late, or still open and overdue.
    Missed,
    /// Open and not yet due.
    Running,
    /// The policy states no target.
    NotStated,
}

/// A case that has been judged.
#[derive(Debug, Clone, Copy)]
pub struct Judged {
    /// Index of its tier and severity.
    pub group: u32,
    /// Index of its channel; `None` where the log has no such column.
    pub channel: Option<u16>,
    /// How it stands.
    pub outcome: Outcome,
    /// When it was submitted by the wall clock, as the milliseconds since 1970 that it would be in UTC.
    pub local: i64,
    /// Open milliseconds to the stop, where it has stopped.
    pub stopped_after: Option<u64>,
}

/// Counts by the number of the week or month.
#[derive(Debug, Clone, Default)]
pub struct Periods {
    first: i32,
    counts: Vec<Counts>,
}

/// What is counted of the cases of one tier and severity.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// All of them.
    pub outcomes: Counts,
    /// Open milliseconds to the stop.
    pub elapsed: Counter,
    /// By week of submission.
    pub weeks: Periods,
    /// By month of submission.
    pub months: Periods,
}

/// Everything that is counted of a log.
#[derive(Debug)]
pub struct Tallies {
    /// By group, as far as seen.
    pub groups: Vec<Option<Box<Tally>>>,
    /// By hour of the week.
    pub hours: [Counts; 7 * 24],
    /// By index of the channel.
    pub channels: Vec<Counts>,
    /// The day of the case before: many come in on the same.
    last: Moment,
    /// Its month.
    month: i32,
}

impl Default for Tallies {
    fn default() -> Self {
        let last = Moment::of(0);
        Self { groups: Vec::new(), hours: [[0; 4]; 7 * 24], channels: Vec::new(), month: last.month(), last }
    }
}

impl Tallies {
    /// Counts cases.
    pub fn add_all(&mut self, cases: &[Judged]) {
        for case in cases {
            self.add(case);
        }
    }

    /// Counts a case.
    #[inline(always)]
    fn add(&mut self, case: &Judged) {
        let when = Moment::of(case.local);
        if when.day != self.last.day {
            self.month = when.month();
        }
        self.last = when;
        count(&mut self.hours[when.hour_of_week()], case.outcome);
        if let Some(channel) = case.channel {
            count(place(&mut self.channels, usize::from(channel)), case.outcome);
        }
        let tally = match self.groups.get_mut(case.group as usize) {
            Some(Some(tally)) => tally,
            _ => place(&mut self.groups, case.group as usize).get_or_insert_default(),
        };
        count(&mut tally.outcomes, case.outcome);
        count(tally.weeks.of(when.week), case.outcome);
        count(tally.months.of(self.month), case.outcome);
        if let Some(elapsed) = case.stopped_after {
            tally.elapsed.add(elapsed, 1);
        }
    }
}

impl Tally {
    /// Counts all cases of another tally.
    pub fn add_all(&mut self, other: &Self) {
        for (sum, count) in self.outcomes.iter_mut().zip(other.outcomes) {
            *sum += count;
        }
        self.elapsed.add_all(&other.elapsed);
        self.weeks.add_all(&other.weeks);
        self.months.add_all(&other.months);
    }
}

/// Counts a case.
#[inline(always)]
fn count(counts: &mut Counts, outcome: Outcome) {
    counts[outcome as usize] += 1;
}

/// A place of a list that is made as long as it has to be.
#[inline(always)]
fn place<T: Default + Clone>(list: &mut Vec<T>, at: usize) -> &mut T {
    if at >= list.len() {
        list.resize(at + 1, T::default());
    }
    &mut list[at]
}

impl Periods {
    /// The counts of a week or month. There are 12,001 weeks from 1970 to 2199, so that a row of them is never long.
    #[inline(always)]
    fn of(&mut self, period: i32) -> &mut Counts {
        let at = period.wrapping_sub(self.first) as u32 as usize;
        if at >= self.counts.len() {
            self.grow(period);
        }
        &mut self.counts[period.wrapping_sub(self.first) as u32 as usize]
    }

    /// Makes place for a week or month.
    #[cold]
    fn grow(&mut self, period: i32) {
        if self.counts.is_empty() {
            self.first = period;
        }
        if period < self.first {
            let before = self.first.abs_diff(period) as usize;
            self.counts.splice(..0, std::iter::repeat_n([0; 4], before));
            self.first = period;
        }
        let at = period.abs_diff(self.first) as usize;
        if at >= self.counts.len() {
            self.counts.resize(at + 1, [0; 4]);
        }
    }

    /// The counts of a week or month that has a case.
    pub fn get(&self, period: i32) -> Option<Counts> {
        let counts = self.counts.get(usize::try_from(period - self.first).ok()?).copied();
        counts.filter(|counts| counts.iter().any(|count| *count > 0))
    }

    /// The first with a case and the last.
    pub fn span(&self) -> Option<(i32, i32)> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_grow_at_both_ends() {
        let mut periods = Periods::default();
        for period in [5, 7, 3, 3, -1, 7] {
            periods.of(period)[0] += 1;
        }
        let found: Vec<Option<u64>> = (-2..9).map(|period| periods.get(period).map(|[met, ..]| met)).collect();
        let none = None;
        assert_eq!(found, [none, Some(1), none, none, none, Some(2), none, Some(1), none, Some(2), none]);
        assert_eq!(periods.span(), Some((-1, 7)));
    }

    #[test]
    fn a_case_is_counted_once_everywhere() {
        const DAY: i64 = 86_400_000;
        let mut tallies = Tallies::default();
        // The first of February 2026 was a Sunday.
        let first = 20_485 * DAY;
        let case = |day: i64, outcome, channel| Judged {
            group: 3,
            channel,
            outcome,
            local: first + day * DAY + DAY - 1,
            stopped_after: (outcome == Outcome::Met).then_some(7_000),
        };
        let cases = [
            case(0, Outcome::Met, Some(2)),
            case(1, Outcome::Missed, None),
            case(-1, Outcome::Running, Some(0)),
            case(0, Outcome::NotStated, Some(2)),
            case(28, Outcome::Met, Some(2)),
        ];
        tallies.add_all(&cases);
        let tally = tallies.groups[3].as_deref().unwrap();
        assert_eq!((tallies.groups.len(), tally.outcomes), (4, [2, 1, 1, 1]));
        assert_eq!(tallies.channels, [[0, 0, 1, 0], [0; 4], [2, 0, 0, 1]]);
        assert_eq!(
            (tallies.hours[6 * 24 + 23], tallies.hours[23], tallies.hours[5 * 24 + 23]),
            ([2, 0, 0, 1], [0, 1, 0, 0], [0, 0, 1, 0])
        );
        let month = 2026 * 12 + 1;
        let months: Vec<_> = (month - 2..month + 3).map(|month| tally.months.get(month)).collect();
        assert_eq!(months, [None, Some([0, 0, 1, 0]), Some([1, 1, 0, 1]), Some([1, 0, 0, 0]), None]);
        let week = Moment::of(first).week;
        let weeks: Vec<_> = (week - 1..week + 2).map(|week| tally.weeks.get(week)).collect();
        assert_eq!(weeks, [None, Some([1, 0, 1, 1]), Some([0, 1, 0, 0])]);
        assert_eq!((tally.elapsed.total(), tally.elapsed.summary([2], []).at), (2, [Some(7_000)]));
    }
}
