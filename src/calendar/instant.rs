use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::civil::{DAY, date, parse_date, two_digits};
use crate::argument::refuse;
use crate::policy::Tree;
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
        Self::within(millis).ok_or_else(|| {
            Error::new(ErrorCode::OutOfRange, format!("expected an instant from 1970 to 2199, found {millis} ms"))
        })
    }

    /// The instant so many milliseconds after 1970-01-01T00:00:00Z; `None` where that is out of range.
    #[inline(always)]
    pub(crate) fn within(millis: i64) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0).contains(&millis).then_some(Self(millis))
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
        match read(text) {
            Some(millis) => Self::from_millis(millis),
            None => {
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
    pub fn from_json(value: &Tree) -> Result<Self, Error> {
        match value {
            Tree::Text(text) => Self::parse(text),
            Tree::Number(millis) if millis.abs() < 1e17 => Self::from_millis(millis.floor() as i64),
            Tree::Number(_) => {
                Err(Error::new(ErrorCode::OutOfRange, "expected an instant from 1970 to 2199, found one far from it"))
            }
            Tree::Null => Err(Error::new(ErrorCode::InvalidInstant, "expected an instant, found nothing")),
            _ => Err(Error::new(ErrorCode::InvalidInstant, "expected RFC 3339 text or milliseconds since 1970")),
        }
    }
}

/// Milliseconds since 1970 of a text in RFC 3339.
fn read(text: &str) -> Option<i64> {
    let (day, rest) = text.split_at_checked(10)?;
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, mut rest) = rest.split_at_checked(8)?;
    let mut parts = clock.split(':').map(two_digits);
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let mut millis = 0;
    if let Some(fraction) = rest.strip_prefix('.') {
        let end = fraction.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, zone) = fraction.split_at(end);
        if digits.is_empty() {
            return None;
        }
        for place in 0..3 {
            millis = millis * 10 + digits.as_bytes().get(place).map_or(0, |digit| i64::from(digit - b'0'));
        }
        rest = zone;
    }
    let seconds = i64::from(hour * 3_600 + minute * 60 + second) - read_offset(rest)?;
    Some(i64::from(parse_date(day)?) * DAY + seconds * 1_000 + millis)
}

/// Seconds of an offset from UTC.
fn read_offset(text: &str) -> Option<i64> {
    let sign = match text.chars().next()? {
        'Z' | 'z' if text.len() == 1 => return Some(0),
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    (hours < 24 && minutes < 60).then(|| sign * i64::from(hours * 3_600 + minutes * 60))
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC, to the millisecond only where it is not zero.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = date((self.0 / DAY) as i32);
        let (seconds, millis) = (self.0 % DAY / 1_000, self.0 % 1_000);
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        write!(f, "{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        if millis > 0 {
            write!(f, ".{millis:03}")?;
        }
        f.write_str("Z")
    }
}

impl Instant {
    /// The same text as that of `Display`, several times as fast: for a result that holds ten thousand of them.
    #[cfg(any(test, feature = "analysis"))]
    pub(crate) fn write(self, text: &mut [u8; 24]) -> &str {
        *text = *b"0000-00-00T00:00:00.000Z";
        let (year, month, day) = date((self.0 / DAY) as i32);
        let (seconds, millis) = ((self.0 % DAY / 1_000) as u32, (self.0 % 1_000) as u32);
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        // Each with the place of its last digit.
        let parts = [(year as u32, 3), (month, 6), (day, 9), (hour, 12), (minute, 15), (second, 18), (millis, 22)];
        for (mut number, last) in parts {
            for place in text[..=last].iter_mut().rev() {
                if number == 0 {
                    break;
                }
                *place = b'0' + (number % 10) as u8;
                number /= 10;
            }
        }
        let length = if millis == 0 { 20 } else { 24 };
        text[length - 1] = b'Z';
        std::str::from_utf8(&text[..length]).unwrap_or_default()
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
                // `as` saturates, so a number far out of range stays out of range; NaN is not a moment.
                if millis.is_nan() {
                    return Err(refuse(&Error::new(ErrorCode::InvalidInstant, "expected an instant, found NaN")));
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
    fn it_is_written_in_the_same_way_quickly() {
        for millis in (0..Instant::MAX.0).step_by(86_399_983 * 97).chain([Instant::MAX.0, 951_782_400_000, 59_000, 7]) {
            assert_eq!(Instant(millis).write(&mut [0; 24]), Instant(millis).to_string());
        }
    }

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
        ] {
            assert_eq!(shown(bad), Err("invalid-instant"), "{bad}");
        }
    }

    #[test]
    fn instants_are_written_and_read_as_chrono_does() {
        for millis in (0..Instant::MAX.0).step_by(9_999_999_937) {
            let shown = Instant(millis).to_string();
            let moment = chrono::DateTime::parse_from_rfc3339(&shown).unwrap();
            assert_eq!(moment.timestamp_millis(), millis, "{shown}");
            let east = moment.with_timezone(&chrono::FixedOffset::east_opt(45_900).unwrap()).to_rfc3339();
            assert_eq!(Instant::parse(&east), Ok(Instant(millis)), "{east}");
        }
    }

    #[test]
    fn json_holds_an_instant_as_text_or_milliseconds() {
        let from_json = |value: serde_json::Value| Instant::from_json(&(&value).into());
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
