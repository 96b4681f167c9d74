//! Options of a report, as a caller gives them and as they are once the policy has been asked.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

use crate::argument::or_default;
use crate::calendar::{Instant, LocalTime};
use crate::policy::model::Document;
use crate::policy::{nearest, token};
use crate::{Error, ErrorCode};

use super::messages::short;

const DEFAULT_MEASURE: &str = "initial-response";

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
    /// Id of the tier whose objectives hold for every case, instead of those of its own tier. Groups keep their own tier.
    pub(super) as_tier: Option<String>,
    /// The cases to count; the others are filtered out and counted as `filtered`.
    #[serde(deserialize_with = "or_default")]
    pub(super) only: CaseFilter,
    /// Id of a context question, or "zone" for the zone of the customer, to the column that holds it: facts of each case that
    /// choose its objective. The channel is read from its own column.
    #[serde(deserialize_with = "or_default")]
    pub(super) context: BTreeMap<String, Column>,
    /// The delimiter; default: the most frequent one of the first line (comma, semicolon or tab).
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

    /// The delimiter of the log; without it, the most frequent one of the first line.
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
                Err(E::invalid_value(de::Unexpected::Float(index), &self))
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
    id: Option<Column>,
    /// Tiers.
    tier: Option<Column>,
    /// Severities at submission.
    severity: Option<Column>,
    /// Instants of submission.
    submitted_at: Option<Column>,
    /// Instants at which the measure stopped.
    stopped_at: Option<Column>,
    /// Channels.
    channel: Option<Column>,
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

    /// The columns in the order of [`CASE_COLUMNS`](super::columns::CASE_COLUMNS).
    pub(super) fn as_list(&self) -> [Option<Column>; 6] {
        let Self { id, tier, severity, submitted_at, stopped_at, channel } = self.clone();
        [id, tier, severity, submitted_at, stopped_at, channel]
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
    tiers: Option<Vec<String>>,
    /// Ids of severities; an empty list lets no case through.
    severities: Option<Vec<String>>,
    /// Channels, as `channels` of the result names them; an empty list lets no case through.
    channels: Option<Vec<String>>,
    /// Cases submitted at this instant or later.
    from: Option<Instant>,
    /// Cases submitted before this instant.
    to: Option<Instant>,
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
}

/// Values of a log to ids of the policy.
#[derive(Debug, Clone, Default, PartialEq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub(super) struct CaseValues {
    /// Value of the tier column to the id of a tier.
    #[serde(deserialize_with = "or_default")]
    tier: BTreeMap<String, String>,
    /// Value of the severity column to the id of a severity.
    #[serde(deserialize_with = "or_default")]
    severity: BTreeMap<String, String>,
}

/// Options of a report, with everything that a policy names by its index there.
#[derive(Debug)]
pub(super) struct Settings {
    pub as_of: Instant,
    pub measure: usize,
    pub columns: [Option<Column>; 6],
    pub zone: Option<LocalTime>,
    /// Values of the log with the tiers and severities that they mean.
    pub tiers: BTreeMap<String, u16>,
    pub severities: BTreeMap<String, u16>,
    pub tier: Option<u16>,
    pub as_tier: Option<u16>,
    pub only: Filter,
    pub delimiter: Option<u8>,
    /// Names of context questions, and "zone", with their columns.
    pub context: Vec<(String, Column)>,
}

/// The cases to count, by index.
#[derive(Debug, Default)]
pub(super) struct Filter {
    pub tiers: Option<Vec<u16>>,
    pub severities: Option<Vec<u16>>,
    pub channels: Option<Vec<String>>,
    pub from: Option<Instant>,
    pub to: Option<Instant>,
}

impl Settings {
    /// Reads options by a policy.
    ///
    /// # Errors
    ///
    /// `invalid-options`, `invalid-instant`, `unknown-measure`, `unknown-zone`, `unknown-tier`, `unknown-severity`
    pub fn new(options: &ReportOptions, document: &Document) -> Result<Self, Error> {
        let measures = Ids::new(ErrorCode::UnknownMeasure, "measure", document.measures.iter().map(|m| &m.id));
        let tiers = Ids::new(ErrorCode::UnknownTier, "tier", document.tiers.iter().map(|tier| &tier.id));
        let severities = Ids::new(ErrorCode::UnknownSeverity, "severity", document.severities.iter().map(|s| &s.id));
        let only = &options.only;
        let one_tier = |tier: &Option<String>, path: &str| tier.as_ref().map(|id| tiers.index(id, path)).transpose();
        let measure = usize::from(measures.index(options.measure.as_deref().unwrap_or(DEFAULT_MEASURE), "/measure")?);
        let starts_at = document.measures.get(measure).and_then(|measure| measure.starts_at.as_deref());
        if let Some(start) = starts_at.filter(|start| *start != "submission") {
            let message = format!("the measure starts at \"{}\", of which a log has no column", short(start));
            return Err(Error::new(ErrorCode::InvalidOptions, message).at("/measure"));
        }
        Ok(Self {
            as_of: as_of(options.as_of)?,
            measure,
            columns: options.columns.as_list(),
            zone: zone(options.zone.as_deref())?,
            tiers: tiers.values(&options.values.tier)?,
            severities: severities.values(&options.values.severity)?,
            tier: one_tier(&options.tier, "/tier")?,
            as_tier: one_tier(&options.as_tier, "/asTier")?,
            only: Filter {
                tiers: tiers.list(only.tiers.as_deref(), "/only/tiers")?,
                severities: severities.list(only.severities.as_deref(), "/only/severities")?,
                channels: only.channels.as_ref().map(|names| names.iter().map(|n| n.trim().to_owned()).collect()),
                from: only.from,
                to: only.to,
            },
            delimiter: delimiter(options.delimiter.as_deref())?,
            context: context(options, document)?,
        })
    }
}

/// The columns of facts.
///
/// # Errors
///
/// `unknown-question`
fn context(options: &ReportOptions, document: &Document) -> Result<Vec<(String, Column)>, Error> {
    let known = document.context.iter().map(|question| question.id.as_str());
    let is_unknown = |name: &&String| *name != "zone" && !known.clone().any(|id| id == **name);
    if let Some(name) = options.context.keys().find(is_unknown) {
        let help = nearest(name, known.clone()).map(|meant| format!("; did you mean \"{meant}\"?")).unwrap_or_default();
        let message = format!("there is no context question \"{}\"{help}", short(name));
        return Err(Error::new(ErrorCode::UnknownQuestion, message).at(format!("/context/{}", token(name))));
    }
    Ok(options.context.iter().map(|(name, column)| (name.clone(), column.clone())).collect())
}

impl Filter {
    /// Whether every case passes.
    #[inline(always)]
    pub fn is_open(&self) -> bool {
        let Self { tiers, severities, channels, from, to } = self;
        tiers.is_none() && severities.is_none() && channels.is_none() && from.is_none() && to.is_none()
    }

    /// Whether a case is filtered out of which this is known. A value that could not be read filters nothing out.
    pub fn excludes(
        &self,
        tier: Option<u16>,
        severity: Option<u16>,
        channel: Option<&str>,
        submitted: Option<Instant>,
    ) -> bool {
        let misses = |wanted: &Option<Vec<u16>>, found: Option<u16>| {
            wanted.as_ref().zip(found).is_some_and(|(wanted, found)| !wanted.contains(&found))
        };
        let is_other = |channel: &str| self.channels.as_ref().is_some_and(|wanted| wanted.iter().all(|w| w != channel));
        let is_early = |at: Instant| self.from.is_some_and(|from| at < from);
        let is_late = |at: Instant| self.to.is_some_and(|to| at >= to);
        misses(&self.tiers, tier)
            || misses(&self.severities, severity)
            || channel.is_some_and(is_other)
            || submitted.is_some_and(|at| is_early(at) || is_late(at))
    }
}

/// Ids of the policy, by index.
struct Ids<'a> {
    code: ErrorCode,
    kind: &'static str,
    list: Vec<&'a str>,
    indices: BTreeMap<&'a str, u16>,
}

impl<'a> Ids<'a> {
    fn new(code: ErrorCode, kind: &'static str, ids: impl Iterator<Item = &'a String>) -> Self {
        let list: Vec<&str> = ids.map(String::as_str).collect();
        let indices = list.iter().copied().zip(0..).collect();
        Self { code, kind, list, indices }
    }

    fn index(&self, id: &str, path: &str) -> Result<u16, Error> {
        self.indices.get(id).copied().ok_or_else(|| {
            let help = nearest(id, self.list.iter().copied()).map(|meant| format!("; did you mean \"{meant}\"?"));
            let message = format!("there is no {} \"{}\"{}", self.kind, short(id), help.unwrap_or_default());
            Error::new(self.code, message).at(path)
        })
    }

    fn list(&self, ids: Option<&[String]>, path: &str) -> Result<Option<Vec<u16>>, Error> {
        let index = |(at, id): (usize, &String)| self.index(id, &format!("{path}/{at}"));
        ids.map(|ids| ids.iter().enumerate().map(index).collect()).transpose()
    }

    fn values(&self, values: &BTreeMap<String, String>) -> Result<BTreeMap<String, u16>, Error> {
        let path = |value: &str| format!("/values/{}/{}", self.kind, token(value));
        values.iter().map(|(value, id)| Ok((value.clone(), self.index(id, &path(value))?))).collect()
    }
}

/// The instant as of which a log is evaluated, which every caller has to give.
pub(super) fn as_of(given: Option<Instant>) -> Result<Instant, Error> {
    given.ok_or_else(|| Error::new(ErrorCode::InvalidInstant, "expected an instant, found nothing").at("/asOf"))
}

/// The wall clock of a zone.
pub(super) fn zone(name: Option<&str>) -> Result<Option<LocalTime>, Error> {
    let Some(name) = name else { return Ok(None) };
    let unknown = || {
        let message = format!("there is no time zone \"{}\"; expected a name such as \"America/Toronto\"", short(name));
        Error::new(ErrorCode::UnknownZone, message).at("/zone")
    };
    LocalTime::find(name).map(Some).ok_or_else(unknown)
}

/// A delimiter of one byte.
pub(super) fn delimiter(given: Option<&str>) -> Result<Option<u8>, Error> {
    match given.map(str::as_bytes) {
        None => Ok(None),
        Some([byte]) if *byte == b'\t' || byte.is_ascii_punctuation() && *byte != b'"' => Ok(Some(*byte)),
        Some(_) => Err(invalid("a delimiter is one character: a comma, a semicolon, a tab, …", "/delimiter")),
    }
}

pub(super) fn invalid(message: impl Into<String>, path: &str) -> Error {
    Error::new(ErrorCode::InvalidOptions, message).at(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::argument;
    use serde_json::{Value, json};

    fn read(options: Value) -> Result<Settings, Error> {
        let document = crate::policy::read(crate::REFERENCE_POLICY).document.unwrap();
        Settings::new(&argument::read::<ReportOptions, _>(options, ErrorCode::InvalidOptions)?, &document)
    }

    #[test]
    fn options_are_read() {
        let options = read(json!({
            "asOf": "2026-07-01T00:00:00Z", "zone": "America/Toronto", "tier": "premium", "delimiter": ";",
            "columns": {"id": "Case", "stoppedAt": 3}, "values": {"severity": {"Sev 1": "critical"}},
        }))
        .unwrap();
        assert_eq!((options.delimiter, options.severities.get("Sev 1")), (Some(b';'), Some(&0)));
        assert!(options.tier.is_some() && options.zone.is_some());
        assert_eq!(options.columns.iter().flatten().count(), 2);
        assert!(read(json!({"asOf": 0, "columns": null, "values": {"tier": null}, "only": null})).is_ok());
    }

    #[test]
    fn options_in_rust_are_those_of_javascript() {
        let at = Instant::parse("2026-07-01T00:00:00Z").unwrap();
        let built = ReportOptions::new(at)
            .columns(CaseColumns::default().id("Case").stopped_at(3))
            .zone("America/Toronto")
            .severity_value("Sev 1", "critical")
            .only(CaseFilter::default().tiers(["premium"]).from(at))
            .delimiter(';');
        let read: ReportOptions = argument::read(
            json!({
                "asOf": "2026-07-01T00:00:00Z", "zone": "America/Toronto", "delimiter": ";",
                "columns": {"id": "Case", "stoppedAt": 3}, "values": {"severity": {"Sev 1": "critical"}},
                "only": {"tiers": ["premium"], "from": "2026-07-01T00:00:00Z"},
            }),
            ErrorCode::InvalidOptions,
        )
        .unwrap();
        assert_eq!(built, read);
    }

    #[test]
    fn every_fault_has_a_code_and_a_place() {
        let at = "2026-07-01T00:00:00Z";
        for (options, code, path) in [
            (json!(null), "invalid-options", ""),
            (json!([at]), "invalid-options", ""),
            (json!({}), "invalid-instant", "/asOf"),
            (json!({"asOf": -1}), "out-of-range", "/asOf"),
            (json!({"asOf": at, "measure": "response"}), "unknown-measure", "/measure"),
            (json!({"asOf": at, "measure": 1}), "invalid-options", "/measure"),
            (json!({"asOf": at, "zone": "Mars/Base"}), "unknown-zone", "/zone"),
            (json!({"asOf": at, "tier": "premum"}), "unknown-tier", "/tier"),
            (json!({"asOf": at, "asTier": "premum"}), "unknown-tier", "/asTier"),
            (json!({"asOf": at, "only": []}), "invalid-options", "/only"),
            (json!({"asOf": at, "only": {"tier": ["premium"]}}), "invalid-options", "/only/tier"),
            (json!({"asOf": at, "only": {"tiers": "premium"}}), "invalid-options", "/only/tiers"),
            (json!({"asOf": at, "only": {"tiers": ["premium", "x"]}}), "unknown-tier", "/only/tiers/1"),
            (json!({"asOf": at, "only": {"severities": ["x"]}}), "unknown-severity", "/only/severities/0"),
            (json!({"asOf": at, "only": {"channels": [1]}}), "invalid-options", "/only/channels/0"),
            (json!({"asOf": at, "only": {"from": "today"}}), "invalid-instant", "/only/from"),
            (json!({"asOf": at, "only": {"to": -1}}), "out-of-range", "/only/to"),
            (json!({"asOf": at, "delimiter": ",,"}), "invalid-options", "/delimiter"),
            (json!({"asOf": at, "delimiter": "\""}), "invalid-options", "/delimiter"),
            (json!({"asOf": at, "columns": []}), "invalid-options", "/columns"),
            (json!({"asOf": at, "columns": {"stopedAt": 1}}), "invalid-options", "/columns/stopedAt"),
            (json!({"asOf": at, "columns": {"id": -1}}), "invalid-options", "/columns/id"),
            (json!({"asOf": at, "columns": {"id": 0.5}}), "invalid-options", "/columns/id"),
            (json!({"asOf": at, "values": 3}), "invalid-options", "/values"),
            (json!({"asOf": at, "values": {"tier": {"a/b": "x"}}}), "unknown-tier", "/values/tier/a~1b"),
            (json!({"asOf": at, "values": {"severity": {"1": 1}}}), "invalid-options", "/values/severity/1"),
            (json!({"asOf": at, "values": {"severity": {"1": "worst"}}}), "unknown-severity", "/values/severity/1"),
        ] {
            let error = read(options.clone()).unwrap_err();
            assert_eq!((error.code().as_str(), error.path()), (code, Some(path)), "{options}");
        }
    }
}
