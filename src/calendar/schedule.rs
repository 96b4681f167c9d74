use chrono::{Datelike, NaiveDate};

use crate::Diagnostic;
use crate::policy::model::{CalendarDefinition, Weekly};

use super::date::Date;
use super::fault::Fault;
use super::holidays::Holiday;
use super::hours::{self, Hours};
use super::zone::Zone;
use super::{DAY, Instant};

/// The most holidays, and the most special days, of a calendar: every day of a decade.
const MOST_DAYS: usize = 4_000;

/// The rules of a calendar for each day, in its zone.
#[derive(Debug, Clone)]
pub(super) struct Schedule {
    /// The zone of its local times.
    pub zone: Zone,
    week: [Hours; 7],
    /// Its holidays, in the order of the policy.
    pub holidays: Vec<Holiday>,
    /// Dates, as days since 1970-01-01, with the hours that replace those of their weekday.
    special: Vec<(i32, Hours)>,
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
    pub fn read(definition: &CalendarDefinition, at: &str, found: &mut Vec<Diagnostic>) -> Option<Self> {
        let before = found.len();
        for (list, length) in [("holidays", definition.holidays.len()), ("special", definition.special.len())] {
            if length > MOST_DAYS {
                let message = format!("expected at most {MOST_DAYS} entries in \"{list}\", found {length}");
                found.push(Diagnostic::error("limit-exceeded", format!("{at}/{list}"), message));
                return None;
            }
        }
        let closed = Weekly::default();
        let weekly = definition.weekly.as_ref().unwrap_or(&closed);
        let week = [
            ("mon", &weekly.mon),
            ("tue", &weekly.tue),
            ("wed", &weekly.wed),
            ("thu", &weekly.thu),
            ("fri", &weekly.fri),
            ("sat", &weekly.sat),
            ("sun", &weekly.sun),
        ];
        let week = week.map(|(day, hours)| hours::read(hours, &format!("{at}/weekly/{day}"), found));
        let mut holidays = Vec::with_capacity(definition.holidays.len());
        for (index, holiday) in definition.holidays.iter().enumerate() {
            match Holiday::read(holiday) {
                Ok(holiday) => holidays.push(holiday),
                Err(fault) => found.push(fault.at(&format!("{at}/holidays/{index}"))),
            }
        }
        let mut special = Vec::with_capacity(definition.special.len());
        for (day, hours) in definition.special.iter() {
            let at = format!("{at}/special/{}", crate::policy::token(day));
            let hours = hours::read(hours, &at, found);
            match Date::parse(day) {
                Some(day) => special.push((day.days_since_1970(), hours)),
                None => {
                    let fault = Fault::text("invalid-date", "", "date", day, "write a date such as \"2026-12-24\"");
                    found.push(fault.at(&at).at_key());
                }
            }
        }
        let opens = week.iter().any(|hours| !hours.is_empty()) || special.iter().any(opens_some_day);
        let zone = find_zone(definition.zone.as_deref(), opens).map_err(|fault| found.push(fault.at(at)));
        if found.len() > before {
            return None;
        }
        if !opens {
            found.push(Diagnostic::warning("calendar-never-opens", at, "no day of this calendar has opening hours"));
        }
        Some(Self { zone: zone.ok()?, week, holidays, special })
    }

    /// The rule for each day from `from` to `to`, both as days since 1970-01-01; `to` is not included.
    pub fn days(&self, from: i32, to: i32) -> Vec<Day> {
        let (Some(first), Some(end)) = (NaiveDate::from_epoch_days(from), NaiveDate::from_epoch_days(to)) else {
            return Vec::new();
        };
        let monday_first = first.weekday().num_days_from_monday() as usize;
        let mut days: Vec<Day> =
            (0..(to - from).max(0) as usize).map(|day| Day::Ordinary((monday_first + day) % 7)).collect();
        let place = |day: i32| usize::try_from(day - from).unwrap_or(usize::MAX);
        for (index, holiday) in self.holidays.iter().enumerate() {
            // A rule can reach over the turn of the year.
            for year in first.year() - 1..=end.year() + 1 {
                let date = holiday.of_year(year).map(|date| date.to_epoch_days());
                if let Some(day) = date.and_then(|day| days.get_mut(place(day))) {
                    // Of two holidays on one day the first gives the name, if it has one.
                    match *day {
                        Day::Holiday(first) if self.holidays[first].name.is_some() => {}
                        _ => *day = Day::Holiday(index),
                    }
                }
            }
        }
        for (index, (day, _)) in self.special.iter().enumerate() {
            if let Some(day) = days.get_mut(place(*day)) {
                *day = Day::Special(index);
            }
        }
        days
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

/// The zone of a calendar. Without opening hours, any zone will do.
pub(super) fn find_zone(name: Option<&str>, opens: bool) -> Result<Zone, Fault> {
    let help = "give an IANA name, such as \"America/Toronto\"";
    match name {
        Some(name) => {
            Zone::find(name).ok_or_else(|| Fault::text("unknown-zone", "/zone", "known IANA time zone", name, help))
        }
        None if opens => {
            Err(Fault::new("unknown-zone", "", "expected a time zone for the opening hours, found none", help))
        }
        None => Zone::find("UTC").ok_or_else(|| Fault::new("unknown-zone", "", "this host has no time zones", help)),
    }
}

/// Whether special hours open a day from 1970 to 2199.
fn opens_some_day((day, hours): &(i32, Hours)) -> bool {
    let start = i64::from(*day) * DAY;
    !hours.is_empty() && start > Instant::MIN.millis() - 3 * DAY && start <= Instant::MAX.millis()
}
