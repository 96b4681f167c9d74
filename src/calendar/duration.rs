use super::date::{digits, thousandths};
use super::instant::excerpt;
use crate::{Error, ErrorCode};

/// Reads an ISO 8601 duration of hours, minutes and seconds, such as "PT30M", "PT1H30M" or "PT0.5S", as milliseconds.
///
/// # Errors
///
/// `ambiguous-duration` for one with days or weeks, which may mean hours of the calendar or business days; `invalid-duration` for
/// anything else.
pub fn parse_duration(text: &str) -> Result<i64, Error> {
    read(text).ok_or_else(|| {
        let found = excerpt(text);
        match days_and_hours(text) {
            Some((days, duration)) => {
                let days = days.map_or_else(
                    || "a number of business days".to_owned(),
                    |days| format!("{{\"businessDays\": {days}}}"),
                );
                let message = format!("\"{found}\" can mean {duration}, hours of the calendar, or {days}");
                Error::new(ErrorCode::AmbiguousDuration, message)
            }
            None => Error::new(
                ErrorCode::InvalidDuration,
                format!("expected an ISO 8601 duration such as \"PT30M\", found \"{found}\""),
            ),
        }
    })
}

/// The business days that a duration of days or weeks may mean, and the duration in hours. A week has five business days; a
/// duration with a time behind its days means no number of them.
fn days_and_hours(text: &str) -> Option<(Option<u32>, String)> {
    let rest = text.strip_prefix('P')?;
    let (number, time) = rest.split_once(['D', 'W'])?;
    let are_days = rest.as_bytes().get(number.len()) == Some(&b'D');
    let number = u32::try_from(digits(number)?).ok()?;
    let (days, hours) = if are_days {
        (number, number.checked_mul(24)?)
    } else {
        (number.checked_mul(5)?, number.checked_mul(7 * 24)?)
    };
    let Some(time) = time.strip_prefix('T').filter(|time| !time.is_empty()) else {
        return Some((Some(days), format!("PT{hours}H")));
    };
    let own = time.split_once('H').and_then(|(own, rest)| Some((u32::try_from(digits(own)?).ok()?, rest)));
    let (own, rest) = own.unwrap_or((0, time));
    Some((None, format!("PT{}H{}", hours.checked_add(own)?, excerpt(rest))))
}

fn read(text: &str) -> Option<i64> {
    let parts = text.strip_prefix("PT").filter(|parts| !parts.is_empty())?;
    let (hours, rest) = parts.split_once('H').unwrap_or(("0", parts));
    let (minutes, rest) = rest.split_once('M').unwrap_or(("0", rest));
    let (seconds, rest) = rest.split_once('S').unwrap_or(("0", rest));
    // Only seconds may have a fraction.
    let (seconds, fraction) = seconds.split_once(['.', ',']).unwrap_or((seconds, "0"));
    if !rest.is_empty() {
        return None;
    }
    let minutes = digits(hours)?.saturating_mul(60).saturating_add(digits(minutes)?);
    let seconds = minutes.saturating_mul(60).saturating_add(digits(seconds)?);
    let millis = seconds.saturating_mul(1_000).saturating_add(thousandths(fraction)?);
    // A duration longer than the time from 1970 to 2199 could never pass.
    (millis <= 7_258_118_400_000).then_some(millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_hours_minutes_and_seconds() {
        for (text, millis) in [
            ("PT30M", 1_800_000),
            ("PT2H", 7_200_000),
            ("PT25H", 90_000_000),
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
            "P1Y",
            "PT1M1H",
            "PT-1M",
            "pt1m",
            "PT1.5H",
            "PT1.S",
            "PT99999999999999999H",
            "PD",
            "P99999999999D",
            "PT.5S",
        ] {
            assert_eq!(parse_duration(bad).unwrap_err().code(), ErrorCode::InvalidDuration, "{bad}");
        }
    }

    #[test]
    fn days_and_weeks_are_ambiguous_and_both_ways_to_say_it_are_named() {
        for (text, hours, days) in [
            ("P1D", "PT24H,", "{\"businessDays\": 1}"),
            ("P2W", "PT336H,", "{\"businessDays\": 10}"),
            ("P1DT2H", "PT26H,", "a number of business days"),
            ("P1DT30M", "PT24H30M,", "a number of business days"),
        ] {
            let error = parse_duration(text).unwrap_err();
            assert_eq!(error.code(), ErrorCode::AmbiguousDuration, "{text}");
            let message = error.to_string();
            assert!(message.contains(hours) && message.contains(days), "{message}");
        }
    }
}
