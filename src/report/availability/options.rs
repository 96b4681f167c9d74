use case_slo_log::GivenForm;
use serde::Deserialize;

use crate::Error;
use crate::argument::or_default;
use crate::calendar::{Instant, LocalTime};

use crate::report::elapsed::{Elapsed, ElapsedUnit};
use crate::report::options::{Column, DateOrder};
use crate::report::settings::{as_of, delimiter, invalid, zone};

/// Options of [`Policy::availability`](crate::Policy::availability).
///
/// # Examples
///
/// ```
/// use case_slo::{Instant, report::{AvailabilityOptions, OutageColumns}};
///
/// let options = AvailabilityOptions::new(Instant::parse("2026-07-01T00:00:00Z")?)
///     .zone("America/Toronto")
///     .columns(OutageColumns::default().service("System").start(1));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct AvailabilityOptions {
    /// The log is known up to this instant: an outage that has not ended lasts up to it, and one that begins after it has
    /// not come yet.
    as_of: Option<Instant>,
    /// The beginning of the period; default: of the month of the first outage.
    from: Option<Instant>,
    /// The end of the period, which is not part of it; default, and at the latest: `asOf`.
    until: Option<Instant>,
    /// IANA zone of months, and of timestamps without an offset; default: UTC, and such a timestamp is a problem.
    zone: Option<String>,
    /// The columns; those that are left out are guessed from the header.
    #[serde(deserialize_with = "or_default")]
    columns: OutageColumns,
    /// A column of durations that is given instead of the end.
    elapsed: Option<Elapsed>,
    /// The order of day and month in dates that could be either; default: "auto", by the dates of a column that allow one order
    /// only.
    date_order: Option<DateOrder>,
    /// Lines before the header; default: detected.
    skip_lines: Option<u32>,
    /// The delimiter; default: the one of comma, semicolon, tab and bar that parts header and rows alike.
    delimiter: Option<String>,
}

impl AvailabilityOptions {
    /// Options of a log that is known up to an instant.
    pub fn new(as_of: Instant) -> Self {
        Self { as_of: Some(as_of), ..Self::default() }
    }

    /// The beginning of the period; without it, the first of the month of the first outage.
    pub fn from(mut self, instant: Instant) -> Self {
        self.from = Some(instant);
        self
    }

    /// The end of the period; without it, and at the latest, the instant up to which the log is known.
    pub fn until(mut self, instant: Instant) -> Self {
        self.until = Some(instant);
        self
    }

    /// IANA zone of months, and of timestamps without an offset; without it, such a timestamp is a problem.
    pub fn zone(mut self, name: impl Into<String>) -> Self {
        self.zone = Some(name.into());
        self
    }

    /// The columns of the log; those that are left out are guessed from the header.
    pub fn columns(mut self, columns: OutageColumns) -> Self {
        self.columns = columns;
        self
    }

    /// A column of durations that is given instead of the end.
    pub fn elapsed(mut self, elapsed: Elapsed) -> Self {
        self.elapsed = Some(elapsed);
        self
    }

    /// The order of day and month in dates that could be either; without it, the dates of a column that allow one order only
    /// decide.
    pub fn date_order(mut self, order: DateOrder) -> Self {
        self.date_order = Some(order);
        self
    }

    /// Lines before the header.
    pub fn skip_lines(mut self, lines: u32) -> Self {
        self.skip_lines = Some(lines);
        self
    }

    /// The delimiter of the log; without it, the one that parts header and rows alike.
    pub fn delimiter(mut self, delimiter: char) -> Self {
        self.delimiter = Some(delimiter.to_string());
        self
    }
}

/// The columns of a log of outages, each by its header or its index from 0.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct OutageColumns {
    /// Names of the services.
    service: Option<Column>,
    /// Instants at which outages began.
    start: Option<Column>,
    /// Instants at which outages ended.
    end: Option<Column>,
    /// Times of day of the starts, whose dates stand in a column of their own.
    start_time: Option<Column>,
    /// Times of day of the ends.
    end_time: Option<Column>,
}

impl OutageColumns {
    /// The column of services.
    pub fn service(mut self, column: impl Into<Column>) -> Self {
        self.service = Some(column.into());
        self
    }

    /// The column of starts.
    pub fn start(mut self, column: impl Into<Column>) -> Self {
        self.start = Some(column.into());
        self
    }

    /// The column of ends.
    pub fn end(mut self, column: impl Into<Column>) -> Self {
        self.end = Some(column.into());
        self
    }

    /// The column of the times of day of starts, whose dates stand in a column of their own.
    pub fn start_time(mut self, column: impl Into<Column>) -> Self {
        self.start_time = Some(column.into());
        self
    }

    /// The column of the times of day of ends.
    pub fn end_time(mut self, column: impl Into<Column>) -> Self {
        self.end_time = Some(column.into());
        self
    }
}

/// Options of availability that have been checked.
#[derive(Debug)]
pub(super) struct Settings {
    /// The log is known up to this instant.
    pub as_of: Instant,
    /// The beginning of the period; without it, the first of the month of the first outage.
    pub from: Option<Instant>,
    /// The end of the period, never after `as_of`.
    pub until: Instant,
    /// In the order of [`COLUMNS`](super::log::COLUMNS).
    pub columns: [Option<Column>; 6],
    pub elapsed_unit: Option<ElapsedUnit>,
    pub zone: Option<LocalTime>,
    pub date_order: Option<case_slo_log::DateOrder>,
    pub form: GivenForm,
}

impl Settings {
    /// Checks options.
    ///
    /// # Errors
    ///
    /// `invalid-options`, `invalid-instant`, `unknown-zone`
    pub fn new(options: &AvailabilityOptions) -> Result<Self, Error> {
        let as_of = as_of(options.as_of)?;
        let (from, until) = (options.from, options.until.unwrap_or(as_of).min(as_of));
        if from.unwrap_or(Instant::MIN) >= until {
            let path = if from.is_some() { "/from" } else { "/until" };
            return Err(invalid("the period has to begin before it ends, and before asOf", path));
        }
        let OutageColumns { service, start, end, start_time, end_time } = options.columns.clone();
        let elapsed = options.elapsed.as_ref();
        Ok(Self {
            as_of,
            from,
            until,
            columns: [service, start, end, elapsed.map(|elapsed| elapsed.column.clone()), start_time, end_time],
            elapsed_unit: elapsed.and_then(|elapsed| elapsed.unit),
            zone: zone(options.zone.as_deref())?,
            date_order: options.date_order.and_then(DateOrder::known),
            form: GivenForm {
                delimiter: delimiter(options.delimiter.as_deref())?,
                skip_lines: options.skip_lines.map(u64::from),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{ErrorCode, argument};

    #[test]
    fn options_that_are_built_are_those_that_are_read() {
        let (now, day) = ("2026-03-01T00:00:00Z", "2026-02-01T00:00:00Z");
        let at = |text: &str| Instant::parse(text).unwrap();
        let new = || AvailabilityOptions::new(at(now));
        let columns = OutageColumns::default;
        for (built, key, value) in [
            (new().from(at(day)), "from", json!(day)),
            (new().until(at(day)), "until", json!(day)),
            (new().zone("Asia/Tokyo"), "zone", json!("Asia/Tokyo")),
            (new().date_order(DateOrder::MonthFirst), "dateOrder", json!("month-first")),
            (new().skip_lines(3), "skipLines", json!(3)),
            (new().delimiter(';'), "delimiter", json!(";")),
            (new().columns(columns().service("S")), "columns", json!({"service": "S"})),
            (new().columns(columns().start(1)), "columns", json!({"start": 1})),
            (new().columns(columns().end("E")), "columns", json!({"end": "E"})),
        ] {
            let read: AvailabilityOptions =
                argument::read(json!({"asOf": now, (key): value}), ErrorCode::InvalidOptions).unwrap();
            assert_eq!(built, read, "{key}");
            assert_ne!(built, new(), "{key}");
        }
    }
}
