//! Measures, and the targets that a tier promises for a severity.

use serde::{Deserialize, Serialize};

use super::{ObjectiveCondition, Text};

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
    /// The start: "submission" (the default), the id of a measure, whose first stop is meant, or the id of an event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<String>,
    /// Whether each stop ends a round and starts the next one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub repeats: bool,
    /// Id of the measure or the event that ends the round that runs; nothing starts after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Definition of the measure: when it starts and when it stops.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Id of the clause that defines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// An event of a case, such as the creation of a return.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct EventDefinition {
    /// Id of the event. Measures and events share their ids.
    pub id: String,
    /// Name of the event.
    pub name: Text,
    /// Definition of the event.
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
    /// Ids of the tiers; all of them if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tiers: Option<Vec<String>>,
    /// Ids of the severities; all of them if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severities: Option<Vec<String>>,
    /// The facts under which the entry applies. For a tier, severity and measure, the first entry that applies counts.
    #[serde(default, skip_serializing_if = "ObjectiveCondition::is_empty")]
    pub when: ObjectiveCondition,
    /// The target; null if the description states that there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Id of the calendar whose business hours count. Without it, real time counts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub calendar: String,
    /// Words beside the target, or instead of one, such as "best effort".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Name of the goal towards which it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// Id of the clause that states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

impl ObjectiveDefinition {
    /// Whether it is one of a tier and a severity.
    pub(crate) fn is_of(&self, tier: &str, severity: &str) -> bool {
        let has =
            |ids: &Option<Vec<String>>, id: &str| ids.as_ref().is_none_or(|ids| ids.iter().any(|known| known == id));
        has(&self.tiers, tier) && has(&self.severities, severity)
    }
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
