//! A policy verified like a program, before anyone trusts it.
//!
//! Reading says whether a document holds together; here it is said whether it means something sensible. Everything about
//! the decision table is computed on its function, so that two encodings of one policy get the same findings.
//!
//! ```text
//! boxes, interner ──► diagram     the function of the table, shared where it repeats
//! subject, neighbours ► overlap, coverage, rules, monotone          findings about the table
//!                     objectives, usage, exports, examples        findings about the rest
//! ```
//!
//! The feature `verification` brings it all. Without it there is only what keeps a policy from being used.

#[cfg(feature = "verification")]
mod boxes;
#[cfg(feature = "verification")]
mod compare;
#[cfg(feature = "verification")]
mod coverage;
#[cfg(feature = "verification")]
mod diagram;
#[cfg(feature = "verification")]
mod examples;
#[cfg(feature = "verification")]
mod exports;
#[cfg(feature = "verification")]
mod interner;
#[cfg(feature = "verification")]
mod monotone;
#[cfg(feature = "verification")]
mod neighbours;
#[cfg(feature = "verification")]
mod objectives;
#[cfg(feature = "verification")]
mod overlap;
#[cfg(feature = "verification")]
mod rules;
#[cfg(feature = "verification")]
mod subject;
#[cfg(feature = "verification")]
mod usage;
#[cfg(feature = "verification")]
mod words;

use crate::Diagnostic;
#[cfg(feature = "verification")]
use crate::Level;
use crate::calendar::Calendar;
use crate::classification::{RuleBox, Table};
use crate::policy::Document;
use crate::policy::model::HitPolicy;
#[cfg(feature = "verification")]
use diagram::Diagram;
#[cfg(feature = "verification")]
use neighbours::Neighbours;
#[cfg(feature = "verification")]
use subject::Subject;

#[cfg(feature = "verification")]
pub(crate) use compare::compare;
#[cfg(feature = "verification")]
pub use compare::{ChangeKind, PolicyChange};

/// Most boxes that are listed of one kind of finding; one more finding then says how many there are.
pub const MAX_BOXES: usize = 100;

/// Where the rules stand.
const RULES: &str = "/classification/rules";

/// What keeps a policy from being used though its document holds together: targets that cannot be read and, under
/// "unique", rules that meet with different levels. Said in few words, for every page that uses policies carries them;
/// [`findings`] says it with names and a box.
pub(crate) fn contradictions(document: &Document, table: &Table, found: &mut Vec<Diagnostic>) {
    unreadable_targets(document, found);
    if table.hit_policy != HitPolicy::Unique {
        return;
    }
    for (later, rule) in table.rules.iter().enumerate() {
        let meets = |other: &RuleBox| other.sets.iter().zip(&rule.sets).all(|(one, other)| one & other != 0);
        for other in table.rules[..later].iter().filter(|other| other.severity != rule.severity && meets(other)) {
            let message = ["rules \"", &other.id, "\" and \"", &rule.id, "\" meet with different levels"].concat();
            found.push(Diagnostic::error("overlap", RULES, message));
        }
    }
}

/// Targets without exactly one bound, or with a duration that cannot be read.
fn unreadable_targets(document: &Document, found: &mut Vec<Diagnostic>) {
    for (at, objective) in document.objectives.iter().enumerate() {
        if let Some(Err(error)) = objective.target.as_ref().map(crate::clock::read_target) {
            let path = ["/objectives/", &at.to_string(), "/target"].concat();
            let finding = Diagnostic::error("invalid-duration", path, error.to_string());
            found.push(finding.help("write {\"under\": \"PT30M\"} or {\"within\": \"PT2H\"}"));
        }
    }
}

/// Everything that can be said of a policy whose shape is right; its references may be at fault.
pub(crate) fn findings(document: &Document, calendars: &[(String, Calendar)], found: &mut Vec<Diagnostic>) {
    #[cfg(feature = "verification")]
    doubts(document, calendars, found);
    #[cfg(not(feature = "verification"))]
    {
        let _ = calendars;
        contradictions(document, &Table::new(document), found);
    }
}

/// What probably does not say what its author means.
#[cfg(feature = "verification")]
fn doubts(document: &Document, calendars: &[(String, Calendar)], found: &mut Vec<Diagnostic>) {
    unreadable_targets(document, found);
    let subject = Subject::of(document);
    let diagram = subject.as_ref().and_then(|subject| table(subject, found));
    let grid = objectives::Grid::of(document);
    match &grid {
        Some(grid) => objectives::faults(grid, found),
        None => found.push(too_large("/objectives", "there are too many tiers to compare their objectives")),
    }
    exports::unknown_names(document, found);
    usage::unused_clauses(document, found);
    usage::never_due(document, found);
    usage::dead_conditions(document, grid.as_ref(), found);
    let table = subject.as_ref().filter(|subject| subject.is_sound()).zip(diagram.as_ref());
    examples::run(document, calendars, table, found);
}

/// Everything about the table; its function where it is small enough.
#[cfg(feature = "verification")]
fn table(subject: &Subject, found: &mut Vec<Diagnostic>) -> Option<Diagram> {
    let neighbours = Neighbours::of(subject);
    overlap::overlaps(subject, &neighbours, found);
    rules::idle_rules(subject, &neighbours, found);
    let diagram = subject.diagram();
    if subject.is_sound() {
        rules::unused_severities(subject, diagram.as_ref(), found);
    }
    let Some(diagram) = diagram else {
        found.push(too_large(
            RULES,
            "the table is too large to find out which answers no rule covers and which questions matter",
        ));
        return None;
    };
    coverage::gaps(subject, &diagram, found);
    if subject.is_sound() {
        rules::irrelevant_questions(subject, &diagram, found);
    }
    if !monotone::falls(subject, &diagram, found) {
        found
            .push(too_large(RULES, "the table is too large to find out whether worse answers get a less severe level"));
    }
    Some(diagram)
}

/// The finding that something was too large to be looked at.
#[cfg(feature = "verification")]
fn too_large(path: &str, message: &str) -> Diagnostic {
    Diagnostic::warning("limit-exceeded", path, message)
}

/// The finding that there are more of a kind than are listed.
#[cfg(feature = "verification")]
fn more(count: usize, what: &str, path: &str) -> Option<Diagnostic> {
    let message = || [&count.to_string(), " more ", what, " are not listed"].concat();
    (count > 0).then(|| Diagnostic::new(Level::Info, "limit-exceeded", path, message()))
}
