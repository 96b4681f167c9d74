use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};

/// A date of the Gregorian calendar, without a time and without a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Date(NaiveDate);

impl Date {
    /// The date of a year, month and day; `None` if the month has no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads "2026-12-24"; `None` for anything else, dates that do not exist included.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month_and_day) = text.split_at_checked(4)?;
        let (month, day) = parse_month_and_day(month_and_day)?;
        Self::new(digits(year)?.try_into().ok()?, month, day)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The day of the month, from 1 on.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The date after a number of days since 1970-01-01.
    pub fn from_days_since_1970(days: i32) -> Option<Self> {
        NaiveDate::from_epoch_days(days).map(Self)
    }

    /// Days since 1970-01-01.
    pub fn days_since_1970(self) -> i32 {
        self.0.to_epoch_days()
    }

    /// The date after a number of days; `None` beyond the dates that chrono knows.
    pub fn plus_days(self, days: u32) -> Option<Self> {
        self.0.checked_add_days(Days::new(u64::from(days))).map(Self)
    }

    /// The same day after a number of months, or the last day of a month that lacks it.
    pub fn plus_months(self, months: u32) -> Option<Self> {
        self.0.checked_add_months(Months::new(months)).map(Self)
    }
}

impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl fmt::Display for Date {
    /// Writes "2026-12-24".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

/// Reads "--12-24", a day of every year, as month and day. 29 February is one.
pub(crate) fn parse_day_of_year(text: &str) -> Option<(u32, u32)> {
    let (month, day) = parse_month_and_day(text.strip_prefix('-')?)?;
    // 2000 was a leap year.
    Date::new(2000, month, day).map(|_| (month, day))
}

/// Reads "-12-24".
fn parse_month_and_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.strip_prefix('-')?.split_once('-')?;
    Some((two_digits(month)?, two_digits(day)?))
}

/// Reads "17:30" as minutes; "24:00" is the end of the day.
pub(super) fn parse_time(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    let time = hours * 60 + minutes;
    (minutes < 60 && time <= 24 * 60).then_some(time)
}

/// Reads "59"; there are no leap seconds.
pub(super) fn parse_seconds(text: &str) -> Option<u32> {
    two_digits(text).filter(|seconds| *seconds < 60)
}

/// Reads exactly two digits.
fn two_digits(text: &str) -> Option<u32> {
    if text.len() == 2 { digits(text)?.try_into().ok() } else { None }
}

/// Reads a run of digits, without a sign. Digits of a number that is too large give the largest number.
pub(super) fn digits(text: &str) -> Option<i64> {
    let append = |number: i64, digit: u8| number.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
    are_digits(text).then(|| text.bytes().fold(0, append))
}

/// Reads the digits behind a decimal mark as thousandths; further digits are cut off.
pub(super) fn thousandths(text: &str) -> Option<i64> {
    let digit = |place: usize| text.as_bytes().get(place).map_or(0, |digit| i64::from(digit - b'0'));
    are_digits(text).then(|| digit(0) * 100 + digit(1) * 10 + digit(2))
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_are_read_strictly() {
        assert_eq!(Date::parse("2024-02-29"), Date::new(2024, 2, 29));
        for bad in ["2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-1", "26-01-01", "2026-01-01T", ""] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        assert_eq!(parse_day_of_year("--02-29"), Some((2, 29)));
        for bad in ["--02-30", "-02-03", "---02-03", "02-03", "--2-3", "--13-01", "2026-01-01"] {
            assert_eq!(parse_day_of_year(bad), None, "{bad}");
        }
        assert_eq!((parse_time("00:00"), parse_time("17:30"), parse_time("24:00")), (Some(0), Some(1050), Some(1440)));
        for bad in ["24:01", "9:00", "09:60", "25:00", "0900", "09:00:00", "-1:00", "09:0é", "+9:00"] {
            assert_eq!(parse_time(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_date_is_written_as_it_is_read() {
        for text in ["1970-01-01", "2024-02-29", "0001-01-01", "2199-12-31"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
    }
}
