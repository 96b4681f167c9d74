use crate::Diagnostic;
use crate::policy::model::{AlwaysOpen, CalendarDefinition, Text};

use super::Instant;
use super::fault::Fault;
use super::holiday_sets::HolidaySets;
use super::schedule::{Schedule, find_zone};
use super::timeline::{Time, Timeline};

/// The most stretches that a timeline lists: enough for all years of a calendar that opens twice a day, and for fourteen years of
/// one that opens forty-eight times a day.
pub const MAX_STRETCHES: usize = 500_000;

/// The business hours in which a clock runs.
#[derive(Debug)]
pub struct Calendar(Option<Timeline>);

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
        Self(None)
    }

    /// Reads the definition at the JSON Pointer `at`; `None` if it has errors. Its errors and warnings are added to `found`.
    pub fn read(
        definition: &CalendarDefinition,
        sets: &HolidaySets,
        at: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        if definition.open != Some(AlwaysOpen::AroundTheClock) {
            return Schedule::read(definition, sets, at, found).map(|schedule| Self(Some(Timeline::new(schedule))));
        }
        let has_hours =
            definition.weekly.is_some() || !definition.holidays.is_empty() || !definition.special.is_empty();
        let fault = if has_hours {
            let message = "expected no hours and no holidays in a calendar that is always open";
            Some(Fault::new("invalid-calendar", "", message, "leave out either \"open\" or the rest"))
        } else {
            find_zone(definition.zone.as_ref(), false).err()
        };
        match fault {
            Some(fault) => {
                found.push(fault.at(at));
                None
            }
            None => Some(Self::always()),
        }
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
        match &self.0 {
            None => to - from,
            Some(timeline) => timeline.elapsed(from, to),
        }
    }

    /// [`Calendar::deadline`] in milliseconds; far beyond 2199 if it never comes. It is not inlined, because it is large.
    #[inline(never)]
    pub(super) fn due(&self, from: i64, millis: i64) -> i64 {
        let due = match &self.0 {
            _ if millis < 0 => None,
            None => from.checked_add(millis),
            Some(timeline) => timeline.deadline(from, millis),
        };
        due.unwrap_or(i64::MAX)
    }

    /// The stretches between two instants, in order, without gaps, each as long as possible; none if there are more than
    /// [`MAX_STRETCHES`], which no page could show.
    pub fn stretches(&self, from: Instant, to: Instant) -> Vec<Stretch> {
        let mut stretches: Vec<Stretch> = Vec::new();
        let Some(timeline) = &self.0 else {
            if from < to {
                stretches.push(Stretch { from, to, kind: StretchKind::Open, label: None });
            }
            return stretches;
        };
        let mut last = None;
        timeline.visit(from.millis(), to.millis(), &mut |from, to, time| {
            if stretches.len() > MAX_STRETCHES {
                return;
            }
            let (Some(from), Some(to)) = (Instant::within(from), Instant::within(to)) else { return };
            match stretches.last_mut() {
                // The end of a page of the timeline cut the stretch in two.
                Some(open) if last == Some(time) => open.to = to,
                _ => {
                    let (kind, label) = match time {
                        Time::Open => (StretchKind::Open, None),
                        Time::Closed => (StretchKind::Closed, None),
                        Time::Holiday(index) => {
                            let holiday = timeline.schedule().holidays.days.get(index);
                            (StretchKind::Holiday, holiday.and_then(|holiday| holiday.name.as_deref().cloned()))
                        }
                    };
                    stretches.push(Stretch { from, to, kind, label });
                }
            }
            last = Some(time);
        });
        if stretches.len() > MAX_STRETCHES {
            stretches.clear();
        }
        stretches
    }
}
