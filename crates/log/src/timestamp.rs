//! Timestamps as exports of other systems write them.

use crate::bytes::{TOPS, word};
use crate::forms::{self, Cursor, PlainText, Written, WrittenDate};
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
    /// Day and month could be read either way ("03/04/2026"), and the order of the column is not known, or not yet.
    Ambiguous,
    /// Day and month stand in another order than in the rest of the column.
    MixedOrder,
    /// No known form of a timestamp.
    Unreadable,
    /// No text but spaces, or one that stands for an instant that has not come: a dash, "N/A", zeros.
    Empty,
}

/// The order of day and month in dates of two numbers and a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// "31/12/2026"
    DayFirst,
    /// "12/31/2026"
    MonthFirst,
}

pub(crate) const SECOND: i64 = 1_000;
pub(crate) const MINUTE: i64 = 60 * SECOND;
pub(crate) const DAY: i64 = 86_400 * SECOND;

impl Timestamp {
    /// Reads a timestamp by itself, without a column: RFC 3339 ("2026-02-03T02:14:00-05:00"), the same without an offset or
    /// with a space ("2026-02-03 02:14"), dates with slashes, dots or dashes ("31/12/2026 14:05", "12/31/2026 2:05 PM"),
    /// dates with the name of the month in English, French, Spanish or German ("31 déc. 2026 à 14 h 05"), dates of
    /// JavaScript, weeks and days of the year ("2026-W06-2", "2026-034"), serial dates of spreadsheets ("46056.0931", days since
    /// 1899-12-30), and seconds or milliseconds since 1970 ("1770102840"). A zone is "Z", "UTC", "GMT" or an
    /// offset. Digits after the millisecond are cut off.
    pub fn read(text: &[u8]) -> Self {
        Timestamps::default().read(Cell::from(text))
    }

    fn of(date: i64, Written { time, offset, .. }: Written) -> Self {
        let local = date * DAY + time;
        offset.map_or(Self::Local(local), |offset| Self::Instant(local - offset))
    }
}

/// Reads the timestamps of a column.
///
/// The commonest form is read at once: "2026-02-03T02:14:00" with a space for the T, with milliseconds or not, with "Z",
/// "-05:00" or nothing behind it. The last date is remembered, because many timestamps in a row have the same.
/// Dates that allow one order of day and month only decide how the others of the column are read. Until the column has been
/// read to the end, dates that allow both are ambiguous.
///
/// # Examples
///
/// ```
/// use case_slo_log::{Cell, DateOrder, Timestamp, Timestamps};
///
/// let mut column = Timestamps::default();
/// let ambiguous = Cell::from(&b"03/04/2026 10:00"[..]);
/// assert_eq!(column.read(ambiguous), Timestamp::Ambiguous);
/// column.read(Cell::from(&b"25/04/2026 10:00"[..]));
/// column.end();
/// assert_eq!((column.order(), column.read(ambiguous)), (Some(DateOrder::DayFirst), Timestamp::read(b"2026-04-03 10:00")));
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Timestamps {
    /// "2026-02-03T", in two words.
    date: (u64, u64),
    /// The beginning of that day, in milliseconds since 1970.
    midnight: i64,
    /// The order of the first date that allows one only, or the one that the caller gives.
    order: Option<DateOrder>,
    /// Whether the order holds for dates that allow both.
    is_final: bool,
    /// Whether the column has dates of both orders, and the caller gives none.
    is_mixed: bool,
    is_given: bool,
    /// Whether the column has dates that allow both orders.
    is_asked: bool,
}

impl Timestamps {
    /// Timestamps of a column whose order the caller knows.
    pub fn in_order(order: Option<DateOrder>) -> Self {
        Self { order, is_final: order.is_some(), is_given: order.is_some(), ..Self::default() }
    }

    /// Takes note that the column has been read to the end.
    pub fn end(&mut self) {
        self.is_final = true;
    }

    /// Takes note that columns of one log have been read to the end. A column in which no date decides has the order of the
    /// others, if these agree.
    pub fn end_all<const N: usize>(columns: [&mut Self; N]) {
        let mut orders = columns.iter().filter_map(|column| column.order());
        let shared = orders.next().filter(|first| orders.all(|other| other == *first));
        let is_mixed = columns.iter().any(|column| column.is_mixed);
        for column in columns {
            if column.order.is_none() && column.is_asked && !is_mixed {
                column.order = shared;
            }
            column.end();
        }
    }

    /// The order of day and month, as far as it is known.
    pub fn order(&self) -> Option<DateOrder> {
        self.order.filter(|_| !self.is_mixed)
    }

    /// Reads the timestamp of a cell, in any of the forms of [`Timestamp::read`].
    #[inline(always)]
    pub fn read(&mut self, cell: Cell) -> Timestamp {
        let length = cell.end.wrapping_sub(cell.start) as usize;
        match self.common(cell.text.get(cell.start as usize..).unwrap_or_default(), length) {
            Some(timestamp) => timestamp,
            None if length == 0 => Timestamp::Empty,
            None => self.uncommon(cell.bytes()),
        }
    }

    /// Reads a timestamp in another form than the commonest.
    #[inline(never)]
    fn uncommon(&mut self, text: &[u8]) -> Timestamp {
        let text = text.trim_ascii();
        if let Some(timestamp) = self.common(text, text.len()) {
            return timestamp;
        }
        if matches!(text.iter().position(|b| !b.is_ascii_digit()), Some(5) | None)
            && matches!(text.len(), 5..=30)
            && let Some(timestamp) = serial(text).or_else(|| unix(text))
        {
            return timestamp;
        }
        let Some(plain) = PlainText::of(text) else { return Timestamp::Unreadable };
        let Some(written) = forms::read(&plain) else {
            return if plain.is_not_yet() { Timestamp::Empty } else { Timestamp::Unreadable };
        };
        match written.date {
            WrittenDate::Known(days) => Timestamp::of(days, written),
            WrittenDate::Numbers { day_first: Some(one), month_first: Some(other) } if one != other => {
                self.is_asked = true;
                match self.order {
                    _ if !self.is_final => Timestamp::Ambiguous,
                    _ if self.is_mixed => Timestamp::MixedOrder,
                    Some(DateOrder::DayFirst) => Timestamp::of(one, written),
                    Some(DateOrder::MonthFirst) => Timestamp::of(other, written),
                    None => Timestamp::Ambiguous,
                }
            }
            WrittenDate::Numbers { day_first: Some(days), month_first: Some(_) } => Timestamp::of(days, written),
            WrittenDate::Numbers { day_first: Some(days), .. } => self.of_order(DateOrder::DayFirst, days, written),
            WrittenDate::Numbers { month_first: Some(days), .. } => self.of_order(DateOrder::MonthFirst, days, written),
            WrittenDate::Numbers { .. } => Timestamp::Unreadable,
        }
    }

    /// The timestamp of a date that allows one order only.
    fn of_order(&mut self, order: DateOrder, days: i64, written: Written) -> Timestamp {
        if *self.order.get_or_insert(order) == order {
            return Timestamp::of(days, written);
        }
        self.is_mixed |= !self.is_given;
        Timestamp::MixedOrder
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
        const CLOCK: [u8; 8] = *b"00:00:00";
        let clock = unmasked(word(11), CLOCK, const { limits(CLOCK) })?;
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
    const DATE: [u8; 8] = *b"0000-00-";
    let date = unmasked(start, DATE, const { limits(DATE) })?;
    let separator = (rest >> 16) as u8;
    if !matches!(separator, b'T' | b' ' | b't') {
        return None;
    }
    let pattern = [b'0', b'0', separator, 0, 0, 0, 0, 0];
    let of_month = unmasked(rest, pattern, const { limits(*b"00\0\0\0\0\0\0") })?;
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

/// Added to a word from which its pattern is gone, these carry a digit to just below the top bit, and anything but zero beyond it
/// where the pattern has no digit.
const fn limits(pattern: [u8; 8]) -> u64 {
    let (mut limits, mut at) = ([0x7f; 8], 0);
    while at < limits.len() {
        if pattern[at] == b'0' {
            limits[at] -= 9;
        }
        at += 1;
    }
    u64::from_le_bytes(limits)
}

/// The digits of a word whose other bytes are as in a pattern, where digits are zeros; `None` where it has another form.
#[inline(always)]
fn unmasked(word: u64, pattern: [u8; 8], limits: u64) -> Option<u64> {
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

/// Seconds since 1970 in ten digits, or milliseconds in thirteen.
fn unix(text: &[u8]) -> Option<Timestamp> {
    let unit = match (text.first()?, text.len()) {
        (b'1'..=b'9', 10) => SECOND,
        (b'1'..=b'9', 13) => 1,
        _ => return None,
    };
    Cursor { text, at: 0 }.digits(text.len()).map(|number| Timestamp::Instant(number * unit))
}

/// Days since 1970 of a date of the Gregorian calendar, or `None` where there is no such date. No part has more than four digits.
pub(crate) fn days_of(year: i64, month: i64, day: i64) -> Option<i64> {
    days(year as u32, month as u32, day as u32)
}

#[cfg(test)]
mod tests {
    use super::Timestamp::{self, Ambiguous, Empty, Instant, Local, MixedOrder, Unreadable};
    use super::{Cell, DAY, DateOrder, SECOND, Timestamps, days_of, forms};

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
            assert_eq!(slowly(text.as_bytes()), Some(Local(expected)), "{text}");
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
            if let Some(found) = common.common(text, text.len()) {
                assert_eq!(slowly(text), Some(found), "{}", String::from_utf8_lossy(text));
            }
        }
    }

    /// A timestamp that begins with the year, without the short way.
    fn slowly(text: &[u8]) -> Option<Timestamp> {
        let written = forms::read(&forms::PlainText::of(text)?)?;
        match written.date {
            forms::WrittenDate::Known(days) => Some(Timestamp::of(days, written)),
            forms::WrittenDate::Numbers { .. } => None,
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
    fn dates_that_allow_one_order_decide_for_their_column() {
        let mut column = Timestamps::default();
        let mut read = |text: &str| column.read(Cell::from(text.as_bytes()));
        assert_eq!(read("03/04/2026 10:00"), Ambiguous);
        assert_eq!(read("04/25/2026 10:00"), Local(1_777_111_200_000));
        // It may still turn out to be mixed.
        assert_eq!(read("03/04/2026 10:00"), Ambiguous);
        let mut end = column;
        end.end();
        assert_eq!(
            (end.read(Cell::from(&b"03/04/2026 10:00"[..])), end.order()),
            (Timestamp::read(b"2026-03-04 10:00"), Some(DateOrder::MonthFirst))
        );
        assert_eq!(column.read(Cell::from(&b"25/04/2026 10:00"[..])), MixedOrder);
        column.end();
        assert_eq!((column.read(Cell::from(&b"03/04/2026 10:00"[..])), column.order()), (MixedOrder, None));
        let mut given = Timestamps::in_order(Some(DateOrder::DayFirst));
        assert_eq!(given.read(Cell::from(&b"03/04/2026 10:00"[..])), Timestamp::read(b"2026-04-03 10:00"));
        assert_eq!(given.read(Cell::from(&b"03/25/2026 10:00"[..])), MixedOrder);
        assert_eq!(given.read(Cell::from(&b"03/04/2026 10:00"[..])), Timestamp::read(b"2026-04-03 10:00"));
    }

    #[test]
    fn a_column_in_which_no_date_decides_has_the_order_of_the_others() {
        let order = |texts: [&str; 3]| {
            let mut columns = [Timestamps::default(); 3];
            for (column, text) in columns.iter_mut().zip(texts) {
                text.split(';').for_each(|text| _ = column.read(Cell::from(text.as_bytes())));
            }
            let [one, two, three] = &mut columns;
            Timestamps::end_all([one, two, three]);
            columns.map(|column| column.order())
        };
        let (day, month) = (Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst));
        let asked = "03/04/2026 10:00";
        assert_eq!(order([asked, "04/25/2026 10:00", "2026-03-04 10:00"]), [month, month, None]);
        assert_eq!(order([asked, "25/04/2026 10:00", "04/25/2026 10:00"]), [None, day, month]);
        assert_eq!(order([asked, "25/04/2026 10:00;04/25/2026 10:00", "25/04/2026 10:00"]), [None, None, day]);
        assert_eq!(order([asked, asked, ""]), [None, None, None]);
    }

    #[test]
    fn names_of_months_are_read_in_four_languages() {
        for text in [
            "31-OCT-2023 09:00:00",
            "31 Oct 2023 09:00",
            "Oct 31, 2023 9:00 AM",
            "31/Oct/23 9:00 AM",
            "October 31st, 2023 at 9:00 am",
            "Tuesday, October 31, 2023 09:00",
            "31 octobre 2023 à 9 h 00",
            "mar. 31 oct. 2023 09h00",
            "le 31 octobre 2023, 9h00",
            "31 de octubre de 2023 9:00 a. m.",
            "martes, 31 oct 2023, 9:00",
            "31. Oktober 2023 um 09:00 Uhr",
            "Di., 31. Okt. 2023 09:00",
            "2023-Oct-31 09:00",
            "31.10.23 09:00",
            "10/31/23 9:00 AM",
            "31/10/2023 09:00",
        ] {
            assert_eq!(read(text), Local(1_698_742_800_000), "{text}");
        }
        for (number, names) in (1..).zip([
            "Jan January janv. janvier ene. enero Januar Jän",
            "Feb February févr. février febrero Februar",
            "Mar March mars marzo März Mrz",
            "Apr April avr. avril abr. abril",
            "May mai mayo Mai",
            "Jun June juin junio Juni",
            "Jul July juil. juillet julio Juli",
            "Aug August août ago. agosto",
            "Sep Sept September septembre septiembre",
            "Oct October octobre octubre Okt Oktober",
            "Nov November novembre noviembre",
            "Dec December déc. décembre dic. diciembre Dez Dezember",
        ]) {
            for name in names.split(' ') {
                let expected = read(&format!("2026-{number:02}-03 10:00"));
                assert_eq!(read(&format!("3 {name} 2026 10:00")), expected, "{name}");
                assert_eq!(read(&format!("{name} 3, 2026 10:00")), expected, "{name}");
            }
        }
        assert_eq!(
            (read("31 Foo 2023 09:00"), read("31 ma 2023 09:00"), read("30 Feb 2026 09:00")),
            (Unreadable, Unreadable, Unreadable)
        );
    }

    #[test]
    fn clocks_of_twelve_hours_and_other_forms_are_read() {
        let expected = read("2026-02-13 14:05");
        for text in [
            "2/13/2026, 2:05\u{202f}PM",
            "2/13/2026, 2:05\u{a0}pm",
            "2/13/2026 2:05PM",
            "13/02/2026 2:05 p.\u{a0}m.",
            "2026-02-13 14 h 05",
            "2026-02-13 14\u{a0}h\u{a0}05",
            "2026-02-13, 14h05",
            "2026-02-13 14h05min00s",
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(read("2/13/2026 12 AM"), read("2026-02-13 00:00"));
        for text in
            ["2026-02-13 14", "2026-02-13 0:05 AM", "2026-02-13 13:05 PM", "2026-02-13 2:05 XM", "2026-02-13 2:5"]
        {
            assert_eq!(read(text), Unreadable, "{text}");
        }
    }

    #[test]
    fn zones_are_offsets_or_names_of_utc() {
        let expected = read("2026-03-12T17:32:10Z");
        for text in [
            "2026-03-12 17:32:10 UTC",
            "2026-03-12 17:32:10 GMT",
            "2026-03-12 17:32:10UTC",
            "2026-03-12 18:32:10+01",
            "2026-03-12 18:32:10 +0100",
            "2026-03-12 18:32:10 GMT+1",
            "2026-03-12 12:32:10 UTC-05:00",
            "2026-03-12 12:32:10 \u{2212}05:00",
            "20260312T173210Z",
            "Thu, 12 Mar 2026 17:32:10 GMT",
            "Thu Mar 12 2026 18:32:10 GMT+0100 (Central European Standard Time)",
            "Thu Mar 12 17:32:10 UTC 2026",
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        // An abbreviation names several zones.
        for text in [
            "2026-03-12 17:32:10 EST",
            "2026-03-12 17:32:10 +25",
            "2026-03-12 17:32:10 Z+1",
            "2026-03-12 17:32:10 UTC (x",
        ] {
            assert_eq!(read(text), Unreadable, "{text}");
        }
    }

    #[test]
    fn an_instant_that_has_not_come_is_empty() {
        for text in [
            "",
            " ",
            "-",
            "\u{2013}",
            "N/A",
            "n/a",
            "NULL",
            "null",
            "?",
            "None",
            "NaT",
            "(empty)",
            "Not yet",
            "0000-00-00 00:00:00",
            "0000-00-00",
            "00/00/0000 00:00",
            "\\N",
            "\u{a0}",
        ] {
            assert_eq!(read(text), Empty, "{text}");
        }
        for text in ["n", "|", "-|-", "soon", "00:00", "unknown"] {
            assert_eq!(read(text), Unreadable, "{text}");
        }
    }

    #[test]
    fn any_text_has_an_answer() {
        let mut seed = 3u64;
        let parts = [
            "31", "1", "2026", "/", "-", " ", ":", "mar", "oct", "T", "Z", "h", "pm", "utc", "+01", "le", "er", "(",
            ")", "é", "\u{202f}", ".", ",",
        ];
        for _ in 0..200_000 {
            let mut text = String::new();
            for _ in 0..1 + seed % 12 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text += parts[(seed >> 33) as usize % parts.len()];
            }
            read(&text);
        }
    }

    #[test]
    fn serial_dates_of_spreadsheets_are_recognised() {
        assert_eq!(read("46056.301388889"), Local(1_770_102_840_000));
        assert_eq!(read("46056,30138888888888888889"), Local(1_770_102_840_000));
        assert_eq!(read("46055.9999999"), Local(1_770_076_800_000));
        assert_eq!(read("46056.3x"), Unreadable);
        assert_eq!(read("46056"), Local(1_770_076_800_000));
    }

    #[test]
    fn seconds_and_milliseconds_since_1970_are_read() {
        assert_eq!(read("1770102840"), Instant(1_770_102_840_000));
        assert_eq!(read("1770102840123"), Instant(1_770_102_840_123));
        for text in ["177010284", "17701028400", "0770102840", "1770102840.5", "-1770102840"] {
            assert_eq!(read(text), Unreadable, "{text}");
        }
    }

    #[test]
    fn weeks_and_days_of_the_year_are_read_as_in_iso_8601() {
        let expected = read("2026-02-03T07:14:00Z");
        for text in [
            "2026-W06-2T07:14:00Z",
            "2026-W06-2 07:14Z",
            "2026W062T071400Z",
            "2026w062T0714Z",
            "2026-034T07:14:00Z",
            "2026-034 07:14 UTC",
            "2026034T071400Z",
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(read("2026-W01-1 00:00"), read("2025-12-29 00:00"));
        assert_eq!(read("2020-W53-7 00:00"), read("2021-01-03 00:00"));
        assert_eq!(read("2024-366 00:00"), read("2024-12-31 00:00"));
        assert_eq!(read("2026-02-03T24:00:00Z"), read("2026-02-04T00:00:00Z"));
        for text in [
            "2026-W54-1 00:00",
            "2025-W53-1 00:00",
            "2026-W00-1 00:00",
            "2026-W06-8 00:00",
            "2026-W06-0 00:00",
            "2026-W062 00:00",
            "2026-W06 00:00",
            "2026-W06-2",
            "2026-366 00:00",
            "2026-000 00:00",
            "2026-034",
            "2026034 07:14",
            "2026-02-03T24:01:00Z",
            "2026-02-03T24:00:01Z",
            "2026-02-03T25:00:00Z",
        ] {
            assert_eq!(read(text), Unreadable, "{text}");
        }
    }

    #[test]
    fn a_text_that_is_not_a_timestamp_is_unreadable() {
        assert_eq!((read(""), read(" \t")), (Empty, Empty));
        for text in [
            "soon",
            "2026-02-30T00:00:00Z",
            "2025-02-29 00:00",
            "2026-13-01 00:00",
            "2026-02-03",
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
