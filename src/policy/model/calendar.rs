//! Business hours: weekly hours, holidays and special days.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::Text;
use crate::policy::Entries;

/// A calendar of business hours: always open, or weekly hours in a time zone with holidays and special days.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct CalendarDefinition {
    /// "24x7" for a calendar that is always open. Such a calendar may have a zone, and nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<AlwaysOpen>,
    /// IANA time zone of all times of the calendar, such as "America/Toronto".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Opening hours by weekday. A weekday that is left out is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly: Option<Weekly>,
    /// Days that are closed, whatever their weekday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Holiday>,
    /// Opening hours of single dates ("2026-12-24"). They replace the weekly hours and the holiday of that date; an empty
    /// list closes it.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub special: Entries<Vec<Interval>>,
}

/// The value of `open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum AlwaysOpen {
    /// Every hour of every day.
    #[serde(rename = "24x7")]
    AroundTheClock,
}

/// Opening and closing time, such as "09:00" and "17:30". "24:00" is the end of the day; a closing time before the opening
/// time is on the next day.
pub type Interval = [String; 2];

/// Opening hours by weekday.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
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

/// A holiday: a date ("2026-12-25", or "--07-01" for every year), or a rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Holiday {
    /// A date.
    Date(String),
    /// A rule, which may have a name.
    Rule(HolidayRule),
}

impl<'de> Deserialize<'de> for Holiday {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct HolidayVisitor;

        impl<'de> Visitor<'de> for HolidayVisitor {
            type Value = Holiday;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date or a rule")
            }

            fn visit_str<E: de::Error>(self, date: &str) -> Result<Holiday, E> {
                Ok(Holiday::Date(date.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Holiday, A::Error> {
                HolidayRule::deserialize(MapAccessDeserializer::new(members)).map(Holiday::Rule)
            }
        }

        deserializer.deserialize_any(HolidayVisitor)
    }
}

/// A rule for a holiday: `date`; `easter`; `weekday` with `nth` and `month`; or `weekday` with `before`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct HolidayRule {
    /// A date, "2026-12-25", or "--12-25" for every year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Number of days after Easter Sunday (Gregorian); negative for days before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easter: Option<i32>,
    /// A weekday, together with `nth` and `month`, or with `before`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<Weekday>,
    /// Which occurrence of the weekday in the month: 1 to 5, or -1 for the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nth: Option<i32>,
    /// Number of the month, 1 to 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
    /// A day of every year ("--05-25"). The holiday is the last such weekday strictly before it.
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
#[non_exhaustive]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}
