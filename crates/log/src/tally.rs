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

/// What has been counted of the cases of one tier and severity.
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
    /// By hour of the week.
    pub hours: [Counts; 7 * 24],
    /// By index of the channel.
    pub channels: Vec<Counts>,
    /// By group.
    elapsed: Vec<Counter>,
    weeks: Grid,
    months: Grid,
    day: Day,
}

/// The day of the case before: many come in on the same.
#[derive(Debug)]
struct Day {
    /// Its beginning, as the milliseconds since 1970 that it would be in UTC.
    midnight: i64,
    /// Its first hour of the week.
    hour: usize,
    /// Where its week and its month stand in their grids.
    week: usize,
    month: usize,
}

const HOUR: u32 = 3_600_000;
const DAY: u64 = 24 * HOUR as u64;

impl Tallies {
    /// Nothing counted yet, of so many groups.
    pub fn new(groups: usize) -> Self {
        Self {
            hours: [[0; 4]; 7 * 24],
            channels: Vec::new(),
            elapsed: vec![Counter::default(); groups],
            weeks: Grid::new(groups),
            months: Grid::new(groups),
            // Longer than a day before any case.
            day: Day { midnight: i64::MIN / 2, hour: 0, week: 0, month: 0 },
        }
    }

    /// Counts cases.
    pub fn add_all(&mut self, cases: &[Judged]) {
        for case in cases {
            self.add(case);
        }
    }

    /// Counts a case.
    #[inline(always)]
    fn add(&mut self, case: &Judged) {
        if case.local.wrapping_sub(self.day.midnight) as u64 >= DAY {
            self.turn_to(case.local);
        }
        let group = case.group as usize;
        let Some(elapsed) = self.elapsed.get_mut(group) else { return };
        if let Some(millis) = case.stopped_after {
            elapsed.add(millis);
        }
        let hour = case.local.wrapping_sub(self.day.midnight) as u32 / HOUR;
        count(self.hours.get_mut(self.day.hour + hour as usize), case.outcome);
        count(self.weeks.counts.get_mut(self.day.week + group), case.outcome);
        count(self.months.counts.get_mut(self.day.month + group), case.outcome);
        if let Some(channel) = case.channel {
            let channel = usize::from(channel);
            if channel >= self.channels.len() {
                self.channels.resize(channel + 1, [0; 4]);
            }
            count(self.channels.get_mut(channel), case.outcome);
        }
    }

    /// Goes to the day of a local time.
    #[inline(never)]
    fn turn_to(&mut self, local: i64) {
        let moment = Moment::of(local);
        self.day = Day {
            midnight: i64::from(moment.day) * DAY as i64,
            hour: moment.weekday() * 24,
            week: self.weeks.row(moment.week),
            month: self.months.row(moment.month()),
        };
    }

    /// What has been counted of each group, once: the durations are given away. `None` where a group has no case.
    pub fn take_groups(&mut self) -> impl Iterator<Item = Option<Tally>> {
        let elapsed = std::mem::take(&mut self.elapsed);
        elapsed.into_iter().enumerate().map(|(group, mut elapsed)| {
            elapsed.settle();
            let months = self.months.of(group);
            let mut outcomes = [0; 4];
            for counts in &months.counts {
                outcomes.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            }
            let has_cases = outcomes.iter().any(|count| *count > 0);
            has_cases.then(|| Tally { outcomes, elapsed, weeks: self.weeks.of(group), months })
        })
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

/// Counts a case; the place is always there.
#[inline(always)]
fn count(counts: Option<&mut Counts>, outcome: Outcome) {
    if let Some(counts) = counts {
        counts[outcome as usize] += 1;
    }
}

/// Counts of every group in a row of weeks or months. There are 12,001 weeks from 1970 to 2199, so that it is never long.
#[derive(Debug)]
struct Grid {
    groups: usize,
    /// The first week or month.
    first: i32,
    /// Those of the first one, group by group, then those of the next.
    counts: Vec<Counts>,
}

impl Grid {
    fn new(groups: usize) -> Self {
        Self { groups, first: 0, counts: Vec::new() }
    }

    /// Where the counts of a week or month begin, for which place is made.
    fn row(&mut self, period: i32) -> usize {
        if self.counts.is_empty() {
            self.first = period;
        }
        if period < self.first {
            let before = self.first.abs_diff(period) as usize * self.groups;
            self.counts.splice(..0, std::iter::repeat_n([0; 4], before));
            self.first = period;
        }
        let start = period.abs_diff(self.first) as usize * self.groups;
        if self.counts.len() < start + self.groups {
            self.counts.resize(start + self.groups, [0; 4]);
        }
        start
    }

    /// The counts of one group.
    fn of(&self, group: usize) -> Periods {
        let counts = self.counts.iter().skip(group).step_by(self.groups.max(1)).copied();
        Periods { first: self.first, counts: counts.collect() }
    }
}

/// Counts by the number of the week or month, without a gap.
#[derive(Debug, Clone, Default)]
pub struct Periods {
    first: i32,
    counts: Vec<Counts>,
}

impl Periods {
    /// The counts of a week or month that has a case.
    pub fn get(&self, period: i32) -> Option<Counts> {
        let counts = self.counts.get(usize::try_from(period - self.first).ok()?).copied();
        counts.filter(|counts| counts.iter().any(|count| *count > 0))
    }

    /// The first and the last.
    pub fn span(&self) -> Option<(i32, i32)> {
        let length = i32::try_from(self.counts.len()).ok().filter(|length| *length > 0)?;
        Some((self.first, self.first + length - 1))
    }

    /// Counts those of another group of the same log.
    fn add_all(&mut self, other: &Self) {
        self.first = other.first;
        self.counts.resize(self.counts.len().max(other.counts.len()), [0; 4]);
        for (sums, counts) in self.counts.iter_mut().zip(&other.counts) {
            sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_grows_at_both_ends() {
        let mut grid = Grid::new(2);
        for period in [5, 7, 3, 3, -1, 7] {
            let row = grid.row(period);
            grid.counts[row + 1][0] += 1;
        }
        let periods = grid.of(1);
        let found: Vec<Option<u64>> = (-2..9).map(|period| periods.get(period).map(|[met, ..]| met)).collect();
        let none = None;
        assert_eq!(found, [none, Some(1), none, none, none, Some(2), none, Some(1), none, Some(2), none]);
        assert_eq!((periods.span(), grid.of(0).get(5)), (Some((-1, 7)), None));
    }

    #[test]
    fn a_case_is_counted_once_everywhere() {
        const DAY: i64 = 86_400_000;
        let mut tallies = Tallies::new(4);
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
        let groups: Vec<_> = tallies.take_groups().collect();
        assert!(groups[..3].iter().all(Option::is_none));
        let tally = groups[3].as_ref().unwrap();
        assert_eq!(tally.outcomes, [2, 1, 1, 1]);
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
