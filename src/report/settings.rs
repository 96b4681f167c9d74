//! The options of a report once the policy has been asked: ids by their index, columns and filters checked.

use std::collections::BTreeMap;

use case_slo_log::{GivenForm, Moment};

use super::case_columns::CASE_COLUMNS;
use super::elapsed::ElapsedUnit;
use super::messages::short;
use super::options::{CaseColumns, Column, DateOrder, HourOfWeek, ReportOptions};
use super::presets::Preset;
use crate::calendar::{Instant, LocalTime};
use crate::policy::model::Document;
use crate::policy::{token, unknown};
use crate::{Error, ErrorCode};

const DEFAULT_MEASURE: &str = "initial-response";

/// Options of a report, with everything that a policy names by its index there.
#[derive(Debug)]
pub(super) struct Settings {
    pub as_of: Instant,
    pub measure: usize,
    pub columns: [Option<Column>; CASE_COLUMNS.len()],
    pub preset: Option<&'static Preset>,
    pub date_order: Option<case_slo_log::DateOrder>,
    /// The unit of a column of durations that the caller names.
    pub elapsed_unit: Option<ElapsedUnit>,
    pub zone: Option<LocalTime>,
    /// Values of the log with the tiers and severities that they mean.
    pub tiers: BTreeMap<String, u16>,
    pub severities: BTreeMap<String, u16>,
    pub tier: Option<u16>,
    pub severity: Option<u16>,
    pub as_tier: Option<u16>,
    pub only: Filter,
    pub form: GivenForm,
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
    /// By hour of the week, from Monday on.
    pub hours: Option<[bool; 7 * 24]>,
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
            columns: columns(options),
            preset: options.preset.as_deref().map(preset).transpose()?,
            date_order: options.date_order.and_then(DateOrder::known),
            elapsed_unit: options.elapsed.as_ref().and_then(|elapsed| elapsed.unit),
            zone: zone(options.zone.as_deref())?,
            tiers: tiers.values(&options.values.tier)?,
            severities: severities.values(&options.values.severity)?,
            tier: one_tier(&options.tier, "/tier")?,
            severity: options.severity.as_ref().map(|id| severities.index(id, "/severity")).transpose()?,
            as_tier: one_tier(&options.as_tier, "/asTier")?,
            only: Filter {
                tiers: tiers.list(only.tiers.as_deref(), "/only/tiers")?,
                severities: severities.list(only.severities.as_deref(), "/only/severities")?,
                channels: only.channels.as_ref().map(|names| names.iter().map(|n| n.trim().to_owned()).collect()),
                from: only.from,
                to: only.to,
                hours: only.hours.as_deref().map(hours_of_week).transpose()?,
            },
            form: GivenForm {
                delimiter: delimiter(options.delimiter.as_deref())?,
                skip_lines: options.skip_lines.map(u64::from),
            },
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
    options.context.keys().try_for_each(|name| require_fact(document, name))?;
    Ok(options.context.iter().map(|(name, column)| (name.clone(), column.clone())).collect())
}

/// Refuses a fact that is neither the answer to a context question nor the zone.
///
/// # Errors
///
/// `unknown-question`
pub(super) fn require_fact(document: &Document, name: &str) -> Result<(), Error> {
    let known: Vec<&str> = document.context.iter().map(|question| question.id.as_str()).collect();
    if name == "zone" || known.contains(&name) {
        return Ok(());
    }
    Err(unknown(ErrorCode::UnknownQuestion, "context question", name, &known).at(format!("/context/{}", token(name))))
}

/// Hours of the week by their place.
///
/// # Errors
///
/// `invalid-options`
fn hours_of_week(wanted: &[HourOfWeek]) -> Result<[bool; 7 * 24], Error> {
    let mut hours = [false; 7 * 24];
    for (at, HourOfWeek { weekday, hour }) in wanted.iter().enumerate() {
        if !(1..=7).contains(weekday) || *hour > 23 {
            let found = format!("expected a weekday from 1 to 7 and an hour from 0 to 23, found {weekday} and {hour}");
            return Err(invalid(found, &format!("/only/hours/{at}")));
        }
        hours[usize::from(weekday - 1) * 24 + usize::from(*hour)] = true;
    }
    Ok(hours)
}

/// The columns that the caller names, in the order of [`CASE_COLUMNS`].
fn columns(options: &ReportOptions) -> [Option<Column>; CASE_COLUMNS.len()] {
    let CaseColumns { id, tier, severity, submitted_at, stopped_at, channel, submitted_time, stopped_time, status } =
        options.columns.clone();
    let elapsed = options.elapsed.as_ref().map(|elapsed| elapsed.column.clone());
    let due_at = options.due_at.clone();
    [id, tier, severity, submitted_at, stopped_at, channel, elapsed, due_at, None, submitted_time, stopped_time, status]
}

/// The preset of a name.
///
/// # Errors
///
/// `invalid-options`
fn preset(name: &str) -> Result<&'static Preset, Error> {
    let unknown = || {
        let known: Vec<&str> = Preset::names().collect();
        let message = format!("there is no preset \"{}\"; expected one of {}", short(name), known.join(", "));
        invalid(message, "/preset")
    };
    Preset::named(name).ok_or_else(unknown)
}

impl Filter {
    /// Whether every case passes.
    #[inline(always)]
    pub fn is_open(&self) -> bool {
        let Self { tiers, severities, channels, from, to, hours } = self;
        tiers.is_none()
            && severities.is_none()
            && channels.is_none()
            && from.is_none()
            && to.is_none()
            && hours.is_none()
    }

    /// Whether a case is filtered out of which this is known. A value that could not be read filters nothing out.
    pub fn excludes(
        &self,
        tier: Option<u16>,
        severity: Option<u16>,
        channel: Option<&str>,
        submitted: Option<Instant>,
        zone: Option<&LocalTime>,
    ) -> bool {
        let misses = |wanted: &Option<Vec<u16>>, found: Option<u16>| {
            wanted.as_ref().zip(found).is_some_and(|(wanted, found)| !wanted.contains(&found))
        };
        let is_other = |channel: &str| self.channels.as_ref().is_some_and(|wanted| wanted.iter().all(|w| w != channel));
        let is_early = |at: Instant| self.from.is_some_and(|from| at < from);
        let is_late = |at: Instant| self.to.is_some_and(|to| at >= to);
        let is_at_another_hour = |at: Instant| {
            self.hours.as_ref().is_some_and(|hours| {
                let local = zone.map_or(at.millis(), |zone| zone.local(at));
                let hour = local.div_euclid(3_600_000).rem_euclid(24) as usize;
                hours.get(Moment::of(local).weekday() * 24 + hour) != Some(&true)
            })
        };
        misses(&self.tiers, tier)
            || misses(&self.severities, severity)
            || channel.is_some_and(is_other)
            || submitted.is_some_and(|at| is_early(at) || is_late(at) || is_at_another_hour(at))
    }
}

/// Ids of the policy, by index.
struct Ids<'a> {
    code: ErrorCode,
    kind: &'static str,
    list: Vec<&'a str>,
}

impl<'a> Ids<'a> {
    fn new(code: ErrorCode, kind: &'static str, ids: impl Iterator<Item = &'a String>) -> Self {
        Self { code, kind, list: ids.map(String::as_str).collect() }
    }

    fn index(&self, id: &str, path: &str) -> Result<u16, Error> {
        // There are at most a hundred.
        let index = self.list.iter().position(|known| *known == id).and_then(|index| u16::try_from(index).ok());
        index.ok_or_else(|| unknown(self.code, self.kind, id, &self.list).at(path))
    }

    fn list(&self, ids: Option<&[String]>, path: &str) -> Result<Option<Vec<u16>>, Error> {
        let index = |(at, id): (usize, &String)| self.index(id, &format!("{path}/{at}"));
        ids.map(|ids| ids.iter().enumerate().map(index).collect()).transpose()
    }

    fn values(&self, values: &BTreeMap<String, String>) -> Result<BTreeMap<String, u16>, Error> {
        let path = |value: &str| format!("/values/{}/{}", self.kind, token(value));
        let mut indices = BTreeMap::new();
        for (value, id) in values {
            indices.insert(value.clone(), self.index(id, &path(value))?);
        }
        Ok(indices)
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
    use super::super::options::CaseFilter;
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
        assert_eq!((options.form.delimiter, options.severities.get("Sev 1")), (Some(b';'), Some(&0)));
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
            (json!({"asOf": at, "severity": "worst"}), "unknown-severity", "/severity"),
            (json!({"asOf": at, "dateOrder": "month"}), "invalid-options", "/dateOrder"),
            (json!({"asOf": at, "elapsed": {"unit": "minutes"}}), "invalid-options", "/elapsed/column"),
            (json!({"asOf": at, "elapsed": {"column": 1, "unit": "weeks"}}), "invalid-options", "/elapsed/unit"),
            (json!({"asOf": at, "dueAt": -1}), "invalid-options", "/dueAt"),
            (json!({"asOf": at, "skipLines": -1}), "invalid-options", "/skipLines"),
            (json!({"asOf": at, "preset": "excel"}), "invalid-options", "/preset"),
            (json!({"asOf": at, "only": []}), "invalid-options", "/only"),
            (json!({"asOf": at, "only": {"tier": ["premium"]}}), "invalid-options", "/only/tier"),
            (json!({"asOf": at, "only": {"tiers": "premium"}}), "invalid-options", "/only/tiers"),
            (json!({"asOf": at, "only": {"tiers": ["premium", "x"]}}), "unknown-tier", "/only/tiers/1"),
            (json!({"asOf": at, "only": {"severities": ["x"]}}), "unknown-severity", "/only/severities/0"),
            (json!({"asOf": at, "only": {"channels": [1]}}), "invalid-options", "/only/channels/0"),
            (json!({"asOf": at, "only": {"from": "today"}}), "invalid-instant", "/only/from"),
            (json!({"asOf": at, "only": {"to": -1}}), "out-of-range", "/only/to"),
            (json!({"asOf": at, "only": {"hours": [{"weekday": 0, "hour": 1}]}}), "invalid-options", "/only/hours/0"),
            (json!({"asOf": at, "only": {"hours": [{"weekday": 7, "hour": 24}]}}), "invalid-options", "/only/hours/0"),
            (json!({"asOf": at, "only": {"hours": [{"weekday": 7}]}}), "invalid-options", "/only/hours/0/hour"),
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
