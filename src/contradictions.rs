//! Contradictions that keep a policy from being loaded although its document holds together.

use crate::classification::{RuleBox, Table};
use crate::diagnostic::Findings;
use crate::policy::Document;
use crate::policy::model::HitPolicy;
use crate::{Diagnostic, Level};

/// Adds a finding for each target that cannot be read and, under "unique", for each pair of rules that overlap with
/// different severities. [`crate::check`] words the same overlaps with names and a box.
pub(crate) fn all(document: &Document, table: &Table, found: &mut Findings) {
    unreadable_targets(document, found);
    if table.hit_policy != HitPolicy::Unique {
        return;
    }
    for (later, rule) in table.rules.iter().enumerate() {
        let meets = |other: &RuleBox| other.sets.iter().zip(&rule.sets).all(|(one, other)| one & other != 0);
        for other in table.rules[..later].iter().filter(|other| other.severity != rule.severity && meets(other)) {
            found.add(Level::Error, || {
                let message = format!("rules \"{}\" and \"{}\" overlap with different severities", other.id, rule.id);
                Diagnostic::error("overlap", "/classification/rules", message)
            });
        }
    }
}

/// Adds a finding for each target without exactly one bound, or with a duration that cannot be read.
pub(crate) fn unreadable_targets(document: &Document, found: &mut Findings) {
    for (at, objective) in document.objectives.iter().enumerate() {
        if let Some(Err(error)) = objective.target.as_ref().map(crate::clock::read_target) {
            found.add(Level::Error, || {
                let path = format!("/objectives/{at}/target");
                let finding = Diagnostic::error(error.code().as_str(), path, error.to_string());
                finding.help("write {\"under\": \"PT30M\"}, {\"within\": \"PT24H\"} or {\"businessDays\": 1}")
            });
        }
    }
}
