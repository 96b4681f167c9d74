//! The question to ask next, by indexes and with its texts.

use serde::Serialize;

use super::decide::{Outcomes, UNCOVERED};
use super::table::{Table, members};
use crate::policy::{Document, Text};

/// A question to ask, by indexes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    /// Index of the question.
    pub axis: usize,
    /// The severities possible after each option of the question, most severe first; options in the policy's order.
    pub possible: Vec<Vec<usize>>,
    /// Questions still needed on average, this one included.
    pub expected: f64,
    /// Questions still needed at most, this one included.
    pub worst: u32,
    /// Whether all ways of asking have been compared. If they have not, `expected` and `worst` are both the number of
    /// questions that can still make a difference.
    pub exact: bool,
}

/// The question that leads to the severity soonest.
///
/// # Examples
///
/// ```
/// use case_slo::{Answers, Policy};
///
/// let question = Policy::reference().next_question(&Answers::new())?.expect("nothing is decided yet");
/// assert_eq!(question.worst, 3);
/// assert!((question.expected - 1.96).abs() < 0.01);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
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
    /// Questions still needed on average, this one included; options weighted as the policy says, else alike.
    pub expected: f64,
    /// Questions still needed at most, this one included.
    pub worst: u32,
    /// False only if the table is too large for a complete search.
    pub exact: bool,
}

/// One answer to the question to ask next.
///
/// # Examples
///
/// ```
/// use case_slo::{Answers, Policy};
///
/// let question = Policy::reference().next_question(&Answers::new())?.expect("nothing is decided yet");
/// let outage = question.options.iter().find(|option| option.id == "unavailable").expect("it is an option");
/// assert_eq!(outage.possible, ["critical"]);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
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

impl Plan {
    /// The same with the ids and texts of the document; `None` for the plan of another document.
    pub fn question(self, table: &Table, document: &Document) -> Option<NextQuestion> {
        let question = document.questions.get(self.axis)?;
        let name = |index: usize| table.severities.get(index).cloned().unwrap_or_default();
        let options = question.options.iter().zip(self.possible);
        Some(NextQuestion {
            id: question.id.clone(),
            text: question.text.clone(),
            help: question.help.clone(),
            options: options
                .map(|(option, possible)| NextOption {
                    id: option.id.clone(),
                    text: option.text.clone(),
                    help: option.help.clone(),
                    possible: possible.into_iter().map(name).collect(),
                })
                .collect(),
            expected: self.expected,
            worst: self.worst,
            exact: self.exact,
        })
    }
}

/// The severities of a set of outcomes, most severe first.
pub(super) fn severities_in(outcomes: Outcomes) -> Vec<usize> {
    members(outcomes & !UNCOVERED).collect()
}
