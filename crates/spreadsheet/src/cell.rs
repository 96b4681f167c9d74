//! Writes the value of a cell as text.

use std::fmt::Write as _;

use calamine::{Data, DataRef, ExcelDateTime};

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// Returns the text of a cell of an .xlsx sheet; empty for an empty cell.
pub(crate) fn text_of_ref(value: DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => text.to_owned(),
        other => text_of(Data::from(other)),
    }
}

/// Returns the text of a cell; empty for an empty cell.
pub(crate) fn text_of(value: Data) -> String {
    match value {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::String(text) => text,
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(moment) => moment_text(moment),
        Data::DateTimeIso(text) if text.len() == 10 => format!("{text} 00:00:00"),
        Data::DateTimeIso(text) => text.replacen('T', " ", 1),
        Data::DurationIso(text) => clock_of(&text).unwrap_or(text),
        Data::Error(error) => error.to_string(),
        _ => String::new(),
    }
}

/// Writes a date with its time, a time alone, or a duration; a spreadsheet stores each as a number of days.
fn moment_text(moment: ExcelDateTime) -> String {
    let seconds = (moment.as_f64() * DAY).round();
    if moment.is_duration() || (0.0..DAY).contains(&seconds) {
        return clock(seconds);
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let time = (moment.as_f64().rem_euclid(1.0) * DAY).round().min(DAY - 1.0) as u32;
    let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

/// Writes seconds as hours, minutes and seconds: `30:15:00`.
fn clock(seconds: f64) -> String {
    let sign = if seconds < 0.0 { "-" } else { "" };
    let seconds = seconds.abs() as u64;
    format!("{sign}{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// Reads a duration as OpenDocument writes it (`PT30H15M00S`); none for another text.
fn clock_of(text: &str) -> Option<String> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (unit, factor) in [('H', 3_600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((number, after)) = rest.split_once(unit) {
            seconds += factor * number.parse::<f64>().ok()?;
            rest = after;
        }
    }
    rest.is_empty().then(|| clock(seconds.round()))
}

/// Writes a text as a cell of CSV.
pub(crate) fn write_quoted(csv: &mut String, text: &str) {
    if !text.contains(['"', ',', '\r', '\n']) {
        csv.push_str(text);
        return;
    }
    // Writing to a string does not fail.
    let _ = write!(csv, "\"{}\"", text.replace('"', "\"\""));
}
