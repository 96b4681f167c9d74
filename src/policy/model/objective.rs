//! Measures, and the targets that a tier promises for a severity.

use serde::{Deserialize, Serialize};

use super::Text;

/// A measure, such as the initial response.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Measure {
    /// Id of the measure.
    pub id: String,
    /// Name of the measure.
    pub name: Text,
    /// Whether a pause stops its clock.
    #[serde(default)]
    pub pausable: bool,
    /// Definition of the measure: when it starts and when it stops.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Id of the clause that defines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A service level objective for some tiers and severities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct ObjectiveDefinition {
    /// Id of the objective.
    pub id: String,
    /// Id of the measure.
    pub measure: String,
    /// Ids of the tiers.
    pub tiers: Vec<String>,
    /// Ids of the severities.
    pub severities: Vec<String>,
    /// The target; null if the description states that there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Id of the calendar whose business hours count.
    pub calendar: String,
    /// Id of the clause that states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A target: one of the two bounds, as an ISO 8601 duration in hours, minutes and seconds ("PT30M").
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Target {
    /// The objective is met if the elapsed time is strictly less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// The objective is met if the elapsed time is less or equal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
}

/// The instant from which the target of a new severity counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum OnSeverityChange {
    /// The submission of the case.
    #[default]
    FromSubmission,
    /// The change of severity.
    FromChange,
}
