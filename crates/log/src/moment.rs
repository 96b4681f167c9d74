const DAY: f64 = 86_400_000.0;

/// The day and the week of a local time.
///
/// # Examples
///
/// ```
/// use case_slo_log::Moment;
///
/// // 1970-01-01 was a Thursday.
/// let moment = Moment::of(0);
/// assert_eq!((moment.day, moment.week, moment.weekday(), moment.month()), (0, 0, 3, 1970 * 12));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Days since 1970-01-01.
    pub day: i32,
    /// The ISO week, counted from the one of 1970-01-01.
    pub week: i32,
}

impl Moment {
    /// The moment of a local time, as the milliseconds since 1970 that it would be in UTC.
    #[inline]
    pub fn of(local: i64) -> Self {
        // In floating point: exact for numbers of this size, and a division of 64-bit integers takes several times as long.
        let day = (local as f64 / DAY).floor() as i32;
        // 1970-01-01 was a Thursday.
        Self { day, week: (day + 3).div_euclid(7) }
    }

    /// Day of the week: 0 is Monday.
    pub fn weekday(self) -> usize {
        (self.day + 3).rem_euclid(7) as usize
    }

    /// The month, counted from January of the year 0.
    #[inline]
    pub fn month(self) -> i32 {
        // Years begin in March, so that the leap day is their last; 400 of them are 146,097 days.
        let days = self.day + 719_468;
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        (days.div_euclid(146_097) * 400 + year) * 12 + (5 * of_year + 2) / 153 + 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_belongs_to_its_day_week_and_month() {
        const LENGTHS: [i32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let mut first = 0;
        for month in 1970 * 12..2200 * 12 {
            let (year, of_year) = (month / 12, month % 12);
            let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let next = first + LENGTHS[of_year as usize] + i32::from(of_year == 1 && is_leap);
            for day in first..next {
                for hour in [0, 23] {
                    let at = i64::from(day) * 86_400_000 + i64::from(hour) * 3_600_000;
                    for at in [at, at + 3_599_999] {
                        let moment = Moment::of(at);
                        assert_eq!((moment.day, moment.month()), (day, month), "{at}");
                        assert_eq!(moment.weekday(), (day as usize + 3) % 7);
                        assert_eq!(moment.week, (day + 3) / 7);
                    }
                }
            }
            first = next;
        }
        assert_eq!(Moment::of(-1), Moment { day: -1, week: 0 });
        assert_eq!(Moment::of(-1).month(), 1969 * 12 + 11);
    }
}
