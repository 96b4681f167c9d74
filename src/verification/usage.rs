//! Parts of a policy that never count: clauses that nothing cites, conditions that never hold.

use std::collections::{HashMap, HashSet};

use super::objectives::Grid;
use super::words;
use crate::diagnostic::Findings;
use crate::policy::model::{AdviceCondition, AdviceEntry, Condition, StateCondition};
use crate::policy::{Document, shorten, token};
use crate::{Diagnostic, Level};

/// Adds the clauses that nothing cites.
pub(super) fn unused_clauses(document: &Document, found: &mut Findings) {
    let mut cited: HashSet<&str> = HashSet::new();
    cited.extend(document.tiers.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.severities.iter().filter_map(|entry| entry.clause.as_deref()));
    let rules = document.classification.iter().flat_map(|table| &table.rules);
    cited.extend(rules.filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.measures.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.objectives.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.channels.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.advice.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.features.iter().filter_map(|entry| entry.clause.as_deref()));
    cited.extend(document.glossary.iter().filter_map(|entry| entry.clause.as_deref()));
    for (id, clause) in document.clauses.iter().filter(|(id, _)| !cited.contains(id)) {
        found.add(Level::Info, || {
            let message = format!("nothing cites the clause {}", words::named(&clause.heading, id));
            let finding = Diagnostic::new(Level::Info, "unused-clause", format!("/clauses/{}", token(id)), message);
            finding.at_key().help("name it under \"clause\" where it acts")
        });
    }
}

/// Adds the objectives on a calendar of which reading has found that it never opens.
pub(super) fn never_due(document: &Document, found: &mut Findings) {
    const CODE: &str = "calendar-never-opens";
    let never_opens = found.iter().filter(|finding| finding.code == CODE);
    let never_opens: HashSet<String> = never_opens.map(|finding| finding.path.clone()).collect();
    if never_opens.is_empty() {
        return;
    }
    for (at, objective) in document.objectives.iter().enumerate() {
        let calendar = format!("/calendars/{}", token(&objective.calendar));
        if objective.target.is_some() && never_opens.contains(&calendar) {
            found.add(Level::Warning, || {
                let message = format!("the objective \"{}\" is never due: its calendar never opens", objective.id);
                let finding = Diagnostic::warning(CODE, format!("/objectives/{at}/calendar"), message);
                finding.help("name a calendar that opens")
            });
        }
    }
}

/// Adds advice and features whose condition can never hold.
pub(super) fn dead_conditions(document: &Document, grid: &Grid, found: &mut Findings) {
    let states = States::of(document, grid);
    for (at, entry) in document.advice.iter().enumerate() {
        if let Some(subject) = empty_advice(&entry.when) {
            found.add(Level::Warning, || never_holds("advice", at, &entry.id, unsatisfied(subject)));
        } else if states.are_impossible(entry) {
            found.add(Level::Warning, || {
                let states = any_state(entry).into_iter().flatten();
                let states = states.map(|state| format!("\"{state}\"")).collect();
                let states = words::listed(states, "or");
                let why = format!("no target with these tiers and severities is ever {states}");
                never_holds("advice", at, &entry.id, why)
            });
        }
    }
    for (at, entry) in document.features.iter().enumerate() {
        if let Some(subject) = empty_list(&entry.when) {
            found.add(Level::Warning, || never_holds("features", at, &entry.id, unsatisfied(subject)));
        }
    }
}

fn never_holds(list: &str, at: usize, id: &str, why: String) -> Diagnostic {
    let what = if list == "features" { "feature" } else { list };
    let message = format!("the condition of the {what} \"{id}\" can never hold: {why}");
    let finding = Diagnostic::warning("condition-never-holds", format!("/{list}/{at}/when"), message);
    finding.help("fix the condition, or leave the entry out")
}

fn empty_list(when: &Condition) -> Option<&str> {
    when.iter().find(|(_, values)| values.is_empty()).map(|(subject, _)| subject)
}

/// The subject of a condition without any value.
fn empty_advice(when: &AdviceCondition) -> Option<&str> {
    let has_no_state = match &when.state {
        Some(StateCondition::Any(states)) => states.is_empty(),
        Some(StateCondition::ByMeasure(measures)) => measures.iter().any(|(_, states)| states.is_empty()),
        None => false,
    };
    empty_list(&when.facts).or(has_no_state.then_some("state"))
}

/// The states of any measure that a condition names.
fn any_state(entry: &AdviceEntry) -> Option<&Vec<String>> {
    match &entry.when.state {
        Some(StateCondition::Any(states)) => Some(states),
        _ => None,
    }
}

fn unsatisfied(subject: &str) -> String {
    format!("no value of \"{}\" satisfies it", shorten(subject))
}

/// The states in which the targets of each tier and severity can be.
struct States<'d> {
    /// A row a tier: [`NOT_STATED`], [`STATED`] and [`PAUSABLE`] of each severity.
    rows: Vec<Vec<u8>>,
    tiers: HashMap<&'d str, usize>,
    severities: HashMap<&'d str, usize>,
}

/// A measure has no target.
const NOT_STATED: u8 = 1;
/// A measure has a target.
const STATED: u8 = 2;
/// A measure has a target whose clock a pause stops.
const PAUSABLE: u8 = 4;

impl<'d> States<'d> {
    fn of(document: &'d Document, grid: &Grid) -> Self {
        let state = |tier: usize, severity: usize| {
            document.measures.iter().enumerate().fold(0, |states, (at, measure)| {
                let is_stated = grid.entry(tier, severity, at).is_some_and(|entry| entry.target.is_some());
                states
                    | match (is_stated, measure.pausable) {
                        (false, _) => NOT_STATED,
                        (true, false) => STATED,
                        (true, true) => STATED | PAUSABLE,
                    }
            })
        };
        let row = |tier: usize| (0..document.severities.len()).map(|severity| state(tier, severity)).collect();
        Self {
            rows: (0..document.tiers.len()).map(row).collect(),
            tiers: document.tiers.iter().enumerate().map(|(at, tier)| (tier.id.as_str(), at)).collect(),
            severities: document.severities.iter().enumerate().map(|(at, level)| (level.id.as_str(), at)).collect(),
        }
    }

    /// Whether no target of the tiers and severities in the condition of an entry can be in one of its states.
    fn are_impossible(&self, entry: &AdviceEntry) -> bool {
        let Some(states) = any_state(entry) else { return false };
        let wanted = states.iter().fold(0, |wanted, state| {
            wanted
                | match state.as_str() {
                    "not-stated" => NOT_STATED,
                    "paused" => PAUSABLE,
                    _ => STATED,
                }
        });
        let allowed = |subject: &str, places: &HashMap<&str, usize>, count: usize| match entry.when.facts.get(subject) {
            None => (0..count).collect(),
            Some(ids) => {
                let mut allowed: Vec<usize> = ids.iter().filter_map(|id| places.get(id.as_str()).copied()).collect();
                allowed.sort();
                allowed.dedup();
                allowed
            }
        };
        let severities = allowed("severity", &self.severities, self.severities.len());
        let tiers = allowed("tier", &self.tiers, self.rows.len());
        !tiers.iter().any(|tier| severities.iter().any(|severity| self.rows[*tier][*severity] & wanted != 0))
    }
}
