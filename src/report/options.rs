//! What the caller says about a log.

use crate::calendar::{Instant, LocalTime};
use crate::policy::model::Document;
use crate::policy::{Tree, nearest, token};
use crate::{Error, ErrorCode};

use super::columns::{COLUMNS, Column};
use super::filter::Filter;

const DEFAULT_MEASURE: &str = "initial-response";

/// Options of a report, read and checked against the policy.
#[derive(Debug)]
pub(super) struct Options {
    /// Open cases are judged as of this instant.
    pub as_of: Instant,
    /// Where the measure stands in the policy.
    pub measure: usize,
    /// Where to find each of [`COLUMNS`]; what is left out is guessed.
    pub columns: [Option<Column>; COLUMNS.len()],
    /// The wall clock of weeks, and of timestamps without an offset.
    pub zone: Option<LocalTime>,
    /// Values of the tier column with the index of the tier that they mean.
    pub tiers: Vec<(String, usize)>,
    /// Values of the severity column with the index of the severity that they mean.
    pub severities: Vec<(String, usize)>,
    /// The tier of every case in a log without such a column.
    pub tier: Option<usize>,
    /// By whose objectives every case is judged, instead of its own tier's.
    pub as_tier: Option<usize>,
    /// Which cases are asked for.
    pub only: Filter,
    /// What stands between columns; found out where it is not given.
    pub delimiter: Option<u8>,
}

impl Options {
    /// Reads the options of `Policy.report`.
    ///
    /// # Errors
    ///
    /// `invalid-options`, `invalid-instant`, `out-of-range`, `unknown-measure`, `unknown-zone`, `unknown-tier`,
    /// `unknown-severity`
    pub fn from_json(options: &Tree, document: &Document) -> Result<Self, Error> {
        if !matches!(options, Tree::Object(_)) {
            return Err(invalid("expected the options of a report as an object", ""));
        }
        let tiers: Vec<&str> = document.tiers.iter().map(|tier| tier.id.as_str()).collect();
        let severities: Vec<&str> = document.severities.iter().map(|severity| severity.id.as_str()).collect();
        let values = options.member("values");
        expect_object(values, "/values")?;
        Ok(Self {
            as_of: Instant::from_json(options.member("asOf")).map_err(|error| error.at("/asOf"))?,
            measure: measure(options, document)?,
            columns: columns(options.member("columns"), COLUMNS)?,
            zone: zone(options)?,
            tiers: meanings(values.member("tier"), "/values/tier", ErrorCode::UnknownTier, "tier", &tiers)?,
            severities: meanings(
                values.member("severity"),
                "/values/severity",
                ErrorCode::UnknownSeverity,
                "severity",
                &severities,
            )?,
            tier: one_tier(options, "tier", &tiers)?,
            as_tier: one_tier(options, "asTier", &tiers)?,
            only: filter(options.member("only"), &tiers, &severities)?,
            delimiter: delimiter(options)?,
        })
    }
}

fn one_tier(options: &Tree, key: &str, tiers: &[&str]) -> Result<Option<usize>, Error> {
    let Some(id) = text(options, key)? else { return Ok(None) };
    index(ErrorCode::UnknownTier, "tier", id, tiers).map(Some).map_err(|error| error.at(format!("/{key}")))
}

fn filter(only: &Tree, tiers: &[&str], severities: &[&str]) -> Result<Filter, Error> {
    expect_object(only, "/only")?;
    const KNOWN: [&str; 5] = ["tiers", "severities", "channels", "from", "to"];
    if let Some((unknown, _)) = only.members().iter().find(|(key, _)| !KNOWN.contains(&key.as_str())) {
        let help = nearest(unknown, KNOWN).map(|meant| format!("; did you mean \"{meant}\"?")).unwrap_or_default();
        let message = format!("cases are not told apart by \"{}\"{help}", short(unknown));
        return Err(invalid(message, &format!("/only/{}", token(unknown))));
    }
    let instant = |key: &str| match only.member(key) {
        Tree::Null => Ok(None),
        given => Instant::from_json(given).map(Some).map_err(|error| error.at(format!("/only/{key}"))),
    };
    let indices = |key: &str, code, what, ids: &[&str]| {
        let Some(wanted) = texts(only.member(key), &format!("/only/{key}"))? else { return Ok(None) };
        let read = |(at, id): (usize, &&str)| {
            index(code, what, id, ids).map_err(|error| error.at(format!("/only/{key}/{at}")))
        };
        wanted.iter().enumerate().map(read).collect::<Result<Vec<usize>, Error>>().map(Some)
    };
    Ok(Filter {
        tiers: indices("tiers", ErrorCode::UnknownTier, "tier", tiers)?,
        severities: indices("severities", ErrorCode::UnknownSeverity, "severity", severities)?,
        channels: texts(only.member("channels"), "/only/channels")?
            .map(|names| names.into_iter().map(|name| name.trim().to_owned()).collect()),
        from: instant("from")?,
        to: instant("to")?,
    })
}

fn measure(options: &Tree, document: &Document) -> Result<usize, Error> {
    let id = text(options, "measure")?.unwrap_or(DEFAULT_MEASURE);
    let measures: Vec<&str> = document.measures.iter().map(|measure| measure.id.as_str()).collect();
    index(ErrorCode::UnknownMeasure, "measure", id, &measures).map_err(|error| error.at("/measure"))
}

pub(super) fn zone(options: &Tree) -> Result<Option<LocalTime>, Error> {
    let Some(name) = text(options, "zone")? else { return Ok(None) };
    let unknown = || {
        let message = format!("there is no time zone \"{}\"; expected a name such as \"America/Toronto\"", short(name));
        Error::new(ErrorCode::UnknownZone, message).at("/zone")
    };
    LocalTime::find(name).map(Some).ok_or_else(unknown)
}

pub(super) fn delimiter(options: &Tree) -> Result<Option<u8>, Error> {
    match text(options, "delimiter")?.map(str::as_bytes) {
        None => Ok(None),
        Some([byte]) if *byte == b'\t' || byte.is_ascii_punctuation() && *byte != b'"' => Ok(Some(*byte)),
        Some(_) => Err(invalid("a delimiter is one character: a comma, a semicolon, a tab, …", "/delimiter")),
    }
}

/// How the caller names the columns of a log.
pub(super) fn columns<const N: usize>(given: &Tree, known: [&str; N]) -> Result<[Option<Column>; N], Error> {
    expect_object(given, "/columns")?;
    let mut columns = [const { None }; N];
    for (name, value) in given.members() {
        let path = format!("/columns/{}", token(name));
        let Some(at) = known.iter().position(|known| known == name) else {
            let help = nearest(name, known).map(|meant| format!("; did you mean \"{meant}\"?")).unwrap_or_default();
            return Err(invalid(format!("a log has no column \"{}\"{help}", short(name)), &path));
        };
        columns[at] = match value {
            Tree::Null => None,
            Tree::Text(header) => Some(Column::Named(header.clone())),
            Tree::Number(index) if index.trunc() == *index && (0.0..65_536.0).contains(index) => {
                Some(Column::At(*index as usize))
            }
            _ => return Err(invalid("expected the header of a column, or its index from 0", &path)),
        };
    }
    Ok(columns)
}

/// Values of the log with the index of what they mean.
fn meanings(
    given: &Tree,
    path: &str,
    code: ErrorCode,
    what: &str,
    ids: &[&str],
) -> Result<Vec<(String, usize)>, Error> {
    expect_object(given, path)?;
    let read = |(value, id): &(String, Tree)| {
        let path = format!("{path}/{}", token(value));
        match id {
            Tree::Text(id) => Ok((value.clone(), index(code, what, id, ids).map_err(|error| error.at(path))?)),
            _ => Err(invalid(format!("expected the id of a {what}"), &path)),
        }
    };
    given.members().iter().map(read).collect()
}

fn index(code: ErrorCode, what: &str, id: &str, ids: &[&str]) -> Result<usize, Error> {
    ids.iter().position(|known| *known == id).ok_or_else(|| {
        let help = nearest(id, ids.iter().copied()).map(|meant| format!("; did you mean \"{meant}\"?"));
        Error::new(code, format!("there is no {what} \"{}\"{}", short(id), help.unwrap_or_default()))
    })
}

fn text<'a>(options: &'a Tree, key: &str) -> Result<Option<&'a str>, Error> {
    match options.member(key) {
        Tree::Null => Ok(None),
        Tree::Text(text) => Ok(Some(text)),
        _ => Err(invalid(format!("expected a text under \"{key}\""), &format!("/{key}"))),
    }
}

/// A list of texts, where one is given.
fn texts<'a>(given: &'a Tree, path: &str) -> Result<Option<Vec<&'a str>>, Error> {
    let read = |(at, item): (usize, &'a Tree)| match item {
        Tree::Text(text) => Ok(text.as_str()),
        _ => Err(invalid("expected a text", &format!("{path}/{at}"))),
    };
    match given {
        Tree::Null => Ok(None),
        Tree::List(items) => items.iter().enumerate().map(read).collect::<Result<_, _>>().map(Some),
        _ => Err(invalid("expected a list of texts", path)),
    }
}

fn expect_object(value: &Tree, path: &str) -> Result<(), Error> {
    match value {
        Tree::Null | Tree::Object(_) => Ok(()),
        _ => Err(invalid("expected an object", path)),
    }
}

pub(super) fn invalid(message: impl Into<String>, path: &str) -> Error {
    Error::new(ErrorCode::InvalidOptions, message).at(path)
}

/// A name as messages repeat it.
pub(super) fn short(name: &str) -> String {
    cut(name, 60)
}

/// A text up to so many characters.
pub(super) fn cut(text: &str, longest: usize) -> String {
    // So short in bytes that it need not be looked at.
    if text.len() <= longest {
        return text.to_owned();
    }
    let mut start: String = text.chars().take(longest).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(options: Value) -> Result<Options, Error> {
        let document = crate::policy::read(crate::REFERENCE_POLICY).document.unwrap();
        Options::from_json(&(&options).into(), &document)
    }

    #[test]
    fn options_are_read() {
        let options = read(json!({
            "asOf": "2026-07-01T00:00:00Z", "zone": "America/Toronto", "tier": "premium", "delimiter": ";",
            "columns": {"id": "Case", "stoppedAt": 3}, "values": {"severity": {"Sev 1": "critical"}},
        }))
        .unwrap();
        assert_eq!((options.delimiter, options.severities), (Some(b';'), vec![("Sev 1".to_owned(), 0)]));
        assert!(options.tier.is_some() && options.zone.is_some());
        assert_eq!(options.columns.iter().flatten().count(), 2);
        assert!(read(json!({"asOf": 0, "columns": null, "values": {"tier": null}})).is_ok());
    }

    #[test]
    fn every_fault_has_a_code_and_a_place() {
        let at = "2026-07-01T00:00:00Z";
        for (options, code, path) in [
            (json!(null), "invalid-options", ""),
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
