use chrono::{Datelike, NaiveDate};

use crate::Diagnostic;
use crate::policy::model::{CalendarDefinition, CalendarZone};
use crate::sorted::sorted;

use super::date::{Date, parse_day_of_year};
use super::fault::Fault;
use super::holiday_sets::{HolidaySets, Holidays};
use super::hours::{self, Hours};
use super::zone::Zone;
use super::{DAY, Instant};

/// Most days by which a holiday at a weekend moves to another day that is off.
const MOST_DAYS_MOVED: i32 = 31;

/// The rules of a calendar for each day, in its zone.
#[derive(Debug, Clone)]
pub(super) struct Schedule {
    /// The zone of its local times.
    pub zone: Zone,
    week: [Hours; 7],
    /// Its holidays.
    pub holidays: Holidays,
    /// Dates with the hours that replace those of their weekday; days of every year before single dates.
    special: Vec<(Special, Hours)>,
}

/// A date with hours of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Special {
    /// Month and day of every year.
    Yearly(u32, u32),
    /// Days since 1970-01-01.
    Once(i32),
}

/// The rule for one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Day {
    /// The hours of this weekday: 0 is Monday.
    Ordinary(usize),
    /// The holiday of this index.
    Holiday(usize),
    /// The special hours of this index.
    Special(usize),
}

impl Schedule {
    /// Reads a calendar that is not always open; `None` if it has errors. They are added to `found`.
    pub fn read(
        definition: &CalendarDefinition,
        sets: &HolidaySets,
        at: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let before = found.len();
        let read_week = |weekly| hours::read_week(weekly, &format!("{at}/weekly"), found);
        let week = definition.weekly.as_ref().map(read_week).unwrap_or_default();
        let (list, until) = (&definition.holidays, definition.until.as_deref());
        let holidays = Holidays::read(list, "holidays", None, until, Some(sets), at, found);
        let mut special = Vec::with_capacity(definition.special.len());
        for (day, hours) in definition.special.iter() {
            let at = format!("{at}/special/{}", crate::policy::token(day));
            let hours = hours::read(hours, &at, found);
            let once = Date::parse(day).map(|day| Special::Once(day.days_since_1970()));
            match once.or_else(|| parse_day_of_year(day).map(|(month, day)| Special::Yearly(month, day))) {
                Some(day) => special.push((day, hours)),
                None => {
                    let help = "write \"2026-12-24\", or every year \"--12-24\"";
                    found.push(Fault::text("invalid-date", "", "date", day, help).at(&at).at_key());
                }
            }
        }
        let special = sorted(special, |one, other| one.0.cmp(&other.0));
        let opens = week.iter().any(|hours| !hours.is_empty()) || special.iter().any(opens_some_day);
        let zone = find_zone(definition.zone.as_ref(), opens).map_err(|fault| found.push(fault.at(at)));
        if found.len() > before {
            return None;
        }
        if !opens {
            found.push(Diagnostic::warning("calendar-never-opens", at, "no day of this calendar has opening hours"));
        }
        Some(Self { zone: zone.ok()?, week, holidays, special })
    }

    /// The same rules in another zone.
    pub fn in_zone(&self, zone: Zone) -> Self {
        Self { zone, ..self.clone() }
    }

    /// The rules of a calendar that never closes, in a zone.
    pub fn around_the_clock(zone: Zone) -> Self {
        let week = std::array::from_fn(|_| vec![(0, 24 * 60)]);
        Self { zone, week, holidays: Holidays::default(), special: Vec::new() }
    }

    /// Whether some weekday or special day is open at a minute of the day, or closes then.
    #[cfg(feature = "analysis")]
    pub fn opens_at(&self, minute: u32) -> bool {
        let is_within = |(opens, closes): &(u32, u32)| {
            (*opens..=*closes).contains(&minute) || (*opens..=*closes).contains(&(minute + 24 * 60))
        };
        self.week.iter().chain(self.special.iter().map(|(_, hours)| hours)).flatten().any(is_within)
    }

    /// Whether the holidays are known at an instant, in milliseconds: up to the end of the last date for which they are complete.
    pub fn knows_holidays(&self, at: i64) -> bool {
        let Some(until) = self.holidays.until else { return true };
        let midnight = i64::from(until.to_epoch_days() + 1) * (DAY / 1_000);
        let margin = 3 * (DAY / 1_000);
        at <= self.zone.offsets(midnight - margin, midnight + margin).instant(midnight) * 1_000
    }

    /// The rule for each day from `from` to `to`, both as days since 1970-01-01; `to` is not included.
    pub fn days(&self, from: i32, to: i32) -> Vec<Day> {
        let (Some(first), Some(end)) = (NaiveDate::from_epoch_days(from), NaiveDate::from_epoch_days(to)) else {
            return Vec::new();
        };
        let ordinary = |day: i32| Day::Ordinary((day + 3).rem_euclid(7) as usize);
        let mut days: Vec<Day> = (from..to).map(ordinary).collect();
        let mut set = |day: i32, rule: Day, only_where_open: bool| {
            let place = usize::try_from(day - from).unwrap_or(usize::MAX);
            match days.get_mut(place) {
                Some(_) if only_where_open && self.hours(ordinary(day)).is_empty() => {}
                Some(there) => *there = rule,
                None => {}
            }
        };
        self.each_holiday((first.year(), end.year()), |day, index| set(day, Day::Holiday(index), false));
        for (index, (day, _)) in self.special.iter().enumerate() {
            match *day {
                Special::Once(day) => set(day, Day::Special(index), false),
                Special::Yearly(month, day) => {
                    for date in (first.year()..=end.year()).filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
                    {
                        set(date.to_epoch_days(), Day::Special(index), true);
                    }
                }
            }
        }
        days
    }

    /// Calls `each` with every holiday of some years, the days off for holidays at a weekend included: the day, and the index of the
    /// holiday that gives it its name.
    fn each_holiday(&self, (first, last): (i32, i32), mut each: impl FnMut(i32, usize)) {
        let holidays = &self.holidays.days;
        let start_of = |year| NaiveDate::from_ymd_opt(year, 1, 1).map_or(0, |date| date.to_epoch_days());
        let (start, end) = (start_of(first - 1), start_of(last + 2));
        // The holiday on each day, and the days off for holidays at a weekend in the order of the policy.
        let mut taken: Vec<Option<usize>> = vec![None; if holidays.is_empty() { 0 } else { (end - start) as usize }];
        let mut observed = Vec::new();
        let place = |day: i32| usize::try_from(day - start).unwrap_or(usize::MAX);
        for (index, holiday) in holidays.iter().enumerate() {
            // A rule can reach over the turn of the year.
            for day in (first - 2..=last + 2).filter_map(|year| holiday.of_year(year)).map(|date| date.to_epoch_days())
            {
                match taken.get_mut(place(day)) {
                    Some(there @ None) => {
                        *there = Some(index);
                        observed.extend(holiday.observed(day).map(|to| (to, index)));
                    }
                    // Of two holidays on one day the first gives the name, if it has one.
                    Some(Some(first)) if holidays[*first].name.is_none() => *first = index,
                    _ => {}
                }
            }
        }
        for ((day, direction), index) in observed {
            let is_weekend = |day: i32| (day + 3).rem_euclid(7) > 4;
            let is_free = |day: &i32| !is_weekend(*day) && matches!(taken.get(place(*day)), Some(None));
            // If a whole month is off, one more day makes no difference.
            let free = (0..MOST_DAYS_MOVED).map(|days| day + direction * days).find(is_free);
            if let Some(there) = free.and_then(|day| taken.get_mut(place(day))) {
                *there = Some(index);
            }
        }
        for (day, holiday) in (start..).zip(taken) {
            if let Some(index) = holiday {
                each(day, index);
            }
        }
    }

    /// The opening hours of a day.
    pub fn hours(&self, day: Day) -> &[(u32, u32)] {
        match day {
            Day::Ordinary(weekday) => &self.week[weekday],
            Day::Holiday(_) => &[],
            Day::Special(index) => &self.special[index].1,
        }
    }
}

/// The zone of a calendar. Without opening hours, or until a case brings it, any zone will do.
pub(super) fn find_zone(zone: Option<&CalendarZone>, opens: bool) -> Result<Zone, Fault> {
    let help = "give an IANA name, such as \"America/Toronto\"";
    match zone {
        Some(CalendarZone::Named(name)) => {
            Zone::find(name).ok_or_else(|| Fault::text("unknown-zone", "/zone", "known IANA time zone", name, help))
        }
        None if opens => {
            Err(Fault::new("unknown-zone", "", "expected a time zone for the opening hours, found none", help))
        }
        _ => Zone::find("UTC").ok_or_else(|| Fault::new("unknown-zone", "", "this host has no time zones", help)),
    }
}

/// Whether special hours open a day from 1970 to 2199.
fn opens_some_day((day, hours): &(Special, Hours)) -> bool {
    // A day of every year is open only on a weekday that is open anyway.
    let Special::Once(day) = day else { return false };
    let start = i64::from(*day) * DAY;
    !hours.is_empty() && start > Instant::MIN.millis() - 3 * DAY && start <= Instant::MAX.millis()
}
