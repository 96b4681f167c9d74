use crate::policy::model::{AlwaysOpen, CalendarDefinition, Text};
use crate::{Error, ErrorCode};

use super::Instant;

/// The open time in which a clock runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar(());

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
        Self(())
    }

    /// The calendar of a definition.
    ///
    /// # Errors
    ///
    /// `not-implemented` for a calendar with opening hours.
    pub fn new(definition: &CalendarDefinition) -> Result<Self, Error> {
        match definition.open {
            Some(AlwaysOpen::AroundTheClock) => Ok(Self::always()),
            None => Err(Error::new(ErrorCode::NotImplemented, "opening hours are not implemented in this version")),
        }
    }

    /// Open milliseconds between two instants; zero where the second is not later.
    pub fn elapsed(&self, from: Instant, to: Instant) -> i64 {
        (to.millis() - from.millis()).max(0)
    }

    /// The instant at which so many open milliseconds have passed; `None` where that is never or after 2199.
    pub fn deadline(&self, from: Instant, millis: i64) -> Option<Instant> {
        from.millis().checked_add(millis).and_then(|end| Instant::from_millis(end).ok())
    }

    /// What the time between two instants consists of, in order, without gaps.
    pub fn stretches(&self, from: Instant, to: Instant) -> Vec<Stretch> {
        let open = Stretch { from, to, kind: StretchKind::Open, label: None };
        if from < to { vec![open] } else { Vec::new() }
    }
}
