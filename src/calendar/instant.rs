use std::fmt::{self, Write};
use std::str::FromStr;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::DAY;
use super::date::{Date, parse_seconds, parse_time, thousandths};
use crate::argument::refuse;
use crate::{Error, ErrorCode};

/// An instant, to the millisecond, from 1970-01-01T00:00:00Z up to the end of 2199.
///
/// It is read from RFC 3339 with an offset and written as RFC 3339 in UTC. [`instant_of`](crate::instant_of) gives the instant of a
/// local time.
///
/// # Examples
///
/// ```
/// use case_slo::Instant;
///
/// let instant: Instant = "2026-02-03T02:14:00-05:00".parse()?;
/// assert_eq!(instant.to_string(), "2026-02-03T07:14:00Z");
/// assert!(instant < Instant::MAX);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The earliest instant: 1970-01-01T00:00:00Z.
    pub const MIN: Self = Self(0);
    /// The latest instant: 2199-12-31T23:59:59.999Z.
    pub const MAX: Self = Self(7_258_118_399_999);

    /// The instant a number of milliseconds after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    ///
    /// `out-of-range` before 1970 and after 2199.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{ErrorCode, Instant};
    ///
    /// assert_eq!(Instant::from_millis(500)?.to_string(), "1970-01-01T00:00:00.500Z");
    /// assert_eq!(Instant::from_millis(-1).unwrap_err().code(), ErrorCode::OutOfRange);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn from_millis(millis: i64) -> Result<Self, Error> {
        Self::within(millis).ok_or_else(|| {
            Error::new(ErrorCode::OutOfRange, format!("expected an instant from 1970 to 2199, found {millis} ms"))
        })
    }

    /// The instant a number of milliseconds after 1970-01-01T00:00:00Z; `None` if it is out of range.
    #[inline(always)]
    pub(crate) fn within(millis: i64) -> Option<Self> {
        const MIN: i64 = Instant::MIN.0;
        const MAX: i64 = Instant::MAX.0;
        match millis {
            MIN..=MAX => Some(Self(millis)),
            _ => None,
        }
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::Instant;
    ///
    /// assert_eq!(Instant::parse("1970-01-01T00:00:01.500Z")?.millis(), 1_500);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Reads RFC 3339 with an offset, such as "2026-02-03T02:14:00-05:00". Digits after the millisecond are cut off.
    ///
    /// # Errors
    ///
    /// `invalid-instant` for any other text, one without an offset or with a leap second included; `out-of-range`.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{ErrorCode, Instant};
    ///
    /// assert_eq!(Instant::parse("2026-02-03T02:14:00-05:00"), Instant::parse("2026-02-03T07:14:00Z"));
    /// assert_eq!(Instant::parse("2026-02-03T02:14:00").unwrap_err().code(), ErrorCode::InvalidInstant);
    /// ```
    pub fn parse(text: &str) -> Result<Self, Error> {
        match read(text) {
            Some(millis) => Self::from_millis(millis),
            None => {
                let found = excerpt(text);
                let message =
                    format!("expected RFC 3339 with an offset (\"2026-02-03T02:14:00-05:00\"), found \"{found}\"");
                Err(Error::new(ErrorCode::InvalidInstant, message))
            }
        }
    }
}

/// Milliseconds since 1970 of a text in RFC 3339.
///
/// This function takes the digits, and chrono says which dates there are. chrono's own reader of RFC 3339 would be 6 KB of the engine
/// that pages wait for; the tests compare both.
pub(super) fn read(text: &str) -> Option<i64> {
    let (date, rest) = text.split_at_checked(10)?;
    let (time, rest) = rest.strip_prefix(['T', 't', ' '])?.split_at_checked(8)?;
    let (minutes, seconds) = time.split_at_checked(5)?;
    let minutes = parse_time(minutes).filter(|minutes| *minutes < 24 * 60)?;
    let seconds = parse_seconds(seconds.strip_prefix(':')?)?;
    // A fraction may follow, and then the offset, which begins behind the last digit of the fraction.
    let (millis, offset) = match rest.strip_prefix('.') {
        Some(rest) => {
            let offset = rest.trim_start_matches(|mark: char| mark.is_ascii_digit());
            (thousandths(rest.strip_suffix(offset)?)?, offset)
        }
        None => (0, rest),
    };
    let offset = match offset {
        "Z" | "z" => 0,
        _ => {
            let (sign, offset) = match offset.split_at_checked(1)? {
                ("+", offset) => (1, offset),
                ("-", offset) => (-1, offset),
                _ => return None,
            };
            sign * i64::from(parse_time(offset).filter(|offset| *offset < 24 * 60)?)
        }
    };
    let minutes = i64::from(Date::parse(date)?.days_since_1970()) * 24 * 60 + i64::from(minutes) - offset;
    Some((minutes * 60 + i64::from(seconds)) * 1_000 + millis)
}

/// The start of a text from outside, short enough for a message.
pub(super) fn excerpt(text: &str) -> impl fmt::Display {
    fmt::from_fn(|f| text.chars().take(60).try_for_each(|character| f.write_char(character)))
}

impl FromStr for Instant {
    type Err = Error;

    /// As [`Instant::parse`].
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC, to the millisecond only where it is not zero.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, millis) = (self.0 / DAY, self.0 % DAY);
        let date = i32::try_from(days).ok().and_then(Date::from_days_since_1970).ok_or(fmt::Error)?;
        let seconds = millis / 1_000;
        write!(f, "{date}T{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)?;
        match millis % 1_000 {
            0 => f.write_char('Z'),
            millis => write!(f, ".{millis:03}Z"),
        }
    }
}

impl<'de> Deserialize<'de> for Instant {
    /// Reads RFC 3339 text with an offset, or milliseconds since 1970 (a fraction is cut off).
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InstantVisitor;
        impl Visitor<'_> for InstantVisitor {
            type Value = Instant;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("RFC 3339 text with an offset, or milliseconds since 1970")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Instant, E> {
                Instant::parse(text).map_err(|error| refuse(&error))
            }

            fn visit_i64<E: de::Error>(self, millis: i64) -> Result<Instant, E> {
                Instant::from_millis(millis).map_err(|error| refuse(&error))
            }

            fn visit_u64<E: de::Error>(self, millis: u64) -> Result<Instant, E> {
                self.visit_i64(i64::try_from(millis).unwrap_or(i64::MAX))
            }

            fn visit_f64<E: de::Error>(self, millis: f64) -> Result<Instant, E> {
                if millis.is_nan() {
                    return Err(refuse(&Error::new(ErrorCode::InvalidInstant, "expected an instant, found NaN")));
                }
                // No message may depend on how a number far out of range becomes an integer.
                if millis.abs() >= 1e15 {
                    let message = "expected an instant from 1970 to 2199, found a number of more than 15 digits";
                    return Err(refuse(&Error::new(ErrorCode::OutOfRange, message)));
                }
                self.visit_i64(millis.floor() as i64)
            }

            fn visit_bool<E: de::Error>(self, found: bool) -> Result<Instant, E> {
                let message = format!("expected RFC 3339 text or milliseconds since 1970, found {found}");
                Err(refuse(&Error::new(ErrorCode::InvalidInstant, message)))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Instant, E> {
                Err(refuse(&Error::new(ErrorCode::InvalidInstant, "expected an instant, found nothing")))
            }
        }
        deserializer.deserialize_any(InstantVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Instant {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Instant".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time" })
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rfc_3339_in_and_out() {
        let shown = |text: &str| Instant::parse(text).map(|i| i.to_string()).map_err(|e| e.code().as_str());
        assert_eq!(shown("2026-02-03T02:14:00-05:00"), Ok("2026-02-03T07:14:00Z".to_owned()));
        assert_eq!(shown("2026-02-03t02:14:00.1209z"), Ok("2026-02-03T02:14:00.120Z".to_owned()));
        assert_eq!(shown("2199-12-31T23:59:59.999Z"), Ok("2199-12-31T23:59:59.999Z".to_owned()));
        assert_eq!(shown("2200-01-01T00:00:00Z"), Err("out-of-range"));
        assert_eq!(shown("1969-12-31T23:59:59.999Z"), Err("out-of-range"));
        for bad in [
            "2026-02-03T02:14:00",
            "2026-02-03",
            "",
            "now",
            "2026-02-30T00:00:00Z",
            "2016-12-31T23:59:60Z",
            "2026-02-03T02:14Z",
            "2026-02-03T24:00:00Z",
            "2026-02-03T02:60:00Z",
            "2026-02-03T02:14:00.Z",
            "2026-02-03T02:14:00,5Z",
            "2026-02-03T02:14:00+5:00",
            "2026-02-03T02:14:00+0500",
            "2026-02-03T02:14:00+24:00",
            "2026-02-03T02:14:00+05:60",
            "2026-02-03T02:14:00ZZ",
            "2026-02-03T02:14:00é",
            "2026-02-0éT02:14:00Z",
            "+2026-02-03T02:14:00Z",
            "20260203T021400Z",
            "2026-02-03T02:14:00\u{2212}05:00",
            " 2026-02-03T02:14:00Z",
            "2026-02-03T02:14:00Z ",
            "2026-02-03T02:14:00 Z",
            "2026-02-03T 2:14:00Z",
            "2026- 2-03T02:14:00Z",
            "2026-02-03T02:14:00-05: 0",
        ] {
            assert_eq!(shown(bad), Err("invalid-instant"), "{bad}");
        }
    }

    #[test]
    fn rfc_3339_is_read_and_written_as_chrono_does() {
        // chrono also takes a typographic minus sign and a leap second; RFC 3339 has no such sign, and no clock here such a second.
        let by_chrono = |text: &str| {
            let moment = chrono::DateTime::parse_from_rfc3339(text).ok().filter(|_| text.is_ascii())?;
            (moment.timestamp_subsec_nanos() < 1_000_000_000).then(|| moment.timestamp_millis())
        };
        let mut state: u64 = 3_339;
        let mut random = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let mut taken = 0;
        for _ in 0..100_000 {
            let year = [random(10_000), 1_960 + random(250)][random(2)];
            let (month, day) = (random(14), random(33));
            let (hour, minute, second) = (random(26), random(62), random(62));
            let between = ["T", "t", " ", "_", ""][random(5)];
            let fraction = ["", "", ".5", ".999", ".0001", ".123456789012345678901", ".", ",5"][random(8)];
            let offset = ["Z", "z", "+00:00", "-05:00", "+05:45", "-23:59", "+24:00", "+05:60", "-0500", "−05:00", ""];
            let offset = offset[random(offset.len())];
            let mut text =
                format!("{year:04}-{month:02}-{day:02}{between}{hour:02}:{minute:02}:{second:02}{fraction}{offset}");
            if random(4) == 0 && text.is_ascii() {
                let at = random(text.len());
                text.replace_range(at..at + 1, ["", "0", "-", "+", ":", ".", " ", "é"][random(8)]);
            }
            let found = read(&text);
            assert_eq!(found, by_chrono(&text), "{text}");
            if let Some(instant) = found.and_then(Instant::within) {
                taken += 1;
                let written = chrono::DateTime::from_timestamp_millis(instant.millis()).unwrap();
                assert_eq!(instant.to_string(), written.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true));
            }
        }
        assert!(taken > 1_000, "{taken}");
    }

    #[test]
    fn json_holds_an_instant_as_text_or_milliseconds() {
        let from_json =
            |value: serde_json::Value| crate::argument::read::<Instant, _>(value, ErrorCode::InvalidInstant);
        assert_eq!(from_json(json!(1_770_102_840_000i64)), Instant::parse("2026-02-03T07:14:00Z"));
        for (bad, code) in [
            (json!(null), "invalid-instant"),
            (json!(true), "invalid-instant"),
            (json!(-1), "out-of-range"),
            (json!(1e300), "out-of-range"),
        ] {
            assert_eq!(from_json(bad).unwrap_err().code().as_str(), code);
        }
    }
}
