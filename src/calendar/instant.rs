use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::{Error, ErrorCode};

/// A moment, to the millisecond, from 1970-01-01T00:00:00Z up to the end of 2199.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The earliest instant: 1970-01-01T00:00:00Z.
    pub const MIN: Self = Self(0);
    /// The latest instant: 2199-12-31T23:59:59.999Z.
    pub const MAX: Self = Self(7_258_118_399_999);

    /// The instant so many milliseconds after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    ///
    /// `out-of-range` before 1970 and after 2199.
    pub fn from_millis(millis: i64) -> Result<Self, Error> {
        if (Self::MIN.0..=Self::MAX.0).contains(&millis) {
            Ok(Self(millis))
        } else {
            Err(Error::new(ErrorCode::OutOfRange, format!("expected an instant from 1970 to 2199, found {millis} ms")))
        }
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Reads RFC 3339 with an offset, such as "2026-02-03T02:14:00-05:00". Digits after the millisecond are cut off.
    ///
    /// # Errors
    ///
    /// `invalid-instant` for anything else, a text without an offset and a leap second included; `out-of-range`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        match DateTime::parse_from_rfc3339(text) {
            Ok(moment) if text.get(17..19) != Some("60") => Self::from_millis(moment.timestamp_millis()),
            _ => {
                let found: String = text.chars().take(60).collect();
                let message =
                    format!("expected RFC 3339 with an offset (\"2026-02-03T02:14:00-05:00\"), found \"{found}\"");
                Err(Error::new(ErrorCode::InvalidInstant, message))
            }
        }
    }

    /// Reads an instant as JSON holds it: RFC 3339 text, or milliseconds since 1970 (a fraction is cut off).
    ///
    /// # Errors
    ///
    /// `invalid-instant`, `out-of-range`
    pub fn from_json(value: &Value) -> Result<Self, Error> {
        match value {
            Value::String(text) => Self::parse(text),
            Value::Number(number) => match number.as_f64() {
                Some(millis) if millis.abs() < 1e17 => Self::from_millis(millis.floor() as i64),
                _ => Err(Error::new(
                    ErrorCode::OutOfRange,
                    format!("expected an instant from 1970 to 2199, found {number} ms"),
                )),
            },
            Value::Null => Err(Error::new(ErrorCode::InvalidInstant, "expected an instant, found nothing")),
            _ => Err(Error::new(ErrorCode::InvalidInstant, "expected RFC 3339 text or milliseconds since 1970")),
        }
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC, to the millisecond only where it is not zero.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let format = if self.0 % 1_000 == 0 { SecondsFormat::Secs } else { SecondsFormat::Millis };
        match DateTime::<Utc>::from_timestamp_millis(self.0) {
            Some(moment) => f.write_str(&moment.to_rfc3339_opts(format, true)),
            None => Err(fmt::Error),
        }
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
        ] {
            assert_eq!(shown(bad), Err("invalid-instant"), "{bad}");
        }
    }

    #[test]
    fn json_holds_an_instant_as_text_or_milliseconds() {
        assert_eq!(Instant::from_json(&json!(1_770_102_840_000i64)), Instant::parse("2026-02-03T07:14:00Z"));
        for (bad, code) in [
            (json!(null), "invalid-instant"),
            (json!(true), "invalid-instant"),
            (json!(-1), "out-of-range"),
            (json!(1e300), "out-of-range"),
        ] {
            assert_eq!(Instant::from_json(&bad).unwrap_err().code().as_str(), code);
        }
    }
}
