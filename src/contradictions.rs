//! Contradictions that keep a policy from being loaded although its document holds together.

use crate::classification::{RuleBox, Table};
use crate::clock::{Amount, Calendars};
use crate::diagnostic::Findings;
use crate::policy::Document;
use crate::policy::model::HitPolicy;
use crate::sentence::{Sentence, sentence};
use crate::{Diagnostic, Level};
#[cfg(feature = "analysis")]
use crate::{
    calendar::parse_day_of_year,
    policy::{shorten, token},
};

/// Adds a finding for each target that cannot be kept and, under "unique", for each pair of rules that overlap with
/// different severities. [`crate::check`] words the same overlaps with names and a box.
pub(crate) fn all(document: &Document, calendars: &Calendars, table: &Table, found: &mut Findings) {
    impossible_targets(document, calendars, found);
    #[cfg(feature = "analysis")]
    impossible_goals(document, found);
    if table.hit_policy != HitPolicy::Unique {
        return;
    }
    for (later, rule) in table.rules.iter().enumerate() {
        let meets = |other: &RuleBox| other.sets.iter().zip(&rule.sets).all(|(one, other)| one & other != 0);
        for other in table.rules[..later].iter().filter(|other| other.severity != rule.severity && meets(other)) {
            found.add(Level::Error, || {
                let message = sentence!("rules \"{}\" and \"{}\" overlap with different severities", other.id, rule.id);
                Diagnostic::error("overlap", "/classification/rules", message)
            });
        }
    }
}

/// Adds a finding for each target without exactly one bound, with an amount that cannot be read, or in business days on a
/// calendar without a zone, in which there are no days.
pub(crate) fn impossible_targets(document: &Document, calendars: &Calendars, found: &mut Findings) {
    let has_no_days = |id: &str| id.is_empty() || calendars.possible(id).iter().any(|calendar| !calendar.has_days());
    for (at, entry) in document.advice.iter().enumerate() {
        let elapsed = entry.when.elapsed.as_ref().map(|elapsed| crate::calendar::parse_duration(&elapsed.at_least));
        if let Some(Err(error)) = elapsed {
            found.add(Level::Error, || {
                let path = format!("/advice/{at}/when/elapsed/atLeast");
                let finding = Diagnostic::error(error.code().as_str(), path, Sentence::verbatim(&error));
                finding.help("write hours, such as \"PT24H\"; \"businessDays\" stands in targets only")
            });
        }
    }
    for (at, objective) in document.objectives.iter().enumerate() {
        let Some(target) = &objective.target else { continue };
        match Amount::read(target) {
            Err(error) => found.add(Level::Error, || {
                let path = format!("/objectives/{at}/target");
                let finding = Diagnostic::error(error.code().as_str(), path, Sentence::verbatim(&error));
                finding.help(match error.path() {
                    Some(_) => "write hours and minutes, such as \"15:00\"",
                    None => "write {\"under\": \"PT30M\"}, {\"within\": \"PT24H\"} or {\"businessDays\": 1}",
                })
            }),
            Ok(Amount::BusinessDays(_)) if has_no_days(&objective.calendar) => found.add(Level::Error, || {
                let path = format!("/objectives/{at}/calendar");
                let message = "business days need a calendar with a time zone, found none";
                Diagnostic::error("unknown-zone", path, message).help("give the calendar a \"zone\"")
            }),
            Ok(_) => {}
        }
    }
}

/// Adds a finding for each goal without exactly one rule, with a percentage that is none, or with a year that begins on no day.
/// Only the whole engine reads goals.
#[cfg(feature = "analysis")]
pub(crate) fn impossible_goals(document: &Document, found: &mut Findings) {
    const ONE: &str = "write either {\"percent\": 95} or {\"misses\": 2}";
    for (id, goal) in document.goals.iter() {
        let at = format!("/goals/{}", token(id));
        let mut refuse = |within: &str, message: Sentence, help: &'static str| {
            found.add(Level::Error, || Diagnostic::error("invalid-goal", format!("{at}{within}"), message).help(help));
        };
        let below = goal.below.as_ref().map(|below| ("/below", below.percent, below.misses));
        for (within, percent, misses) in [("", goal.percent, goal.misses)].into_iter().chain(below) {
            match (percent, misses) {
                (None, None) => refuse(within, "a goal has neither \"percent\" nor \"misses\"".into(), ONE),
                (Some(_), Some(_)) => refuse(within, "a goal has both \"percent\" and \"misses\"".into(), ONE),
                (Some(percent), None) if !(percent > 0.0 && percent <= 100.0) => {
                    let message = sentence!("expected a percentage above 0 and up to 100, found {}", written(percent));
                    refuse(&format!("{within}/percent"), message, "write a percentage such as 95");
                }
                _ => {}
            }
        }
        let starts = goal.year_starts.as_deref();
        // A year that begins on 29 February would last four.
        if let Some(starts) = starts.filter(|day| parse_day_of_year(day).is_none_or(|day| day == (2, 29))) {
            let message = sentence!("expected a day of every year such as \"--02-01\", found \"{}\"", shorten(starts));
            found.add(Level::Error, || {
                let finding = Diagnostic::error("invalid-date", format!("{at}/yearStarts"), message);
                finding.help("write the first day of the year, such as \"--02-01\"")
            });
        }
    }
}

/// A number as JSON has it. The standard library's writer, for any number of digits, would be a sixtieth of the engine.
#[cfg(feature = "analysis")]
fn written(number: f64) -> String {
    if number.trunc() == number && number.abs() < 1e15 {
        return (number as i64).to_string();
    }
    serde_json::Value::from(number).to_string()
}
