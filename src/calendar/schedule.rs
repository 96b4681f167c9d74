use std::sync::{Arc, OnceLock};

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

/// Years whose holidays are found together, from [`FIRST_YEAR`] on.
const YEARS: i32 = 8;

/// A year before the first page of business days.
const FIRST_YEAR: i32 = 1968;

/// Spans of years, until after the last page of business days.
const SPANS: usize = ((2_204 - FIRST_YEAR) / YEARS) as usize;

/// The rules of a calendar for each day, in its zone.
#[derive(Debug, Clone)]
pub(super) struct Schedule {
    /// The zone of its local times.
    pub zone: Zone,
    rules: Arc<Rules>,
}

/// The days that are off in a span of years, in order, each with the index of the holiday that gives it its name.
type DaysOff = Box<[(i32, u32)]>;

/// The rules of a calendar, whatever its zone.
#[derive(Debug)]
struct Rules {
    week: [Hours; 7],
    holidays: Holidays,
    days_off: [OnceLock<DaysOff>; SPANS],
    /// Dates with the hours that replace those of their weekday; days of every year before single dates, which ascend.
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
        Some(Self::new(zone.ok()?, week, holidays, special))
    }

    fn new(zone: Zone, week: [Hours; 7], holidays: Holidays, special: Vec<(Special, Hours)>) -> Self {
        let days_off = std::array::from_fn(|_| OnceLock::new());
        Self { zone, rules: Arc::new(Rules { week, holidays, days_off, special }) }
    }

    /// Its holidays.
    pub fn holidays(&self) -> &Holidays {
        &self.rules.holidays
    }

    /// The same rules in another zone.
    pub fn in_zone(&self, zone: Zone) -> Self {
        Self { zone, rules: Arc::clone(&self.rules) }
    }

    /// The rules of a calendar that never closes, in a zone.
    pub fn around_the_clock(zone: Zone) -> Self {
        let week = std::array::from_fn(|_| vec![(0, 24 * 60)]);
        Self::new(zone, week, Holidays::default(), Vec::new())
    }

    /// Whether some weekday or special day is open at a minute of the day, or closes then.
    #[cfg(feature = "analysis")]
    pub fn opens_at(&self, minute: u32) -> bool {
        let is_within = |(opens, closes): &(u32, u32)| {
            (*opens..=*closes).contains(&minute) || (*opens..=*closes).contains(&(minute + 24 * 60))
        };
        self.rules.week.iter().chain(self.rules.special.iter().map(|(_, hours)| hours)).flatten().any(is_within)
    }

    /// Whether the holidays are known at an instant, in milliseconds: up to the end of the last date for which they are complete.
    pub fn knows_holidays(&self, at: i64) -> bool {
        let Some(until) = self.rules.holidays.until else { return true };
        let midnight = i64::from(until.to_epoch_days() + 1) * (DAY / 1_000);
        let margin = 3 * (DAY / 1_000);
        at <= self.zone.offsets(midnight - margin, midnight + margin).instant(midnight) * 1_000
    }

    /// The rule for each day from `from` to `to`, both as days since 1970-01-01; `to` is not included.
    pub fn days(&self, from: i32, to: i32) -> Vec<Day> {
        let ordinary = |day: i32| Day::Ordinary((day + 3).rem_euclid(7) as usize);
        let mut days: Vec<Day> = (from..to).map(ordinary).collect();
        let year = |day: i32| NaiveDate::from_epoch_days(day).map_or(FIRST_YEAR, |date| date.year());
        let (first, last) = (year(from), year(to));
        let mut set = |day: i32, rule: Day, only_where_open: bool| {
            let place = usize::try_from(day - from).unwrap_or(usize::MAX);
            match days.get_mut(place) {
                Some(_) if only_where_open && self.hours(ordinary(day)).is_empty() => {}
                Some(there) => *there = rule,
                None => {}
            }
        };
        let rules = &self.rules;
        for span in (first - FIRST_YEAR) / YEARS..=(last - FIRST_YEAR) / YEARS {
            let Some(known) = usize::try_from(span).ok().and_then(|span| rules.days_off.get(span)) else { continue };
            let known = known.get_or_init(|| rules.days_off(FIRST_YEAR + span * YEARS).into());
            let known = &known[known.partition_point(|(day, _)| *day < from)..];
            for (day, index) in known.iter().take_while(|(day, _)| *day < to) {
                set(*day, Day::Holiday(*index as usize), false);
            }
        }
        let yearly = rules.special.partition_point(|(day, _)| matches!(day, Special::Yearly(..)));
        for (index, (day, _)) in rules.special[..yearly].iter().enumerate() {
            let Special::Yearly(month, day) = *day else { continue };
            for date in (first..=last).filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)) {
                set(date.to_epoch_days(), Day::Special(index), true);
            }
        }
        let next = rules.special.partition_point(|(day, _)| *day < Special::Once(from));
        for (index, (day, _)) in rules.special.iter().enumerate().skip(next) {
            match *day {
                Special::Once(day) if day < to => set(day, Day::Special(index), false),
                _ => break,
            }
        }
        days
    }

    /// The opening hours of a day.
    pub fn hours(&self, day: Day) -> &[(u32, u32)] {
        match day {
            Day::Ordinary(weekday) => &self.rules.week[weekday],
            Day::Holiday(_) => &[],
            Day::Special(index) => &self.rules.special[index].1,
        }
    }
}

impl Rules {
    /// Every day off of some years, those for holidays at a weekend included, each with the index of the holiday that gives it its
    /// name.
    fn days_off(&self, first: i32) -> Vec<(i32, u32)> {
        let holidays = &self.holidays.days;
        if holidays.is_empty() {
            return Vec::new();
        }
        let start_of = |year| NaiveDate::from_ymd_opt(year, 1, 1).map_or(0, |date| date.to_epoch_days());
        let last = first + YEARS - 1;
        let (start, end) = (start_of(first - 1), start_of(last + 2));
        // The holiday on each day, and the days off for holidays at a weekend in the order of the policy.
        let mut taken: Vec<Option<u32>> = vec![None; (end - start) as usize];
        let mut observed = Vec::new();
        let place = |day: i32| usize::try_from(day - start).unwrap_or(usize::MAX);
        for (index, holiday) in (0u32..).zip(holidays) {
            // A rule can reach over the turn of the year.
            for day in (first - 2..=last + 2).filter_map(|year| holiday.of_year(year)).map(|date| date.to_epoch_days())
            {
                match taken.get_mut(place(day)) {
                    Some(there @ None) => {
                        *there = Some(index);
                        observed.extend(holiday.observed(day).map(|to| (to, index)));
                    }
                    // Of two holidays on one day the first gives the name, if it has one.
                    Some(Some(first)) if holidays[*first as usize].name.is_none() => *first = index,
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
        let own = start_of(first)..start_of(last + 1);
        let taken = (start..).zip(taken).filter_map(|(day, index)| Some((day, index?)));
        taken.filter(|(day, _)| own.contains(day)).collect()
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
