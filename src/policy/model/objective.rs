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

/// A target: `under` or `within` a time of the calendar, as an ISO 8601 duration in hours, minutes and seconds ("PT30M"); or a
/// number of business days, with or without `due` and `cutOff`.
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
    /// The objective is met on this business day after the date of the start at the latest: 1 to 366.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_days: Option<u32>,
    /// The time of that business day, "close" by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DueTime>,
    /// A start after this time ("15:00"), or on no business day, counts as made on the next business day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<String>,
}

/// The time of a business day at which a target is due.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DueTime {
    /// The last closing time of the day.
    #[default]
    Close,
    /// The local time of the start.
    SameTime,
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
