//! Dates and times in the forms that exports of help desks write.

use super::timestamp::{DAY, MINUTE, SECOND, days_of};

/// A date and time as a text has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written {
    pub date: WrittenDate,
    /// Milliseconds since midnight.
    pub time: i64,
    /// Milliseconds from UTC to the local time; `None` where the text says nothing.
    pub offset: Option<i64>,
}

/// The date of a text, in days since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WrittenDate {
    /// The text allows one reading.
    Known(i64),
    /// Two numbers before a year: the date if the day stands first, and if the month does. One of them may not exist.
    Numbers { day_first: Option<i64>, month_first: Option<i64> },
}

/// Most bytes of a timestamp. The longest form ends with the name of a zone in parentheses.
const MOST_BYTES: usize = 128;

/// Texts that stand for an instant that has not come, in lower case and without accents.
const NOT_YET: &str = "|-|--|---|-1|\u{2013}|\u{2014}|?|??|0|.|n/a|na|#n/a|n.a.|n.d.|nd|s.o.|s/o|null|(null)|[null]|<null>|\\n|none|(none)|nil|\
     nan|nat|undefined|empty|(empty)|blank|(blank)|vide|(vide)|leer|not yet|not set|pending|pas encore|aucun|aucune|never|\
     jamais|noch nicht|not assigned|not available|non attribue|";

/// Names of the months in English, French, Spanish and German, without accents; a word of three letters or more may be any
/// beginning of one that no other month has.
const MONTHS: [&str; 12] = [
    "january janvier enero januar janner jan ene janv",
    "february fevrier febrero februar feb fev fevr",
    "march mars marzo marz maerz mar mrz",
    "april avril abril apr avr abr",
    "may mai mayo",
    "june juin junio juni jun",
    "july juillet julio juli jul juil",
    "august aout agosto aug aou ago",
    "september septembre septiembre sep sept set setiembre",
    "october octobre octubre oktober oct okt",
    "november novembre noviembre nov",
    "december decembre diciembre dezember dec dic dez",
];

/// Names of the days of the week in the same languages. They say nothing that the date does not say.
const WEEKDAYS: &str = " monday mon lundi lun lunes montag mo tuesday tue tues mardi mar martes dienstag di wednesday wed mercredi \
     mer miercoles mie mittwoch mi thursday thu thur thurs jeudi jeu jueves jue donnerstag do friday fri vendredi ven viernes \
     vie freitag fr saturday sat samedi sam sabado sab samstag sa sonnabend sunday sun dimanche dim domingo dom sonntag so ";

/// Words without a meaning before a date, inside it, and before a time.
const FILLERS: &str = " le el am den der on the de del du of at a las la um ";

/// The text of a cell in lower case, without accents, and with plain spaces, one at a time.
pub(crate) struct PlainText {
    bytes: [u8; MOST_BYTES],
    length: usize,
}

impl PlainText {
    /// The plain text of a cell; `None` where it is too long, or not UTF-8.
    pub fn of(text: &[u8]) -> Option<Self> {
        let mut plain = Self { bytes: [0; MOST_BYTES], length: 0 };
        // A character takes up to four bytes.
        if text.len() > 4 * MOST_BYTES {
            return None;
        }
        for letter in std::str::from_utf8(text).ok()?.chars() {
            let byte = match letter {
                // Marks of the writing direction, and of the beginning of a file.
                '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => continue,
                letter if letter.is_whitespace() => b' ',
                '\u{2010}'..='\u{2015}' | '\u{2212}' => b'-',
                'À'..='Å' | 'à'..='å' => b'a',
                'È'..='Ë' | 'è'..='ë' => b'e',
                'Ì'..='Ï' | 'ì'..='ï' => b'i',
                'Ò'..='Ö' | 'ò'..='ö' => b'o',
                'Ù'..='Ü' | 'ù'..='ü' => b'u',
                letter if letter.is_ascii() => letter.to_ascii_lowercase() as u8,
                _ => 0xff,
            };
            let last = plain.length.checked_sub(1).and_then(|at| plain.bytes.get(at).copied());
            if byte == b' ' && matches!(last, None | Some(b' ')) {
                continue;
            }
            *plain.bytes.get_mut(plain.length)? = byte;
            plain.length += 1;
        }
        if plain.bytes().last() == Some(&b' ') {
            plain.length -= 1;
        }
        Some(plain)
    }

    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// Whether the text stands for an instant that has not come: nothing, a dash, "n/a", or a date of zeros.
    pub fn is_not_yet(&self) -> bool {
        let text = self.bytes();
        if text.is_empty() {
            return true;
        }
        let is_zero_date = text.len() >= 8
            && text.iter().all(|byte| b"0 -/.:tz".contains(byte))
            && text.iter().filter(|byte| **byte == b'0').count() >= 8;
        let known =
            std::str::from_utf8(text).is_ok_and(|text| !text.contains('|') && NOT_YET.contains(&format!("|{text}|")));
        known || is_zero_date || text.starts_with(b"0001-01-01")
    }
}

/// Reads a date and time.
pub(crate) fn read(text: &PlainText) -> Option<Written> {
    let mut cursor = Cursor { text: text.bytes(), at: 0 };
    cursor.fillers();
    let start = cursor;
    // "mar" is March, and a Tuesday in French and Spanish.
    cursor.whole().or_else(|| {
        cursor = start;
        let word = cursor.word();
        let is_weekday = word.len() > 1 && contains(WEEKDAYS, word);
        is_weekday.then(|| {
            cursor.skip(b".,");
            cursor.fillers();
            cursor.whole()
        })?
    })
}

/// Whether a list between spaces has a word.
fn contains(list: &str, word: &[u8]) -> bool {
    list.split(' ').any(|known| !known.is_empty() && known.as_bytes() == word)
}

/// The number of a month by its name, an abbreviation, or the beginning of a name.
fn month(word: &[u8]) -> Option<i64> {
    if word.len() < 3 {
        return None;
    }
    (1..).zip(MONTHS).find_map(|(number, names)| contains(names, word).then_some(number))
}

/// Days since 1970 of a day of a year, from 1 on.
fn day_of_year(year: i64, day: i64) -> Option<i64> {
    let (first, next) = (days_of(year, 1, 1)?, days_of(year + 1, 1, 1)?);
    (day > 0 && first + day <= next).then_some(first + day - 1)
}

/// Days since 1970 of a day of a week of ISO 8601: the first week is the one of 4 January, and begins on Monday.
fn day_of_week(year: i64, week: i64, day: i64) -> Option<i64> {
    let first_monday = |year| days_of(year, 1, 4).map(|days| days - (days + 3).rem_euclid(7));
    let monday = first_monday(year)? + (week - 1) * 7;
    (week > 0 && (1..=7).contains(&day) && monday < first_monday(year + 1)?).then_some(monday + day - 1)
}

#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub text: &'a [u8],
    pub at: usize,
}

impl<'a> Cursor<'a> {
    fn whole(&mut self) -> Option<Written> {
        let (date, early_time) = self.date()?;
        let (time, offset) = match early_time {
            Some(time) => time,
            None => {
                self.before_time()?;
                self.time_and_offset()?
            }
        };
        // "(Central European Standard Time)" behind an offset.
        if offset.is_some() && self.peek_behind_space() == Some(b'(') && self.text.last() == Some(&b')') {
            self.at = self.text.len();
        }
        (self.at == self.text.len()).then_some(Written { date, time, offset })
    }

    /// The date; and the time where it stands before the year.
    #[allow(clippy::type_complexity)]
    fn date(&mut self) -> Option<(WrittenDate, Option<(i64, Option<i64>)>)> {
        let known = |days: i64| (WrittenDate::Known(days), None);
        let digits = self.count_digits();
        match digits {
            0 => self.month_name_first(),
            4 => {
                let year = self.digits(4)?;
                if let Some(days) = self.week_or_day_of_year(year) {
                    return Some(known(days));
                }
                let separator = self.one_of(b"-/. ")?;
                let month = self.month_or_number()?;
                self.one_of(&[separator])?;
                let day = self.digits_upto(2)?;
                Some(known(days_of(year, month, day)?))
            }
            8 => {
                let (year, month, day) = (self.digits(4)?, self.digits(2)?, self.digits(2)?);
                // Only the form of ISO 8601 has a date of eight digits.
                matches!(self.peek(), Some(b't' | b' ')).then_some(())?;
                Some(known(days_of(year, month, day)?))
            }
            7 => {
                let (year, day) = (self.digits(4)?, self.digits(3)?);
                (self.peek() == Some(b't')).then_some(())?;
                Some(known(day_of_year(year, day)?))
            }
            1 | 2 => {
                let first = self.digits_upto(2)?;
                let before = *self;
                if let Some(days) = self.month_name_second(first) {
                    return Some(known(days));
                }
                *self = before;
                let separator = self.one_of(b"/.-")?;
                let second = self.digits_upto(2)?;
                self.one_of(&[separator])?;
                let year = self.year()?;
                let day_first = days_of(year, second, first);
                // With dots the day stands first wherever this form is used; with slashes it depends on the country.
                if separator == b'.' {
                    return Some(known(day_first?));
                }
                let month_first = days_of(year, first, second);
                day_first.or(month_first)?;
                Some((WrittenDate::Numbers { day_first, month_first }, None))
            }
            _ => None,
        }
    }

    /// "-W06-1", "W061" and "-033" behind a year, with nothing taken where there is another form.
    fn week_or_day_of_year(&mut self, year: i64) -> Option<i64> {
        let start = *self;
        let mut found = || {
            let separator = self.one_of(b"-");
            if self.one_of(b"w").is_none() {
                return if self.count_digits() == 3 { day_of_year(year, self.digits(3)?) } else { None };
            }
            let week = self.digits(2)?;
            (self.one_of(b"-") == separator).then_some(())?;
            day_of_week(year, week, self.digits(1)?)
        };
        let days = found();
        if days.is_none() {
            *self = start;
        }
        days
    }

    /// "31-Oct-2023", "31. Oktober 2023", "1er mars 2026", "3 de marzo de 2026": what follows the day.
    fn month_name_second(&mut self, day: i64) -> Option<i64> {
        if matches!(self.text.get(self.at..self.at + 2)?, b"er" | b"st" | b"nd" | b"rd" | b"th") {
            self.at += 2;
        }
        self.skip(b" -/.");
        self.fillers();
        let month = month(self.word())?;
        self.skip(b" -/.,");
        self.fillers();
        days_of(self.year()?, month, day)
    }

    /// "Oct 31, 2023", "March 3rd 2026", and "Feb 28 01:00:00 UTC 2025".
    #[allow(clippy::type_complexity)]
    fn month_name_first(&mut self) -> Option<(WrittenDate, Option<(i64, Option<i64>)>)> {
        let month = month(self.word())?;
        self.skip(b" -/.,");
        let day = self.digits_upto(2)?;
        if matches!(self.text.get(self.at..self.at + 2), Some(b"st" | b"nd" | b"rd" | b"th")) {
            self.at += 2;
        }
        self.skip(b" -/.,");
        let digits = self.count_digits();
        if digits == 4 || digits == 2 && self.text.get(self.at + 2) != Some(&b':') {
            return Some((WrittenDate::Known(days_of(self.year()?, month, day)?), None));
        }
        let time = self.time_and_offset()?;
        self.one_of(b" ")?;
        Some((WrittenDate::Known(days_of(self.digits(4)?, month, day)?), Some(time)))
    }

    /// A year of four digits, or of two: from 1970 to 2069.
    fn year(&mut self) -> Option<i64> {
        match self.count_digits() {
            4 => self.digits(4),
            2 => self.digits(2).map(|year| if year < 70 { 2_000 + year } else { 1_900 + year }),
            _ => None,
        }
    }

    fn month_or_number(&mut self) -> Option<i64> {
        if self.count_digits() > 0 { self.digits_upto(2) } else { month(self.word()) }
    }

    /// Whatever stands between a date and a time.
    fn before_time(&mut self) -> Option<()> {
        if self.one_of(b"t").is_some() && self.count_digits() > 0 {
            return Some(());
        }
        let start = self.at;
        self.skip(b" ,");
        self.fillers();
        (self.at > start && self.count_digits() > 0).then_some(())
    }

    /// "14:05", "2:05:10.123 PM", "23 h 05", "090000", and an offset or the name of UTC.
    fn time_and_offset(&mut self) -> Option<(i64, Option<i64>)> {
        let mut hour;
        let (mut minute, mut millis) = (0, 0);
        let mut is_short = false;
        if self.count_digits() == 4 {
            (hour, minute) = (self.digits(2)?, self.digits(2)?);
        } else if self.count_digits() == 6 {
            (hour, minute, millis) = (self.digits(2)?, self.digits(2)?, self.digits(2)? * SECOND);
        } else {
            hour = self.digits_upto(2)?;
            if self.one_of(b":").is_some() {
                minute = self.digits(2)?;
                if self.one_of(b":").is_some() {
                    millis = self.digits(2)? * SECOND;
                }
            } else if self.unit(b"h") {
                minute = if self.count_digits() > 0 { self.digits(2)? } else { 0 };
                if (self.unit(b"min") || self.unit(b"m")) && self.count_digits() > 0 {
                    millis = self.digits(2)? * SECOND;
                    self.unit(b"s");
                }
            } else {
                // "9 PM"
                is_short = true;
            }
        }
        if millis >= MINUTE {
            return None;
        }
        if !is_short && self.count_digits() == 0 && self.one_of(b".,").is_some() {
            millis += self.fraction()?;
        }
        match self.half() {
            Some(half) => {
                if !(1..=12).contains(&hour) {
                    return None;
                }
                hour = hour % 12 + half;
            }
            None if is_short => return None,
            None => {}
        }
        // The end of a day, in ISO 8601.
        if hour > 23 && (hour, minute, millis) != (24, 0, 0) || minute > 59 {
            return None;
        }
        let start = self.at;
        self.skip(b" ");
        if self.word() != b"uhr" {
            self.at = start;
        }
        Some((hour * 60 * MINUTE + minute * MINUTE + millis, self.offset()))
    }

    /// A unit behind a number, with spaces around it.
    fn unit(&mut self, unit: &[u8]) -> bool {
        let start = *self;
        self.skip(b" ");
        if self.word() == unit {
            let behind = *self;
            self.skip(b" ");
            if self.count_digits() == 0 {
                *self = behind;
            }
            return true;
        }
        *self = start;
        false
    }

    /// "am", "p.m.", "p. m.": hours to add.
    fn half(&mut self) -> Option<i64> {
        let start = *self;
        let mut found = || {
            self.skip(b" ");
            let half = self.one_of(b"ap")?;
            self.one_of(b".");
            self.skip(b" ");
            self.one_of(b"m")?;
            self.one_of(b".");
            (!matches!(self.peek(), Some(b'a'..=b'z'))).then_some(if half == b'p' { 12 } else { 0 })
        };
        let half = found();
        if half.is_none() {
            *self = start;
        }
        half
    }

    /// "Z", "UTC", "GMT+1", "-05:00", "+01"; `None`, with nothing taken, where there is none.
    fn offset(&mut self) -> Option<i64> {
        let start = *self;
        let mut found = || {
            self.skip(b" ");
            let word = self.word();
            match word {
                b"z" | b"utc" | b"gmt" => {}
                b"" => self.peek().filter(|sign| b"+-".contains(sign)).map(|_| ())?,
                _ => return None,
            }
            let Some(sign) = self.one_of(b"+-") else { return Some(0) };
            let (hours, minutes) = match self.count_digits() {
                4 => (self.digits(2)?, self.digits(2)?),
                1 | 2 => {
                    let hours = self.digits_upto(2)?;
                    (hours, if self.one_of(b":").is_some() { self.digits(2)? } else { 0 })
                }
                _ => return None,
            };
            if hours > 23 || minutes > 59 || word == b"z" {
                return None;
            }
            let offset = (hours * 60 + minutes) * MINUTE;
            Some(if sign == b'-' { -offset } else { offset })
        };
        let offset = found();
        if offset.is_none() {
            *self = start;
        }
        offset
    }

    /// Passes over words that say nothing.
    fn fillers(&mut self) {
        loop {
            let start = *self;
            self.skip(b" ");
            if !contains(FILLERS, self.word()) || self.peek() != Some(b' ') {
                *self = start;
                break;
            }
        }
        self.skip(b" ");
    }

    /// The letters from here on.
    fn word(&mut self) -> &'a [u8] {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn skip(&mut self, bytes: &[u8]) {
        while self.one_of(bytes).is_some() {}
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn peek_behind_space(&self) -> Option<u8> {
        self.text.get(self.at..)?.iter().copied().find(|byte| *byte != b' ')
    }

    fn count_digits(&self) -> usize {
        self.text.get(self.at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
    }

    /// Digits behind the decimal mark, as milliseconds.
    pub fn fraction(&mut self) -> Option<i64> {
        let (mut millis, mut unit, start) = (0, 100, self.at);
        while let Some(digit) = self.digit() {
            millis += digit * unit;
            unit /= 10;
        }
        (self.at > start).then_some(millis)
    }

    /// Exactly so many digits.
    pub fn digits(&mut self, count: usize) -> Option<i64> {
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
    pub fn digit(&mut self) -> Option<i64> {
        let digit = self.text.get(self.at).copied().filter(u8::is_ascii_digit)?;
        self.at += 1;
        Some(i64::from(digit - b'0'))
    }

    #[inline]
    pub fn one_of(&mut self, bytes: &[u8]) -> Option<u8> {
        let byte = self.text.get(self.at).copied().filter(|b| bytes.contains(b))?;
        self.at += 1;
        Some(byte)
    }
}

const _: () = assert!(DAY == 24 * 60 * MINUTE);
