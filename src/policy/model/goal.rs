//! Goals: how often objectives are to be met.

use serde::{Deserialize, Serialize};

use super::Text;

/// How often the objectives that name the goal are to be met, all of them together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Goal {
    /// Percentage of the cases that are to be in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// Most cases that may be late, instead of a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub misses: Option<u32>,
    /// The period over which the goal is to be reached; the whole log if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<GoalPeriod>,
    /// The least number of cases for the rule to hold; `below` holds where fewer count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u32>,
    /// The rule for a period with fewer cases than `atLeast`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<GoalBelow>,
    /// First day of the year of "year" and "quarter" ("--02-01"); 1 January if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_starts: Option<String>,
    /// The consequence of a goal that was not reached, such as a service credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<Text>,
}

/// The rule of a goal for a period with few cases: one of the two bounds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct GoalBelow {
    /// Percentage of the cases that are to be in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// Most cases that may be late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub misses: Option<u32>,
}

/// The period over which a goal is to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
#[non_exhaustive]
pub enum GoalPeriod {
    Week,
    Month,
    Quarter,
    Year,
}
