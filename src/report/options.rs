//! Options of a report, as a caller gives them and as they are once the policy has been asked.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::elapsed::Elapsed;
use crate::argument::or_default;
use crate::calendar::Instant;

/// Options of [`Policy::report`](crate::Policy::report).
///
/// # Examples
///
/// ```
/// use case_slo::{Instant, report::{CaseColumns, ReportOptions}};
///
/// let options = ReportOptions::new(Instant::parse("2026-07-01T00:00:00Z")?)
///     .zone("America/Toronto")
///     .columns(CaseColumns::default().id("Ticket").submitted_at("Opened").stopped_at(4));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct ReportOptions {
    /// Open cases are evaluated as of this instant; a stop after it has not come yet.
    pub(super) as_of: Option<Instant>,
    /// Id of the measure; default: "initial-response".
    pub(super) measure: Option<String>,
    /// The columns; those that are left out are guessed from the header.
    #[serde(deserialize_with = "or_default")]
    pub(super) columns: CaseColumns,
    /// IANA zone of weeks, months and hours, and of timestamps without an offset; without it, such a timestamp is a problem.
    pub(super) zone: Option<String>,
    /// Values of the log to ids of the policy: `{ severity: { "Sev 1": "critical" } }`.
    #[serde(deserialize_with = "or_default")]
    pub(super) values: CaseValues,
    /// Id of the tier of every case, for a log without such a column.
    pub(super) tier: Option<String>,
    /// Id of the severity of every case, for a log without such a column.
    pub(super) severity: Option<String>,
    /// The order of day and month in dates that could be either; default: "auto". The dates of a column that allow one order
    /// only decide for all of it; a date in the other order is a problem, and so is every date if none decides.
    pub(super) date_order: Option<DateOrder>,
    /// A column of durations that is given instead of the stop.
    #[serde(deserialize_with = "or_default")]
    pub(super) elapsed: Option<Elapsed>,
    /// A column of due times that decide instead of the targets of the policy.
    #[serde(deserialize_with = "or_default")]
    pub(super) due_at: Option<Column>,
    /// The name of the help desk whose export the log is, which tells its headers; default: detected from the header.
    pub(super) preset: Option<String>,
    /// Lines before the header; default: detected.
    pub(super) skip_lines: Option<u32>,
    /// Id of the tier whose objectives hold for every case, instead of those of its own tier. Groups keep their own tier.
    pub(super) as_tier: Option<String>,
    /// The cases to count; the others are filtered out and counted as `filtered`.
    #[serde(deserialize_with = "or_default")]
    pub(super) only: CaseFilter,
    /// Id of a context question, or "zone" for the zone of the customer, to the column that holds it: facts of each case that
    /// choose its objective. The channel is read from its own column.
    #[serde(deserialize_with = "or_default")]
    pub(super) context: BTreeMap<String, Column>,
    /// The delimiter; default: the one of comma, semicolon, tab and bar that parts header and rows alike.
    pub(super) delimiter: Option<String>,
    #[serde(skip)]
    pub(super) id_seed: u64,
}

impl ReportOptions {
    /// Options under which open cases are evaluated as of an instant.
    pub fn new(as_of: Instant) -> Self {
        Self { as_of: Some(as_of), ..Self::default() }
    }

    /// Id of the measure; without it, "initial-response".
    pub fn measure(mut self, id: impl Into<String>) -> Self {
        self.measure = Some(id.into());
        self
    }

    /// The columns of the log; those that are left out are guessed from the header.
    pub fn columns(mut self, columns: CaseColumns) -> Self {
        self.columns = columns;
        self
    }

    /// IANA zone of weeks, months and hours, and of timestamps without an offset; without it, such a timestamp is a problem.
    pub fn zone(mut self, name: impl Into<String>) -> Self {
        self.zone = Some(name.into());
        self
    }

    /// A value of the tier column that means a tier of the policy.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::ReportOptions;
    /// use case_slo::{Instant, Policy};
    ///
    /// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?).tier_value("Gold", "premium");
    /// let mut report = Policy::reference().report(&options)?;
    /// report.push(b"id,tier,severity,submitted,stopped\n1,Gold,low,2026-02-03T07:00:00Z,2026-02-03T07:10:00Z\n");
    /// let result = report.finish();
    /// assert_eq!(result.groups[0].tier.as_deref(), Some("premium"));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn tier_value(mut self, value: impl Into<String>, tier: impl Into<String>) -> Self {
        self.values.tier.insert(value.into(), tier.into());
        self
    }

    /// A value of the severity column that means a severity of the policy.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::ReportOptions;
    /// use case_slo::{Instant, Policy};
    ///
    /// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?).severity_value("Blocker", "critical");
    /// let mut report = Policy::reference().report(&options)?;
    /// report.push(b"id,tier,severity,submitted,stopped\n1,premium,Blocker,2026-02-03T07:00:00Z,2026-02-03T07:10:00Z\n");
    /// let result = report.finish();
    /// assert_eq!(result.groups[0].severity.as_deref(), Some("critical"));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn severity_value(mut self, value: impl Into<String>, severity: impl Into<String>) -> Self {
        self.values.severity.insert(value.into(), severity.into());
        self
    }

    /// The column that holds the answers to a context question, or the zones of the customers as "zone".
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::ReportOptions;
    /// use case_slo::{Instant, Policy};
    ///
    /// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?).context("country", "Country");
    /// // The reference policy has no such question.
    /// assert_eq!(Policy::reference().report(&options).unwrap_err().path(), Some("/context/country"));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn context(mut self, question: impl Into<String>, column: impl Into<Column>) -> Self {
        self.context.insert(question.into(), column.into());
        self
    }

    /// Id of the tier of every case, for a log without such a column.
    pub fn tier(mut self, id: impl Into<String>) -> Self {
        self.tier = Some(id.into());
        self
    }

    /// Id of the severity of every case, for a log without such a column.
    pub fn severity(mut self, id: impl Into<String>) -> Self {
        self.severity = Some(id.into());
        self
    }

    /// The order of day and month in dates that could be either; without it, the dates of a column that allow one order only
    /// decide for all of it.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::{DateOrder, ReportOptions};
    /// use case_slo::{Instant, Policy};
    ///
    /// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?).zone("UTC").date_order(DateOrder::DayFirst);
    /// let mut report = Policy::reference().report(&options)?;
    /// report.push(b"id,tier,severity,submitted,stopped\n1,premium,low,03/02/2026 07:00,03/02/2026 07:10\n");
    /// assert_eq!(report.finish().months[0].month, "2026-02");
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn date_order(mut self, order: DateOrder) -> Self {
        self.date_order = Some(order);
        self
    }

    /// A column of durations that is given instead of the stop.
    pub fn elapsed(mut self, elapsed: Elapsed) -> Self {
        self.elapsed = Some(elapsed);
        self
    }

    /// A column of due times, which decide instead of the targets of the policy.
    pub fn due_at(mut self, column: impl Into<Column>) -> Self {
        self.due_at = Some(column.into());
        self
    }

    /// The name of the help desk whose export the log is.
    pub fn preset(mut self, name: impl Into<String>) -> Self {
        self.preset = Some(name.into());
        self
    }

    /// Lines before the header.
    pub fn skip_lines(mut self, lines: u32) -> Self {
        self.skip_lines = Some(lines);
        self
    }

    /// Id of the tier whose objectives hold for every case, instead of those of its own tier.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::ReportOptions;
    /// use case_slo::{Instant, Policy};
    ///
    /// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?).as_tier("premium");
    /// let mut report = Policy::reference().report(&options)?;
    /// report.push(b"id,tier,severity,submitted,stopped\n1,enhanced,critical,2026-02-03T07:00:00Z,2026-02-03T07:20:00Z\n");
    /// let result = report.finish();
    /// // In time for its own tier, too late for the higher one.
    /// assert_eq!((result.groups[0].met, result.groups[0].missed), (0, 1));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn as_tier(mut self, id: impl Into<String>) -> Self {
        self.as_tier = Some(id.into());
        self
    }

    /// The cases to count; the others are filtered out.
    pub fn only(mut self, filter: CaseFilter) -> Self {
        self.only = filter;
        self
    }

    /// The delimiter of the log; without it, the one that parts header and rows alike.
    pub fn delimiter(mut self, delimiter: char) -> Self {
        self.delimiter = Some(delimiter.to_string());
        self
    }

    /// Seed of the hash of ids. A random number keeps the writer of a log from choosing ids that are found slowly.
    pub fn id_seed(mut self, seed: u64) -> Self {
        self.id_seed = seed;
        self
    }
}

/// The order of day and month in dates that could be either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DateOrder {
    /// The dates of a column that allow one order only decide for all of it.
    Auto,
    /// "31/12/2026"
    DayFirst,
    /// "12/31/2026"
    MonthFirst,
}

impl DateOrder {
    /// The order as a reader of timestamps knows it.
    pub(super) fn known(self) -> Option<case_slo_log::DateOrder> {
        match self {
            Self::Auto => None,
            Self::DayFirst => Some(case_slo_log::DateOrder::DayFirst),
            Self::MonthFirst => Some(case_slo_log::DateOrder::MonthFirst),
        }
    }

    /// The order that a reader of timestamps has found.
    pub(super) fn found(order: case_slo_log::DateOrder) -> Self {
        match order {
            case_slo_log::DateOrder::DayFirst => Self::DayFirst,
            case_slo_log::DateOrder::MonthFirst => Self::MonthFirst,
        }
    }
}

impl fmt::Display for DateOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Auto => "auto",
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
        })
    }
}

/// A column of a log, named by the caller.
///
/// # Examples
///
/// ```
/// use case_slo::report::Column;
///
/// assert_eq!(Column::from("Opened"), Column::Header("Opened".to_owned()));
/// assert_eq!(Column::from(4), Column::Index(4));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(inline, untagged))]
#[non_exhaustive]
pub enum Column {
    /// By its header.
    Header(String),
    /// By its index from 0.
    Index(usize),
}

impl From<&str> for Column {
    fn from(header: &str) -> Self {
        Self::Header(header.to_owned())
    }
}

impl From<usize> for Column {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

impl<'de> Deserialize<'de> for Column {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ColumnVisitor;
        impl Visitor<'_> for ColumnVisitor {
            type Value = Column;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the header of a column, or its index from 0")
            }

            fn visit_str<E: de::Error>(self, header: &str) -> Result<Column, E> {
                Ok(header.into())
            }

            fn visit_f64<E: de::Error>(self, index: f64) -> Result<Column, E> {
                if index.trunc() == index && (0.0..65_536.0).contains(&index) {
                    return Ok(Column::Index(index as usize));
                }
                Err(E::invalid_type(de::Unexpected::Other("another number"), &self))
            }

            fn visit_i64<E: de::Error>(self, index: i64) -> Result<Column, E> {
                self.visit_f64(index as f64)
            }

            fn visit_u64<E: de::Error>(self, index: u64) -> Result<Column, E> {
                self.visit_f64(index as f64)
            }
        }
        deserializer.deserialize_any(ColumnVisitor)
    }
}

/// The columns of a log of cases, each by its header or its index from 0.
///
/// # Examples
///
/// ```
/// use case_slo::report::{CaseColumns, ReportOptions};
/// use case_slo::{Instant, Policy};
///
/// let columns = CaseColumns::default().id("No").tier("Contract").submitted_at(3);
/// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?).columns(columns);
/// let mut report = Policy::reference().report(&options)?;
/// report.push(b"No,Contract,Severity,In,Stopped\n7,premium,low,2026-02-03T07:00:00Z,2026-02-03T07:10:00Z\n");
/// let found = report.finish().columns;
/// assert_eq!(found.submitted_at.map(|column| column.name).as_deref(), Some("In"));
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CaseColumns {
    /// Ids of the cases.
    pub(super) id: Option<Column>,
    /// Tiers.
    pub(super) tier: Option<Column>,
    /// Severities at submission.
    pub(super) severity: Option<Column>,
    /// Instants of submission.
    pub(super) submitted_at: Option<Column>,
    /// Instants at which the measure stopped.
    pub(super) stopped_at: Option<Column>,
    /// Channels.
    pub(super) channel: Option<Column>,
    /// Times of day of the submission and of the stop, in a log whose dates stand in columns of their own.
    pub(super) submitted_time: Option<Column>,
    pub(super) stopped_time: Option<Column>,
    /// Statuses: a case that is open has not stopped.
    pub(super) status: Option<Column>,
}

impl CaseColumns {
    /// The column of ids.
    pub fn id(mut self, column: impl Into<Column>) -> Self {
        self.id = Some(column.into());
        self
    }

    /// The column of tiers.
    pub fn tier(mut self, column: impl Into<Column>) -> Self {
        self.tier = Some(column.into());
        self
    }

    /// The column of severities.
    pub fn severity(mut self, column: impl Into<Column>) -> Self {
        self.severity = Some(column.into());
        self
    }

    /// The column of submissions.
    pub fn submitted_at(mut self, column: impl Into<Column>) -> Self {
        self.submitted_at = Some(column.into());
        self
    }

    /// The column of stops.
    pub fn stopped_at(mut self, column: impl Into<Column>) -> Self {
        self.stopped_at = Some(column.into());
        self
    }

    /// The column of channels.
    pub fn channel(mut self, column: impl Into<Column>) -> Self {
        self.channel = Some(column.into());
        self
    }

    /// The column of the times of day of submissions, whose dates stand in a column of their own.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::{CaseColumns, ReportOptions};
    /// use case_slo::{Instant, Policy};
    ///
    /// let columns = CaseColumns::default().submitted_at("Day").submitted_time("Clock");
    /// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?).columns(columns).zone("UTC");
    /// let mut report = Policy::reference().report(&options)?;
    /// report.push(b"id,tier,severity,Day,Clock,stopped\n7,premium,low,2026-02-03,07:00,2026-02-03 07:10\n");
    /// assert_eq!(report.finish().groups[0].met, 1);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn submitted_time(mut self, column: impl Into<Column>) -> Self {
        self.submitted_time = Some(column.into());
        self
    }

    /// The column of the times of day of stops.
    pub fn stopped_time(mut self, column: impl Into<Column>) -> Self {
        self.stopped_time = Some(column.into());
        self
    }

    /// The column of statuses, such as "Open" and "Closed". A case that is open has not stopped, whatever its stop says.
    pub fn status(mut self, column: impl Into<Column>) -> Self {
        self.status = Some(column.into());
        self
    }
}

/// The cases to count; every condition that is left out holds for every case.
///
/// # Examples
///
/// ```
/// use case_slo::report::{CaseFilter, ReportOptions};
/// use case_slo::{Instant, Policy};
///
/// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?)
///     .only(CaseFilter::default().tiers(["premium"]).from(Instant::parse("2026-02-01T00:00:00Z")?));
/// let mut report = Policy::reference().report(&options)?;
/// report.push(b"id,tier,severity,submitted,stopped\n1,enhanced,low,2026-02-03T07:14:00Z,\n");
/// assert_eq!(report.finish().filtered, 1);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CaseFilter {
    /// Ids of tiers; an empty list lets no case through.
    pub(super) tiers: Option<Vec<String>>,
    /// Ids of severities; an empty list lets no case through.
    pub(super) severities: Option<Vec<String>>,
    /// Channels, as `channels` of the result names them; an empty list lets no case through.
    pub(super) channels: Option<Vec<String>>,
    /// Cases submitted at this instant or later.
    pub(super) from: Option<Instant>,
    /// Cases submitted before this instant.
    pub(super) to: Option<Instant>,
    /// Hours of submission, in the zone of the options or UTC; an empty list lets no case through.
    pub(super) hours: Option<Vec<HourOfWeek>>,
}

/// An hour of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct HourOfWeek {
    /// From 1, Monday, to 7.
    pub weekday: u8,
    /// From 0 to 23.
    pub hour: u8,
}

impl CaseFilter {
    /// Ids of tiers.
    pub fn tiers<T: Into<String>>(mut self, ids: impl IntoIterator<Item = T>) -> Self {
        self.tiers = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Ids of severities.
    pub fn severities<T: Into<String>>(mut self, ids: impl IntoIterator<Item = T>) -> Self {
        self.severities = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Names of channels, as the log has them.
    pub fn channels<T: Into<String>>(mut self, names: impl IntoIterator<Item = T>) -> Self {
        self.channels = Some(names.into_iter().map(Into::into).collect());
        self
    }

    /// Cases submitted at this instant or later.
    pub fn from(mut self, instant: Instant) -> Self {
        self.from = Some(instant);
        self
    }

    /// Cases submitted before this instant.
    pub fn to(mut self, instant: Instant) -> Self {
        self.to = Some(instant);
        self
    }

    /// Hours of submission, each as a weekday from 1 (Monday) to 7 and an hour from 0 to 23.
    pub fn hours(mut self, hours: impl IntoIterator<Item = (u8, u8)>) -> Self {
        self.hours = Some(hours.into_iter().map(|(weekday, hour)| HourOfWeek { weekday, hour }).collect());
        self
    }
}

/// Values of a log to ids of the policy.
#[derive(Debug, Clone, Default, PartialEq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub(super) struct CaseValues {
    /// Value of the tier column to the id of a tier.
    #[serde(deserialize_with = "or_default")]
    pub(super) tier: BTreeMap<String, String>,
    /// Value of the severity column to the id of a severity.
    #[serde(deserialize_with = "or_default")]
    pub(super) severity: BTreeMap<String, String>,
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::report::ElapsedUnit;
    use crate::{ErrorCode, argument};

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    fn read(options: Value) -> ReportOptions {
        argument::read(options, ErrorCode::InvalidOptions).unwrap()
    }

    #[test]
    fn options_that_are_built_are_those_that_are_read() {
        let now = "2026-03-01T00:00:00Z";
        let new = || ReportOptions::new(at(now));
        for (built, key, value) in [
            (new().measure("restore"), "measure", json!("restore")),
            (new().zone("Asia/Tokyo"), "zone", json!("Asia/Tokyo")),
            (new().tier_value("Gold", "premium"), "values", json!({"tier": {"Gold": "premium"}})),
            (new().severity_value("P1", "critical"), "values", json!({"severity": {"P1": "critical"}})),
            (new().context("country", "Land"), "context", json!({"country": "Land"})),
            (new().tier("premium"), "tier", json!("premium")),
            (new().severity("low"), "severity", json!("low")),
            (new().date_order(DateOrder::DayFirst), "dateOrder", json!("day-first")),
            (new().elapsed(Elapsed::new("Reply")), "elapsed", json!({"column": "Reply"})),
            (new().due_at("Due"), "dueAt", json!("Due")),
            (new().preset("jira"), "preset", json!("jira")),
            (new().skip_lines(3), "skipLines", json!(3)),
            (new().as_tier("premium"), "asTier", json!("premium")),
            (new().only(CaseFilter::default().tiers(["premium"])), "only", json!({"tiers": ["premium"]})),
            (new().delimiter('|'), "delimiter", json!("|")),
            (new().columns(CaseColumns::default().id(0)), "columns", json!({"id": 0})),
        ] {
            assert_eq!(built, read(json!({"asOf": now, (key): value})), "{key}");
            assert_ne!(built, new(), "{key}");
        }
        assert_ne!(new().id_seed(7), new());
    }

    #[test]
    fn columns_that_are_built_are_those_that_are_read() {
        let new = CaseColumns::default;
        for (built, key) in [
            (new().id("C"), "id"),
            (new().tier("C"), "tier"),
            (new().severity("C"), "severity"),
            (new().submitted_at("C"), "submittedAt"),
            (new().stopped_at("C"), "stoppedAt"),
            (new().channel("C"), "channel"),
            (new().submitted_time("C"), "submittedTime"),
            (new().stopped_time("C"), "stoppedTime"),
            (new().status("C"), "status"),
        ] {
            assert_eq!(built, read(json!({"columns": {(key): "C"}})).columns, "{key}");
            assert_ne!(built, new(), "{key}");
        }
    }

    #[test]
    fn a_filter_that_is_built_is_the_one_that_is_read() {
        let (new, day) = (CaseFilter::default, "2026-02-01T00:00:00Z");
        for (built, key, value) in [
            (new().tiers(["premium"]), "tiers", json!(["premium"])),
            (new().severities(["low"]), "severities", json!(["low"])),
            (new().channels(["phone"]), "channels", json!(["phone"])),
            (new().from(at(day)), "from", json!(day)),
            (new().to(at(day)), "to", json!(day)),
            (new().hours([(1, 9)]), "hours", json!([{"weekday": 1, "hour": 9}])),
        ] {
            assert_eq!(built, read(json!({"only": {(key): value}})).only, "{key}");
            assert_ne!(built, new(), "{key}");
        }
    }

    #[test]
    fn an_order_of_dates_and_a_unit_are_shown_as_they_are_written_in_json() {
        for order in [DateOrder::Auto, DateOrder::DayFirst, DateOrder::MonthFirst] {
            assert_eq!(json!(order), order.to_string());
        }
        use ElapsedUnit::{Days, Hours, Milliseconds, Minutes, Seconds};
        for unit in [Milliseconds, Seconds, Minutes, Hours, Days] {
            assert_eq!(json!(unit), unit.to_string());
        }
    }
}
