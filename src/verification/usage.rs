//! What stands in a policy and never counts: clauses that nothing cites, conditions that never hold.

use super::objectives::Grid;
use super::words;
use crate::diagnostic::Findings;
use crate::policy::model::{AdviceEntry, Condition};
use crate::policy::{Document, token};
use crate::{Diagnostic, Level};

/// Clauses that nothing cites.
pub(super) fn unused_clauses(document: &Document, found: &mut Findings) {
    let mut cited: Vec<&Option<String>> = Vec::new();
    cited.extend(document.tiers.iter().map(|entry| &entry.clause));
    cited.extend(document.severities.iter().map(|entry| &entry.clause));
    cited.extend(document.classification.iter().flat_map(|table| &table.rules).map(|entry| &entry.clause));
    cited.extend(document.measures.iter().map(|entry| &entry.clause));
    cited.extend(document.objectives.iter().map(|entry| &entry.clause));
    cited.extend(document.channels.iter().map(|entry| &entry.clause));
    cited.extend(document.advice.iter().map(|entry| &entry.clause));
    cited.extend(document.features.iter().map(|entry| &entry.clause));
    cited.extend(document.glossary.iter().map(|entry| &entry.clause));
    for (id, clause) in document.clauses.iter() {
        if !cited.iter().any(|cited| cited.as_deref() == Some(id)) {
            let message = ["nothing cites the clause ", &words::named(&clause.heading, id)].concat();
            let finding = Diagnostic::new(Level::Info, "unused-clause", ["/clauses/", &token(id)].concat(), message);
            found.push(finding.at_key().help("name it under \"clause\" where it acts"));
        }
    }
}

/// Objectives on a calendar of which reading has found that it never opens.
pub(super) fn never_due(document: &Document, found: &mut Findings) {
    let code = "calendar-never-opens";
    for (at, objective) in document.objectives.iter().enumerate() {
        let calendar = ["/calendars/", &token(&objective.calendar)].concat();
        if objective.target.is_some() && found.iter().any(|finding| finding.code == code && finding.path == calendar) {
            let message = ["the objective \"", &objective.id, "\" is never due: its calendar never opens"].concat();
            let path = ["/objectives/", &at.to_string(), "/calendar"].concat();
            found.push(Diagnostic::warning(code, path, message).help("name a calendar that opens"));
        }
    }
}

/// Advice and features whose condition can never hold.
pub(super) fn dead_conditions(document: &Document, grid: &Grid, found: &mut Findings) {
    let mut report = |list: &str, at: usize, what: &str, id: &str, why: String| {
        let path = ["/", list, "/", &at.to_string(), "/when"].concat();
        let message = ["the condition of the ", what, " \"", id, "\" can never hold: ", &why].concat();
        let finding = Diagnostic::warning("condition-never-holds", path, message);
        found.push(finding.help("mend the condition, or leave the entry out"));
    };
    for (at, entry) in document.advice.iter().enumerate() {
        if let Some(why) = empty_list(&entry.when).or_else(|| impossible_state(document, grid, entry)) {
            report("advice", at, "advice", &entry.id, why);
        }
    }
    for (at, entry) in document.features.iter().enumerate() {
        if let Some(why) = empty_list(&entry.when) {
            report("features", at, "feature", &entry.id, why);
        }
    }
}

fn empty_list(when: &Condition) -> Option<String> {
    let (subject, _) = when.iter().find(|(_, values)| values.is_empty())?;
    Some(["no value of \"", subject, "\" satisfies it"].concat())
}

/// A state that no target of the tiers and severities in the condition can be in.
fn impossible_state(document: &Document, grid: &Grid, entry: &AdviceEntry) -> Option<String> {
    let states = entry.when.get("state")?;
    let allowed = |subject: &str, id: &str| entry.when.get(subject).is_none_or(|ids| ids.iter().any(|i| i == id));
    let severities = document.severities.iter().enumerate();
    let severities: Vec<usize> =
        severities.filter(|(_, severity)| allowed("severity", &severity.id)).map(|(at, _)| at).collect();
    for (tier, _) in document.tiers.iter().enumerate().filter(|(_, tier)| allowed("tier", &tier.id)) {
        for (at, measure) in document.measures.iter().enumerate() {
            for severity in &severities {
                let has_target = grid.entry(tier, *severity, at).is_some_and(|entry| entry.target.is_some());
                let possible = |state: &String| match state.as_str() {
                    "not-stated" => !has_target,
                    "paused" => has_target && measure.pausable,
                    _ => has_target,
                };
                if states.iter().any(possible) {
                    return None;
                }
            }
        }
    }
    let states = states.iter().map(|state| ["\"", state, "\""].concat()).collect();
    Some(["no target with these tiers and severities is ever ", &words::listed(states, "or")].concat())
}
