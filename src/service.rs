use serde_json::Value;

use crate::policy::{self, Document};
use crate::{Diagnostic, Error, ErrorCode};

/// A support service description, ready to answer.
///
/// Arguments that come from outside are JSON values, in the shapes of the npm package's types; a fault in one of them
/// is an [`Error`] with a JSON Pointer.
#[derive(Debug)]
pub struct Policy {
    document: Document,
}

/// The Cisco Spark software support service as JSON text, French (Canada) and English.
pub const REFERENCE_POLICY: &str = include_str!("../policies/cisco-spark-swss.json");

/// Every finding about a policy at once, the gravest kinds included that keep it from being used.
///
/// Findings have a line and a column where `with_positions` says that the text is the author's own.
pub fn check(text: &str, with_positions: bool) -> Vec<Diagnostic> {
    let mut diagnostics = policy::read(text).diagnostics;
    if with_positions {
        policy::locate(text, &mut diagnostics);
    }
    diagnostics
}

/// What a change of policy changes.
pub fn diff(_before: &Policy, _after: &Policy) -> Vec<()> {
    Vec::new()
}

impl Policy {
    /// A policy from JSON text.
    ///
    /// # Errors
    ///
    /// `invalid-policy`, carrying every finding, where one of them is an error.
    pub fn load(text: &str) -> Result<Self, Error> {
        let reading = policy::read(text);
        match reading.document {
            Some(document) if !reading.diagnostics.iter().any(Diagnostic::is_error) => Ok(Self { document }),
            _ => {
                let mut diagnostics = reading.diagnostics;
                policy::locate(text, &mut diagnostics);
                Err(Error::invalid_policy(diagnostics))
            }
        }
    }

    /// The document behind the policy.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// How severe is it?
    pub fn classify(&self, _answers: &Value) -> Result<(), Error> {
        not_yet()
    }

    /// The question that leads to the severity soonest.
    pub fn next_question(&self, _answers: &Value) -> Result<(), Error> {
        not_yet()
    }

    /// Reads a vector.
    pub fn parse_vector(&self, _vector: &str) -> Result<(), Error> {
        not_yet()
    }

    /// One objective a measure.
    pub fn objectives(&self, _tier: &str, _severity: &str) -> Result<(), Error> {
        not_yet()
    }

    /// Deadlines if the case were submitted, and what to do.
    pub fn expect(&self, _facts: &Value) -> Result<(), Error> {
        not_yet()
    }

    /// A running or closed case.
    pub fn evaluate(&self, _facts: &Value, _now: &Value) -> Result<(), Error> {
        not_yet()
    }

    /// What to do about a running or closed case.
    pub fn advise(&self, _facts: &Value, _now: &Value) -> Result<(), Error> {
        not_yet()
    }

    /// The instant at which so many seconds of open time have passed.
    pub fn deadline(&self, _calendar: &str, _start: &Value, _seconds: f64, _pauses: &Value) -> Result<String, Error> {
        not_yet()
    }

    /// Open seconds between two instants.
    pub fn elapsed(&self, _calendar: &str, _start: &Value, _end: &Value, _pauses: &Value) -> Result<f64, Error> {
        not_yet()
    }

    /// A column of deadlines.
    pub fn deadlines(&self, _calendar: &str, _starts: &[f64], _seconds: &[f64]) -> Result<Vec<f64>, Error> {
        not_yet()
    }

    /// A column of elapsed open seconds.
    pub fn elapsed_all(&self, _calendar: &str, _starts: &[f64], _ends: &[f64]) -> Result<Vec<f64>, Error> {
        not_yet()
    }
}

fn not_yet<T>() -> Result<T, Error> {
    Err(Error::new(ErrorCode::NotImplemented, "not implemented in this version"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_policy_has_no_findings() {
        assert_eq!(check(REFERENCE_POLICY, true), []);
    }
}
