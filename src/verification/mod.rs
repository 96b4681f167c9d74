//! A policy verified like a program, before anyone trusts it.
//!
//! Reading says whether a document holds together; here it is said whether it means something sensible. Everything about
//! the decision table is computed on its function, so that two encodings of one policy get the same findings.
//!
//! ```text
//! boxes, interner ──► diagram     the function of the table, shared where it repeats
//! subject, neighbours ► overlap, coverage, rules, monotone          findings about the table
//!                     objectives, usage, exports, goals, examples findings about the rest
//! ```
//!
//! Part of the feature `analysis`. Loading a policy only looks for contradictions.

mod boxes;
mod calendars;
mod compare;
mod conditions;
mod coverage;
mod diagram;
mod examples;
mod exports;
mod goals;
mod interner;
mod monotone;
mod neighbours;
mod objectives;
mod overlap;
mod rules;
mod subject;
mod usage;
mod words;

use crate::clock::Calendars;
use crate::diagnostic::Findings;
use crate::policy::Document;
use crate::sentence::{Sentence, sentence};
use crate::{Diagnostic, Level, contradictions};
use diagram::Diagram;
use neighbours::Neighbours;
use subject::Subject;

pub(crate) use compare::compare;
pub use compare::{ChangeKind, ChangedObjective, PolicyChange};

/// Most boxes that are listed of one kind of finding; one more finding then says how many there are.
pub const MAX_BOXES: usize = 100;

/// The JSON Pointer of the list of rules.
const RULES: &str = "/classification/rules";

/// Everything that can be said of a policy whose shape is right; its references may be at fault.
pub(crate) fn findings(document: &Document, calendars: &Calendars, found: &mut Findings) {
    contradictions::impossible_targets(document, calendars, found);
    self::calendars::check(document, calendars, found);
    goals::check(document, found);
    let subject = Subject::of(document);
    let diagram = subject.as_ref().and_then(|subject| table(subject, found));
    let grid = objectives::Grid::of(document);
    objectives::check(&grid, found);
    exports::unknown_names(document, found);
    let uses = usage::Uses::of(document);
    usage::unused_clauses(document, found);
    usage::unused(document, &uses, found);
    usage::ambiguous_names(document, found);
    usage::never_due(document, found);
    usage::dead_conditions(document, &grid, found);
    let table = subject.as_ref().filter(|subject| subject.is_sound()).zip(diagram.as_ref());
    examples::run(document, calendars, &uses, table, found);
}

/// Everything about the table; its function where it is small enough.
fn table(subject: &Subject, found: &mut Findings) -> Option<Diagram> {
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
    if !monotone::check(subject, &diagram, found) {
        found
            .push(too_large(RULES, "the table is too large to find out whether worse answers get a less severe level"));
    }
    Some(diagram)
}

/// The finding that something was too large to be looked at.
fn too_large(path: &str, message: &'static str) -> Diagnostic {
    Diagnostic::warning("limit-exceeded", path, message)
}

/// The finding that there are more of a kind than are listed.
fn more(count: usize, what: &'static str, path: &str) -> Option<Diagnostic> {
    let message = || sentence!("{} more {} are not listed", count, Sentence::from(what));
    (count > 0).then(|| Diagnostic::new(Level::Info, "limit-exceeded", path, message()))
}
