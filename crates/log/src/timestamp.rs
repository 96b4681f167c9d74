//! Timestamps as exports of other systems write them.

use crate::bytes::{TOPS, word};
use crate::row::Cell;

/// A text read as a timestamp.
///
/// # Examples
///
/// ```
/// use case_slo_log::Timestamp;
///
/// assert_eq!(Timestamp::read(b"1970-01-01T01:00:00+01:00"), Timestamp::read(b"1970-01-01T00:00:00Z"));
/// // Without an offset it is a local time, and day and month may be in doubt.
/// assert_ne!(Timestamp::read(b"31/12/2026 14:05"), Timestamp::read(b"01/12/2026 14:05"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timestamp {
    /// Milliseconds since 1970, from a timestamp with an offset.
    Instant(i64),
    /// A wall-clock time without a zone, as the milliseconds since 1970 that it would be in UTC.
    Local(i64),
    /// Day and month could be read either way ("03/04/2026").
    Ambiguous,
    /// No known form of a timestamp.
    Unreadable,
    /// No text but spaces.
    Empty,
}

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const DAY: i64 = 86_400 * SECOND;

impl Timestamp {
    /// Reads a timestamp in another form than the commonest.
    #[inline(never)]
    fn uncommon(text: &[u8]) -> Self {
        Self::read(text)
    }

    /// Reads RFC 3339 ("2026-02-03T02:14:00-05:00"), the same without an offset or with a space ("2026-02-03 02:14"),
    /// dates with slashes or dots ("31/12/2026 14:05", "12/31/2026 2:05 PM"), and serial dates of spreadsheets
    /// ("46056.0931", days since 1899-12-30). Digits after the millisecond are cut off.
    pub fn read(text: &[u8]) -> Self {
        let text = text.trim_ascii();
        if text.is_empty() {
            return Self::Empty;
        }
        if let Some(timestamp) = Timestamps::default().common(text, text.len()) {
            return timestamp;
        }
        let mut at = Cursor { text, at: 0 };
        match text.iter().position(|b| !b.is_ascii_digit()) {
            Some(4) => at.year_first(),
            Some(1 | 2) => at.year_last(),
            Some(5) | None if matches!(text.len(), 5..=30) => serial(text),
            _ => None,
        }
        .unwrap_or(Self::Unreadable)
    }
}

/// Reads the timestamps of a column.
///
/// The commonest form is read at once: "2026-02-03T02:14:00" with a space for the T, with milliseconds or not, with "Z",
/// "-05:00" or nothing behind it. The last date is remembered, because many timestamps in a row have the same.
#[derive(Debug, Clone, Copy, Default)]
pub struct Timestamps {
    /// "2026-02-03T", in two words.
    date: (u64, u64),
    /// The beginning of that day, in milliseconds since 1970.
    midnight: i64,
}

impl Timestamps {
    /// Reads the timestamp of a cell, in any of the forms of [`Timestamp::read`].
    #[inline(always)]
    pub fn read(&mut self, cell: Cell) -> Timestamp {
        let length = cell.end.wrapping_sub(cell.start) as usize;
        match self.common(cell.text.get(cell.start as usize..).unwrap_or_default(), length) {
            Some(timestamp) => timestamp,
            None if length == 0 => Timestamp::Empty,
            None => Timestamp::uncommon(cell.bytes()),
        }
    }

    /// The timestamp of so many bytes at the beginning of a text that may go on; `None` where it has another form.
    #[inline(always)]
    fn common(&mut self, text: &[u8], length: usize) -> Option<Timestamp> {
        const DAY_AND_SEPARATOR: u64 = 0x00ff_ffff;
        let start: &[u8; 19] = text.first_chunk()?;
        let word = |at| word(start, at).unwrap_or_default();
        let date = (word(0), word(8) & DAY_AND_SEPARATOR);
        if date != self.date {
            self.midnight = midnight(date)?;
            self.date = date;
        }
        let clock = unmasked(word(11), *b"00:00:00")?;
        let (hour, minute, second) = (pair(clock, 0), pair(clock, 3), pair(clock, 6));
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let local = self.midnight + i64::from(hour * 3_600 + minute * 60 + second) * SECOND;
        match length {
            ..19 => None,
            19 => Some(Timestamp::Local(local)),
            20 if text.get(19) == Some(&b'Z') => Some(Timestamp::Instant(local)),
            _ => behind_second(text.get(19..length)?, local),
        }
    }
}

/// The beginning of a day in UTC, from the words of a date with its separator.
#[inline(never)]
fn midnight((start, rest): (u64, u64)) -> Option<i64> {
    let date = unmasked(start, *b"0000-00-")?;
    let separator = (rest >> 16) as u8;
    if !matches!(separator, b'T' | b' ' | b't') {
        return None;
    }
    let of_month = unmasked(rest, [b'0', b'0', separator, 0, 0, 0, 0, 0])?;
    days(pair(date, 0) * 100 + pair(date, 2), pair(date, 5), pair(of_month, 0)).map(|days| days * DAY)
}

/// The timestamp of a local time and the text behind its seconds.
#[inline(never)]
fn behind_second(rest: &[u8], local: i64) -> Option<Timestamp> {
    let mut at = Cursor { text: rest, at: 0 };
    let millis = if at.one_of(b".").is_some() { at.fraction()? } else { 0 };
    let local = local + millis;
    match rest.get(at.at..)? {
        [] => Some(Timestamp::Local(local)),
        [b'Z'] => Some(Timestamp::Instant(local)),
        zone => offset(zone).map(|offset| Timestamp::Instant(local - offset)),
    }
}

/// The digits of a word whose other bytes are as in a pattern, where digits are zeros; `None` where it has another form.
#[inline(always)]
fn unmasked(word: u64, pattern: [u8; 8]) -> Option<u64> {
    // Carries a digit to just below the top bit, and of what is not to be a digit anything but zero beyond it.
    let limits = u64::from_le_bytes(pattern.map(|byte| if byte == b'0' { 0x7f - 9 } else { 0x7f }));
    let digits = word ^ u64::from_le_bytes(pattern);
    ((digits | digits.wrapping_add(limits)) & TOPS == 0).then_some(digits)
}

/// The number of two digits from a place on.
#[inline(always)]
fn pair(digits: u64, place: u32) -> u32 {
    let pairs = digits * 10 + (digits >> 8);
    (pairs >> (place * 8)) as u32 & 0xff
}

/// Days since 1970 of a date of the Gregorian calendar, or `None` where there is no such date.
#[inline(always)]
fn days(year: u32, month: u32, day: u32) -> Option<i64> {
    const BEFORE: [u16; 16] = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 0, 0, 0];
    const LENGTHS: [u8; 16] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0];
    let length = u32::from(LENGTHS[month as usize & 15]);
    let is_leap_day =
        || month == 2 && day == 29 && year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    if month > 12 || day == 0 || day > length && !is_leap_day() {
        return None;
    }
    // Years of which the leap day has passed.
    let past = if month > 2 { year } else { year.checked_sub(1)? };
    let leap_days = past / 4 - past / 100 + past / 400;
    let days = 365 * year + leap_days + u32::from(BEFORE[month as usize & 15]) + day;
    // As many days lie before 1970-01-01, counted in this way.
    Some(i64::from(days) - 719_528)
}

/// Milliseconds of "-05:00" or "-0500".
fn offset(zone: &[u8]) -> Option<i64> {
    let (sign, [a, b, c, d]) = match zone {
        [sign @ (b'+' | b'-'), a, b, b':', c, d] | [sign @ (b'+' | b'-'), a, b, c, d] => (sign, [a, b, c, d]),
        _ => return None,
    };
    let two = |tens: &u8, ones: &u8| {
        let is_number = tens.is_ascii_digit() && ones.is_ascii_digit();
        is_number.then(|| i64::from(tens - b'0') * 10 + i64::from(ones - b'0'))
    };
    let (hours, minutes) = (two(a, b)?, two(c, d)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let offset = (hours * 60 + minutes) * MINUTE;
    Some(if *sign == b'-' { -offset } else { offset })
}

struct Cursor<'a> {
    text: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    /// Year, month, day, and the time of day.
    fn year_first(&mut self) -> Option<Timestamp> {
        let year = self.digits(4)?;
        let separator = self.one_of(b"-/.")?;
        let month = self.digits_upto(2)?;
        self.one_of(&[separator])?;
        let day = self.digits_upto(2)?;
        let date = days_of(year, month, day)?;
        self.time_and_offset(date)
    }

    /// Day and month in either order, year, and the time of day.
    fn year_last(&mut self) -> Option<Timestamp> {
        let first = self.digits_upto(2)?;
        let separator = self.one_of(b"/.-")?;
        let second = self.digits_upto(2)?;
        self.one_of(&[separator])?;
        let year = self.digits(4)?;
        let by_day = days_of(year, second, first);
        // With dots the day stands first wherever this form is used; with slashes it depends on the country.
        let by_month = if separator == b'.' { None } else { days_of(year, first, second) };
        match (by_day, by_month) {
            (Some(a), Some(b)) if a != b => {
                self.time_and_offset(a)?;
                Some(Timestamp::Ambiguous)
            }
            (day, month) => self.time_and_offset(day.or(month)?),
        }
    }

    fn time_and_offset(&mut self, date: i64) -> Option<Timestamp> {
        let midnight = date * DAY;
        self.one_of(b"Tt ,")?;
        while self.one_of(b" ").is_some() {}
        let mut hour = self.digits_upto(2)?;
        self.one_of(b":hH")?;
        let minute = self.digits(2)?;
        let mut millis = 0;
        if self.one_of(b":").is_some() {
            millis = self.digits(2)? * SECOND;
            if millis >= MINUTE {
                return None;
            }
            if self.one_of(b".,").is_some() {
                millis += self.fraction()?;
            }
        }
        let spaced = self.one_of(b" ").is_some();
        if let Some(half) = self.one_of(b"AaPp") {
            self.one_of(b".");
            self.one_of(b"Mm")?;
            self.one_of(b".");
            if !(1..=12).contains(&hour) {
                return None;
            }
            hour = hour % 12 + if half.eq_ignore_ascii_case(&b'p') { 12 } else { 0 };
        } else if spaced && self.at == self.text.len() {
            return None;
        }
        if hour > 23 || minute > 59 {
            return None;
        }
        let local = midnight + hour * 60 * MINUTE + minute * MINUTE + millis;
        match self.one_of(b"Zz+-") {
            None => (self.at == self.text.len()).then_some(Timestamp::Local(local)),
            Some(b'Z' | b'z') => (self.at == self.text.len()).then_some(Timestamp::Instant(local)),
            Some(sign) => {
                let hours = self.digits(2)?;
                self.one_of(b":");
                let minutes = self.digits(2)?;
                if hours > 23 || minutes > 59 || self.at < self.text.len() {
                    return None;
                }
                let offset = (hours * 60 + minutes) * MINUTE;
                Some(Timestamp::Instant(if sign == b'-' { local + offset } else { local - offset }))
            }
        }
    }

    /// Digits behind the decimal mark, as milliseconds.
    fn fraction(&mut self) -> Option<i64> {
        let (mut millis, mut unit, start) = (0, 100, self.at);
        while let Some(digit) = self.digit() {
            millis += digit * unit;
            unit /= 10;
        }
        (self.at > start).then_some(millis)
    }

    /// Exactly so many digits.
    fn digits(&mut self, count: usize) -> Option<i64> {
        (0..count).try_fold(0, |number, _| Some(number * 10 + self.digit()?))
    }

    /// One digit, and up to so many in all.
    fn digits_upto(&mut self, count: usize) -> Option<i64> {
        let mut number = self.digit()?;
        for _ in 1..count {
            match self.digit() {
                Some(digit) => number = number * 10 + digit,
                None => break,
            }
        }
        Some(number)
    }

    #[inline]
    fn digit(&mut self) -> Option<i64> {
        let digit = self.text.get(self.at).copied().filter(u8::is_ascii_digit)?;
        self.at += 1;
        Some(i64::from(digit - b'0'))
    }

    #[inline]
    fn one_of(&mut self, bytes: &[u8]) -> Option<u8> {
        let byte = self.text.get(self.at).copied().filter(|b| bytes.contains(b))?;
        self.at += 1;
        Some(byte)
    }
}

/// Days since 1899-12-30, with a fraction for the time of day: rounded to the second, for a spreadsheet keeps no more.
fn serial(text: &[u8]) -> Option<Timestamp> {
    /// 1970-01-01, and 2200-01-01.
    const DAYS: std::ops::Range<i64> = 25_569..109_575;
    /// More digits say nothing about the second.
    const DIGITS: usize = 12;
    let mut at = Cursor { text, at: 0 };
    let days = at.digits(5).filter(|days| DAYS.contains(days))?;
    let (mut numerator, mut denominator) = (0, 1);
    if at.one_of(b".,").is_some() {
        let start = at.at;
        while let Some(digit) = at.digit() {
            if at.at - start <= DIGITS {
                numerator = numerator * 10 + digit;
                denominator *= 10;
            }
        }
    }
    let seconds = (numerator * 86_400 + denominator / 2) / denominator;
    (at.at == text.len()).then_some(Timestamp::Local((days - DAYS.start) * DAY + seconds * SECOND))
}

/// Days since 1970 of a date of the Gregorian calendar, or `None` where there is no such date. No part has more than four digits.
fn days_of(year: i64, month: i64, day: i64) -> Option<i64> {
    days(year as u32, month as u32, day as u32)
}

#[cfg(test)]
mod tests {
    use super::Timestamp::{self, Ambiguous, Empty, Instant, Local, Unreadable};
    use super::{Cursor, DAY, SECOND, Timestamps, days_of};

    fn read(text: &str) -> Timestamp {
        Timestamp::read(text.as_bytes())
    }

    #[test]
    fn rfc_3339_keeps_its_offset() {
        assert_eq!(read("2026-02-03T02:14:00-05:00"), Instant(1_770_102_840_000));
        assert_eq!(read("2026-02-03T07:14:00Z"), Instant(1_770_102_840_000));
        assert_eq!(read(" 2026-02-03 07:14:00.1239+00:00 "), Instant(1_770_102_840_123));
        assert_eq!(read("2026-02-03T12:44:00+0530"), Instant(1_770_102_840_000));
        assert_eq!(read("1970-01-01T00:00:00Z"), Instant(0));
        assert_eq!(read("2000-02-29T00:00:00Z"), Instant(951_782_400_000));
    }

    #[test]
    fn the_commonest_form_is_read_as_any_other() {
        let mut common = Timestamps::default();
        for day in (0..86_000i64).step_by(7).chain([-1, 10_956, 11_016, 47_540, 84_005]) {
            let (year, month, of_month) = civil(day);
            let text = format!("{year:04}-{month:02}-{of_month:02}T23:59:58");
            let expected = day * DAY + 86_398 * SECOND;
            assert_eq!(common.common(text.as_bytes(), 19), Some(Local(expected)), "{text}");
            let slow = Cursor { text: text.as_bytes(), at: 0 }.year_first();
            assert_eq!(slow, Some(Local(expected)), "{text}");
            for (end, shift) in
                [("Z", 0), ("+05:30", -19_800_000), ("-0500", 18_000_000), (".1239Z", 123), (".5-00:01", 60_500)]
            {
                let text = format!("{text}{end}");
                let found = common.common(format!("{text},x").as_bytes(), text.len());
                assert_eq!(found, Some(Instant(expected + shift)), "{text}");
            }
        }
        let mut seed = 5u64;
        for _ in 0..300_000 {
            let mut text = *b"2026-02-28T23:59:59.123-05:00";
            for _ in 0..3 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text[(seed >> 33) as usize % 29] = b"0123456789 -:.TZz+,/A9"[(seed >> 45) as usize % 22];
            }
            let text = text.trim_ascii();
            let slow = match text.iter().position(|b| !b.is_ascii_digit()) {
                Some(4) => Cursor { text, at: 0 }.year_first(),
                _ => None,
            };
            if let Some(found) = common.common(text, text.len()) {
                assert_eq!(slow, Some(found), "{}", String::from_utf8_lossy(text));
            }
        }
    }

    /// Year, month and day of a day, by counting.
    fn civil(day: i64) -> (i64, i64, i64) {
        let year = (1960..2300).rfind(|year| days_of(*year, 1, 1).unwrap() <= day).unwrap();
        let month = (1..=12).rfind(|month| days_of(year, *month, 1).unwrap() <= day).unwrap();
        (year, month, day - days_of(year, month, 1).unwrap() + 1)
    }

    #[test]
    fn without_an_offset_it_is_a_wall_clock_time() {
        for text in ["2026-02-03T07:14:00", "2026-02-03 07:14", "2026/02/03 07:14", "2026-2-3 7:14", "13/02/2026 07:14"]
        {
            assert!(matches!(read(text), Local(_)), "{text}");
        }
        assert_eq!(read("2026-02-03 07:14"), Local(1_770_102_840_000));
        assert_eq!(read("31/12/2026 14:05"), read("12/31/2026 2:05 PM"));
        assert_eq!(read("12/31/2026 12:05 a.m."), read("2026-12-31 00:05"));
        assert_eq!(read("31.12.2026, 14:05"), read("2026-12-31 14:05"));
        assert_eq!(read("2026-12-31 14h05"), read("2026-12-31 14:05"));
    }

    #[test]
    fn day_and_month_that_can_be_read_either_way_are_ambiguous() {
        assert_eq!(read("03/04/2026 10:00"), Ambiguous);
        assert_eq!(read("04/04/2026 10:00"), read("2026-04-04 10:00"));
        assert_eq!(read("03.04.2026 10:00"), read("2026-04-03 10:00"));
    }

    #[test]
    fn serial_dates_of_spreadsheets_are_recognised() {
        assert_eq!(read("46056.301388889"), Local(1_770_102_840_000));
        assert_eq!(read("46056,30138888888888888889"), Local(1_770_102_840_000));
        assert_eq!(read("46055.9999999"), Local(1_770_076_800_000));
        assert_eq!(read("46056.3x"), Unreadable);
        assert_eq!(read("46056"), Local(1_770_076_800_000));
        assert_eq!(read("1770102840"), Unreadable);
    }

    #[test]
    fn a_text_that_is_not_a_timestamp_is_unreadable() {
        assert_eq!((read(""), read(" \t")), (Empty, Empty));
        for text in [
            "-",
            "n/a",
            "2026-02-30T00:00:00Z",
            "2025-02-29 00:00",
            "2026-13-01 00:00",
            "2026-02-03",
            "2026-02-03T24:00:00Z",
            "2026-02-03T07:60:00Z",
            "2026-02-03T07:14:61Z",
            "2026-02-03T07:14:00+24:00",
            "2026-02-03T07:14:00Zz",
            "2026-02-03 07:14 ",
            "2026-02-03T07:14:00.Z",
            "13/13/2026 10:00",
            "2026-02-03 13:00 PM",
        ] {
            assert!(text.ends_with(' ') || read(text) == Unreadable, "{text}: {:?}", read(text));
        }
    }
}
