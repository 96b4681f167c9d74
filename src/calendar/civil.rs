//! The civil calendar in whole numbers: dates as days since 1970-01-01, weekdays, Easter, and how a policy writes dates
//! and times.

/// Milliseconds of a day of 24 hours.
pub(super) const DAY: i64 = 86_400_000;

/// Days from 1970-01-01 to a date of the Gregorian calendar. A day beyond the end of the month runs into the next one.
pub(crate) fn days(year: i32, month: u32, day: u32) -> i32 {
    // A year that begins in March has its leap day at the end; 400 of them are 146,097 days.
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * month as i32 + 2) / 5 + day as i32 - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a number of days since 1970-01-01.
pub(crate) fn date(days: i32) -> (i32, u32, u32) {
    let days = days + 719_468;
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let year = year_of_era + days.div_euclid(146_097) * 400;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    (year, month as u32, day as u32)
}

/// A number of days since 1970-01-01 as ISO 8601 writes the date.
pub(crate) fn iso_date(days: i32) -> String {
    let (year, month, day) = date(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The weekday of a date: 0 is Monday.
pub(super) fn weekday(days: i32) -> usize {
    (days + 3).rem_euclid(7) as usize
}

/// Easter Sunday in the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
pub(super) fn easter(year: i32) -> i32 {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let corrected = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + corrected + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let of_march = moon + sunday - 7 * late + 114;
    days(year, (of_march / 31) as u32, (of_march % 31 + 1) as u32)
}

/// Days of a month.
pub(crate) fn days_of_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Reads "2026-12-24" as days since 1970-01-01; `None` for anything else, impossible dates included.
pub(crate) fn parse_date(text: &str) -> Option<i32> {
    let (year, rest) = text.split_at_checked(4)?;
    let year = digits(year)? as i32;
    let (month, day) = parse_month_and_day(rest)?;
    (day <= days_of_month(year, month)).then(|| days(year, month, day))
}

/// Reads "--12-24", a day of every year, as month and day. The 29th of February is one.
pub(super) fn parse_day_of_year(text: &str) -> Option<(u32, u32)> {
    parse_month_and_day(text.strip_prefix('-')?)
}

/// Reads "-12-24".
fn parse_month_and_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.strip_prefix('-')?.split_once('-')?;
    let (month, day) = (two_digits(month)?, two_digits(day)?);
    // Of every year: 2000 had a 29th of February.
    ((1..=12).contains(&month) && (1..=days_of_month(2000, month)).contains(&day)).then_some((month, day))
}

/// Reads "17:30" as minutes; "24:00" is the end of the day.
pub(super) fn parse_time(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    let time = hours * 60 + minutes;
    (minutes < 60 && time <= 24 * 60).then_some(time)
}

/// Two digits as a number.
pub(super) fn two_digits(text: &str) -> Option<u32> {
    if text.len() == 2 { digits(text) } else { None }
}

/// A short run of digits as a number.
fn digits(text: &str) -> Option<u32> {
    let mut number = 0;
    for byte in text.bytes() {
        number = number * 10 + u32::from(byte.is_ascii_digit().then(|| byte - b'0')?);
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, NaiveDate};

    #[test]
    fn dates_and_weekdays_are_those_of_chrono() {
        let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
        let mut day = NaiveDate::from_ymd_opt(1899, 12, 31).unwrap();
        while day.year() < 2402 {
            let number = (day - epoch).num_days() as i32;
            assert_eq!(days(day.year(), day.month(), day.day()), number);
            assert_eq!(date(number), (day.year(), day.month(), day.day()));
            assert_eq!(weekday(number), day.weekday().num_days_from_monday() as usize);
            day = day.succ_opt().unwrap();
        }
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in [
            (1970, 3, 29),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2024, 3, 31),
            (2026, 4, 5),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
            (2100, 3, 28),
            (2160, 3, 23),
        ] {
            assert_eq!(date(easter(year)), (year, month, day));
        }
    }

    #[test]
    fn easter_is_a_sunday_from_the_22nd_of_march_to_the_25th_of_april() {
        for year in 1970..2200 {
            let sunday = easter(year);
            assert_eq!(weekday(sunday), 6);
            assert!((days(year, 3, 22)..=days(year, 4, 25)).contains(&sunday), "{year}");
        }
    }

    #[test]
    fn dates_and_times_are_read_strictly() {
        assert_eq!(parse_date("2024-02-29"), Some(days(2024, 2, 29)));
        for bad in ["2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-1", "26-01-01", "2026-01-01T", ""] {
            assert_eq!(parse_date(bad), None, "{bad}");
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
}
