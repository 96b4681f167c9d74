//! When somebody is there: weekly hours, holidays and special days.

use serde::{Deserialize, Serialize};

use super::Text;
use crate::policy::Entries;

/// A calendar of open time: always open, or weekly hours in a zone with holidays and special days.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalendarDefinition {
    /// "24x7": always open; then nothing else may be given but a zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<AlwaysOpen>,
    /// IANA time zone of every time below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Opening hours by weekday; a day left out is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly: Option<Weekly>,
    /// Days that are closed whatever their weekday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Holiday>,
    /// Hours of single dates ("2026-12-24"), in place of weekly hours and holiday; an empty list closes the day.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub special: Entries<Vec<Interval>>,
}

/// The value of `open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AlwaysOpen {
    /// Every hour of every day.
    #[serde(rename = "24x7")]
    AroundTheClock,
}

/// Opening and closing time, "09:00" to "17:30"; "24:00" is the end of the day, and an end before the start runs
/// past midnight.
pub type Interval = [String; 2];

/// Opening hours by weekday.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Weekly {
    /// Monday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mon: Vec<Interval>,
    /// Tuesday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tue: Vec<Interval>,
    /// Wednesday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wed: Vec<Interval>,
    /// Thursday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub thu: Vec<Interval>,
    /// Friday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fri: Vec<Interval>,
    /// Saturday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sat: Vec<Interval>,
    /// Sunday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sun: Vec<Interval>,
}

/// A holiday: a date ("2026-12-25", every year "--07-01"), or a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Holiday {
    /// A date without a name.
    Date(String),
    /// A rule, with a name where it has one.
    Rule(HolidayRule),
}

/// When a holiday falls: `date`, `easter`, `weekday` with `nth` and `month`, or `weekday` with `before`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HolidayRule {
    /// "2026-12-25", or every year "--12-25".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Days after Easter Sunday (Gregorian); negative: before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easter: Option<i32>,
    /// A weekday, together with `nth` and `month`, or with `before`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<Weekday>,
    /// The how manieth such weekday of the month, 1 to 5; -1: the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nth: Option<i32>,
    /// Month, 1 to 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
    /// The last such weekday strictly before this day of every year ("--05-25").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Name of the holiday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}
