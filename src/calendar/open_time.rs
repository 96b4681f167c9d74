use crate::Diagnostic;
use crate::policy::model::{AlwaysOpen, CalendarDefinition, Text};

use super::Instant;
use super::fault::Fault;
use super::schedule::{Schedule, find_zone};
use super::timeline::{Time, Timeline};

/// Most stretches that a timeline lists: all of time on a calendar that opens twice a day, fourteen years on one that opens
/// forty-eight times.
pub const MAX_STRETCHES: usize = 500_000;

/// The open time in which a clock runs.
#[derive(Debug)]
pub struct Calendar(Option<Timeline>);

/// A stretch of time on a calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// Its first instant.
    pub from: Instant,
    /// The first instant behind it.
    pub to: Instant,
    /// Open, or why not.
    pub kind: StretchKind,
    /// Name of the holiday.
    pub label: Option<Text>,
}

/// Whether a stretch is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StretchKind {
    /// Open time.
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

    /// The calendar of a definition that stands at the JSON Pointer `at`; `None` where it has errors. What is wrong, and
    /// what is odd, is added to `found`.
    pub fn read(definition: &CalendarDefinition, at: &str, found: &mut Vec<Diagnostic>) -> Option<Self> {
        if definition.open != Some(AlwaysOpen::AroundTheClock) {
            return Schedule::read(definition, at, found).map(|schedule| Self(Some(Timeline::new(schedule))));
        }
        let has_hours =
            definition.weekly.is_some() || !definition.holidays.is_empty() || !definition.special.is_empty();
        let fault = if has_hours {
            let message = "a calendar that is always open has no hours and no holidays of its own";
            Some(Fault::new("invalid-calendar", "", message, "leave out either \"open\" or the rest"))
        } else {
            find_zone(definition.zone.as_deref(), false).err()
        };
        match fault {
            Some(fault) => {
                found.push(fault.at(at));
                None
            }
            None => Some(Self::always()),
        }
    }

    /// Open milliseconds between two instants; zero where the second is not later.
    pub fn elapsed(&self, from: Instant, to: Instant) -> i64 {
        self.open(from.millis(), to.millis().max(from.millis()))
    }

    /// The instant at which so many open milliseconds have passed: at closing time where they run out there, and where
    /// there are none of them, the next open instant. `None` where that is never or after 2199.
    pub fn deadline(&self, from: Instant, millis: i64) -> Option<Instant> {
        Instant::within(self.due(from.millis(), millis))
    }

    /// [`Calendar::elapsed`] in bare milliseconds, the second of them not less.
    #[inline(always)]
    pub(crate) fn open(&self, from: i64, to: i64) -> i64 {
        match &self.0 {
            None => to - from,
            Some(timeline) => timeline.elapsed(from, to),
        }
    }

    /// [`Calendar::deadline`] in bare milliseconds; far beyond 2199 where that is never. There is one of it in the engine, for
    /// it is large.
    #[inline(never)]
    pub(super) fn due(&self, from: i64, millis: i64) -> i64 {
        let due = match &self.0 {
            _ if millis < 0 => None,
            None => from.checked_add(millis),
            Some(timeline) => timeline.deadline(from, millis),
        };
        due.unwrap_or(i64::MAX)
    }

    /// What the time between two instants consists of, in order, without gaps, each stretch as long as can be;
    /// nothing where it would be more than [`MAX_STRETCHES`], which no page could show.
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
                // Cut in two where a page of the timeline ends.
                Some(open) if last == Some(time) => open.to = to,
                _ => {
                    let (kind, label) = match time {
                        Time::Open => (StretchKind::Open, None),
                        Time::Closed => (StretchKind::Closed, None),
                        Time::Holiday(index) => {
                            let holiday = timeline.schedule().holidays.get(index);
                            (StretchKind::Holiday, holiday.and_then(|holiday| holiday.name.clone()))
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
