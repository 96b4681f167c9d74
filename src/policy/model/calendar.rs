//! Business hours: weekly hours, holidays and special days.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::Text;
use crate::policy::Entries;

/// A calendar of business hours: always open, weekly hours in a time zone with holidays and special days, or one of several
/// such calendars that an answer chooses.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct CalendarDefinition {
    /// Name of the calendar, which says whose hours these are. Without one, a name is composed from the hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// "24x7" for a calendar that is always open. Such a calendar may have a zone, and nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<AlwaysOpen>,
    /// IANA time zone of all times of the calendar, such as "America/Toronto", or {"by": "customer"} for that of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<CalendarZone>,
    /// Opening hours by weekday ("mon") or range of weekdays ("mon-fri", "sun-thu"). A single day overrides a range; a weekday
    /// that is left out is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly: Option<Entries<Vec<Interval>>>,
    /// Days that are closed, whatever their weekday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Holiday>,
    /// Opening hours of single dates ("2026-12-24"), or of a day of every year ("--12-24"). They replace the weekly hours and the
    /// holiday of that date; an empty list closes it. A day of every year changes nothing on a weekday without hours.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub special: Entries<Vec<Interval>>,
    /// The last date for which the holidays are complete. Without it, and if all holidays are single dates, the last of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Id of the context question, or "channel", whose answer chooses one of the calendars in `values`. Such a calendar has
    /// nothing else but `values`, `else` and a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Answer to the id of a calendar, which is not itself chosen by an answer.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub values: Entries<String>,
    /// Id of the calendar for answers that `values` does not list. It is not for a missing answer.
    #[serde(rename = "else", default, skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<String>,
}

/// Holidays that calendars share by name: "@uk" in a calendar's `holidays` means the set "uk".
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct HolidaySet {
    /// Name of the set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Days that are off as well where a holiday of the set falls on one of these weekdays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed: Option<Observed>,
    /// The last date for which the set is complete. Without it, and if all its days are single dates, the last of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// The holidays.
    pub days: Vec<Holiday>,
}

/// Weekday on which a holiday falls to the weekday that is off as well: {"sat": "fri", "sun": "mon"}.
pub type Observed = Entries<ObservedDay>;

/// The weekday that is off as well: the nearest one before the holiday for "fri", the nearest one after it for "mon" and "tue".
/// If that is a holiday already, the next one on in the same direction, from Monday to Friday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
#[non_exhaustive]
pub enum ObservedDay {
    Fri,
    Mon,
    Tue,
}

/// The time zone of a calendar.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum CalendarZone {
    /// An IANA name.
    Named(String),
    /// The zone that each case brings.
    OfCase(ZoneOfCase),
}

/// The time zone that each case brings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ZoneOfCase {
    /// The fact that gives it.
    pub by: ZoneSource,
}

/// The fact that gives a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ZoneSource {
    /// The zone of the customer.
    Customer,
}

impl<'de> Deserialize<'de> for CalendarZone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ZoneVisitor;

        impl<'de> Visitor<'de> for ZoneVisitor {
            type Value = CalendarZone;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time zone")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<CalendarZone, E> {
                Ok(CalendarZone::Named(name.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<CalendarZone, A::Error> {
                ZoneOfCase::deserialize(MapAccessDeserializer::new(members)).map(CalendarZone::OfCase)
            }
        }

        deserializer.deserialize_any(ZoneVisitor)
    }
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

/// A holiday: a date ("2026-12-25", or "--07-01" for every year), a rule, or all holidays of a set ("@uk").
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Holiday {
    /// A date, or the name of a set after "@".
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
    /// Number of days after Easter Sunday; negative for days before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easter: Option<i32>,
    /// The calendar of Easter, "western" by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rite: Option<Rite>,
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
    /// Days that are off as well where the holiday falls on one of these weekdays; null for none, whatever the set says.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Observed>"))]
    pub observed: Option<Option<Observed>>,
    /// Name of the holiday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
}

/// Reads a value that is there, null included.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// The calendar by which Easter is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Rite {
    /// Easter of the Gregorian calendar.
    Western,
    /// Easter of the Orthodox churches.
    Orthodox,
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
