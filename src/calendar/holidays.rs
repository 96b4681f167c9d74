use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use crate::policy::model::{self, HolidayRule, Observed, ObservedDay, Rite, Text};

use super::date::{Date, parse_day_of_year};
use super::fault::Fault;
use super::hours::weekday;
use super::instant::excerpt;
use crate::sentence::{Sentence, sentence};

/// A day that is closed whatever its weekday.
#[derive(Debug, Clone)]
pub(super) struct Holiday {
    rule: Rule,
    /// Its name, where it has one.
    pub name: Option<Arc<Text>>,
    observed: ObservedDays,
}

/// For each weekday, Monday first, the weekday that is off as well if the holiday falls there.
pub(super) type ObservedDays = [Option<ObservedDay>; 7];

/// When a holiday falls.
#[derive(Debug, Clone, Copy)]
enum Rule {
    /// On one date.
    Once(NaiveDate),
    /// On a day of every year that has it.
    Yearly { month: u32, day: u32 },
    /// A number of days after Easter Sunday.
    Easter { distance: i32, rite: Rite },
    /// On the n-th such weekday of a month, counted from its end if negative.
    Nth { weekday: Weekday, nth: i8, month: u32 },
    /// On the last such weekday strictly before a day of the year.
    Before { weekday: Weekday, month: u32, day: u32 },
}

impl Holiday {
    /// Reads a holiday; `observed` is that of its set.
    ///
    /// # Errors
    ///
    /// `invalid-date` for a text that is not a date, `invalid-holiday` for a rule that is incomplete or out of range.
    pub fn read(definition: &model::Holiday, observed: &ObservedDays) -> Result<Self, Fault> {
        match definition {
            model::Holiday::Date(date) => Ok(Self { rule: read_date(date, "")?, name: None, observed: *observed }),
            model::Holiday::Rule(definition) => {
                let observed = match &definition.observed {
                    None => *observed,
                    Some(None) => ObservedDays::default(),
                    Some(Some(own)) => read_observed(own, "/observed")?,
                };
                let (rule, name) = (read_rule(definition)?, definition.name.clone().map(Arc::new));
                Ok(Self { rule, name, observed })
            }
        }
    }

    /// The date of a holiday that falls only once.
    pub fn once(&self) -> Option<NaiveDate> {
        match self.rule {
            Rule::Once(date) => Some(date),
            _ => None,
        }
    }

    /// The first weekday that is off as well if the holiday falls on a date, both as days since 1970-01-01, and the direction in
    /// which to go on.
    pub fn observed(&self, day: i32) -> Option<(i32, i32)> {
        // 1970-01-01 was a Thursday.
        let weekday = (day + 3).rem_euclid(7);
        Some(match self.observed[weekday as usize]? {
            ObservedDay::Fri => (day - (weekday + 3) % 7, -1),
            ObservedDay::Mon => (day + 7 - weekday, 1),
            ObservedDay::Tue => (day + (8 - weekday) % 7, 1),
        })
    }

    /// The date on which it falls in a year, or with that year's Easter.
    pub fn of_year(&self, year: i32) -> Option<NaiveDate> {
        match self.rule {
            Rule::Once(date) => (date.year() == year).then_some(date),
            Rule::Yearly { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Rule::Easter { distance, rite } => {
                let sunday = if rite == Rite::Orthodox { orthodox_easter(year) } else { easter(year) };
                sunday?.checked_add_signed(TimeDelta::days(distance.into()))
            }
            Rule::Nth { weekday, nth, month } if nth > 0 => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth.unsigned_abs())
            }
            Rule::Nth { weekday, nth, month } => {
                let first = NaiveDate::from_ymd_opt(year, month, 1)?;
                let last = first.checked_add_signed(TimeDelta::days(i64::from(first.num_days_in_month()) - 1))?;
                let weeks = u64::from(nth.unsigned_abs().saturating_sub(1));
                let date = last_on(weekday, last)?.checked_sub_days(Days::new(7 * weeks))?;
                (date >= first).then_some(date)
            }
            Rule::Before { weekday, month, day } => {
                // In a year without 29 February, the day after 28 February takes its place.
                let day = NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))?;
                last_on(weekday, day.pred_opt()?)
            }
        }
    }
}

/// Whether a holiday has an "observed" of its own, and always falls on a weekday that it does not name.
#[cfg(feature = "analysis")]
pub(crate) fn is_never_observed(definition: &model::Holiday) -> bool {
    let model::Holiday::Rule(HolidayRule { observed: Some(Some(own)), .. }) = definition else { return false };
    let Ok(holiday) = Holiday::read(definition, &ObservedDays::default()) else { return false };
    let falls = match holiday.rule {
        Rule::Once(date) => date.weekday(),
        Rule::Nth { weekday, .. } | Rule::Before { weekday, .. } => weekday,
        // 0 is Monday, and Easter Sunday is 6.
        Rule::Easter { distance, .. } => match Weekday::try_from((distance + 6).rem_euclid(7) as u8) {
            Ok(weekday) => weekday,
            Err(_) => return false,
        },
        Rule::Yearly { .. } => return false,
    };
    !own.iter().any(|(day, _)| weekday(day) == Some(falls.num_days_from_monday() as usize))
}

/// The last such weekday up to a date, which may be the date itself.
fn last_on(weekday: Weekday, date: NaiveDate) -> Option<NaiveDate> {
    date.checked_sub_days(Days::new(date.weekday().days_since(weekday).into()))
}

/// Easter Sunday in the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let corrected = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + corrected + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let of_march = (moon + sunday - 7 * late + 114).unsigned_abs();
    NaiveDate::from_ymd_opt(year, of_march / 31, of_march % 31 + 1)
}

/// Easter Sunday of the Orthodox churches, as a date of the Gregorian calendar, by the rule of Meeus. He takes the remainder of the
/// year by 7 first, which the last division by 7 takes anyway.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * year - moon + 34) % 7;
    let of_march = (moon + sunday + 114).unsigned_abs();
    // A date of the Julian calendar, which is behind by as many days as it has had leap days more.
    let behind = year / 100 - year / 400 - 2;
    let date = NaiveDate::from_ymd_opt(year, of_march / 31, of_march % 31 + 1)?;
    date.checked_add_signed(TimeDelta::days(behind.into()))
}

/// Reads which days are off as well.
///
/// # Errors
///
/// `invalid-holiday` where one leads nowhere.
pub(super) fn read_observed(observed: &Observed, within: &'static str) -> Result<ObservedDays, Fault> {
    let mut days = ObservedDays::default();
    for (key, day) in observed.iter() {
        let falls = weekday(key);
        if falls.is_none_or(|falls| falls == [4, 0, 1][*day as usize]) {
            let message = sentence!("\"{}\" leads to no other day", excerpt(key));
            let help =
                "write the weekday on which a holiday falls, and the one that is off as well: {\"sat\": \"mon\"}";
            return Err(Fault::new("invalid-holiday", within, message, help));
        }
        if let Some(days) = falls.and_then(|falls| days.get_mut(falls)) {
            *days = Some(*day);
        }
    }
    if observed.is_empty() {
        let help = "write null for a holiday that is not moved, or leave it out";
        return Err(Fault::new("invalid-holiday", within, "\"observed\" names no weekday", help));
    }
    Ok(days)
}

fn read_date(text: &str, within: &'static str) -> Result<Rule, Fault> {
    let once = || Date::parse(text).map(|date| Rule::Once(date.into()));
    let yearly = || parse_day_of_year(text).map(|(month, day)| Rule::Yearly { month, day });
    let help = "write \"2026-12-24\", or every year \"--12-24\"";
    once().or_else(yearly).ok_or_else(|| Fault::text("invalid-date", within, "date", text, help))
}

fn read_rule(rule: &HolidayRule) -> Result<Rule, Fault> {
    let invalid = |within, message: Sentence, help| Err(Fault::new("invalid-holiday", within, message, help));
    let weekday = rule.weekday.and_then(|day| Weekday::try_from(day as u8).ok());
    if rule.rite.is_some() && rule.easter.is_none() {
        let message = sentence!("\"rite\" stands beside \"easter\" only");
        return invalid("/rite", message, "leave it out");
    }
    match (&rule.date, rule.easter, weekday, rule.nth, rule.month, &rule.before) {
        (Some(date), None, None, None, None, None) => read_date(date, "/date"),
        (None, Some(distance), None, None, None, None) if distance.unsigned_abs() <= 366 => {
            Ok(Rule::Easter { distance, rite: rule.rite.unwrap_or(Rite::Western) })
        }
        (None, Some(days), None, None, None, None) => {
            let message = sentence!("expected at most 366 days before or after Easter Sunday, found {}", days);
            invalid("/easter", message, "give a number of days, negative for days before Easter Sunday")
        }
        (None, None, Some(weekday), Some(given), Some(month), None) => {
            let Some(nth) = i8::try_from(given).ok().filter(|nth| (1..=5).contains(&nth.unsigned_abs())) else {
                let message = sentence!("expected a week of the month from 1 to 5 or from -5 to -1, found {}", given);
                return invalid("/nth", message, "give 1 to 5, or -1 for the last one");
            };
            if !(1..=12).contains(&month) {
                let message = sentence!("expected a month from 1 to 12, found {}", month);
                return invalid("/month", message, "give 1 for January to 12 for December");
            }
            Ok(Rule::Nth { weekday, nth, month })
        }
        (None, None, Some(weekday), None, None, Some(before)) => {
            let help = "write a day of every year, such as \"--05-25\"";
            let fault = || Fault::text("invalid-date", "/before", "day of the year", before, help);
            let (month, day) = parse_day_of_year(before).ok_or_else(fault)?;
            Ok(Rule::Before { weekday, month, day })
        }
        _ => {
            let help =
                "give \"date\", or \"easter\", or \"weekday\", \"nth\" and \"month\", or \"weekday\" and \"before\"";
            invalid("", sentence!("expected exactly one rule for the date of a holiday"), help)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(definition: Value) -> Result<Holiday, Fault> {
        Holiday::read(&serde_json::from_value(definition).unwrap(), &ObservedDays::default())
    }

    fn falls(definition: Value, year: i32) -> Option<(u32, u32)> {
        read(definition).unwrap().of_year(year).map(|date| (date.month(), date.day()))
    }

    #[test]
    fn holidays_fall_where_their_rules_say() {
        assert_eq!(falls(json!("2026-12-25"), 2026), Some((12, 25)));
        assert_eq!(falls(json!("2026-12-25"), 2027), None);
        assert_eq!(falls(json!("--02-29"), 2028), Some((2, 29)));
        assert_eq!(falls(json!("--02-29"), 2026), None);
        assert_eq!(falls(json!({"date": "--07-01"}), 2026), Some((7, 1)));
        assert_eq!(falls(json!({"easter": -2}), 2026), Some((4, 3)));
        assert_eq!(falls(json!({"easter": 39}), 2026), Some((5, 14)));
        let nth = |weekday, nth, month| json!({"weekday": weekday, "nth": nth, "month": month});
        assert_eq!(falls(nth("mon", 1, 9), 2026), Some((9, 7)));
        assert_eq!(falls(nth("thu", 4, 11), 2026), Some((11, 26)));
        assert_eq!(falls(nth("mon", 5, 2), 2026), None);
        assert_eq!(falls(nth("mon", -1, 5), 2026), Some((5, 25)));
        assert_eq!(falls(nth("mon", -2, 5), 2026), Some((5, 18)));
        assert_eq!(falls(nth("mon", -5, 5), 2026), None);
        let before = |weekday, before| json!({"weekday": weekday, "before": before});
        assert_eq!(falls(before("mon", "--05-25"), 2026), Some((5, 18)), "strictly before a Monday the 25th");
        assert_eq!(falls(before("mon", "--05-25"), 2027), Some((5, 24)));
        assert_eq!(falls(before("wed", "--01-01"), 2026), Some((12, 31)), "in the year before");
        assert_eq!(falls(before("sat", "--02-29"), 2026), Some((2, 28)), "in a year without such a day");
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in [
            (1970, 3, 29),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2024, 3, 31),
            (2026, 4, 5),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
            (2100, 3, 28),
            (2160, 3, 23),
        ] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }

    #[test]
    fn orthodox_easter_falls_where_the_almanac_says() {
        for (year, month, day) in [
            (1970, 4, 26),
            (2000, 4, 30),
            (2010, 4, 4),
            (2016, 5, 1),
            (2024, 5, 5),
            (2025, 4, 20),
            (2026, 4, 12),
            (2027, 5, 2),
            (2033, 4, 24),
            (2100, 5, 2),
            (2101, 4, 24),
        ] {
            assert_eq!(orthodox_easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
        assert_eq!(falls(json!({"easter": 1, "rite": "orthodox"}), 2026), Some((4, 13)));
    }

    #[test]
    fn a_holiday_on_a_weekend_leads_to_a_weekday() {
        let leads = |observed: Value, date: &str| {
            let holiday = read(json!({"date": date, "observed": observed})).unwrap();
            let day = Date::parse(date).unwrap().days_since_1970();
            holiday.observed(day).map(|(to, direction)| (to - day, direction))
        };
        // 2026-12-26 is a Saturday.
        assert_eq!(leads(json!({"sat": "fri"}), "2026-12-26"), Some((-1, -1)));
        assert_eq!(leads(json!({"sat": "mon"}), "2026-12-26"), Some((2, 1)));
        assert_eq!(leads(json!({"sat": "tue"}), "2026-12-26"), Some((3, 1)));
        assert_eq!(leads(json!({"sun": "fri"}), "2026-12-27"), Some((-2, -1)));
        assert_eq!(leads(json!({"sun": "mon"}), "2026-12-27"), Some((1, 1)));
        assert_eq!(leads(json!({"mon": "tue"}), "2026-12-28"), Some((1, 1)));
        assert_eq!(leads(json!({"sun": "mon"}), "2026-12-28"), None);
        assert_eq!(leads(Value::Null, "2026-12-27"), None);
    }

    #[test]
    #[cfg(feature = "analysis")]
    fn a_holiday_that_never_falls_on_the_weekday_of_its_observed_day_is_never_observed() {
        let never = |definition: Value| is_never_observed(&serde_json::from_value(definition).unwrap());
        // 2026-12-25 is a Friday.
        assert!(never(json!({"date": "2026-12-25", "observed": {"sat": "mon", "sun": "mon"}})));
        assert!(!never(json!({"date": "2026-12-26", "observed": {"sat": "mon"}})));
        assert!(!never(json!({"date": "--12-25", "observed": {"sat": "mon"}})));
        assert!(never(json!({"easter": -2, "observed": {"sun": "mon"}})), "a Friday");
        assert!(!never(json!({"easter": 49, "observed": {"sun": "mon"}})), "a Sunday");
        assert!(never(json!({"weekday": "mon", "nth": 1, "month": 9, "observed": {"sun": "tue"}})));
        assert!(!never(json!({"weekday": "sun", "before": "--09-01", "observed": {"sun": "tue"}})));
        assert!(!never(json!({"date": "2026-12-25"})));
        assert!(!never(json!({"date": "2026-12-25", "observed": null})));
    }

    #[test]
    fn easter_is_a_sunday_from_the_22nd_of_march_to_the_25th_of_april() {
        for year in 1970..2200 {
            let sunday = easter(year).unwrap();
            assert_eq!(sunday.weekday(), Weekday::Sun);
            let of = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
            assert!((of(3, 22)..=of(4, 25)).contains(&sunday), "{year}");
        }
    }

    #[test]
    fn faults_are_named_with_their_place() {
        for (definition, code, path) in [
            (json!("2026-02-30"), "invalid-date", ""),
            (json!("--02-30"), "invalid-date", ""),
            (json!({"date": "Christmas"}), "invalid-date", "/date"),
            (json!({"weekday": "mon", "before": "2026-05-25"}), "invalid-date", "/before"),
            (json!({"weekday": "mon", "nth": 0, "month": 1}), "invalid-holiday", "/nth"),
            (json!({"weekday": "mon", "nth": 1, "month": 13}), "invalid-holiday", "/month"),
            (json!({"weekday": "mon", "nth": i32::MIN + 1, "month": 1}), "invalid-holiday", "/nth"),
            (json!({"easter": 400}), "invalid-holiday", "/easter"),
            (json!({"weekday": "mon"}), "invalid-holiday", ""),
            (json!({"easter": 1, "date": "--01-01"}), "invalid-holiday", ""),
            (json!({"name": {"en": "?"}}), "invalid-holiday", ""),
            (json!({"date": "--01-01", "rite": "western"}), "invalid-holiday", "/rite"),
            (json!({"date": "--01-01", "observed": {"mon": "mon"}}), "invalid-holiday", "/observed"),
            (json!({"date": "--01-01", "observed": {"saturday": "mon"}}), "invalid-holiday", "/observed"),
            (json!({"date": "--01-01", "observed": {}}), "invalid-holiday", "/observed"),
        ] {
            let fault = read(definition.clone()).unwrap_err().at("");
            assert_eq!((fault.code, fault.path.as_str()), (code, path), "{definition}");
        }
    }
}
