//! Contradictions that keep a policy from being loaded although its document holds together.

use crate::classification::{RuleBox, Table};
use crate::clock::{Amount, Calendars};
use crate::diagnostic::Findings;
use crate::policy::Document;
use crate::policy::model::HitPolicy;
use crate::{Diagnostic, Level};

/// Adds a finding for each target that cannot be kept and, under "unique", for each pair of rules that overlap with
/// different severities. [`crate::check`] words the same overlaps with names and a box.
pub(crate) fn all(document: &Document, calendars: &Calendars, table: &Table, found: &mut Findings) {
    impossible_targets(document, calendars, found);
    if table.hit_policy != HitPolicy::Unique {
        return;
    }
    for (later, rule) in table.rules.iter().enumerate() {
        let meets = |other: &RuleBox| other.sets.iter().zip(&rule.sets).all(|(one, other)| one & other != 0);
        for other in table.rules[..later].iter().filter(|other| other.severity != rule.severity && meets(other)) {
            found.add(Level::Error, || {
                let message =
                    format_args!("rules \"{}\" and \"{}\" overlap with different severities", other.id, rule.id);
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
                Diagnostic::error(error.code().as_str(), path, error.to_string())
                    .help("write a duration such as \"PT1H\"")
            });
        }
    }
    for (at, objective) in document.objectives.iter().enumerate() {
        let Some(target) = &objective.target else { continue };
        match Amount::read(target) {
            Err(error) => found.add(Level::Error, || {
                let path = format!("/objectives/{at}/target");
                let finding = Diagnostic::error(error.code().as_str(), path, error.to_string());
                finding.help("write {\"under\": \"PT30M\"}, {\"within\": \"PT24H\"} or {\"businessDays\": 1}")
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
