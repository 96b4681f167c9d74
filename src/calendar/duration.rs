use super::instant::excerpt;
use crate::{Error, ErrorCode};

/// Reads an ISO 8601 duration of days, hours, minutes and seconds, such as "PT30M", "PT1H30M" or "P1DT0.5S", as
/// milliseconds. A day is 24 hours of the calendar in which the duration is spent.
///
/// # Errors
///
/// `invalid-duration` for anything else: years, months and weeks have no fixed length in business hours.
pub fn parse_duration(text: &str) -> Result<i64, Error> {
    read(text).ok_or_else(|| {
        let found = excerpt(text);
        Error::new(
            ErrorCode::InvalidDuration,
            format!("expected an ISO 8601 duration such as \"PT30M\", found \"{found}\""),
        )
    })
}

fn read(text: &str) -> Option<i64> {
    let mut rest = text.strip_prefix('P')?;
    let mut millis: i64 = 0;
    let mut in_time = false;
    let mut last_unit = 0;
    let mut parts = 0;
    while !rest.is_empty() {
        if let (false, Some(time)) = (in_time, rest.strip_prefix('T')) {
            (in_time, rest) = (true, time);
            if rest.is_empty() {
                return None;
            }
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')?;
        let (number, unit) = (&rest[..end], rest[end..].chars().next()?);
        let (rank, length) = match (in_time, unit) {
            (false, 'D') => (1, 86_400_000),
            (true, 'H') => (2, 3_600_000),
            (true, 'M') => (3, 60_000),
            (true, 'S') => (4, 1_000),
            _ => return None,
        };
        if rank <= last_unit {
            return None;
        }
        last_unit = rank;
        parts += 1;
        millis = millis.checked_add(amount(number, length, rank == 4)?)?;
        rest = &rest[end + 1..];
    }
    // A duration longer than the time from 1970 to 2199 could never pass.
    (parts > 0 && millis <= 7_258_118_400_000).then_some(millis)
}

/// A number of units in milliseconds; only seconds may have a fraction, cut off after the millisecond.
fn amount(number: &str, length: i64, fraction_allowed: bool) -> Option<i64> {
    match number.split_once(['.', ',']) {
        None => number.parse::<i64>().ok()?.checked_mul(length),
        Some((whole, fraction))
            if fraction_allowed && !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit()) =>
        {
            let millis: i64 = format!("{fraction:0<3.3}").parse().ok()?;
            whole.parse::<i64>().ok()?.checked_mul(length)?.checked_add(millis)
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_days_hours_minutes_and_seconds() {
        for (text, millis) in [
            ("PT30M", 1_800_000),
            ("PT2H", 7_200_000),
            ("P1DT1H", 90_000_000),
            ("PT0.5S", 500),
            ("PT0S", 0),
            ("PT1M1,2345S", 61_234),
        ] {
            assert_eq!(parse_duration(text), Ok(millis), "{text}");
        }
        for bad in [
            "",
            "P",
            "PT",
            "30M",
            "PT30",
            "P1M",
            "P1W",
            "P1Y",
            "PT1M1H",
            "PT-1M",
            "pt1m",
            "PT1.5H",
            "PT1.S",
            "PT99999999999999999H",
            "P1DT",
            "PT.5S",
        ] {
            assert!(parse_duration(bad).is_err(), "{bad}");
        }
    }
}
