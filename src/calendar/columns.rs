//! Whole columns at once: numbers in, numbers out, NaN where there is no answer.

use super::{Calendar, Instant};

/// Seconds as whole milliseconds; `None` for what is no duration.
#[inline(always)]
pub(crate) fn duration(seconds: f64) -> Option<i64> {
    let millis = (seconds * 1_000.0 + 0.5).floor();
    (0.0..=1e15).contains(&millis).then_some(millis as i64)
}

/// An instant; a fraction of a millisecond is cut off.
#[inline(always)]
fn instant(millis: f64) -> Option<i64> {
    // A cast would make zero of what is no number.
    if millis >= 0.0 { Instant::within(millis as i64).map(Instant::millis) } else { None }
}

impl Calendar {
    /// The deadline of each start (in milliseconds since 1970) and open time (in seconds), in milliseconds since 1970;
    /// NaN where it is never or out of range.
    pub fn deadlines(&self, starts: &[f64], seconds: &[f64]) -> Vec<f64> {
        let deadline = |(start, seconds): (&f64, &f64)| self.due(instant(*start)?, duration(*seconds)?);
        starts.iter().zip(seconds).map(|row| deadline(row).map_or(f64::NAN, |due| due as f64)).collect()
    }

    /// Open seconds between each start and end (in milliseconds since 1970); NaN where one of them is out of range or
    /// the end comes first.
    pub fn elapsed_all(&self, starts: &[f64], ends: &[f64]) -> Vec<f64> {
        let elapsed = |(start, end): (&f64, &f64)| {
            let (start, end) = (instant(*start)?, instant(*end)?);
            (start <= end).then(|| self.open(start, end) as f64 / 1_000.0)
        };
        starts.iter().zip(ends).map(|row| elapsed(row).unwrap_or(f64::NAN)).collect()
    }
}
