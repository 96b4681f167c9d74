use crate::Error;
use crate::calendar::{Instant, LocalTime};
use crate::policy::{Tree, nearest, token};

use super::super::columns::Column;
use super::super::options::{columns, delimiter, invalid, short, zone};

/// The columns of a log of outages, as options call them.
pub(super) const COLUMNS: [&str; 3] = ["service", "start", "end"];

/// Options of availability, read and checked.
#[derive(Debug)]
pub(super) struct Options {
    /// What is known is known up to this instant.
    pub as_of: Instant,
    /// The first instant of the period; without it, the first of the month of the first outage.
    pub from: Option<Instant>,
    /// The one behind its last, never after `as_of`.
    pub until: Instant,
    /// Where to find each of [`COLUMNS`]; what is left out is guessed.
    pub columns: [Option<Column>; COLUMNS.len()],
    /// The wall clock of months, and of timestamps without an offset.
    pub zone: Option<LocalTime>,
    /// What stands between columns; found out where it is not given.
    pub delimiter: Option<u8>,
}

impl Options {
    /// Reads the options of `Policy.availability`.
    ///
    /// # Errors
    ///
    /// `invalid-options`, `invalid-instant`, `out-of-range`, `unknown-zone`
    pub fn from_json(options: &Tree) -> Result<Self, Error> {
        const KNOWN: [&str; 6] = ["asOf", "from", "until", "zone", "columns", "delimiter"];
        if !matches!(options, Tree::Object(_)) {
            return Err(invalid("expected the options of availability as an object", ""));
        }
        if let Some((unknown, _)) = options.members().iter().find(|(key, _)| !KNOWN.contains(&key.as_str())) {
            let help = nearest(unknown, KNOWN).map(|meant| format!("; did you mean \"{meant}\"?")).unwrap_or_default();
            let message = format!("availability has no option \"{}\"{help}", short(unknown));
            return Err(invalid(message, &format!("/{}", token(unknown))));
        }
        let instant = |key: &str| Instant::from_json(options.member(key)).map_err(|error| error.at(format!("/{key}")));
        let given = |key: &str| match options.member(key) {
            Tree::Null => Ok(None),
            _ => instant(key).map(Some),
        };
        let as_of = instant("asOf")?;
        let (from, until) = (given("from")?, given("until")?.unwrap_or(as_of).min(as_of));
        if from.unwrap_or(Instant::MIN) >= until {
            let key = if from.is_some() { "/from" } else { "/until" };
            return Err(invalid("the period has to begin before it ends, and before asOf", key));
        }
        Ok(Self {
            as_of,
            from,
            until,
            columns: columns(options.member("columns"), COLUMNS)?,
            zone: zone(options)?,
            delimiter: delimiter(options)?,
        })
    }
}
