//! Severities, questions, and the decision table over them.

use serde::{Deserialize, Serialize};

use super::{Condition, Text};

/// A severity level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Severity {
    /// Id of the severity.
    pub id: String,
    /// Number of the severity in the service description, 1 for the most severe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u32>,
    /// Name of the severity.
    pub name: Text,
    /// Other names of the same severity.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// Definition of the severity: which cases have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<Text>,
    /// Id of the clause that defines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A question whose answer may change the severity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Question {
    /// Id of the question.
    pub id: String,
    /// The question in plain words.
    pub text: Text,
    /// A hint shown below the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// Whether the options are in order from least to most severe.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
    /// The options to choose from.
    pub options: Vec<QuestionOption>,
}

/// An option of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct QuestionOption {
    /// Id of the option, unique in its question.
    pub id: String,
    /// The option in plain words.
    pub text: Text,
    /// An example.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// Frequency of this answer relative to the others; 1 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
}

/// The decision table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Classification {
    /// The rule that decides if several match.
    #[serde(default)]
    pub hit_policy: HitPolicy,
    /// The severity that a case gets while several are possible.
    #[serde(default)]
    pub when_unsure: WhenUnsure,
    /// The rules.
    pub rules: Vec<Rule>,
}

/// The rule that decides if several match.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum HitPolicy {
    /// The most severe of them.
    #[default]
    MostSevere,
    /// The first of them.
    First,
    /// None: at most one rule may match.
    Unique,
}

/// The severity that a case gets while several are possible.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum WhenUnsure {
    /// The most severe of them.
    #[default]
    MostSevere,
    /// The least severe of them.
    LeastSevere,
}

/// One rule of the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Rule {
    /// Id of the rule.
    pub id: String,
    /// Id of a question to the options that match. A question that is left out matches with any option.
    #[serde(default)]
    pub when: Condition,
    /// Id of the severity that the rule gives.
    pub severity: String,
    /// "stated" if a clause decides; "interpreted" if the description does not cover the case and the policy decides.
    #[serde(default)]
    pub basis: Basis,
    /// Id of the clause behind the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// The basis of a decision.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Basis {
    /// A clause of the description decides.
    #[default]
    Stated,
    /// The description does not cover the case, and the policy decides.
    Interpreted,
}
