use crate::counter::Counter;
use crate::moment::Moment;

/// Numbers of cases by [`Outcome`].
pub type Counts = [u64; 4];

/// The state of a case against its objective.
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

/// A case to be counted.
#[derive(Debug, Clone, Copy)]
pub struct TalliedCase {
    /// Index of its tier and severity.
    pub group: usize,
    /// Index of its channel; `None` where the log has no such column.
    pub channel: Option<u16>,
    /// How it stands.
    pub outcome: Outcome,
    /// When it was submitted by the wall clock, as the milliseconds since 1970 that it would be in UTC.
    pub local: i64,
    /// Open milliseconds to the stop, where it has stopped.
    pub stopped_after: Option<u64>,
}

/// The counts of a log.
#[derive(Debug)]
pub struct Tallies {
    /// By hour of the week.
    pub hours: [Counts; 7 * 24],
    /// By index of the channel.
    pub channels: Vec<Counts>,
    /// By group.
    groups: Vec<Tally>,
    weeks: Periods,
    months: Periods,
    day: Day,
}

/// The counts of the cases of one tier and severity.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// All of its cases.
    pub outcomes: Counts,
    /// Of the missed ones, those that have not stopped.
    pub overdue: u64,
    /// Open milliseconds to the stop.
    pub elapsed: Counter,
}

/// The day of the last case: many cases come on the same.
#[derive(Debug)]
struct Day {
    /// Its beginning, as the milliseconds since 1970 that it would be in UTC.
    midnight: i64,
    /// Its first hour of the week.
    hour: usize,
    /// The places of its week and its month.
    week: usize,
    month: usize,
}

const HOUR: u32 = 3_600_000;
const DAY: u64 = 24 * HOUR as u64;

/// The number of the week of 1969-12-31, and the month of that day: no case comes earlier, whatever its zone.
const FIRST_WEEK: i32 = 0;
const FIRST_MONTH: i32 = 1969 * 12 + 11;

impl Default for Tallies {
    fn default() -> Self {
        Self {
            hours: [[0; 4]; 7 * 24],
            channels: Vec::new(),
            groups: Vec::new(),
            weeks: Periods::new(FIRST_WEEK),
            months: Periods::new(FIRST_MONTH),
            // More than a day before any case.
            day: Day { midnight: i64::MIN / 2, hour: 0, week: 0, month: 0 },
        }
    }
}

impl Tallies {
    /// Counts a case.
    #[inline(always)]
    pub fn add(&mut self, case: &TalliedCase) {
        if case.local.wrapping_sub(self.day.midnight) as u64 >= DAY {
            self.turn_to(case.local);
        }
        let Some(tally) = self.groups.get_mut(case.group) else { return self.add_group(case) };
        if let Some(millis) = case.stopped_after {
            tally.elapsed.add(millis);
        } else {
            tally.overdue += u64::from(case.outcome == Outcome::Missed);
        }
        tally.outcomes[case.outcome as usize] += 1;
        let hour = case.local.wrapping_sub(self.day.midnight) as u32 / HOUR;
        count(self.hours.get_mut(self.day.hour + hour as usize), case.outcome);
        self.weeks.add(self.day.week, case.group, case.outcome);
        self.months.add(self.day.month, case.group, case.outcome);
        if let Some(channel) = case.channel {
            let channel = usize::from(channel);
            if channel >= self.channels.len() {
                self.channels.resize(channel + 1, [0; 4]);
            }
            count(self.channels.get_mut(channel), case.outcome);
        }
    }

    /// Counts the first case of a group.
    #[cold]
    fn add_group(&mut self, case: &TalliedCase) {
        self.groups.resize(case.group + 1, Tally::default());
        self.add(case);
    }

    /// Goes to the day of a local time.
    #[inline(never)]
    fn turn_to(&mut self, local: i64) {
        let moment = Moment::of(local);
        self.day = Day {
            midnight: i64::from(moment.day) * DAY as i64,
            hour: moment.weekday() * 24,
            week: self.weeks.place(moment.week),
            month: self.months.place(moment.month()),
        };
    }

    /// Whether there are so many groups in so many weeks or months that some cases of these are only counted over all groups.
    pub fn are_partial(&self) -> bool {
        self.weeks.is_full || self.months.is_full
    }

    /// The counts by group.
    pub fn groups(&mut self) -> &[Tally] {
        self.groups.iter_mut().for_each(|tally| tally.elapsed.settle());
        &self.groups
    }

    /// The weeks that have a case, in order.
    pub fn weeks(&self) -> impl Iterator<Item = (i32, &PeriodCounts)> {
        self.weeks.in_order()
    }

    /// The months that have a case, in order.
    pub fn months(&self) -> impl Iterator<Item = (i32, &PeriodCounts)> {
        self.months.in_order()
    }
}

impl Tally {
    /// Counts all cases of another tally.
    pub fn add_all(&mut self, other: &Self) {
        add_counts(&mut self.outcomes, &other.outcomes);
        self.overdue += other.overdue;
        self.elapsed.add_all(&other.elapsed);
    }
}

/// Counts a case where there is a place for it.
#[inline(always)]
fn count(counts: Option<&mut Counts>, outcome: Outcome) {
    if let Some(counts) = counts {
        counts[outcome as usize] += 1;
    }
}

fn add_counts(sums: &mut Counts, counts: &Counts) {
    sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
}

/// The counts of one week or month.
#[derive(Debug, Clone, Default)]
pub struct PeriodCounts {
    groups: Vec<Counts>,
    /// Cases of groups for which there was no room.
    rest: Counts,
}

impl PeriodCounts {
    /// The counts of a group that has a case.
    pub fn group(&self, group: usize) -> Option<&Counts> {
        self.groups.get(group).filter(|counts| counts.iter().any(|count| *count > 0))
    }

    /// The counts over all groups.
    pub fn all(&self) -> Counts {
        let mut sums = self.rest;
        self.groups.iter().for_each(|counts| add_counts(&mut sums, counts));
        sums
    }
}

/// Weeks or months that have a case.
#[derive(Debug)]
struct Periods {
    /// The number of the first that can have one.
    first: i32,
    /// By number from the first on, the place among `list` plus one; zero where it has no case.
    places: Vec<u32>,
    list: Vec<PeriodCounts>,
    /// Counts of groups in all periods.
    room: usize,
    is_full: bool,
}

impl Periods {
    /// Most counts of groups in all weeks or months: 2,000 groups in ten years of weeks, in 32 MB.
    const MOST: usize = 1 << 20;

    fn new(first: i32) -> Self {
        Self { first, places: Vec::new(), list: Vec::new(), room: Self::MOST, is_full: false }
    }

    /// The place of a period.
    fn place(&mut self, period: i32) -> usize {
        let number = usize::try_from(period - self.first).unwrap_or(0);
        if number >= self.places.len() {
            self.places.resize(number + 1, 0);
        }
        if self.places[number] == 0 {
            self.list.push(PeriodCounts::default());
            self.places[number] = self.list.len() as u32;
        }
        self.places[number] as usize - 1
    }

    /// Counts a case at a place.
    #[inline(always)]
    fn add(&mut self, place: usize, group: usize, outcome: Outcome) {
        let counts = self.list.get_mut(place).and_then(|period| period.groups.get_mut(group));
        match counts {
            Some(counts) => counts[outcome as usize] += 1,
            None => self.add_group(place, group, outcome),
        }
    }

    /// Counts the first case of a group at a place.
    #[cold]
    fn add_group(&mut self, place: usize, group: usize, outcome: Outcome) {
        let Some(period) = self.list.get_mut(place) else { return };
        let more = group + 1 - period.groups.len();
        if more > self.room {
            self.is_full = true;
            period.rest[outcome as usize] += 1;
            return;
        }
        self.room -= more;
        period.groups.resize(group + 1, [0; 4]);
        count(period.groups.get_mut(group), outcome);
    }

    fn in_order(&self) -> impl Iterator<Item = (i32, &PeriodCounts)> {
        let numbered = (self.first..).zip(&self.places);
        numbered.filter_map(|(period, place)| Some((period, self.list.get((*place as usize).checked_sub(1)?)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_come_in_order_whatever_the_order_of_the_cases() {
        let mut periods = Periods::new(-1);
        for period in [5, 7, 3, 3, -1, 7] {
            let place = periods.place(period);
            periods.add(place, 1, Outcome::Met);
        }
        let found: Vec<_> = periods.in_order().map(|(period, counts)| (period, counts.all()[0])).collect();
        assert_eq!(found, [(-1, 1), (3, 2), (5, 1), (7, 2)]);
        assert!(periods.in_order().all(|(_, counts)| counts.group(0).is_none() && counts.group(1).is_some()));
    }

    #[test]
    fn groups_for_which_there_is_no_room_count_over_all_groups() {
        let mut periods = Periods { room: 5, ..Periods::new(0) };
        for period in [10, 12_000] {
            let place = periods.place(period);
            for group in [3, 3, 0] {
                periods.add(place, group, Outcome::Missed);
            }
        }
        let found: Vec<_> =
            periods.in_order().map(|(_, counts)| (counts.all()[1], counts.group(3).is_some())).collect();
        assert_eq!((found, periods.is_full), (vec![(3, true), (3, false)], true));
    }

    #[test]
    fn a_case_is_counted_once_everywhere() {
        const DAY: i64 = 86_400_000;
        let mut tallies = Tallies::default();
        // The first of February 2026 was a Sunday.
        let first = 20_485 * DAY;
        let case = |day: i64, outcome, channel| TalliedCase {
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
        cases.iter().for_each(|case| tallies.add(case));
        assert_eq!(tallies.channels, [[0, 0, 1, 0], [0; 4], [2, 0, 0, 1]]);
        assert_eq!(
            (tallies.hours[6 * 24 + 23], tallies.hours[23], tallies.hours[5 * 24 + 23]),
            ([2, 0, 0, 1], [0, 1, 0, 0], [0, 0, 1, 0])
        );
        let month = 2026 * 12 + 1;
        let months: Vec<_> = tallies.months().map(|(month, counts)| (month, counts.all())).collect();
        assert_eq!(months, [(month - 1, [0, 0, 1, 0]), (month, [1, 1, 0, 1]), (month + 1, [1, 0, 0, 0])]);
        let week = Moment::of(first).week;
        let weeks: Vec<_> = tallies.weeks().map(|(at, counts)| (at - week, counts.all())).collect();
        assert_eq!(weeks[..2], [(0, [1, 0, 1, 1]), (1, [0, 1, 0, 0])]);
        let groups = tallies.groups();
        assert!(groups[..3].iter().all(|tally| tally.outcomes == [0; 4]));
        assert_eq!((groups[3].outcomes, groups[3].overdue), ([2, 1, 1, 1], 1));
        assert_eq!((groups[3].elapsed.total(), groups[3].elapsed.summary(&[2], &[]).at), (2, vec![Some(7_000)]));
    }
}
