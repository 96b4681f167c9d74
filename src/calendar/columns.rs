//! Deadlines and elapsed business hours of columns of numbers, with NaN in a row that has no answer.

use super::{Calendar, Instant};

/// Seconds as whole milliseconds; `None` for a number that is not a duration.
#[inline(always)]
pub(crate) fn duration(seconds: f64) -> Option<i64> {
    let millis = (seconds * 1_000.0 + 0.5).floor();
    match millis {
        0.0..=1e15 => Some(millis as i64),
        _ => None,
    }
}

/// An instant; a fraction of a millisecond is cut off.
#[inline(always)]
fn instant(millis: f64) -> Option<i64> {
    // A cast would turn NaN into zero.
    if millis >= 0.0 { Instant::within(millis as i64).map(Instant::millis) } else { None }
}

impl Calendar {
    /// The deadline of a start (in milliseconds since 1970) and business hours (in seconds), in milliseconds since 1970;
    /// NaN if it never comes or is out of range.
    #[inline]
    pub fn deadline_of(&self, start: f64, seconds: f64) -> f64 {
        let (Some(start), Some(open)) = (instant(start), duration(seconds)) else { return f64::NAN };
        let due = self.due(start, open);
        if due <= Instant::MAX.millis() { due as f64 } else { f64::NAN }
    }

    /// Business hours, in seconds, between a start and an end (in milliseconds since 1970); NaN if one of them is out of range
    /// or the end comes first.
    #[inline]
    pub fn elapsed_of(&self, start: f64, end: f64) -> f64 {
        match (instant(start), instant(end)) {
            (Some(start), Some(end)) if start <= end => self.open(start, end) as f64 / 1_000.0,
            _ => f64::NAN,
        }
    }

    /// [`Calendar::deadline_of`] of each row.
    pub fn deadlines(&self, starts: &[f64], seconds: &[f64]) -> Vec<f64> {
        starts.iter().zip(seconds).map(|(start, seconds)| self.deadline_of(*start, *seconds)).collect()
    }

    /// [`Calendar::elapsed_of`] of each row.
    pub fn elapsed_all(&self, starts: &[f64], ends: &[f64]) -> Vec<f64> {
        starts.iter().zip(ends).map(|(start, end)| self.elapsed_of(*start, *end)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::HolidaySets;
    use crate::policy::model::CalendarDefinition;

    #[test]
    fn a_row_whose_numbers_are_none_of_a_case_has_no_answer() {
        let definition: CalendarDefinition =
            serde_json::from_str(r#"{"zone": "UTC", "weekly": {"mon-sun": [["09:00", "17:00"]]}}"#).unwrap();
        let sets = HolidaySets::read(&Default::default(), &mut Vec::new());
        let daily = Calendar::read(&definition, &sets, "", &mut Vec::new()).unwrap();
        let hour = 3_600_000.0;
        let most = Instant::MAX.millis() as f64;
        for calendar in [daily, Calendar::always()] {
            assert_eq!(calendar.elapsed_of(10.0 * hour, 12.0 * hour), 7_200.0);
            assert_eq!(calendar.elapsed_of(10.0 * hour, 10.0 * hour), 0.0);
            assert!(calendar.elapsed_of(10.0 * hour, 10.0 * hour - 1.0).is_nan());
            assert_eq!(calendar.deadline_of(10.0 * hour, 3_600.0), 11.0 * hour);
            for bad in [-1.0, f64::NAN, f64::INFINITY, most + 1.0] {
                assert!(calendar.elapsed_of(bad, most).is_nan() && calendar.elapsed_of(0.0, bad).is_nan(), "{bad}");
                assert!(calendar.deadline_of(bad, 3_600.0).is_nan(), "{bad}");
            }
            for bad in [-1.0, f64::NAN, f64::INFINITY, 1e15] {
                assert!(calendar.deadline_of(10.0 * hour, bad).is_nan(), "{bad}");
            }
        }
    }

    #[test]
    fn a_deadline_at_the_last_instant_is_one_and_a_later_one_is_not() {
        let most = Instant::MAX.millis() as f64;
        assert_eq!(Calendar::always().deadline_of(most - 1_000.0, 1.0), most);
        assert!(Calendar::always().deadline_of(most - 1_000.0, 1.001).is_nan());
    }
}
