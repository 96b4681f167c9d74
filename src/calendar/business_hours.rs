use std::sync::Arc;

use crate::Diagnostic;
use crate::policy::model::{AlwaysOpen, CalendarDefinition, Text};

use super::Instant;
use super::business_days::{BusinessDayIndex, BusinessDays};
#[cfg(feature = "analysis")]
use super::date::Date;
use super::fault::Fault;
use super::holiday_sets::HolidaySets;
use super::schedule::{Schedule, find_zone};
use super::timeline::{Time, Timeline};
use super::zone::Zone;

/// The business hours in which a clock runs.
#[derive(Debug)]
pub struct Calendar {
    /// `None` if it never closes.
    timeline: Option<Timeline>,
    /// `None` if it never closes and has no zone.
    business_days: Option<BusinessDayIndex>,
}

/// A stretch of time on a calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it.
    pub to: Instant,
    /// Whether it is open, and why it is closed.
    pub kind: StretchKind,
    /// Name of the holiday.
    pub label: Option<Text>,
}

/// Whether a stretch is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StretchKind {
    /// Within opening hours.
    Open,
    /// Outside opening hours.
    Closed,
    /// Closed for a holiday.
    Holiday,
}

impl Calendar {
    /// The calendar that never closes.
    pub fn always() -> Self {
        Self { timeline: None, business_days: None }
    }

    /// Reads the definition at the JSON Pointer `at`; `None` if it has errors. Its errors and warnings are added to `found`.
    pub fn read(
        definition: &CalendarDefinition,
        sets: &HolidaySets,
        at: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        if definition.open != Some(AlwaysOpen::AroundTheClock) {
            let schedule = Arc::new(Schedule::read(definition, sets, at, found)?);
            let timeline = Some(Timeline::new(Arc::clone(&schedule)));
            return Some(Self { timeline, business_days: Some(BusinessDayIndex::new(schedule)) });
        }
        let has_hours =
            definition.weekly.is_some() || !definition.holidays.is_empty() || !definition.special.is_empty();
        let zone = match &definition.zone {
            _ if has_hours || definition.until.is_some() => {
                let message = "expected no hours and no holidays in a calendar that is always open";
                Err(Fault::new("invalid-calendar", "", message, "leave out either \"open\" or the rest"))
            }
            None => return Some(Self::always()),
            zone => find_zone(zone.as_ref(), false),
        };
        match zone {
            Ok(zone) => {
                let schedule = Arc::new(Schedule::around_the_clock(zone));
                Some(Self { timeline: None, business_days: Some(BusinessDayIndex::new(schedule)) })
            }
            Err(fault) => {
                found.push(fault.at(at));
                None
            }
        }
    }

    /// The same calendar in another zone; `None` if the host does not know it.
    pub fn in_zone(&self, name: &str) -> Option<Self> {
        let zone = Zone::find(name)?;
        let Some(days) = &self.business_days else { return Some(Self::always()) };
        let schedule = Arc::new(days.schedule().in_zone(zone));
        let timeline = self.timeline.is_some().then(|| Timeline::new(Arc::clone(&schedule)));
        Some(Self { timeline, business_days: Some(BusinessDayIndex::new(schedule)) })
    }

    /// Whether the calendar is open at an instant.
    pub fn is_open(&self, at: Instant) -> bool {
        self.open(at.millis(), at.millis() + 1) > 0
    }

    /// The due time of a target in business days that starts at `from`; `None` if the calendar has not so many, if the due time is
    /// after 2199, or if the calendar never closes and has no zone.
    pub fn due_in_business_days(&self, from: Instant, target: &BusinessDays) -> Option<Instant> {
        Instant::within(self.business_days.as_ref()?.due(from.millis(), target)?)
    }

    /// Whether the calendar has a zone, in which there are days.
    pub fn has_days(&self) -> bool {
        self.business_days.is_some()
    }

    /// The last date for which the holidays are known, where there is one.
    #[cfg(feature = "analysis")]
    pub fn holidays_until(&self) -> Option<Date> {
        self.business_days.as_ref()?.schedule().holidays().until.map(Date::from)
    }

    /// Whether the calendar opens at a minute of the day on some day.
    #[cfg(feature = "analysis")]
    pub fn opens_at(&self, minute: u32) -> bool {
        self.business_days.as_ref().is_none_or(|days| days.schedule().opens_at(minute))
    }

    /// Whether the holidays at an instant are known.
    pub fn knows_holidays(&self, at: Instant) -> bool {
        self.business_days.as_ref().is_none_or(|days| days.schedule().knows_holidays(at.millis()))
    }

    /// Business hours, in milliseconds, between two instants; zero if the second is not later.
    pub fn elapsed(&self, from: Instant, to: Instant) -> i64 {
        self.open(from.millis(), to.millis().max(from.millis()))
    }

    /// The instant at which a number of milliseconds of business hours has passed: closing time if they run out there, and for
    /// zero the next open instant. `None` if it never comes or is after 2199.
    pub fn deadline(&self, from: Instant, millis: i64) -> Option<Instant> {
        Instant::within(self.due(from.millis(), millis))
    }

    /// [`Calendar::elapsed`] between two instants in milliseconds; the second is not earlier.
    #[inline(always)]
    pub(crate) fn open(&self, from: i64, to: i64) -> i64 {
        match &self.timeline {
            None => to - from,
            Some(timeline) => timeline.elapsed(from, to),
        }
    }

    /// [`Calendar::deadline`] in milliseconds; far beyond 2199 if it never comes. It is not inlined, because it is large.
    #[inline(never)]
    pub(super) fn due(&self, from: i64, millis: i64) -> i64 {
        let due = match &self.timeline {
            _ if millis < 0 => None,
            None => from.checked_add(millis),
            Some(timeline) => timeline.deadline(from, millis),
        };
        due.unwrap_or(i64::MAX)
    }

    /// The stretches between two instants, in order, without gaps, each as long as possible; none if they are larger than `room`
    /// ([`size_of`]). Without opening hours there is one, which may be empty.
    pub fn stretches(&self, from: Instant, to: Instant, room: usize) -> Vec<Stretch> {
        let Some(timeline) = &self.timeline else {
            return vec![Stretch { from, to, kind: StretchKind::Open, label: None }];
        };
        let holiday =
            |index: usize| self.business_days.as_ref().and_then(|days| days.schedule().holidays().days.get(index));
        let label = |time: Time| match time {
            Time::Holiday(index) => holiday(index).and_then(|holiday| holiday.name.as_deref()),
            _ => None,
        };
        let mut found: Vec<(i64, i64, Time)> = Vec::new();
        let mut size = 0;
        timeline.visit(from.millis(), to.millis(), &mut |from, to, time| {
            match found.last_mut() {
                // The timeline gives a stretch in two parts where one of its pages ends.
                Some((_, end, last)) if *last == time => *end = to,
                _ => {
                    size += size_of(label(time));
                    found.push((from, to, time));
                }
            }
            size <= room
        });
        if size > room {
            return Vec::new();
        }
        let stretch = |(from, to, time)| {
            let kind = match time {
                Time::Open => StretchKind::Open,
                Time::Closed => StretchKind::Closed,
                Time::Holiday(_) => StretchKind::Holiday,
            };
            Some(Stretch { from: Instant::within(from)?, to: Instant::within(to)?, kind, label: label(time).cloned() })
        };
        found.into_iter().filter_map(stretch).collect()
    }
}

/// How much a stretch, or a segment of a timeline, with this label takes: one, and another for each 200 bytes of the label.
pub(crate) fn size_of(label: Option<&Text>) -> usize {
    1 + label.map_or(0, |label| label.iter().map(|(tag, text)| tag.len() + text.len()).sum::<usize>() / 200)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(definition: serde_json::Value) -> Calendar {
        let sets = HolidaySets::read(&Default::default(), &mut Vec::new());
        Calendar::read(&serde_json::from_value(definition).unwrap(), &sets, "", &mut Vec::new()).unwrap()
    }

    #[test]
    fn stretches_are_given_as_long_as_all_of_them_have_room() {
        let long = "x".repeat(398);
        let daily = calendar(serde_json::json!({
            "zone": "UTC", "weekly": {"mon-sun": [["09:00", "17:00"]]},
            "holidays": [{"date": "1970-01-03", "name": {"en": long}}],
        }));
        let day = |number: i64| Instant::from_millis(number * 86_400_000).unwrap();
        let count = |to: i64, room: usize| daily.stretches(day(0), day(to), room).len();
        // Closed, open, closed, open, closed.
        assert_eq!((count(2, 5), count(2, 4)), (5, 0));
        // A holiday whose name has 400 bytes with its language takes as much room as three.
        assert_eq!((count(3, 8), count(3, 7)), (6, 0));
    }
}
