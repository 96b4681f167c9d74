//! Durations in place of the stop, as exports write them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::options::Column;
use super::purpose::words;

/// A column of durations, each from the submission of a case to its stop.
///
/// # Examples
///
/// ```
/// use case_slo::report::{Elapsed, ElapsedUnit, ReportOptions};
/// use case_slo::{Instant, Policy};
///
/// let elapsed = Elapsed::new("Reply").unit(ElapsedUnit::Minutes);
/// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?).elapsed(elapsed);
/// let mut report = Policy::reference().report(&options)?;
/// report.push(b"id,tier,severity,submitted,Reply\n1,premium,critical,2026-02-03T07:00:00Z,10\n");
/// assert_eq!(report.finish().groups[0].met, 1);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Elapsed {
    /// The column.
    pub(super) column: Column,
    /// The unit of numbers without one; default: the one that the header names, else minutes.
    #[serde(default)]
    pub(super) unit: Option<ElapsedUnit>,
}

impl Elapsed {
    /// Durations in a column.
    pub fn new(column: impl Into<Column>) -> Self {
        Self { column: column.into(), unit: None }
    }

    /// The unit of numbers without one.
    pub fn unit(mut self, unit: ElapsedUnit) -> Self {
        self.unit = Some(unit);
        self
    }
}

/// A unit of durations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum ElapsedUnit {
    Milliseconds,
    Seconds,
    Minutes,
    Hours,
    Days,
}

impl fmt::Display for ElapsedUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Milliseconds => "milliseconds",
            Self::Seconds => "seconds",
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::Days => "days",
        })
    }
}

impl ElapsedUnit {
    /// The unit that a header names, such as "First reply time in minutes" or "Resolution time (in hrs)". A letter names one at
    /// the end only: the "s" of "Agent's reply time" does not.
    pub fn of_header(header: &str) -> Option<Self> {
        let words = words(header);
        let last = words.len().saturating_sub(1);
        let named = words.iter().enumerate().rev().filter(|(at, word)| word.len() > 1 || *at == last);
        named.into_iter().find_map(|(_, word)| match unit(word)? {
            MILLISECOND => Some(Self::Milliseconds),
            SECOND => Some(Self::Seconds),
            MINUTE => Some(Self::Minutes),
            HOUR => Some(Self::Hours),
            DAY => Some(Self::Days),
            _ => None,
        })
    }

    fn millis(self) -> f64 {
        match self {
            Self::Milliseconds => MILLISECOND,
            Self::Seconds => SECOND,
            Self::Minutes => MINUTE,
            Self::Hours => HOUR,
            Self::Days => DAY,
        }
    }
}

const MILLISECOND: f64 = 1.0;
const SECOND: f64 = 1_000.0;
const MINUTE: f64 = 60.0 * SECOND;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// The longest duration, in milliseconds: more than the years of a report.
const LONGEST: f64 = 300.0 * 366.0 * DAY;

/// Reads a duration in milliseconds: a number, "1:24" (hours and minutes), "00:20:00", "0 hrs, 5 mins", "1 j 2 h", "PT35M".
pub(super) fn read(text: &str, unit_of_numbers: ElapsedUnit) -> Option<i64> {
    let text = text.trim().to_ascii_lowercase();
    let millis = if let Some(number) = number(&text) {
        number * unit_of_numbers.millis()
    } else if text.contains(':') {
        clock(&text)?
    } else {
        in_words(text.strip_prefix('p').unwrap_or(&text))?
    };
    (0.0..=LONGEST).contains(&millis).then_some(millis.round() as i64)
}

/// Most decimals of a number that count.
const MOST_DECIMALS: usize = 15;

/// A number with a decimal point or comma: of both, the last one; the others part thousands. The standard library's reader is exact
/// beyond 15 digits, by a table of ten kilobytes that everybody would download.
fn number(text: &str) -> Option<f64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) {
        return None;
    }
    let mark = text.rfind(['.', ',']);
    let (whole, fraction) = mark.map_or((text, ""), |at| (&text[..at], &text[at + 1..]));
    let appended = |number: f64, digit: u8| number * 10.0 + f64::from(digit - b'0');
    let number = whole.bytes().filter(u8::is_ascii_digit).fold(0.0, appended);
    let fraction = &fraction[..fraction.len().min(MOST_DECIMALS)];
    Some(fraction.bytes().fold(number, appended) / 10f64.powi(fraction.len() as i32))
}

/// "1:24", "00:20:00", "2 days, 3:00:00".
fn clock(text: &str) -> Option<f64> {
    let (days, text) = match text.rfind([' ', ',']) {
        Some(at) => (in_words(&text[..at])?, &text[at + 1..]),
        None => (0.0, text),
    };
    let mut parts = text.split(':').map(number);
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0.0))?);
    (parts.next().is_none() && minutes < 60.0 && seconds < 60.0)
        .then_some(days + hours * HOUR + minutes * MINUTE + seconds * SECOND)
}

/// Numbers with units.
fn in_words(text: &str) -> Option<f64> {
    let (mut sum, mut rest, mut count) = (0.0, text, 0);
    loop {
        rest = rest.trim_start_matches([' ', ',', 't', '\u{a0}', '\u{202f}']);
        rest = rest.strip_prefix("and ").or_else(|| rest.strip_prefix("et ")).unwrap_or(rest);
        if rest.is_empty() {
            return (count > 0).then_some(sum);
        }
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','))?;
        let (digits, behind) = rest.split_at(end);
        let behind = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let end = behind.find(|letter: char| !is_letter(letter)).unwrap_or(behind.len());
        let (word, behind) = behind.split_at(end);
        // The letter that parts days from hours in ISO 8601.
        let word = if word == "dt" { "d" } else { word };
        sum += number(digits.trim_end_matches(','))? * unit(word)?;
        rest = behind.trim_start_matches('.');
        count += 1;
    }
}

/// Letters of units; the tables for all of Unicode weigh more than they are worth here.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{ff}')
}

/// Milliseconds of a unit by its name in English, French, Spanish or German.
fn unit(word: &str) -> Option<f64> {
    Some(match word {
        "ms" | "msec" | "msecs" | "millis" | "millisecond" | "milliseconds" | "milliseconde" | "millisecondes" => {
            MILLISECOND
        }
        "s" | "sec" | "secs" | "second" | "seconds" | "seconde" | "secondes" | "segundo" | "segundos" | "sekunde"
        | "sekunden" => SECOND,
        "m" | "mn" | "min" | "mins" | "minute" | "minutes" | "minuto" | "minutos" | "minuten" => MINUTE,
        "h" | "hr" | "hrs" | "hour" | "hours" | "heure" | "heures" | "hora" | "horas" | "std" | "stunde"
        | "stunden" => HOUR,
        "d" | "day" | "days" | "j" | "jour" | "jours" | "dia" | "dias" | "día" | "días" | "tag" | "tage" => DAY,
        "w" | "week" | "weeks" | "semaine" | "semaines" | "semana" | "semanas" | "woche" | "wochen" => 7.0 * DAY,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_exports_write_them() {
        let seconds = |text: &str| read(text, ElapsedUnit::Minutes).map(|millis| millis as f64 / 1_000.0);
        for (text, expected) in [
            ("35", 2_100.0),
            ("261.3", 15_678.0),
            ("1,5", 90.0),
            ("3.871,69", 232_301.4),
            ("1,234.5", 74_070.0),
            ("00:20:00", 1_200.0),
            ("1:24", 5_040.0),
            ("103:24:05", 372_245.0),
            ("2 days, 3:00:00", 183_600.0),
            ("0 hrs, 5 mins", 300.0),
            ("1d 2h 3m", 93_780.0),
            ("1 jour 2 heures et 5 minutes", 93_900.0),
            ("2 Stunden 30 Minuten", 9_000.0),
            ("PT35M", 2_100.0),
            ("P1DT2H", 93_600.0),
            ("45 s", 45.0),
            ("1 week 2 days", 777_600.0),
            ("2 semaines", 1_209_600.0),
            ("0", 0.0),
        ] {
            assert_eq!(seconds(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "-5",
            "-2:55",
            "soon",
            "5 apples",
            "1:75",
            "1:60",
            "0:00:60",
            "0:00:75",
            "1:2:3:4",
            "p",
            "9999999999999",
            "2026-02-03 10:00",
            "12/03/2026 10:00",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
        assert_eq!(read("2", ElapsedUnit::Hours), Some(7_200_000));
    }

    #[test]
    fn the_unit_is_that_of_the_header() {
        for (header, unit) in [
            ("First reply time in minutes", Some(ElapsedUnit::Minutes)),
            ("first_response_minutes", Some(ElapsedUnit::Minutes)),
            ("Resolution time (in hrs)", Some(ElapsedUnit::Hours)),
            ("Time to first response (seconds)", Some(ElapsedUnit::Seconds)),
            ("Délai en heures", Some(ElapsedUnit::Hours)),
            ("Reply time", None),
            ("Response time (ms)", Some(ElapsedUnit::Milliseconds)),
            ("Days to resolve", Some(ElapsedUnit::Days)),
            ("resolutionHours", Some(ElapsedUnit::Hours)),
            ("Délai [h]", Some(ElapsedUnit::Hours)),
            ("Agent's reply time", None),
            ("Délai d'intervention", None),
        ] {
            assert_eq!(ElapsedUnit::of_header(header), unit, "{header}");
        }
    }
}
