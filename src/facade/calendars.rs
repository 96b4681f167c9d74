//! The business hours of a calendar, without a case.

use std::time::Duration;

use super::{MAX_COLUMN_VALUES, Policy};
use crate::argument::require_at_most;
use crate::calendar::{Instant, duration};
use crate::clock::{Pause, Pauses, validate_pauses};
use crate::{Error, ErrorCode};

impl Policy {
    /// Returns the instant at which so many business hours that are not paused have passed since `start`.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `depends-on-facts` for a calendar that an answer or the zone of the customer decides; `invalid-case` for a pause that ends before it begins; `limit-exceeded`; `out-of-range` if
    /// that is never, or after 2199.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::Duration;
    /// use case_slo::{Instant, Policy};
    ///
    /// let start = Instant::parse("2026-02-03T07:14:00Z")?;
    /// let due = Policy::reference().deadline("always", start, Duration::from_secs(30 * 60), &[])?;
    /// assert_eq!(due.to_string(), "2026-02-03T07:44:00Z");
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn deadline(
        &self,
        calendar: &str,
        start: Instant,
        business_hours: Duration,
        pauses: &[Pause],
    ) -> Result<Instant, Error> {
        let calendar = self.calendars.fixed(calendar)?;
        validate_pauses(pauses, "")?;
        let pauses = Pauses::begun_by(Instant::MAX, pauses);
        let due = duration(business_hours.as_secs_f64()).and_then(|millis| pauses.deadline(calendar, start, millis));
        due.ok_or_else(|| {
            let seconds = business_hours.as_secs();
            let message = format!("the calendar never reaches {seconds} seconds of business hours after {start}");
            Error::new(ErrorCode::OutOfRange, message)
        })
    }

    /// Returns the business hours between two instants that are not paused.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `depends-on-facts` for a calendar that an answer or the zone of the customer decides; `invalid-case` if `end` is before `start`, or a pause ends before it begins;
    /// `limit-exceeded`.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::Duration;
    /// use case_slo::{Policy, instant_of};
    ///
    /// let policy = Policy::load(include_str!("../../examples/acme-care.json"))?;
    /// let thursday = instant_of("2026-04-02T15:00", "America/Toronto")?;
    /// let monday = instant_of("2026-04-06T10:00", "America/Toronto")?;
    /// // Two hours on Thursday, none on Good Friday and the weekend, one on Monday.
    /// assert_eq!(policy.elapsed("office", thursday, monday, &[])?, Duration::from_secs(3 * 3_600));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn elapsed(&self, calendar: &str, start: Instant, end: Instant, pauses: &[Pause]) -> Result<Duration, Error> {
        let calendar = self.calendars.fixed(calendar)?;
        if end < start {
            return Err(Error::new(ErrorCode::InvalidCase, format!("the end {end} is before the start {start}")));
        }
        validate_pauses(pauses, "")?;
        let millis = Pauses::begun_by(Instant::MAX, pauses).elapsed(calendar, start, end);
        Ok(Duration::from_millis(u64::try_from(millis).unwrap_or(0)))
    }

    /// Returns a column of deadlines, in milliseconds since 1970: one for each start, in milliseconds since 1970, and number of
    /// seconds. A deadline is NaN if it, or one of the two values, is out of range.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `depends-on-facts` for a calendar that an answer or the zone of the customer decides; `invalid-case` if the columns differ in length; `limit-exceeded` above
    /// [`MAX_COLUMN_VALUES`](crate::MAX_COLUMN_VALUES).
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let due = Policy::reference().deadlines("always", &[0.0, 60_000.0, f64::NAN], &[1.0, 2.0, 3.0])?;
    /// assert_eq!(due[..2], [1_000.0, 62_000.0]);
    /// assert!(due[2].is_nan());
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn deadlines(&self, calendar: &str, starts: &[f64], seconds: &[f64]) -> Result<Vec<f64>, Error> {
        let calendar = self.calendars.fixed(calendar)?;
        check_columns(starts, seconds)?;
        Ok(calendar.deadlines(starts, seconds))
    }

    /// Returns a column of business hours elapsed between two instants each, in seconds; the instants are in milliseconds since
    /// 1970. A value is NaN if an instant is out of range, or the end is before the start.
    ///
    /// # Errors
    ///
    /// `unknown-calendar`; `depends-on-facts` for a calendar that an answer or the zone of the customer decides; `invalid-case` if the columns differ in length; `limit-exceeded` above
    /// [`MAX_COLUMN_VALUES`](crate::MAX_COLUMN_VALUES).
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Policy;
    ///
    /// let seconds = Policy::reference().elapsed_all("always", &[0.0, 60_000.0], &[1_500.0, 0.0])?;
    /// assert_eq!(seconds[0], 1.5);
    /// assert!(seconds[1].is_nan());
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn elapsed_all(&self, calendar: &str, starts: &[f64], ends: &[f64]) -> Result<Vec<f64>, Error> {
        let calendar = self.calendars.fixed(calendar)?;
        check_columns(starts, ends)?;
        Ok(calendar.elapsed_all(starts, ends))
    }
}

/// Refuses columns that differ in length, or are too long.
fn check_columns(one: &[f64], other: &[f64]) -> Result<(), Error> {
    require_at_most(one.len(), MAX_COLUMN_VALUES, "numbers in a column", "")?;
    if one.len() == other.len() {
        return Ok(());
    }
    let message = format!("expected columns of one length, found {} and {} values", one.len(), other.len());
    Err(Error::new(ErrorCode::InvalidCase, message).at(""))
}
