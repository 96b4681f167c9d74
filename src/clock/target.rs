//! The amount of a target, and its due time.

use super::objective::Bound;
use super::pauses::Pauses;
use crate::calendar::{BusinessDays, Calendar, Instant, parse_duration};
use crate::policy::model::Target;
use crate::{Error, ErrorCode};

/// The amount of a target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Amount {
    /// Milliseconds of the calendar.
    Time(Bound, i64),
    /// Business days of the calendar.
    BusinessDays(BusinessDays),
}

/// The due time of a target that has started.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Due {
    /// The business hours of the target, in milliseconds; `None` if the calendar has not so many business days.
    pub millis: Option<i64>,
    /// The due time; `None` while a pause lasts before it, or if the calendar never gets there.
    pub at: Option<Instant>,
}

impl Amount {
    /// The amount of a target.
    ///
    /// # Errors
    ///
    /// `invalid-duration` if it has not exactly one bound, or an amount that cannot be read; `ambiguous-duration`.
    pub fn read(target: &Target) -> Result<Self, Error> {
        let invalid = |message| Err(Error::new(ErrorCode::InvalidDuration, message));
        match (&target.under, &target.within, target.business_days) {
            (None, None, Some(count)) => Ok(Self::BusinessDays(BusinessDays::read(count, target)?)),
            _ if target.due.is_some() || target.cut_off.is_some() => {
                invalid("\"due\" and \"cutOff\" stand beside \"businessDays\" only")
            }
            (Some(under), None, None) => Ok(Self::Time(Bound::Under, parse_duration(under)?)),
            (None, Some(within), None) => Ok(Self::Time(Bound::Within, parse_duration(within)?)),
            _ => invalid("a target has either \"under\", \"within\" or \"businessDays\""),
        }
    }

    /// How the target is met.
    pub fn bound(self) -> Bound {
        match self {
            Self::Time(bound, _) => bound,
            Self::BusinessDays(_) => Bound::Within,
        }
    }

    /// The target in milliseconds of the calendar; `None` if it counts business days.
    pub fn millis(self) -> Option<i64> {
        match self {
            Self::Time(_, millis) => Some(millis),
            Self::BusinessDays(_) => None,
        }
    }

    /// The number of business days; `None` for a target in business hours.
    pub fn business_days(self) -> Option<u32> {
        match self {
            Self::Time(..) => None,
            Self::BusinessDays(days) => Some(days.count),
        }
    }

    /// The due time of a target that starts at `from`. A pause moves it by the business hours that it takes, never to an earlier
    /// time.
    pub fn due(self, calendar: &Calendar, pauses: &Pauses, from: Instant) -> Due {
        let (millis, earliest) = match self {
            Self::Time(_, millis) => (millis, from),
            Self::BusinessDays(days) => match calendar.due_in_business_days(from, &days) {
                Some(due) => (calendar.elapsed(from, due), due),
                None => return Due { millis: None, at: None },
            },
        };
        let at = pauses.deadline(calendar, from, millis).map(|at| at.max(earliest));
        Due { millis: Some(millis), at }
    }

    /// The first instant at which a running target is overdue: its due time if it is strict, else a millisecond later.
    pub fn overdue_from(self, due: Instant) -> Option<Instant> {
        Instant::within(due.millis() + i64::from(self.bound() == Bound::Within))
    }

    /// Whether a running target is overdue.
    pub fn is_overdue(self, due: Instant, at: Instant) -> bool {
        self.overdue_from(due).is_some_and(|from| at >= from)
    }

    /// Whether a stop at `until`, when so many milliseconds have elapsed, meets the target.
    pub fn is_met(self, due: &Due, elapsed: i64, until: Instant) -> bool {
        match self {
            Self::Time(bound, millis) => bound.holds(elapsed, millis),
            Self::BusinessDays(_) => due.at.is_none_or(|at| until <= at),
        }
    }
}
