use serde::Serialize;
use serde_json::Value;

use crate::classification::{Classified, Classifier, ParsedVector};
use crate::policy::{self, Document, Text};
use crate::{Diagnostic, Error, ErrorCode};

/// A support service description, ready to answer.
///
/// Arguments that come from outside are JSON values, in the shapes of the npm package's types; a fault in one of them
/// is an [`Error`] with a JSON Pointer.
#[derive(Debug)]
pub struct Policy {
    document: Document,
    classifier: Classifier,
}

/// The question to ask next, with its texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NextQuestion {
    /// Id of the question.
    pub id: String,
    /// The question in every language.
    pub text: Text,
    /// A hint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// The answers that one can give.
    pub options: Vec<NextOption>,
    /// Questions still needed on average, this one included.
    pub expected: f64,
    /// Questions still needed at most, this one included.
    pub worst: u32,
    /// False only where the table is too large to search whole.
    pub exact: bool,
}

/// One answer to the question to ask next.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NextOption {
    /// Id of the option.
    pub id: String,
    /// The answer in every language.
    pub text: Text,
    /// An example.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// Severities still possible after it, most severe first.
    pub possible: Vec<String>,
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
            Some(document) if !reading.diagnostics.iter().any(Diagnostic::is_error) => {
                Ok(Self { classifier: Classifier::new(&document), document })
            }
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
    ///
    /// # Errors
    ///
    /// `unknown-question`, `unknown-option`, `invalid-answers`
    pub fn classify(&self, answers: &Value) -> Result<Classified, Error> {
        Ok(self.classifier.classify(&self.classifier.read_answers(answers)?))
    }

    /// The question that leads to the severity soonest; `None` when none could change it any more.
    ///
    /// # Errors
    ///
    /// `unknown-question`, `unknown-option`, `invalid-answers`
    pub fn next_question(&self, answers: &Value) -> Result<Option<NextQuestion>, Error> {
        let answers = self.classifier.read_answers(answers)?;
        let Some(plan) = self.classifier.next_question(&answers) else { return Ok(None) };
        let severities = &self.classifier.table().severities;
        let name = |index: &usize| severities.get(*index).cloned().unwrap_or_default();
        Ok(self.document.questions.get(plan.axis).map(|question| NextQuestion {
            id: question.id.clone(),
            text: question.text.clone(),
            help: question.help.clone(),
            options: question
                .options
                .iter()
                .zip(&plan.possible)
                .map(|(option, possible)| NextOption {
                    id: option.id.clone(),
                    text: option.text.clone(),
                    help: option.help.clone(),
                    possible: possible.iter().map(name).collect(),
                })
                .collect(),
            expected: plan.expected,
            worst: plan.worst,
            exact: plan.exact,
        }))
    }

    /// Reads a vector. What this policy does not know is reported, not fatal.
    ///
    /// # Errors
    ///
    /// `invalid-vector`
    pub fn parse_vector(&self, vector: &str) -> Result<ParsedVector, Error> {
        self.classifier.parse_vector(vector)
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
