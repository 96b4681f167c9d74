use crate::policy::model::{self, HolidayRule, Text};

use super::civil::{days, days_of_month, easter, parse_date, parse_day_of_year, weekday};
use super::fault::Fault;

/// A day that is closed whatever its weekday.
#[derive(Debug, Clone)]
pub(super) struct Holiday {
    rule: Rule,
    /// Its name, where it has one.
    pub name: Option<Text>,
}

/// When a holiday falls.
#[derive(Debug, Clone, Copy)]
enum Rule {
    /// Once, on a day since 1970-01-01.
    Once(i32),
    /// On a month and day of every year that has it.
    Yearly(u32, u32),
    /// Days after Easter Sunday.
    Easter(i32),
    /// The n-th such weekday of a month; counted from its end where negative.
    Nth { weekday: usize, nth: i32, month: u32 },
    /// The last such weekday strictly before a month and day.
    Before { weekday: usize, month: u32, day: u32 },
}

impl Holiday {
    /// Reads a holiday.
    ///
    /// # Errors
    ///
    /// `invalid-date` for a date that is none, `invalid-holiday` for a rule that is none.
    pub fn read(definition: &model::Holiday) -> Result<Self, Fault> {
        match definition {
            model::Holiday::Date(date) => Ok(Self { rule: read_date(date, "")?, name: None }),
            model::Holiday::Rule(rule) => Ok(Self { rule: read_rule(rule)?, name: rule.name.clone() }),
        }
    }

    /// The day on which it falls in a year, or in the case of a distance from Easter, with that year's Easter.
    pub fn of_year(&self, year: i32) -> Option<i32> {
        match self.rule {
            Rule::Once(day) => (days(year, 1, 1)..days(year + 1, 1, 1)).contains(&day).then_some(day),
            Rule::Yearly(month, day) => (day <= days_of_month(year, month)).then(|| days(year, month, day)),
            Rule::Easter(distance) => Some(easter(year) + distance),
            Rule::Nth { weekday: wanted, nth, month } => {
                let length = days_of_month(year, month) as i32;
                let first = days(year, month, 1);
                let day = if nth > 0 {
                    first + after(first, wanted) + 7 * (nth - 1)
                } else {
                    let last = first + length - 1;
                    last - before(last, wanted) + 7 * (nth + 1)
                };
                (first..first + length).contains(&day).then_some(day)
            }
            Rule::Before { weekday: wanted, month, day } => {
                let last = days(year, month, day) - 1;
                Some(last - before(last, wanted))
            }
        }
    }
}

/// Days from a day on to the next such weekday, none where it is one.
fn after(day: i32, wanted: usize) -> i32 {
    (7 + wanted - weekday(day)) as i32 % 7
}

/// Days from a day back to the last such weekday, none where it is one.
fn before(day: i32, wanted: usize) -> i32 {
    (7 + weekday(day) - wanted) as i32 % 7
}

fn read_date(text: &str, within: &'static str) -> Result<Rule, Fault> {
    let once = || parse_date(text).map(Rule::Once);
    let yearly = || parse_day_of_year(text).map(|(month, day)| Rule::Yearly(month, day));
    let help = "write \"2026-12-24\", or every year \"--12-24\"";
    once().or_else(yearly).ok_or_else(|| Fault::text("invalid-date", within, "date", text, help))
}

fn read_rule(rule: &HolidayRule) -> Result<Rule, Fault> {
    let invalid = |within, message, help| Err(Fault::new("invalid-holiday", within, message, help));
    let weekday = rule.weekday.map(|day| day as usize);
    match (&rule.date, rule.easter, weekday, rule.nth, rule.month, &rule.before) {
        (Some(date), None, None, None, None, None) => read_date(date, "/date"),
        (None, Some(days), None, None, None, None) if days.unsigned_abs() <= 366 => Ok(Rule::Easter(days)),
        (None, Some(_), None, None, None, None) => {
            invalid("/easter", "Easter is more than a year away", "give days, negative for days before Easter Sunday")
        }
        (None, None, Some(weekday), Some(nth), Some(month), None) => {
            if !(1..=5).contains(&nth.unsigned_abs()) {
                return invalid("/nth", "no month has such a week", "give 1 to 5, or -1 for the last one");
            }
            if !(1..=12).contains(&month) {
                return invalid("/month", "no year has such a month", "give 1 to 12");
            }
            Ok(Rule::Nth { weekday, nth, month })
        }
        (None, None, Some(weekday), None, None, Some(before)) => {
            let help = "write a day of every year, as in \"--05-25\"";
            let none = || Fault::text("invalid-date", "/before", "day of the year", before, help);
            let (month, day) = parse_day_of_year(before).ok_or_else(none)?;
            Ok(Rule::Before { weekday, month, day })
        }
        _ => {
            let help =
                "give \"date\", or \"easter\", or \"weekday\", \"nth\" and \"month\", or \"weekday\" and \"before\"";
            invalid("", "a holiday has one rule for when it falls", help)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::civil::date;
    use super::*;
    use serde_json::{Value, json};

    fn read(definition: Value) -> Result<Holiday, Fault> {
        Holiday::read(&serde_json::from_value(definition).unwrap())
    }

    fn falls(definition: Value, year: i32) -> Option<(u32, u32)> {
        read(definition).unwrap().of_year(year).map(|day| (date(day).1, date(day).2))
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
        ] {
            let fault = read(definition.clone()).unwrap_err().at("");
            assert_eq!((fault.code, fault.path.as_str()), (code, path), "{definition}");
        }
    }
}
