//! Examples: cases with the answers that the policy has to give, which `check` runs.

use serde::{Deserialize, Deserializer, Serialize};

use crate::policy::Entries;

/// A named case with the expected answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Example {
    /// Name of the example.
    pub name: String,
    /// Answers to classify: id of a question to an option, several options, or "unknown".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<serde_json::Value>,
    /// Facts of a case, as `evaluate` takes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<serde_json::Value>,
    /// The instant as of which the case is evaluated (RFC 3339); its submission if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
    /// The expected answer.
    pub expect: ExampleExpectation,
}

/// The expected answer of an example. Each entry is by measure; null means that there is none.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct ExampleExpectation {
    /// The severity of the answers, or of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// The severity under which the tier takes the case; null if it is the severity of the case.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub filed_as: Option<Option<String>>,
    /// Id of a measure to its state.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub state: Entries<Option<String>>,
    /// Id of a measure to its due time (RFC 3339).
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub due_at: Entries<Option<String>>,
    /// Id of a measure to the questions on which its target depends.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub depends_on: Entries<Option<Vec<String>>>,
    /// Id of a measure to the earliest due time that is possible (RFC 3339).
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub earliest_due_at: Entries<Option<String>>,
    /// Id of a measure to the latest due time that is possible (RFC 3339).
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub latest_due_at: Entries<Option<String>>,
    /// Id of a measure to the numbers of its rounds that ended.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub rounds: Entries<Option<ExpectedRounds>>,
    /// Id of a measure to notes about its target, such as "holidays-unknown".
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub notes: Entries<Option<Vec<String>>>,
    /// Ids of the advice, all of it in its order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Vec<String>>,
    /// The advice that will hold later if nothing happens, all of it by time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Vec<ExpectedAdvice>>,
}

/// Rounds of a measure that repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExpectedRounds {
    /// Rounds that ended in time.
    pub met: u32,
    /// Rounds that ended too late.
    pub missed: u32,
}

/// Advice that will hold later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExpectedAdvice {
    /// Id of the advice.
    pub advice: String,
    /// The instant at which it begins to hold (RFC 3339).
    pub at: String,
}

/// Reads a member for which null is not the same as leaving it out.
fn stated<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
